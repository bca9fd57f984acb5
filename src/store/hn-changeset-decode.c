/* What a change did, read from the changeset that was logged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-changeset.h"

#include "hn-register-private.h"

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
  HnRegister     *reg;
  GPtrArray      *images; /* of Image, in the order of the changeset */
  guint           limit;  /* of images; the other records are only counted */
  gint64          only;   /* the record that is asked for; 0 is any */
  GHashTable     *by_id;  /* (element-type gint64 Image) */
  GHashTable     *titles; /* (element-type gint64 utf8): of records that are there no more */
  GHashTable     *types;  /* (element-type gint64 HnChangeType) (nullable): of every record, where they are counted */
  HnChangesetSum *sum;
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

/* NULL past the limit. */
static Image *
get_image (Decoding           *decoding,
           const HnChangedRow *row)
{
  Image *image = g_hash_table_lookup (decoding->by_id, &row->id);

  if (image != NULL || decoding->images->len >= decoding->limit)
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
           HnChangedSide       side)
{
  sqlite3_value *kind = NULL;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      sqlite3_value *value;
      int at = 0;

      while (row->columns[at] != NULL && !g_str_equal (row->columns[at], column->name))
        at++;
      value = row->columns[at] != NULL ? hn_changed_row_get (row, at, side) : NULL;
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
             HnChangedSide       side)
{
  HnRecord *record = side == HN_SIDE_BEFORE ? image->before : image->after;
  GVariant *others = hn_record_get (record, row->list->name);
  g_auto (GVariantBuilder) values =
    G_VARIANT_BUILDER_INIT (row->list->type == HN_TYPE_COUNTRY ? G_VARIANT_TYPE ("as") : G_VARIANT_TYPE ("a(sx)"));
  sqlite3_value *value = hn_changed_row_get (row, 1, side);

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

static HnChangeType
type_of (const HnChangedRow *row)
{
  if (row->list != NULL)
    return HN_CHANGE_SET;

  return row->op == SQLITE_INSERT ? HN_CHANGE_ADD : row->op == SQLITE_DELETE ? HN_CHANGE_DELETE : HN_CHANGE_SET;
}

static void
add_once (GPtrArray     *array,
          gconstpointer  item)
{
  if (!g_ptr_array_find (array, item, NULL))
    g_ptr_array_add (array, (gpointer) item);
}

static void
count_fields (Decoding           *decoding,
              const HnPlan       *plan,
              const HnChangedRow *row)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      int at = 0;

      while (row->columns[at] != NULL && !g_str_equal (row->columns[at], column->name))
        at++;
      if (row->columns[at] != NULL && hn_changed_row_get (row, at, HN_SIDE_AFTER) != NULL)
        add_once (decoding->sum->fields, column->field);
    }
}

/* A record whose list changes is set, unless its own row says that it is added or deleted. */
static void
count_row (Decoding           *decoding,
           const HnPlan       *plan,
           const HnChangedRow *row)
{
  HnChangeType type = type_of (row);

  if (!g_hash_table_contains (decoding->types, &row->id) || type != HN_CHANGE_SET)
    g_hash_table_insert (decoding->types, g_memdup2 (&row->id, sizeof row->id), GINT_TO_POINTER (type));
  add_once (decoding->sum->kinds, row->kind);
  if (row->list != NULL)
    add_once (decoding->sum->fields, row->list);
  else if (type == HN_CHANGE_SET)
    count_fields (decoding, plan, row);
}

static void
sum_up (Decoding *decoding)
{
  GHashTableIter iter;
  gpointer type;

  g_hash_table_iter_init (&iter, decoding->types);
  while (g_hash_table_iter_next (&iter, NULL, &type))
    decoding->sum->n_by_type[GPOINTER_TO_INT (type)]++;
}

static gboolean
read_row (const HnChangedRow  *row,
          gpointer             data,
          GError             **error)
{
  Decoding *decoding = data;
  const HnPlan *plan;
  Image *image;

  if (decoding->only != 0 && row->id != decoding->only)
    return TRUE;

  image = get_image (decoding, row);
  plan = hn_register_get_plan (decoding->reg, row->kind);
  if (decoding->types != NULL)
    count_row (decoding, plan, row);
  if (image == NULL)
    return TRUE;

  if (row->list != NULL)
    {
      read_member (row, image, HN_SIDE_BEFORE);
      read_member (row, image, HN_SIDE_AFTER);
      return TRUE;
    }

  image->change->type = type_of (row);
  read_side (plan, row, image->before, image->touched, HN_SIDE_BEFORE);
  read_side (plan, row, image->after, image->touched, HN_SIDE_AFTER);

  return TRUE;
}

