/* What the register's log says that changed, taken into a roster.
 *
 * The log names the records that were written. The search text of others follows from what those are called that they
 * refer to, and their place in an order from where those stand: so everything that refers to a changed record is
 * looked at too, and what refers to that where it is called by it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "hn-changeset.h"
#include "hn-dependents.h"
#include "hn-register-private.h"
#include "hn-roster-private.h"

/* More changed rows than this are not followed one by one. */
#define MANY_ROWS 1000

typedef struct
{
  const HnKind *kind;
  gint64        id;
  gboolean      renamed; /* what those that refer to it are found by has changed */
} Visit;

typedef struct
{
  HnRoster   *roster;
  HnRegister *reg;
  GArray     *visits; /* of Visit */
  GHashTable *ids;    /* of gint64: the records of the roster's kind that changed */
} Following;

static void
following_clear (Following *following)
{
  g_array_unref (following->visits);
  g_hash_table_unref (following->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Following, following_clear)

static void
add_id (Following *following,
        gint64     id)
{
  g_hash_table_add (following->ids, g_memdup2 (&id, sizeof id));
}

/* The same record may come several times, and differently. */
static void
visit_later (Following    *following,
             const HnKind *kind,
             gint64        id,
             gboolean      renamed)
{
  Visit visit = { kind, id, renamed };

  for (guint i = 0; i < following->visits->len; i++)
    {
      Visit *other = &g_array_index (following->visits, Visit, i);

      if (other->id == id && other->kind == kind && (other->renamed || !renamed))
        return;
    }

  g_array_append_val (following->visits, visit);
}

static gboolean
note_row (const HnChangedRow  *row,
          gpointer             data,
          GError             **error)
{
  Following *following = data;

  visit_later (following, row->kind, row->id, hn_changed_row_renames (following->reg, row));

  return following->visits->len <= MANY_ROWS;
}

/* FALSE without an error: too much has changed. */
static gboolean
read_log (Following  *following,
          gint64     *number,
          GError    **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, following->reg,
                             "SELECT \"number\", \"changeset\" FROM \"change\" WHERE \"number\" > ?1"
                             " ORDER BY \"number\"",
                             error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, following->roster->number);
  while (hn_statement_next (&statement, error))
    {
      g_autoptr (GBytes) changeset =
        g_bytes_new_static (sqlite3_column_blob (statement.stmt, 1), (gsize) sqlite3_column_bytes (statement.stmt, 1));

      *number = hn_statement_integer (&statement, 0);
      if (!hn_changeset_foreach (following->reg, changeset, note_row, following, error))
        return FALSE;
    }

  return !statement.failed;
}

/* Where very many records refer to one that changed but is called as before, only the order by that field is given up;
 * and always where it is by countries, which records refer to by codes that may be new, or there no more. */
static gboolean
follow_link (Following     *following,
             const Visit   *visit,
             const HnLink  *link,
             GError       **error)
{
  gboolean own = link->kind == following->roster->base->kind;
  g_autoptr (GArray) ids = NULL;

  if (own && link->field->type == HN_TYPE_COUNTRY)
    hn_roster_drop_line (following->roster, link->field);
  if (!own && !visit->renamed)
    return TRUE;

  ids = hn_link_find (following->reg, link, visit->id, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len > MANY_ROWS)
    {
      if (own)
        hn_roster_drop_line (following->roster, link->field);
      return !visit->renamed;
    }

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (visit->renamed)
        visit_later (following, link->kind, id, hn_search_depends_on (link->kind, link->field));
      else
        add_id (following, id);
    }

  return following->visits->len <= MANY_ROWS && g_hash_table_size (following->ids) <= MANY_ROWS;
}

static gboolean
follow_visit (Following    *following,
              const Visit  *visit,
              GError      **error)
{
  g_autoptr (GPtrArray) links = hn_links_to (visit->kind);

  if (visit->kind == following->roster->base->kind)
    add_id (following, visit->id);

  for (guint i = 0; i < links->len; i++)
    {
      if (!follow_link (following, visit, g_ptr_array_index (links, i), error))
        return FALSE;
    }

  return TRUE;
}

/* --- rows ------------------------------------------------------------ */

static guint
make_row (HnRoster *self,
          gint64    id)
{
  guint row;

  if (hn_roster_find (self, id, &row))
    return row;

  row = hn_roster_n_rows (self);
  g_array_append_val (self->added_ids, id);
  g_hash_table_insert (self->added, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row));

  return row;
}

static gboolean
take_row (HnRoster     *self,
          HnStatement  *statement,
          gint64        id,
          GError      **error)
{
  HnRosterText *text = g_new0 (HnRosterText, 1);
  guint row = make_row (self, id);

  g_hash_table_replace (self->texts, GUINT_TO_POINTER (row), text);
  g_array_append_val (self->log, row);

  hn_statement_rewind (statement);
  hn_statement_bind_integer (statement, 1, id);
  if (hn_statement_next (statement, error))
    {
      text->folded = g_strdup (hn_statement_text (statement, 0));
      text->marked = g_strdup (hn_statement_text (statement, 1));
    }

  return !statement->failed;
}

static gboolean
take_rows (Following  *following,
           GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"folded\", \"marked\" FROM \"search_%s\" WHERE \"id\" = ?1",
                                          following->roster->base->kind->name);
  g_auto (HnStatement) statement = { 0 };
  GHashTableIter iter;
  gpointer id;

  if (!hn_statement_prepare (&statement, following->reg, sql, error))
    return FALSE;

  g_hash_table_iter_init (&iter, following->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!take_row (following->roster, &statement, *(const gint64 *) id, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_roster_follow:
 * @self: a roster
 * @reg: a register in a transaction
 * @error: return location
 *
 * Takes in what was changed since the last call, by whomever.
 *
 * Returns: whether @self is in step with @reg; %FALSE without an error where too much has changed, or something that
 *   is not in the log: the roster is of no use any more
 */
gboolean
hn_roster_follow (HnRoster    *self,
                  HnRegister  *reg,
                  GError     **error)
{
  g_auto (Following) following = { self, reg, g_array_new (FALSE, FALSE, sizeof (Visit)),
                                   g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
  gint64 number = self->number;
  gint64 data_version;

  if (!hn_register_get_number (reg, "PRAGMA data_version", &data_version, error)
      || !read_log (&following, &number, error))
    return FALSE;
  if (number == self->number)
    return data_version == self->data_version;

  for (guint i = 0; i < following.visits->len; i++)
    {
      /* By value: the array grows. */
      Visit visit = g_array_index (following.visits, Visit, i);

      if (!follow_visit (&following, &visit, error))
        return FALSE;
    }

  self->number = number;
  self->data_version = data_version;

  return take_rows (&following, error);
}
