/* What one change did, as much of it as is looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-change-log.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "hn-changeset.h"
#include "hn-register-private.h"

static void
changed_record_free (gpointer data)
{
  HnChangedRecord *record = data;

  hn_record_change_free (record->change);
  g_free (record->title);
  g_free (record);
}

/**
 * hn_change_details_free:
 * @details: (transfer full): what a change did
 */
void
hn_change_details_free (HnChangeDetails *details)
{
  g_clear_pointer (&details->records, g_ptr_array_unref);
  g_clear_pointer (&details->kinds, g_ptr_array_unref);
  g_clear_pointer (&details->fields, g_ptr_array_unref);
  g_free (details);
}

/* What is there is called as it is now; what has gone, as it was when it went, if that is known. */
static char *
title_of (HnRegister           *self,
          const HnRecordChange *change,
          gboolean              exists,
          GHashTable           *titles)
{
  char *title = exists ? hn_register_get_title (self, change->kind, change->id)
                       : g_strdup (g_hash_table_lookup (titles, &change->id));

  return title != NULL ? title : g_strdup (hn_kind_get_label (change->kind));
}

static GPtrArray *
name_records (HnRegister *self,
              GPtrArray  *changes,
              GHashTable *titles)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (changed_record_free);

  for (guint i = 0; i < changes->len; i++)
    {
      HnChangedRecord *record = g_new0 (HnChangedRecord, 1);

      record->change = g_steal_pointer (&changes->pdata[i]);
      record->exists = hn_register_exists (self, record->change->kind, record->change->id);
      record->title = title_of (self, record->change, record->exists, titles);
      g_ptr_array_add (records, record);
    }
  g_ptr_array_set_free_func (changes, NULL);

  return records;
}

static GBytes *
read_changeset (HnRegister  *self,
                gint64       number,
                GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, "SELECT \"changeset\" FROM \"change\" WHERE \"number\" = ?1", error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, number);
  if (hn_statement_next (&statement, error))
    return g_bytes_new (sqlite3_column_blob (statement.stmt, 0), (gsize) sqlite3_column_bytes (statement.stmt, 0));

  if (!statement.failed)
    g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING, _("There is no change %" PRId64 "."), number);

  return NULL;
}

static HnChangeDetails *
read_details (HnRegister  *self,
              gint64       number,
              gint64       only,
              guint        limit,
              GHashTable  *titles,
              GError     **error)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GBytes) changeset = read_changeset (self, number, error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (HnChangeDetails) details = NULL;
  HnChangesetSum sum = { 0 };

  if (changeset == NULL)
    return NULL;
  if (titles == NULL)
    titles = own;

  details = g_new0 (HnChangeDetails, 1);
  details->kinds = sum.kinds = g_ptr_array_new ();
  details->fields = sum.fields = g_ptr_array_new ();
  changes = hn_changeset_decode_some (self, changeset, only, limit, titles, &sum, error);
  if (changes == NULL)
    return NULL;

  for (HnChangeType type = HN_CHANGE_ADD; type <= HN_CHANGE_DELETE; type++)
    {
      details->n_by_type[type] = sum.n_by_type[type];
      details->n_records += sum.n_by_type[type];
    }
  details->records = name_records (self, changes, titles);

  return g_steal_pointer (&details);
}

/**
 * hn_register_change_details:
 * @self: a register
 * @number: of a change
 * @only: a record's id, to leave out what became of others; 0 for all
 * @limit: how many of its records are wanted with their fields
 * @titles: (nullable) (element-type gint64 utf8): what records were called that are there no more; those that the
 *   change deleted are added
 * @error: return location; %HN_REGISTER_ERROR_NOTHING if there is no such change
 *
 * All records are counted, which for a hundred thousand takes some tenths of a second: not for the main thread.
 *
 * Returns: (transfer full): what the change did
 */
HnChangeDetails *
hn_register_change_details (HnRegister  *self,
                            gint64       number,
                            gint64       only,
                            guint        limit,
                            GHashTable  *titles,
                            GError     **error)
{
  HnChangeDetails *details;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  details = read_details (self, number, only, limit, titles, error);
  hn_register_end_read (self, begun);

  return details;
}
