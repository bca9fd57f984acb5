/* Writing single cells and whole lines of a sheet, and the heights that their text needs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-private.h"

#include <glib/gi18n-lib.h>

#include "hn-text-width.h"

/* What a cell holds at most, in UTF-16 units. */
#define MAX_LENGTH 32767

/* What a cell keeps free at both sides together, in points; and a part of the width, as every reader rounds columns
 * to its own pixels. */
#define CELL_PADDING 4.0
#define NARROWER     0.99

/* No row is higher, in points. */
#define MAX_HEIGHT 409.0

/**
 * hn_sheet_check:
 *
 * Remembers the first error; what follows it does not matter any more.
 */
void
hn_sheet_check (HnSheet   *self,
                lxw_error  result)
{
  if (result != LXW_NO_ERROR && self->error == NULL)
    g_set_error (&self->error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("Sheet %s could not be written: %s"),
                 self->form->form, lxw_strerror (result));
}

/**
 * hn_sheet_width:
 *
 * Returns: the width of the columns @first to @last, in points
 */
double
hn_sheet_width (HnSheet *self,
                guint    first,
                guint    last)
{
  double width = 0;

  for (guint i = first; i <= last; i++)
    width += self->widths[i];

  return width;
}

/* What a page holds if the sheet is printed at @scale per cent: A4 without 20 mm above and below. */
static double
page_height (HnSheet *self,
             double   scale)
{
  return (self->form->landscape ? 210 - 40 : 297 - 40) * 72 / 25.4 * 100 / scale;
}

/**
 * hn_sheet_begin_pages:
 *
 * From here on it is known how much of its pages a sheet has filled; the widths of the columns are set. A spreadsheet
 * that fits its pages' width knows no page breaks. Excel prints at whole per cents, LibreOffice at any, and both round
 * rows to pixels: a page may have two ends.
 */
void
hn_sheet_begin_pages (HnSheet *self)
{
  /* A4 without 30 and 15 mm at the sides. */
  double width = (self->form->landscape ? 297 - 45 : 210 - 45) * 72 / 25.4;
  double scale = MIN (100, 100 * width / self->total);

  self->scale = (int) scale - 1;
  self->pages[0] = (HnPage) { .height = page_height (self, scale) };
  self->pages[1] = (HnPage) { .height = page_height (self, self->scale) };
}

static void
add_to_page (HnSheet *self,
             HnPage  *page,
             guint    row,
             double   height)
{
  if (page->used + height > page->height)
    page->used = self->head_rows > 0 && row >= self->head_row + self->head_rows ? self->head_height : 0;
  page->used += height;
}

/**
 * hn_sheet_keep_together:
 * @height: of the rows that come next, in points
 *
 * Leaves as much room as it takes that no page ends within them. Where only one of a page's two ends is in the way,
 * the little room that moves it does no harm to the other.
 */
void
hn_sheet_keep_together (HnSheet *self,
                        double   height)
{
  double gap = -1;

  if (self->dry)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    {
      double room = self->pages[i].height - self->pages[i].used;

      if (room < height)
        gap = MAX (gap, room);
    }
  if (gap >= 0)
    hn_sheet_skip (self, gap + 4);
}

/**
 * hn_sheet_has_room:
 *
 * Whether a page ends neither here nor there within rows of so much height.
 */
gboolean
hn_sheet_has_room (HnSheet *self,
                   double   height)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    if (self->pages[i].height - self->pages[i].used < height)
      return FALSE;

  return TRUE;
}

/* Of a letterhead with the country's name at 13 points: it is not below the 12 that Decree 30/2020/NĐ-CP allows. */
#define LEAST_SCALE 93

/**
 * hn_sheet_shrink:
 * @height: of all rows that come next, in points
 *
 * Prints the sheet smaller, so that it ends on its first page.
 *
 * Returns: whether that is enough; nothing is changed where it is not
 */
gboolean
hn_sheet_shrink (HnSheet *self,
                 double   height)
{
  double used = MAX (self->pages[0].used, self->pages[1].used);
  int scale = (int) (page_height (self, 100) * 100 / (used + height)) - 1;

  if (self->dry || scale < LEAST_SCALE || scale > self->scale)
    return FALSE;

  self->scale = scale;
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    self->pages[i].height = page_height (self, scale);
  worksheet_set_print_scale (self->sheet, (uint16_t) scale);

  return TRUE;
}

