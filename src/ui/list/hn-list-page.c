/* One tab: its list, the search above it, and what it adds up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-list-page-private.h"

#include <glib/gi18n-lib.h>

#include "hn-delete.h"
#include "hn-editor.h"
#include "hn-failure.h"
#include "hn-record-view.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"

G_DEFINE_FINAL_TYPE (HnListPage, hn_list_page, ADW_TYPE_BIN)

/* --- what is shown ------------------------------------------------------- */

static gboolean
get_selected (HnListPage *self,
              guint      *position)
{
  *position = gtk_single_selection_get_selected (self->selection);

  return *position != GTK_INVALID_LIST_POSITION;
}

static void
update_actions (HnListPage *self)
{
  guint position;
  gboolean selected = get_selected (self, &position);
  gboolean writable = !hn_store_is_read_only (hn_context_get_store (self->context));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.edit", selected && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.delete", selected && writable);
}

static void
selected_changed_cb (HnListPage *self)
{
  HnListRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* Rows that come and go take the selection with them; the id stays, to be selected where it is then. */
  if (row != NULL)
    self->selected = hn_list_row_get_id (row);
  update_actions (self);
}

static void
fit_columns (HnListPage *self)
{
  if (self->fitted || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;

  self->fitted = TRUE;
  hn_record_view_fit (self->view, G_LIST_MODEL (self->list));
}

static void
scroll_to (HnListPage         *self,
           guint               position,
           GtkListScrollFlags  flags)
{
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    gtk_column_view_scroll_to (self->view, position, NULL, flags, NULL);
}

/* A record that was just saved is shown, also where the search would not find it. */
static void
show_wanted (HnListPage *self)
{
  guint position;

  if (hn_record_list_find (self->list, self->wanted, &position))
    {
      self->wanted = 0;
      scroll_to (self, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else if (hn_list_query_get_search (self->query) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    self->wanted = 0;
}

static void
restore_selection (HnListPage *self)
{
  guint position;

  if (self->selected == 0)
    return;
  if (!hn_record_list_find (self->list, self->selected, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
}

static void
answered_cb (HnListPage *self,
             GHashTable *touched)
{
  fit_columns (self);
  hn_list_page_update_face (self);
  hn_list_page_update_placeholder (self);

  restore_selection (self);
  if (self->wanted != 0)
    show_wanted (self);
  else if (touched == NULL)
    scroll_to (self, 0, GTK_LIST_SCROLL_NONE);
}

/* --- acting -------------------------------------------------------------- */

static void
saved_cb (HnListPage *self,
          gint64      id)
{
  guint position;

  /* The list hears of the save in its own time; a record that stays at its place is shown at once. */
  self->wanted = id;
  self->selected = id;
  if (hn_record_list_find (self->list, id, &position))
    scroll_to (self, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS);
}

static void
open_editor (HnListPage     *self,
             const HnRecord *record)
{
  AdwDialog *editor = hn_editor_new (self->context, record);

  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (editor, GTK_WIDGET (self));
}

/* (transfer full) (nullable): the selected record as it is in the register now */
static HnRecord *
load_selected (HnListPage *self)
{
  HnListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GError) error = NULL;
  HnRecord *record;

  if (row == NULL)
    return NULL;

  record = hn_register_load (hn_context_get_reader (self->context), self->kind, hn_list_row_get_id (row), &error);
  if (record == NULL)
    hn_failure_show (GTK_WIDGET (self), _("The Record Cannot Be Read"), error);

  return record;
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (HnRecord) record = load_selected (self);

  if (record != NULL)
    open_editor (self, record);
}

static void
row_activated_cb (HnListPage *self,
                  guint       position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "list.edit", NULL);
}

/* What comes back is shown. */
static void
undo_pressed_cb (HnListPage *self,
                 AdwToast   *toast)
{
  const gint64 *id = g_object_get_data (G_OBJECT (toast), "id");

  self->wanted = *id;
  self->selected = *id;
}

static void
offer_undo (HnListPage *self,
            const char *title,
            gint64      id,
            gint64      change)
{
  AdwToast *toast = hn_undo_toast_new (GTK_WIDGET (self), self->context, title, change);

  g_object_set_data_full (G_OBJECT (toast), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_pressed_cb), self, G_CONNECT_SWAPPED);
  hn_toast_show (GTK_WIDGET (self), toast);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  HnListPage *self = HN_LIST_PAGE (source);
  g_autoptr (HnRecord) record = user_data;
  g_autofree char *title = hn_record_title (record);
  g_autoptr (GError) error = NULL;
  gint64 change;

  if (hn_delete_finish (GTK_WIDGET (self), result, &change, &error))
    offer_undo (self, title, hn_record_get_id (record), change);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_failure_show (GTK_WIDGET (self), _("The Record Was Not Deleted"), error);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (HnRecord) record = load_selected (self);

  if (record != NULL)
    hn_delete_async (widget, self->context, record, deleted_cb, hn_record_ref (record));
}

static void
search_changed_cb (HnListPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  hn_list_query_set_search (self->query, g_strstrip (text));
}

static void
search_activated_cb (HnListPage *self)
{
  scroll_to (self, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_stopped_cb (HnListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
retry_cb (HnListPage *self)
{
  hn_list_query_reload (self->query);
}

static void
sorter_changed_cb (HnListPage *self)
{
  g_autofree char *sort = hn_record_view_get_sort (self->view, self->kind);

  hn_list_query_set_sort (self->query, sort);
}

/* --- building ------------------------------------------------------------ */

static gboolean
release_cb (gpointer data)
{
  g_autoptr (HnListPage) self = data;

  hn_record_list_release_tail (self->list);

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                HnListPage    *self)
{
  g_clear_signal_handler (&self->painted, clock);
  g_idle_add (release_cb, g_object_ref (self));
}

static void
hn_list_page_map (GtkWidget *widget)
{
  HnListPage *self = HN_LIST_PAGE (widget);

  GTK_WIDGET_CLASS (hn_list_page_parent_class)->map (widget);

  if (self->painted == 0)
    self->painted = g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                                             G_CALLBACK (after_paint_cb), self, G_CONNECT_DEFAULT);
}

static void
add_view (HnListPage *self)
{
  hn_record_view_build (self->view, self->kind);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->selection =
    g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect", TRUE, "model", self->list, NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
hn_list_page_dispose (GObject *object)
{
  HnListPage *self = HN_LIST_PAGE (object);

  g_clear_handle_id (&self->blink, g_source_remove);
  g_clear_handle_id (&self->update, g_source_remove);
  /* Columns that go take the order with them, which nobody wants to see any more. */
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_LIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->query);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_list_page_parent_class)->dispose (object);
}

static void
hn_list_page_class_init (HnListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_list_page_dispose;
  widget_class->map = hn_list_page_map;

  gtk_widget_class_install_action (widget_class, "list.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "list.delete", NULL, delete_action);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, faces);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, view);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, foot);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, foot_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hn_list_page_init (HnListPage *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("list.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * hn_list_page_new:
 * @info: which tab, must stay
 */
HnListPage *
hn_list_page_new (HnContext       *context,
                  const HnTabInfo *info)
{
  HnListPage *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (HN_TYPE_LIST_PAGE, NULL);
  self->context = g_object_ref (context);
  self->info = info;
  self->kind = hn_kind_lookup (info->kind);
  self->query = hn_list_query_new (hn_context_get_store (context), self->kind);
  self->list = hn_record_list_new (self->query);

  hn_list_page_fill_texts (self);
  add_view (self);
  fit_columns (self);
  g_signal_connect_object (self->query, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::state", G_CALLBACK (hn_list_page_update_face_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::sums", G_CALLBACK (hn_list_page_update_foot), self, G_CONNECT_SWAPPED);
  hn_list_page_update_face (self);
  hn_list_page_update_foot (self);
  hn_list_page_update_placeholder (self);
  update_actions (self);

  return self;
}

/**
 * hn_list_page_set_narrow:
 *
 * In a narrow window a record is two lines instead of a row of columns.
 */
void
hn_list_page_set_narrow (HnListPage *self,
                         gboolean    narrow)
{
  g_return_if_fail (HN_IS_LIST_PAGE (self));

  hn_record_view_set_narrow (self->view, narrow);
}

/**
 * hn_list_page_add:
 *
 * Opens an empty form.
 */
void
hn_list_page_add (HnListPage *self)
{
  g_autoptr (HnRecord) record = NULL;

  g_return_if_fail (HN_IS_LIST_PAGE (self));

  record = hn_record_new (self->kind);
  open_editor (self, record);
}

void
hn_list_page_focus_search (HnListPage *self)
{
  g_return_if_fail (HN_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
