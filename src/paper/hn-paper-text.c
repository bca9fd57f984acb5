/* How wide text is in the fonts at hand, and where its lines break.
 *
 * A line is as wide as its letters: no kerning, as in a spreadsheet. So each letter is measured once, and a page of a
 * long list costs no more than its letters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#include <string.h>

#define N_FACES 4

/* Latin letters, those with Vietnamese marks and the usual signs are looked up by their number. */
#define N_LETTERS 0x2100

/* What letters are measured at; no program hints at this size. */
#define MEASURED_SIZE 100.0

#define FAMILIES "Times New Roman,Liberation Serif,Tinos,serif"

struct _HnPen
{
  PangoContext *context;
  PangoLayout  *layout;
  float        *letters[N_FACES]; /* widths at a size of 1, negative where not known yet */
  GHashTable   *clusters[N_FACES];
};

/**
 * hn_pen_prepare:
 *
 * Fits @layout for text of one face, with the same letters at the same places whatever it is drawn on.
 */
void
hn_pen_prepare (PangoLayout *layout,
                double       size,
                HnFace       face)
{
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILIES);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, (face & HN_FACE_BOLD) != 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, (face & HN_FACE_ITALIC) != 0 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("kern=0, liga=0, clig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
}

static HnPen *
pen_new (void)
{
  HnPen *self = g_new0 (HnPen, 1);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->layout = pango_layout_new (self->context);
  for (guint i = 0; i < N_FACES; i++)
    {
      self->letters[i] = g_new (float, N_LETTERS);
      for (guint j = 0; j < N_LETTERS; j++)
        self->letters[i][j] = -1;
      self->clusters[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }

  return self;
}

static void
pen_free (gpointer data)
{
  HnPen *self = data;

  for (guint i = 0; i < N_FACES; i++)
    {
      g_free (self->letters[i]);
      g_hash_table_unref (self->clusters[i]);
    }
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * hn_pen_get:
 *
 * Returns: (transfer none): the pen of the thread that calls, which fonts belong to
 */
HnPen *
hn_pen_get (void)
{
  static GPrivate pens = G_PRIVATE_INIT (pen_free);
  HnPen *self = g_private_get (&pens);

  if (self == NULL)
    {
      self = pen_new ();
      g_private_set (&pens, self);
    }

  return self;
}

static double
measure (HnPen      *self,
         const char *text,
         gsize       length,
         HnFace      face)
{
  int width;

  hn_pen_prepare (self->layout, MEASURED_SIZE, face);
  pango_layout_set_text (self->layout, text, (int) length);
  pango_layout_get_size (self->layout, &width, NULL);

  return width / (PANGO_SCALE * MEASURED_SIZE);
}

/* What follows its letter and is drawn with it: marks, and how emoji are put together. */
static gboolean
joins (gunichar c,
       gunichar before)
{
  return g_unichar_ismark (c) || c == 0x200d || before == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff);
}

static const char *
cluster_end (const char *at)
{
  gunichar before = g_utf8_get_char (at);
  const char *end = g_utf8_next_char (at);

  while (*end != '\0' && (guchar) *end >= 0x80 && joins (g_utf8_get_char (end), before))
    {
      before = g_utf8_get_char (end);
      end = g_utf8_next_char (end);
    }

  return end;
}

/* The width of what stands between @at and @end, at a size of 1. */
static double
cluster_width (HnPen      *self,
               const char *at,
               const char *end,
               HnFace      face)
{
  gunichar c = g_utf8_get_char (at);
  g_autofree char *key = NULL;
  double *known;

  if (c < N_LETTERS && end == g_utf8_next_char (at))
    {
      float *letter = &self->letters[face][c];

      if (*letter < 0)
        *letter = (float) measure (self, at, (gsize) (end - at), face);
      return *letter;
    }

  key = g_strndup (at, (gsize) (end - at));
  known = g_hash_table_lookup (self->clusters[face], key);
  if (known == NULL)
    {
      known = g_new (double, 1);
      *known = measure (self, at, (gsize) (end - at), face);
      g_hash_table_insert (self->clusters[face], g_steal_pointer (&key), known);
    }

  return *known;
}

static double
span_width (HnPen      *self,
            const char *from,
            const char *to,
            HnFace      face)
{
  double width = 0;

  for (const char *at = from; at < to;)
    {
      const char *end = cluster_end (at);

      width += cluster_width (self, at, end, face);
      at = end;
    }

  return width;
}

/**
 * hn_pen_width:
 *
 * Returns: the width of @text in one line
 */
double
hn_pen_width (HnPen      *self,
              const char *text,
              double      size,
              HnFace      face)
{
  return span_width (self, text, text + strlen (text), face) * size;
}

/**
 * hn_pen_word:
 *
 * Returns: the width of the widest word, below which a column would break it
 */
double
hn_pen_word (HnPen      *self,
             const char *text,
             double      size,
             HnFace      face)
{
  double widest = 0;

  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, " \n");

      widest = MAX (widest, span_width (self, at, at + length, face));
      at += length + (at[length] != '\0' ? 1 : 0);
    }

  return widest * size;
}

