/* Every figure of every form over random registers, counted once more from the records that it says it counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-basis.h"
#include "hn-form.h"
#include "random-register.h"
#include "recount.h"

#define N_SEEDS 4

#define THESE " WHERE \"id\" IN (SELECT value FROM json_each (?1))"
#define COUNT(table) "SELECT COUNT (*) FROM \"" table "\"" THESE
#define SUM(table, what) "SELECT SUM (" what ") FROM \"" table "\"" THESE
#define PERSONS "SELECT COUNT (DISTINCT \"person\") FROM \"membership\"" THESE
#define WOMEN PERSONS " AND \"person\" IN (SELECT \"id\" FROM \"person\" WHERE \"gender\" = 'female')"

/* How a column is counted from records of one kind. M03 has a line an indicator, for all of its columns. */
static const struct
{
  const char *form;
  const char *code;
  guint       column;
  const char *kind;
  const char *sql;
} recounts[] = {
  { "M01", NULL, 8, "office", "SELECT COUNT (DISTINCT \"person\") FROM \"office\"" THESE },
  { "M01", NULL, 9, "organization", COUNT ("organization") " AND \"kind\" = 'local'" },
  { "M01", NULL, 10, "organization", COUNT ("organization") " AND \"kind\" = 'branch'" },
  { "M01", NULL, 11, "membership", PERSONS },
  { "M01", NULL, 12, "membership", WOMEN },
  { "M01", NULL, 13, "membership", PERSONS },
  { "M03", "1", 0, "organization", COUNT ("organization") " AND \"kind\" = 'bilateral'" },
  { "M03", "2", 0, "organization", COUNT ("organization") " AND \"kind\" IN ('local', 'branch')" },
  { "M03", "3", 0, "membership", PERSONS },
  { "M03", "3.1", 0, "membership", WOMEN },
  { "M03", "4", 0, "membership", PERSONS },
  { "M03", "5", 0, "term", COUNT ("term") },
  { "M03", "5", 0, "event", COUNT ("event") " AND \"type\" = 'congress'" },
  { "M03", "6", 0, "event", COUNT ("event") " AND \"type\" = 'information_conference'" },
  { "M03", "7", 0, "event", SUM ("event", ALL_PEOPLE) },
  { "M03", "8", 0, "publication", SUM ("publication", "\"count\"") },
  { "M03", "9", 0, "event", COUNT ("event") " AND \"state\" = 'held'" },
  { "M03", "10", 0, "event", SUM ("event", ALL_PEOPLE) },
  { "M03", "10.1", 0, "event", SUM ("event", PEOPLE ("foreign")) },
  { "M03", "11", 0, "agreement", COUNT ("agreement") },
  { "M03", "12", 0, "delegation", COUNT ("delegation") " AND \"direction\" = 'out'" },
  { "M03", "12.1", 0, "delegation", SUM ("delegation", "\"size\"") },
  { "M03", "13", 0, "delegation", COUNT ("delegation") " AND \"direction\" = 'in'" },
  { "M03", "13.1", 0, "delegation", SUM ("delegation", "\"size\"") },
  { "M03", "14", 0, "event", COUNT ("event") " AND \"type\" = 'international_conference'" },
  { "M03", "15", 0, "aid_project", COUNT ("aid_project") },
  { "M03", "15.1", 0, "aid_project", COUNT ("aid_project") " AND \"kind\" IN ('programme', 'project')" },
  { "M03", "15.2", 0, "aid_project", COUNT ("aid_project") " AND \"kind\" IN ('non_project', 'emergency')" },
  { "M03", "16", 0, "aid_project", SUM ("aid_project", USD ("\"committed_amount\"")) },
  { "M03", "17", 0, "disbursement", SUM ("disbursement", USD ("\"amount\"")) },
  { "M03", "18", 0, "campaign", COUNT ("campaign") },
  { "M03", "19", 0, "donation",
    SUM ("donation", "COALESCE (" DONG ("\"amount\"") ", " CONVERTED ("\"amount\"") ")") },
  { "M03", "20", 0, "donation", SUM ("donation", "\"value\"") },
  { "M03", "21", 0, "person", COUNT ("person") " AND \"country\" <> 'VN'" },
  { "M03", "22", 0, "organization", COUNT ("organization") " AND \"kind\" IN ('abroad', 'hometown')" },
  { "M03", "23", 0, "contact_log", COUNT ("contact_log") },
  { "M03", "23", 0, "participant", COUNT ("participant") },
  { "M03", "24", 0, "remittance", SUM ("remittance", USD ("\"amount\"")) },
  { "M03", "25", 0, "award", COUNT ("award") " AND \"recipient_organization\" IS NOT NULL" },
  { "M03", "26", 0, "award", COUNT ("award") " AND \"recipient_person\" IS NOT NULL" },
  { "M04", NULL, 8, "event", SUM ("event", ALL_PEOPLE) },
  { "M04", NULL, 9, "event", SUM ("event", PEOPLE ("foreign")) },
  { "M04", NULL, 10, "event", SUM ("event", DONG ("\"cost\"")) },
  { "M05", NULL, 3, "delegation", SUM ("delegation", "\"size\"") },
  { "M05", NULL, 10, "delegation", SUM ("delegation", "\"cost_state\"") },
  { "M05", NULL, 11, "delegation", SUM ("delegation", "\"cost_partner\"") },
  { "M05", NULL, 12, "delegation", SUM ("delegation", "\"cost_other\"") },
  { "M06", NULL, 4, "delegation", SUM ("delegation", "\"size\"") },
  { "M07", NULL, 12, "aid_project", SUM ("aid_project", USD ("\"committed_amount\"")) },
  { "M07", NULL, 13, "aid_project",
    SUM ("aid_project", "COALESCE (" DONG ("\"committed_amount\"") ", " CONVERTED ("\"committed_amount\"") ")") },
  { "M07", NULL, 14, "aid_project", SUM ("aid_project", "\"counterpart\"") },
  { "M07", NULL, 15, "disbursement", SUM ("disbursement", USD ("\"amount\"")) },
  { "M07", NULL, 16, "disbursement", SUM ("disbursement", USD ("\"amount\"")) },
  { "M07", NULL, 17, "aid_project", SUM ("aid_project", USD ("\"committed_amount\"")) },
  { "M07", NULL, 17, "disbursement", SUM ("disbursement", USD ("-\"amount\"")) },
  { "M08", NULL, 4, "donation", SUM ("donation", DONG ("\"amount\"")) },
  { "M08", NULL, 6, "donation", SUM ("donation", CONVERTED ("\"amount\"")) },
  { "M08", NULL, 9, "donation", SUM ("donation", "\"quantity\"") },
  { "M08", NULL, 10, "donation", SUM ("donation", "\"value\"") },
  { "M08", NULL, 11, "donation",
    SUM ("donation", "COALESCE (\"value\", " DONG ("\"amount\"") ", " CONVERTED ("\"amount\"") ")") },
  { "M09", NULL, 2, "person", COUNT ("person") },
  { "M09", NULL, 3, "person", COUNT ("person") " AND \"gender\" = 'female'" },
  { "M09", NULL, 5, "person", COUNT ("person") " AND \"residence_purpose\" = 'labour'" },
  { "M09", NULL, 6, "person", COUNT ("person") " AND \"residence_purpose\" = 'study'" },
  { "M09", NULL, 7, "person", COUNT ("person") " AND \"residence_purpose\" = 'settled'" },
  { "M09", NULL, 8, "person", COUNT ("person") " AND COALESCE (\"residence_purpose\", 'other') = 'other'" },
  { "M09", NULL, 9, "organization", COUNT ("organization") " AND \"kind\" = 'abroad'" },
  { "M09", NULL, 10, "person", COUNT ("person") " AND \"prominent\" = 1" },
  { "M10", NULL, 8, "award", SUM ("award", "\"amount\"") },
  { "M11", NULL, 7, "event", SUM ("event", PEOPLE ("domestic")) },
  { "M11", NULL, 8, "event", SUM ("event", PEOPLE ("foreign")) },
  { "M11", NULL, 9, "event", SUM ("event", DONG ("\"cost\"")) },
  { "M12", NULL, 4, "anniversary", SUM ("anniversary", "2021 - substr (\"day\", 1, 4)") },
};

