/* What a person typed for a field, where the register must know what it means: names of records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-clean.h"
#include "hn-fold.h"
#include "hn-query.h"
#include "hn-register-private.h"
#include "hn-value.h"

/* How many records are named to a person who must choose among them. */
#define MAX_NAMED 3

typedef struct
{
  const HnKind *kind;
  gint64        id;
} Candidate;

/* What was typed, made comparable. */
typedef struct
{
  const char *text;
  char       *folded;
  char       *marked;
  HnQuery    *query;
  GArray     *exact;  /* of Candidate: with the very marks that were typed */
  GArray     *plain;  /* of Candidate: without regard to marks */
} Wanted;

static void
wanted_init (Wanted     *wanted,
             const char *text)
{
  wanted->text = text;
  wanted->folded = hn_text_fold (text);
  wanted->marked = hn_text_mark (text);
  wanted->query = hn_query_new (text);
  wanted->exact = g_array_new (FALSE, FALSE, sizeof (Candidate));
  wanted->plain = g_array_new (FALSE, FALSE, sizeof (Candidate));
}

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->folded);
  g_free (wanted->marked);
  g_clear_pointer (&wanted->query, hn_query_unref);
  g_clear_pointer (&wanted->exact, g_array_unref);
  g_clear_pointer (&wanted->plain, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static HnMatch
compare_name (const Wanted *wanted,
              const char   *name)
{
  g_autofree char *clean = hn_text_clean (name, HN_CLEAN_LINE);
  g_autofree char *folded = hn_text_fold (clean);
  g_autofree char *marked = NULL;

  if (!g_str_equal (folded, wanted->folded))
    return HN_MATCH_NONE;

  marked = hn_text_mark (clean);

  return g_str_equal (marked, wanted->marked) ? HN_MATCH_EXACT : HN_MATCH_WORD;
}

/* Of the names that a record goes by, the best match. */
static HnMatch
compare_record (HnRegister     *self,
                const Wanted   *wanted,
                const HnKind   *kind,
                const HnRecord *record)
{
  static const char *const names[] = { "name", "short_name", "name_en", "code", "number", "title", "aliases" };
  g_autofree char *title = hn_record_title (record);
  HnMatch best = compare_name (wanted, title);

  for (guint i = 0; i < G_N_ELEMENTS (names) && best != HN_MATCH_EXACT; i++)
    {
      const char *text = hn_kind_field_index (kind, names[i]) >= 0 ? hn_record_get_text (record, names[i]) : NULL;
      g_auto (GStrv) parts =
        text != NULL ? g_strsplit (text, g_str_equal (names[i], "aliases") ? ";" : "\n", -1) : NULL;

      for (guint j = 0; parts != NULL && parts[j] != NULL && best != HN_MATCH_EXACT; j++)
        {
          HnMatch match = compare_name (wanted, parts[j]);

          if (best == HN_MATCH_NONE || match == HN_MATCH_EXACT)
            best = match;
        }
    }

  return best;
}

static gboolean
consider (HnRegister    *self,
          Wanted        *wanted,
          const HnKind  *kind,
          gint64         id,
          GError       **error)
{
  Candidate candidate = { kind, id };
  g_autoptr (HnRecord) record = hn_register_find (self, kind, id, error);
  HnMatch match;

  if (record == NULL)
    return FALSE;

  hn_register_fill_shown (self, record);
  match = compare_record (self, wanted, kind, record);
  if (match == HN_MATCH_EXACT)
    g_array_append_val (wanted->exact, candidate);
  else if (match != HN_MATCH_NONE)
    g_array_append_val (wanted->plain, candidate);

  return TRUE;
}

/* Whatever is called so also has those words in the text that it is found by; only few records have. */
static gboolean
find_named (HnRegister    *self,
            Wanted        *wanted,
            const HnKind  *kind,
            GError       **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"id\", \"folded\", \"marked\" FROM \"search_%s\" ORDER BY \"id\"", kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  while (hn_statement_next (&statement, error))
    {
      if (hn_query_match (wanted->query, hn_statement_text (&statement, 1), hn_statement_text (&statement, 2))
            != HN_MATCH_NONE
          && !consider (self, wanted, kind, hn_statement_integer (&statement, 0), error))
        return FALSE;
    }

  return !statement.failed;
}

static GVariant *
refuse_ambiguous (HnRegister    *self,
                  const Wanted  *wanted,
                  GArray        *candidates,
                  GError       **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MAX_NAMED); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      g_autofree char *title = hn_register_get_title (self, candidate->kind, candidate->id);

      g_string_append_printf (names, "%s%s (%s:%" G_GINT64_FORMAT ")", i > 0 ? "; " : "", title, candidate->kind->name,
                              candidate->id);
    }
  if (candidates->len > MAX_NAMED)
    g_string_append (names, "; …");
  g_set_error (error, HN_KIND_ERROR, HN_KIND_ERROR_AMBIGUOUS,
               _("“%s” is the name of several: %s. Write the one that is meant as kind:number."), wanted->text,
               names->str);

  return NULL;
}

