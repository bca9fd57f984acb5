/* The taking back of a single change, and what is said where others stand on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-take-back.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-history-words.h"
#include "hn-toast.h"

/* How many of the changes in the way are named. */
#define MAX_NAMED 5

/* In seconds. */
#define SHOWN_FOR 10

typedef struct
{
  GtkWidget *parent;
  HnContext *context;
  HnHistoryItem *item;
  HnShowChanges show;
  GArray *numbers; /* of gint64: what stands in the way */
} TakingBack;

static void
taking_back_free (TakingBack *taking)
{
  g_object_unref (taking->parent);
  g_object_unref (taking->context);
  g_object_unref (taking->item);
  g_clear_pointer (&taking->numbers, g_array_unref);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TakingBack, taking_back_free)

/* --- done ---------------------------------------------------------------- */

static void
made_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!hn_store_undo_finish (HN_STORE (source), result, NULL, &error))
    hn_failure_show (parent, _("This Cannot Be Done Again"), error);
}

static void
make_again_cb (GtkWidget *parent,
               AdwToast  *toast)
{
  HnStore *store = g_object_get_data (G_OBJECT (toast), "store");

  hn_store_redo_async (store, NULL, made_again_cb, g_object_ref (parent));
}

/* What was taken back last is what would be made again: after any other change the offer is gone. */
static void
say_done (TakingBack *taking)
{
  HnStore *store = hn_context_get_store (taking->context);
  g_autofree char *sentence = hn_change_sentence (hn_history_item_get_head (taking->item));
  g_autofree char *message = g_strdup_printf (_("Taken back: %s"), sentence);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, SHOWN_FOR);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data (G_OBJECT (toast), "store", store);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (make_again_cb), taking->parent, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  hn_toast_show (taking->parent, toast);
}

/* --- what stands in the way ---------------------------------------------- */

/* "12/05/2021 14:05 – Changed …", one a line. */
static void
append_change (GString        *text,
               const HnChange *change,
               GDateTime      *now)
{
  const HnChangeHead head = {
    .action = change->action,
    .kind = change->kind,
    .record = change->record,
    .title = change->title,
  };
  g_autofree char *sentence = hn_change_sentence (&head);
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (change->at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment = local != NULL ? hn_history_moment (local, now) : g_strdup (change->at);

  g_string_append_printf (text, "\n%s – %s", moment, sentence);
}

static char *
describe (const char *sentence,
          GPtrArray  *blockers)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint rest = blockers->len - MIN (blockers->len, MAX_NAMED);

  g_string_append_printf (text, _("Later changes stand on “%s”. Take them back first:"), sentence);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (blockers->len, MAX_NAMED); i++)
    append_change (text, g_ptr_array_index (blockers, i), now);
  if (rest > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", rest), rest);
    }

  return g_string_free_and_steal (text);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (TakingBack) taking = user_data;
  g_autofree char *sentence = NULL;

  if (!g_str_equal (response, "show"))
    return;

  sentence = hn_change_sentence (hn_history_item_get_head (taking->item));
  taking->show (taking->parent, taking->numbers, sentence);
}

static void
ask (TakingBack *taking,
     GPtrArray  *blockers)
{
  g_autofree char *sentence = hn_change_sentence (hn_history_item_get_head (taking->item));
  g_autofree char *body = describe (sentence, blockers);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (hn_dialog_new_question (_("This Cannot Be Taken Back by Itself"), body));
  GtkWidget *parent = taking->parent;

  taking->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < blockers->len; i++)
    g_array_append_val (taking->numbers, ((HnChange *) g_ptr_array_index (blockers, i))->number);

  adw_alert_dialog_add_responses (dialog, "close", _("_Close"), "show", _("_Show Those Changes"), NULL);
  adw_alert_dialog_set_default_response (dialog, "show");
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_choose (dialog, parent, NULL, answered_cb, taking);
}

static gpointer
blockers_job (HnRegister    *reg,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return hn_register_change_blockers (reg, *(gint64 *) data, error);
}

static void
blockers_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TakingBack) taking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blockers = hn_store_read_finish (HN_STORE (source), result, &error);

  hn_history_item_set_busy (taking->item, FALSE);
  if (blockers != NULL && blockers->len > 0)
    {
      ask (g_steal_pointer (&taking), blockers);
      return;
    }

  if (blockers != NULL)
    g_set_error_literal (
      &error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CONFLICT,
      _("The register has become another one since: what this change did is not there any more. Make "
        "the change by hand."));
  hn_failure_show (taking->parent, _("This Cannot Be Taken Back"), error);
}

/* --- asked for ----------------------------------------------------------- */

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TakingBack) taking = user_data;
  g_autoptr (GError) error = NULL;
  gint64 number = hn_history_item_get_head (taking->item)->number;

  if (hn_store_undo_finish (HN_STORE (source), result, NULL, &error))
    {
      hn_history_item_set_busy (taking->item, FALSE);
      say_done (taking);
    }
  else if (g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CONFLICT))
    {
      hn_store_read_async (HN_STORE (source), blockers_job, g_memdup2 (&number, sizeof number), g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, blockers_cb, g_steal_pointer (&taking));
    }
  else
    {
      hn_history_item_set_busy (taking->item, FALSE);
      hn_failure_show (taking->parent, _("This Cannot Be Taken Back"), error);
    }
}

/**
 * hn_take_back:
 * @parent: over which is said what came of it
 * @item: the change
 * @show: called if later changes stand on it and the person wants to see them
 *
 * Takes a change back at once where nothing later stands on it, and offers to undo that.
 */
void
hn_take_back (GtkWidget     *parent,
              HnContext     *context,
              HnHistoryItem *item,
              HnShowChanges  show)
{
  TakingBack *taking;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (HN_IS_HISTORY_ITEM (item));

  if (hn_history_item_get_busy (item))
    return;

  taking = g_new0 (TakingBack, 1);
  taking->parent = g_object_ref (parent);
  taking->context = g_object_ref (context);
  taking->item = g_object_ref (item);
  taking->show = show;
  hn_history_item_set_busy (item, TRUE);
  hn_store_revert_async (hn_context_get_store (context), hn_history_item_get_head (item)->number, NULL, reverted_cb,
                         taking);
}
