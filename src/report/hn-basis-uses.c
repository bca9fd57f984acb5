/* Which figures of a report each record stands behind: a report knows the records behind each figure, and this turns it
 * round, so that a record that counts in many places is listed once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-basis-uses.h"

#include <stdlib.h>

#include "hn-form.h"
#include "hn-number.h"

/* A figure, or all those of a row. */
typedef struct
{
  const HnReportForm *form;
  const HnReportRow  *row;
  guint               index;    /* of the row */
  int                 column;   /* as of HnBasis */
  gboolean            appended; /* the columns of the form have no numbers */
} Figure;

/* One record behind one figure. */
typedef struct
{
  const char *kind;
  gint64      id;
  guint       figure;
  guint       place; /* among all of the form */
} Use;

/* --- finding them -------------------------------------------------------- */

static void
add_figure (HnBasisUses   *self,
            GArray        *uses,
            const Figure  *figure,
            const HnBasis *basis)
{
  Use use = { basis->kind, 0, self->figures->len, 0 };

  g_array_append_vals (self->figures, figure, 1);
  for (guint i = 0; i < basis->ids->len; i++)
    {
      use.id = g_array_index (basis->ids, gint64, i);
      use.place = uses->len;
      g_array_append_val (uses, use);
    }
}

/* In the order of the columns, not of the records that were counted first: what a report says of one register is
 * always the same. */
static void
add_uses (HnBasisUses        *self,
          GArray             *uses,
          const HnReportForm *form,
          gboolean            appended)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      const HnReportRow *row = g_ptr_array_index (form->rows, i);

      for (int column = HN_BASIS_ROW; column < (int) form->n_columns; column++)
        for (guint j = 0; j < row->basis->len; j++)
          {
            const HnBasis *basis = g_ptr_array_index (row->basis, j);
            const Figure figure = { form, row, i, column, appended };

            if (basis->column == column)
              add_figure (self, uses, &figure, basis);
          }
    }
  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    add_uses (self, uses, g_ptr_array_index (form->appended, i), TRUE);
}

static int
compare_by_record (gconstpointer a,
                   gconstpointer b)
{
  const Use *first = a, *second = b;

  if (first->id != second->id)
    return first->id < second->id ? -1 : 1;

  return (first->place > second->place) - (first->place < second->place);
}

/* A record while the others of its form are found: place is that of its first figure. */
typedef struct
{
  HnBasisRecord record;
  guint         place;
} Found;

static int
compare_by_place (gconstpointer a,
                  gconstpointer b)
{
  const Found *first = a, *second = b;

  return (first->place > second->place) - (first->place < second->place);
}

/* Ids are unique over all kinds. */
static void
add_records (HnBasisUses        *self,
             const HnReportForm *form,
             GArray             *uses)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  if (uses->len > 0)
    qsort (uses->data, uses->len, sizeof (Use), compare_by_record);
  for (guint i = 0; i < uses->len; i++)
    {
      const Use *use = &g_array_index (uses, Use, i);

      if (i == 0 || use->id != use[-1].id)
        {
          const Found next = { { form->form, use->kind, use->id, self->uses->len, 0 }, use->place };

          g_array_append_val (found, next);
        }
      if (i > 0 && use->id == use[-1].id && use->figure == use[-1].figure)
        continue;
      g_array_append_val (self->uses, use->figure);
      g_array_index (found, Found, found->len - 1).record.n_figures++;
    }

  if (found->len > 0)
    qsort (found->data, found->len, sizeof (Found), compare_by_place);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (self->records, g_array_index (found, Found, i).record);
}

/**
 * hn_basis_uses_new:
 * @report: which must live as long
 *
 * Returns: (transfer full): the records behind the figures of all forms; the rows of lists that are read as they are
 *   written are records themselves and not among them
 */
HnBasisUses *
hn_basis_uses_new (const HnReport *report)
{
  HnBasisUses *self = g_new0 (HnBasisUses, 1);

  self->records = g_array_new (FALSE, FALSE, sizeof (HnBasisRecord));
  self->uses = g_array_new (FALSE, FALSE, sizeof (guint));
  self->figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  for (guint i = 0; i < report->forms->len; i++)
    {
      const HnReportForm *form = g_ptr_array_index (report->forms, i);
      g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));

      add_uses (self, uses, form, FALSE);
      add_records (self, form, uses);
    }

  return self;
}

/**
 * hn_basis_uses_free:
 * @self: (transfer full): the figures by the records behind them
 */
void
hn_basis_uses_free (HnBasisUses *self)
{
  g_array_unref (self->records);
  g_array_unref (self->uses);
  g_array_unref (self->figures);
  g_free (self);
}

/* --- saying them --------------------------------------------------------- */

/* "3. Tổng số hội viên", "Hội Việt - Lào", or "Dòng 5" */
static char *
describe_row (const Figure *figure)
{
  const HnReportForm *form = figure->form;
  const char *code = NULL;

  for (guint i = 0; i < form->n_columns; i++)
    {
      const HnCell *cell = g_ptr_array_index (figure->row->cells, i);

      if (cell->type != HN_CELL_TEXT)
        continue;
      if (form->columns[i].type == HN_COLUMN_CODE && code == NULL && i == 0)
        code = cell->text;
      else if (form->columns[i].type == HN_COLUMN_TEXT)
        return code != NULL ? g_strdup_printf ("%s. %s", code, cell->text) : g_strdup (cell->text);
    }

  return g_strdup_printf ("Dòng %u", figure->index + 1);
}

/* The column by its number in the form, and what it says if that is a number: "(5) 91". */
static void
describe_column (GString      *text,
                 const Figure *figure)
{
  guint column = (guint) figure->column;
  const HnCell *cell = g_ptr_array_index (figure->row->cells, column);
  g_autofree char *number = NULL;

  if (figure->appended)
    g_string_append (text, figure->form->columns[column].header);
  else
    g_string_append_printf (text, "(%u)", column + 1);
  if (!hn_cell_is_number (cell))
    return;

  number = figure->form->columns[column].type == HN_COLUMN_YEAR ? g_strdup_printf ("%" G_GINT64_FORMAT, cell->number)
                                                                : hn_number_print (cell->number, cell->decimals);
  g_string_append_printf (text, " %s", number);
}

/**
 * hn_basis_uses_describe:
 *
 * Returns: (transfer full): the figures that the record stands behind: rows by what they are of, columns by their
 *   numbers: "3. Tổng số hội viên: (5) 91, (6) 40; 4. Số chi hội: (5) 7"
 */
char *
hn_basis_uses_describe (const HnBasisUses   *self,
                        const HnBasisRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const HnReportRow *row = NULL;

  for (guint i = record->first; i < record->first + record->n_figures; i++)
    {
      const Figure *figure = &g_array_index (self->figures, Figure, g_array_index (self->uses, guint, i));
      gboolean same = figure->row == row;

      if (!same)
        {
          g_autofree char *label = describe_row (figure);

          g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", label);
          row = figure->row;
        }
      if (figure->column == HN_BASIS_ROW)
        continue;
      g_string_append (text, same ? ", " : ": ");
      describe_column (text, figure);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
