/* What can be asked of the window, by menus, keys and whatever is in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-find-dialog.h"
#include "hn-history-page.h"
#include "hn-preferences.h"
#include "hn-report-page.h"
#include "hn-shortcuts-dialog.h"
#include "hn-submissions-page.h"
#include "hn-toast.h"
#include "hn-window-private.h"

/* --- undoing ------------------------------------------------------------- */

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *message = NULL;

  if (!hn_store_undo_finish (HN_STORE (source), result, &title, &error))
    {
      hn_failure_show (GTK_WIDGET (self), _("This Cannot Be Undone"), error);
      return;
    }
  message = g_strdup_printf (_("Undone: %s"), title);
  hn_toast_say (GTK_WIDGET (self), message);
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *message = NULL;

  if (!hn_store_undo_finish (HN_STORE (source), result, &title, &error))
    {
      hn_failure_show (GTK_WIDGET (self), _("This Cannot Be Done Again"), error);
      return;
    }
  message = g_strdup_printf (_("Done again: %s"), title);
  hn_toast_say (GTK_WIDGET (self), message);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  hn_store_undo_async (hn_context_get_store (self->context), NULL, undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  hn_store_redo_async (hn_context_get_store (self->context), NULL, redone_cb, g_object_ref (self));
}

/* --- going somewhere ----------------------------------------------------- */

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  hn_list_page_focus_search (hn_window_get_list (HN_WINDOW (widget)));
}

static void
show_tab_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  adw_navigation_view_pop_to_page (self->navigation, self->main_page);
  adw_view_stack_set_visible_child_name (self->tabs, g_variant_get_string (parameter, NULL));
}

static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  hn_window_show_record (HN_WINDOW (widget), hn_kind_lookup (kind), id);
}

static void
show_list_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autofree const char **where = NULL;
  const char *kind;
  HnListPage *list;

  g_variant_get (parameter, "(&s^a&s)", &kind, &where);
  list = hn_window_show_list (HN_WINDOW (widget), hn_kind_lookup (kind));
  if (list != NULL)
    hn_list_page_set_conditions (list, where);
}

static void
search_list_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char *kind, *text;
  HnListPage *list;

  g_variant_get (parameter, "(&s&s)", &kind, &text);
  list = hn_window_show_list (HN_WINDOW (widget), hn_kind_lookup (kind));
  if (list != NULL)
    hn_list_page_set_search (list, text);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_dialog_present (hn_find_dialog_new (HN_WINDOW (widget)->context), widget);
}

/**
 * hn_window_find:
 * @text: what was typed elsewhere
 *
 * Finds it in all lists.
 */
void
hn_window_find (HnWindow   *self,
                const char *text)
{
  AdwDialog *dialog;

  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (self->context != NULL && text != NULL);

  dialog = hn_find_dialog_new (self->context);
  hn_find_dialog_set_text (HN_FIND_DIALOG (dialog), text);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * hn_window_open_record:
 * @kind: the name of a kind
 * @id: the record, of which somebody else knows
 *
 * Shows the record in its list, or says that it is not there any more.
 */
void
hn_window_open_record (HnWindow   *self,
                       const char *kind,
                       gint64      id)
{
  const HnKind *found = hn_kind_lookup (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = NULL;

  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (self->context != NULL);

  if (found != NULL)
    record = hn_register_load (hn_context_get_reader (self->context), found, id, &error);
  if (record != NULL)
    {
      hn_window_show_record (self, found, id);
      return;
    }
  if (error == NULL)
    g_set_error_literal (&error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD,
                         _("This version of Hữu Nghị has no such list."));
  hn_failure_show (GTK_WIDGET (self), _("The Record Cannot Be Shown"), error);
}

/* One history is looked at at a time: another takes its place, wherever that is. */
static void
show_history (HnWindow     *self,
              const HnKind *kind,
              gint64        id)
{
  AdwNavigationPage *page = hn_history_page_new (self->context, kind, id);
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) other = g_list_model_get_item (stack, i);

      if (!HN_IS_HISTORY_PAGE (other))
        g_ptr_array_add (pages, g_steal_pointer (&other));
    }

  if (pages->len == g_list_model_get_n_items (stack))
    {
      adw_navigation_view_push (self->navigation, page);
      return;
    }
  g_ptr_array_add (pages, g_object_ref_sink (page));
  adw_navigation_view_replace (self->navigation, (AdwNavigationPage **) pages->pdata, (int) pages->len);
}

