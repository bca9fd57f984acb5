/* What is in a copy of a register, and what shall become of it.
 *
 *   read and checked ──> what is in it ──> a register of its own, or in the place of another ──> its window
 *           └──> what is the matter with it ──> another file
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-count.h"
#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-register-place.h"
#include "hn-restore.h"

/* As the rows of choice_row. */
enum
{
  CHOICE_ADD,
  CHOICE_REPLACE,
};

struct _HnRestoreDialog
{
  AdwDialog parent_instance;

  GFile *file;
  char *replaceable; /* NULL where there is nothing to replace */
  HnFoundCopy *copy; /* NULL until it is read */
  HnGauge *gauge;
  GCancellable *cancellable;

  GtkWidget *restore_button;
  AdwBanner *failure_banner;
  GtkStack *faces;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *failed_page;
  AdwActionRow *office_row;
  AdwActionRow *content_row;
  AdwActionRow *changed_row;
  AdwComboRow *choice_row;
  GtkEditable *name_row;
};

G_DEFINE_FINAL_TYPE (HnRestoreDialog, hn_restore_dialog, ADW_TYPE_DIALOG)

/* --- what is shown ------------------------------------------------------- */

static void
show_face (HnRestoreDialog *self,
           const char      *name)
{
  gtk_stack_set_visible_child_name (self->faces, name);
  gtk_widget_set_visible (self->restore_button, g_str_equal (name, "found"));
}

static void
show_progress (HnRestoreDialog *self,
               const char      *message)
{
  gtk_label_set_label (self->progress_label, message);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  show_face (self, "progress");
}

static void
progress_cb (HnRestoreDialog *self)
{
  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, hn_gauge_get_progress (self->gauge));
}

static char *
describe_content (const HnFoundCopy *copy)
{
  g_autofree char *organizations = hn_count_records (hn_kind_lookup ("organization"), (guint) copy->n_organizations);
  g_autofree char *people = hn_count_records (hn_kind_lookup ("person"), (guint) copy->n_people);
  g_autofree char *events = hn_count_records (hn_kind_lookup ("event"), (guint) copy->n_events);

  return g_strjoin (" · ", organizations, people, events, NULL);
}

static gboolean
is_replacing (HnRestoreDialog *self)
{
  return adw_combo_row_get_selected (self->choice_row) == CHOICE_REPLACE;
}

/* Nothing is lost by either choice. */
static void
choice_changed_cb (HnRestoreDialog *self)
{
  g_autofree char *kept = NULL, *name = NULL, *subtitle = NULL;

  if (self->replaceable == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->name_row), !is_replacing (self));
  kept = hn_restore_kept_path (self->replaceable);
  name = hn_register_place_name (kept);
  subtitle = g_strdup_printf (_("What is in it now is kept as “%s”, among the registers of the main menu."), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->choice_row),
                               is_replacing (self) ? subtitle : _("The registers that are there stay as they are."));
}

static void
show_replaceable (HnRestoreDialog *self)
{
  g_autofree char *name = hn_register_place_name (self->replaceable);
  g_autofree char *replace = g_strdup_printf (_("To replace “%s”"), name);
  const char *const choices[] = { _("As a register of its own"), replace, NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->choice_row), FALSE);
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (model));
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), TRUE);
  choice_changed_cb (self);
}

static void
show_found (HnRestoreDialog *self)
{
  g_autofree char *content = describe_content (self->copy);
  g_autofree char *day = hn_date_is_set (self->copy->changed) ? hn_date_print (self->copy->changed) : NULL;

  adw_action_row_set_subtitle (self->office_row, self->copy->office != NULL ? self->copy->office : _("Not named yet"));
  adw_action_row_set_subtitle (self->content_row, content);
  adw_action_row_set_subtitle (self->changed_row, day != NULL ? day : _("None since it was made"));
  gtk_editable_set_text (self->name_row, self->copy->name);
  if (self->replaceable != NULL)
    show_replaceable (self);
  show_face (self, "found");
  gtk_widget_grab_focus (self->restore_button);
}

static void
show_failed (HnRestoreDialog *self,
             const GError    *error)
{
  hn_failure_fill (self->failed_page, error->message);
  show_face (self, "failed");
}

/* --- working ------------------------------------------------------------- */

/* What is begun is brought to its end, or cleared away, whatever window is closed. */
static void
begin_work (void)
{
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
}

static void
end_work (void)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

/* --- restoring ----------------------------------------------------------- */

/* The window is asked, since the dialog is gone then. */
static void
leave_by (HnRestoreDialog *self,
          const char      *action,
          GVariant        *parameter)
{
  g_autoptr (GVariant) target = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkWidget) window = root != NULL ? g_object_ref (GTK_WIDGET (root)) : NULL;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (window != NULL)
    gtk_widget_activate_action_variant (window, action, target);
}

