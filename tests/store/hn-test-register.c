/* Registers and records for the tests of the store. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-test-register.h"

#include <stdarg.h>

/* A new name in the test's own folder. */
char *
hn_test_path (const char *name)
{
  static int count;
  g_autofree char *own = g_strdup_printf ("%d-%s", ++count, name);

  return g_build_filename (g_get_tmp_dir (), own, NULL);
}

HnRegister *
hn_test_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_register_create (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reg);

  return reg;
}

HnRegister *
hn_test_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_register_open (path, HN_REGISTER_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reg);

  return reg;
}

static void
set_fields (HnRegister *reg,
            HnRecord   *record,
            va_list     fields)
{
  for (const char *field = va_arg (fields, const char *); field != NULL; field = va_arg (fields, const char *))
    {
      g_autoptr (GError) error = NULL;

      hn_register_set_input (reg, record, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
}

static void
save (HnRegister *reg,
      HnRecord   *record)
{
  g_autoptr (GError) error = NULL;

  hn_register_save (reg, record, &error);
  g_assert_no_error (error);
}

/* Fields and values in turn, as typed. */
gint64
hn_test_add (HnRegister *reg,
             const char *kind,
             ...)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));
  va_list fields;

  va_start (fields, kind);
  set_fields (reg, record, fields);
  va_end (fields);
  save (reg, record);
  g_assert_cmpint (hn_record_get_id (record), >, 0);

  return hn_record_get_id (record);
}

void
hn_test_set (HnRegister *reg,
             const char *kind,
             gint64      id,
             ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = hn_register_load (reg, hn_kind_lookup (kind), id, &error);
  va_list fields;

  g_assert_no_error (error);
  va_start (fields, id);
  set_fields (reg, record, fields);
  va_end (fields);
  save (reg, record);
}

void
hn_test_delete (HnRegister  *reg,
                const char  *kind,
                gint64       id,
                HnDeleteMode mode,
                gint64       replacement)
{
  g_autoptr (GError) error = NULL;

  hn_register_delete (reg, hn_kind_lookup (kind), id, mode, replacement, &error);
  g_assert_no_error (error);
}

/* As printed; "gone" if the record is not there. */
char *
hn_test_get (HnRegister *reg,
             const char *kind,
             gint64      id,
             const char *field)
{
  g_autoptr (HnRecord) record = hn_register_load (reg, hn_kind_lookup (kind), id, NULL);

  return record != NULL ? hn_record_print (record, field) : g_strdup ("gone");
}

/* The titles in their order, separated by "|". */
char *
hn_test_list (HnRegister *reg,
              const char *kind,
              const char *search,
              const char *where,
              const char *sort)
{
  const char *const conditions[] = { where, NULL };
  const HnListing listing = { .kind = hn_kind_lookup (kind), .search = search, .where = conditions, .sort = sort };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *title = hn_register_get_title (reg, listing.kind, g_array_index (ids, gint64, i));

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", title);
    }

  return g_string_free_and_steal (titles);
}

/* Everything that is stored in the tables of kinds and lists, as text. */
static void
dump_table (HnRegister *reg,
            const char *table,
            GString    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new ("SELECT concat_ws ('|'");
  g_autoptr (HnRows) columns =
    hn_register_query (reg, "SELECT \"name\" FROM pragma_table_info (?1)", "s", &error, table);
  g_autoptr (HnRows) rows = NULL;

  g_assert_no_error (error);
  while (hn_rows_next (columns, &error))
    g_string_append_printf (sql, ", quote (\"%s\")", hn_rows_text (columns, 0));
  g_string_append_printf (sql, ") FROM \"%s\" ORDER BY 1", table);
  rows = hn_register_query (reg, sql->str, NULL, &error);
  g_assert_no_error (error);
  while (hn_rows_next (rows, &error))
    g_string_append_printf (text, "%s: %s\n", table, hn_rows_text (rows, 0));
  g_assert_no_error (error);
}

char *
hn_test_dump (HnRegister *reg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRows) tables =
    hn_register_query (reg,
                       "SELECT \"name\" FROM sqlite_schema WHERE \"type\" = 'table' AND \"name\" <> 'change'"
                       " ORDER BY 1",
                       NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (hn_rows_next (tables, &error))
    dump_table (reg, hn_rows_text (tables, 0), text);
  g_assert_no_error (error);

  return g_string_free_and_steal (text);
}

void
hn_test_assert_fine (HnRegister *reg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = hn_register_verify (reg, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Of a file that no connection of this process has open. */
char *
hn_test_hash (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

/* "kind:id", as a person would type it. */
char *
hn_test_ref (const char *kind,
             gint64      id)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind, id);
}

void
hn_test_set_up (HnTestFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("register.hng");

  fixture->reg = hn_test_create (path);
}

void
hn_test_tear_down (HnTestFixture *fixture,
                   gconstpointer  data)
{
  hn_test_assert_fine (fixture->reg);
  g_object_unref (fixture->reg);
}

/* The register as another program finds it. */
void
hn_test_restart (HnTestFixture *fixture)
{
  g_autofree char *path = g_strdup (hn_register_get_path (fixture->reg));

  g_object_unref (fixture->reg);
  fixture->reg = hn_test_open (path);
}

/* @expected: the titles, with bars between */
void
hn_test_assert_list (HnRegister *reg,
                     const char *kind,
                     const char *where,
                     const char *expected)
{
  g_autofree char *found = hn_test_list (reg, kind, NULL, where, NULL);

  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("%s", where);
  g_assert_cmpstr (found, ==, expected);
}

void
hn_test_undo (HnRegister *reg)
{
  g_autoptr (GError) error = NULL;

  hn_register_undo (reg, NULL, &error);
  g_assert_no_error (error);
}

void
hn_test_redo (HnRegister *reg)
{
  g_autoptr (GError) error = NULL;

  hn_register_redo (reg, NULL, &error);
  g_assert_no_error (error);
}

/* There is nothing to take back, or to do again. */
void
hn_test_assert_nothing (HnRegister *reg,
                        gboolean    undoing)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = undoing ? hn_register_undo_title (reg) : hn_register_redo_title (reg);

  g_assert_null (title);
  g_assert_false (undoing ? hn_register_undo (reg, NULL, &error) : hn_register_redo (reg, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING);
  g_assert_true (g_str_has_suffix (error->message, "."));
}