/**
 * hn_sheet_break_page:
 *
 * Begins a page with the next row, whatever reads the sheet. Excel knows no such breaks on a sheet that is fitted to
 * the width of its page, so it is given the scale itself: the smaller one, at which the table is narrower than the
 * page.
 */
void
hn_sheet_break_page (HnSheet *self)
{
  const lxw_row_t row = self->row;

  if (self->breaks == NULL)
    self->breaks = g_array_new (TRUE, FALSE, sizeof (lxw_row_t));
  g_array_append_val (self->breaks, row);
  hn_sheet_check (self, worksheet_set_h_pagebreaks (self->sheet, (lxw_row_t *) (void *) self->breaks->data));
  worksheet_set_print_scale (self->sheet, (uint16_t) self->scale);
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    self->pages[i].used = self->head_height;
}

/**
 * hn_sheet_row_height:
 *
 * Returns: the height of a row with so many lines of a font, in points: the font's own 1.15, and air above and below
 */
double
hn_sheet_row_height (double size,
                     guint  lines)
{
  return MIN (lines * size * 1.2 + 3, MAX_HEIGHT);
}

/**
 * hn_sheet_clean:
 *
 * Text as a cell can hold it: valid, without control characters but line ends, and not longer than a cell.
 */
char *
hn_sheet_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);
  guint length = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t')
        c = ' ';
      if ((g_unichar_iscntrl (c) && c != '\n') || (c & 0xfffe) == 0xfffe)
        continue;
      length += c > 0xffff ? 2 : 1;
      if (length > MAX_LENGTH - 1 && *g_utf8_next_char (at) != '\0')
        {
          g_string_append (clean, "…");
          break;
        }
      g_string_append_unichar (clean, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&clean));
}

/* Whether hn_sheet_clean() would change nothing, as is the rule. */
static gboolean
is_clean (const char *text)
{
  const guchar *at = (const guchar *) text;
  gboolean plain = TRUE;

  for (; *at != '\0'; at++)
    {
      if ((*at < ' ' && *at != '\n') || *at == 0x7f)
        return FALSE;
      /* Control characters above ASCII, and what is no character in any plane. */
      if ((*at == 0xc2 && at[1] < 0xa0) || *at == 0xef || *at >= 0xf0)
        return FALSE;
      plain = plain && *at < 0x80;
    }

  return at - (const guchar *) text < MAX_LENGTH && (plain || g_utf8_validate (text, -1, NULL));
}

static const char *
clean_text (const char  *text,
            char       **copy)
{
  if (text == NULL)
    return "";

  return is_clean (text) ? text : (*copy = hn_sheet_clean (text));
}

static guint
count_lines (HnSheet    *self,
             guint       first,
             guint       last,
             const char *clean,
             double      size,
             HnLook      look)
{
  double width = hn_sheet_width (self, first, last) * NARROWER - CELL_PADDING;

  return hn_text_lines (clean, size, (look & HN_LOOK_BOLD) != 0, width);
}

/**
 * hn_sheet_lines:
 *
 * Returns: into how many lines a text breaks over the columns @first to @last
 */
guint
hn_sheet_lines (HnSheet    *self,
                guint       first,
                guint       last,
                const char *text,
                double      size,
                HnLook      look)
{
  g_autofree char *copy = NULL;

  return count_lines (self, first, last, clean_text (text, &copy), size, look);
}

/**
 * hn_sheet_set_height:
 *
 * Each row is given its height once, from the first on.
 */
void
hn_sheet_set_height (HnSheet *self,
                     guint    row,
                     double   height)
{
  /* The library takes its default for no height at all, and then each program chooses one. */
  if (height == LXW_DEF_ROW_HEIGHT)
    height += 0.25;
  self->height += height;
  if (self->dry)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    add_to_page (self, &self->pages[i], row, height);
  hn_sheet_check (self, worksheet_set_row (self->sheet, row, height, NULL));
}

