/* What a change did, read from the changeset that was logged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-changeset.h"

#include <string.h>

#include "hn-register-private.h"

/* The values of one record on one side of a change. */
typedef enum
{
  SIDE_BEFORE,
  SIDE_AFTER,
} Side;

/* --- rows ------------------------------------------------------------ */

static GStrv
table_columns (HnRegister  *reg,
               const char  *table,
               GError     **error)
{
  GStrv known = g_hash_table_lookup (reg->columns, table);
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (HnStatement) statement = { 0 };

  if (known != NULL)
    return known;
  if (!hn_statement_prepare (&statement, reg, "SELECT \"name\" FROM pragma_table_info (?1) ORDER BY \"cid\"", error))
    return NULL;

  names = g_strv_builder_new ();
  hn_statement_bind_text (&statement, 1, table);
  while (hn_statement_next (&statement, error))
    g_strv_builder_add (names, hn_statement_text (&statement, 0));
  if (statement.failed)
    return NULL;

  known = g_strv_builder_end (names);
  g_hash_table_insert (reg->columns, g_strdup (table), known);

  return known;
}

/* A table is that of a kind, or KIND_FIELD of one of its lists. */
static gboolean
find_table (HnChangedRow *row,
            const char   *table)
{
  const HnKind *const *kinds;
  guint n_kinds;

  row->list = NULL;
  row->kind = hn_kind_lookup (table);
  if (row->kind != NULL && row->kind->base == NULL)
    return TRUE;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      gsize length = strlen (kinds[i]->name);

      if (kinds[i]->base != NULL || !g_str_has_prefix (table, kinds[i]->name) || table[length] != '_')
        continue;
      row->kind = kinds[i];
      row->list = hn_kind_get_field (kinds[i], table + length + 1);
      if (row->list != NULL)
        return TRUE;
    }

  return FALSE;
}

static sqlite3_value *
get_value (const HnChangedRow *row,
           int                 column,
           Side                side)
{
  sqlite3_value *value = NULL;

  if (side == SIDE_BEFORE && row->op != SQLITE_INSERT)
    sqlite3changeset_old (row->iter, column, &value);
  if (side == SIDE_AFTER && row->op != SQLITE_DELETE)
    sqlite3changeset_new (row->iter, column, &value);

  return value;
}

static gboolean
visit (HnRegister              *reg,
       sqlite3_changeset_iter  *iter,
       HnRowFunc                func,
       gpointer                 data,
       GError                 **error)
{
  HnChangedRow row = { .iter = iter };
  const char *table;
  int n_columns;

  sqlite3changeset_op (iter, &table, &n_columns, &row.op, NULL);
  if (!find_table (&row, table))
    return TRUE;

  row.columns = table_columns (reg, table, error);
  if (row.columns == NULL)
    return FALSE;

  /* The id and a list's record are part of the primary key, which an update has among the old values. */
  row.id = sqlite3_value_int64 (get_value (&row, 0, row.op == SQLITE_INSERT ? SIDE_AFTER : SIDE_BEFORE));

  return func (&row, data, error);
}

/**
 * hn_changeset_foreach:
 * @reg: a register
 * @changeset: what was logged
 * @func: called for every row of records and their lists
 * @data: for @func
 * @error: return location
 *
 * Returns: whether all rows were read and @func had no error
 */
