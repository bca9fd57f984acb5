/* The filters of a list that have a name: chosen, kept, renamed, deleted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-saved-menu.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-saved-lists.h"
#include "hn-spoken.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"

struct _HnSavedMenu
{
  GtkPopover parent_instance;

  HnContext *context;
  HnListQuery *query;
  GPtrArray *saved; /* of HnSavedList, as the rows */
  gint64 applied;   /* which was chosen last */

  GtkListBox *list;
  GtkWidget *scroller;
  GtkWidget *empty;
  GtkButton *replace_button;
  GtkWidget *save_button;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnSavedMenu, hn_saved_menu, GTK_TYPE_POPOVER)

/* Over what a dialog or a toast is shown: the popover itself goes. */
static GtkWidget *
get_window (HnSavedMenu *self)
{
  return GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_shown (HnSavedMenu       *self,
          const HnSavedList *saved)
{
  return hn_saved_list_is (saved, hn_list_query_get_where (self->query), hn_list_query_get_search (self->query),
                           hn_list_query_get_sort (self->query));
}

static const HnSavedList *
find_by_id (HnSavedMenu *self,
            gint64       id)
{
  for (guint i = 0; i < self->saved->len; i++)
    if (((HnSavedList *) g_ptr_array_index (self->saved, i))->id == id)
      return g_ptr_array_index (self->saved, i);

  return NULL;
}

static const HnSavedList *
find_by_name (HnSavedMenu *self,
              const char  *name)
{
  for (guint i = 0; i < self->saved->len; i++)
    if (g_utf8_collate (((HnSavedList *) g_ptr_array_index (self->saved, i))->name, name) == 0)
      return g_ptr_array_index (self->saved, i);

  return NULL;
}

static gboolean
read_saved (HnSavedMenu *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *saved =
    hn_saved_lists_read (hn_context_get_reader (self->context), hn_list_query_get_kind (self->query), &error);

  if (saved == NULL)
    {
      hn_failure_show (get_window (self), _("The Saved Filters Cannot Be Read"), error);
      return FALSE;
    }
  g_ptr_array_unref (self->saved);
  self->saved = saved;

  return TRUE;
}

/* --- saving -------------------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnSavedMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (hn_store_save_finish (HN_STORE (source), result, &id, NULL, &error))
    {
      self->applied = id;
      if (get_window (self) != NULL)
        hn_toast_say (get_window (self), _("The filter is saved"));
    }
  else if (get_window (self) != NULL)
    hn_failure_show (get_window (self), _("The Filter Was Not Saved"), error);
}

static void
save (HnSavedMenu *self,
      HnRecord    *record)
{
  hn_store_save_async (hn_context_get_store (self->context), record, NULL, saved_cb, g_object_ref (self));
}

/* What the list shows now, under a name; in the place of the one that has it, if any does. */
static void
save_as (HnSavedMenu *self,
         const char  *name)
{
  const HnSavedList *same = find_by_name (self, name);
  g_autoptr (HnRecord) record =
    hn_saved_list_record (hn_list_query_get_kind (self->query), name, hn_list_query_get_where (self->query),
                          hn_list_query_get_search (self->query), hn_list_query_get_sort (self->query));

  if (same != NULL)
    hn_record_set_id (record, same->id);
  save (self, record);
}

static void
rename_to (HnSavedMenu *self,
           gint64       id,
           const char  *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record =
    hn_register_load (hn_context_get_reader (self->context), hn_kind_lookup ("saved_list"), id, &error);

  if (record == NULL)
    {
      hn_failure_show (get_window (self), _("The Filter Was Not Saved"), error);
      return;
    }
  hn_record_set_text (record, "name", name);
  save (self, record);
}

/* --- asking for a name --------------------------------------------------- */

static const char *
get_typed (AdwAlertDialog *dialog)
{
  return gtk_editable_get_text (GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog)));
}

static void
named_cb (HnSavedMenu    *self,
          const char     *response,
          AdwAlertDialog *dialog)
{
  const gint64 *id = g_object_get_data (G_OBJECT (dialog), "id");
  g_autofree char *name = g_strstrip (g_strdup (get_typed (dialog)));

  if (!g_str_equal (response, "save") || *name == '\0')
    return;

  if (*id != 0)
    rename_to (self, *id, name);
  else
    save_as (self, name);
}

static void
typed_cb (AdwAlertDialog *dialog,
          GtkEntry       *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  adw_alert_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

static GtkWidget *
create_entry (AdwAlertDialog *dialog,
              const char     *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Branches without figures of 2026"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("filter", "Name"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), dialog, G_CONNECT_SWAPPED);

  return entry;
}

/* id is of the one that is renamed, 0 for a new one */
static void
ask_name (HnSavedMenu *self,
          gint64       id,
          const char  *name)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    hn_dialog_new_question (id != 0 ? _("Rename the Filter") : _("Save the Filter"),
                            id != 0 ? NULL : _("Conditions, search and order are kept under a name.")));
  GtkWidget *entry = create_entry (dialog, name);

  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_alert_dialog_add_response (dialog, "save", _("_Save"));
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "save", *name != '\0');
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), get_window (self));
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
}

static void
save_clicked_cb (HnSavedMenu *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  hn_saved_menu_save_as (self);
}

static void
replace_clicked_cb (HnSavedMenu *self)
{
  const HnSavedList *saved = find_by_id (self, self->applied);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (saved != NULL)
    {
      g_autofree char *name = g_strdup (saved->name);

      save_as (self, name);
    }
}