static void
show_failure (HnRestoreDialog *self,
              const GError    *error)
{
  show_face (self, "found");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hn_failure_reveal (self->failure_banner, error->message);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hn_restore_finish (result, &error);

  end_work ();
  if (self->faces == NULL)
    return;
  if (path != NULL)
    leave_by (self, "app.open-register", g_variant_new_string (path));
  else
    show_failure (self, error);
}

/* Closed while the last of it was written: it is done all the same, and a window of it shows something else. */
static void
renew_unseen (const char *path,
              const char *message)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL && gtk_application_get_windows (GTK_APPLICATION (application)) != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "renew-register",
                                    g_variant_new ("(ss)", path, message));
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HnRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = hn_restore_finish (result, &error);
  g_autofree char *name = kept != NULL ? hn_register_place_name (kept) : NULL;
  g_autofree char *message =
    name != NULL ? g_strdup_printf (_("Restored. What was there is kept as “%s”."), name) : NULL;

  if (self->faces == NULL && kept != NULL)
    renew_unseen (self->replaceable, message);
  end_work ();
  if (self->faces == NULL)
    return;
  if (kept != NULL)
    leave_by (self, "app.renew-register", g_variant_new ("(ss)", self->replaceable, message));
  else
    show_failure (self, error);
}

static void
restore_cb (HnRestoreDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *message = NULL;

  adw_banner_set_revealed (self->failure_banner, FALSE);
  if (is_replacing (self))
    {
      message = g_strdup_printf (_("Restoring “%s”…"), self->copy->name);
      show_progress (self, message);
      begin_work ();
      hn_restore_replace_async (self->copy, self->replaceable, self->gauge, self->cancellable, replaced_cb,
                                g_object_ref (self));
      return;
    }

  if (*name == '\0')
    g_set_str (&name, self->copy->name);
  message = g_strdup_printf (_("Restoring “%s”…"), name);
  show_progress (self, message);
  begin_work ();
  hn_restore_add_async (self->copy, name, self->cancellable, added_cb, g_object_ref (self));
}

/* --- reading ------------------------------------------------------------- */

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  HnFoundCopy *copy = hn_restore_look_finish (result, &error);

  end_work ();
  self->copy = copy;
  if (self->faces == NULL)
    return;
  if (copy != NULL)
    show_found (self);
  else
    show_failed (self, error);
}

static void
look (HnRestoreDialog *self)
{
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  g_autofree char *message = g_strdup_printf (_("Checking “%s”…"), name != NULL ? name : "");

  show_progress (self, message);
  begin_work ();
  hn_restore_look_async (self->file, self->gauge, self->cancellable, looked_cb, g_object_ref (self));
}

static void
choose_another_cb (HnRestoreDialog *self)
{
  leave_by (self, "win.restore-copy", NULL);
}

static void
closed_cb (HnRestoreDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_restore_dialog_dispose (GObject *object)
{
  HnRestoreDialog *self = HN_RESTORE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_RESTORE_DIALOG);

  G_OBJECT_CLASS (hn_restore_dialog_parent_class)->dispose (object);
}

static void
hn_restore_dialog_finalize (GObject *object)
{
  HnRestoreDialog *self = HN_RESTORE_DIALOG (object);

  g_clear_pointer (&self->copy, hn_found_copy_unref);
  g_clear_object (&self->file);
  g_object_unref (self->gauge);
  g_object_unref (self->cancellable);
  g_free (self->replaceable);

  G_OBJECT_CLASS (hn_restore_dialog_parent_class)->finalize (object);
}

static void
hn_restore_dialog_class_init (HnRestoreDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_restore_dialog_dispose;
  object_class->finalize = hn_restore_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, faces);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, office_row);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, content_row);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, changed_row);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, HnRestoreDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_another_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
hn_restore_dialog_init (HnRestoreDialog *self)
{
  self->gauge = hn_gauge_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->gauge, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hn_restore_dialog_new:
 * @file: what is thought to be a copy
 * @replaceable: (nullable): the register that it may take the place of
 *
 * What comes of it is shown by app.open-register or app.renew-register. Closing it leaves everything as it was.
 */
AdwDialog *
hn_restore_dialog_new (GFile      *file,
                       const char *replaceable)
{
  HnRestoreDialog *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (HN_TYPE_RESTORE_DIALOG, NULL);
  self->file = g_object_ref (file);
  self->replaceable = g_strdup (replaceable);
  look (self);

  return ADW_DIALOG (self);
}
