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

/* Characters below this have their widths in a table: all letters of Vietnamese are among them. */
#define TABLE_SIZE 0x2000

static guint
part_width (gunichar c,
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

/* A letter is as wide as the one that its marks stand on. */
static guint
measure_char (gunichar c,
              gboolean bold)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  guint width = 0;

  for (gsize i = 0; i < n; i++)
    width += part_width (parts[i], bold);

  return width;
}

static const guint16 *
get_table (gboolean bold)
{
  static guint16 tables[2][TABLE_SIZE];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = 0; c < TABLE_SIZE; c++)
        for (guint i = 0; i < 2; i++)
          tables[i][c] = (guint16) measure_char (c, i == 1);
      g_once_init_leave (&ready, 1);
    }

  return tables[bold ? 1 : 0];
}

/* In thousandths of the size. Of a million rows every letter is measured, so the short ones are read here. */
static guint64
measure_bytes (const char *text,
               gsize       length,
               gboolean    bold)
{
  const guint16 *table = get_table (bold);
  const guchar *at = (const guchar *) text, *end = at + length;
  guint64 sum = 0;

  while (at < end)
    if (at[0] < 0x80)
      {
        sum += table[at[0]];
        at += 1;
      }
    else if (at[0] < 0xe0)
      {
        sum += table[(at[0] & 0x1f) << 6 | (at[1] & 0x3f)];
        at += 2;
      }
    else
      {
        gunichar c = g_utf8_get_char ((const char *) at);

        sum += c < TABLE_SIZE ? table[c] : measure_char (c, bold);
        at += c < 0x10000 ? 3 : 4;
      }

  return sum;
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
  gsize length = strlen (text);

  if (!g_utf8_validate_len (text, length, NULL))
    return 0;

  return (double) measure_bytes (text, length, bold) * size / 1000;
}

/* Lines while words are put into them; widths in thousandths of the size. */
typedef struct
{
  double     limit;
  gboolean   bold;
  guint64    used;   /* of the line so far */
  GString   *line;   /* what is in it, or NULL if lines are only counted */
  GPtrArray *lines;  /* those before, or NULL */
  guint      n_lines;
  gboolean   empty;
} Wrap;

static void
end_line (Wrap *self)
{
  if (self->lines != NULL)
    {
      g_ptr_array_add (self->lines, g_strdup (self->line->str));
      g_string_truncate (self->line, 0);
    }
  self->n_lines++;
  self->used = 0;
  self->empty = TRUE;
}

static void
add_to_line (Wrap       *self,
             const char *text,
             gsize       length,
             guint64     width)
{
  if (self->line != NULL)
    g_string_append_len (self->line, text, (gssize) length);
  self->used += width;
  self->empty = FALSE;
}

/* A word that is wider than the line is broken where it is full. */
static void
wrap_word (Wrap       *self,
           const char *word,
           gsize       length)
{
  guint64 space = measure_bytes (" ", 1, self->bold);
  guint64 width = measure_bytes (word, length, self->bold);

  if (!self->empty && (double) (self->used + space + width) <= self->limit)
    add_to_line (self, " ", 1, space);
  else if (!self->empty)
    end_line (self);
  if ((double) (self->used + width) <= self->limit)
    {
      add_to_line (self, word, length, width);
      return;
    }

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      gsize bytes = (gsize) (g_utf8_next_char (at) - at);

      width = measure_bytes (at, bytes, self->bold);
      if (!self->empty && (double) (self->used + width) > self->limit)
        end_line (self);
      add_to_line (self, at, bytes, width);
    }
}

static void
wrap (Wrap       *self,
      const char *text)
{
  const char *word = text;

  self->empty = TRUE;
  for (const char *at = text; TRUE; at++)
    {
      if (*at != ' ' && *at != '\n' && *at != '\0')
        continue;
      if (at > word)
        wrap_word (self, word, (gsize) (at - word));
      word = at + 1;
      if (*at != ' ')
        end_line (self);
      if (*at == '\0')
        return;
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
  g_autoptr (GString) line = g_string_new (NULL);
  GPtrArray *lines = g_ptr_array_new ();
  Wrap self = { .limit = width * 1000 / size, .bold = bold, .line = line, .lines = lines };

  wrap (&self, text);
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
  Wrap self = { .limit = width * 1000 / size, .bold = bold };

  /* As is the rule. */
  if (strchr (text, '\n') == NULL && (double) measure_bytes (text, strlen (text), bold) <= self.limit)
    return 1;

  wrap (&self, text);

  return self.n_lines;
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
