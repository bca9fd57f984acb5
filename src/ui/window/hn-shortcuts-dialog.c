/* The keys that the window knows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-shortcuts.h"

struct _HnShortcutsDialog
{
  AdwDialog parent_instance;

  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (HnShortcutsDialog, hn_shortcuts_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (const HnShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new (), *keys;
  g_autofree char *label = NULL;
  GdkModifierType modifiers;
  guint keyval;

  gtk_accelerator_parse (shortcut->accelerator, &keyval, &modifiers);
  label = gtk_accelerator_get_label (keyval, modifiers);
  keys = gtk_label_new (label);
  gtk_widget_add_css_class (keys, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

static void
add_group (HnShortcutsDialog     *self,
           const HnShortcutGroup *shown)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (shown->title));
  for (guint i = 0; i < shown->n_shortcuts; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (&shown->shortcuts[i]));
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

  for (guint i = 0; i < hn_n_shortcut_groups; i++)
    add_group (self, &hn_shortcut_groups[i]);
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