gboolean
hn_changeset_foreach (HnRegister  *reg,
                      GBytes      *changeset,
                      HnRowFunc    func,
                      gpointer     data,
                      GError     **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean good = TRUE;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  int result = sqlite3changeset_start (&iter, (int) size, (void *) bytes);

  while (result == SQLITE_OK && good && (result = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      good = visit (reg, iter, func, data, error);
      result = SQLITE_OK;
    }
  if (iter != NULL)
    sqlite3changeset_finalize (iter);
  if (!good || result == SQLITE_DONE || result == SQLITE_OK)
    return good;

  hn_register_set_file_error (reg->path, result, 0, "", error);

  return FALSE;
}

/* --- records --------------------------------------------------------- */

/* A record as far as the change says what it was and what it became. */
typedef struct
{
  HnRecordChange *change;
  HnRecord       *before;
  HnRecord       *after;
  gboolean       *touched; /* by the index of the field */
} Image;

typedef struct
{
  HnRegister *reg;
  GPtrArray  *images; /* of Image, in the order of the changeset */
  GHashTable *by_id;  /* (element-type gint64 Image) */
  GHashTable *titles; /* (element-type gint64 utf8): of records that are there no more */
} Decoding;

static void
image_free (gpointer data)
{
  Image *image = data;

  g_clear_pointer (&image->change, hn_record_change_free);
  g_clear_pointer (&image->before, hn_record_unref);
  g_clear_pointer (&image->after, hn_record_unref);
  g_free (image->touched);
  g_free (image);
}

static Image *
get_image (Decoding           *decoding,
           const HnChangedRow *row)
{
  Image *image = g_hash_table_lookup (decoding->by_id, &row->id);

  if (image != NULL)
    return image;

  image = g_new0 (Image, 1);
  image->change = hn_record_change_new (HN_CHANGE_SET, row->kind, row->id);
  image->before = hn_record_new_empty (row->kind);
  image->after = hn_record_new_empty (row->kind);
  image->touched = g_new0 (gboolean, row->kind->n_fields);
  hn_record_set_id (image->before, row->id);
  hn_record_set_id (image->after, row->id);
  g_ptr_array_add (decoding->images, image);
  g_hash_table_insert (decoding->by_id, &image->change->id, image);

  return image;
}

static void
read_side (const HnPlan       *plan,
           const HnChangedRow *row,
           HnRecord           *record,
           gboolean           *touched,
           Side                side)
{
  sqlite3_value *kind = NULL;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      sqlite3_value *value;
      int at = 0;

      while (row->columns[at] != NULL && !g_str_equal (row->columns[at], column->name))
        at++;
      value = row->columns[at] != NULL ? get_value (row, at, side) : NULL;
      if (value == NULL)
        continue;
      if (column->role == HN_COLUMN_KIND)
        kind = value;
      touched[hn_kind_field_index (row->kind, column->field->name)] = TRUE;
      hn_column_read (column, record, value, kind);
    }
}

/* Members of a list come in the order of the changeset: for a person who reads it that will do. */
static void
read_member (const HnChangedRow *row,
             Image              *image,
             Side                side)
{
  HnRecord *record = side == SIDE_BEFORE ? image->before : image->after;
  GVariant *others = hn_record_get (record, row->list->name);
  g_auto (GVariantBuilder) values =
    G_VARIANT_BUILDER_INIT (row->list->type == HN_TYPE_COUNTRY ? G_VARIANT_TYPE ("as") : G_VARIANT_TYPE ("a(sx)"));
  sqlite3_value *value = get_value (row, 1, side);

  if (value == NULL || row->op == SQLITE_UPDATE)
    return;

  for (gsize i = 0; others != NULL && i < g_variant_n_children (others); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (others, i);

      g_variant_builder_add_value (&values, child);
    }
  if (row->list->type == HN_TYPE_COUNTRY)
    g_variant_builder_add (&values, "s", (const char *) sqlite3_value_text (value));
  else
    g_variant_builder_add (&values, "(sx)", row->list->targets, sqlite3_value_int64 (value));
  hn_record_set (record, row->list->name, g_variant_builder_end (&values));
  image->touched[hn_kind_field_index (row->kind, row->list->name)] = TRUE;
}

static gboolean
read_row (const HnChangedRow  *row,
          gpointer             data,
          GError             **error)
{
  Decoding *decoding = data;
  Image *image = get_image (decoding, row);
  const HnPlan *plan = hn_register_get_plan (decoding->reg, row->kind);

  if (row->list != NULL)
    {
      read_member (row, image, SIDE_BEFORE);
      read_member (row, image, SIDE_AFTER);
      return TRUE;
    }

  image->change->type = row->op == SQLITE_INSERT   ? HN_CHANGE_ADD
                        : row->op == SQLITE_DELETE ? HN_CHANGE_DELETE
                                                   : HN_CHANGE_SET;
  read_side (plan, row, image->before, image->touched, SIDE_BEFORE);
  read_side (plan, row, image->after, image->touched, SIDE_AFTER);

  return TRUE;
}

