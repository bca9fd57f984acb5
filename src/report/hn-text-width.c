/* Widths of Times New Roman, by which rows get their heights: neither Excel nor LibreOffice makes room for wrapped
 * text in merged cells, and what does not fit is not printed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-text-width.h"

#include <string.h>

/* From space to ~ in thousandths of the size: those of Adobe's Times-Roman and Times-Bold, of which Times New Roman
 * and Liberation Serif have the metrics. */
static const guint16 regular_widths[] = {
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, /* space to / */
  500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, /* 0 to ? */
  921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, /* @ to O */
  556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, /* P to _ */
  333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, /* ` to o */
  500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,      /* p to ~ */
};

static const guint16 bold_widths[] = {
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
  500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
  930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
  611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
  333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
  556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
};

/* Anything else: as wide as it is high. */
#define OTHER_WIDTH 1000

static guint
char_width (gunichar c,
            gboolean bold)
{
  const guint16 *widths = bold ? bold_widths : regular_widths;

  if (c == 0x0110 || c == 0x0111) /* Đ, đ have no decomposition */
    c = c == 0x0110 ? 'D' : 'd';
  if (c >= ' ' && c <= '~')
    return widths[c - ' '];
  if (g_unichar_ismark (c))
    return 0;
  if (c == 0x2013) /* en dash */
    return 500;

  return OTHER_WIDTH;
}

/**
 * hn_text_width:
 * @size: of the font, in points
 *
 * Returns: the width of one line in points
 */
double
hn_text_width (const char *text,
               double      size,
               gboolean    bold)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  guint64 sum = 0;

  for (const char *at = decomposed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    sum += char_width (g_utf8_get_char (at), bold);

  return (double) sum * size / 1000;
}

/* A word that is wider than the line is broken where it is full. */
static void
wrap_word (GPtrArray  *lines,
           GString    *line,
           const char *word,
           double      size,
           gboolean    bold,
           double      width)
{
  double space = hn_text_width (" ", size, bold);
  double used = hn_text_width (line->str, size, bold);

  if (line->len > 0 && used + space + hn_text_width (word, size, bold) <= width)
    {
      g_string_append_printf (line, " %s", word);
      return;
    }
  if (line->len > 0)
    {
      g_ptr_array_add (lines, g_strdup (line->str));
      g_string_truncate (line, 0);
    }

  used = 0;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      char letter[7] = { 0 };
      double wide;

      g_unichar_to_utf8 (g_utf8_get_char (at), letter);
      wide = hn_text_width (letter, size, bold);
      if (line->len > 0 && used + wide > width)
        {
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_truncate (line, 0);
          used = 0;
        }
      g_string_append (line, letter);
      used += wide;
    }
}

/**
 * hn_text_wrap:
 * @width: of the lines, in points
 *
 * Breaks @text at spaces and line ends, as a spreadsheet does in a cell of that width.
 *
 * Returns: (transfer full): the lines, at least one
 */
char **
hn_text_wrap (const char *text,
              double      size,
              gboolean    bold,
              double      width)
{
  GPtrArray *lines = g_ptr_array_new ();
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (paragraphs[i], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] != '\0')
          wrap_word (lines, line, words[j], size, bold, width);
      g_ptr_array_add (lines, g_strdup (line->str));
      g_string_truncate (line, 0);
    }
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (""));
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (lines, FALSE);
}

/**
 * hn_text_lines:
 *
 * Returns: how many lines hn_text_wrap() makes
 */
guint
hn_text_lines (const char *text,
               double      size,
               gboolean    bold,
               double      width)
{
  g_auto (GStrv) lines = hn_text_wrap (text, size, bold, width);

  return g_strv_length (lines);
}

/**
 * hn_text_balance:
 *
 * Returns: (transfer full): as many lines as hn_text_wrap() makes, but as even as words allow, as those of a title are
 */
char **
hn_text_balance (const char *text,
                 double      size,
                 gboolean    bold,
                 double      width)
{
  guint lines = hn_text_lines (text, size, bold, width);
  double narrow = width / MAX (lines, 1), wide = width;

  while (wide - narrow > size / 4)
    {
      double middle = (narrow + wide) / 2;

      if (hn_text_lines (text, size, bold, middle) > lines)
        narrow = middle;
      else
        wide = middle;
    }

  return hn_text_wrap (text, size, bold, wide);
}

/**
 * hn_text_word:
 *
 * Returns: the width of the widest word, below which a column would break it
 */
double
hn_text_word (const char *text,
              double      size,
              gboolean    bold)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, hn_text_width (words[i], size, bold));

  return widest;
}
