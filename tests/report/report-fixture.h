/* Small registers, and reports of them as lines of text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"
#include "hn-test-register.h"

G_BEGIN_DECLS

typedef struct
{
  HnRegister *reg;
  char       *path;
  HnReport   *report; /* the last one that was built */
} Fixture;

void          fixture_set_up    (Fixture            *fixture,
                                 gconstpointer       data);
void          fixture_tear_down (Fixture            *fixture,
                                 gconstpointer       data);
HnReportForm *fixture_build     (Fixture            *fixture,
                                 const char         *form,
                                 const char         *period);
char         *row_line          (const HnReportRow  *row);
void          assert_row        (const HnReportForm *form,
                                 guint               index,
                                 const char         *line);
void          assert_total      (const HnReportForm *form,
                                 const char         *line);
void          assert_note       (const HnReportForm *form,
                                 guint               index,
                                 const char         *note);

#define FIXTURE_ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
