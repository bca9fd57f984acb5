/* Text as it may be stored: one normal form, no invisible characters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-clean.h"

#include <string.h>

#include "hn-char.h"

/* What was seen since the last visible character. */
typedef struct
{
  gboolean space;
  guint    lines;
} Gap;

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void
append_gap (GString   *clean,
            const Gap *gap)
{
  if (clean->len == 0)
    return;
  if (gap->lines > 0)
    for (guint i = 0; i < gap->lines; i++)
      g_string_append_c (clean, '\n');
  else if (gap->space)
    g_string_append_c (clean, ' ');
}

static char *
strip (const char  *text,
       HnCleanMode  mode)
{
  GString *clean = g_string_sized_new (strlen (text) + 1);
  Gap gap = { FALSE, 0 };

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (hn_char_is_invisible (c))
        continue;
      if (hn_char_is_space (c))
        {
          gap.space = TRUE;
          if (mode == HN_CLEAN_LINES && is_line_end (c) && !(c == '\r' && at[1] == '\n'))
            gap.lines++;
          continue;
        }
      append_gap (clean, &gap);
      gap = (Gap) { FALSE, 0 };
      g_string_append_unichar (clean, c);
    }
  return g_string_free_and_steal (clean);
}

/**
 * hn_text_clean:
 * @text: (nullable): any bytes that end in NUL
 * @mode: whether line ends are kept
 *
 * Makes @text fit to be stored and compared: valid UTF-8 in NFC; white space of every kind (no-break
 * spaces and control characters too) as single spaces, none at either end; no zero-width characters,
 * soft hyphens or marks of direction. With %HN_CLEAN_LINES line ends of every kind become \n, empty
 * lines between others stay, and no line begins or ends with a space.
 *
 * Text in an old font encoding has to be decoded first: TCVN3 writes ư as the soft hyphen.
 *
 * Returns: (transfer full) (nullable): the clean text, perhaps "", or %NULL for %NULL
 */
char *
hn_text_clean (const char  *text,
               HnCleanMode  mode)
{
  g_autofree char *valid = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *owned = NULL;

  if (text == NULL)
    return NULL;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  /* Composed last: an invisible character can stand between a letter and its mark. */
  clean = strip (text, mode);
  hn_chars_compose (clean, &owned);
  return owned != NULL ? g_steal_pointer (&owned) : g_steal_pointer (&clean);
}
