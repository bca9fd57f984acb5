/* What a person does with the records of a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-bulk-delete.h"
#include "hn-bulk-edit.h"
#include "hn-editor.h"
#include "hn-failure.h"
#include "hn-list-copy.h"
#include "hn-list-export.h"
#include "hn-list-page-private.h"
#include "hn-record-view.h"
#include "hn-saved-menu.h"

/**
 * hn_list_page_update_actions:
 *
 * Says which actions make sense now.
 */
void
hn_list_page_update_actions (HnListPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_selected = hn_id_selection_get_n_selected (self->selection);
  gboolean writable = !hn_store_is_read_only (hn_context_get_store (self->context));
  gboolean filtered = hn_list_query_is_filtered (self->query);

  gtk_widget_action_set_enabled (widget, "list.edit", n_selected == 1 && writable);
  gtk_widget_action_set_enabled (widget, "list.duplicate", n_selected == 1 && writable);
  gtk_widget_action_set_enabled (widget, "list.delete", n_selected > 0 && writable);
  gtk_widget_action_set_enabled (widget, "list.set-field", n_selected > 0 && writable);
  gtk_widget_action_set_enabled (widget, "list.copy", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "list.show-history", n_selected == 1);
  gtk_widget_action_set_enabled (widget, "list.export", hn_list_query_get_ids (self->query)->len > 0);
  gtk_widget_action_set_enabled (widget, "list.clear-filters", hn_list_query_get_where (self->query) != NULL);
  gtk_widget_action_set_enabled (widget, "list.save-filter",
                                 writable && (filtered || hn_list_query_get_sort (self->query) != NULL));
}

/* --- showing a record ---------------------------------------------------- */

static gboolean
has_dialog (HnListPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ADW_IS_APPLICATION_WINDOW (root)
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL;
}

/**
 * hn_list_page_scroll_to:
 *
 * Goes to a row; the keyboard follows unless it is in a dialog.
 */
void
hn_list_page_scroll_to (HnListPage *self,
                        guint       position,
                        gboolean    select)
{
  GtkListScrollFlags flags = GTK_LIST_SCROLL_NONE;

  if (position >= hn_record_list_get_ids (self->list)->len)
    return;
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    hn_record_list_settle (self->list);
  if (select)
    flags |= GTK_LIST_SCROLL_SELECT;
  if (select && !has_dialog (self))
    flags |= GTK_LIST_SCROLL_FOCUS;
  gtk_column_view_scroll_to (self->view, position, NULL, flags, NULL);
}

static void
clear_all (HnListPage *self)
{
  g_autoptr (HnFilter) none = hn_filter_new (self->kind, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  hn_list_query_set_search (self->query, NULL);
  hn_filter_bar_set_filter (self->filter_bar, none);
}

/**
 * hn_list_page_show_wanted:
 *
 * Shows a record that is to be seen, also where the search or the filter would not find it.
 */
void
hn_list_page_show_wanted (HnListPage *self)
{
  guint position;

  if (hn_record_list_find (self->list, self->wanted, &position))
    {
      self->wanted = 0;
      hn_list_page_scroll_to (self, position, TRUE);
    }
  else if (hn_list_query_is_filtered (self->query))
    clear_all (self);
  else
    self->wanted = 0;
}

/* --- one record ---------------------------------------------------------- */

static void
saved_cb (HnListPage *self,
          gint64      id)
{
  /* The list hears of the save in its own time. */
  self->wanted = id;
  hn_id_selection_select_id (self->selection, id);
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
  gint64 id = hn_id_selection_get_only_id (self->selection);
  g_autoptr (GError) error = NULL;
  HnRecord *record;

  if (id == 0)
    return NULL;

  record = hn_register_load (hn_context_get_reader (self->context), self->kind, id, &error);
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

/* The form of another record that holds the same; it is new until it is saved. */
static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (HnRecord) record = load_selected (self);
  g_autoptr (HnRecord) copy = record != NULL ? hn_record_duplicate (record) : NULL;

  if (copy != NULL)
    open_editor (self, copy);
}

static void
show_history_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  gint64 id = hn_id_selection_get_only_id (self->selection);

  gtk_widget_activate_action (widget, "win.show-history", "(sx)", hn_kind_stored (self->kind)->name, id);
}

/* --- several ------------------------------------------------------------- */

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (GArray) ids = hn_id_selection_get_ids (self->selection);

  if (ids->len > 0)
    hn_bulk_delete (widget, self->context, self->kind, ids);
}

static void
set_field_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (GArray) ids = hn_id_selection_get_ids (self->selection);

  if (ids->len > 0)
    hn_bulk_edit_present (widget, self->context, self->kind, ids);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (GArray) ids = hn_id_selection_get_ids (self->selection);
  g_autoptr (GPtrArray) fields = hn_record_view_get_fields (self->view);

  if (ids->len > 0)
    hn_list_copy (widget, self->context, self->kind, fields, ids);
}

/* (transfer full) (nullable): what the list is filtered by, in words */
static char *
describe_filter (HnListPage *self)
{
  HnFilter *filter = hn_filter_bar_get_filter (self->filter_bar);
  const char *search = hn_list_query_get_search (self->query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hn_filter_get_size (filter); i++)
    {
      g_autofree char *words =
        hn_condition_describe (hn_context_get_reader (self->context), self->kind, hn_filter_get_term (filter, i)->text);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  if (search != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("search: “%s”"), search);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* All that was found; what is selected of it where that is more than one record. */
static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (GPtrArray) fields = hn_record_view_get_fields (self->view);
  g_autofree char *filter = describe_filter (self);
  g_autoptr (GArray) ids = hn_id_selection_get_n_selected (self->selection) > 1
                             ? hn_id_selection_get_ids (self->selection)
                             : g_array_ref (hn_list_query_get_ids (self->query));

  hn_list_export_present_filtered (widget, self->context, self->kind, fields, ids, filter);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (HN_LIST_PAGE (widget)->selection));
}

/* --- what is shown ------------------------------------------------------- */

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (HnFilter) none = hn_filter_new (self->kind, NULL);

  hn_filter_bar_set_filter (self->filter_bar, none);
}

static void
save_filter_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  hn_saved_menu_save_as (HN_SAVED_MENU (HN_LIST_PAGE (widget)->saved_menu));
}

/**
 * hn_list_page_install_actions:
 *
 * Installs the actions on records, `list.edit` and others, in the class of the page.
 */
void
hn_list_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "list.edit", edit_action },
    { "list.duplicate", duplicate_action },
    { "list.delete", delete_action },
    { "list.set-field", set_field_action },
    { "list.copy", copy_action },
    { "list.export", export_action },
    { "list.show-history", show_history_action },
    { "list.select-all", select_all_action },
    { "list.clear-filters", clear_filters_action },
    { "list.save-filter", save_filter_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  hn_list_page_install_column_actions (widget_class);
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