static void
show_history_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  show_history (HN_WINDOW (widget), *kind != '\0' ? hn_kind_lookup (kind) : NULL, id);
}

static void
show_whole_history_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  show_history (HN_WINDOW (widget), NULL, 0);
}

static void
step_list_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  if (self->tab_page != NULL)
    hn_tab_page_step (self->tab_page, g_variant_get_int32 (parameter));
}

static void
step_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  hn_window_move_focus (HN_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
toggle_side_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  g_object_set (self->tab_page, "side-shown", hn_tab_page_get_side (self->tab_page) == NULL, NULL);
}

static void
show_office_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  hn_window_show_office (HN_WINDOW (widget));
}

static void
show_submissions_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, "submissions");

  if (page != NULL)
    adw_navigation_view_pop_to_page (self->navigation, page);
  else
    adw_navigation_view_push (self->navigation, hn_submissions_page_new (self->context));
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  adw_dialog_present (hn_preferences_new (HN_WINDOW (widget)->context), widget);
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  adw_dialog_present (hn_shortcuts_dialog_new (), widget);
}

/* --- the report ---------------------------------------------------------- */

static void
show_report_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, HN_REPORT_PAGE_TAG);

  if (page != NULL)
    adw_navigation_view_pop_to_page (self->navigation, page);
  else
    adw_navigation_view_push (self->navigation, hn_report_page_new (self->context));
}

/* --- all of them --------------------------------------------------------- */

/**
 * hn_window_update_actions:
 *
 * Says which actions make sense now. What a dialog lies over stays as it is, but may be led elsewhere by it.
 */
void
hn_window_update_actions (HnWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->context != NULL;
  gboolean free = open && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL;
  gboolean list = free && self->tab_page != NULL;
  gboolean writable = open && !hn_store_is_read_only (hn_context_get_store (self->context));
  const char *undo = open ? hn_context_get_undo_title (self->context) : NULL;
  const char *redo = open ? hn_context_get_redo_title (self->context) : NULL;

  gtk_widget_action_set_enabled (widget, "win.add", list && writable);
  gtk_widget_action_set_enabled (widget, "win.add-record", writable);
  gtk_widget_action_set_enabled (widget, "win.undo", free && writable && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", free && writable && redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", list);
  gtk_widget_action_set_enabled (widget, "win.step-list", list);
  gtk_widget_action_set_enabled (widget, "win.step-pane", list);
  gtk_widget_action_set_enabled (widget, "win.toggle-side", list);
  gtk_widget_action_set_enabled (widget, "win.show-report", free);
  gtk_widget_action_set_enabled (widget, "win.show-tab", free);
  gtk_widget_action_set_enabled (widget, "win.show-office", free);
  gtk_widget_action_set_enabled (widget, "win.show-submissions", free);
  gtk_widget_action_set_enabled (widget, "win.show-history", open);
  gtk_widget_action_set_enabled (widget, "win.show-whole-history", free);
  gtk_widget_action_set_enabled (widget, "win.find", free);
  gtk_widget_action_set_enabled (widget, "win.save-copy", free);
  gtk_widget_action_set_enabled (widget, "win.preferences", free);
}

/**
 * hn_window_install_actions:
 *
 * Installs the actions of the window's class.
 */
void
hn_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "win.show-record", "(sx)", show_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-list", "(sas)", show_list_action);
  gtk_widget_class_install_action (widget_class, "win.search-list", "(ss)", search_list_action);
  gtk_widget_class_install_action (widget_class, "win.show-history", "(sx)", show_history_action);
  gtk_widget_class_install_action (widget_class, "win.show-whole-history", NULL, show_whole_history_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.show-office", NULL, show_office_action);
  gtk_widget_class_install_action (widget_class, "win.show-submissions", NULL, show_submissions_action);
  gtk_widget_class_install_action (widget_class, "win.step-list", "i", step_list_action);
  gtk_widget_class_install_action (widget_class, "win.step-pane", "i", step_pane_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-side", NULL, toggle_side_action);
  gtk_widget_class_install_action (widget_class, "win.show-report", NULL, show_report_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_property_action (widget_class, "win.list", "list");
}
