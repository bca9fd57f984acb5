/* The tabs of the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-tabs.h"

#include <glib/gi18n-lib.h>

const HnTabInfo hn_tabs[HN_N_TABS] = {
  { HN_TAB_ASSOCIATIONS, "associations", N_("Associations"), "hn-associations-symbolic", "organization",
    N_("The union, its bilateral and local associations, their branches, and the associations of compatriots elsewhere.") },
  { HN_TAB_EVENTS, "events", N_("Events"), "hn-events-symbolic", "event",
    N_("Conferences, exchanges, meetings, contests and everything else that was held or is planned.") },
  { HN_TAB_DONATIONS, "donations", N_("Donations"), "hn-donations-symbolic", "donation",
    N_("Money, goods and services received or given, from whom and for what.") },
  { HN_TAB_DIASPORA, "diaspora", N_("Diaspora"), "hn-diaspora-symbolic", "overseas_contact",
    N_("People from the province who live abroad, where they are and how to reach them.") },
};

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
