/* The records behind the figures of the sample register: as many as each figure counts, and a row for each of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-basis-rows.h"
#include "hn-basis-uses.h"
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

static const char *
get_text (const HnReportRow *row,
          guint              column)
{
  return ((const HnCell *) g_ptr_array_index (row->cells, column))->text;
}

/* Each use of each record, as the report has them: "M01 id". */
static guint
count_uses (GPtrArray  *forms,
            const char *name,
            GHashTable *records)
{
  guint n = 0;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const HnReportForm *form = g_ptr_array_index (forms, i);
      const char *own = name != NULL ? name : form->form;

      for (guint r = 0; r < form->rows->len; r++)
        {
          const HnReportRow *row = g_ptr_array_index (form->rows, r);

          for (guint j = 0; j < row->basis->len; j++)
            {
              const HnBasis *basis = g_ptr_array_index (row->basis, j);

              for (guint k = 0; k < basis->ids->len; k++, n++)
                g_hash_table_add (records,
                                  g_strdup_printf ("%s %" G_GINT64_FORMAT, own, g_array_index (basis->ids, gint64, k)));
            }
        }
      n += count_uses (form->appended, own, records);
    }

  return n;
}

/* A row of the sheet for each record of each form, with what it is called and all the figures that it counts in. */
static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HnReportForm) form = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const HnReportRow *row;
  guint n = 0, later = 0;

  fixture_build (fixture, data, "2021");
  g_assert_cmpuint (count_uses (fixture->report->forms, NULL, records), >, g_hash_table_size (records));
  form = hn_basis_form_new (fixture->report);
  g_assert_cmpuint (form->source->n_rows, ==, g_hash_table_size (records));
  g_assert_cmpuint (form->source->n_rows, >, 500);
  g_assert_true (form->source->seek (form->source, fixture->reg, 0, NULL, &error));
  while ((row = form->source->next (form->source, &error)) != NULL)
    {
      g_autofree char *key = g_strdup_printf ("%s %s", get_text (row, 0), get_text (row, 6));

      g_assert_nonnull (get_text (row, 1));
      g_assert_nonnull (get_text (row, 2));
      g_assert_nonnull (get_text (row, 5));
      g_assert_true (g_hash_table_remove (records, key));
      n++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, form->source->n_rows);
  g_assert_cmpuint (g_hash_table_size (records), ==, 0);

  g_assert_true (form->source->seek (form->source, fixture->reg, n - 300, NULL, &error));
  while (form->source->next (form->source, &error) != NULL)
    later++;
  g_assert_cmpuint (later, ==, 300);
}

/* A record names all figures that it counts in, those of the small table below the form too. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HnBasisUses) uses = NULL;
  g_autofree char *said = NULL;

  fixture_build (fixture, "M10", "2021");
  uses = hn_basis_uses_new (fixture->report);
  said = hn_basis_uses_describe (uses, &g_array_index (uses->records, HnBasisRecord, 0));
  g_assert_cmpstr (said, ==, data);
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
  g_test_add ("/basis/sheet/M01", Fixture, "M01", set_up, test_sheet, fixture_tear_down);
  g_test_add ("/basis/sheet/M13", Fixture, "M13", set_up, test_sheet, fixture_tear_down);
  g_test_add ("/basis/figures", Fixture, "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang; Bằng khen: Tập thể 1, Cộng 1",
              set_up, test_figures, fixture_tear_down);
#undef ADD

  return g_test_run ();
}
