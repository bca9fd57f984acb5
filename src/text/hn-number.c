/* Whole and scaled numbers, read and printed as Vietnamese offices write them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-number.h"

#include <string.h>

#include "hn-char.h"
#include "hn-clean.h"
#include "hn-fold.h"

/* As many as a gint64 has room for; more would leave no whole part. */
#define MAX_DECIMALS 18

/* Folded. Words for powers of ten multiply when they follow each other: 1,5 nghìn tỷ. */
static const struct
{
  const char *word;
  guint       power;
} multipliers[] = {
  { "nghin", 3 }, { "ngan", 3 }, { "trieu", 6 }, { "ty", 9 }, { "ti", 9 },
};

/* What may stand at the end of a number and changes nothing. */
static const char *const units[] = { "d", "₫", "dong", "vnd", "%", NULL };

/* Digits with what parts them, and the words behind. */
typedef struct
{
  const char *digits;
  gsize       length;
  guint       power; /* of ten, by which the words multiply */
  gboolean    ends;  /* a unit follows: no more figures */
} Figure;

/* Which characters part thousands and decimals; 0 for none. */
typedef struct
{
  char thousands;
  char decimals;
} Marks;

G_DEFINE_QUARK (hn-number-error-quark, hn_number_error)

static void
set_error (GError        **error,
           HnNumberError   code,
           const char     *text)
{
  static const char *const reasons[] = {
    [HN_NUMBER_ERROR_NOT_A_NUMBER] = "is not a number",
    [HN_NUMBER_ERROR_TOO_LARGE] = "is too large",
    [HN_NUMBER_ERROR_TOO_PRECISE] = "has more decimals than are kept",
    [HN_NUMBER_ERROR_AMBIGUOUS] = "can be read as thousands or as decimals",
  };

  g_set_error (error, HN_NUMBER_ERROR, (int) code, "“%s” %s", text, reasons[code]);
}

/* Reads the words behind a figure: powers of ten, then perhaps a unit. */
static gboolean
read_words (const char *words,
            gsize       length,
            Figure     *figure)
{
  g_autofree char *text = g_strndup (words, length);
  g_autofree char *folded = hn_text_fold (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      gboolean known = *parts[i] == '\0';

      if (figure->ends && !known)
        return FALSE;
      for (gsize j = 0; j < G_N_ELEMENTS (multipliers); j++)
        if (strcmp (parts[i], multipliers[j].word) == 0)
          {
            figure->power += multipliers[j].power;
            known = TRUE;
          }
      if (g_strv_contains (units, parts[i]))
        figure->ends = known = TRUE;
      if (!known || figure->power > MAX_DECIMALS)
        return FALSE;
    }
  return TRUE;
}

/* Reads digits and the words behind them, up to the next digits. */
static gboolean
next_figure (const char **at,
             Figure      *figure)
{
  gsize words;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  *figure = (Figure) { .digits = *at, .length = strspn (*at, "0123456789., ") };
  *at += figure->length;
  while (figure->digits[figure->length - 1] == ' ')
    figure->length--;

  words = strcspn (*at, "0123456789");
  if (!read_words (*at, words, figure))
    return FALSE;
  *at += words;
  return TRUE;
}

static gsize
count_mark (const Figure *figure,
            char          mark)
{
  gsize n = 0;

  for (gsize i = 0; i < figure->length; i++)
    n += figure->digits[i] == mark;
  return n;
}

/* What a figure's only dot or comma is. Returns FALSE where that cannot be said. */
static gboolean
find_lone_mark (const Figure *figure,
                char          mark,
                guint         decimals,
                Marks        *marks)
{
  gsize before = (gsize) ((const char *) memchr (figure->digits, mark, figure->length) - figure->digits);
  gboolean may_be_thousands = figure->length - before - 1 == 3 && before <= 3 && figure->digits[0] != '0';

  if (!may_be_thousands || (mark == ',' && figure->power > 0))
    marks->decimals = mark;
  else if (mark == ',' && decimals >= 3)
    return FALSE;
  else
    marks->thousands = mark;
  return TRUE;
}

static gboolean
find_marks (const Figure *figure,
            guint         decimals,
            Marks        *marks)
{
  gsize dots = count_mark (figure, '.'), commas = count_mark (figure, ',');
  char only = dots > 0 ? '.' : ',';
  char first = figure->digits[strcspn (figure->digits, ".,")];

  *marks = (Marks) { 0, 0 };
  if (count_mark (figure, ' ') > 0)
    *marks = (Marks) { ' ', dots + commas > 0 ? only : 0 };
  else if (dots > 0 && commas > 0)
    *marks = (Marks) { first, first == '.' ? ',' : '.' };
  else if (dots + commas > 1)
    marks->thousands = only;
  else if (dots + commas == 1)
    return find_lone_mark (figure, only, decimals, marks);
  return TRUE;
}

