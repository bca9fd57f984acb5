/* The foot of a list's page: how many there are or are selected, and what they add up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-foot.h"
#include "hn-list-page-private.h"

/**
 * hn_list_page_update_foot:
 *
 * Says below the list how many there are, and what they add up to; of several that are selected, the same of those.
 */
void
hn_list_page_update_foot (HnListPage *self)
{
  guint n_selected = hn_id_selection_get_n_selected (self->selection);
  g_autofree char *text = n_selected > 1 ? hn_foot_describe_selected (self->query, n_selected, self->selected_sums)
                                         : hn_foot_describe (self->query);

  gtk_label_set_label (self->foot_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->foot_label), text);
  gtk_widget_set_visible (self->selection_buttons, n_selected > 0 && !self->narrow);
}

static void
summed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnListPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = hn_store_read_finish (HN_STORE (source), result, &error);

  if (sums != NULL)
    {
      g_clear_pointer (&self->selected_sums, g_ptr_array_unref);
      self->selected_sums = g_steal_pointer (&sums);
      hn_list_page_update_foot (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_list_query_fail (self->query, error);
}

/**
 * hn_list_page_add_up_selected:
 *
 * Adds up what is selected, if that is more than one record and there is anything to add up.
 */
void
hn_list_page_add_up_selected (HnListPage *self)
{
  g_autoptr (GArray) ids = NULL;

  g_cancellable_cancel (self->adding_up);
  g_clear_object (&self->adding_up);
  g_clear_pointer (&self->selected_sums, g_ptr_array_unref);
  if (hn_id_selection_get_n_selected (self->selection) < 2 || !hn_kind_has_sums (self->kind))
    return;

  ids = hn_id_selection_get_ids (self->selection);
  self->adding_up = g_cancellable_new ();
  hn_store_read_async (hn_context_get_store (self->context), hn_sum_job, hn_sum_request_new (self->kind, ids),
                       (GDestroyNotify) hn_sum_request_free, (GDestroyNotify) g_ptr_array_unref, self->adding_up,
                       summed_cb, g_object_ref (self));
}
