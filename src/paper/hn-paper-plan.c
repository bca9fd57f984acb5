/* The columns of a table on paper: how wide they are, and their heads, which every page repeats. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#include <string.h>

#include "hn-form.h"
#include "hn-number.h"

/* Sizes of the font: 12 as the decree's text has, smaller where many columns share the page, and below 10 only where
 * nothing else helps. */
#define SIZE_FEW   12.0
#define SIZE_MANY  11.0
#define SIZE_SMALL 10.0
#define SIZE_LEAST 5.0

/* A table that is so much too wide at a size is set closer; one that is wider gets a smaller size. */
#define CLOSER 1.15

enum
{
  HEAD_GROUPS,  /* over the names of their columns */
  HEAD_GROUPED, /* those names */
  HEAD_ALONE,   /* names of columns without a group, as high as both */
  HEAD_NUMBERS,
  N_HEADS,
};

/* A unit that the unit line does not give stands in the head, unless it is there already. */
static char *
head_text (const HnReportForm *form,
           guint               column)
{
  const HnColumn *head = &form->columns[column];

  if (head->unit == NULL || strstr (head->header, head->unit) != NULL
      || (form->unit_line != NULL && g_str_has_suffix (form->unit_line, head->unit)))
    return g_strdup (head->header);

  return g_strdup_printf ("%s (%s)", head->header, head->unit);
}

/* --- widths -------------------------------------------------------------- */

static double
cell_width (const HnReportForm *form,
            const HnReportRow  *row,
            guint               column,
            HnPen              *pen,
            double              size)
{
  const HnCell *cell = g_ptr_array_index (row->cells, column);
  g_autofree char *text = NULL;

  if (cell->type == HN_CELL_EMPTY)
    return 0;

  text = hn_paper_cell_text (form, row, column);
  if (cell->type == HN_CELL_TEXT && strstr (text, "\u00a0") == NULL)
    return 0;

  return hn_pen_width (pen, text, size, row->style == HN_ROW_PLAIN ? HN_FACE_UPRIGHT : HN_FACE_BOLD);
}

/* Numbers, also of telephones, and dates are not broken, and neither are the words of the head. */
static double
least_width (const HnReportForm *form,
             guint               column,
             HnPen              *pen,
             double              size)
{
  g_autofree char *head = head_text (form, column);
  double width = hn_pen_word (pen, head, size, HN_FACE_BOLD);

  for (guint i = 0; i < form->rows->len; i++)
    width = MAX (width, cell_width (form, g_ptr_array_index (form->rows, i), column, pen, size));
  if (form->total != NULL)
    width = MAX (width, cell_width (form, form->total, column, pen, size));
  /* Rows that are not read yet count on from those that are. */
  if (form->source != NULL && form->columns[column].type == HN_COLUMN_INTEGER)
    {
      g_autofree char *last = hn_number_print (form->rows->len + (gint64) form->source->n_rows, 0);

      width = MAX (width, hn_pen_width (pen, last, size, HN_FACE_UPRIGHT));
    }
  if (form->source != NULL && form->columns[column].type == HN_COLUMN_DATE)
    width = MAX (width, hn_pen_width (pen, "00/00/0000", size, HN_FACE_UPRIGHT));

  return width + 2 * HN_CELL_SIDE + 0.1;
}

/* Characters of 11 points, and what a cell keeps free. */
static double
wanted_width (const HnColumn *column,
              double          size)
{
  return (column->width * 5.25 + 3.75) * size / 11;
}

static double
add_up (const double *widths,
        guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];

  return sum;
}

static void
measure (HnTablePlan *self,
         HnPen       *pen,
         double      *least,
         double      *wanted)
{
  for (guint i = 0; i < self->form->n_columns; i++)
    {
      least[i] = least_width (self->form, i, pen, self->size);
      wanted[i] = MAX (least[i], wanted_width (&self->form->columns[i], self->size));
    }
}

/* Text columns share what the page has left, so that the table is as wide as the page. */
static void
widen (HnTablePlan *self,
       double      *widths)
{
  const HnReportForm *form = self->form;
  double text = 0, left = self->width - add_up (widths, form->n_columns);

  for (guint i = 0; i < form->n_columns; i++)
    if (form->columns[i].type == HN_COLUMN_TEXT)
      text += widths[i];
  for (guint i = 0; i < form->n_columns; i++)
    if (text <= 0)
      widths[i] += left / form->n_columns;
    else if (form->columns[i].type == HN_COLUMN_TEXT)
      widths[i] *= (text + left) / text;
}

/* Each column gives of what it has more than it needs. */
static void
set_closer (HnTablePlan  *self,
            const double *least,
            double       *widths)
{
  guint n = self->form->n_columns;
  double needed = add_up (least, n), had = add_up (widths, n);

  for (guint i = 0; i < n; i++)
    if (had > needed)
      widths[i] = least[i] + (widths[i] - least[i]) * MAX (self->width - needed, 0) / (had - needed);
}

static double
next_size (double size)
{
  return size > SIZE_SMALL ? size - 1 : size - 0.5;
}

