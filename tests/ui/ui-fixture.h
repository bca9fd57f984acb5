/* A window on a small register of an office, and waiting for what it shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  ModelFixture model;
  gint64 organization;
  gint64 branch;
  gint64 person;
} UiFixture;

typedef gboolean (*UiCheck) (gpointer data);

void ui_fixture_set_up (UiFixture *fixture, gconstpointer data);
void ui_fixture_tear_down (UiFixture *fixture, gconstpointer data);

GtkWidget *ui_open_window (UiFixture *fixture);
void ui_close_window (GtkWidget *window);
void ui_wait (UiCheck check, gpointer data);
void ui_wait_gone (gpointer *object);
void ui_wait_text (GtkWidget *root, const char *text);
GtkWidget *ui_find (GtkWidget *root, GType type, const char *text);

G_END_DECLS
