/* Other registers: opened in windows of their own, made, copied and restored. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-copy-dialogs.h"
#include "hn-new-register.h"
#include "hn-register-place.h"
#include "hn-restore-dialog.h"
#include "hn-window-private.h"

/* The page of who has no register yet. */
#define START "start"

/* --- without a register -------------------------------------------------- */

/**
 * hn_window_start:
 *
 * Shows how a register begins. hn_window_open() then shows it in this window.
 */
void
hn_window_start (HnWindow *self)
{
  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (self->context == NULL);

  if (gtk_stack_get_child_by_name (self->faces, START) == NULL)
    gtk_stack_add_named (self->faces, hn_new_register_new (_("Welcome to Hữu Nghị")), START);
  gtk_stack_set_visible_child_name (self->faces, START);
}

/**
 * hn_window_end_start:
 *
 * A register has come.
 */
void
hn_window_end_start (HnWindow *self)
{
  GtkWidget *start = gtk_stack_get_child_by_name (self->faces, START);

  if (start != NULL)
    gtk_stack_remove (self->faces, start);
}

/* --- copies -------------------------------------------------------------- */

/* Its register may be replaced if nobody is in the middle of something there. */
static gboolean
is_replaceable (HnWindow *self)
{
  return self->context != NULL && !hn_store_is_read_only (hn_context_get_store (self->context))
         && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL;
}

/**
 * hn_window_restore:
 * @file: what is thought to be a copy of a register
 *
 * Says what is in it, and asks what shall become of it.
 */
void
hn_window_restore (HnWindow *self,
                   GFile    *file)
{
  g_return_if_fail (HN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  adw_dialog_present (hn_restore_dialog_new (file, is_replaceable (self) ? self->path : NULL), GTK_WIDGET (self));
}

static void
restore_chosen (GtkWidget *parent,
                GFile     *file)
{
  const char *path = g_file_peek_path (file);

  /* A register that the program keeps is no copy of one. */
  if (path != NULL && (hn_register_place_is_own (path) || g_strcmp0 (path, HN_WINDOW (parent)->path) == 0))
    gtk_widget_activate_action (parent, "app.open-register", "s", path);
  else
    hn_window_restore (HN_WINDOW (parent), file);
}

static void
restore_copy_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hn_copy_dialogs_open (widget, restore_chosen);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  hn_copy_dialogs_save (widget, HN_WINDOW (widget)->context);
}

static void
new_register_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hn_new_register_present (widget);
}

/**
 * hn_window_install_files:
 *
 * Installs the actions that lead to other registers.
 */
void
hn_window_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-register", NULL, new_register_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.restore-copy", NULL, restore_copy_action);
  gtk_widget_class_install_property_action (widget_class, "win.register", "register");
}
