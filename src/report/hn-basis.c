/* Lists of the records behind rows and figures. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-basis.h"

static void
basis_free (gpointer data)
{
  HnBasis *basis = data;

  g_array_unref (basis->ids);
  g_free (basis);
}

/**
 * hn_basis_list_new:
 *
 * Returns: (transfer full) (element-type HnBasis): an empty list
 */
GPtrArray *
hn_basis_list_new (void)
{
  return g_ptr_array_new_with_free_func (basis_free);
}

static HnBasis *
find_basis (GPtrArray  *list,
            int         column,
            const char *kind)
{
  HnBasis *basis;

  for (guint i = 0; i < list->len; i++)
    {
      basis = g_ptr_array_index (list, i);
      if (basis->column == column && g_str_equal (basis->kind, kind))
        return basis;
    }

  basis = g_new0 (HnBasis, 1);
  basis->column = column;
  basis->kind = g_intern_string (kind);
  basis->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (list, basis);

  return basis;
}

/**
 * hn_basis_list_add:
 * @column: or %HN_BASIS_ROW
 *
 * Adds a record to the others of its kind behind the column.
 */
void
hn_basis_list_add (GPtrArray  *list,
                   int         column,
                   const char *kind,
                   gint64      id)
{
  g_array_append_val (find_basis (list, column, kind)->ids, id);
}

/**
 * hn_basis_list_append:
 *
 * Adds all records of @basis, behind @column.
 */
void
hn_basis_list_append (GPtrArray     *list,
                      int            column,
                      const HnBasis *basis)
{
  g_array_append_vals (find_basis (list, column, basis->kind)->ids, basis->ids->data, basis->ids->len);
}

/**
 * hn_row_add_basis:
 *
 * Remembers a record that the whole row shows or counts.
 */
void
hn_row_add_basis (HnReportRow *row,
                  const char  *kind,
                  gint64       id)
{
  hn_basis_list_add (row->basis, HN_BASIS_ROW, kind, id);
}

/**
 * hn_row_add_basis_of:
 *
 * Remembers a record that the row's figure in @column counts.
 */
void
hn_row_add_basis_of (HnReportRow *row,
                     guint        column,
                     const char  *kind,
                     gint64       id)
{
  hn_basis_list_add (row->basis, (int) column, kind, id);
}

static void
add_row (GPtrArray         *found,
         const HnReportRow *row,
         guint              column)
{
  gboolean own = FALSE;

  for (guint i = 0; i < row->basis->len; i++)
    own = own || ((HnBasis *) g_ptr_array_index (row->basis, i))->column == (int) column;
  for (guint i = 0; i < row->basis->len; i++)
    {
      const HnBasis *basis = g_ptr_array_index (row->basis, i);

      if (basis->column == (own ? (int) column : HN_BASIS_ROW))
        hn_basis_list_append (found, (int) column, basis);
    }
}

/* The plain rows that a sum in @row is of, as a half-open range of @form's. */
static void
find_summed_rows (const HnReportForm *form,
                  const HnReportRow  *row,
                  guint              *first,
                  guint              *end)
{
  *first = *end = 0;
  if (row == form->total)
    *end = form->rows->len;
  if (row->style != HN_ROW_GROUP || !g_ptr_array_find (form->rows, row, first))
    return;

  for (*end = ++*first; *end < form->rows->len; ++*end)
    if (((HnReportRow *) g_ptr_array_index (form->rows, *end))->style == HN_ROW_GROUP)
      return;
}

/**
 * hn_form_find_basis:
 * @row: one of @form's, or its total
 *
 * The records behind the figure that stands in a row and column: those of the figure itself, else those of its row; of
 * a sum, those of the rows that it sums.
 *
 * Returns: (transfer full): of HnBasis, one a kind, with @column in each; empty where nothing is known
 */
GPtrArray *
hn_form_find_basis (const HnReportForm *form,
                    const HnReportRow  *row,
                    guint               column)
{
  GPtrArray *found = hn_basis_list_new ();
  guint first, end;

  add_row (found, row, column);
  if (found->len > 0)
    return found;

  find_summed_rows (form, row, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const HnReportRow *summed = g_ptr_array_index (form->rows, i);

      if (summed->style == HN_ROW_PLAIN)
        add_row (found, summed, column);
    }

  return found;
}
