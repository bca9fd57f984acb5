/* What a person may mean who types a reference or a country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-completion.h"

#include "hn-value.h"

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

void
hn_candidate_free (HnCandidate *candidate)
{
  g_variant_unref (candidate->value);
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

/* Two of the columns of its list beside the title, as a clerk would tell namesakes apart. */
static char *
describe (const HnRecord *record,
          const char     *title)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n_parts = 0;

  for (guint i = 0; i < kind->n_fields && n_parts < 2; i++)
    {
      const HnField *field = &kind->fields[i];
      g_autofree char *printed = NULL;

      if ((field->flags & HN_FIELD_LIST) == 0)
        continue;
      printed = hn_record_print (record, field->name);
      if (*printed == '\0' || strstr (title, printed) != NULL)
        continue;
      g_strv_builder_take (builder, g_steal_pointer (&printed));
      n_parts++;
    }
  parts = g_strv_builder_end (builder);

  return n_parts > 0 ? g_strjoinv (" · ", parts) : NULL;
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
  candidate->detail = describe (record, candidate->title);

  return candidate;
}

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
