/* A list as a file: whole or as it was before, and nothing in it that a spreadsheet would calculate. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-plain-cell.h"
#include "hn-test-register.h"
#include "plain-register.h"

typedef struct
{
  HnRegister *reg;
  HnPlainList *list;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  ending)
{
  g_autofree char *path = hn_test_path ("plain.huunghi");
  g_autofree char *name = g_strconcat ("danh sách", ending, NULL);

  fixture->reg = hn_test_create (path);
  fixture->list = plain_donations (fixture->reg);
  fixture->folder = g_dir_make_tmp ("plain-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  ending)
{
  hn_plain_list_unref (fixture->list);
  g_object_unref (fixture->reg);
  g_unlink (fixture->path);
  /* Nothing else is left there. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
remember_progress (double   done,
                   gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (done, >=, *last);
  *last = done;
}

static void
test_write (Fixture       *fixture,
            gconstpointer  ending)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  double progress = 0;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  hn_plain_list_write (fixture->list, fixture->reg, fixture->path, remember_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (progress, ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, g_str_equal (ending, ".csv") ? "\xef\xbb\xbf"
                                                                           "Ngày nhận;"
                                                                         : "PK\3\4"));
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  ending)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (hn_plain_list_write (fixture->list, fixture->reg, fixture->path, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  ending)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (fixture->folder, "/none/list", ending, NULL);

  g_assert_false (hn_plain_list_write (fixture->list, fixture->reg, path, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "none"));
}

/* Deleted while it was written: the others are there. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  ending)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  hn_test_delete (fixture->reg, "donation", g_array_index (fixture->list->ids, gint64, 1), HN_DELETE_ALONE, 0);
  hn_plain_list_write (fixture->list, fixture->reg, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[1], "06/05/2021;"));
  g_assert_true (g_str_has_prefix (lines[2], "2021;"));
}

static void
test_formulas (void)
{
  const char *const formulas[] = { "=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "\t=1", "--", "+a" };
  const char *const harmless[] = { "", "Lào", "+84 912 345 678", "-5", "-1.234,50", "(0204) 3855", "a=b" };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    g_assert_true (hn_plain_is_formula (formulas[i]));
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    g_assert_false (hn_plain_is_formula (harmless[i]));
}

static HnPlainType
type_of (const char *kind,
         const char *field,
         const char *input,
         char      **printed)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup (kind));
  g_autoptr (GError) error = NULL;
  g_auto (HnPlainCell) cell = { 0 };

  hn_record_set_input (record, field, input, (HnDate) { 2021, 5, 6 }, &error);
  g_assert_no_error (error);
  hn_plain_cell_init (&cell, record, hn_kind_get_field (hn_kind_lookup (kind), field));
  g_free (*printed);
  *printed = cell.type == HN_PLAIN_DATE ? g_strdup_printf ("%d", hn_plain_cell_serial (&cell))
             : cell.text != NULL        ? g_strdup (cell.text)
                                        : g_strdup_printf ("%.4f", hn_plain_cell_double (&cell));

  return cell.type;
}

static void
test_cells (void)
{
  g_autofree char *printed = NULL;

  g_assert_cmpint (type_of ("person", "birth", "1/3/1901", &printed), ==, HN_PLAIN_DATE);
  g_assert_cmpstr (printed, ==, "426");
  g_assert_cmpint (type_of ("person", "birth", "31/12/1900", &printed), ==, HN_PLAIN_TEXT);
  g_assert_cmpstr (printed, ==, "31/12/1900");
  g_assert_cmpint (type_of ("person", "birth", "3/1960", &printed), ==, HN_PLAIN_TEXT);
  g_assert_cmpint (type_of ("person", "phone", "0912 345 678", &printed), ==, HN_PLAIN_TEXT);
  g_assert_cmpint (type_of ("person", "phone", "", &printed), ==, HN_PLAIN_EMPTY);
  g_assert_cmpint (type_of ("person", "gender", "nam", &printed), ==, HN_PLAIN_TEXT);
  g_assert_cmpstr (printed, ==, "Nam");
  g_assert_cmpint (type_of ("diaspora_count", "share", "54,2", &printed), ==, HN_PLAIN_PERCENT);
  g_assert_cmpstr (printed, ==, "0.5420");
  g_assert_cmpint (type_of ("event", "participants_foreign", "1.250", &printed), ==, HN_PLAIN_NUMBER);
  g_assert_cmpstr (printed, ==, "1250.0000");
  /* A double would make another number of it. */
  g_assert_cmpint (type_of ("event", "participants_foreign", "9.007.199.254.740.993", &printed), ==, HN_PLAIN_TEXT);
  g_assert_cmpstr (printed, ==, "9.007.199.254.740.993");
}

static void
test_columns (void)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) fields = hn_plain_list_fields (kinds[i]);

      for (guint j = 0; j < fields->len; j++)
        g_assert_cmpint (((const HnField *) g_ptr_array_index (fields, j))->flags & HN_FIELD_SENSITIVE, ==, 0);
    }
}

static void
test_names (void)
{
  const HnKind *kind = hn_kind_lookup ("event");
  g_autofree char *day = hn_date_to_iso (hn_date_today ());
  g_autofree char *name = hn_plain_list_file_name (kind, "xlsx");
  g_autofree char *wanted = g_strdup_printf ("danh-sach-hoat-dong-%s.xlsx", day);

  g_assert_cmpstr (name, ==, wanted);
}

/* How many there are is written as everywhere. */
static void
test_describe (void)
{
  g_autoptr (GPtrArray) fields = hn_plain_list_fields (hn_kind_lookup ("event"));
  g_autoptr (GArray) ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  HnPlainList *list;
  g_autofree char *said = NULL;

  g_array_set_size (ids, 12345);
  list = hn_plain_list_new (hn_kind_lookup ("event"), fields, ids, NULL);
  said = hn_plain_list_describe (list);
  g_assert_true (g_str_has_prefix (said, "12.345 bản ghi · "));
  hn_plain_list_unref (list);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/plain-list/xlsx/write", Fixture, ".xlsx", set_up, test_write, tear_down);
  g_test_add ("/report/plain-list/xlsx/cancelled", Fixture, ".xlsx", set_up, test_cancelled, tear_down);
  g_test_add ("/report/plain-list/xlsx/no-folder", Fixture, ".xlsx", set_up, test_no_folder, tear_down);
  g_test_add ("/report/plain-list/csv/write", Fixture, ".csv", set_up, test_write, tear_down);
  g_test_add ("/report/plain-list/csv/cancelled", Fixture, ".csv", set_up, test_cancelled, tear_down);
  g_test_add ("/report/plain-list/csv/no-folder", Fixture, ".csv", set_up, test_no_folder, tear_down);
  g_test_add ("/report/plain-list/csv/gone", Fixture, ".csv", set_up, test_gone, tear_down);
  g_test_add_func ("/report/plain-list/formulas", test_formulas);
  g_test_add_func ("/report/plain-list/cells", test_cells);
  g_test_add_func ("/report/plain-list/columns", test_columns);
  g_test_add_func ("/report/plain-list/names", test_names);
  g_test_add_func ("/report/plain-list/describe", test_describe);

  return g_test_run ();
}
