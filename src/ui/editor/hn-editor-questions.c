/* What a form asks before it closes or saves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-editor-questions.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"

/* Names of the answers, by their number. */
static const char *const names[] = { "go-on", HN_ANSWER_SAVE_NAME, "discard", "other" };

typedef struct
{
  GtkWidget *editor;
  HnEditorAnswered answered;
} Question;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GtkWidget) editor = question->editor;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (response, names[i]))
      question->answered (editor, (HnEditorAnswer) i);
}

static void
add_answer (AdwAlertDialog        *dialog,
            HnEditorAnswer         answer,
            const char            *label,
            AdwResponseAppearance  appearance)
{
  adw_alert_dialog_add_response (dialog, names[answer], label);
  adw_alert_dialog_set_response_appearance (dialog, names[answer], appearance);
}

/* (transfer full): dialog; what Enter and Escape mean */
static void
ask (AdwAlertDialog   *dialog,
     HnEditorAnswer    preferred,
     GtkWidget        *editor,
     HnEditorAnswered  answered)
{
  Question *question = g_new0 (Question, 1);

  question->editor = g_object_ref (editor);
  question->answered = answered;
  adw_alert_dialog_set_default_response (dialog, names[preferred]);
  adw_alert_dialog_set_close_response (dialog, names[HN_ANSWER_GO_ON]);
  adw_alert_dialog_choose (dialog, editor, NULL, answered_cb, question);
}

/**
 * hn_editor_ask_leave:
 *
 * Something was typed and the form is about to close.
 */
void
hn_editor_ask_leave (GtkWidget        *editor,
                     HnEditorAnswered  answered)
{
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (hn_dialog_new_question (_("Save Changes?"), _("What was typed is lost if it is not saved.")));

  add_answer (dialog, HN_ANSWER_GO_ON, _("_Go On Editing"), ADW_RESPONSE_DEFAULT);
  add_answer (dialog, HN_ANSWER_DISCARD, _("_Discard"), ADW_RESPONSE_DESTRUCTIVE);
  add_answer (dialog, HN_ANSWER_SAVE, _("_Save"), ADW_RESPONSE_SUGGESTED);
  ask (dialog, HN_ANSWER_SAVE, editor, answered);
}

/**
 * hn_editor_ask_same:
 * @title: what the one is called that is there already
 * @reason: (nullable): what is alike
 * @nested: whether the form was opened to choose what it saves
 */
void
hn_editor_ask_same (GtkWidget        *editor,
                    const char       *title,
                    const char       *reason,
                    gboolean          nested,
                    HnEditorAnswered  answered)
{
  g_autofree char *heading = g_strdup_printf (_("Add “%s” a Second Time?"), title);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (hn_dialog_new_question (heading, reason));

  add_answer (dialog, HN_ANSWER_GO_ON, _("_Cancel"), ADW_RESPONSE_DEFAULT);
  add_answer (dialog, HN_ANSWER_SAVE, _("_Save All the Same"), ADW_RESPONSE_DEFAULT);
  add_answer (dialog, HN_ANSWER_OTHER, nested ? _("_Use That One") : _("_Open That One"), ADW_RESPONSE_SUGGESTED);
  ask (dialog, HN_ANSWER_OTHER, editor, answered);
}

/**
 * hn_editor_ask_gone:
 *
 * Somebody else has deleted the record that is in the form.
 */
void
hn_editor_ask_gone (GtkWidget        *editor,
                    HnEditorAnswered  answered)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    hn_dialog_new_question (_("Save as a New Record?"), _("Somebody else has deleted this record meanwhile.")));

  add_answer (dialog, HN_ANSWER_GO_ON, _("_Go On Editing"), ADW_RESPONSE_DEFAULT);
  add_answer (dialog, HN_ANSWER_DISCARD, _("_Discard"), ADW_RESPONSE_DESTRUCTIVE);
  add_answer (dialog, HN_ANSWER_SAVE, _("_Save as New"), ADW_RESPONSE_SUGGESTED);
  ask (dialog, HN_ANSWER_SAVE, editor, answered);
}
