/* Records deleted, and what becomes of those that refer to them.
 *
 * A deletion is worked out first, in memory: what goes, and what else is written how. Then it is done. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-dependents.h"
#include "hn-register-private.h"
#include "hn-value.h"

typedef struct
{
  HnRegister   *reg;
  HnDeleteMode  mode;
  gint64        replacement;
  GPtrArray    *doomed;  /* of HnRecord, what goes */
  GHashTable   *going;   /* their ids */
  GHashTable   *writing; /* id to HnRecord, what is written otherwise */
} Deletion;

static void
deletion_init (Deletion     *self,
               HnRegister   *reg,
               HnDeleteMode  mode,
               gint64        replacement)
{
  self->reg = reg;
  self->mode = mode;
  self->replacement = replacement;
  self->doomed = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_unref);
  self->going = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->writing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) hn_record_unref);
}

static void
deletion_clear (Deletion *self)
{
  g_clear_pointer (&self->doomed, g_ptr_array_unref);
  g_clear_pointer (&self->going, g_hash_table_unref);
  g_clear_pointer (&self->writing, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deletion, deletion_clear)

static gpointer
key_of (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* --- what becomes of them -------------------------------------------- */

/* An attachment is a part of its record: it goes where that goes. */
static gboolean
is_part (const HnLink *link)
{
  return g_str_equal (link->kind->name, "attachment");
}

static gboolean doom (Deletion  *self,
                      HnRecord  *record,
                      GError   **error);

/* As it is to be written so far, or as it is stored. */
static HnRecord *
current (Deletion      *self,
         const HnKind  *kind,
         gint64         id,
         GError       **error)
{
  HnRecord *record = g_hash_table_lookup (self->writing, &id);

  return record != NULL ? hn_record_ref (record) : hn_register_find (self->reg, kind, id, error);
}

static void
write_later (Deletion *self,
             HnRecord *record)
{
  g_hash_table_replace (self->writing, key_of (hn_record_get_id (record)), hn_record_ref (record));
}

/* A record that would then lie below itself takes the place of the one that goes. */
static GVariant *
replacement_for (Deletion     *self,
                 const HnLink *link,
                 HnRecord     *referrer,
                 HnRecord     *going)
{
  if (hn_record_get_id (referrer) == self->replacement && (link->field->flags & HN_FIELD_TREE) != 0)
    {
      GVariant *above = hn_record_get (going, link->field->name);

      return above != NULL ? g_variant_ref (above) : NULL;
    }

  return hn_link_value (self->reg, link, self->replacement);
}

static gboolean
replace_in (Deletion      *self,
            const HnLink  *link,
            HnRecord      *referrer,
            HnRecord      *going)
{
  g_autoptr (HnRecord) copy = hn_record_copy (referrer);
  g_autoptr (GVariant) target = hn_link_value (self->reg, link, hn_record_get_id (going));
  g_autoptr (GVariant) replacement = replacement_for (self, link, referrer, going);
  g_autoptr (GVariant) value = hn_link_without (link, hn_record_get (referrer, link->field->name), target, replacement);

  hn_record_set (copy, link->field->name, value);
  write_later (self, copy);

  return TRUE;
}

static gboolean
settle_referrer (Deletion      *self,
                 const HnLink  *link,
                 HnRecord      *referrer,
                 HnRecord      *going,
                 GError       **error)
{
  g_autoptr (HnRecord) cleared = NULL;

  if (self->mode == HN_DELETE_REPLACE)
    return replace_in (self, link, referrer, going);
  if (is_part (link))
    return doom (self, referrer, error);

  /* A list only loses a name; an event does not go because one of those who held it does. */
  if (self->mode == HN_DELETE_CLEAR || (link->field->flags & HN_FIELD_MULTIPLE) != 0)
    cleared = hn_link_cleared (self->reg, link, referrer, hn_record_get_id (going));
  if (cleared == NULL)
    return doom (self, referrer, error);

  write_later (self, cleared);

  return TRUE;
}

static gboolean
settle_link (Deletion      *self,
             const HnLink  *link,
             HnRecord      *going,
             GError       **error)
{
  g_autoptr (GArray) ids = hn_link_find (self->reg, link, hn_record_get_id (going), error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (HnRecord) referrer = NULL;

      if (g_hash_table_contains (self->going, &id))
        continue;
      referrer = current (self, link->kind, id, error);
      if (referrer == NULL || !settle_referrer (self, link, referrer, going, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
doom (Deletion  *self,
      HnRecord  *record,
      GError   **error)
{
  g_autoptr (GPtrArray) links = hn_links_to (hn_record_get_kind (record));

  g_hash_table_add (self->going, key_of (hn_record_get_id (record)));
  g_ptr_array_add (self->doomed, hn_record_ref (record));
  for (guint i = 0; i < links->len; i++)
    {
      if (!settle_link (self, g_ptr_array_index (links, i), record, error))
        return FALSE;
    }

  return TRUE;
}

/* --- doing it -------------------------------------------------------- */

static gboolean
write_referrer (Deletion  *self,
                HnRecord  *record,
                GError   **error)
{
  g_autoptr (HnRecord) before =
    hn_register_find (self->reg, hn_record_get_kind (record), hn_record_get_id (record), error);

  return before != NULL && hn_register_write (self->reg, record, before, error);
}

static gboolean
delete_row (HnRegister      *reg,
            const HnRecord  *record,
            GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  const HnPlan *plan = hn_register_get_plan (reg, kind);
  gint64 id = hn_record_get_id (record);

  for (guint i = 0; i <= plan->lists->len; i++)
    {
      g_auto (HnStatement) statement = { 0 };
      const char *sql = i < plan->lists->len ? g_array_index (plan->lists, HnListTable, i).remove : plan->remove;

      if (!hn_statement_prepare (&statement, reg, sql, error))
        return FALSE;
      hn_statement_bind_integer (&statement, 1, id);
      if (!hn_statement_run (&statement, error))
        return FALSE;
    }
  hn_transaction_touch (reg, kind, id, HN_CHANGE_DELETE, FALSE, NULL);

  return TRUE;
}

/* What is checked by the register itself: a replacement may stand below what is to stand below it. */
static gboolean
check_written (Deletion  *self,
               GError   **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->writing);
  while (self->mode == HN_DELETE_REPLACE && g_hash_table_iter_next (&iter, NULL, &value))
    {
      g_autoptr (GPtrArray) problems = hn_register_check_record (self->reg, value, error);

      if (problems == NULL)
        return FALSE;
      if (problems->len > 0)
        {
          g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                               ((HnProblem *) g_ptr_array_index (problems, 0))->message);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
carry_out (Deletion  *self,
           GError   **error)
{
  GHashTableIter iter;
  gpointer id;
  gpointer record;

  g_hash_table_iter_init (&iter, self->writing);
  while (g_hash_table_iter_next (&iter, &id, &record))
    {
      if (!g_hash_table_contains (self->going, id) && !write_referrer (self, record, error))
        return FALSE;
    }
  for (guint i = 0; i < self->doomed->len; i++)
    {
      if (!delete_row (self->reg, g_ptr_array_index (self->doomed, i), error))
        return FALSE;
    }

  return check_written (self, error);
}

static char *
describe (GPtrArray *dependents)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dependents->len; i++)
    {
      const HnDependents *entry = g_ptr_array_index (dependents, i);

      g_string_append_printf (text, "%s%u %s (%s)", i > 0 ? ", " : "", entry->n_records,
                              hn_kind_get_plural (entry->kind), hn_field_get_label (entry->field));
    }

  return g_string_free_and_steal (text);
}

static gboolean
check_alone (HnRegister      *self,
             const HnRecord  *record,
             GError         **error)
{
  g_autoptr (GPtrArray) dependents =
    hn_register_dependents (self, hn_record_get_kind (record), hn_record_get_id (record), error);
  g_autofree char *title = NULL;
  g_autofree char *list = NULL;

  if (dependents == NULL)
    return FALSE;

  for (guint i = dependents->len; i > 0; i--)
    {
      if (g_str_equal (((HnDependents *) g_ptr_array_index (dependents, i - 1))->kind->name, "attachment"))
        g_ptr_array_remove_index (dependents, i - 1);
    }
  if (dependents->len == 0)
    return TRUE;

  title = hn_record_title (record);
  list = describe (dependents);
  g_set_error (
    error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_POINTED_AT,
    _("“%s” is referred to by: %s. Change or delete those first, delete them along with it, empty those fields, "
      "or let them refer to another record."),
    title, list);

  return FALSE;
}

static gboolean
check_replacement (HnRegister      *self,
                   const HnRecord  *record,
                   gint64           replacement,
                   GError         **error)
{
  if (replacement != hn_record_get_id (record) && hn_register_exists (self, hn_record_get_kind (record), replacement))
    return TRUE;

  g_set_error (
    error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD,
    _("The record that shall be referred to instead is not another “%s” of the register. Choose one that is."),
    hn_kind_get_label (hn_record_get_kind (record)));

  return FALSE;
}

static gboolean
delete_entered (Deletion  *self,
                HnRecord  *record,
                GError   **error)
{
  if (self->mode == HN_DELETE_ALONE && !check_alone (self->reg, record, error))
    return FALSE;
  if (self->mode == HN_DELETE_REPLACE && !check_replacement (self->reg, record, self->replacement, error))
    return FALSE;

  return doom (self, record, error) && carry_out (self, error);
}

/**
 * hn_register_delete:
 * @self: a register
 * @kind: a kind or view
 * @id: a record of it
 * @mode: what becomes of those that refer to it
 * @replacement: for %HN_DELETE_REPLACE, the record that they refer to then
 * @error: return location
 *
 * Attachments go with their record, or on to the replacement. With %HN_DELETE_ALONG a record that refers to it in a
 * list, as an event to its co-hosts, only loses it from the list. All that goes and all that is changed is one
 * change, which can be undone.
 *
 * Returns: whether it is gone; %HN_REGISTER_ERROR_POINTED_AT says what refers to it
 */
gboolean
hn_register_delete (HnRegister    *self,
                    const HnKind  *kind,
                    gint64         id,
                    HnDeleteMode   mode,
                    gint64         replacement,
                    GError       **error)
{
  g_auto (Deletion) deletion = { 0 };
  g_autoptr (HnRecord) record = NULL;
  g_autofree char *title = NULL;
  gboolean good;

  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (!hn_transaction_enter (self, error))
    return FALSE;

  deletion_init (&deletion, self, mode, replacement);
  record = hn_register_load (self, hn_kind_stored (kind), id, error);
  good = record != NULL && hn_transaction_defer (self, error) && delete_entered (&deletion, record, error);
  title = record != NULL ? hn_record_title (record) : NULL;

  return hn_transaction_leave (self, good, "delete", hn_kind_stored (kind), id, title, error);
}
