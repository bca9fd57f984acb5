/* The columns of a table: widths, heads of two rows, and numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-table.h"

#include <string.h>

#include "hn-number.h"
#include "hn-text-width.h"

/**
 * hn_table_head_text:
 *
 * Returns: (transfer full): the head of a column; a unit that the unit line does not give stands in it, unless it is
 *   there already
 */
char *
hn_table_head_text (const HnReportForm *form,
                    guint               column)
{
  const HnColumn *head = &form->columns[column];

  if (head->unit == NULL || strstr (head->header, head->unit) != NULL
      || (form->unit_line != NULL && g_str_has_suffix (form->unit_line, head->unit)))
    return g_strdup (head->header);

  return g_strdup_printf ("%s (%s)", head->header, head->unit);
}

/**
 * hn_table_points:
 *
 * Returns: the width of so many characters of 11 points, and of what a cell keeps free at its sides
 */
double
hn_table_points (double characters)
{
  return characters * 5.25 + 3.75;
}

/* libxlsxwriter writes 5/7 of a character more than it is told, as is right for Calibri; readers multiply by the
 * widest digit of the workbook's own font (hn_styles_init()), which is 6 points. */
static double
width_of_points (double points)
{
  return points / 6 - 5.0 / 7;
}

static double
integer_width (HnSheet  *self,
               gint64    number,
               gboolean  bold)
{
  g_autofree char *printed = hn_number_print_full (number, 0);

  return hn_text_width (printed, self->size, bold) * 1.05 + 6;
}

/* A number that does not fit into its column is shown as ####. */
static double
number_width (HnSheet           *self,
              const HnReportRow *row,
              guint              column)
{
  const HnCell *cell = hn_table_get_cell (row, column);
  HnCell trimmed = hn_cell_trim (cell);
  g_autofree char *printed = NULL;

  if (!hn_cell_is_number (cell))
    return 0;

  printed = hn_number_print_full (trimmed.number, trimmed.decimals);

  return hn_text_width (printed, self->size, row->style != HN_ROW_PLAIN) * 1.05 + 6;
}

/* Text columns share what the page has left, so that the table is as wide as the page. */
static void
fill_page (HnSheet *self,
           double   page)
{
  double text = 0;

  for (guint i = 0; i < self->form->n_columns; i++)
    if (self->form->columns[i].type == HN_COLUMN_TEXT)
      text += self->widths[i];
  if (self->total >= page || text <= 0)
    return;

  for (guint i = 0; i < self->form->n_columns; i++)
    if (self->form->columns[i].type == HN_COLUMN_TEXT)
      self->widths[i] *= (text + page - self->total) / text;
  self->total = page;
}

/**
 * hn_table_plan:
 *
 * Finds the widths of the columns and the size of the table's font: 12 points as the decree's text has, and 11 where
 * many columns share the page.
 */
void
hn_table_plan (HnSheet *self)
{
  const HnReportForm *form = self->form;
  /* A4 without margins of 30 and 15 mm. */
  double page = (form->landscape ? 297 - 45 : 210 - 45) * 72 / 25.4;

  self->size = form->n_columns > (form->landscape ? 12 : 8) ? 11 : 12;
  self->widths = g_new0 (double, form->n_columns);
  for (guint column = 0; column < form->n_columns; column++)
    {
      g_autofree char *head = hn_table_head_text (form, column);
      double width = MAX (hn_table_points (form->columns[column].width), hn_text_word (head, self->size, TRUE) + 5);

      for (guint i = 0; i < form->rows->len; i++)
        width = MAX (width, number_width (self, hn_table_get_row (form, i), column));
      if (column == 0 && form->source != NULL)
        width = MAX (width, integer_width (self, form->source->n_rows, TRUE));
      if (form->total != NULL)
        width = MAX (width, number_width (self, form->total, column));
      self->widths[column] = width;
      self->total += width;
    }
  fill_page (self, page);
}

/**
 * hn_table_set_widths:
 *
 * Gives the widths that were planned to the columns of the sheet, of which nothing is written yet.
 */
