/* Which list of each tab was seen last, kept in the settings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-shown-lists.h"

#define KEY "shown-lists"

/* (transfer full): the kinds that are still known; settings outlive versions */
static GPtrArray *
read_kinds (GSettings *settings)
{
  g_auto (GStrv) names = g_settings_get_strv (settings, KEY);
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const HnKind *kind = hn_kind_lookup (names[i]);

      if (kind != NULL && kind->tab != HN_TAB_NONE)
        g_ptr_array_add (kinds, (gpointer) kind);
    }

  return kinds;
}

/**
 * hn_shown_lists_latest:
 *
 * Returns: (nullable): the kind whose list was seen last of all
 */
const HnKind *
hn_shown_lists_latest (GSettings *settings)
{
  g_autoptr (GPtrArray) kinds = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  kinds = read_kinds (settings);

  return kinds->len > 0 ? g_ptr_array_index (kinds, 0) : NULL;
}

/**
 * hn_shown_lists_get:
 *
 * Returns: (nullable): the kind whose list was seen last in a tab
 */
const HnKind *
hn_shown_lists_get (GSettings *settings,
                    HnTab      tab)
{
  g_autoptr (GPtrArray) kinds = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  kinds = read_kinds (settings);
  for (guint i = 0; i < kinds->len; i++)
    {
      const HnKind *kind = g_ptr_array_index (kinds, i);

      if (kind->tab == tab)
        return kind;
    }

  return NULL;
}

/**
 * hn_shown_lists_remember:
 * @kind: whose list is seen now
 *
 * One list a tab is kept, the latest first. Kinds that are in no tab are not.
 */
void
hn_shown_lists_remember (GSettings    *settings,
                         const HnKind *kind)
{
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (GStrv) value = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (kind != NULL);

  if (kind->tab == HN_TAB_NONE || hn_shown_lists_latest (settings) == kind)
    return;

  kinds = read_kinds (settings);
  names = g_strv_builder_new ();
  g_strv_builder_add (names, kind->name);
  for (guint i = 0; i < kinds->len; i++)
    {
      const HnKind *other = g_ptr_array_index (kinds, i);

      if (other->tab != kind->tab)
        g_strv_builder_add (names, other->name);
    }
  value = g_strv_builder_end (names);
  g_settings_set_strv (settings, KEY, (const char *const *) value);
}
