/* The records that cannot take a value, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-bulk-refusals.h"

#include <glib/gi18n-lib.h>

#include "hn-register.h"

/* As many as a person reads. */
#define MOST_SHOWN 50

struct _HnBulkRefusals
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (HnBulkRefusals, hn_bulk_refusals, ADW_TYPE_BIN)

static void
hn_bulk_refusals_class_init (HnBulkRefusalsClass *klass)
{
}

static void
hn_bulk_refusals_init (HnBulkRefusals *self)
{
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *message)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", message, NULL);

  adw_preferences_group_add (group, row);
}

/**
 * hn_bulk_refusals_show:
 * @kind: of the records
 * @refusals: (element-type HnRefusal): instead of those that were shown before
 */
void
hn_bulk_refusals_show (HnBulkRefusals *self,
                       const HnKind   *kind,
                       GPtrArray      *refusals)
{
  AdwPreferencesGroup *group;

  g_return_if_fail (HN_IS_BULK_REFUSALS (self));
  g_return_if_fail (kind != NULL && refusals != NULL);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _("Nothing was changed"));
  adw_preferences_group_set_description (group, _("These records cannot take the value:"));
  for (guint i = 0; i < MIN (refusals->len, MOST_SHOWN); i++)
    {
      const HnRefusal *refusal = g_ptr_array_index (refusals, i);

      add_row (group, refusal->title != NULL ? refusal->title : hn_kind_get_label (kind), refusal->message);
    }
  if (refusals->len > MOST_SHOWN)
    add_row (group, _("And more"), "");

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}
