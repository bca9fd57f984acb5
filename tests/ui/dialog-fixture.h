/* A window on the sample over which dialogs come up, and what is looked for and pressed in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sample-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  SampleFixture sample;
  GtkWidget *window;
  GtkWidget *page;       /* over which dialogs come up */
  char *shown;           /* what win.show-record or win.search-list was called with */
} DialogFixture;

typedef gboolean (*DialogTest) (GtkWidget  *widget,
                                const char *text);

void       dialog_fixture_set_up    (DialogFixture *fixture,
                                     gconstpointer  data);
void       dialog_fixture_tear_down (DialogFixture *fixture,
                                     gconstpointer  data);
GtkWidget *dialog_find              (GtkWidget     *root,
                                     DialogTest     test,
                                     const char    *text);
gboolean   dialog_is_button         (GtkWidget     *widget,
                                     const char    *label);
gboolean   dialog_is_row            (GtkWidget     *widget,
                                     const char    *title);
gboolean   dialog_is_saying         (GtkWidget     *widget,
                                     const char    *text);
GtkWidget *dialog_wait_for          (GtkWidget     *root,
                                     DialogTest     test,
                                     const char    *text);
void       dialog_press             (GtkWidget     *root,
                                     const char    *label);

#define DIALOG_TEST(path, function) \
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, function, dialog_fixture_tear_down)

G_END_DECLS
