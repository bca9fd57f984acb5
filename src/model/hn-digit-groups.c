/* Points between thousands, put in while a number is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-digit-groups.h"

#include <string.h>

/* Whether text is a number in the making: digits, points between them, perhaps a minus and decimals. */
static gboolean
is_number (const char *text)
{
  const char *rest = *text == '-' ? text + 1 : text;
  gsize whole = strspn (rest, "0123456789.");

  if (!g_ascii_isdigit (*rest))
    return FALSE;
  if (rest[whole] == ',')
    whole += 1 + strspn (rest + whole + 1, "0123456789");

  return rest[whole] == '\0';
}

/* Whether every point parts thousands. */
static gboolean
is_grouped (const char *text)
{
  const char *rest = *text == '-' ? text + 1 : text;
  gsize run = strspn (rest, "0123456789");

  if (run < 1 || run > 3)
    return FALSE;
  for (rest += run; *rest == '.'; rest += 4)
    if (strspn (rest + 1, "0123456789") != 3)
      return FALSE;

  return *rest == '\0' || *rest == ',';
}

/* How many digits stand before a place in the text. */
static guint
count_digits (const char *text,
              int         end)
{
  guint n = 0;

  for (int i = 0; i < end && text[i] != '\0'; i++)
    n += g_ascii_isdigit (text[i]) ? 1 : 0;

  return n;
}

static int
place_after_digits (const char *text,
                    guint       n)
{
  int place = 0;

  while (n > 0 && text[place] != '\0')
    n -= g_ascii_isdigit (text[place++]) ? 1 : 0;

  return place;
}

/* Whether a point stands where a person put it: among what was just typed or pasted, or left from earlier. Points of
 * which every one parts thousands may be anybody's, and are as they should be. */
static gboolean
has_own_point (const char *before,
               const char *text)
{
  gsize start = 0, end = strlen (text), before_end = strlen (before);

  while (text[start] != '\0' && text[start] == before[start])
    start++;
  while (end > start && before_end > start && text[end - 1] == before[before_end - 1])
    end--, before_end--;

  return memchr (text + start, '.', end - start) != NULL || (strchr (before, '.') != NULL && !is_grouped (before));
}

/**
 * hn_digit_groups:
 * @before: what stood in the field before the last key
 * @text: what stands in it now
 * @cursor: (inout): where the cursor is, in characters
 *
 * Puts a point after every third digit of the whole part, counted from its end, and lets the cursor stay behind the
 * digit that it was behind. Anything but a plain number is left as it is: "1,5 tỷ" is still being typed. So is a number
 * with a point that the person put there: "1.5" may become "1.500" or "1.5 tỷ".
 *
 * Returns: (transfer full): the text as it should stand
 */
char *
hn_digit_groups (const char *before,
                 const char *text,
                 int        *cursor)
{
  g_autoptr (GString) grouped = g_string_new (NULL);
  const char *fraction;
  guint n_before, left;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (cursor != NULL, NULL);

  if (!is_number (text) || has_own_point (before, text))
    return g_strdup (text);

  fraction = text + strcspn (text, ",");
  /* In the decimals nothing moves: their distance from the end counts. */
  n_before = count_digits (text, *cursor);
  left = count_digits (text, (int) (fraction - text));
  for (const char *p = text; p < fraction; p++)
    {
      if (*p == '.')
        continue;
      g_string_append_c (grouped, *p);
      if (g_ascii_isdigit (*p) && --left > 0 && left % 3 == 0)
        g_string_append_c (grouped, '.');
    }
  g_string_append (grouped, fraction);

  if (text + *cursor > fraction)
    *cursor = (int) grouped->len - ((int) strlen (text) - *cursor);
  else if (*cursor > 0)
    *cursor = MAX (place_after_digits (grouped->str, n_before), *text == '-' ? 1 : 0);

  return g_string_free_and_steal (g_steal_pointer (&grouped));
}