/* Collects the digits without marks. Returns FALSE where thousands are not groups of three or a mark is out of
 * place. */
static gboolean
collect_digits (const Figure *figure,
                Marks         marks,
                GString      *digits,
                gsize        *n_decimals)
{
  gboolean grouped = FALSE, fraction = FALSE;
  gsize run = 0;

  *n_decimals = 0;
  for (gsize i = 0; i <= figure->length; i++)
    {
      char c = i < figure->length ? figure->digits[i] : '\0';

      if (g_ascii_isdigit (c))
        {
          g_string_append_c (digits, c);
          run++;
          continue;
        }
      if (run == 0 || (grouped && !fraction && run != 3))
        return FALSE;
      if (fraction)
        *n_decimals = run;
      if (c == '\0')
        break;
      if (fraction || (c == marks.thousands && run > 3) || (c != marks.thousands && c != marks.decimals))
        return FALSE;
      fraction = c == marks.decimals;
      grouped |= c == marks.thousands;
      run = 0;
    }
  return TRUE;
}

/* Moves the decimal mark behind @scale digits. */
static gboolean
scale_digits (GString       *digits,
              gsize          n_decimals,
              gsize          scale,
              guint64       *value,
              HnNumberError *problem)
{
  gsize zeros = 0;

  for (; n_decimals > scale; n_decimals--)
    {
      if (digits->str[digits->len - 1] != '0')
        {
          *problem = HN_NUMBER_ERROR_TOO_PRECISE;
          return FALSE;
        }
      g_string_truncate (digits, digits->len - 1);
    }
  for (; n_decimals < scale; n_decimals++)
    g_string_append_c (digits, '0');

  while (digits->str[zeros] == '0')
    zeros++;
  if (digits->len - zeros > 19) /* a gint64 has no more */
    {
      *problem = HN_NUMBER_ERROR_TOO_LARGE;
      return FALSE;
    }
  *value = g_ascii_strtoull (digits->str + zeros, NULL, 10);
  return TRUE;
}

static gboolean
read_figure (const Figure  *figure,
             guint          decimals,
             guint64       *value,
             HnNumberError *problem)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize n_decimals;
  Marks marks;

  if (!find_marks (figure, decimals, &marks))
    {
      *problem = HN_NUMBER_ERROR_AMBIGUOUS;
      return FALSE;
    }
  if (!collect_digits (figure, marks, digits, &n_decimals))
    {
      *problem = HN_NUMBER_ERROR_NOT_A_NUMBER;
      return FALSE;
    }
  return scale_digits (digits, n_decimals, decimals + figure->power, value, problem);
}

/* Adds up the figures of 1 tỷ 500 triệu; each has to stand for less than the one before. */
static gboolean
read_figures (const char    *text,
              guint          decimals,
              guint64       *total,
              HnNumberError *problem)
{
  guint power = G_MAXUINT;

  *total = 0;
  do
    {
      guint64 value;
      Figure figure;

      if (!next_figure (&text, &figure) || figure.power >= power || (*text != '\0' && figure.ends))
        {
          *problem = HN_NUMBER_ERROR_NOT_A_NUMBER;
          return FALSE;
        }
      power = figure.power;
      if (!read_figure (&figure, decimals, &value, problem))
        return FALSE;
      if (!g_uint64_checked_add (total, *total, value))
        {
          *problem = HN_NUMBER_ERROR_TOO_LARGE;
          return FALSE;
        }
    }
  while (*text != '\0');
  return TRUE;
}

/* Takes the sign off @text, which is clean: a minus of any length, or the parentheses of accounts. */
static char *
read_sign (const char *text,
           gboolean   *negative)
{
  gsize length = strlen (text);

  *negative = TRUE;
  if (length > 2 && text[0] == '(' && text[length - 1] == ')')
    return g_strstrip (g_strndup (text + 1, length - 2));
  if (hn_char_is_dash (g_utf8_get_char (text)))
    return g_strchug (g_strdup (g_utf8_next_char (text)));
  *negative = FALSE;
  return g_strdup (text[0] == '+' ? text + 1 : text);
}

