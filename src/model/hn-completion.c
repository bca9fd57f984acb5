/* What a person may mean who types a reference or a country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-completion.h"

#include "hn-clean.h"
#include "hn-fold.h"
#include "hn-value.h"

#define MAX_DETAILS 2

typedef struct
{
  const HnField *field;
  char *text;
  guint limit;
} Request;

static void
request_free (Request *request)
{
  g_free (request->text);
  g_free (request);
}

/**
 * hn_candidate_free:
 *
 * A #GDestroyNotify for lists of candidates.
 */
void
hn_candidate_free (HnCandidate *candidate)
{
  g_clear_pointer (&candidate->value, g_variant_unref);
  g_free (candidate->title);
  g_free (candidate->detail);
  g_free (candidate);
}

/**
 * hn_candidate_name:
 * @field: holds one country or several
 * @country: one of them
 *
 * Returns: (transfer full): what the country is called
 */
char *
hn_candidate_name (const HnField *field,
                   GVariant      *country)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (country);

  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    {
      g_autoptr (GVariant) values = g_variant_ref_sink (g_variant_new_array (NULL, &value, 1));

      return hn_value_to_input (field, values, NULL);
    }

  return hn_value_to_input (field, value, NULL);
}

/* A birth, a place or what it belongs to tells more than whether somebody is a man. */
static gboolean
tells_apart (const HnField *field)
{
  return field->type == HN_TYPE_DATE || field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY;
}

static void
add_details (const HnRecord *record,
             const char     *title,
             gboolean        telling,
             GPtrArray      *details)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields && details->len < MAX_DETAILS; i++)
    {
      const HnField *field = &kind->fields[i];
      g_autofree char *printed = NULL;

      if ((field->flags & HN_FIELD_LIST) == 0 || tells_apart (field) != telling)
        continue;
      printed = hn_record_print (record, field->name);
      if (*printed != '\0' && strstr (title, printed) == NULL)
        g_ptr_array_add (details, g_steal_pointer (&printed));
    }
}

/**
 * hn_candidate_describe:
 * @title: what the record is called
 *
 * Returns: (transfer full) (nullable): columns of its list beside the title, by which a clerk tells namesakes apart
 */
char *
hn_candidate_describe (const HnRecord *record,
                       const char     *title)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_null_terminated (MAX_DETAILS, g_free, TRUE);

  g_return_val_if_fail (record != NULL && title != NULL, NULL);

  add_details (record, title, TRUE, details);
  add_details (record, title, FALSE, details);

  return details->len > 0 ? g_strjoinv (" · ", (char **) details->pdata) : NULL;
}

static HnCandidate *
candidate_new (const HnField  *field,
               const HnRecord *record)
{
  HnCandidate *candidate = g_new0 (HnCandidate, 1);

  if (field->type == HN_TYPE_COUNTRY)
    {
      candidate->value = g_variant_ref_sink (g_variant_new_string (hn_record_get_text (record, "code")));
      candidate->title = hn_candidate_name (field, candidate->value);
      return candidate;
    }

  candidate->value =
    g_variant_ref_sink (g_variant_new ("(sx)", hn_record_get_kind (record)->name, hn_record_get_id (record)));
  candidate->title = hn_record_title (record);
  candidate->detail = hn_candidate_describe (record, candidate->title);

  return candidate;
}

/* --- records that are not there yet -------------------------------------- */

static gboolean
is_words (const HnField *field)
{
  return field->type == HN_TYPE_TEXT || field->type == HN_TYPE_NAME || field->type == HN_TYPE_NOTE;
}

/**
 * hn_completion_title_field:
 *
 * Returns: (nullable): the field of a record to which its name goes, where it has one
 */
const HnField *
hn_completion_title_field (const HnKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      g_autofree char *part = g_strdup_printf ("{%s}", field->name);

      if (is_words (field) && (field->flags & HN_FIELD_REQUIRED) != 0 && strstr (kind->title, part) != NULL)
        return field;
    }

  return NULL;
}

