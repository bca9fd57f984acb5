/* The language of the program: the system's, or the one that the person chose. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-language.h"

#include <locale.h>

/* gettext translates nothing in these, whatever LANGUAGE says. */
static gboolean
is_without_language (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
         || g_str_has_prefix (locale, "C.");
}

/* Any locale with a language will do, since LANGUAGE then chooses: the first that this system has. */
static void
leave_the_c_locale (void)
{
  static const char *const locales[] = { "vi_VN.UTF-8", "vi_VN.utf8", "en_US.UTF-8", "en_US.utf8", "en_GB.UTF-8" };

  if (!is_without_language (setlocale (LC_MESSAGES, NULL)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      return;
}

/**
 * hn_language_use:
 * @language: "vi", "en", or "" for the system's
 * @of_system: (nullable): what LANGUAGE was when the program began
 *
 * What is translated from now on is in this language; what was is not translated again. Only messages change: figures
 * and dates are printed as Vietnamese offices do in either.
 */
void
hn_language_use (const char *language,
                 const char *of_system)
{
  const char *languages = NULL;

  g_return_if_fail (language != NULL);

  languages = *language != '\0' ? language : of_system;
  if (languages != NULL)
    g_setenv ("LANGUAGE", languages, TRUE);
  else
    g_unsetenv ("LANGUAGE");

  /* This also tells gettext to forget what it has found so far. */
  setlocale (LC_ALL, "");
  if (*language != '\0')
    leave_the_c_locale ();
}
