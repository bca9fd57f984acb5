/* Records read from a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "hn-register-private.h"

/**
 * hn_register_begin_read:
 * @self: a register
 * @begun: (out): whether this call began it
 * @error: return location
 *
 * What is read until hn_register_end_read() is of one moment, whatever others write meanwhile.
 *
 * Returns: whether the register is in a transaction now
 */
gboolean
hn_register_begin_read (HnRegister  *self,
                        gboolean    *begun,
                        GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  *begun = FALSE;
  if (!sqlite3_get_autocommit (self->db))
    return TRUE;
  if (!hn_statement_prepare (&statement, self, "BEGIN", error) || !hn_statement_run (&statement, error))
    return FALSE;

  *begun = TRUE;

  return TRUE;
}

/**
 * hn_register_end_read:
 * @begun: what hn_register_begin_read() said: only who began the transaction ends it
 */
void
hn_register_end_read (HnRegister *self,
                      gboolean    begun)
{
  g_auto (HnStatement) statement = { 0 };

  if (begun && hn_statement_prepare (&statement, self, "COMMIT", NULL))
    hn_statement_run (&statement, NULL);
}

static void
read_columns (const HnPlan *plan,
              HnStatement  *statement,
              HnRecord     *record)
{
  sqlite3_value *kind = NULL;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      sqlite3_value *value = sqlite3_column_value (statement->stmt, (int) i + 1);

      if (column->role == HN_COLUMN_KIND)
        kind = value;
      hn_column_read (column, record, value, kind);
    }
}

static gboolean
read_list (HnRegister         *self,
           const HnListTable  *list,
           HnRecord           *record,
           GError            **error)
{
  g_auto (HnStatement) statement = { 0 };
  g_auto (GVariantBuilder) values =
    G_VARIANT_BUILDER_INIT (list->target == NULL ? G_VARIANT_TYPE ("as") : G_VARIANT_TYPE ("a(sx)"));

  if (!hn_statement_prepare (&statement, self, list->select, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, hn_record_get_id (record));
  while (hn_statement_next (&statement, error))
    {
      if (list->target == NULL)
        g_variant_builder_add (&values, "s", hn_statement_text (&statement, 0));
      else
        g_variant_builder_add (&values, "(sx)", list->target->name, hn_statement_integer (&statement, 0));
    }
  if (statement.failed)
    return FALSE;

  hn_record_set (record, list->field->name, g_variant_builder_end (&values));

  return TRUE;
}

/**
 * hn_register_find:
 *
 * Nothing is filled in about what the record refers to.
 *
 * Returns: (transfer full) (nullable): the record; %NULL without an error where there is none
 */
HnRecord *
hn_register_find (HnRegister    *self,
                  const HnKind  *kind,
                  gint64         id,
                  GError       **error)
{
  const HnPlan *plan = hn_register_get_plan (self, kind);
  g_auto (HnStatement) statement = { 0 };
  g_autoptr (HnRecord) record = NULL;

  if (!hn_statement_prepare (&statement, self, plan->select, error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, id);
  if (!hn_statement_next (&statement, error))
    return NULL;

  record = hn_record_new_empty (kind);
  hn_record_set_id (record, id);
  read_columns (plan, &statement, record);
  for (guint i = 0; i < plan->lists->len; i++)
    {
      if (!read_list (self, &g_array_index (plan->lists, HnListTable, i), record, error))
        return NULL;
    }

  return g_steal_pointer (&record);
}

/**
 * hn_register_exists:
 *
 * Returns: whether a record is there; %FALSE also where that cannot be read
 */
gboolean
hn_register_exists (HnRegister   *self,
                    const HnKind *kind,
                    gint64        id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"id\" = ?1", hn_kind_stored (kind)->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, NULL))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, id);

  return hn_statement_next (&statement, NULL);
}

static void
fill_for_user (HnRegister *self,
               HnRecord   *record)
{
  hn_register_fill_shown (self, record);
  hn_saved_list_fill_shown (self, record);
}

static HnRecord *
load_one (HnRegister    *self,
          const HnKind  *kind,
          gint64         id,
          GError       **error)
{
  g_autoptr (GError) reason = NULL;
  HnRecord *record = hn_register_find (self, kind, id, &reason);

  if (record != NULL)
    {
      fill_for_user (self, record);
      return record;
    }

  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD,
                 _("There is no “%s” with the number %" PRId64 ". It may have been deleted."),
                 hn_kind_get_label (kind), id);

  return NULL;
}

/**
 * hn_register_load:
 * @self: a register
 * @kind: a kind or view
 * @id: a record's id
 * @error: return location
 *
 * Returns: (transfer full): the record, with the titles of what it refers to;
 *   %HN_REGISTER_ERROR_NO_RECORD if it is not there
 */
HnRecord *
hn_register_load (HnRegister    *self,
                  const HnKind  *kind,
                  gint64         id,
                  GError       **error)
{
  HnRecord *record;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  record = load_one (self, kind, id, error);
  hn_register_end_read (self, begun);

  return record;
}

/* Of an array in which NULL stands for a record that is gone. */
static void
unref_record (gpointer record)
{
  if (record != NULL)
    hn_record_unref (record);
}

typedef void (*Filler) (HnRegister *self,
                        HnRecord   *record);

static GPtrArray *
load_many (HnRegister    *self,
           const HnKind  *kind,
           const gint64  *ids,
           gsize          n_ids,
           Filler         fill,
           GError       **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean begun;

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  records = g_ptr_array_new_null_terminated ((guint) n_ids, unref_record, FALSE);
  for (gsize i = 0; i < n_ids && reason == NULL; i++)
    {
      HnRecord *record = hn_register_find (self, kind, ids[i], &reason);

      if (record != NULL)
        fill (self, record);
      g_ptr_array_add (records, record);
    }
  hn_register_end_read (self, begun);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  return g_steal_pointer (&records);
}

/**
 * hn_register_load_many:
 * @self: a register
 * @kind: a kind or view
 * @ids: (array length=n_ids): ids of records
 * @n_ids: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnRecord): the records in that order; %NULL in the array stands for one
 *   that is not there any more
 */
GPtrArray *
hn_register_load_many (HnRegister    *self,
                       const HnKind  *kind,
                       const gint64  *ids,
                       gsize          n_ids,
                       GError       **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  return load_many (self, kind, ids, n_ids, fill_for_user, error);
}

/**
 * hn_register_load_many_vi:
 *
 * Returns: (transfer full) (element-type HnRecord): as hn_register_load_many(), for a workbook: what the records refer
 *   to is called by its Vietnamese name, whatever the user's language
 */
GPtrArray *
hn_register_load_many_vi (HnRegister    *self,
                          const HnKind  *kind,
                          const gint64  *ids,
                          gsize          n_ids,
                          GError       **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  return load_many (self, kind, ids, n_ids, hn_register_fill_shown_vi, error);
}

/**
 * hn_register_find_kind:
 * @self: a register
 * @id: a record's id
 *
 * Returns: (nullable): the kind of the record with that id; ids are random over all kinds
 */
const HnKind *
hn_register_find_kind (HnRegister *self,
                       gint64      id)
{
  const HnKind *const *kinds;
  guint n_kinds;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->base == NULL && hn_register_exists (self, kinds[i], id))
        return kinds[i];
    }

  return NULL;
}
