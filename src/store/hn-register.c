/* A register: made, opened or refused, and closed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "hn-journal.h"
#include "hn-register-file.h"
#include "hn-register-private.h"
#include "hn-schema.h"
#include "hn-seed.h"
#include "hn-sql-functions.h"

/* How long another program may hold the file before we give up, in milliseconds. */
#define BUSY_TIMEOUT 2000

/* The largest file that is checked in full whenever it is opened: some 30 ms. */
#define CHECK_SIZE (32 * 1024 * 1024)

G_DEFINE_FINAL_TYPE (HnRegister, hn_register, G_TYPE_OBJECT)

/* The journal of TRUNCATE mode stays as an empty file; nothing of ours shall lie beside a closed register. */
static void
remove_journal (HnRegister *self)
{
  if (!self->read_only && self->path != NULL && !hn_journal_can_wal (sqlite3_libversion_number ()))
    {
      sqlite3_busy_timeout (self->db, 0);
      sqlite3_exec (self->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
}

static void
hn_register_finalize (GObject *object)
{
  HnRegister *self = HN_REGISTER (object);

  hn_transaction_rollback (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->plans, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  if (self->db != NULL)
    {
      remove_journal (self);
      sqlite3_close (self->db);
    }
  g_free (self->path);

  G_OBJECT_CLASS (hn_register_parent_class)->finalize (object);
}

static void
hn_register_class_init (HnRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_register_finalize;
}

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static void
hn_register_init (HnRegister *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->plans = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hn_plan_free);
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
}

/**
 * hn_register_execute:
 *
 * Runs every statement of @sql.
 */
gboolean
hn_register_execute (HnRegister  *self,
                     const char  *sql,
                     GError     **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  hn_register_set_error (self, error);

  return FALSE;
}

/**
 * hn_register_get_number:
 * @number: (out): the first column of the only row; 0 where there is none
 *
 * Returns: whether it could be asked
 */
gboolean
hn_register_get_number (HnRegister  *self,
                        const char  *sql,
                        gint64      *number,
                        GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  *number = 0;
  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;
  if (hn_statement_next (&statement, error))
    *number = hn_statement_integer (&statement, 0);

  return !statement.failed;
}

/**
 * hn_register_get_state:
 * @data_version: (out): changes whenever anybody but this connection changes the register
 * @number: (out): the last change in the log
 *
 * Waits for nobody.
 *
 * Returns: whether it could be read; %FALSE also while another program holds the file
 */
gboolean
hn_register_get_state (HnRegister *self,
                       gint64     *data_version,
                       gint64     *number)
{
  gboolean good;

  sqlite3_busy_timeout (self->db, 0);
  good = hn_register_get_number (self, "PRAGMA data_version", data_version, NULL)
         && hn_register_get_number (self, "SELECT max (\"number\") FROM \"change\"", number, NULL);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);

  return good;
}

/**
 * hn_register_get_plan:
 *
 * Returns: (transfer none): how the records of a kind, or of a view's base, are stored
 */
const HnPlan *
hn_register_get_plan (HnRegister   *self,
                      const HnKind *kind)
{
  const HnKind *stored = hn_kind_stored (kind);
  HnPlan *plan = g_hash_table_lookup (self->plans, stored);

  if (plan == NULL)
    {
      plan = hn_plan_new (stored);
      g_hash_table_insert (self->plans, (gpointer) stored, plan);
    }

  return plan;
}

/* --- opening --------------------------------------------------------- */

/* A log beside a file in a folder that takes no new file: SQLite could not make its index. */
static char *
connection_name (const char         *path,
                 const HnFileHeader *header,
                 gboolean            writable)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  if (header->wal && !writable && !g_file_test (log, G_FILE_TEST_EXISTS))
    return g_strconcat ("file:", escaped, "?immutable=1", NULL);

  return g_strconcat ("file:", escaped, NULL);
}

