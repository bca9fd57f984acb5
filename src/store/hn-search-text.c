/* What a record is found and ordered by: a row of search_KIND beside it, made from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-number.h"
#include "hn-query.h"
#include "hn-register-private.h"
#include "hn-sort-key.h"

/**
 * hn_search_depends_on:
 *
 * Returns: whether what is shown of others by @field shows in what is shown of records of @kind
 */
gboolean
hn_search_depends_on (const HnKind  *kind,
                      const HnField *field)
{
  return hn_kind_title_uses (kind, field);
}

/* --- the text -------------------------------------------------------- */

static void
add_country (HnRegister *self,
             HnHaystack *haystack,
             const char *code)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self,
                             "SELECT \"name\", \"name_en\", \"aliases\" FROM \"country\" WHERE \"code\" = ?1", NULL))
    return;

  hn_statement_bind_text (&statement, 1, code);
  if (!hn_statement_next (&statement, NULL))
    return;

  for (int i = 0; i < 3; i++)
    {
      if (!hn_statement_is_null (&statement, i))
        hn_haystack_add (haystack, hn_statement_text (&statement, i));
    }
}

static void
add_reference (HnRegister *self,
               HnHaystack *haystack,
               const char *kind_name,
               gint64      id)
{
  const HnKind *kind = hn_kind_lookup (kind_name);
  g_autofree char *title = kind != NULL ? hn_register_title_words (self, kind, id) : NULL;

  if (title != NULL)
    hn_haystack_add_name (haystack, title);
}

static void
add_value (HnRegister    *self,
           HnHaystack    *haystack,
           const HnField *field,
           GVariant      *value)
{
  const char *kind;
  gint64 id;

  if (field->type == HN_TYPE_COUNTRY)
    {
      add_country (self, haystack, g_variant_get_string (value, NULL));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      hn_haystack_add_name (haystack, g_variant_get_string (value, NULL));
    }
  else
    {
      g_variant_get (value, "(&sx)", &kind, &id);
      add_reference (self, haystack, kind, id);
    }
}

/* As printed, 150.000.000 đồng, and as a person might type it who looks for it, 150000000. */
static void
add_number (HnHaystack     *haystack,
            const HnRecord *record,
            const HnField  *field,
            GVariant       *value)
{
  g_autofree char *printed = hn_record_print_vi (record, field->name);
  g_autofree char *plain = NULL;

  hn_haystack_add (haystack, printed);
  if (field->type != HN_TYPE_INTEGER && field->type != HN_TYPE_MONEY)
    return;

  plain = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  if (strlen (plain) > 3)
    hn_haystack_add (haystack, plain);
}

static void
add_field (HnRegister     *self,
           HnHaystack     *haystack,
           const HnRecord *record,
           const HnField  *field,
           GVariant       *value)
{
  g_autofree char *printed = NULL;

  switch (field->type)
    {
    case HN_TYPE_NAME:
      hn_haystack_add_name (haystack, g_variant_get_string (value, NULL));
      break;
    case HN_TYPE_PHONE:
      hn_haystack_add_phone (haystack, g_variant_get_string (value, NULL));
      break;
    case HN_TYPE_TEXT:
      /* Offices speak of organizations by their initials too. */
      if (hn_kind_title_uses (hn_record_get_kind (record), field))
        hn_haystack_add_name (haystack, g_variant_get_string (value, NULL));
      else
        hn_haystack_add (haystack, g_variant_get_string (value, NULL));
      break;
    case HN_TYPE_NOTE:
    case HN_TYPE_EMAIL:
    case HN_TYPE_CURRENCY:
      hn_haystack_add (haystack, g_variant_get_string (value, NULL));
      break;
    case HN_TYPE_INTEGER:
    case HN_TYPE_DECIMAL:
    case HN_TYPE_PERCENT:
    case HN_TYPE_MONEY:
      add_number (haystack, record, field, value);
      break;
    case HN_TYPE_DATE:
      printed = hn_record_print_vi (record, field->name);
      hn_haystack_add (haystack, printed);
      break;
    case HN_TYPE_COUNTRY:
    case HN_TYPE_REFERENCE:
      add_value (self, haystack, field, value);
      break;
    /* What is chosen from a list is no text: "nam" would find every man, "dong" all that is active. */
    case HN_TYPE_CHOICE:
    case HN_TYPE_BOOLEAN:
    case HN_TYPE_BYTES:
      break;
    default:
      g_assert_not_reached ();
    }
}