/* Valid text without control characters but line ends. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) result = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t' || c == 0x2028 || c == 0x2029)
        c = ' ';
      if (!g_unichar_iscntrl (c) || c == '\n')
        g_string_append_unichar (result, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' && *text != '\n')
      return FALSE;

  return g_utf8_validate (text, -1, NULL);
}

static void
add_line (GArray       *lines,
          GStringChunk *strings,
          const char   *from,
          const char   *to,
          double        width)
{
  const HnTextLine line = { g_string_chunk_insert_len (strings, from, to - from), width };

  g_array_append_val (lines, line);
}

/* A line while it is made: from its beginning to the last place where it may end. */
typedef struct
{
  const char *start;
  const char *end;   /* where it may end, or NULL */
  double      width; /* up to there */
} OpenLine;

/* Where a long word may rather be broken than anywhere: behind 05/ of 05/QĐ-UBND. */
static gboolean
ends_part (char c)
{
  return c == '/' || c == '-' || c == ',' || c == ';' || c == '@' || c == '.' || c == '_';
}

/* Puts a word that is wider than a line on as many lines as it takes; what is left of it is the beginning of the
 * next. */
static void
break_word (HnPen        *self,
            GArray       *lines,
            GStringChunk *strings,
            const char   *word,
            const char   *end,
            HnFace        face,
            double        width,
            OpenLine     *open)
{
  const char *start = word, *part = NULL;
  double used = 0, part_width = 0;

  for (const char *at = word; at < end;)
    {
      const char *next = cluster_end (at);
      double wide = cluster_width (self, at, next, face);

      if (at > start && used + wide > width)
        {
          const char *until = part != NULL ? part : at;

          add_line (lines, strings, start, until, part != NULL ? part_width : used);
          used -= part != NULL ? part_width : used;
          start = until;
          part = NULL;
        }
      used += wide;
      if (ends_part (*at))
        {
          part = next;
          part_width = used;
        }
      at = next;
    }
  *open = (OpenLine) { start, end, used };
}

static void
break_paragraph (HnPen        *self,
                 GArray       *lines,
                 GStringChunk *strings,
                 const char   *from,
                 const char   *to,
                 HnFace        face,
                 double        width)
{
  double space = cluster_width (self, " ", " " + 1, face);
  OpenLine open = { from, NULL, 0 };

  for (const char *word = from; word < to;)
    {
      const char *end = word;
      double wide, gap;

      while (word < to && *word == ' ')
        word++;
      for (end = word; end < to && *end != ' ';)
        end++;
      if (end == word)
        break;

      wide = span_width (self, word, end, face);
      gap = open.end != NULL ? (double) (word - open.end) * space : 0;
      if (open.end != NULL && open.width + gap + wide <= width)
        {
          open.end = end;
          open.width += gap + wide;
        }
      else
        {
          if (open.end != NULL)
            add_line (lines, strings, open.start, open.end, open.width);
          open = (OpenLine) { word, end, wide };
          if (wide > width)
            break_word (self, lines, strings, word, end, face, width, &open);
        }
      word = end;
    }
  add_line (lines, strings, open.start, open.end != NULL ? open.end : open.start, open.width);
}

static void
scale_lines (GArray *lines,
             double  size)
{
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, HnTextLine, i).width *= size;
}

/**
 * hn_pen_break:
 * @width: of the lines
 * @strings: keeps their text
 *
 * Breaks @text at spaces and line ends, and words only where they are wider than a line.
 *
 * Returns: (transfer full) (element-type HnTextLine): the lines, at least one
 */
GArray *
hn_pen_break (HnPen        *self,
              const char   *text,
              double        size,
              HnFace        face,
              double        width,
              GStringChunk *strings)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (HnTextLine));
  g_autofree char *cleaned = is_plain (text) ? NULL : clean (text);
  const char *at = cleaned != NULL ? cleaned : text;

  for (;;)
    {
      const char *end = at + strcspn (at, "\n");

      /* What was measured in another order of adding may differ in the last bits. */
      break_paragraph (self, lines, strings, at, end, face, width / size + 1e-6);
      if (*end == '\0')
        break;
      at = end + 1;
    }
  scale_lines (lines, size);

  return lines;
}

/**
 * hn_pen_balance:
 *
 * Returns: (transfer full) (element-type HnTextLine): as many lines as hn_pen_break() makes, but as even as words
 *   allow, as those of a title are
 */
GArray *
hn_pen_balance (HnPen        *self,
                const char   *text,
                double        size,
                HnFace        face,
                double        width,
                GStringChunk *strings)
{
  g_autoptr (GArray) first = hn_pen_break (self, text, size, face, width, strings);
  double narrow = width / MAX (first->len, 1), wide = width;

  while (first->len > 1 && wide - narrow > size / 4)
    {
      double middle = (narrow + wide) / 2;
      g_autoptr (GArray) lines = hn_pen_break (self, text, size, face, middle, strings);

      if (lines->len > first->len)
        narrow = middle;
      else
        wide = middle;
    }

  return hn_pen_break (self, text, size, face, wide, strings);
}