static gboolean
connect_file (HnRegister  *self,
              const char  *name,
              gboolean     writable,
              GError     **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
              | (writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);

  if (sqlite3_open_v2 (name, &self->db, flags, NULL) != SQLITE_OK)
    {
      hn_register_set_error (self, error);
      return FALSE;
    }

  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  hn_sql_functions_add (self);

  return hn_register_execute (self,
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA cache_size = -16384;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA synchronous = FULL;",
                              error);
}

static void
set_damaged (HnRegister  *self,
             GError     **error)
{
  hn_register_set_file_error (self->path, SQLITE_CORRUPT, 0, "", error);
}

static gboolean
check_content (HnRegister  *self,
               gint64       size,
               GError     **error)
{
  g_auto (HnStatement) statement = { 0 };
  gboolean has_kinds;

  if (size <= CHECK_SIZE)
    {
      if (!hn_statement_prepare_once (&statement, self, "PRAGMA quick_check (1)", error))
        return FALSE;
      if (hn_statement_next (&statement, error) && g_strcmp0 (hn_statement_text (&statement, 0), "ok") != 0)
        {
          set_damaged (self, error);
          return FALSE;
        }
      if (statement.failed)
        return FALSE;
    }

  if (!hn_schema_has_kinds (self, &has_kinds, error))
    return FALSE;
  if (!has_kinds)
    set_damaged (self, error);

  return has_kinds;
}

/* Waits for the first answer of the file: a lock or a journal in the way shows here. */
static gboolean
check_version (HnRegister  *self,
               gboolean    *old,
               GError     **error)
{
  gint64 version;

  if (!hn_register_get_number (self, "SELECT count(*) FROM sqlite_schema", &version, error)
      || !hn_register_get_number (self, "PRAGMA user_version", &version, error))
    return FALSE;

  *old = version < (gint64) hn_schema_version ();

  return TRUE;
}

static gboolean
migrate (HnRegister  *self,
         gboolean     writable,
         GError     **error)
{
  g_autoptr (GArray) migrations = NULL;
  g_autofree char *name = g_filename_display_name (self->path);

  if (!writable)
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY,
                   _("“%s” is of an older version and cannot be brought up to date, since it can only be read. "
                     "Copy it to a folder that you may write to and open the copy."),
                   name);
      return FALSE;
    }

  migrations = hn_schema_list (error);

  return migrations != NULL && hn_schema_migrate (self, migrations, error);
}

static gboolean
set_journal (HnRegister  *self,
             GError     **error)
{
  const char *mode = hn_journal_mode (sqlite3_libversion_number ());
  g_autofree char *sql = g_strconcat ("PRAGMA journal_mode = ", mode, NULL);

  return self->read_only || hn_register_execute (self, sql, error);
}

