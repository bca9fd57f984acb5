/* The store of a window on a register of its own for each test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  char         *path;
  HnStore      *store;
  GAsyncResult *result;
  guint         n_changed;
  GArray       *ids;   /* of every record that was announced */
  gboolean      all;   /* anything may have changed */
  GThread      *thread;
} StoreFixture;

void   store_fixture_set_up      (StoreFixture  *fixture,
                                  gconstpointer  data);
void   store_fixture_tear_down   (StoreFixture  *fixture,
                                  gconstpointer  data);
void   store_fixture_forget      (StoreFixture  *fixture);
void   store_fixture_done_cb     (GObject       *source,
                                  GAsyncResult  *result,
                                  gpointer       data);
void   store_fixture_wait        (StoreFixture  *fixture);
gint64 store_fixture_save_person (StoreFixture  *fixture,
                                  gint64         id,
                                  const char    *name,
                                  gint64        *change);

G_END_DECLS
