/* Functions of ours that SQL may call. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sql-functions.h"

#include "hn-query.h"
#include "hn-register-private.h"
#include "hn-sort-key.h"

static void
return_bytes (sqlite3_context *context,
              GBytes          *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_result_blob64 (context, data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

/* How many texts a connection remembers the keys of. */
#define N_KEYS 4096

/* The key of a text that was asked for. In most columns few texts stand in many rows. */
typedef struct
{
  char   *text;
  GBytes *key;
} KnownKey;

static void
free_keys (gpointer data)
{
  KnownKey *keys = data;

  for (gsize i = 0; i < N_KEYS; i++)
    {
      g_free (keys[i].text);
      g_clear_pointer (&keys[i].key, g_bytes_unref);
    }
  g_free (keys);
}

/* hn_sort_key (TEXT): the key that puts words in Vietnamese order. */
static void
sort_key (sqlite3_context  *context,
          int               n_arguments,
          sqlite3_value   **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  KnownKey *known = sqlite3_user_data (context);

  if (text == NULL)
    return;

  known += g_str_hash (text) % N_KEYS;
  if (known->key == NULL || !g_str_equal (known->text, text))
    {
      g_clear_pointer (&known->key, g_bytes_unref);
      g_set_str (&known->text, text);
      known->key = hn_sort_key_text (text);
    }
  return_bytes (context, known->key);
}

/* hn_title_key (KIND, ID): the key of what a record is called. */
static void
title_key (sqlite3_context *context,
           int              n_arguments,
           sqlite3_value  **arguments)
{
  HnRegister *reg = sqlite3_user_data (context);
  const HnKind *kind;
  g_autofree char *title = NULL;
  g_autoptr (GBytes) key = NULL;

  if (sqlite3_value_type (arguments[0]) == SQLITE_NULL || sqlite3_value_type (arguments[1]) == SQLITE_NULL)
    return;

  kind = hn_kind_lookup ((const char *) sqlite3_value_text (arguments[0]));
  title = kind != NULL ? hn_register_title_words (reg, kind, sqlite3_value_int64 (arguments[1])) : NULL;
  if (title == NULL)
    return;

  key = hn_sort_key_text (title);
  return_bytes (context, key);
}

/* hn_title (KIND, ID): what a record is called, in the words of a workbook. */
static void
title (sqlite3_context  *context,
       int               n_arguments,
       sqlite3_value   **arguments)
{
  HnRegister *reg = sqlite3_user_data (context);
  const HnKind *kind;
  char *words;

  if (sqlite3_value_type (arguments[0]) == SQLITE_NULL || sqlite3_value_type (arguments[1]) == SQLITE_NULL)
    return;

  kind = hn_kind_lookup ((const char *) sqlite3_value_text (arguments[0]));
  words = kind != NULL ? hn_register_title_words (reg, kind, sqlite3_value_int64 (arguments[1])) : NULL;
  if (words != NULL)
    sqlite3_result_text (context, words, -1, g_free);
}

static void
unref_query (gpointer query)
{
  hn_query_unref (query);
}

/* The words are the same for every row of a question: they are read once. */
static HnQuery *
get_query (sqlite3_context  *context,
           sqlite3_value   **arguments)
{
  HnQuery *query = sqlite3_get_auxdata (context, 0);

  if (query != NULL)
    return query;

  query = hn_query_new ((const char *) sqlite3_value_text (arguments[0]));
  sqlite3_set_auxdata (context, 0, query, unref_query);

  return sqlite3_get_auxdata (context, 0);
}

/* hn_is_found (WORDS, FOLDED, MARKED): whether a search for the words finds a search row. */
static void
is_found (sqlite3_context  *context,
          int               n_arguments,
          sqlite3_value   **arguments)
{
  HnQuery *query = get_query (context, arguments);

  sqlite3_result_int (context, query != NULL
                                 && hn_query_match (query, (const char *) sqlite3_value_text (arguments[1]),
                                                    (const char *) sqlite3_value_text (arguments[2]))
                                      != HN_MATCH_NONE);
}

typedef void (*AddFunc) (HnHaystack *haystack,
                         const char *text);

static const AddFunc add_text = hn_haystack_add;
static const AddFunc add_name = hn_haystack_add_name;
static const AddFunc add_phone = hn_haystack_add_phone;

/* hn_has_words (WORDS, TEXT...): whether the texts together have the words; of a name also its initials, of a phone
 * its digits however they are written. */
static void
has_words (sqlite3_context  *context,
           int               n_arguments,
           sqlite3_value   **arguments)
{
  const AddFunc *add = sqlite3_user_data (context);
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();
  HnQuery *query = get_query (context, arguments);
  gboolean any = FALSE;

  for (int i = 1; i < n_arguments; i++)
    {
      if (sqlite3_value_type (arguments[i]) == SQLITE_NULL)
        continue;
      (*add) (haystack, (const char *) sqlite3_value_text (arguments[i]));
      any = TRUE;
    }

  sqlite3_result_int (context, any && query != NULL
                                 && hn_query_match (query, hn_haystack_folded (haystack), hn_haystack_marked (haystack))
                                      != HN_MATCH_NONE);
}

/* hn_amount (TEXT, CURRENCY): an amount as typed, in the smallest unit of the currency. */
static void
amount (sqlite3_context *context,
        int              n_arguments,
        sqlite3_value  **arguments)
{
  const HnField field = { .name = "amount", .type = HN_TYPE_MONEY, .flags = HN_FIELD_SIGNED, .currency = "currency" };
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  const char *currency = (const char *) sqlite3_value_text (arguments[1]);
  g_autoptr (GVariant) value = NULL;

  if (text != NULL && currency != NULL)
    value = hn_value_parse (&field, text, currency, (HnDate) { 0 }, NULL);
  if (value != NULL)
    sqlite3_result_int64 (context, g_variant_get_int64 (g_variant_ref_sink (value)));
}

/**
 * hn_sql_functions_add:
 *
 * Makes the program's functions known to a connection; a schema may not call them.
 */
void
hn_sql_functions_add (HnRegister *reg)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  sqlite3_create_function_v2 (reg->db, "hn_sort_key", 1, flags, g_new0 (KnownKey, N_KEYS), sort_key, NULL, NULL,
                              free_keys);
  sqlite3_create_function_v2 (reg->db, "hn_title_key", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, reg, title_key, NULL, NULL,
                              NULL);
  sqlite3_create_function_v2 (reg->db, "hn_amount", 2, flags, NULL, amount, NULL, NULL, NULL);
  sqlite3_create_function_v2 (reg->db, "hn_title", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, reg, title, NULL, NULL, NULL);
  sqlite3_create_function_v2 (reg->db, "hn_is_found", 3, flags, NULL, is_found, NULL, NULL, NULL);
  sqlite3_create_function_v2 (reg->db, "hn_has_words", -1, flags, (gpointer) &add_text, has_words, NULL, NULL, NULL);
  sqlite3_create_function_v2 (reg->db, "hn_name_has_words", -1, flags, (gpointer) &add_name, has_words, NULL, NULL,
                              NULL);
  sqlite3_create_function_v2 (reg->db, "hn_phone_has_words", -1, flags, (gpointer) &add_phone, has_words, NULL, NULL,
                              NULL);
}
