/* The forms' tables against the reference tables: forms.csv and indicators.csv. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-csv.h"
#include "hn-form.h"
#include "hn-indicator.h"

static const HnFormSpec *const specs[] = {
  &hn_form_m01, &hn_form_m02, &hn_form_m03, &hn_form_m04, &hn_form_m05, &hn_form_m06, &hn_form_m07,
  &hn_form_m08, &hn_form_m09, &hn_form_m10, &hn_form_m11, &hn_form_m12, &hn_form_m13,
};

static void
read_table (HnCsv      *csv,
            const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("HN_REFERENCE_DIR"), name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  hn_csv_read (csv, text, length, &error);
  g_assert_no_error (error);
}

static const char *
type_name (HnColumnType type)
{
  static const char *const names[] = {
    [HN_COLUMN_TEXT] = "text", [HN_COLUMN_CODE] = "code", [HN_COLUMN_DATE] = "date", [HN_COLUMN_YEAR] = "year",
    [HN_COLUMN_INTEGER] = "int", [HN_COLUMN_DECIMAL] = "decimal", [HN_COLUMN_PERCENT] = "percent",
    [HN_COLUMN_MONEY] = "money", [HN_COLUMN_BOOLEAN] = "bool",
  };

  return names[type];
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
compare_column (const HnColumn *column,
                const HnCsv    *csv,
                guint           row)
{
  const char *type = hn_csv_get (csv, row, "type");

  g_assert_cmpstr (or_empty (column->group), ==, or_empty (hn_csv_get (csv, row, "group_header")));
  g_assert_cmpstr (column->header, ==, hn_csv_get (csv, row, "header"));
  /* A cell with countries is text. */
  g_assert_cmpstr (type_name (column->type), ==, g_str_equal (type, "country") ? "text" : type);
  g_assert_cmpstr (or_empty (column->unit), ==, or_empty (hn_csv_get (csv, row, "unit")));
  g_assert_cmpint (column->sum, ==, g_strcmp0 (hn_csv_get (csv, row, "total_row"), "sum") == 0);
  g_assert_cmpfloat (column->width, >, 0);
}

static void
test_columns (void)
{
  g_auto (HnCsv) csv = { 0 };

  read_table (&csv, "forms.csv");
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      guint column = 0;

      /* Its columns depend on the associations of the register. */
      if (specs[i]->columns == NULL)
        continue;
      for (guint row = 0; row < csv.rows->len; row++)
        {
          if (!g_str_equal (hn_csv_get (&csv, row, "form"), specs[i]->name))
            continue;
          g_assert_cmpuint (column, <, specs[i]->n_columns);
          g_assert_cmpstr (specs[i]->title, ==, hn_csv_get (&csv, row, "title"));
          g_assert_cmpint (specs[i]->landscape, ==, g_str_equal (hn_csv_get (&csv, row, "orientation"), "landscape"));
          compare_column (&specs[i]->columns[column++], &csv, row);
        }
      g_assert_cmpuint (column, ==, specs[i]->n_columns);
    }
}

static void
test_indicators (void)
{
  g_auto (HnCsv) csv = { 0 };
  guint n_indicators;
  const HnIndicator *indicators = hn_indicator_list (&n_indicators);

  read_table (&csv, "indicators.csv");
  g_assert_cmpuint (csv.rows->len, ==, n_indicators);
  for (guint i = 0; i < n_indicators; i++)
    {
      g_assert_cmpstr (indicators[i].code, ==, hn_csv_get (&csv, i, "tt"));
      g_assert_cmpstr (indicators[i].name, ==, hn_csv_get (&csv, i, "chi_tieu"));
      g_assert_cmpstr (or_empty (indicators[i].unit), ==, or_empty (hn_csv_get (&csv, i, "don_vi_tinh")));
      g_assert_cmpint (indicators[i].type == HN_INDICATOR_SECTION, ==,
                       g_str_equal (hn_csv_get (&csv, i, "kind"), "section"));
    }
}

/* A plan can be made for every row that holds figures, under its name there. */
static void
test_plans (void)
{
  const HnChoice *choice = hn_kind_get_field (hn_kind_lookup ("plan_target"), "indicator")->choices;
  guint n_indicators;
  const HnIndicator *indicators = hn_indicator_list (&n_indicators);

  for (guint i = 0; i < n_indicators; i++)
    {
      g_autofree char *label =
        g_strdup_printf ("%s. %s (%s)", indicators[i].code, indicators[i].name, or_empty (indicators[i].unit));

      if (indicators[i].type == HN_INDICATOR_SECTION)
        continue;
      g_assert_cmpstr (choice->name, ==, indicators[i].code);
      g_assert_cmpstr (choice->label.vi, ==, label);
      choice++;
    }
  g_assert_null (choice->name);
}

static void
test_names (void)
{
  const char *const *names = hn_report_form_names ();

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_assert_cmpstr (names[i], ==, specs[i]->name);
      g_assert_cmpstr (hn_report_form_title (names[i]), ==, specs[i]->title);
    }
  g_assert_null (names[G_N_ELEMENTS (specs)]);
  g_assert_null (hn_report_form_title ("M99"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/forms", test_columns);
  g_test_add_func ("/columns/indicators", test_indicators);
  g_test_add_func ("/columns/plans", test_plans);
  g_test_add_func ("/columns/names", test_names);

  return g_test_run ();
}
