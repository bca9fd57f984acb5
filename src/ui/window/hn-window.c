/* The window on a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-window.h"

#include <glib/gi18n-lib.h>

#include "hn-export-dialog.h"
#include "hn-failure.h"
#include "hn-list-page.h"
#include "hn-shortcuts-dialog.h"
#include "hn-toast.h"

struct _HnWindow
{
  AdwApplicationWindow parent_instance;

  char *path;
  HnContext *context;
  gboolean narrow;

  GtkStack *faces;
  GtkWidget *undo_button;
  AdwWindowTitle *narrow_title;
  AdwBanner *read_only_banner;
  AdwViewStack *tabs;
  AdwStatusPage *failed_page;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnWindow, hn_window, ADW_TYPE_APPLICATION_WINDOW)

/* (nullable): the page of the tab that is shown */
static HnListPage *
get_page (HnWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->tabs);

  return bin != NULL ? HN_LIST_PAGE (adw_bin_get_child (ADW_BIN (bin))) : NULL;
}

static void
update_actions (HnWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->context != NULL;
  gboolean free = open && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL;
  gboolean writable = free && !hn_store_is_read_only (hn_context_get_store (self->context));
  const char *undo = open ? hn_context_get_undo_title (self->context) : NULL;
  const char *redo = open ? hn_context_get_redo_title (self->context) : NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_action_set_enabled (widget, "win.add", writable);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.search", free);
  gtk_widget_action_set_enabled (widget, "win.export-report", free);
  gtk_widget_action_set_enabled (widget, "win.show-tab", free);

  if (undo != NULL)
    tooltip = g_strdup_printf (_("Undo “%s” (Ctrl+Z)"), undo);
  gtk_widget_set_tooltip_text (self->undo_button, tooltip != NULL ? tooltip : _("Undo (Ctrl+Z)"));
}

/* --- tabs ---------------------------------------------------------------- */

/* A tab is built when it is first shown: one list is what a start pays for. */
static void
fill_tab (HnWindow *self,
          AdwBin   *bin)
{
  const HnTabInfo *info = g_object_get_data (G_OBJECT (bin), "tab");
  HnListPage *page = hn_list_page_new (self->context, info);

  hn_list_page_set_narrow (page, self->narrow);
  adw_bin_set_child (bin, GTK_WIDGET (page));
}

static void
tab_changed_cb (HnWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->tabs);
  AdwViewStackPage *page;

  if (bin == NULL || self->context == NULL)
    return;

  if (adw_bin_get_child (ADW_BIN (bin)) == NULL)
    fill_tab (self, ADW_BIN (bin));
  gtk_widget_child_focus (bin, GTK_DIR_TAB_FORWARD);
  page = adw_view_stack_get_page (self->tabs, bin);
  adw_window_title_set_title (self->narrow_title, adw_view_stack_page_get_title (page));
}

static void
add_tabs (HnWindow *self)
{
  for (guint i = 0; i < HN_N_TABS; i++)
    {
      GtkWidget *bin = adw_bin_new ();

      g_object_set_data (G_OBJECT (bin), "tab", (gpointer) &hn_tabs[i]);
      adw_view_stack_add_titled_with_icon (self->tabs, bin, hn_tabs[i].name, _(hn_tabs[i].title), hn_tabs[i].icon);
    }
}

static void
set_narrow (HnWindow *self,
            gboolean  narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    if (adw_bin_get_child (ADW_BIN (bin)) != NULL)
      hn_list_page_set_narrow (HN_LIST_PAGE (adw_bin_get_child (ADW_BIN (bin))), narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* --- actions ------------------------------------------------------------- */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  hn_list_page_add (get_page (HN_WINDOW (widget)));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  hn_list_page_focus_search (get_page (HN_WINDOW (widget)));
}

static void
show_tab_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->tabs, g_variant_get_string (parameter, NULL));
}

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

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HnWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hn_failure_show (GTK_WIDGET (self), _("The Workbook Cannot Be Opened"), error);
}

static void
open_pressed_cb (HnWindow *self,
                 AdwToast *toast)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (g_object_get_data (G_OBJECT (toast), "file"));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (self), NULL, launched_cb, g_object_ref (self));
}

static void
exported_cb (HnWindow *self,
             GFile    *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = g_strdup_printf (_("“%s” is written"), name);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_pressed_cb), self, G_CONNECT_SWAPPED);
  hn_toast_show (GTK_WIDGET (self), toast);
}

static void
export_report_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);
  AdwDialog *dialog = hn_export_dialog_new (self->context);

  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  adw_dialog_present (hn_shortcuts_dialog_new (), widget);
}

static void
retry_cb (HnWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  hn_window_open (self, path);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_window_dispose (GObject *object)
{
  HnWindow *self = HN_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_WINDOW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_window_parent_class)->dispose (object);
}

static void
hn_window_finalize (GObject *object)
{
  HnWindow *self = HN_WINDOW (object);

  g_free (self->path);

  G_OBJECT_CLASS (hn_window_parent_class)->finalize (object);
}

static void
hn_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  HnWindow *self = HN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  HnWindow *self = HN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;

  /* Bindings of the window, not accelerators of the application: those would take Ctrl+Z away from text fields. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, control, "win.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, control, "win.export-report", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, control, "win.show-shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, control | GDK_SHIFT_MASK, "win.show-shortcuts",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, control, "window.close", NULL);
  for (guint i = 0; i < HN_N_TABS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.show-tab", "s",
                                         hn_tabs[i].name);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.export-report", NULL, export_report_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.show-tab", "s", show_tab_action);
}

static void
hn_window_class_init (HnWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_window_dispose;
  object_class->finalize = hn_window_finalize;
  object_class->get_property = hn_window_get_property;
  object_class->set_property = hn_window_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);
  bind_keys (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HnWindow, faces);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
hn_window_init (HnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (update_actions), NULL);
  update_actions (self);
}

/**
 * hn_window_new:
 *
 * An empty window: hn_window_open() or hn_window_fail() fills it.
 */
GtkWidget *
hn_window_new (GtkApplication *application)
{
  return g_object_new (HN_TYPE_WINDOW, "application", application, NULL);
}

/**
 * hn_window_open:
 * @path: a register
 *
 * Shows a register, or why it cannot be opened.
 */
void
hn_window_open (HnWindow   *self,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnStore) store = NULL;

  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->context == NULL);

  store = hn_store_new (path, &error);
  if (store == NULL)
    {
      hn_window_fail (self, path, error);
      return;
    }

  g_set_str (&self->path, path);
  self->context = hn_context_new (store);
  g_signal_connect_object (self->context, "notify", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  adw_banner_set_revealed (self->read_only_banner, hn_store_is_read_only (store));
  add_tabs (self);
  gtk_stack_set_visible_child_name (self->faces, "register");
  tab_changed_cb (self);
  update_actions (self);
}

/**
 * hn_window_fail:
 * @path: the register that was to be shown; another try opens it
 * @error: why not
 *
 * Shows a page that says what is the matter.
 */
void
hn_window_fail (HnWindow     *self,
                const char   *path,
                const GError *error)
{
  g_autofree char *message = NULL;

  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  message = g_markup_escape_text (error->message, -1);
  g_set_str (&self->path, path);
  adw_status_page_set_description (self->failed_page, message);
  gtk_stack_set_visible_child_name (self->faces, "failed");
}
