/* Figures on a second path: held against other reports, and against all records, walked through one after the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hn-basis.h"
#include "hn-form.h"
#include "random-register.h"
#include "report-fixture.h"

#define N_SEEDS 3

/* --- M03: the year so far, the year before, per cents --------------------- */

enum
{
  PLAN = 3,
  PERIOD,
  SO_FAR,
  YEAR_AGO,
  OF_PLAN,
  OF_YEAR_AGO,
};

/* The figures of a column; NAN where there is none. */
static GArray *
read_column (Fixture    *fixture,
             const char *period,
             guint       column)
{
  HnReportForm *form = fixture_build (fixture, "M03", period);
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < form->rows->len; i++)
    {
      const HnCell *cell = hn_row_cell (g_ptr_array_index (form->rows, i), column);
      double figure = hn_cell_is_number (cell) ? hn_cell_to_double (cell) : (double) NAN;

      g_array_append_val (figures, figure);
    }

  return figures;
}

static void
assert_same (GArray *first,
             GArray *second)
{
  guint n_figures = 0;

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      double one = g_array_index (first, double, i), two = g_array_index (second, double, i);

      g_assert_true (isnan (one) == isnan (two));
      if (isnan (one))
        continue;
      g_assert_cmpfloat (one, ==, two);
      n_figures += one > 0;
    }
  g_assert_cmpuint (n_figures, >, 5);
}

static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) so_far = NULL, nine = NULL, before = NULL, year_ago = NULL;

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  so_far = read_column (fixture, "2021-Q3", SO_FAR);
  nine = read_column (fixture, "2021-9M", PERIOD);
  assert_same (so_far, nine);
  year_ago = read_column (fixture, "2021", YEAR_AGO);
  before = read_column (fixture, "2020", PERIOD);
  assert_same (year_ago, before);
}

/* With one decimal; blank where there is nothing to compare with. */
static guint
assert_ratio (HnReportRow *row,
              guint        column,
              guint        of,
              guint        base)
{
  const HnCell *cell = hn_row_cell (row, column), *above = hn_row_cell (row, of), *below = hn_row_cell (row, base);
  gboolean there = hn_cell_is_number (above) && hn_cell_is_number (below) && below->number > 0;

  g_assert_true (there == hn_cell_is_number (cell));
  if (!there)
    return 0;

  g_assert_cmpint (cell->type, ==, HN_CELL_PERCENT);
  g_assert_cmpuint (cell->decimals, ==, 1);
  g_assert_cmpfloat_with_epsilon ((double) cell->number / 10,
                                  100 * hn_cell_to_double (above) / hn_cell_to_double (below), 0.05 + 1e-9);

  return 1;
}

static void
test_ratios (Fixture       *fixture,
             gconstpointer  data)
{
  HnReportForm *form;
  guint n_plans = 0, n_years = 0;

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  form = fixture_build (fixture, "M03", "2021");
  for (guint i = 0; i < form->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (form->rows, i);

      if (row->style != HN_ROW_PLAIN)
        continue;
      n_plans += assert_ratio (row, OF_PLAN, SO_FAR, PLAN);
      n_years += assert_ratio (row, OF_YEAR_AGO, PERIOD, YEAR_AGO);
    }
  g_assert_cmpuint (n_plans, >, 0);
  g_assert_cmpuint (n_years, >, 5);
}

/* --- M05, M06: days of both ends ------------------------------------------ */

static gint64
ask (HnRegister *reg,
     const char *sql,
     gint64      id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, "i", &error, id);

  g_assert_no_error (error);
  g_assert_true (hn_rows_next (rows, &error));

  return hn_rows_is_null (rows, 0) ? 0 : hn_rows_integer (rows, 0);
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  HnReportForm *form;
  guint n_days = 0;

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  form = fixture_build (fixture, "M05", "2021");
  for (guint i = 0; i < form->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (form->rows, i);
      g_autoptr (GPtrArray) behind = hn_form_find_basis (form, row, 9);
      const HnCell *cell = hn_row_cell (row, 9);
      gint64 id = g_array_index (((HnBasis *) g_ptr_array_index (behind, 0))->ids, gint64, 0);
      gint64 days = ask (fixture->reg,
                         "SELECT CASE WHEN length (\"from\") = 10 AND length (\"to\") = 10"
                         " THEN CAST (julianday (\"to\") - julianday (\"from\") + 1 AS INTEGER) END"
                         " FROM \"delegation\" WHERE \"id\" = ?1",
                         id);

      g_assert_cmpint (hn_cell_is_number (cell) ? cell->number : 0, ==, days);
      n_days += days > 0;
    }
  g_test_message ("%u of %u delegations have days", n_days, form->rows->len);
}

/* --- M09: shares ----------------------------------------------------------- */

/* Shares in tenths of a per cent: off by less than one from what is exact, and together what the head above says. */
static void
test_shares (Fixture       *fixture,
             gconstpointer  data)
{
  HnReportForm *form;
  HnReportRow *head = NULL;
  gint64 total, sum = 0, all = 0;

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  form = fixture_build (fixture, "M09", "2021");
  total = hn_row_cell (form->total, 2)->number;
  g_assert_cmpint (total, >, 0);
  for (guint i = 0; i <= form->rows->len; i++)
    {
      HnReportRow *row = i < form->rows->len ? g_ptr_array_index (form->rows, i) : NULL;

      if (row != NULL && row->style == HN_ROW_PLAIN)
        {
          const HnCell *people = hn_row_cell (row, 2), *share = hn_row_cell (row, 4);

          g_assert_cmpfloat (fabs (1000.0 * (double) people->number / (double) total - (double) share->number), <, 1);
          sum += share->number;
          continue;
        }
      if (head != NULL)
        g_assert_cmpint (hn_row_cell (head, 4)->number, ==, sum);
      all += sum;
      sum = 0;
      head = row;
    }
  g_assert_cmpint (all, ==, 1000);
}