static HnHaystack *
make_haystack (HnRegister     *self,
               const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);
  HnHaystack *haystack = hn_haystack_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      GVariant *value = hn_record_get (record, field->name);

      if (value == NULL)
        continue;
      if ((field->flags & HN_FIELD_MULTIPLE) == 0)
        {
          add_field (self, haystack, record, field, value);
          continue;
        }
      for (gsize j = 0; j < g_variant_n_children (value); j++)
        {
          g_autoptr (GVariant) child = g_variant_get_child_value (value, j);

          add_field (self, haystack, record, field, child);
        }
    }

  return haystack;
}

/* --- the order ------------------------------------------------------- */

static GBytes *
person_key (HnRegister *self,
            gint64      id)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, "SELECT \"name\", \"name_order\" FROM \"person\" WHERE \"id\" = ?1",
                             NULL))
    return NULL;

  hn_statement_bind_integer (&statement, 1, id);
  if (!hn_statement_next (&statement, NULL))
    return NULL;

  return hn_sort_key_name (hn_statement_text (&statement, 0), hn_statement_text (&statement, 1));
}

static GBytes *
reference_key (HnRegister *self,
               GVariant   *value)
{
  g_autofree char *title = NULL;
  const char *kind;
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return hn_sort_key_text (g_variant_get_string (value, NULL));

  g_variant_get (value, "(&sx)", &kind, &id);
  if (g_str_equal (kind, "person"))
    return person_key (self, id);

  title = hn_kind_lookup (kind) != NULL ? hn_register_title_words (self, hn_kind_lookup (kind), id) : NULL;

  return hn_sort_key_text (title);
}

static GBytes *
number_key (GVariant *value)
{
  /* Offset so that what is below zero stands before zero in bytes too. */
  guint64 big = GUINT64_TO_BE ((guint64) g_variant_get_int64 (value) ^ G_GUINT64_CONSTANT (0x8000000000000000));

  return g_bytes_new (&big, sizeof big);
}

static GBytes *
field_key (HnRegister     *self,
           const HnRecord *record,
           const HnField  *field)
{
  GVariant *value = hn_record_get (record, field->name);

  if (value == NULL)
    return NULL;
  if (field->type == HN_TYPE_NAME)
    return hn_sort_key_name (g_variant_get_string (value, NULL), hn_record_get_text (record, "name_order"));
  if (field->type == HN_TYPE_REFERENCE)
    return reference_key (self, value);
  if (hn_field_is_number (field))
    return number_key (value);
  if (field->type == HN_TYPE_DATE)
    return g_variant_get_data_as_bytes (value);

  return hn_sort_key_text (g_variant_get_string (value, NULL));
}

/* Records that are alike in what orders them stand by their titles, upwards even in a list that runs down. */
static void
append_title_key (GByteArray *key,
                  GBytes     *title,
                  gboolean    descending)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (title, &size);

  for (gsize i = 0; i < size; i++)
    {
      guint8 byte = descending ? (guint8) ~bytes[i] : bytes[i];

      g_byte_array_append (key, &byte, 1);
    }
  if (descending)
    g_byte_array_append (key, (const guint8 *) "\xff", 1);
}

