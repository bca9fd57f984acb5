/* A register of its own for each test of the model, with some campaigns in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model-fixture.h"

#include <glib/gstdio.h>

/* "Đợt 007": the numbers of two or three digits sort as they count. */
static void
add_campaigns (HnRegister *reg,
               guint       n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hn_register_begin (reg, HN_BATCH_INITIAL, NULL, &error));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Đợt %03u", i);
      g_autoptr (HnRecord) record = model_fixture_campaign (name);

      hn_register_save (reg, record, &error);
      g_assert_no_error (error);
    }
  g_assert_true (hn_register_commit (reg, &error));
}

void
model_fixture_set_up (ModelFixture  *fixture,
                      gconstpointer  n_campaigns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = NULL;

  fixture->folder = g_dir_make_tmp ("hn-model-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "test.huunghi", NULL);
  fixture->kind = hn_kind_lookup ("campaign");
  reg = hn_register_create (fixture->path, &error);
  g_assert_no_error (error);
  add_campaigns (reg, GPOINTER_TO_UINT (n_campaigns));
  g_clear_object (&reg);

  fixture->store = hn_store_new (fixture->path, &error);
  g_assert_no_error (error);
  fixture->context = hn_context_new (fixture->store);
}

void
model_fixture_tear_down (ModelFixture  *fixture,
                         gconstpointer  n_campaigns)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->context);
  /* What was asked and is not answered holds the store. */
  g_object_add_weak_pointer (G_OBJECT (fixture->store), (gpointer *) &fixture->store);
  g_object_unref (fixture->store);
  while (fixture->store != NULL)
    g_main_context_iteration (NULL, TRUE);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

HnRecord *
model_fixture_campaign (const char *name)
{
  HnRecord *record = hn_record_new (hn_kind_lookup ("campaign"));

  hn_record_set_text (record, "name", name);

  return record;
}

typedef struct
{
  gboolean done;
  gint64   id;
} Saved;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saved *saved = user_data;
  g_autoptr (GError) error = NULL;

  hn_store_save_finish (HN_STORE (source), result, &saved->id, NULL, &error);
  g_assert_no_error (error);
  saved->done = TRUE;
}

/* Saves a record as the window does, and returns when that is done. */
gint64
model_fixture_save (ModelFixture *fixture,
                    HnRecord     *record)
{
  Saved saved = { FALSE, 0 };

  hn_store_save_async (fixture->store, record, NULL, saved_cb, &saved);
  while (!saved.done)
    g_main_context_iteration (NULL, TRUE);

  return saved.id;
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  hn_store_delete_finish (HN_STORE (source), result, NULL, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

void
model_fixture_delete (ModelFixture *fixture,
                      gint64        id)
{
  gboolean done = FALSE;

  hn_store_delete_async (fixture->store, fixture->kind, id, HN_DELETE_ALONE, 0, NULL, deleted_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns when the query has its answer. */
void
model_fixture_wait (HnListQuery *query)
{
  while (hn_list_query_get_loading (query))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns when the query has its answer and the list has announced all of it. */
void
model_fixture_settle (HnRecordList *list)
{
  model_fixture_wait (hn_record_list_get_query (list));
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != hn_record_list_get_ids (list)->len)
    g_main_context_iteration (NULL, TRUE);
}