static HnRegister *
open_file (const char          *path,
           const HnFileHeader  *header,
           HnRegisterMode       mode,
           gboolean             check,
           GError             **error)
{
  g_autoptr (HnRegister) self = g_object_new (HN_TYPE_REGISTER, NULL);
  gboolean writable = hn_file_is_writable (path);
  g_autofree char *name = connection_name (path, header, writable);
  gboolean old = FALSE;

  self->path = g_strdup (path);
  self->read_only = !writable || mode != HN_REGISTER_READ_WRITE;

  /* One that is only to be read is still opened for writing where it can be: a reader that may not
   * write cannot take its log and its index away when it is the last to leave. */
  if (!connect_file (self, name, writable, error) || !check_version (self, &old, error))
    return NULL;
  if (sqlite3_db_readonly (self->db, "main") == 1)
    {
      self->read_only = TRUE;
      writable = FALSE;
    }
  if (check && !check_content (self, header->size, error))
    return NULL;
  if ((old && !migrate (self, writable && mode != HN_REGISTER_AS_IT_IS, error)) || !set_journal (self, error))
    return NULL;
  if (self->read_only && !hn_register_execute (self, "PRAGMA query_only = ON", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hn_register_open:
 * @path: the register's file
 * @mode: whether it is to be written; one that cannot be falls back to reading
 * @error: return location
 *
 * Nothing is changed about a file that is refused, nor left beside it. One of an older version is brought up to date,
 * with a copy of it as it was beside it: the kinds of today could not be read from it. Only %HN_REGISTER_AS_IT_IS
 * refuses it instead, with %HN_REGISTER_ERROR_READ_ONLY.
 *
 * Returns: (transfer full): the register
 */
HnRegister *
hn_register_open (const char     *path,
                  HnRegisterMode  mode,
                  GError        **error)
{
  HnFileHeader header;

  if (!hn_file_inspect (path, &header, error))
    return NULL;

  return open_file (path, &header, mode, TRUE, error);
}

/**
 * hn_register_open_again:
 *
 * Returns: (transfer full): another connection to a register that this process has open already, and so has checked
 */
HnRegister *
hn_register_open_again (const char     *path,
                        HnRegisterMode  mode,
                        GError        **error)
{
  HnFileHeader header;

  if (!hn_file_inspect (path, &header, error))
    return NULL;

  return open_file (path, &header, mode, FALSE, error);
}

/* --- making ---------------------------------------------------------- */

static gboolean
fill_new (const char  *part,
          const char  *path,
          GError     **error)
{
  g_autoptr (HnRegister) self = g_object_new (HN_TYPE_REGISTER, NULL);
  g_autoptr (GArray) migrations = hn_schema_list (error);
  g_autofree char *escaped = g_uri_escape_string (part, "/", TRUE);
  g_autofree char *name = g_strconcat ("file:", escaped, NULL);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", HN_REGISTER_APPLICATION_ID);

  if (migrations == NULL)
    return FALSE;

  /* Nobody else knows the file yet, and it is thrown away if this fails; errors speak of what it shall be. */
  self->path = g_strdup (path);
  if (!connect_file (self, name, TRUE, error)
      || !hn_register_execute (self, "PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
                               error)
      || !hn_register_execute (self, mark, error) || !hn_schema_migrate (self, migrations, error))
    return FALSE;

  if (!hn_register_begin (self, HN_BATCH_INITIAL, NULL, error))
    return FALSE;
  if (!hn_seed_areas (self, error) || !hn_seed_countries (self, error) || !hn_seed_anniversaries (self, error)
      || !hn_schema_complete_search (self, error))
    return FALSE;

  return hn_register_commit (self, error);
}

/**
 * hn_register_create:
 * @path: where it shall be; no file may be there
 * @error: return location
 *
 * The new register holds the countries and the areas, and nothing else. It is written aside and gets its
 * name when it is whole.
 *
 * Returns: (transfer full): the register
 */
HnRegister *
hn_register_create (const char  *path,
                    GError     **error)
{
  g_autofree char *part = NULL;
  g_autofree char *name = NULL;

  if (path == NULL || *path == '\0')
    {
      g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_PATH,
                           _("No file was named. Say where the new register shall be."));
      return NULL;
    }

  name = g_filename_display_name (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS,
                   _("“%s” is there already and was left as it is. Choose another name."), name);
      return NULL;
    }

  part = hn_file_sibling (path);
  if (!hn_file_can_make (part, path, error))
    return NULL;
  if (!fill_new (part, path, error))
    {
      g_unlink (part);
      return NULL;
    }
  if (!hn_file_place (part, path, FALSE, error))
    return NULL;

  return hn_register_open (path, HN_REGISTER_READ_WRITE, error);
}

/**
 * hn_register_get_path:
 * @self: a register
 *
 * Returns: the file that it was opened from
 */
const char *
hn_register_get_path (HnRegister *self)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  return self->path;
}

/**
 * hn_register_is_read_only:
 * @self: a register
 *
 * Returns: whether every change is refused with %HN_REGISTER_ERROR_READ_ONLY
 */
gboolean
hn_register_is_read_only (HnRegister *self)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), TRUE);

  return self->read_only;
}
