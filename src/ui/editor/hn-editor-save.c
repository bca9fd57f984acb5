/* The saving of what is in a form, and what may have to be asked before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-clash-dialog.h"
#include "hn-editor-private.h"
#include "hn-editor-questions.h"

/**
 * hn_editor_say_failure:
 * @message: a sentence for the person; it stays above the form until the next try, and is read out
 */
void
hn_editor_say_failure (HnEditor   *self,
                       const char *message)
{
  adw_banner_set_title (self->failure_banner, message);
  adw_banner_set_revealed (self->failure_banner, TRUE);
  hn_editor_announce (self, message);
}

/* Takes the eye, and the ear, to what is wrong first. */
static void
show_first_problem (HnEditor *self)
{
  const HnField *field = hn_edit_first_problem (self->edit);
  const char *problem = field != NULL ? hn_edit_get_problem (self->edit, field) : NULL;
  g_autofree char *said = NULL;

  if (problem == NULL)
    return;

  said = g_strdup_printf (C_("a field: what is wrong with it", "%s: %s"), hn_field_get_label (field), problem);
  if (hn_editor_form_focus_field (self->form, field))
    hn_editor_announce (self, said);
  else
    hn_editor_say_failure (self, said);
}

/* The form is as for a new record, but for what a pile has in common. */
static void
begin_next (HnEditor *self)
{
  guint n = hn_edit_get_n_saved (self->edit);
  /* Translators: what was saved, and how many were since the form was opened */
  g_autofree char *said = g_strdup_printf (ngettext ("Saved: %s", "Saved: %s (%u so far)", n), self->saved_title, n);

  hn_edit_start_over (self->edit);
  hn_editor_form_reset (self->form);
  gtk_widget_grab_focus (hn_editor_form_get_first (self->form));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_label_set_label (self->saved_label, said);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_label), TRUE);
  hn_editor_announce (self, said);
}

static void
finish (HnEditor   *self,
        gint64      id,
        const char *title)
{
  g_set_str (&self->saved_title, title);
  hn_editor_emit_saved (self, id);

  if (self->go_on)
    begin_next (self);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
same_answered (GtkWidget      *editor,
               HnEditorAnswer  answer)
{
  HnEditor *self = HN_EDITOR (editor);
  const HnSimilar *same = hn_edit_get_same (self->edit);

  if (answer == HN_ANSWER_SAVE)
    {
      hn_edit_allow_same (self->edit);
      hn_editor_save (self);
    }
  else if (answer == HN_ANSWER_OTHER && self->nested)
    finish (self, same->id, same->title);
  else if (answer == HN_ANSWER_OTHER)
    {
      gtk_widget_activate_action (editor, "win.show-record", "(sx)", hn_edit_get_kind (self->edit)->name, same->id);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
gone_answered (GtkWidget      *editor,
               HnEditorAnswer  answer)
{
  HnEditor *self = HN_EDITOR (editor);

  if (answer == HN_ANSWER_DISCARD)
    adw_dialog_force_close (ADW_DIALOG (self));
  if (answer != HN_ANSWER_SAVE)
    return;

  hn_edit_make_new (self->edit);
  hn_editor_save (self);
}

static void
ask_clashes (HnEditor *self)
{
  AdwDialog *dialog = hn_clash_dialog_new (self->edit);

  g_signal_connect_object (dialog, "settled", G_CALLBACK (hn_editor_save), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Whoever wanted to quit sees first what keeps the form open. */
static void
explain_here (HnEditor     *self,
              const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.stay", NULL);
  if (g_error_matches (error, HN_EDIT_ERROR, HN_EDIT_ERROR_CLASH))
    ask_clashes (self);
  else if (hn_edit_first_problem (self->edit) != NULL)
    show_first_problem (self);
  else
    hn_editor_say_failure (self, error->message);
}

static void
explain (HnEditor     *self,
         const GError *error)
{
  const HnSimilar *same;

  if (g_error_matches (error, HN_EDIT_ERROR, HN_EDIT_ERROR_SAME))
    {
      same = hn_edit_get_same (self->edit);
      hn_editor_ask_same (GTK_WIDGET (self), same->title, same->reason, self->nested, same_answered);
    }
  else if (g_error_matches (error, HN_EDIT_ERROR, HN_EDIT_ERROR_GONE))
    hn_editor_ask_gone (GTK_WIDGET (self), gone_answered);
  else
    explain_here (self, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  gint64 id;

  if (!hn_edit_save_finish (HN_EDIT (source), result, &id, &error))
    {
      explain (self, error);
      return;
    }

  title = hn_record_title (hn_edit_get_saved (HN_EDIT (source)));
  finish (self, id, title);
}

/**
 * hn_editor_save:
 *
 * Saves what is typed, after its questions are answered. Then the form closes, or with `go_on` begins the next record
 * of a pile.
 */
void
hn_editor_save (HnEditor *self)
{
  if (hn_edit_get_saving (self->edit))
    return;

  adw_banner_set_revealed (self->failure_banner, FALSE);
  hn_edit_save_async (self->edit, saved_cb, g_object_ref (self));
}
