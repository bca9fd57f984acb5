/* The deleting of one or several records, and the one question about what refers to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-bulk-delete.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hn-count.h"
#include "hn-deletion.h"
#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"
#include "hn-work-dialog.h"

typedef struct
{
  GtkWidget *parent;
  HnContext *context;
  HnDeletion *deletion;
  char *what; /* "“Hội nghị”", "37 events" */
  HnWorkDialog *dialog;
} Deleting;

static void
deleting_free (Deleting *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->context);
  hn_deletion_unref (self->deletion);
  g_free (self->what);
  g_clear_object (&self->dialog);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deleting, deleting_free)

static HnStore *
get_store (Deleting *self)
{
  return hn_context_get_store (self->context);
}

static char *
name_records (const HnDeletion *deletion,
              HnRegister       *reader)
{
  const HnKind *kind = hn_deletion_get_kind (deletion);
  g_autofree char *title = NULL;

  if (hn_deletion_get_count (deletion) > 1)
    return hn_count_records (kind, hn_deletion_get_count (deletion));

  title = hn_register_get_title (reader, kind, hn_deletion_get_first (deletion));

  return title != NULL ? g_strdup_printf (_("“%s”"), title) : g_strdup (hn_kind_get_label (kind));
}

/* --- deleting ------------------------------------------------------------ */

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deleting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gint64 change;

  hn_work_dialog_done (self->dialog);
  if (hn_deletion_run_finish (HN_STORE (source), result, &change, &error))
    {
      /* Translators: %s is a title in quotes, or "37 events" */
      message = g_strdup_printf (C_("it is done", "Deleted %s"), self->what);
      hn_toast_show (self->parent, hn_undo_toast_new_saying (self->parent, self->context, message, change));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_failure_show (self->parent, _("Nothing Was Deleted"), error);
}

static void
delete (Deleting     *self,
        HnDeleteMode  mode)
{
  g_autofree char *title = g_strdup_printf (_("Delete %s"), self->what);

  g_clear_object (&self->dialog);
  self->dialog = hn_work_dialog_new (self->parent, _("Deleting…"));
  hn_deletion_run_async (self->deletion, get_store (self), mode, title, hn_work_dialog_get_gauge (self->dialog),
                         hn_work_dialog_get_cancellable (self->dialog), deleted_cb, self);
}

/* --- asking -------------------------------------------------------------- */

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deleting) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "clear"))
    delete (g_steal_pointer (&self), HN_DELETE_CLEAR);
  else if (g_str_equal (response, "along"))
    delete (g_steal_pointer (&self), HN_DELETE_ALONG);
}

/* "• 12 memberships (Organization)", a line each. */
static char *
list_dependents (GPtrArray *dependents,
                 gboolean   can_clear)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < dependents->len; i++)
    {
      const HnDependents *dependent = g_ptr_array_index (dependents, i);
      g_autofree char *records = NULL;

      if (dependent->can_clear != can_clear)
        continue;
      records = hn_count_records (dependent->kind, dependent->n_records);
      g_strv_builder_take (builder, g_strdup_printf ("• %s (%s)", records, hn_field_get_label (dependent->field)));
    }
  lines = g_strv_builder_end (builder);

  return lines[0] != NULL ? g_strjoinv ("\n", lines) : NULL;
}

/* Lists are read from the left, whatever a dialog does with its words. */
static GtkWidget *
create_explanation (const char *goes,
                    const char *stays)
{
  g_autofree char *first =
    goes != NULL ? g_strconcat (_("Goes too, as it cannot be without:"), "\n", goes, NULL) : NULL;
  g_autofree char *second =
    stays != NULL ? g_strconcat (_("Can stay, with the field left empty:"), "\n", stays, NULL) : NULL;
  g_autofree char *both = first != NULL && second != NULL ? g_strconcat (first, "\n\n", second, NULL) : NULL;
  GtkWidget *label = gtk_label_new (both != NULL ? both : first != NULL ? first : second);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
ask (Deleting  *self,
     GPtrArray *dependents)
{
  g_autofree char *goes = list_dependents (dependents, FALSE);
  g_autofree char *stays = list_dependents (dependents, TRUE);
  /* A heading that is wider than the dialog makes libadwaita 1.7 complain: titles stand in the body. */
  const char *heading =
    hn_deletion_get_count (self->deletion) == 1 ? _("Delete This Record?") : _("Delete These Records?");
  /* Translators: %s is a title in quotes, or "37 events" */
  g_autofree char *body = g_strdup_printf (_("Other records refer to %s."), self->what);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (hn_dialog_new_question (heading, body));

  adw_alert_dialog_set_extra_child (dialog, create_explanation (goes, stays));
  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (stays != NULL)
    adw_alert_dialog_add_response (dialog, "clear", _("_Keep What Can Stay"));
  adw_alert_dialog_add_response (dialog, "along", _("_Delete All of It"));
  adw_alert_dialog_set_response_appearance (dialog, "along", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, self->parent, NULL, answered_cb, self);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Deleting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = hn_deletion_look_finish (HN_STORE (source), result, &error);

  hn_work_dialog_done (self->dialog);
  if (dependents == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hn_failure_show (self->parent, _("Nothing Was Deleted"), error);
    }
  else if (dependents->len == 0)
    delete (g_steal_pointer (&self), HN_DELETE_ALONE);
  else
    ask (g_steal_pointer (&self), dependents);
}

/**
 * hn_bulk_delete:
 * @parent: over which a question is asked and an undo is offered
 * @kind: a kind or view
 * @ids: (element-type gint64): which of its records; without any nothing happens
 *
 * Deletes the records at once, as one change, where nothing else refers to them; a toast takes it back. Otherwise the
 * person decides what becomes of what does.
 */
void
hn_bulk_delete (GtkWidget    *parent,
                HnContext    *context,
                const HnKind *kind,
                GArray       *ids)
{
  Deleting *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (kind != NULL && ids != NULL);

  if (ids->len == 0)
    return;

  self = g_new0 (Deleting, 1);
  self->parent = g_object_ref (parent);
  self->context = g_object_ref (context);
  self->deletion = hn_deletion_new (kind, ids);
  self->what = name_records (self->deletion, hn_context_get_reader (context));
  self->dialog = hn_work_dialog_new (parent, _("Looking for what refers to the records…"));
  hn_deletion_look_async (self->deletion, get_store (self), hn_work_dialog_get_gauge (self->dialog),
                          hn_work_dialog_get_cancellable (self->dialog), looked_cb, self);
}