/* --- the rows ------------------------------------------------------------ */

static const HnSavedList *
get_saved (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "saved");
}

static void
row_activated_cb (HnSavedMenu   *self,
                  GtkListBoxRow *row)
{
  const HnSavedList *saved = get_saved (GTK_WIDGET (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  self->applied = saved->id;
  g_signal_emit (self, signals[CHOSEN], 0, saved);
}

static void
rename_clicked_cb (HnSavedMenu *self,
                   GtkWidget   *button)
{
  const HnSavedList *saved = get_saved (button);

  gtk_popover_popdown (GTK_POPOVER (self));
  ask_name (self, saved->id, saved->name);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HnSavedMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 change;

  if (get_window (self) == NULL)
    return;

  if (hn_store_delete_finish (HN_STORE (source), result, &change, &error))
    hn_toast_show (get_window (self),
                   hn_undo_toast_new_saying (get_window (self), self->context, _("The filter is deleted"), change));
  else
    hn_failure_show (get_window (self), _("The Filter Was Not Deleted"), error);
}

static void
delete_clicked_cb (HnSavedMenu *self,
                   GtkWidget   *button)
{
  const HnSavedList *saved = get_saved (button);

  gtk_popover_popdown (GTK_POPOVER (self));
  hn_store_delete_async (hn_context_get_store (self->context), hn_kind_lookup ("saved_list"), saved->id,
                         HN_DELETE_ALONE, 0, NULL, deleted_cb, g_object_ref (self));
}

static GtkWidget *
create_button (HnSavedMenu       *self,
               const HnSavedList *saved,
               const char        *icon,
               const char        *tooltip,
               GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "saved", (gpointer) saved);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_row (HnSavedMenu       *self,
         const HnSavedList *saved)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (saved->name), *check = hn_spoken_picture ("object-select-symbolic");

  gtk_widget_set_opacity (check, is_shown (self, saved) ? 1 : 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  if (!hn_store_is_read_only (hn_context_get_store (self->context)))
    {
      gtk_box_append (GTK_BOX (box), create_button (self, saved, "document-edit-symbolic", C_("filter", "Rename"),
                                                    G_CALLBACK (rename_clicked_cb)));
      gtk_box_append (GTK_BOX (box), create_button (self, saved, "user-trash-symbolic", C_("filter", "Delete"),
                                                    G_CALLBACK (delete_clicked_cb)));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "saved", (gpointer) saved);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, saved->name, -1);
  gtk_list_box_append (self->list, row);
}

static void
update_buttons (HnSavedMenu *self)
{
  gboolean writable = !hn_store_is_read_only (hn_context_get_store (self->context));
  gboolean something = hn_list_query_is_filtered (self->query) || hn_list_query_get_sort (self->query) != NULL;
  const HnSavedList *applied = find_by_id (self, self->applied);
  gboolean differs = applied != NULL && something && !is_shown (self, applied);

  gtk_widget_set_visible (self->save_button, writable);
  gtk_widget_set_sensitive (self->save_button, something);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_button), writable && differs);
  if (differs)
    {
      g_autofree char *label = g_strdup_printf (_("Replace “%s”"), applied->name);

      gtk_button_set_label (self->replace_button, label);
    }
}

static void
fill_cb (HnSavedMenu *self)
{
  gtk_list_box_remove_all (self->list);
  if (!read_saved (self))
    return;

  for (guint i = 0; i < self->saved->len; i++)
    add_row (self, g_ptr_array_index (self->saved, i));
  gtk_widget_set_visible (self->empty, self->saved->len == 0);
  gtk_widget_set_visible (self->scroller, self->saved->len > 0);
  update_buttons (self);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_saved_menu_dispose (GObject *object)
{
  HnSavedMenu *self = HN_SAVED_MENU (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_SAVED_MENU);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_object (&self->query);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_saved_menu_parent_class)->dispose (object);
}

static void
hn_saved_menu_class_init (HnSavedMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_saved_menu_dispose;

  /**
   * HnSavedMenu::chosen:
   * @saved: an #HnSavedList, which the list is to show
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-saved-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, HnSavedMenu, list);
  gtk_widget_class_bind_template_child (widget_class, HnSavedMenu, scroller);
  gtk_widget_class_bind_template_child (widget_class, HnSavedMenu, empty);
  gtk_widget_class_bind_template_child (widget_class, HnSavedMenu, replace_button);
  gtk_widget_class_bind_template_child (widget_class, HnSavedMenu, save_button);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_clicked_cb);
}

static void
hn_saved_menu_init (HnSavedMenu *self)
{
  self->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_saved_list_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_saved_menu_new:
 * @query: of the list, whose conditions, search and order are kept
 */
GtkWidget *
hn_saved_menu_new (HnContext   *context,
                   HnListQuery *query)
{
  HnSavedMenu *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HN_IS_LIST_QUERY (query), NULL);

  self = g_object_new (HN_TYPE_SAVED_MENU, NULL);
  self->context = g_object_ref (context);
  self->query = g_object_ref (query);

  return GTK_WIDGET (self);
}

/**
 * hn_saved_menu_save_as:
 *
 * Asks for a name under which to keep what the list shows.
 */
void
hn_saved_menu_save_as (HnSavedMenu *self)
{
  g_return_if_fail (HN_IS_SAVED_MENU (self));

  if (read_saved (self))
    ask_name (self, 0, "");
}