static GVariant *
make_reference (const Candidate *candidate)
{
  return g_variant_new ("(sx)", candidate->kind->name, candidate->id);
}

/* NULL without an error: nothing is called so. */
static GVariant *
parse_name (HnRegister     *self,
            const HnField  *field,
            const char     *text,
            GError        **error)
{
  g_auto (Wanted) wanted = { 0 };
  g_auto (GStrv) targets = hn_field_list_targets (field);
  GArray *found;

  wanted_init (&wanted, text);
  if (hn_query_is_empty (wanted.query))
    return NULL;

  for (guint i = 0; targets[i] != NULL; i++)
    {
      if (!find_named (self, &wanted, hn_kind_lookup (targets[i]), error))
        return NULL;
    }

  found = wanted.exact->len > 0 ? wanted.exact : wanted.plain;
  if (found->len > 1)
    return refuse_ambiguous (self, &wanted, found, error);

  return found->len == 1 ? make_reference (&g_array_index (found, Candidate, 0)) : NULL;
}

static gboolean
read_id (const char *text,
         gint64     *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;

  *id = (gint64) number;

  return TRUE;
}

/* "kind:id", or an id alone; NULL where the text is neither, or nothing has that id. */
static GVariant *
parse_id (HnRegister    *self,
          const HnField *field,
          const char    *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *name = colon != NULL ? g_strstrip (g_strndup (text, (gsize) (colon - text))) : NULL;
  g_auto (GStrv) targets = hn_field_list_targets (field);
  const HnKind *named = name != NULL ? hn_kind_lookup (name) : NULL;
  gint64 id;

  if ((colon != NULL && named == NULL) || !read_id (g_strchug ((char *) (colon != NULL ? colon + 1 : text)), &id))
    return NULL;

  for (guint i = 0; targets[i] != NULL; i++)
    {
      Candidate candidate = { hn_kind_lookup (targets[i]), id };

      if ((named == NULL || hn_kind_stored (named) == candidate.kind) && hn_register_exists (self, candidate.kind, id))
        return make_reference (&candidate);
    }

  return NULL;
}

static char *
describe_targets (const HnField *field)
{
  g_auto (GStrv) targets = hn_field_list_targets (field);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; targets[i] != NULL; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", hn_kind_get_label (hn_kind_lookup (targets[i])));

  return g_string_free_and_steal (labels);
}

static GVariant *
parse_reference (HnRegister     *self,
                 const HnField  *field,
                 const char     *text,
                 GError        **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *targets = NULL;
  GVariant *value = parse_id (self, field, text);

  if (value == NULL)
    value = parse_name (self, field, text, &reason);
  if (value != NULL)
    return value;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if ((field->flags & HN_FIELD_FREE_TEXT) != 0)
    return g_variant_new_string (text);

  targets = describe_targets (field);
  g_set_error (
    error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE,
    _("Nothing in the register is called “%s” that “%s” can point to (%s). Add it first, or write its exact name."),
    text, hn_field_get_label (field), targets);

  return NULL;
}

/* A code names its country and nothing else. */
static GVariant *
parse_country_code (HnRegister *self,
                    const char *text)
{
  g_autofree char *code = g_ascii_strup (text, -1);

  return strlen (code) == 2 && hn_register_find_country (self, code) != 0 ? g_variant_new_string (code) : NULL;
}

/* The register's own countries go before the program's table: the office may have added and renamed some. */
static GVariant *
parse_country (HnRegister     *self,
               const HnField  *field,
               const char     *text,
               GError        **error)
{
  const HnField by_name = {
    .name = field->name, .label = field->label, .type = HN_TYPE_REFERENCE, .targets = "country"
  };
  GVariant *code = parse_country_code (self, text);
  g_autoptr (GVariant) found = NULL;
  g_autoptr (HnRecord) country = NULL;
  gint64 id;

  if (code != NULL)
    return code;

  found = parse_name (self, &by_name, text, NULL);
  if (found != NULL)
    {
      g_variant_ref_sink (found);
      g_variant_get (found, "(sx)", NULL, &id);
      country = hn_register_find (self, hn_kind_lookup ("country"), id, error);
      return country != NULL ? g_variant_new_string (hn_record_get_text (country, "code")) : NULL;
    }

  return hn_value_parse (field, text, NULL, hn_date_today (), error);
}