/* --- in words -------------------------------------------------------- */

/* What a record was called that is not there any more; NULL if the log does not say. */
static const char *
lost_title (Decoding *decoding,
            gint64    id)
{
  g_auto (HnStatement) statement = { 0 };
  gpointer title;

  if (decoding->titles == NULL || g_hash_table_lookup_extended (decoding->titles, &id, NULL, &title))
    return decoding->titles != NULL ? title : NULL;
  if (!hn_statement_prepare (&statement, decoding->reg,
                             "SELECT \"title\" FROM \"change\" WHERE \"record\" = ?1 AND \"action\" = 'delete'"
                             " ORDER BY \"number\" DESC LIMIT 1",
                             NULL))
    return NULL;

  hn_statement_bind_integer (&statement, 1, id);
  title = hn_statement_next (&statement, NULL) ? g_strdup (hn_statement_text (&statement, 0)) : NULL;
  g_hash_table_insert (decoding->titles, g_memdup2 (&id, sizeof id), title);

  return title;
}

/* What is not there any more is called as it was when it went. */
static void
fill_titles (Decoding *decoding,
             HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);

  hn_register_fill_shown (decoding->reg, record);
  hn_saved_list_fill_shown (decoding->reg, record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      gint64 id;

      if (field->type != HN_TYPE_REFERENCE || (field->flags & HN_FIELD_MULTIPLE) != 0
          || hn_record_get_shown (record, field->name) != NULL)
        continue;
      id = hn_record_get_reference (record, field->name, NULL);
      if (id != 0)
        hn_record_set_shown (record, field->name, lost_title (decoding, id));
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

/* Deleted records first: the others may have referred to them. */
static void
describe_all (Decoding *decoding)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < decoding->images->len; i++)
        {
          Image *image = g_ptr_array_index (decoding->images, i);

          if ((image->change->type == HN_CHANGE_DELETE) == (pass == 0))
            describe (decoding, image);
        }
    }
}

/**
 * hn_changeset_decode_some:
 * @reg: a register
 * @changeset: what was logged
 * @only: a record's id, to leave out what became of others; 0 for all
 * @limit: how many records are wanted
 * @titles: (nullable) (element-type gint64 utf8): what records were called that are there no more; those that the
 *   change deleted are added
 * @sum: (nullable): where all records are counted
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnRecordChange): what became of which record, with its fields in words
 */
GPtrArray *
hn_changeset_decode_some (HnRegister      *reg,
                          GBytes          *changeset,
                          gint64           only,
                          guint            limit,
                          GHashTable      *titles,
                          HnChangesetSum  *sum,
                          GError         **error)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func (image_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) types = sum != NULL ? g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) : NULL;
  Decoding decoding = { reg, images, limit, only, by_id, titles, types, sum };
  GPtrArray *changes;

  if (!hn_changeset_foreach (reg, changeset, read_row, &decoding, error))
    return NULL;

  if (sum != NULL)
    sum_up (&decoding);
  describe_all (&decoding);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_change_free);
  for (guint i = 0; i < images->len; i++)
    g_ptr_array_add (changes, g_steal_pointer (&((Image *) g_ptr_array_index (images, i))->change));

  return changes;
}

/**
 * hn_changeset_decode:
 * @reg: a register
 * @changeset: what was logged
 * @only: a record's id, or 0, as of hn_changeset_decode_some()
 * @titles: (nullable) (element-type gint64 utf8): as of hn_changeset_decode_some()
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnRecordChange): what became of every record, with its fields in words
 */
GPtrArray *
hn_changeset_decode (HnRegister  *reg,
                     GBytes      *changeset,
                     gint64       only,
                     GHashTable  *titles,
                     GError     **error)
{
  return hn_changeset_decode_some (reg, changeset, only, G_MAXUINT, titles, NULL, error);
}
