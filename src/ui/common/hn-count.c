/* How many records of what. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-count.h"

#include <glib/gi18n-lib.h>

#include "hn-number.h"
#include "hn-tabs.h"

/**
 * hn_count_records:
 *
 * Returns: (transfer full): "1 event", "1.250 events"
 */
char *
hn_count_records (const HnKind *kind,
                  guint         n)
{
  g_autofree char *number = hn_number_print (n, 0);
  g_autofree char *name = hn_tab_lower (n == 1 ? hn_kind_get_label (kind) : hn_kind_get_plural (kind));

  /* Translators: a number and a kind of record, "37 events" */
  return g_strdup_printf (C_("count", "%s %s"), number, name);
}