/* Whether a record of a kind is among the candidates that is called just so. */
static gboolean
is_offered (GPtrArray    *candidates,
            const HnKind *kind,
            const char   *folded)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const HnCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *title = hn_text_fold (candidate->title);
      const char *name;

      if (candidate->value == NULL || !g_variant_is_of_type (candidate->value, G_VARIANT_TYPE ("(sx)")))
        continue;
      g_variant_get (candidate->value, "(&sx)", &name, NULL);
      if (g_str_equal (name, kind->name) && g_str_equal (title, folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * hn_candidates_add_new:
 * @candidates: (element-type HnCandidate): what hn_complete_finish() found
 * @field: a reference
 * @text: what was typed
 *
 * Offers to create a record that is called @text, of each kind that the field may point to, where there is none yet.
 */
void
hn_candidates_add_new (GPtrArray     *candidates,
                       const HnField *field,
                       const char    *text)
{
  g_autofree char *clean = NULL, *folded = NULL;
  g_auto (GStrv) targets = NULL;

  g_return_if_fail (candidates != NULL && field != NULL && text != NULL);

  clean = hn_text_clean (text, HN_CLEAN_LINE);
  if (field->type != HN_TYPE_REFERENCE || *clean == '\0' || g_str_equal (field->targets, "*"))
    return;

  folded = hn_text_fold (clean);
  targets = hn_field_list_targets (field);
  for (guint i = 0; targets[i] != NULL; i++)
    {
      const HnKind *kind = hn_kind_lookup (targets[i]);
      HnCandidate *candidate;

      if (hn_completion_title_field (kind) == NULL || is_offered (candidates, kind, folded))
        continue;
      candidate = g_new0 (HnCandidate, 1);
      candidate->title = g_strdup (clean);
      candidate->create = kind;
      g_ptr_array_add (candidates, candidate);
    }
}

/* --- records that are there ---------------------------------------------- */

static gboolean
add_candidates (HnRegister     *reg,
                const Request  *request,
                const HnKind   *kind,
                GPtrArray      *candidates,
                GCancellable   *cancellable,
                GError        **error)
{
  const HnListing listing = { .kind = kind, .search = request->text, .limit = request->limit };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, cancellable, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HnRecord) record = hn_register_load (reg, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (candidates, candidate_new (request->field, record));
    }

  return TRUE;
}

static gpointer
complete_job (HnRegister    *reg,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_candidate_free);
  g_auto (GStrv) targets = NULL;

  if (request->field->type == HN_TYPE_COUNTRY)
    return add_candidates (reg, request, hn_kind_lookup ("country"), candidates, cancellable, error)
             ? g_steal_pointer (&candidates)
             : NULL;

  targets = hn_field_list_targets (request->field);
  for (guint i = 0; targets[i] != NULL; i++)
    if (!add_candidates (reg, request, hn_kind_lookup (targets[i]), candidates, cancellable, error))
      return NULL;

  return g_steal_pointer (&candidates);
}

/**
 * hn_complete_async:
 * @field: a reference or a country
 * @text: what was typed, with or without marks; empty asks for the first of all
 * @limit: how many of each kind
 *
 * Finds what @text may mean on a reading thread.
 */
void
hn_complete_async (HnStore             *store,
                   const HnField       *field,
                   const char          *text,
                   guint                limit,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Request *request;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (field != NULL && text != NULL);

  request = g_new0 (Request, 1);
  request->field = field;
  request->text = *text != '\0' ? g_strdup (text) : NULL;
  request->limit = limit;

  hn_store_read_async (store, complete_job, request, (GDestroyNotify) request_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * hn_complete_finish:
 *
 * Returns: (transfer full) (nullable) (element-type HnCandidate): the best first, kind by kind
 */
GPtrArray *
hn_complete_finish (HnStore       *store,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  return hn_store_read_finish (store, result, error);
}
