/* What stands on one page: lines of text, rules, and the cells that can be pointed at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

/* From the top of a line to where its letters stand, in sizes of the font: Times has 0,891 above and 0,216 below. */
#define BASELINE 0.937

typedef struct
{
  const char *text;
  double      x;
  double      baseline;
  double      size;
  HnFace      face;
} Piece;

typedef struct
{
  double x1, y1, x2, y2;
  double thickness;
} Rule;

struct _HnPaperSheet
{
  gatomicrefcount references;
  GArray         *pieces;
  GArray         *rules;
  GArray         *spots;   /* of HnPaperSpot */
  GStringChunk   *strings;
};

/**
 * hn_paper_sheet_new:
 *
 * Returns: (transfer full): an empty page; what is put on it is drawn in any thread, since it holds no Pango object
 */
HnPaperSheet *
hn_paper_sheet_new (void)
{
  HnPaperSheet *self = g_new0 (HnPaperSheet, 1);

  g_atomic_ref_count_init (&self->references);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->spots = g_array_new (FALSE, FALSE, sizeof (HnPaperSpot));
  self->strings = g_string_chunk_new (4096);

  return self;
}

/**
 * hn_paper_sheet_ref:
 *
 * Returns: (transfer full): the same sheet, also for another thread
 */
HnPaperSheet *
hn_paper_sheet_ref (HnPaperSheet *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * hn_paper_sheet_unref:
 *
 * Frees it, in whatever thread, when nobody holds it any more.
 */
void
hn_paper_sheet_unref (HnPaperSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->pieces);
  g_array_unref (self->rules);
  g_array_unref (self->spots);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * hn_paper_sheet_add_text:
 * @top: of the line, in whose middle the letters stand
 * @width: in which it is moved to @side
 */
void
hn_paper_sheet_add_text (HnPaperSheet     *self,
                         const HnTextLine *line,
                         double            x,
                         double            top,
                         double            width,
                         HnSide            side,
                         double            size,
                         HnFace            face)
{
  double room = width - line->width;
  Piece piece = { .baseline = top + size * BASELINE, .size = size, .face = face };

  if (*line->text == '\0')
    return;

  piece.text = g_string_chunk_insert (self->strings, line->text);
  piece.x = x + (side == HN_SIDE_LEFT ? 0 : side == HN_SIDE_RIGHT ? room : room / 2);
  g_array_append_val (self->pieces, piece);
}

/**
 * hn_paper_sheet_add_line:
 * @x1: from the left edge of the page
 * @y1: from its upper edge
 * @x2: where the line ends
 * @y2: where the line ends
 * @thickness: of the line
 *
 * All in points.
 */
void
hn_paper_sheet_add_line (HnPaperSheet *self,
                         double        x1,
                         double        y1,
                         double        x2,
                         double        y2,
                         double        thickness)
{
  const Rule rule = { x1, y1, x2, y2, thickness };

  g_array_append_val (self->rules, rule);
}

/**
 * hn_paper_sheet_add_spot:
 *
 * Remembers where a cell is, for hn_paper_sheet_pick().
 */
void
hn_paper_sheet_add_spot (HnPaperSheet      *self,
                         const HnPaperSpot *spot)
{
  g_array_append_val (self->spots, *spot);
}

static void
draw_rules (const HnPaperSheet *self,
            cairo_t            *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      cairo_set_line_width (cr, rule->thickness);
      cairo_move_to (cr, rule->x1, rule->y1);
      cairo_line_to (cr, rule->x2, rule->y2);
      cairo_stroke (cr);
    }
}

static void
draw_pieces (const HnPaperSheet *self,
             cairo_t            *cr)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  const Piece *last = NULL;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (last == NULL || last->size != piece->size || last->face != piece->face)
        hn_pen_prepare (layout, piece->size, piece->face);
      pango_layout_set_text (layout, piece->text, -1);
      cairo_move_to (cr, piece->x, piece->baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
      last = piece;
    }
}

/**
 * hn_paper_sheet_draw:
 *
 * Draws the page, black on whatever is there.
 */
void
hn_paper_sheet_draw (const HnPaperSheet *self,
                     cairo_t            *cr)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_rules (self, cr);
  draw_pieces (self, cr);
  cairo_restore (cr);
}

/**
 * hn_paper_sheet_pick:
 * @x: from the left edge of the page, in points
 * @y: from its upper edge, in points
 * @spot: (out): the cell that is there
 *
 * Returns: whether there is one
 */
gboolean
hn_paper_sheet_pick (const HnPaperSheet *self,
                     double              x,
                     double              y,
                     HnPaperSpot        *spot)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const HnPaperSpot *found = &g_array_index (self->spots, HnPaperSpot, i);

      if (x >= found->cell.x && x < found->cell.x + found->cell.width && y >= found->cell.y
          && y < found->cell.y + found->cell.height)
        {
          *spot = *found;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hn_paper_sheet_list_spots:
 *
 * Returns: (transfer full) (element-type HnPaperSpot): all cells, from the top
 */
GArray *
hn_paper_sheet_list_spots (const HnPaperSheet *self)
{
  return g_array_copy (self->spots);
}
