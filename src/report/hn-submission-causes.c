/* The records that make a figure another today than it was when it was sent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-submission-private.h"

#include "hn-number.h"

/* What figures depend on without counting it. */
static const char *const common_kinds[] = {
  "plan_target", "stated_figure", "office_profile", "report_rule", "former_name", "area", NULL,
};

struct _HnCauseFinder
{
  HnRegister      *reg;
  const HnCounted *then;
  GHashTable      *since;     /* id to HnSince */
  GHashTable      *referring; /* id to GPtrArray of HnSince: what refers to it, and is not as it was; or NULL */
  GHashTable      *deleted;   /* title to GPtrArray of HnSince: what referred to it; NULL with the above */
};

static void
cause_free (HnCause *cause)
{
  g_free (cause->title);
  g_ptr_array_unref (cause->fields);
  g_free (cause);
}

/**
 * hn_causes_new:
 *
 * Returns: (transfer full) (element-type HnCause): an empty list, for hn_causes_add()
 */
GPtrArray *
hn_causes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cause_free);
}

static HnCause *
cause_new (HnCauseType   type,
           const HnKind *kind,
           gint64        id,
           const char   *title,
           GPtrArray    *fields)
{
  HnCause *cause = g_new0 (HnCause, 1);

  cause->type = type;
  cause->kind = kind;
  cause->id = id;
  cause->title = g_strdup (title != NULL ? title : hn_kind_get_label (kind));
  cause->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_since_free_field);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    g_ptr_array_add (cause->fields, hn_since_copy_field (g_ptr_array_index (fields, i)));

  return cause;
}

static gboolean
has_cause (GPtrArray *causes,
           gint64     id)
{
  for (guint i = 0; i < causes->len; i++)
    if (((HnCause *) g_ptr_array_index (causes, i))->id == id)
      return TRUE;

  return FALSE;
}

static void
take_cause (GPtrArray *causes,
            HnCause   *cause)
{
  if (has_cause (causes, cause->id))
    cause_free (cause);
  else
    g_ptr_array_add (causes, cause);
}

/**
 * hn_causes_add:
 *
 * Adds a copy of @cause, unless its record is named already.
 */
void
hn_causes_add (GPtrArray     *causes,
               const HnCause *cause)
{
  take_cause (causes, cause_new (cause->type, cause->kind, cause->id, cause->title, cause->fields));
}

static int
compare_causes (gconstpointer a,
                gconstpointer b)
{
  const HnCause *first = *(const HnCause *const *) a, *second = *(const HnCause *const *) b;

  if (first->type != second->type)
    return (int) first->type - (int) second->type;

  return g_utf8_collate (first->title, second->title);
}

/**
 * hn_causes_sort:
 *
 * Puts them in order: what came late first, then what was changed, then what is gone.
 */
void
hn_causes_sort (GPtrArray *causes)
{
  g_ptr_array_sort (causes, compare_causes);
}

/**
 * hn_cause_finder_new:
 * @then: what was counted when the report was sent
 * @since: (element-type gint64 HnSince): what was changed since, by the ids of records
 *
 * Returns: (transfer full): one that tells which records make a figure another today; it keeps neither of them alive
 */
HnCauseFinder *
hn_cause_finder_new (HnRegister      *reg,
                     const HnCounted *then,
                     GHashTable      *since)
{
  HnCauseFinder *self = g_new0 (HnCauseFinder, 1);

  self->reg = reg;
  self->then = then;
  self->since = since;

  return self;
}

/**
 * hn_cause_finder_free:
 *
 * Frees what it has read so far.
 */
