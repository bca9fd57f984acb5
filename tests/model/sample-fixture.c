/* The sample register in a folder of its own, and what an asynchronous call answered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-fixture.h"

#include <stdarg.h>

#include <glib/gstdio.h>

#include "hn-sample.h"

void
sample_fixture_set_up (SampleFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (HnRegister) reg = NULL;

  fixture->folder = g_dir_make_tmp ("hn-sample-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "sample.huunghi", NULL);
  reg = hn_sample_write (path, &error);
  g_assert_no_error (error);
  g_clear_object (&reg);
  fixture->store = hn_store_new (path, &error);
  g_assert_no_error (error);
  fixture->context = hn_context_new (fixture->store);
}

void
sample_fixture_tear_down (SampleFixture *fixture,
                          gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->result);
  /* What was asked and is not answered holds the context and the store. */
  g_object_add_weak_pointer (G_OBJECT (fixture->context), (gpointer *) &fixture->context);
  g_object_unref (fixture->context);
  while (fixture->context != NULL)
    g_main_context_iteration (NULL, TRUE);
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
}

void
sample_fixture_answer_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      fixture)
{
  g_set_object (&((SampleFixture *) fixture)->result, result);
}

/* Returns the answer to the one call that is under way. */
GAsyncResult *
sample_fixture_wait (SampleFixture *fixture)
{
  g_clear_object (&fixture->result);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return fixture->result;
}

HnRegister *
sample_fixture_reader (SampleFixture *fixture)
{
  return hn_store_get_reader (fixture->store);
}

/* @where: one condition, or NULL for all */
GArray *
sample_fixture_list (SampleFixture *fixture,
                     const char    *kind,
                     const char    *where)
{
  const char *const conditions[] = { where, NULL };
  const HnListing listing = { .kind = hn_kind_lookup (kind), .where = conditions };
  g_autoptr (GError) error = NULL;
  GArray *ids = hn_register_list (sample_fixture_reader (fixture), &listing, NULL, &error);

  g_assert_no_error (error);

  return ids;
}

/* Fields and values in turn, as typed; saved as the window does. */
gint64
sample_fixture_add (SampleFixture *fixture,
                    const char    *kind,
                    ...)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));
  g_autoptr (GError) error = NULL;
  gint64 id;
  va_list fields;

  va_start (fields, kind);
  for (const char *field = va_arg (fields, const char *); field != NULL; field = va_arg (fields, const char *))
    {
      hn_register_set_input (sample_fixture_reader (fixture), record, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);

  hn_store_save_async (fixture->store, record, NULL, sample_fixture_answer_cb, fixture);
  hn_store_save_finish (fixture->store, sample_fixture_wait (fixture), &id, NULL, &error);
  g_assert_no_error (error);

  return id;
}

/* What a field says now, as printed; NULL where the record is gone. */
char *
sample_fixture_get (SampleFixture *fixture,
                    const char    *kind,
                    gint64         id,
                    const char    *field)
{
  g_autoptr (HnRecord) record = hn_register_load (sample_fixture_reader (fixture), hn_kind_lookup (kind), id, NULL);

  return record != NULL ? hn_record_print (record, field) : NULL;
}

gboolean
sample_fixture_revert (SampleFixture *fixture,
                       gint64         change)
{
  hn_store_revert_async (fixture->store, change, NULL, sample_fixture_answer_cb, fixture);

  return hn_store_undo_finish (fixture->store, sample_fixture_wait (fixture), NULL, NULL);
}
