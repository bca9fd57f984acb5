/* The keys that the window knows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"

struct _HnShortcutsDialog
{
  AdwDialog parent_instance;

  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (HnShortcutsDialog, hn_shortcuts_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const char *accelerator;
  const char *title;
} Shortcut;

static const Shortcut window_shortcuts[] = {
  { "<Control>n", N_("Add a record") },
  { "<Control>f", N_("Search the list") },
  { "<Control>k", N_("Find in all lists") },
  { "<Control>z", N_("Undo") },
  { "<Control><Shift>z", N_("Redo") },
  { "<Control>h", N_("History") },
  { "<Control>e", N_("Report: preview, print, export") },
  { "<Control>comma", N_("Preferences") },
  { "F1", N_("Help on what you see") },
  { "<Control>question", N_("Keyboard shortcuts") },
  { "F10", N_("Main menu") },
  { "<Control>w", N_("Close the window") },
  { "<Control>q", N_("Quit") },
};

static const Shortcut place_shortcuts[] = {
  { "<Alt>1", N_("First tab; Alt+2, 3, 4 the others") },
  { "<Control>Page_Down", N_("Next list of the tab") },
  { "<Control>Page_Up", N_("Previous list of the tab") },
  { "F9", N_("Show or hide the selected record") },
  { "F6", N_("From the list to the record beside it, to the header, and back") },
  { "<Alt>Left", N_("Back to the lists") },
};

static const Shortcut list_shortcuts[] = {
  { "Return", N_("Edit the selected record") },
  { "<Control>d", N_("Duplicate the selected record") },
  { "Delete", N_("Delete the selected records") },
  { "<Control>a", N_("Select all") },
  { "<Control>c", N_("Copy the selected records as a table") },
  { "<Shift>F10", N_("Everything that can be done with them") },
};

static const Shortcut form_shortcuts[] = {
  { "<Control>Return", N_("Save") },
  { "<Control><Shift>Return", N_("Save and add another") },
  { "Escape", N_("Close") },
  { "Down", N_("Choose among the suggestions") },
};

static void
add_group (HnShortcutsDialog *self,
           const char        *title,
           const Shortcut    *shortcuts,
           guint              n_shortcuts)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      GtkWidget *row = adw_action_row_new (), *keys;
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint keyval;

      gtk_accelerator_parse (shortcuts[i].accelerator, &keyval, &modifiers);
      label = gtk_accelerator_get_label (keyval, modifiers);
      keys = gtk_label_new (label);
      gtk_widget_add_css_class (keys, "dim-label");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcuts[i].title));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (self->groups, group);
}

static void
hn_shortcuts_dialog_dispose (GObject *object)
{
  hn_dialog_dispose_template (ADW_DIALOG (object), HN_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (hn_shortcuts_dialog_parent_class)->dispose (object);
}

static void
hn_shortcuts_dialog_class_init (HnShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnShortcutsDialog, groups);
}

static void
hn_shortcuts_dialog_init (HnShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_group (self, _("Window"), window_shortcuts, G_N_ELEMENTS (window_shortcuts));
  add_group (self, _("Going Places"), place_shortcuts, G_N_ELEMENTS (place_shortcuts));
  add_group (self, _("List"), list_shortcuts, G_N_ELEMENTS (list_shortcuts));
  add_group (self, _("Form"), form_shortcuts, G_N_ELEMENTS (form_shortcuts));
}

/**
 * hn_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): the keys of the program, as they are bound
 */
AdwDialog *
hn_shortcuts_dialog_new (void)
{
  return g_object_new (HN_TYPE_SHORTCUTS_DIALOG, NULL);
}