static GBytes *
make_sort_key (HnRegister     *self,
               const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);
  gboolean descending = kind->order[0] == '-';
  const HnField *field = hn_kind_get_field (kind, kind->order + (descending ? 1 : 0));
  g_autoptr (GBytes) main = field_key (self, record, field);
  g_autofree char *title = NULL;
  g_autoptr (GBytes) title_key = NULL;
  GByteArray *key;

  if (main != NULL && strchr (kind->title, '{') == strrchr (kind->title, '{') && hn_kind_title_uses (kind, field))
    return g_steal_pointer (&main);

  title = hn_record_title_words (record);
  title_key = hn_sort_key_text (title);
  key = g_byte_array_new ();
  if (main != NULL)
    g_byte_array_append (key, g_bytes_get_data (main, NULL), (guint) g_bytes_get_size (main));
  g_byte_array_append (key, (const guint8 *) "", 1);
  append_title_key (key, title_key, descending);

  return g_byte_array_free_to_bytes (key);
}

/* --- the row --------------------------------------------------------- */

/**
 * hn_search_write:
 * @self: a register in a transaction
 * @record: a record as it is stored
 * @fresh: whether it is new, so that nothing is to be replaced
 * @error: return location
 *
 * Returns: whether its search row is as it must be
 */
gboolean
hn_search_write (HnRegister  *self,
                 HnRecord    *record,
                 gboolean     fresh,
                 GError     **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autofree char *sql = g_strdup_printf ("%s INTO \"search_%s\" (\"id\", \"sort_key\", \"folded\", \"marked\")"
                                          " VALUES (?1, ?2, ?3, ?4)",
                                          fresh ? "INSERT" : "REPLACE", kind->name);
  g_autoptr (HnHaystack) haystack = NULL;
  g_autoptr (GBytes) key = NULL;
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  hn_register_fill_shown (self, record);
  haystack = make_haystack (self, record);
  key = make_sort_key (self, record);
  hn_statement_bind_integer (&statement, 1, hn_record_get_id (record));
  hn_statement_bind_bytes (&statement, 2, key);
  hn_statement_bind_text (&statement, 3, hn_haystack_folded (haystack));
  hn_statement_bind_text (&statement, 4, hn_haystack_marked (haystack));

  return hn_statement_run (&statement, error);
}

static gboolean
remove_row (HnRegister    *self,
            const HnKind  *kind,
            gint64         id,
            GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"search_%s\" WHERE \"id\" = ?1", kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, id);

  return hn_statement_run (&statement, error);
}

/**
 * hn_search_remake:
 * @self: a register in a transaction
 * @kind: a stored kind
 * @id: a record that was written or deleted
 * @error: return location
 *
 * Returns: whether its search row is as it must be, which is none where it is not there
 */
gboolean
hn_search_remake (HnRegister    *self,
                  const HnKind  *kind,
                  gint64         id,
                  GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (HnRecord) record = hn_register_find (self, kind, id, &reason);

  if (record != NULL)
    return hn_search_write (self, record, FALSE, error);
  if (reason == NULL)
    return remove_row (self, kind, id, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/**
 * hn_search_compare:
 * @self: a register
 * @record: a record as it is stored
 * @same: (out): whether its search row is as it must be
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
hn_search_compare (HnRegister  *self,
                   HnRecord    *record,
                   gboolean    *same,
                   GError     **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"sort_key\", \"folded\", \"marked\" FROM \"search_%s\" WHERE \"id\" = ?1",
                     hn_record_get_kind (record)->name);
  g_autoptr (HnHaystack) haystack = NULL;
  g_autoptr (GBytes) key = NULL;
  g_auto (HnStatement) statement = { 0 };

  *same = FALSE;
  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, hn_record_get_id (record));
  if (!hn_statement_next (&statement, error))
    return !statement.failed;

  hn_register_fill_shown (self, record);
  haystack = make_haystack (self, record);
  key = make_sort_key (self, record);
  *same = (gsize) sqlite3_column_bytes (statement.stmt, 0) == g_bytes_get_size (key)
          && memcmp (sqlite3_column_blob (statement.stmt, 0), g_bytes_get_data (key, NULL), g_bytes_get_size (key)) == 0
          && g_strcmp0 (hn_statement_text (&statement, 1), hn_haystack_folded (haystack)) == 0
          && g_strcmp0 (hn_statement_text (&statement, 2), hn_haystack_marked (haystack)) == 0;

  return TRUE;
}
