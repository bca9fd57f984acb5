/* Adding records, to the list that is seen and beside it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-editor.h"
#include "hn-failure.h"
#include "hn-toast.h"
#include "hn-window-private.h"

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  hn_list_page_add (hn_window_get_list (HN_WINDOW (widget)));
}

/* What was added beside what is seen is said, and shown if the person wants. */
static void
offer_to_show (HnWindow     *self,
               const HnKind *kind,
               gint64        id)
{
  g_autofree char *title = hn_register_get_title (hn_context_get_reader (self->context), kind, id);
  g_autofree char *message =
    g_strdup_printf (_("“%s” is added"), title != NULL ? title : hn_kind_get_label (kind));
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "win.show-record");
  adw_toast_set_action_target (toast, "(sx)", kind->name, id);
  hn_toast_show (GTK_WIDGET (self), toast);
}

static void
closed_cb (HnWindow  *self,
           AdwDialog *editor)
{
  const gint64 *id = g_object_get_data (G_OBJECT (editor), "added");

  if (id != NULL)
    offer_to_show (self, g_object_get_data (G_OBJECT (editor), "kind"), *id);
}

/* The form may go on with the next record, over everything that could be said meanwhile. */
static void
added_beside_cb (HnWindow  *self,
                 gint64     id,
                 AdwDialog *editor)
{
  if (g_object_get_data (G_OBJECT (editor), "added") == NULL)
    g_signal_connect_object (editor, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (editor), "added", g_memdup2 (&id, sizeof id), g_free);
}

/* What is added to the list that is seen is shown there. */
static void
added_cb (HnWindow  *self,
          gint64     id,
          AdwDialog *editor)
{
  const HnKind *kind = g_object_get_data (G_OBJECT (editor), "kind");
  HnListPage *list = hn_window_get_list (self);

  if (list != NULL && hn_list_page_get_kind (list) == kind)
    hn_list_page_select (list, id);
  else
    added_beside_cb (self, id, editor);
}

/* (transfer full) (nullable): a new record with what is known of it already */
static HnRecord *
create_record (HnWindow     *self,
               const HnKind *kind,
               GVariant     *fields,
               GError      **error)
{
  g_autoptr (HnRecord) record = hn_record_new (kind);
  GVariantIter iter;
  const char *field, *text;

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "(&s&s)", &field, &text))
    if (!hn_register_set_input (hn_context_get_reader (self->context), record, field, text, error))
      return NULL;

  return g_steal_pointer (&record);
}

static void
add_record_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);
  g_autoptr (GVariant) fields = g_variant_get_child_value (parameter, 1);
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const HnKind *kind;
  const char *kind_name;
  AdwDialog *editor;

  g_variant_get_child (parameter, 0, "&s", &kind_name);
  kind = *kind_name != '\0' ? hn_kind_lookup (kind_name) : hn_list_page_get_kind (hn_window_get_list (self));
  g_return_if_fail (kind != NULL);

  record = create_record (self, kind, fields, &error);
  if (record == NULL)
    {
      hn_failure_show (widget, _("The Record Cannot Be Added"), error);
      return;
    }
  editor = hn_editor_new (self->context, record);
  g_object_set_data (G_OBJECT (editor), "kind", (gpointer) kind);
  /* Who adds something to the record at the side stays with that record. */
  g_signal_connect_object (editor, "saved",
                           g_variant_n_children (fields) > 0 ? G_CALLBACK (added_beside_cb) : G_CALLBACK (added_cb),
                           self, G_CONNECT_SWAPPED);
  adw_dialog_present (editor, widget);
}

/**
 * hn_window_install_adding:
 *
 * Installs the actions that add records.
 */
void
hn_window_install_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.add-record", "(sa(ss))", add_record_action);
}
