/* The formats of the cells of a plain list, each made once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-plain-styles.h"

static void
set_font (lxw_format *format)
{
  format_set_font_name (format, "Times New Roman");
  format_set_font_family (format, 1);
  format_set_font_size (format, HN_PLAIN_SIZE);
}

/**
 * hn_plain_styles_init:
 *
 * Readers measure the columns by the first format; see hn_styles_init().
 */
void
hn_plain_styles_init (HnPlainStyles *self,
                      lxw_workbook  *book)
{
  self->book = book;
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set_font (STAILQ_FIRST (book->formats));
}

/**
 * hn_plain_styles_clear:
 *
 * Frees the table of formats; the formats themselves are the workbook's.
 */
void
hn_plain_styles_clear (HnPlainStyles *self)
{
  g_clear_pointer (&self->formats, g_hash_table_unref);
}

/**
 * hn_plain_styles_new:
 *
 * Returns: (transfer none): a format of its own, for a title or a head
 */
lxw_format *
hn_plain_styles_new (HnPlainStyles *self)
{
  lxw_format *format = workbook_add_format (self->book);

  set_font (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

/**
 * hn_plain_styles_get:
 * @pattern: of a number or date, as a spreadsheet writes it
 * @align: the same for all cells of a pattern
 *
 * Returns: (transfer none): the format of the cells with that pattern
 */
lxw_format *
hn_plain_styles_get (HnPlainStyles *self,
                     const char    *pattern,
                     uint8_t        align)
{
  lxw_format *format = g_hash_table_lookup (self->formats, pattern);

  if (format == NULL)
    {
      format = hn_plain_styles_new (self);
      format_set_num_format (format, pattern);
      format_set_align (format, align);
      if (align == LXW_ALIGN_RIGHT)
        format_set_indent (format, 1);
      g_hash_table_insert (self->formats, g_strdup (pattern), format);
    }

  return format;
}

/**
 * hn_plain_styles_number:
 *
 * Returns: (transfer none): a format with points between thousands as the reader's country has them; an amount that is
 *   not in đồng says in what it is
 */
lxw_format *
hn_plain_styles_number (HnPlainStyles     *self,
                        const HnPlainCell *cell)
{
  g_autoptr (GString) pattern = g_string_new ("#,##0");

  if (cell->type == HN_PLAIN_PERCENT)
    return hn_plain_styles_get (self, "0.00%", LXW_ALIGN_RIGHT);

  for (guint i = 0; i < cell->decimals; i++)
    g_string_append (pattern, i == 0 ? ".0" : "0");
  if (cell->currency != NULL && !g_str_equal (cell->currency, "VND"))
    g_string_append_printf (pattern, " \"%s\"", cell->currency);

  return hn_plain_styles_get (self, pattern->str, LXW_ALIGN_RIGHT);
}
