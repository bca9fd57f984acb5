/* The rows of a table: what its cells say, and which of them run over others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#include <string.h>

#include "hn-form-text.h"
#include "hn-number.h"

#define MAX_PHONE 16

static const HnCell *
get_cell (const HnReportRow *row,
          guint              column)
{
  return g_ptr_array_index (row->cells, column);
}

/* Amounts are kept exactly, and shown with so many decimals at most: a note says that sums may not seem to agree. */
static char *
print_decimal (gint64 number,
               guint  decimals)
{
  gint64 unit = 1, half;

  for (; decimals > HN_SHOWN_DECIMALS; decimals--)
    unit *= 10;
  half = number < 0 ? -(unit / 2) : unit / 2;

  /* Rounded by its remainder: a sum with the half could overflow. */
  return hn_number_print (number / unit + (number % unit + half) / unit, decimals);
}

static char *
print_number (const HnCell *cell,
              HnColumnType  type)
{
  if (type == HN_COLUMN_YEAR)
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
  /* Per cents all have the same decimals. */
  if (cell->type == HN_CELL_PERCENT)
    return hn_number_print_full (cell->number, cell->decimals);

  return print_decimal (cell->number, cell->decimals);
}

/* A telephone number stays on one line. */
static char *
join_digits (const char *text)
{
  g_autoptr (GString) joined = NULL;

  if (text == NULL || *text == '\0' || strlen (text) > MAX_PHONE || text[strspn (text, "0123456789 .+()-")] != '\0')
    return g_strdup (text);

  joined = g_string_new (text);
  g_string_replace (joined, " ", "\u00a0", 0);

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/**
 * hn_paper_cell_text:
 *
 * Returns: (transfer full) (nullable): what a cell says, as Vietnamese offices write it
 */
char *
hn_paper_cell_text (const HnReportForm *form,
                    const HnReportRow  *row,
                    guint               column)
{
  const HnCell *cell = get_cell (row, column);
  HnDate date;

  if (hn_cell_is_number (cell))
    return print_number (cell, form->columns[column].type);
  if (cell->type == HN_CELL_DATE && hn_date_from_iso (cell->text, &date) && hn_date_is_set (date))
    return hn_date_print (date);

  return join_digits (cell->text);
}

static HnSide
column_side (const HnReportForm *form,
             const HnReportRow  *row,
             guint               column)
{
  switch (form->columns[column].type)
    {
    case HN_COLUMN_TEXT:
      return hn_cell_is_number (get_cell (row, column)) ? HN_SIDE_RIGHT : HN_SIDE_LEFT;
    case HN_COLUMN_CODE:
    case HN_COLUMN_BOOLEAN:
    case HN_COLUMN_DATE:
    case HN_COLUMN_YEAR:
      return HN_SIDE_CENTER;
    case HN_COLUMN_INTEGER:
    case HN_COLUMN_DECIMAL:
    case HN_COLUMN_PERCENT:
    case HN_COLUMN_MONEY:
    default:
      return column == 0 ? HN_SIDE_CENTER : HN_SIDE_RIGHT;
    }
}

/* The heading of a group, a total or "nothing" runs on over the empty cells behind it. */
static guint
text_end (const HnReportForm *form,
          const HnReportRow  *row,
          guint               column)
{
  guint last = column;

  if (row->style == HN_ROW_PLAIN || get_cell (row, column)->type != HN_CELL_TEXT)
    return column;

  while (last + 1 < form->n_columns && get_cell (row, last + 1)->type == HN_CELL_EMPTY)
    last++;

  return last;
}

static guint
first_filled (const HnReportForm *form,
              const HnReportRow  *row)
{
  for (guint i = 0; i < form->n_columns; i++)
    if (get_cell (row, i)->type != HN_CELL_EMPTY)
      return i;

  return 0;
}

static HnFace
row_face (const HnReportRow *row)
{
  switch (row->style)
    {
    case HN_ROW_GROUP:
    case HN_ROW_TOTAL:
      return HN_FACE_BOLD;
    case HN_ROW_NOTHING:
      return HN_FACE_ITALIC;
    case HN_ROW_PLAIN:
    default:
      return HN_FACE_UPRIGHT;
    }
}

/* Of rows that are not known beforehand a number may be too long for its line: then it is broken between its groups. */
static void
part_digits (char              *text,
             HnPen             *pen,
             const HnTablePlan *plan,
             guint              first,
             guint              last)
{
  static const char joint[] = "\u00a0";
  double width = plan->edges[last + 1] - plan->edges[first] - 2 * HN_CELL_SIDE;
  char *at = text != NULL ? strstr (text, joint) : NULL;

  if (at == NULL || hn_pen_width (pen, text, plan->size, HN_FACE_UPRIGHT) <= width)
    return;

  for (; at != NULL; at = strstr (at, joint))
    {
      memmove (at + 1, at + strlen (joint), strlen (at + strlen (joint)) + 1);
      *at = ' ';
    }
}

/**
 * hn_paper_row_block:
 *
 * Returns: (transfer full): the row as it stands in its table
 */
HnBlock *
hn_paper_row_block (const HnTablePlan *plan,
                    HnPen             *pen,
                    const HnReportRow *row)
{
  const HnReportForm *form = plan->form;
  HnBlock *block = hn_block_new (plan->edges, plan->size);
  guint column = 0;

  block->style = row->style;
  while (column < form->n_columns)
    {
      guint value = column, last;
      HnSide side;
      g_autofree char *text = NULL;

      /* A total's label begins at the edge, whichever column it was put into. */
      if (column == 0 && row->style == HN_ROW_TOTAL)
        value = first_filled (form, row);
      last = text_end (form, row, value);
      side = column_side (form, row, value);
      if (row->style == HN_ROW_NOTHING || (row->style == HN_ROW_TOTAL && column != last))
        side = HN_SIDE_CENTER;
      text = hn_paper_cell_text (form, row, value);
      part_digits (text, pen, plan, column, last);
      hn_block_add (block, pen, column, last, value, text, side, row_face (row), plan->size,
                    hn_cell_is_number (get_cell (row, value)));
      column = last + 1;
    }

  return block;
}
