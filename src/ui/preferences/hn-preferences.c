/* What a person or the office has settled: appearance, language, reminders, profiles, rules, spelling.
 *
 * What a person likes is kept in the settings, by the name that each choice has there; what the office has settled is
 * records of the register, which are edited in their forms.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-preferences.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-preferences-office.h"
#include "hn-preferences-reports.h"
#include "hn-spoken.h"

struct _HnPreferences
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;
  guint language_source;

  AdwComboRow *scheme_row;
  AdwComboRow *language_row;
  GtkWidget *notify_row;
  HnPreferencesOffice *office_page;
  HnPreferencesReports *reports_page;
};

G_DEFINE_FINAL_TYPE (HnPreferences, hn_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* As the rows of the template. */
static const char *const schemes[] = { "", "light", "dark" };
static const char *const languages[] = { "", "vi", "en" };

static void
select_value (AdwComboRow       *row,
              GSettings         *settings,
              const char        *key,
              const char *const *values,
              guint              n_values)
{
  g_autofree char *value = g_settings_get_string (settings, key);

  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (values[i], value))
      adw_combo_row_set_selected (row, i);
}

static void
scheme_chosen_cb (HnPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  if (self->settings != NULL && selected < G_N_ELEMENTS (schemes))
    g_settings_set_string (self->settings, "color-scheme", schemes[selected]);
}

static void
use_language_cb (gpointer data)
{
  HnPreferences *self = data;
  guint selected = adw_combo_row_get_selected (self->language_row);

  self->language_source = 0;
  if (selected < G_N_ELEMENTS (languages))
    g_settings_set_string (self->settings, "language", languages[selected]);
}

/* In another language there is another window, and this dialog is gone: not while the row is still busy with it. */
static void
language_chosen_cb (HnPreferences *self)
{
  if (self->settings != NULL && self->language_source == 0)
    self->language_source = g_idle_add_once (use_language_cb, self);
}

/* What is asked for lies below the dialog. */
static void
show_list_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  const char *const none[] = { NULL };

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.show-list", "(s^as)", g_variant_get_string (parameter, NULL), none);
}

static void
hn_preferences_dispose (GObject *object)
{
  HnPreferences *self = HN_PREFERENCES (object);

  g_clear_handle_id (&self->language_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_PREFERENCES);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hn_preferences_parent_class)->dispose (object);
}

static void
hn_preferences_class_init (HnPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_preferences_dispose;

  g_type_ensure (HN_TYPE_PREFERENCES_OFFICE);
  g_type_ensure (HN_TYPE_PREFERENCES_REPORTS);
  gtk_widget_class_install_action (widget_class, "preferences.show-list", "s", show_list_action);
  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HnPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, HnPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, HnPreferences, notify_row);
  gtk_widget_class_bind_template_child (widget_class, HnPreferences, office_page);
  gtk_widget_class_bind_template_child (widget_class, HnPreferences, reports_page);
  gtk_widget_class_bind_template_callback (widget_class, scheme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

/* libadwaita 1.7 leaves its entry without a name, and has it only when the dialog is shown. */
static void
name_search (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    hn_spoken_name (widget, _("Search the preferences"), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_search (child);
}

static void
hn_preferences_init (HnPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (name_search), NULL);
  hn_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->scheme_row));
}

/**
 * hn_preferences_new:
 * @context: what the window works with
 *
 * Returns: (transfer floating): the dialog; what is chosen in it holds at once
 */
AdwDialog *
hn_preferences_new (HnContext *context)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GAction) tone_marks = NULL;
  HnPreferences *self;
  GSettings *settings;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_PREFERENCES, NULL);
  settings = hn_context_get_settings (context);
  select_value (self->scheme_row, settings, "color-scheme", schemes, G_N_ELEMENTS (schemes));
  select_value (self->language_row, settings, "language", languages, G_N_ELEMENTS (languages));
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "notify-due", self->notify_row, "active", G_SETTINGS_BIND_DEFAULT);
  tone_marks = g_settings_create_action (settings, "tone-marks");
  g_action_map_add_action (G_ACTION_MAP (actions), tone_marks);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "settings", G_ACTION_GROUP (actions));
  hn_preferences_office_set_context (self->office_page, context);
  hn_preferences_reports_set_context (self->reports_page, context);

  return ADW_DIALOG (self);
}

/**
 * hn_preferences_begin_at_language:
 *
 * Has the keyboard be where the language is chosen, for who has just done so.
 */
void
hn_preferences_begin_at_language (HnPreferences *self)
{
  g_return_if_fail (HN_IS_PREFERENCES (self));

  hn_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->language_row));
}
