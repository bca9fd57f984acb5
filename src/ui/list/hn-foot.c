/* What the foot of a list says: how many, and what they add up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-foot.h"

#include <glib/gi18n-lib.h>

#include "hn-currency.h"
#include "hn-number.h"
#include "hn-tabs.h"

static char *
describe_count (HnListQuery *query)
{
  const HnKind *kind = hn_list_query_get_kind (query);
  guint found = hn_list_query_get_ids (query)->len, total = hn_list_query_get_total (query);
  g_autofree char *words = hn_tab_lower (total == 1 ? hn_kind_get_label (kind) : hn_kind_get_plural (kind));
  g_autofree char *found_figures = hn_number_print (found, 0);
  g_autofree char *total_figures = hn_number_print (total, 0);

  if (!hn_list_query_is_filtered (query))
    return g_strdup_printf ("%s %s", total_figures, words);

  /* Translators: 12 of 95 organizations */
  return g_strdup_printf (_("%s of %s %s"), found_figures, total_figures, words);
}

static char *
add_sums (const char *count,
          GPtrArray  *sums)
{
  g_autoptr (GString) text = g_string_new (count);

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const HnSum *sum = g_ptr_array_index (sums, i);
      g_autofree char *amount = hn_money_print (sum->amount, sum->currency);

      g_string_append_printf (text, "  ·  %s: %s", hn_field_get_label (sum->field), amount);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hn_foot_describe:
 *
 * Returns: (transfer full): "95 organizations", "12 of 95 organizations", and what the found ones add up to
 */
char *
hn_foot_describe (HnListQuery *query)
{
  g_autofree char *count = describe_count (query);

  return add_sums (count, hn_list_query_get_sums (query));
}

/**
 * hn_foot_describe_selected:
 * @n_selected: at least 2
 * @sums: (nullable) (element-type HnSum): what they add up to; %NULL while that is not known
 *
 * Returns: (transfer full): "3 of 95 organizations selected", and what they add up to
 */
char *
hn_foot_describe_selected (HnListQuery *query,
                           guint        n_selected,
                           GPtrArray   *sums)
{
  const HnKind *kind = hn_list_query_get_kind (query);
  g_autofree char *words = hn_tab_lower (hn_kind_get_plural (kind));
  g_autofree char *selected = hn_number_print (n_selected, 0);
  g_autofree char *found = hn_number_print (hn_list_query_get_ids (query)->len, 0);
  /* Translators: 3 of 95 organizations selected */
  g_autofree char *count = g_strdup_printf (_("%s of %s %s selected"), selected, found, words);

  return add_sums (count, sums);
}

/**
 * hn_foot_describe_search:
 *
 * Returns: (transfer full): "Search 95 organizations"
 */
char *
hn_foot_describe_search (HnListQuery *query)
{
  const HnKind *kind = hn_list_query_get_kind (query);
  g_autofree char *words = hn_tab_lower (hn_kind_get_plural (kind));
  g_autofree char *figures = hn_number_print (hn_list_query_get_total (query), 0);

  if (hn_list_query_get_total (query) == 0)
    /* Translators: %s are records in the plural, "donations" */
    return g_strdup_printf (_("Search %s"), words);

  /* Translators: Search 95 organizations */
  return g_strdup_printf (_("Search %s %s"), figures, words);
}
