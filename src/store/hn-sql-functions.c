/* Functions of ours that SQL may call. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sql-functions.h"

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

/* hn_sort_key (TEXT): the key that puts words in Vietnamese order. */
static void
sort_key (sqlite3_context *context,
          int              n_arguments,
          sqlite3_value  **arguments)
{
  g_autoptr (GBytes) key = NULL;

  if (sqlite3_value_type (arguments[0]) == SQLITE_NULL)
    return;

  key = hn_sort_key_text ((const char *) sqlite3_value_text (arguments[0]));
  return_bytes (context, key);
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

/* Makes them known to a connection; a schema may not call them. */
void
hn_sql_functions_add (HnRegister *reg)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  sqlite3_create_function_v2 (reg->db, "hn_sort_key", 1, flags, NULL, sort_key, NULL, NULL, NULL);
  sqlite3_create_function_v2 (reg->db, "hn_title_key", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, reg, title_key, NULL, NULL,
                              NULL);
  sqlite3_create_function_v2 (reg->db, "hn_amount", 2, flags, NULL, amount, NULL, NULL, NULL);
}
