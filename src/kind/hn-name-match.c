/* Whether what a person typed is the name of something in a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-name-match.h"

#include "hn-clean.h"
#include "hn-fold.h"

/**
 * hn_name_fold:
 * @text: what was typed, or a name in a table
 *
 * Returns: (transfer full): @text without capitals, diacritics, underscores and needless spaces
 */
char *
hn_name_fold (const char *text)
{
  g_autofree char *spaced = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  spaced = g_strdelimit (g_strdup (text), "_", ' ');
  clean = hn_text_clean (spaced, HN_CLEAN_LINE);

  return hn_text_fold (clean);
}

/**
 * hn_name_matches:
 * @name: (nullable): a name
 * @folded: what hn_name_fold() gave for what was typed
 *
 * Returns: whether it is that name
 */
gboolean
hn_name_matches (const char *name,
                 const char *folded)
{
  g_autofree char *other = NULL;

  g_return_val_if_fail (folded != NULL, FALSE);

  if (name == NULL || *folded == '\0')
    return FALSE;

  other = hn_name_fold (name);

  return g_str_equal (other, folded);
}

/**
 * hn_name_list_matches:
 * @names: (nullable): names separated by `;`
 * @folded: what hn_name_fold() gave for what was typed
 *
 * Returns: whether it is one of them
 */
gboolean
hn_name_list_matches (const char *names,
                      const char *folded)
{
  g_auto (GStrv) list = NULL;

  if (names == NULL)
    return FALSE;

  list = g_strsplit (names, ";", -1);
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (hn_name_matches (list[i], folded))
        return TRUE;
    }

  return FALSE;
}
