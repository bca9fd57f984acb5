/* The areas of a new register against the reference table: each unit with its days, and no other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-csv.h"
#include "hn-test-register.h"

static void
read_units (HnCsv *csv)
{
  g_autofree char *path = g_build_filename (g_getenv ("HN_REFERENCE_DIR"), "admin-units.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  hn_csv_read (csv, text, length, &error);
  g_assert_no_error (error);
}

static GPtrArray *
find_areas (HnRegister *reg,
            const char *code,
            const char *valid_to)
{
  g_autofree char *by_code = code != NULL ? g_strconcat ("code=", code, NULL) : NULL;
  g_autofree char *by_end = g_strconcat ("valid_to=", valid_to != NULL ? valid_to : "", NULL);
  const char *where[] = { by_code, by_end, NULL };
  HnListing listing = { .kind = hn_kind_lookup ("area"), .where = code != NULL ? where : NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, &error);
  GPtrArray *areas;

  g_assert_no_error (error);
  areas = hn_register_load_many (reg, listing.kind, (gint64 *) (void *) ids->data, ids->len, &error);
  g_assert_no_error (error);

  return areas;
}

/* One row of the table: there once, by its code and last day, with the name and the unit above that it had. */
static void
assert_unit (HnRegister  *reg,
             const HnCsv *csv,
             guint        row)
{
  static const char *const levels[][2] = {
    { "tỉnh", "province" }, { "huyện", "district" }, { "xã (cũ)", "old_commune" }, { "xã", "commune" },
  };
  g_autoptr (GPtrArray) areas = find_areas (reg, hn_csv_get (csv, row, "code"), hn_csv_get (csv, row, "valid_to"));
  const char *name = hn_csv_get (csv, row, "name");
  const HnRecord *area = NULL;

  for (guint i = 0; i < areas->len; i++)
    if (g_strcmp0 (hn_record_get_text (g_ptr_array_index (areas, i), "name"), name) == 0)
      {
        g_assert_null (area);
        area = g_ptr_array_index (areas, i);
      }
  g_assert_nonnull (area);

  g_assert_cmpstr (hn_record_get_text (area, "valid_from"), ==, hn_csv_get (csv, row, "valid_from"));
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i][0], hn_csv_get (csv, row, "level")))
      g_assert_cmpstr (hn_record_get_text (area, "level"), ==, levels[i][1]);
}

static void
test_areas (void)
{
  g_autofree char *path = hn_test_path ("areas.huunghi");
  g_autoptr (HnRegister) reg = hn_test_create (path);
  g_autoptr (GPtrArray) all = find_areas (reg, NULL, NULL);
  g_auto (HnCsv) csv = { 0 };

  read_units (&csv);
  g_assert_cmpuint (csv.rows->len, ==, 493);
  for (guint i = 0; i < csv.rows->len; i++)
    assert_unit (reg, &csv, i);

  /* And Hà Bắc, which the table does not go back to. */
  g_assert_cmpuint (all->len, ==, csv.rows->len + 1);
}

/* Two offices of a province agree about its areas, which they refer to. */
static void
test_same_ids (void)
{
  g_autofree char *first_path = hn_test_path ("first.huunghi");
  g_autofree char *second_path = hn_test_path ("second.huunghi");
  g_autoptr (HnRegister) first = hn_test_create (first_path);
  g_autoptr (HnRegister) second = hn_test_create (second_path);
  g_autoptr (GPtrArray) areas = find_areas (first, NULL, NULL);
  g_autoptr (GPtrArray) others = find_areas (second, NULL, NULL);

  g_assert_cmpuint (areas->len, ==, others->len);
  for (guint i = 0; i < areas->len; i++)
    g_assert_true (hn_record_equal (g_ptr_array_index (areas, i), g_ptr_array_index (others, i)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seed/areas", test_areas);
  g_test_add_func ("/seed/same-ids", test_same_ids);

  return g_test_run ();
}
