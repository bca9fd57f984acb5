/* The records behind the figures of the sample register: as many as each figure counts, and a row for each of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-basis-rows.h"
#include "hn-form.h"
#include "hn-sample.h"
#include "report-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  g_clear_object (&fixture->reg);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  fixture->reg = hn_sample_write (fixture->path, &error);
  g_assert_no_error (error);
}

/* Every number in the column is of that many different records. */
static void
assert_counted (const HnReportForm *form,
                guint               column,
                gboolean            total)
{
  guint counted = 0;

  for (guint i = 0; i < form->rows->len + (total ? 1 : 0); i++)
    {
      const HnReportRow *row = i < form->rows->len ? g_ptr_array_index (form->rows, i) : form->total;
      const HnCell *cell = g_ptr_array_index (row->cells, column);
      g_autoptr (GPtrArray) found = hn_form_find_basis (form, row, column);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

      if (row->style == HN_ROW_NOTHING || cell->type != HN_CELL_INTEGER)
        continue;
      for (guint j = 0; j < found->len; j++)
        {
          const HnBasis *basis = g_ptr_array_index (found, j);

          for (guint k = 0; k < basis->ids->len; k++)
            g_hash_table_add (ids, &g_array_index (basis->ids, gint64, k));
        }
      if (g_hash_table_size (ids) != (guint) cell->number)
        g_error ("%s, row %u, column %s: %u records for %" G_GINT64_FORMAT, form->form, i, form->columns[column].header,
                 g_hash_table_size (ids), cell->number);
      counted++;
    }
  g_assert_cmpuint (counted, >, 0);
}

static void
test_associations (Fixture       *fixture,
                   gconstpointer  data)
{
  HnReportForm *form = fixture_build (fixture, "M01", "2021");

  for (guint column = 0; column < form->n_columns; column++)
    if (form->columns[column].sum)
      assert_counted (form, column, FALSE);
}

static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const periods[] = { "2021", "2025" };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      HnReportForm *form = fixture_build (fixture, "M13", periods[i]);
      guint n = 0;

      for (guint column = 0; column < form->n_columns; column++)
        if (form->columns[column].sum && ((HnCell *) g_ptr_array_index (form->total->cells, column))->number > 0)
          {
            assert_counted (form, column, FALSE);
            n++;
          }
      g_assert_cmpuint (n, >, 2);
    }
}

static void
test_awards (Fixture       *fixture,
             gconstpointer  data)
{
  HnReportForm *cross = g_ptr_array_index (fixture_build (fixture, "M10", "2021")->appended, 0);
  for (guint column = 1; column < cross->n_columns; column++)
    if (((HnCell *) g_ptr_array_index (cross->total->cells, column))->number > 0)
      assert_counted (cross, column, TRUE);
}

/* A row of the sheet for each record of each figure, with what it is called. */
static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HnReportForm) form = NULL;
  g_autoptr (GError) error = NULL;
  const HnReportRow *row;
  guint n = 0, later = 0;

  fixture_build (fixture, "M01", "2021");
  form = hn_basis_form_new (fixture->report);
  g_assert_cmpuint (form->source->n_rows, >, 600);
  g_assert_true (form->source->seek (form->source, fixture->reg, 0, NULL, &error));
  while ((row = form->source->next (form->source, &error)) != NULL)
    {
      for (guint column = 0; column < 9; column++)
        if (column != 3 && column != 6 && column != 7)
          g_assert_cmpint (((HnCell *) g_ptr_array_index (row->cells, column))->type, ==, HN_CELL_TEXT);
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, form->source->n_rows);

  g_assert_true (form->source->seek (form->source, fixture->reg, n - 300, NULL, &error));
  while (form->source->next (form->source, &error) != NULL)
    later++;
  g_assert_cmpuint (later, ==, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("/basis/associations", test_associations);
  ADD ("/basis/areas", test_areas);
  ADD ("/basis/awards", test_awards);
  ADD ("/basis/sheet", test_sheet);
#undef ADD

  return g_test_run ();
}