/* Figures that count no records: ordinals, years, days and per cents. */
static gboolean
is_counted (const HnReportForm *form,
            guint               column)
{
  if (column == 0 || form->columns[column].type == HN_COLUMN_PERCENT || form->columns[column].type == HN_COLUMN_YEAR)
    return FALSE;

  return !(g_str_equal (form->form, "M05") && column == 9);
}

static gint64
count_records (HnRegister    *reg,
               const char    *sql,
               const HnBasis *basis)
{
  g_autoptr (GString) ids = g_string_new ("[");
  g_autoptr (HnRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < basis->ids->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (basis->ids, gint64, i));
  g_string_append_c (ids, ']');
  rows = hn_register_query (reg, sql, "s", &error, ids->str);
  g_assert_no_error (error);
  g_assert_true (hn_rows_next (rows, &error));

  return hn_rows_integer (rows, 0);
}

/* (nullable): behind a nought stands only what the row is about */
static const char *
find_recount (const HnReportForm *form,
              const HnReportRow  *row,
              guint               column,
              const char         *kind)
{
  gboolean is_summary = g_str_equal (form->form, "M03");

  if (g_str_equal (kind, "plan_target"))
    return "SELECT MIN (\"amount\") FROM \"plan_target\"" THESE;
  if (g_str_equal (form->form, "M13"))
    return g_str_equal (kind, "membership") ? PERSONS : COUNT ("organization");

  for (guint i = 0; i < G_N_ELEMENTS (recounts); i++)
    if (g_str_equal (recounts[i].form, form->form) && g_str_equal (recounts[i].kind, kind)
        && (is_summary ? g_str_equal (recounts[i].code, hn_row_cell ((HnReportRow *) row, 0)->text)
                       : recounts[i].column == column))
      return recounts[i].sql;

  return NULL;
}

