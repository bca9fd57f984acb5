/* A report marked as sent: made by the reading thread, and kept by the one that writes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-send.h"

#include "hn-letterhead.h"

/**
 * hn_report_options_copy:
 *
 * Returns: (transfer full): the same, with a period and forms of its own
 */
HnReportOptions *
hn_report_options_copy (const HnReportOptions *options)
{
  HnReportOptions *copy = g_memdup2 (options, sizeof *options);

  copy->period = hn_period_copy (options->period);
  copy->forms = (const char *const *) g_strdupv ((char **) options->forms);

  return copy;
}

/**
 * hn_report_options_free:
 *
 * Frees options of hn_report_options_copy(), which own their period and forms.
 */
void
hn_report_options_free (HnReportOptions *options)
{
  hn_period_free ((HnPeriod *) options->period);
  g_strfreev ((char **) options->forms);
  g_free (options);
}

/* --- what is likely ------------------------------------------------------ */

/**
 * hn_send_offer_free:
 *
 * A #GDestroyNotify for what the form of sending begins with.
 */
void
hn_send_offer_free (HnSendOffer *offer)
{
  g_free (offer->number);
  g_free (offer->sent_to);
  g_free (offer);
}

static gboolean
find_before (HnRegister             *reg,
             const HnReportOptions  *options,
             HnDate                 *before,
             GError                **error)
{
  g_autofree char *from = hn_date_to_iso (options->period->from);
  g_autofree char *to = hn_date_to_iso (options->period->to);
  g_autoptr (HnRows) rows =
    hn_register_query (reg, "SELECT max (\"made_on\") FROM \"submission\" WHERE \"from\" = ?1 AND \"to\" = ?2", "ss",
                       error, from, to);
  g_autoptr (GError) local = NULL;

  if (rows != NULL && hn_rows_next (rows, &local) && !hn_rows_is_null (rows, 0))
    hn_date_from_iso (hn_rows_text (rows, 0), before);
  if (local == NULL)
    return rows != NULL;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gpointer
offer_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const HnReportOptions *options = data;
  g_autoptr (HnSendOffer) offer = g_new0 (HnSendOffer, 1);
  g_autoptr (HnRecord) profile = NULL;

  offer->number = hn_submission_suggest_number (reg, hn_date_today (), error);
  if (offer->number == NULL || !find_before (reg, options, &offer->before, error)
      || !hn_letterhead_find_profile (reg, options->period->to, &profile, error))
    return NULL;
  if (profile != NULL)
    offer->sent_to = g_strdup (hn_record_get_text (profile, "addressee"));

  return g_steal_pointer (&offer);
}

/**
 * hn_send_offer_load_async:
 * @options: the report that is to be sent
 *
 * Asks which number it would have, to whom it goes, and whether it was sent before.
 */
void
hn_send_offer_load_async (HnStore               *store,
                          const HnReportOptions *options,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, offer_job, hn_report_options_copy (options), (GDestroyNotify) hn_report_options_free,
                       (GDestroyNotify) hn_send_offer_free, cancellable, callback, user_data);
}

/**
 * hn_send_offer_load_finish:
 *
 * Returns: (transfer full): what the form of sending begins with
 */
HnSendOffer *
hn_send_offer_load_finish (HnStore       *store,
                           GAsyncResult  *result,
                           GError       **error)
{
  return hn_store_read_finish (store, result, error);
}

/* --- sent ---------------------------------------------------------------- */

typedef struct
{
  HnReportOptions *options;
  HnDate sent_on;
  char *sent_to;
  char *number;
  char *note;
  HnGauge *gauge;
  char *title;
  HnRecord *record; /* once it is prepared */
  gint64 id;
} Request;

static void
request_clear (Request *request)
{
  hn_report_options_free (request->options);
  g_free (request->sent_to);
  g_free (request->number);
  g_free (request->note);
  g_object_unref (request->gauge);
  g_free (request->title);
  g_clear_pointer (&request->record, hn_record_unref);
}

static void
request_unref (gpointer request)
{
  g_atomic_rc_box_release_full (request, (GDestroyNotify) request_clear);
}

static gpointer
prepare_job (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Request *request = data;
  const HnSubmissionFacts facts = {
    .sent_on = request->sent_on,
    .sent_to = request->sent_to,
    .number = request->number,
    .note = request->note,
  };

  return hn_submission_prepare (reg, request->options, &facts, hn_gauge_tell, request->gauge, cancellable, error);
}

static gboolean
keep_work (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Request *request = data;

  if (!hn_register_save (reg, request->record, error))
    return FALSE;

  request->id = hn_record_get_id (request->record);

  return TRUE;
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 change;

  if (hn_store_change_finish (HN_STORE (source), result, &change, &error))
    g_task_return_pointer (task, g_memdup2 (&change, sizeof change), g_free);
  else
    g_task_return_error (task, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->record = hn_store_read_finish (HN_STORE (source), result, &error);
  if (request->record == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  hn_store_change_async (HN_STORE (source), request->title, keep_work, g_atomic_rc_box_acquire (request), request_unref,
                         g_task_get_cancellable (task), kept_cb, g_object_ref (task));
}

/**
 * hn_send_async:
 * @title: what the history calls it
 * @facts: as of hn_submission_freeze(), but for a workbook of its own
 * @gauge: told how far it is
 *
 * Freezes the report as it is now.
 */
void
hn_send_async (HnStore                  *store,
               const char               *title,
               const HnReportOptions    *options,
               const HnSubmissionFacts  *facts,
               HnGauge                  *gauge,
               GCancellable             *cancellable,
               GAsyncReadyCallback       callback,
               gpointer                  user_data)
{
  Request *request;
  GTask *task;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (options != NULL && facts != NULL);

  request = g_atomic_rc_box_new0 (Request);
  request->options = hn_report_options_copy (options);
  request->sent_on = facts->sent_on;
  request->sent_to = g_strdup (facts->sent_to);
  request->number = g_strdup (facts->number);
  request->note = g_strdup (facts->note);
  request->gauge = g_object_ref (gauge);
  request->title = g_strdup (title);

  task = g_task_new (store, cancellable, callback, user_data);
  /* Once it is kept it is too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (request), request_unref);
  hn_store_read_async (store, prepare_job, request, request_unref, (GDestroyNotify) hn_record_unref, cancellable,
                       prepared_cb, task);
}

/**
 * hn_send_finish:
 * @change: (out) (optional): the change, for hn_store_revert_async()
 *
 * Returns: the submission, or 0; nothing is kept then
 */
gint64
hn_send_finish (HnStore       *store,
                GAsyncResult  *result,
                gint64        *change,
                GError       **error)
{
  g_autofree gint64 *number = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), 0);

  number = g_task_propagate_pointer (G_TASK (result), error);
  if (number == NULL)
    return 0;
  if (change != NULL)
    *change = *number;

  return ((Request *) g_task_get_task_data (G_TASK (result)))->id;
}