void
hn_table_set_widths (HnSheet *self)
{
  for (guint column = 0; column < self->form->n_columns; column++)
    hn_sheet_check (self, worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column,
                                                width_of_points (self->widths[column]), NULL));
  hn_sheet_begin_pages (self);
}

/* The last of the columns from @first on that share its group. */
static guint
group_end (const HnReportForm *form,
           guint               first)
{
  guint last = first;

  while (form->columns[first].group != NULL && last + 1 < form->n_columns
         && g_strcmp0 (form->columns[last + 1].group, form->columns[first].group) == 0)
    last++;

  return last;
}

static gboolean
has_groups (const HnReportForm *form)
{
  for (guint i = 0; i < form->n_columns; i++)
    if (form->columns[i].group != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
begins_group (const HnReportForm *form,
              guint               column)
{
  return form->columns[column].group != NULL && (column == 0 || group_end (form, column - 1) < column);
}

/* The heights of the two head rows: a head that stands over both takes what both have. */
static void
measure_heads (HnSheet *self,
               double   heights[2])
{
  const HnReportForm *form = self->form;

  heights[0] = has_groups (form) ? hn_sheet_row_height (self->size, 1) : 0;
  heights[1] = 0;
  for (guint i = 0; i < form->n_columns; i++)
    {
      g_autofree char *text = hn_table_head_text (form, i);
      double height = hn_sheet_row_height (self->size, hn_sheet_lines (self, i, i, text, self->size, HN_HEAD_LOOK));

      if (form->columns[i].group == NULL)
        height -= heights[0];
      heights[1] = MAX (heights[1], height);
      if (begins_group (form, i))
        {
          guint lines = hn_sheet_lines (self, i, group_end (form, i), form->columns[i].group, self->size, HN_HEAD_LOOK);

          heights[0] = MAX (heights[0], hn_sheet_row_height (self->size, lines));
        }
    }
}

/* The upper of two rows: groups, and the heads that stand over both. */
static void
write_groups (HnSheet *self)
{
  const HnReportForm *form = self->form;

  for (guint i = 0; i < form->n_columns; i++)
    {
      g_autofree char *text = hn_table_head_text (form, i);

      if (begins_group (form, i))
        hn_sheet_put_text (self, self->row, i, group_end (form, i), form->columns[i].group, self->size, HN_HEAD_LOOK);
      else if (form->columns[i].group == NULL)
        {
          hn_sheet_put_text (self, self->row, i, i, text, self->size, HN_HEAD_LOOK);
          hn_sheet_merge_down (self, i, self->row, self->row + 1);
        }
    }
}

static void
write_names (HnSheet *self)
{
  const HnReportForm *form = self->form;
  gboolean grouped = has_groups (form);
  double heights[2];

  measure_heads (self, heights);
  if (grouped)
    {
      hn_sheet_set_height (self, self->row, heights[0]);
      write_groups (self);
      self->row++;
    }
  hn_sheet_set_height (self, self->row, heights[1]);
  for (guint i = 0; i < form->n_columns; i++)
    {
      g_autofree char *text = hn_table_head_text (form, i);

      hn_sheet_put_text (self, self->row, i, i, grouped && form->columns[i].group == NULL ? NULL : text, self->size,
                         HN_HEAD_LOOK);
    }
  self->head_height = heights[0] + heights[1];
  self->row++;
}

/* (1) (2) (3) …, by which the letters about a report name its columns. */
static void
write_column_numbers (HnSheet *self)
{
  for (guint i = 0; i < self->form->n_columns; i++)
    {
      g_autofree char *number = g_strdup_printf ("(%u)", i + 1);

      hn_sheet_put_text (self, self->row, i, i, number, self->size - 1,
                         HN_LOOK_ITALIC | HN_LOOK_BORDER | HN_LOOK_CENTER);
    }
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (self->size - 1, 1));
  self->head_height += hn_sheet_row_height (self->size - 1, 1);
  self->row++;
}

/**
 * hn_table_write_heads:
 *
 * Writes the heads and the column numbers, which every page repeats.
 */
void
hn_table_write_heads (HnSheet *self)
{
  self->head_row = self->row;
  write_names (self);
  write_column_numbers (self);
  self->head_rows = self->row - self->head_row;
  self->first_row = self->row;
}