/**
 * hn_number_parse:
 * @text: (nullable): what a person wrote
 * @decimals: how many decimals are kept, 0 to 18
 * @scaled: (out): the number times 10 to the power of @decimals
 * @error: return location for a #GError
 *
 * Reads a number as Vietnamese or English texts have it, without floating point. Which mark is which:
 *
 * - With dots and commas the last kind is the decimal mark: `1.234.567,89`, `1,234,567.89`.
 * - Spaces (also no-break ones) part thousands; a dot or comma beside them is the decimal mark.
 * - A mark that stands several times parts thousands.
 * - One mark with other than three digits behind it, or more than three or a zero before it, is the decimal
 *   mark: `1234.5`, `0,125`.
 * - One dot with three digits behind it parts thousands, as in Viet Nam: `1.234` is 1234.
 * - One comma with three digits behind it is the decimal mark where a word for a power of ten follows
 *   (`1,234 tỷ`), since the text is Vietnamese then. Otherwise it parts thousands if fewer than three decimals are
 *   kept, and is refused as ambiguous if more are.
 *
 * A minus of any length or parentheses make it negative. `nghìn` or `ngàn`, `triệu` and `tỷ` or `tỉ` multiply
 * (`1,5 tỷ`, `1 tỷ 500 triệu`); `đ`, `đồng`, `VND`, `VNĐ` and `%` at the end change nothing. Decimals beyond
 * @decimals have to be zeros.
 *
 * Errors are %HN_NUMBER_ERROR_NOT_A_NUMBER, %HN_NUMBER_ERROR_TOO_LARGE, %HN_NUMBER_ERROR_TOO_PRECISE and
 * %HN_NUMBER_ERROR_AMBIGUOUS.
 *
 * Returns: whether @text is a number that fits
 */
gboolean
hn_number_parse (const char  *text,
                 guint        decimals,
                 gint64      *scaled,
                 GError     **error)
{
  g_autofree char *clean = hn_text_clean (text != NULL ? text : "", HN_CLEAN_LINE);
  g_autofree char *figures = NULL;
  HnNumberError problem = HN_NUMBER_ERROR_NOT_A_NUMBER;
  guint64 total, limit;
  gboolean negative;

  g_return_val_if_fail (decimals <= MAX_DECIMALS, FALSE);
  g_return_val_if_fail (scaled != NULL, FALSE);

  *scaled = 0;
  figures = read_sign (clean, &negative);
  if (!read_figures (figures, decimals, &total, &problem))
    {
      set_error (error, problem, clean);
      return FALSE;
    }
  limit = (guint64) G_MAXINT64 + (negative ? 1 : 0);
  if (total > limit)
    {
      set_error (error, HN_NUMBER_ERROR_TOO_LARGE, clean);
      return FALSE;
    }
  *scaled = (gint64) (negative ? -total : total);
  return TRUE;
}

/* Prints with @thousands (0 for none) and @point, and at least @least decimals. */
static char *
print (gint64 scaled,
       guint  decimals,
       guint  least,
       char   thousands,
       char   point)
{
  guint64 magnitude = scaled < 0 ? -(guint64) scaled : (guint64) scaled;
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  gsize whole = strlen (digits) - decimals, end = strlen (digits);
  GString *text = g_string_new (scaled < 0 ? "-" : "");

  for (gsize i = 0; i < whole; i++)
    {
      if (thousands != 0 && i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, thousands);
      g_string_append_c (text, digits[i]);
    }
  while (end > whole + least && digits[end - 1] == '0')
    end--;
  if (end > whole)
    g_string_append_c (text, point);
  g_string_append_len (text, digits + whole, (gssize) (end - whole));
  return g_string_free_and_steal (text);
}

/**
 * hn_number_print:
 * @scaled: a number times 10 to the power of @decimals
 * @decimals: how many decimals are kept, 0 to 18
 *
 * Returns: (transfer full): the number with dots between thousands, a decimal comma and no zeros at the end
 *   of the decimals: `1.234.567,5`
 */
char *
hn_number_print (gint64 scaled,
                 guint  decimals)
{
  g_return_val_if_fail (decimals <= MAX_DECIMALS, NULL);

  return print (scaled, decimals, 0, '.', ',');
}

/**
 * hn_number_print_full:
 * @scaled: a number times 10 to the power of @decimals
 * @decimals: how many decimals are kept and printed, 0 to 18
 *
 * Returns: (transfer full): as hn_number_print(), with all decimals: `1.234.567,50`
 */
char *
hn_number_print_full (gint64 scaled,
                      guint  decimals)
{
  g_return_val_if_fail (decimals <= MAX_DECIMALS, NULL);

  return print (scaled, decimals, decimals, '.', ',');
}

/**
 * hn_number_to_c:
 * @scaled: a number times 10 to the power of @decimals
 * @decimals: how many decimals are kept, 0 to 18
 *
 * Returns: (transfer full): the number for machines, in every locale: `1234567.5`
 */
char *
hn_number_to_c (gint64 scaled,
                guint  decimals)
{
  g_return_val_if_fail (decimals <= MAX_DECIMALS, NULL);

  return print (scaled, decimals, 0, 0, '.');
}
