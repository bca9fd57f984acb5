/* The formats of a workbook's cells: Times New Roman, black, thin borders (Decree 30/2020/NĐ-CP, Appendix I). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-private.h"

/**
 * hn_styles_init:
 *
 * Readers measure columns by the digits of the first format's font. Of Calibri, which not every system has, each makes
 * something else; Times New Roman or its double with the same metrics is everywhere.
 */
void
hn_styles_init (HnStyles     *self,
                lxw_workbook *book)
{
  lxw_format *normal = STAILQ_FIRST (book->formats);

  format_set_font_name (normal, "Times New Roman");
  format_set_font_family (normal, 1);
  format_set_font_size (normal, 12);
  self->book = book;
  self->formats = g_hash_table_new (NULL, NULL);
}

/**
 * hn_styles_clear:
 *
 * Frees the table of formats; the formats themselves are the workbook's.
 */
void
hn_styles_clear (HnStyles *self)
{
  g_clear_pointer (&self->formats, g_hash_table_unref);
}

static void
set_number_format (lxw_format *format,
                   HnLook      look,
                   guint       decimals)
{
  g_autoptr (GString) pattern = NULL;

  /* The slashes are escaped: they are no separator that Windows replaces by its own. */
  if ((look & HN_LOOK_DATE) != 0)
    format_set_num_format (format, "dd\\/mm\\/yyyy");
  if ((look & HN_LOOK_NUMBER) == 0)
    return;

  pattern = g_string_new ("#,##0");
  for (guint i = 0; i < decimals; i++)
    g_string_append (pattern, i == 0 ? ".0" : "0");
  format_set_num_format (format, pattern->str);
}

static lxw_format *
make_format (HnStyles *self,
             HnLook    look,
             double    size,
             guint     decimals)
{
  lxw_format *format = workbook_add_format (self->book);

  if (format == NULL)
    return NULL;

  format_set_font_name (format, "Times New Roman");
  format_set_font_family (format, 1);
  format_set_font_size (format, size);
  if ((look & HN_LOOK_BOLD) != 0)
    format_set_bold (format);
  if ((look & HN_LOOK_ITALIC) != 0)
    format_set_italic (format);
  if ((look & HN_LOOK_BORDER) != 0)
    format_set_border (format, LXW_BORDER_THIN);
  if ((look & HN_LOOK_WRAP) != 0)
    format_set_text_wrap (format);

  if ((look & HN_LOOK_CENTER) != 0)
    format_set_align (format, LXW_ALIGN_CENTER);
  else if ((look & HN_LOOK_RIGHT) != 0)
    format_set_align (format, LXW_ALIGN_RIGHT);
  else if ((look & HN_LOOK_LEFT) != 0)
    format_set_align (format, LXW_ALIGN_LEFT);
  format_set_align (format, (look & HN_LOOK_TOP) != 0 ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  set_number_format (format, look, decimals);

  return format;
}

/**
 * hn_styles_get:
 * @size: of the font in points, in halves at the finest
 *
 * Returns: (transfer none): the format of cells that look so
 */
lxw_format *
hn_styles_get (HnStyles *self,
               HnLook    look,
               double    size,
               guint     decimals)
{
  gpointer key = GUINT_TO_POINTER (((guint) look << 16) | ((guint) (size * 2) << 8) | decimals);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format == NULL)
    {
      format = make_format (self, look, size, decimals);
      g_hash_table_insert (self->formats, key, format);
    }

  return format;
}