void
hn_cause_finder_free (HnCauseFinder *self)
{
  g_clear_pointer (&self->referring, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_free (self);
}

static HnCauseType
type_of (const HnSince *since)
{
  if (!since->exists)
    return HN_CAUSE_DELETED;

  return since->added ? HN_CAUSE_LATE : HN_CAUSE_CHANGED;
}

static void
add_since (GPtrArray     *causes,
           const HnSince *since)
{
  HnCauseType type = type_of (since);

  take_cause (causes,
              cause_new (type, since->kind, since->id, since->title, type == HN_CAUSE_CHANGED ? since->fields : NULL));
}

/* Of a register whose history is not that of the report: only what was kept with the report is known. */
static void
add_unknown (HnCauseFinder         *self,
             const HnCountedRecord *record,
             GPtrArray             *causes)
{
  g_autofree char *title = hn_register_get_title (self->reg, record->kind, record->id);
  HnCauseType type = title != NULL ? HN_CAUSE_CHANGED : HN_CAUSE_DELETED;
  const char *kept = g_hash_table_lookup (self->then->names, &record->id);

  take_cause (causes, cause_new (type, record->kind, record->id, title != NULL ? title : kept, NULL));
}

/* --- what the records refer to, and what refers to them ------------------- */

typedef void (*ReferenceFunc) (gint64   id,
                               gpointer data);

static void
each_reference (const HnRecord *record,
                ReferenceFunc   func,
                gpointer        data)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = hn_record_get (record, kind->fields[i].name);
      gint64 id;

      if (value == NULL || kind->fields[i].type != HN_TYPE_REFERENCE)
        continue;
      if (g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)")))
        {
          g_variant_get (value, "(&sx)", NULL, &id);
          func (id, data);
        }
      if (g_variant_is_of_type (value, G_VARIANT_TYPE ("a(sx)")))
        for (gsize j = 0; j < g_variant_n_children (value); j++)
          {
            g_variant_get_child (value, j, "(&sx)", NULL, &id);
            func (id, data);
          }
    }
}

typedef struct
{
  HnCauseFinder *self;
  GPtrArray     *causes;
  HnSince       *since;
} Visit;

static void
add_referred (gint64   id,
              gpointer data)
{
  Visit *visit = data;
  const HnSince *since = g_hash_table_lookup (visit->self->since, &id);

  if (since != NULL)
    add_since (visit->causes, since);
}

static void
note_referring (gint64   id,
                gpointer data)
{
  Visit *visit = data;
  GPtrArray *list = g_hash_table_lookup (visit->self->referring, &id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (visit->self->referring, g_memdup2 (&id, sizeof id), list);
    }
  g_ptr_array_add (list, visit->since);
}

/* Of a record that is deleted, the history tells only what it referred to was called. */
static void
note_deleted (HnCauseFinder *self,
              HnSince       *since)
{
  for (guint i = 0; i < since->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (since->fields, i);
      GPtrArray *list;

      if (field->field->type != HN_TYPE_REFERENCE || field->before == NULL)
        continue;
      list = g_hash_table_lookup (self->deleted, field->before);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->deleted, g_strdup (field->before), list);
        }
      g_ptr_array_add (list, since);
    }
}

static void
index_referring (HnCauseFinder *self)
{
  GHashTableIter iter;
  gpointer value;

  if (self->referring != NULL)
    return;

  self->referring = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_iter_init (&iter, self->since);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Visit visit = { self, NULL, value };
      g_autoptr (HnRecord) record =
        visit.since->exists ? hn_register_load (self->reg, visit.since->kind, visit.since->id, NULL) : NULL;

      if (!visit.since->exists)
        note_deleted (self, visit.since);
      if (record != NULL)
        each_reference (record, note_referring, &visit);
    }
}

static void
add_listed (GPtrArray *list,
            GPtrArray *causes)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    add_since (causes, g_ptr_array_index (list, i));
}

static void
add_around (HnCauseFinder         *self,
            const HnCountedRecord *counted,
            GPtrArray             *causes)
{
  Visit visit = { self, causes, NULL };
  g_autoptr (HnRecord) record = hn_register_load (self->reg, counted->kind, counted->id, NULL);
  g_autofree char *title = hn_register_get_title (self->reg, counted->kind, counted->id);

  if (record != NULL)
    each_reference (record, add_referred, &visit);
  index_referring (self);
  add_listed (g_hash_table_lookup (self->referring, &counted->id), causes);
  if (title != NULL)
    add_listed (g_hash_table_lookup (self->deleted, title), causes);
}

/* --- the records of the figure ------------------------------------------- */

/* Id to HnCountedRecord: those of the figure, else those of the row, else those of its other figures; of a whole row,
 * all. */
