/* Which of a label's two languages the user reads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kind.h"

#include <locale.h>

/* "vi" is asked of "vi", "vi_VN" and "vi_VN.UTF-8", not of "vie". */
static gboolean
names_language (const char *locale,
                const char *language)
{
  return g_str_has_prefix (locale, language) && (locale[2] == '\0' || strchr ("_.@", locale[2]) != NULL);
}

/* gettext ignores LANGUAGE in the C locales; labels must not stand in another language than the words around them. */
static gboolean
is_untranslated (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
         || g_str_has_prefix (locale, "C.");
}

static gboolean
is_vietnamese (void)
{
  const char *const *names;

  if (is_untranslated ())
    return FALSE;

  names = g_get_language_names ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (names_language (names[i], "vi"))
        return TRUE;
      if (names_language (names[i], "en"))
        return FALSE;
    }

  return FALSE;
}

/**
 * hn_label_get:
 * @label: a word in both languages
 *
 * Chooses by the locale that setlocale() set and by `LANGUAGE`, at every call, so that a change of
 * language is followed. What is written into a workbook takes the Vietnamese word itself instead.
 *
 * Returns: the word in the language of the user interface
 */
const char *
hn_label_get (HnLabel label)
{
  return is_vietnamese () ? label.vi : label.en;
}
