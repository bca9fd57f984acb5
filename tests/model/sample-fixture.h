/* The sample register in a folder of its own, and what an asynchronous call answered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-context.h"

G_BEGIN_DECLS

typedef struct
{
  char         *folder;
  HnStore      *store;
  HnContext    *context;
  GAsyncResult *result; /* of the latest call */
} SampleFixture;

void          sample_fixture_set_up    (SampleFixture *fixture,
                                        gconstpointer  data);
void          sample_fixture_tear_down (SampleFixture *fixture,
                                        gconstpointer  data);
void          sample_fixture_answer_cb (GObject       *source,
                                        GAsyncResult  *result,
                                        gpointer       fixture);
GAsyncResult *sample_fixture_wait      (SampleFixture *fixture);
HnRegister   *sample_fixture_reader    (SampleFixture *fixture);
GArray       *sample_fixture_list      (SampleFixture *fixture,
                                        const char    *kind,
                                        const char    *where);
gint64        sample_fixture_add       (SampleFixture *fixture,
                                        const char    *kind,
                                        ...) G_GNUC_NULL_TERMINATED;
char         *sample_fixture_get       (SampleFixture *fixture,
                                        const char    *kind,
                                        gint64         id,
                                        const char    *field);
gboolean      sample_fixture_revert    (SampleFixture *fixture,
                                        gint64         change);

#define SAMPLE_TEST(path, function) \
  g_test_add (path, SampleFixture, NULL, sample_fixture_set_up, function, sample_fixture_tear_down)

G_END_DECLS
