/* One field of several records set to the same value, as one change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-bulk-change.h"

#include <string.h>

#include "hn-edit-check.h"

/* Between two looks at whether it is still wanted. */
#define PIECE 200

/* More than a person reads; that nothing can be saved is known with the first. */
#define MOST_REFUSALS 100

typedef struct
{
  const HnKind *kind;
  GArray *ids;
  const HnField *field;
  GVariant *value;
  char *words; /* name the record or country that is meant, or NULL */
  HnGauge *gauge;
  GPtrArray *refusals;
} Request;

static void
request_clear (Request *request)
{
  g_array_unref (request->ids);
  g_clear_pointer (&request->value, g_variant_unref);
  g_free (request->words);
  g_object_unref (request->gauge);
  g_clear_pointer (&request->refusals, g_ptr_array_unref);
}

static void
request_unref (gpointer request)
{
  g_atomic_rc_box_release_full (request, (GDestroyNotify) request_clear);
}

/**
 * hn_bulk_result_free:
 *
 * Frees it with the refusals in it.
 */
void
hn_bulk_result_free (HnBulkResult *result)
{
  g_ptr_array_unref (result->refusals);
  g_free (result);
}

/* --- which fields -------------------------------------------------------- */

static gboolean
is_name_of (const HnKind  *kind,
            const HnField *field)
{
  g_autofree char *part = g_strdup_printf ("{%s}", field->name);

  return hn_field_is_text (field) && strstr (kind->title, part) != NULL;
}

static gboolean
is_for_several (const HnKind  *kind,
                const HnField *field)
{
  switch (field->type)
    {
    case HN_TYPE_BYTES:
    case HN_TYPE_NAME:
      return FALSE;
    case HN_TYPE_MONEY:
      /* The same figure would be another amount where the currency is another. */
      if (field->currency != NULL)
        return FALSE;
      break;
    default:
      break;
    }

  /* What applies to some records only would be set in some only, and nobody would be told. */
  return (field->flags & (HN_FIELD_UNIQUE | HN_FIELD_FROZEN | HN_FIELD_OWN)) == 0 && field->when == NULL
         && !is_name_of (kind, field);
}

/**
 * hn_bulk_fields:
 *
 * Returns: (transfer full) (element-type HnField): what several records of @kind may well have in common: neither
 *   what they are told apart by, nor files, nor amounts and what else hangs on another of their fields
 */
GPtrArray *
hn_bulk_fields (const HnKind *kind)
{
  GPtrArray *fields;

  g_return_val_if_fail (kind != NULL, NULL);

  fields = g_ptr_array_new ();
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_for_several (kind, &kind->fields[i]))
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);

  return fields;
}

/* --- on the writing thread ----------------------------------------------- */

static gboolean
look_up (HnRegister  *reg,
         Request     *request,
         GError     **error)
{
  g_autoptr (GError) reason = NULL;
  GVariant *value;

  if (request->words == NULL)
    return TRUE;

  value = hn_register_parse (reg, request->field, request->words, NULL, &reason);
  if (reason != NULL)
    {
      g_autofree char *said = hn_edit_explain_words (request->words, reason);

      g_set_error_literal (error, reason->domain, reason->code, said);
      return FALSE;
    }
  request->value = value != NULL ? g_variant_take_ref (value) : NULL;

  return TRUE;
}

static gboolean
set_piece (HnRegister    *reg,
           Request       *request,
           guint          at,
           guint          n,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) refusals = NULL;

  if (!hn_register_set_fields (reg, request->kind, &g_array_index (request->ids, gint64, at), n, request->field->name,
                               request->value, cancellable, &refusals, error))
    return FALSE;
  if (refusals != NULL)
    g_ptr_array_extend_and_steal (request->refusals, g_steal_pointer (&refusals));

  return TRUE;
}

/* All or nothing: half of the records changed is what nobody asked for. */
static gboolean
change_work (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Request *request = data;
  guint n_ids = request->ids->len;

  if (!look_up (reg, request, error))
    return FALSE;

  for (guint at = 0; at < n_ids && request->refusals->len < MOST_REFUSALS; at += PIECE)
    {
      guint n = MIN (PIECE, n_ids - at);

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !set_piece (reg, request, at, n, cancellable, error))
        return FALSE;
      hn_gauge_tell ((double) (at + n) / n_ids, request->gauge);
    }
  if (request->refusals->len == 0)
    return TRUE;

  g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, "Not every record can take the value");

  return FALSE;
}

static void
changed_cb (GObject      *source,
            GAsyncResult *answer,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (HnBulkResult) result = g_new0 (HnBulkResult, 1);
  GError *error = NULL;
  gboolean changed = hn_store_change_finish (HN_STORE (source), answer, &result->change, &error);

  result->refusals = g_steal_pointer (&request->refusals);
  if (changed || result->refusals->len > 0)
    {
      g_clear_error (&error);
      g_task_return_pointer (task, g_steal_pointer (&result), (GDestroyNotify) hn_bulk_result_free);
      return;
    }

  g_task_return_error (task, error);
}

/**
 * hn_bulk_change_async:
 * @title: what the history calls it
 * @ids: (element-type gint64): which records
 * @value: (nullable): what the field gets; %NULL empties it
 * @words: (nullable): instead of @value, what was typed for a record or country and not chosen
 * @gauge: told how far it is
 *
 * Sets the field of every record, or of none where one of them cannot take the value.
 */
void
hn_bulk_change_async (HnStore             *store,
                      const char          *title,
                      const HnKind        *kind,
                      GArray              *ids,
                      const HnField       *field,
                      GVariant            *value,
                      const char          *words,
                      HnGauge             *gauge,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (kind != NULL && ids != NULL && field != NULL);
  g_return_if_fail (HN_IS_GAUGE (gauge));

  request = g_atomic_rc_box_new0 (Request);
  request->kind = kind;
  request->ids = g_array_copy (ids);
  request->field = field;
  request->value = value != NULL ? g_variant_ref_sink (value) : NULL;
  request->words = g_strdup (words);
  request->gauge = g_object_ref (gauge);
  request->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_refusal_free);

  task = g_task_new (store, NULL, callback, user_data);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (request), request_unref);
  hn_store_change_async (store, title, change_work, request, request_unref, cancellable, changed_cb, task);
}

/**
 * hn_bulk_change_finish:
 *
 * Returns: (transfer full): the change, or with refusals why there is none; %NULL with an error where it was
 *   cancelled, where the words name nothing, or where the register could not be written
 */
HnBulkResult *
hn_bulk_change_finish (HnStore       *store,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