/* The largest size of the font at which the columns fit. */
static void
plan_widths (HnTablePlan *self,
             HnPen       *pen,
             gboolean     fill)
{
  const HnReportForm *form = self->form;
  guint n = form->n_columns;
  g_autofree double *least = g_new (double, n), *wanted = g_new (double, n);

  self->size = n > (form->landscape ? 14 : 8) ? SIZE_MANY : SIZE_FEW;
  measure (self, pen, least, wanted);
  while (self->size > SIZE_SMALL && add_up (wanted, n) > self->width * CLOSER)
    {
      self->size = next_size (self->size);
      measure (self, pen, least, wanted);
    }
  while (self->size > SIZE_LEAST && add_up (least, n) > self->width)
    {
      self->size = next_size (self->size);
      measure (self, pen, least, wanted);
    }

  if (add_up (wanted, n) > self->width)
    set_closer (self, least, wanted);
  else if (fill)
    widen (self, wanted);
  self->edges = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    self->edges[i + 1] = self->edges[i] + wanted[i];
}

/* --- heads --------------------------------------------------------------- */

/* The last of the columns from @first on that share its group. */
static guint
group_end (const HnReportForm *form,
           guint               first)
{
  guint last = first;

  while (last + 1 < form->n_columns && g_strcmp0 (form->columns[last + 1].group, form->columns[first].group) == 0)
    last++;

  return last;
}

static HnBlock *
add_head (HnTablePlan *self)
{
  HnBlock *block = hn_block_new (self->edges, self->size);

  g_ptr_array_add (self->heads, block);

  return block;
}

static void
fill_heads (HnTablePlan *self,
            HnPen       *pen,
            HnBlock     *blocks[N_HEADS])
{
  const HnReportForm *form = self->form;

  for (guint i = 0; i < form->n_columns; i++)
    {
      const char *group = form->columns[i].group;
      g_autofree char *text = head_text (form, i);
      g_autofree char *number = g_strdup_printf ("(%u)", i + 1);

      if (group != NULL && (i == 0 || g_strcmp0 (group, form->columns[i - 1].group) != 0))
        hn_block_add (blocks[HEAD_GROUPS], pen, i, group_end (form, i), i, group, HN_SIDE_CENTER, HN_FACE_BOLD,
                      self->size, FALSE);
      hn_block_add (blocks[group != NULL ? HEAD_GROUPED : HEAD_ALONE], pen, i, i, i, text, HN_SIDE_CENTER, HN_FACE_BOLD,
                    self->size, FALSE);
      hn_block_add (blocks[HEAD_NUMBERS], pen, i, i, i, number, HN_SIDE_CENTER, HN_FACE_ITALIC, self->size - 1, FALSE);
    }
}

static double
whole_height (const HnBlock *block)
{
  return block->cells->len > 0 ? hn_block_height (block, block->n_lines) : 0;
}

static void
make_heads (HnTablePlan *self,
            HnPen       *pen,
            gboolean     numbers)
{
  HnBlock *blocks[N_HEADS];

  for (guint i = 0; i < N_HEADS; i++)
    blocks[i] = add_head (self);
  fill_heads (self, pen, blocks);

  self->head_heights[0] = whole_height (blocks[HEAD_GROUPS]);
  self->head_heights[1] =
    MAX (whole_height (blocks[HEAD_GROUPED]), whole_height (blocks[HEAD_ALONE]) - self->head_heights[0]);
  self->head_heights[2] = numbers ? whole_height (blocks[HEAD_NUMBERS]) : 0;
  self->head_height = add_up (self->head_heights, 3);
}

/**
 * hn_table_plan_new:
 * @width: of the page between its margins
 * @fill: whether the table is as wide as the page
 * @numbers: whether its columns are numbered
 */
HnTablePlan *
hn_table_plan_new (const HnReportForm *form,
                   HnPen              *pen,
                   double              width,
                   gboolean            fill,
                   gboolean            numbers)
{
  HnTablePlan *self = g_new0 (HnTablePlan, 1);

  self->form = form;
  self->width = width;
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_block_free);
  plan_widths (self, pen, fill);
  make_heads (self, pen, numbers);

  return self;
}

/**
 * hn_table_plan_free:
 *
 * Frees the widths and the heads of a table.
 */
void
hn_table_plan_free (HnTablePlan *self)
{
  g_ptr_array_unref (self->heads);
  g_free (self->edges);
  g_free (self);
}

static void
put_head (const HnTablePlan *self,
          guint              which,
          HnPaperSheet      *sheet,
          double             y,
          double             height)
{
  const HnBlock *block = g_ptr_array_index (self->heads, which);

  hn_block_place (block, sheet, y, height, 0, block->n_lines);
}

/**
 * hn_table_plan_put_heads:
 *
 * Puts the heads of the table at @y.
 *
 * Returns: where they end
 */
double
hn_table_plan_put_heads (const HnTablePlan *self,
                         HnPaperSheet      *sheet,
                         double             y)
{
  const double *heights = self->head_heights;

  put_head (self, HEAD_GROUPS, sheet, y, heights[0]);
  put_head (self, HEAD_GROUPED, sheet, y + heights[0], heights[1]);
  put_head (self, HEAD_ALONE, sheet, y, heights[0] + heights[1]);
  if (heights[2] > 0)
    put_head (self, HEAD_NUMBERS, sheet, y + heights[0] + heights[1], heights[2]);

  return y + self->head_height;
}