static guint
recount_cell (HnRegister         *reg,
              const HnReportForm *form,
              const HnReportRow  *row,
              guint               column)
{
  const HnCell *cell = hn_row_cell ((HnReportRow *) row, column);
  g_autoptr (GPtrArray) behind = NULL;
  gint64 number = cell->number, counted = 0;

  if (!hn_cell_is_number (cell) || !is_counted (form, column))
    return 0;

  for (guint i = cell->decimals; i < recount_full_decimals (form, row, column); i++)
    number *= 10;
  behind = hn_form_find_basis (form, row, column);
  for (guint i = 0; i < behind->len; i++)
    {
      const HnBasis *basis = g_ptr_array_index (behind, i);

      const char *sql = find_recount (form, row, column, basis->kind);

      if (sql != NULL)
        counted += count_records (reg, sql, basis);
    }
  if (counted != number)
    g_error ("%s, column %u of %s: %" G_GINT64_FORMAT " stands, %" G_GINT64_FORMAT " was counted", form->form, column,
             hn_row_cell ((HnReportRow *) row, 1)->text, number, counted);

  return 1;
}

/* Sums of the plain rows behind each head, and of all. */
static void
assert_sums (const HnReportForm *form)
{
  for (guint column = 0; column < form->n_columns; column++)
    {
      HnReportRow *group = NULL;
      gint64 sum = 0, all = 0;

      if (!form->columns[column].sum)
        continue;
      for (guint i = 0; i <= form->rows->len; i++)
        {
          HnReportRow *row = i < form->rows->len ? g_ptr_array_index (form->rows, i) : NULL;

          if (row != NULL && row->style == HN_ROW_PLAIN)
            {
              sum += hn_row_cell (row, column)->number;
              continue;
            }
          if (group != NULL && hn_cell_is_number (hn_row_cell (group, column)))
            g_assert_cmpint (hn_row_cell (group, column)->number, ==, sum);
          all += sum;
          sum = 0;
          group = row;
        }
      g_assert_cmpint (hn_row_cell (form->total, column)->number, ==, all);
    }
}

/* M13: what stands in the pairs of a row is what stands behind them. */
static void
assert_across (const HnReportForm *form)
{
  for (guint i = 0; i <= form->rows->len; i++)
    {
      HnReportRow *row = i < form->rows->len ? g_ptr_array_index (form->rows, i) : form->total;
      gint64 sums[2] = { 0 };
      guint column = 2;

      if (row->style == HN_ROW_GROUP || row->style == HN_ROW_NOTHING)
        continue;
      for (; !g_str_equal (form->columns[column].group, "Tổng số"); column++)
        sums[column % 2] += hn_row_cell (row, column)->number;
      g_assert_cmpint (hn_row_cell (row, column)->number, ==, sums[0]);
      g_assert_cmpint (hn_row_cell (row, column + 1)->number, ==, sums[1]);
    }
}

/* Each figure of the table below a form counts the records behind it. */
static void
assert_crossed (const HnReportForm *form)
{
  const HnReportForm *table = g_ptr_array_index (form->appended, 0);

  for (guint i = 0; i < table->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (table->rows, i);

      for (guint column = 1; column < table->n_columns; column++)
        {
          g_autoptr (GPtrArray) behind = hn_form_find_basis (table, row, column);
          gint64 n_records = behind->len > 0 ? ((HnBasis *) g_ptr_array_index (behind, 0))->ids->len : 0;

          g_assert_cmpint (hn_row_cell (row, column)->number, ==, n_records);
        }
    }
}

