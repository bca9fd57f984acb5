/* The tabs of the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-tabs.h"

#include <glib/gi18n-lib.h>

const HnTabInfo hn_tabs[HN_N_TABS] = {
  { HN_TAB_ASSOCIATIONS, "associations", N_("Associations"), "hn-associations-symbolic", "organization" },
  { HN_TAB_EVENTS, "events", N_("Events"), "hn-events-symbolic", "event" },
  { HN_TAB_DONATIONS, "donations", N_("Donations"), "hn-donations-symbolic", "donation" },
  { HN_TAB_DIASPORA, "diaspora", N_("Diaspora"), "hn-diaspora-symbolic", "overseas_contact" },
};

/**
 * hn_tab_list_kinds:
 *
 * Returns: (transfer full) (element-type HnKind): the kinds of a tab, in the order of the work
 */
GPtrArray *
hn_tab_list_kinds (HnTab tab)
{
  GPtrArray *found = g_ptr_array_new ();
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i]->tab == tab)
      g_ptr_array_add (found, (gpointer) kinds[i]);

  return found;
}

/**
 * hn_tab_list_office:
 *
 * Returns: (transfer full) (element-type HnKind): the kinds beside the tabs that have a list: what the office has
 *   settled, and what other records refer to
 */
GPtrArray *
hn_tab_list_office (void)
{
  static const char *const names[] = {
    "office_profile", "stated_figure", "plan_target", "area", "former_name", "country", "anniversary", "submission",
    "report_rule", "holiday", "saved_list",
  };
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (hn_kind_lookup (names[i]) != NULL)
      g_ptr_array_add (found, (gpointer) hn_kind_lookup (names[i]));

  return found;
}

/**
 * hn_tab_lower:
 *
 * Returns: (transfer full): a label as it stands inside a sentence
 */
char *
hn_tab_lower (const char *label)
{
  g_autofree char *first = g_utf8_strdown (label, (gssize) (g_utf8_next_char (label) - label));

  return g_strconcat (first, g_utf8_next_char (label), NULL);
}

/**
 * hn_tab_add_label:
 *
 * Returns: (transfer full): "Add donation"
 */
char *
hn_tab_add_label (const HnKind *kind)
{
  g_autofree char *label = hn_tab_lower (hn_kind_get_label (kind));

  /* Translators: %s is a kind of record, "donation" */
  return g_strdup_printf (_("Add %s"), label);
}