static GVariant *
parse_one (HnRegister     *self,
           const HnField  *field,
           const char     *text,
           GError        **error)
{
  HnField single = *field;

  single.flags &= ~(HnFieldFlags) HN_FIELD_MULTIPLE;

  return field->type == HN_TYPE_COUNTRY ? parse_country (self, &single, text, error)
                                        : parse_reference (self, &single, text, error);
}

static gboolean
add_part (HnRegister     *self,
          const HnField  *field,
          const char     *text,
          GPtrArray      *values,
          GError        **error)
{
  g_autoptr (GVariant) value = parse_one (self, field, text, error);

  if (value == NULL)
    return FALSE;

  g_variant_ref_sink (value);
  if (!g_ptr_array_find_with_equal_func (values, value, g_variant_equal, NULL))
    g_ptr_array_add (values, g_steal_pointer (&value));

  return TRUE;
}

/* Names may hold a comma themselves, so the whole is tried before it is cut. */
static gboolean
add_parts (HnRegister     *self,
           const HnField  *field,
           const char     *text,
           const char     *separators,
           GPtrArray      *values,
           GError        **error)
{
  const char separator[] = { separators[0], '\0' };
  g_auto (GStrv) parts = NULL;

  if (separators[0] == '\0')
    return add_part (self, field, text, values, error);
  if (strchr (text, separators[0]) == NULL)
    return add_parts (self, field, text, separators + 1, values, error);
  if (add_part (self, field, text, values, NULL))
    return TRUE;

  parts = g_strsplit (text, separator, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part != '\0' && !add_parts (self, field, part, separators + 1, values, error))
        return FALSE;
    }

  return TRUE;
}

static GVariant *
parse_several (HnRegister     *self,
               const HnField  *field,
               const char     *text,
               GError        **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  if (!add_parts (self, field, text, ";,", values, error))
    return NULL;

  return values->len > 0 ? g_variant_new_array (NULL, (GVariant *const *) values->pdata, values->len) : NULL;
}

/**
 * hn_register_parse:
 * @self: a register
 * @field: a field
 * @text: what a person typed for it
 * @currency: (nullable): of an amount, the code of its currency; %NULL is VND
 * @error: return location for an error in %HN_KIND_ERROR
 *
 * A reference is a number, "kind:number", or what a record is called: its title, name, short name, code or number,
 * whatever the capitals, and whatever the marks where that leaves only one. Words that name nothing stay words
 * where the field takes them. Several are separated by `;` or `,`.
 *
 * Returns: (transfer full) (nullable): the value; %NULL without an error if @text is empty, which unsets the field
 */
GVariant *
hn_register_parse (HnRegister     *self,
                   const HnField  *field,
                   const char     *text,
                   const char     *currency,
                   GError        **error)
{
  g_autofree char *clean = NULL;
  GVariant *value;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (field->type != HN_TYPE_REFERENCE && field->type != HN_TYPE_COUNTRY)
    {
      value = hn_value_parse (field, text, currency, hn_date_today (), error);
    }
  else
    {
      clean = g_strstrip (hn_text_clean (text, HN_CLEAN_LINE));
      if (*clean == '\0')
        return NULL;
      value = (field->flags & HN_FIELD_MULTIPLE) != 0 ? parse_several (self, field, clean, error)
                                                      : parse_one (self, field, clean, error);
    }

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

/**
 * hn_register_set_input:
 * @self: a register
 * @record: a record
 * @field: what a person calls one of its fields
 * @text: what was typed; empty unsets the field
 * @error: return location for an error in %HN_KIND_ERROR
 *
 * Does to other fields what hn_record_edit() does, and fills in what a reference is called.
 *
 * Returns: whether the record has the value now
 */
gboolean
hn_register_set_input (HnRegister  *self,
                       HnRecord    *record,
                       const char  *field,
                       const char  *text,
                       GError     **error)
{
  const HnKind *kind;
  const HnField *found;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  kind = hn_record_get_kind (record);
  found = hn_kind_find_field (kind, field);
  if (found == NULL || (found->type != HN_TYPE_REFERENCE && found->type != HN_TYPE_COUNTRY))
    return hn_record_set_input (record, field, text, hn_date_today (), error);

  value = hn_register_parse (self, found, text, NULL, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!hn_record_edit (record, found->name, value, error))
    return FALSE;

  hn_register_fill_shown (self, record);

  return TRUE;
}
