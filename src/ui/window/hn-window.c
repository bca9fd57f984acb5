/* The window on a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-register-place.h"
#include "hn-spoken.h"
#include "hn-window-private.h"

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_SLIM,
  PROP_LIST,
  PROP_REGISTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnWindow, hn_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- what happens -------------------------------------------------------- */

static void
page_changed_cb (HnWindow *self)
{
  hn_window_update_page (self);
}

static void
tab_changed_cb (HnWindow *self)
{
  hn_window_update_page (self);
  if (self->tab_page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (hn_window_get_list (self)), GTK_DIR_TAB_FORWARD);
}

static void
titles_changed_cb (HnWindow *self)
{
  hn_window_update_undo (self);
  hn_window_update_actions (self);
}

static void
dialog_changed_cb (HnWindow *self)
{
  hn_window_dialog_changed (self);
  hn_window_update_actions (self);
}

static void
retry_cb (HnWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  hn_window_open (self, path);
}

/* Somebody comes back to it, perhaps on another day. */
static void
active_cb (HnWindow *self)
{
  if (self->reminders != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    hn_reminder_watch_check_day (self->reminders);
}

/* Registers may have come and gone in their folder. */
static void
menu_opened_cb (HnWindow      *self,
                GParamSpec    *pspec,
                GtkMenuButton *button)
{
  if (gtk_menu_button_get_active (button))
    hn_window_update_registers (self);
}

/* Whether an empty register is a way out: not for one that is there and cannot be read at the moment. */
static gboolean
is_none (const GError *error)
{
  return g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_MISSING)
         || g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_IS_FOLDER)
         || g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FOREIGN);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_window_dispose (GObject *object)
{
  HnWindow *self = HN_WINDOW (object);

  self->tab_page = NULL;
  if (self->side_binding != NULL)
    g_binding_group_set_source (self->side_binding, NULL);
  g_clear_object (&self->side_binding);
  if (self->reminders != NULL)
    g_object_run_dispose (G_OBJECT (self->reminders));
  g_clear_object (&self->reminders);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);

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
hn_window_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  hn_window_keep_focus (HN_WINDOW (widget), width, height);

  GTK_WIDGET_CLASS (hn_window_parent_class)->size_allocate (widget, width, height, baseline);
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
    case PROP_SLIM:
      g_value_set_boolean (value, self->slim);
      break;
    case PROP_LIST:
      g_value_set_string (value, self->tab_page != NULL ? hn_tab_page_get_kind (self->tab_page)->name : "");
      break;
    case PROP_REGISTER:
      g_value_take_string (value, self->path != NULL ? g_canonicalize_filename (self->path, NULL) : g_strdup (""));
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
      hn_window_set_narrow (self, g_value_get_boolean (value), self->slim);
      break;
    case PROP_SLIM:
      hn_window_set_narrow (self, self->narrow, g_value_get_boolean (value));
      break;
    case PROP_LIST:
      hn_window_show_list (self, hn_kind_lookup (g_value_get_string (value)));
      break;
    case PROP_REGISTER:
      /* Another one has a window of its own. */
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-register", "s", g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, both);
  properties[PROP_SLIM] = g_param_spec_boolean ("slim", NULL, NULL, FALSE, both);
  properties[PROP_LIST] = g_param_spec_string ("list", NULL, NULL, "", both);
  properties[PROP_REGISTER] = g_param_spec_string ("register", NULL, NULL, "", both);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HnWindow, faces);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, main_page);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, side_button);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, add_menu);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, list_menu);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, registers_section);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, switch_section);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, HnWindow, switch_button);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_opened_cb);
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
  widget_class->size_allocate = hn_window_size_allocate;

  install_properties (object_class);
  hn_window_install_actions (widget_class);
  hn_window_install_adding (widget_class);
  hn_window_install_files (widget_class);
  hn_window_install_help (widget_class);
  hn_window_install_leave (widget_class);
  hn_window_bind_keys (widget_class);
  bind_template (widget_class);
}

static void
hn_window_init (HnWindow *self)
{
  self->settings = g_settings_new (HN_APPLICATION_ID);
  self->side_binding = g_binding_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_name (self->add_button, C_("verb", "Add"), NULL);
  hn_spoken_menus (GTK_WIDGET (self));

  g_binding_group_bind (self->side_binding, "side-shown", self->side_button, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->settings, "changed::recent-registers", G_CALLBACK (hn_window_update_registers), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (dialog_changed_cb), NULL);
  hn_window_capture_keys (self);
  hn_window_watch_focus (self);
  hn_window_update_registers (self);
  hn_window_update_actions (self);
}

/**
 * hn_window_new:
 *
 * An empty window: hn_window_open(), hn_window_start() or hn_window_fail() fills it.
 */
GtkWidget *
hn_window_new (GtkApplication *application)
{
  return g_object_new (HN_TYPE_WINDOW, "application", application, NULL);
}

/* One window of several is known by its register. */
static void
show_title (HnWindow *self)
{
  g_autofree char *name = hn_register_place_name (self->path);
  /* Translators: a register, and the program */
  g_autofree char *title = g_strdup_printf (_("%s – Hữu Nghị"), name);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Settings and messages hold text, which every path has to be. */
static HnStore *
open_store (const char  *path,
            GError     **error)
{
  if (g_utf8_validate (path, -1, NULL))
    return hn_store_new (path, error);

  g_set_error_literal (
    error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
    _("The name of the file or of its folder is not text in UTF-8. Rename it, then open it again."));

  return NULL;
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

  store = open_store (path, &error);
  if (store == NULL)
    {
      hn_window_fail (self, path, error);
      return;
    }

  g_set_str (&self->path, path);
  show_title (self);
  self->context = hn_context_new (store);
  g_signal_connect_object (self->context, "notify", G_CALLBACK (titles_changed_cb), self, G_CONNECT_SWAPPED);
  adw_banner_set_revealed (self->read_only_banner, hn_store_is_read_only (store));
  hn_window_add_tabs (self);
  gtk_stack_set_visible_child_name (self->faces, "register");
  hn_window_end_start (self);
  tab_changed_cb (self);
  hn_window_update_undo (self);
  hn_register_place_remember (self->settings, path);
  hn_window_update_registers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REGISTER]);
  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    self->reminders =
      hn_reminder_watch_new (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->settings, store);
}

/**
 * hn_window_fail:
 * @path: the register that was to be shown; another try opens it
 * @error: why not
 *
 * Shows a page that says what is the matter, and leads to other registers.
 */
void
hn_window_fail (HnWindow     *self,
                const char   *path,
                const GError *error)
{
  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  g_set_str (&self->path, path);
  hn_failure_fill (self->failed_page, error->message);
  gtk_widget_set_visible (self->new_button, is_none (error));
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->faces, "failed"), TRUE);
  gtk_stack_set_visible_child_name (self->faces, "failed");
}

/**
 * hn_window_get_path:
 *
 * Returns: (nullable): the register that is shown, or was to be
 */
const char *
hn_window_get_path (HnWindow *self)
{
  g_return_val_if_fail (HN_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * hn_window_is_open:
 *
 * Returns: whether it shows its register
 */
gboolean
hn_window_is_open (HnWindow *self)
{
  g_return_val_if_fail (HN_IS_WINDOW (self), FALSE);

  return self->context != NULL;
}