/* --- M01: each membership climbs to its association ------------------------ */

typedef struct
{
  gint64   parent;
  gboolean bilateral;
  gboolean exists;
} Organization;

/* Whether what began and ended on these days is there on the day; unset ends go by what the record says. */
static gboolean
is_there (HnRows    *rows,
          guint      began,
          guint      ended,
          gboolean   stands,
          HnDate     day)
{
  HnDate first, last;

  if (!hn_rows_is_null (rows, began))
    {
      g_assert_true (hn_date_from_iso (hn_rows_text (rows, began), &first));
      if (hn_date_compare (hn_date_first (first), day) > 0)
        return FALSE;
    }
  if (hn_rows_is_null (rows, ended))
    return stands;

  g_assert_true (hn_date_from_iso (hn_rows_text (rows, ended), &last));

  return hn_date_compare (hn_date_first (last), day) > 0;
}

static GHashTable *
read_organizations (HnRegister *reg,
                    HnDate      day)
{
  g_autoptr (HnRows) rows = hn_register_query (
    reg,
    "SELECT \"id\", \"parent\", \"kind\" = 'bilateral', \"founded\", \"ended\", \"status\" = 'active'"
    " FROM \"organization\"",
    "", NULL);
  GHashTable *all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  while (hn_rows_next (rows, NULL))
    {
      gint64 id = hn_rows_integer (rows, 0);
      Organization *organization = g_new0 (Organization, 1);

      organization->parent = hn_rows_integer (rows, 1);
      organization->bilateral = hn_rows_integer (rows, 2) != 0;
      organization->exists = is_there (rows, 3, 4, hn_rows_integer (rows, 5) != 0, day);
      g_hash_table_insert (all, g_memdup2 (&id, sizeof id), organization);
    }

  return all;
}

/* 0 where none above exists, or they go round in a circle. A chapter outlives what it was put under. */
static gint64
climb (GHashTable *organizations,
       gint64      id)
{
  for (guint step = 0; step <= g_hash_table_size (organizations); step++)
    {
      const Organization *organization = g_hash_table_lookup (organizations, &id);

      if (organization == NULL || (step == 0 && !organization->exists))
        return 0;
      if (organization->bilateral)
        return organization->exists ? id : 0;
      id = organization->parent;
    }

  return 0;
}

/* "association/person", each once. */
static GHashTable *
read_members (HnRegister *reg,
              GHashTable *organizations,
              HnDate      day,
              gboolean    women)
{
  g_autoptr (HnRows) rows =
    hn_register_query (reg,
                       "SELECT m.\"organization\", m.\"person\", m.\"joined\", m.\"left\","
                       " m.\"status\" NOT IN ('left', 'deceased'), COALESCE (p.\"gender\" = 'female', 0)"
                       " FROM \"membership\" AS m JOIN \"person\" AS p ON p.\"id\" = m.\"person\"",
                       "", NULL);
  GHashTable *members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (hn_rows_next (rows, NULL))
    {
      gint64 association = climb (organizations, hn_rows_integer (rows, 0));

      if (association == 0 || (women && hn_rows_integer (rows, 5) == 0)
          || !is_there (rows, 2, 3, hn_rows_integer (rows, 4) != 0, day))
        continue;
      g_hash_table_add (members, g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, association,
                                                  hn_rows_integer (rows, 1)));
    }

  return members;
}

static gint64
count_of (GHashTable *members,
          gint64      association)
{
  g_autofree char *prefix = g_strdup_printf ("%" G_GINT64_FORMAT "/", association);
  GHashTableIter iter;
  gpointer key;
  gint64 n = 0;

  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_str_has_prefix (key, prefix);

  return n;
}

static void
test_members (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GHashTable) organizations = NULL, members = NULL, women = NULL;
  HnReportForm *form;
  HnDate day;

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  form = fixture_build (fixture, "M01", "2021");
  day = fixture->report->period->to;
  organizations = read_organizations (fixture->reg, day);
  members = read_members (fixture->reg, organizations, day, FALSE);
  women = read_members (fixture->reg, organizations, day, TRUE);
  g_assert_cmpuint (g_hash_table_size (members), >, 5);
  for (guint i = 0; i < form->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (form->rows, i);
      g_autoptr (GPtrArray) behind = hn_form_find_basis (form, row, 1);
      gint64 id = g_array_index (((HnBasis *) g_ptr_array_index (behind, 0))->ids, gint64, 0);

      g_assert_cmpint (hn_row_cell (row, 11)->number, ==, count_of (members, id));
      g_assert_cmpint (hn_row_cell (row, 12)->number, ==, count_of (women, id));
    }
  g_assert_cmpint (hn_row_cell (form->total, 11)->number, ==, g_hash_table_size (members));
  g_assert_cmpint (hn_row_cell (form->total, 12)->number, ==, g_hash_table_size (women));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*function) (Fixture *, gconstpointer);
  } tests[] = {
    { "periods", test_periods }, { "ratios", test_ratios },   { "days", test_days },
    { "shares", test_shares },   { "members", test_members },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint seed = 1; seed <= N_SEEDS; seed++)
      {
        g_autofree char *path = g_strdup_printf ("/across/%s/%u", tests[i].name, seed);

        g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, tests[i].function, fixture_tear_down);
      }

  return g_test_run ();
}