/* M10: all awards of the cross table are in the form. */
static void
assert_awards (const HnReportForm *form)
{
  const HnReportForm *table = g_ptr_array_index (form->appended, 0);
  gint64 all = 0;

  for (guint i = 0; i < form->rows->len; i++)
    all += ((HnReportRow *) g_ptr_array_index (form->rows, i))->style == HN_ROW_PLAIN;
  g_assert_cmpint (hn_row_cell (table->total, 4)->number, ==, all);
}

/* M03: a part is no more than the whole. */
static void
assert_parts (const HnReportForm *form)
{
  for (guint i = 1; i < form->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (form->rows, i), *above = g_ptr_array_index (form->rows, i - 1);

      if (!g_str_has_prefix (hn_row_cell (row, 1)->text, "Trong đó"))
        continue;
      for (guint column = 4; column <= 6; column++)
        if (hn_cell_is_number (hn_row_cell (row, column)))
          g_assert_cmpfloat (hn_cell_to_double (hn_row_cell (row, column)), <=,
                             hn_cell_to_double (hn_row_cell (above, column)));
    }
}

/* M02: each head counts the rows behind it, and each row is a member of that day. */
static guint
recount_members (HnRegister         *reg,
                 const HnReportForm *form)
{
  g_autoptr (GHashTable) persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  const HnReportRow *row;
  guint n_rows = 0, left = 0;

  g_assert_true (form->source->seek (form->source, reg, 0, NULL, &error));
  while ((row = form->source->next (form->source, &error)) != NULL)
    {
      n_rows++;
      if (row->style == HN_ROW_GROUP)
        {
          const char *count = strrchr (hn_row_cell ((HnReportRow *) row, 1)->text, '(');

          g_assert_cmpuint (left, ==, 0);
          left = (guint) g_ascii_strtoull (count + 1, NULL, 10);
          continue;
        }
      g_assert_cmpuint (left--, >, 0);
      g_hash_table_add (persons,
                        g_memdup2 (&g_array_index (((HnBasis *) g_ptr_array_index (row->basis, 1))->ids, gint64, 0),
                                   sizeof (gint64)));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (left, ==, 0);
  g_assert_cmpuint (n_rows, ==, form->source->n_rows);
  said = g_strdup_printf ("Danh sách này có %u hội viên;", g_hash_table_size (persons));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (form->notes, 0), said));

  return n_rows;
}

static void
check_form (HnRegister   *reg,
            HnReportForm *form)
{
  guint n_checked = 0;

  if (form->source != NULL)
    {
      g_assert_cmpuint (recount_members (reg, form), >, 10);
      return;
    }
  for (guint i = 0; i < form->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (form->rows, i);

      for (guint column = 0; row->style == HN_ROW_PLAIN && column < form->n_columns; column++)
        n_checked += recount_cell (reg, form, row, column);
    }
  if (g_test_verbose ())
    g_test_message ("%s: %u figures", form->form, n_checked);
  if (n_checked == 0)
    g_error ("%s: the register has nothing to try it with", form->form);
  if (form->total != NULL)
    assert_sums (form);
  if (g_str_equal (form->form, "M13"))
    assert_across (form);
  if (g_str_equal (form->form, "M03"))
    assert_parts (form);
  if (g_str_equal (form->form, "M07") && form->appended != NULL)
    assert_sums (g_ptr_array_index (form->appended, 0));
  if (g_str_equal (form->form, "M01") || g_str_equal (form->form, "M10"))
    assert_crossed (form);
  if (g_str_equal (form->form, "M10"))
    assert_awards (form);
  if (g_str_equal (form->form, "M09"))
    g_assert_cmpint (hn_row_cell (form->total, 4)->number, ==, 1000);
}

static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  HnReport *report;

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  report = recount_build (fixture, "2021", TRUE);
  g_assert_cmpuint (report->forms->len, ==, g_strv_length ((char **) hn_report_form_names ()));
  for (guint i = 0; i < report->forms->len; i++)
    check_form (fixture->reg, g_ptr_array_index (report->forms, i));
  hn_report_free (report);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *records = g_strdup_printf ("/recount/records/%u", seed);

      g_test_add (records, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_records, fixture_tear_down);
    }

  return g_test_run ();
}