/* --- in words -------------------------------------------------------- */

/* What is not there any more is called as it was when it went. */
static void
fill_titles (Decoding *decoding,
             HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);

  hn_register_fill_shown (decoding->reg, record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      gint64 id;

      if (field->type != HN_TYPE_REFERENCE || (field->flags & HN_FIELD_MULTIPLE) != 0
          || hn_record_get_shown (record, field->name) != NULL)
        continue;
      id = hn_record_get_reference (record, field->name, NULL);
      if (id != 0 && decoding->titles != NULL)
        hn_record_set_shown (record, field->name, g_hash_table_lookup (decoding->titles, &id));
    }
}

/* An update has the old values of what changed only; an amount is printed with the currency that it has now. */
static void
fill_currencies (Decoding *decoding,
                 Image    *image)
{
  const HnKind *kind = image->change->kind;
  g_autoptr (HnRecord) now = NULL;

  if (image->change->type != HN_CHANGE_SET)
    return;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      int index;

      if (!image->touched[i] || field->currency == NULL)
        continue;
      index = hn_kind_field_index (kind, field->currency);
      if (image->touched[index])
        continue;
      if (now == NULL)
        now = hn_register_find (decoding->reg, kind, image->change->id, NULL);
      if (now == NULL)
        return;
      hn_record_set (image->before, field->currency, hn_record_get (now, field->currency));
      hn_record_set (image->after, field->currency, hn_record_get (now, field->currency));
    }
}

static void
field_change_free (gpointer data)
{
  HnFieldChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static char *
print_side (const HnRecord *record,
            const HnField  *field)
{
  return hn_record_get (record, field->name) != NULL ? hn_record_print (record, field->name) : NULL;
}

static void
describe (Decoding *decoding,
          Image    *image)
{
  const HnKind *kind = image->change->kind;

  fill_currencies (decoding, image);
  fill_titles (decoding, image->before);
  fill_titles (decoding, image->after);
  image->change->fields = g_ptr_array_new_with_free_func (field_change_free);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      HnFieldChange change = { .field = field };

      if (!image->touched[i])
        continue;
      change.before = print_side (image->before, field);
      change.after = print_side (image->after, field);
      if (change.before != NULL || change.after != NULL)
        g_ptr_array_add (image->change->fields, g_memdup2 (&change, sizeof change));
    }
  if (image->change->type == HN_CHANGE_DELETE && decoding->titles != NULL)
    g_hash_table_insert (decoding->titles, g_memdup2 (&image->change->id, sizeof (gint64)),
                         hn_record_title (image->before));
}

/**
 * hn_changeset_decode:
 * @reg: a register
 * @changeset: what was logged
 * @titles: (nullable) (element-type gint64 utf8): what records were called that are there no more; those that the
 *   change deleted are added
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnRecordChange): what became of which record, with its fields in words
 */
GPtrArray *
hn_changeset_decode (HnRegister  *reg,
                     GBytes      *changeset,
                     GHashTable  *titles,
                     GError     **error)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func (image_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Decoding decoding = { reg, images, by_id, titles };
  GPtrArray *changes;

  if (!hn_changeset_foreach (reg, changeset, read_row, &decoding, error))
    return NULL;

  /* Deleted records first: the others may have referred to them. */
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < images->len; i++)
        {
          Image *image = g_ptr_array_index (images, i);

          if ((image->change->type == HN_CHANGE_DELETE) == (pass == 0))
            describe (&decoding, image);
        }
    }

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_change_free);
  for (guint i = 0; i < images->len; i++)
    g_ptr_array_add (changes, g_steal_pointer (&((Image *) g_ptr_array_index (images, i))->change));

  return changes;
}