/**
 * hn_sheet_skip:
 *
 * Leaves empty rows of so much height together.
 */
void
hn_sheet_skip (HnSheet *self,
               double   height)
{
  for (; height > 0; height -= MAX_HEIGHT)
    hn_sheet_set_height (self, self->row++, MIN (height, MAX_HEIGHT));
}

static void
put_clean (HnSheet    *self,
           guint       row,
           guint       first,
           guint       last,
           const char *clean,
           double      size,
           HnLook      look)
{
  lxw_format *format;
  lxw_col_t from = (lxw_col_t) first, to = (lxw_col_t) last;

  if (self->dry)
    return;

  format = hn_styles_get (&self->workbook->styles, look, size, 0);
  if (first < last)
    hn_sheet_check (self, worksheet_merge_range (self->sheet, row, from, row, to, clean, format));
  else if (*clean == '\0')
    hn_sheet_check (self, worksheet_write_blank (self->sheet, row, from, format));
  else
    hn_sheet_check (self, worksheet_write_string (self->sheet, row, from, clean, format));
}

/**
 * hn_sheet_put_text:
 *
 * Writes text into one cell, or into several that become one. It is never a formula, whatever it begins with.
 */
void
hn_sheet_put_text (HnSheet    *self,
                   guint       row,
                   guint       first,
                   guint       last,
                   const char *text,
                   double      size,
                   HnLook      look)
{
  g_autofree char *copy = NULL;

  put_clean (self, row, first, last, clean_text (text, &copy), size, look);
}

/**
 * hn_sheet_put_lines:
 *
 * Writes text into the row that is being written, as hn_sheet_put_text() does.
 *
 * Returns: how many lines it takes
 */
guint
hn_sheet_put_lines (HnSheet    *self,
                    guint       first,
                    guint       last,
                    const char *text,
                    double      size,
                    HnLook      look)
{
  g_autofree char *copy = NULL;
  const char *clean = clean_text (text, &copy);

  put_clean (self, self->row, first, last, clean, size, look);

  return *clean != '\0' ? count_lines (self, first, last, clean, size, look) : 1;
}

/**
 * hn_sheet_merge_down:
 *
 * Makes one cell of several in a column, which are already written: the library's own call would write all of them at
 * once, but rows that are written are gone.
 */
void
hn_sheet_merge_down (HnSheet *self,
                     guint    column,
                     guint    first_row,
                     guint    last_row)
{
  lxw_merged_range *range;

  if (self->dry)
    return;

  range = calloc (1, sizeof *range);
  if (range == NULL)
    {
      hn_sheet_check (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }

  *range = (lxw_merged_range) {
    .first_row = first_row, .last_row = last_row, .first_col = (lxw_col_t) column, .last_col = (lxw_col_t) column
  };
  STAILQ_INSERT_TAIL (self->sheet->merged_ranges, range, list_pointers);
  self->sheet->merged_range_count++;
}

/**
 * hn_sheet_add_line:
 *
 * Adds a line over the whole width of the sheet, as high as its text needs; the next row follows it.
 */
void
hn_sheet_add_line (HnSheet    *self,
                   const char *text,
                   double      size,
                   HnLook      look)
{
  guint last = self->form->n_columns - 1;
  guint lines = hn_sheet_lines (self, 0, last, text, size, look);

  hn_sheet_put_text (self, self->row, 0, last, text, size, look | HN_LOOK_WRAP);
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (size, lines));
  self->row++;
}

/**
 * hn_sheet_add_title:
 *
 * Adds a title over the whole width, in lines of even lengths.
 */
void
hn_sheet_add_title (HnSheet    *self,
                    const char *text,
                    double      size,
                    HnLook      look)
{
  double width = self->total * NARROWER - CELL_PADDING;
  g_autofree char *clean = hn_sheet_clean (text);
  g_auto (GStrv) lines = hn_text_balance (clean, size, (look & HN_LOOK_BOLD) != 0, width);
  g_autofree char *broken = g_strjoinv ("\n", lines);

  hn_sheet_add_line (self, broken, size, look | HN_LOOK_CENTER);
}