static GHashTable *
list_records (const HnCountedRow *row,
              int                 column)
{
  GHashTable *records = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean own = FALSE, whole = FALSE;

  for (guint i = 0; row != NULL && i < row->records->len && column >= 0; i++)
    {
      own = own || g_array_index (row->records, HnCountedRecord, i).column == column;
      whole = whole || g_array_index (row->records, HnCountedRecord, i).column == HN_BASIS_ROW;
    }
  for (guint i = 0; row != NULL && i < row->records->len; i++)
    {
      HnCountedRecord *record = &g_array_index (row->records, HnCountedRecord, i);

      if (column < 0 || (!own && !whole) || record->column == (own ? column : HN_BASIS_ROW))
        g_hash_table_insert (records, &record->id, record);
    }

  return records;
}

/* Those that are counted on one side only, and are not as they were; the others are left for when nothing else explains
 * the figure. */
static void
add_missing (HnCauseFinder *self,
             GHashTable    *records,
             GHashTable    *others,
             GPtrArray     *causes,
             GPtrArray     *unknown)
{
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      const HnSince *since = g_hash_table_lookup (self->since, id);

      if (g_hash_table_contains (others, id))
        continue;
      if (since != NULL)
        add_since (causes, since);
      else
        g_ptr_array_add (unknown, record);
    }
}

static void
add_changed (HnCauseFinder *self,
             GHashTable    *records,
             GHashTable    *others,
             GPtrArray     *causes)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const HnSince *since = g_hash_table_lookup (self->since, id);

      if (since != NULL && g_hash_table_contains (others, id))
        add_since (causes, since);
    }
}

static gboolean
is_number_of (const HnCountedRow *row,
              int                 column,
              GHashTable         *records)
{
  gint64 number = 0;

  if (row == NULL || column < 0 || column > 63)
    return FALSE;
  if ((row->numbers >> column & 1) == 0)
    return g_ptr_array_index (row->cells, (guint) column) == NULL && g_hash_table_size (records) == 0;

  return hn_number_parse (g_ptr_array_index (row->cells, (guint) column), 0, &number, NULL)
         && number == g_hash_table_size (records);
}

/**
 * hn_cause_finder_direct:
 * @then_column: the figure's, or -1 for a whole row
 *
 * Adds the records that the figure counts now and did not, or did and does not, and those that were changed.
 */
void
hn_cause_finder_direct (HnCauseFinder      *self,
                        const HnCountedRow *then,
                        int                 then_column,
                        const HnCountedRow *now,
                        int                 now_column,
                        GPtrArray          *causes)
{
  g_autoptr (GHashTable) before = list_records (then, then_column);
  g_autoptr (GHashTable) after = list_records (now, now_column);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();

  add_missing (self, after, before, causes, unknown);
  add_missing (self, before, after, causes, unknown);
  /* Where the records themselves are counted, no change of one that is still counted moves the figure. */
  if (!is_number_of (then, then_column, before) || !is_number_of (now, now_column, after))
    add_changed (self, before, after, causes);
  for (guint i = 0; causes->len == 0 && i < unknown->len; i++)
    add_around (self, g_ptr_array_index (unknown, i), causes);
  for (guint i = 0, known = causes->len; known == 0 && i < unknown->len; i++)
    add_unknown (self, g_ptr_array_index (unknown, i), causes);
  hn_causes_sort (causes);
}

/**
 * hn_cause_finder_indirect:
 *
 * Adds what the row's records refer to and what refers to them, where it is not as it was: the renamed host of an
 * event, a participant.
 */
void
hn_cause_finder_indirect (HnCauseFinder      *self,
                          const HnCountedRow *then,
                          const HnCountedRow *now,
                          GPtrArray          *causes)
{
  const HnCountedRow *row = now != NULL ? now : then;

  if (g_hash_table_size (self->since) == 0)
    return;
  for (guint i = 0; i < row->records->len; i++)
    add_around (self, &g_array_index (row->records, HnCountedRecord, i), causes);
  hn_causes_sort (causes);
}

/**
 * hn_cause_finder_common:
 *
 * Adds what no row counts, but figures depend on, where it is not as it was: the year's plan, the office's profile.
 */
void
hn_cause_finder_common (HnCauseFinder *self,
                        GPtrArray     *causes)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->since);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HnSince *since = value;

      if (g_strv_contains (common_kinds, since->kind->name))
        add_since (causes, since);
    }
  hn_causes_sort (causes);
}
