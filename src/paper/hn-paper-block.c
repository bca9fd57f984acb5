/* A row of a table: cells with their text broken into lines, and its borders. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#define BORDER 0.5

static void
cell_clear (gpointer data)
{
  g_array_unref (((HnBlockCell *) data)->lines);
}

/**
 * hn_block_new:
 * @edges: of the columns, in points
 * @size: of the font, by which the lines stand apart
 *
 * Returns: (transfer full): a row of a table, without cells
 */
HnBlock *
hn_block_new (const double *edges,
              double        size)
{
  HnBlock *self = g_new0 (HnBlock, 1);

  self->edges = edges;
  self->pitch = size * HN_LINE_HEIGHT;
  self->n_lines = 1;
  self->cells = g_array_new (FALSE, FALSE, sizeof (HnBlockCell));
  g_array_set_clear_func (self->cells, cell_clear);
  self->strings = g_string_chunk_new (512);

  return self;
}

/**
 * hn_block_free:
 *
 * Frees the cells with their broken lines.
 */
void
hn_block_free (HnBlock *self)
{
  g_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * hn_block_add:
 *
 * A cell over the columns @first to @last with the value of @column.
 */
void
hn_block_add (HnBlock    *self,
              HnPen      *pen,
              guint       first,
              guint       last,
              guint       column,
              const char *text,
              HnSide      side,
              HnFace      face,
              double      size,
              gboolean    number)
{
  double width = self->edges[last + 1] - self->edges[first] - 2 * HN_CELL_SIDE;
  HnBlockCell cell = { .first = first, .last = last, .column = column, .side = side, .face = face };

  cell.lines = hn_pen_break (pen, text != NULL ? text : "", size, face, width, self->strings);
  cell.size = size;
  cell.number = number;
  self->n_lines = MAX (self->n_lines, cell.lines->len);
  g_array_append_val (self->cells, cell);
}

/**
 * hn_block_height:
 *
 * Returns: how high it is with so many of its lines, in points
 */
double
hn_block_height (const HnBlock *self,
                 guint          n_lines)
{
  return n_lines * self->pitch + 2 * HN_CELL_ABOVE;
}

static void
add_borders (HnPaperSheet     *sheet,
             const HnPaperBox *box)
{
  double right = box->x + box->width, bottom = box->y + box->height;

  hn_paper_sheet_add_line (sheet, box->x, box->y, right, box->y, BORDER);
  hn_paper_sheet_add_line (sheet, box->x, bottom, right, bottom, BORDER);
  hn_paper_sheet_add_line (sheet, box->x, box->y, box->x, bottom, BORDER);
  hn_paper_sheet_add_line (sheet, right, box->y, right, bottom, BORDER);
}

/* The lines of one cell that are on this page; returns what they cover. */
static HnPaperBox
put_lines (const HnBlock     *self,
           const HnBlockCell *cell,
           HnPaperSheet      *sheet,
           const HnPaperBox  *box,
           guint              first_line,
           guint              n_lines)
{
  guint end = MIN (cell->lines->len, first_line + n_lines);
  guint shown = end > first_line ? end - first_line : 0;
  /* A row that goes on on the next page is read from the top. */
  double free = n_lines < self->n_lines ? 0 : box->height - 2 * HN_CELL_ABOVE - shown * self->pitch;
  double top = box->y + HN_CELL_ABOVE + free / 2, width = box->width - 2 * HN_CELL_SIDE, widest = 0;
  HnPaperBox text = { .y = top, .height = shown * self->pitch };

  for (guint i = 0; i < shown; i++)
    {
      const HnTextLine *line = &g_array_index (cell->lines, HnTextLine, first_line + i);

      hn_paper_sheet_add_text (sheet, line, box->x + HN_CELL_SIDE, top + i * self->pitch, width, cell->side, cell->size,
                               cell->face);
      widest = MAX (widest, line->width);
    }
  text.width = widest;
  text.x =
    box->x + HN_CELL_SIDE + (cell->side == HN_SIDE_LEFT ? 0 : (width - widest) / (cell->side == HN_SIDE_RIGHT ? 1 : 2));

  return text;
}

/**
 * hn_block_place:
 *
 * Puts the lines from @first_line on at @y below the upper edge of the page.
 */
void
hn_block_place (const HnBlock *self,
                HnPaperSheet  *sheet,
                double         y,
                double         height,
                guint          first_line,
                guint          n_lines)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const HnBlockCell *cell = &g_array_index (self->cells, HnBlockCell, i);
      HnPaperSpot spot = self->spot;

      spot.column = cell->column;
      spot.number = cell->number;
      spot.cell = (HnPaperBox) { HN_PAPER_LEFT + self->edges[cell->first], y,
                                 self->edges[cell->last + 1] - self->edges[cell->first], height };
      spot.text = put_lines (self, cell, sheet, &spot.cell, first_line, n_lines);
      if (!self->open)
        add_borders (sheet, &spot.cell);
      if (self->spots)
        hn_paper_sheet_add_spot (sheet, &spot);
    }
}
