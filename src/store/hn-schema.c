/* The versions of a register's schema, and the way from each to the next. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-schema.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "hn-register-file.h"
#include "hn-register-private.h"
#include "hn-seed.h"
#include "hn-store-resources.h"

#define RESOURCE_PATH "/vn/huunghi/HuuNghi/store"

/* The constructor that would do this is dropped by the linker from a static library. */
static void
register_resources (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      hn_store_register_resource ();
      g_once_init_leave (&done, 1);
    }
}

/**
 * hn_store_resource:
 * @name: a file among the store's resources
 * @error: return location
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
hn_store_resource (const char *name,
                   GError    **error)
{
  g_autofree char *path = g_build_path ("/", RESOURCE_PATH, name, NULL);

  register_resources ();

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static void
migration_clear (gpointer data)
{
  g_free (((HnMigration *) data)->sql);
}

static int
compare_migrations (gconstpointer a,
                    gconstpointer b)
{
  const HnMigration *first = a;
  const HnMigration *second = b;

  return (first->version > second->version) - (first->version < second->version);
}

/**
 * hn_schema_list:
 * @error: return location
 *
 * Returns: (transfer full): every migration of this program, NNNN-*.sql, oldest first
 */
GArray *
hn_schema_list (GError **error)
{
  g_autoptr (GArray) migrations = g_array_new (FALSE, TRUE, sizeof (HnMigration));
  g_auto (GStrv) names = NULL;

  register_resources ();
  g_array_set_clear_func (migrations, migration_clear);
  names = g_resources_enumerate_children (RESOURCE_PATH "/sql", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_build_path ("/", "sql", names[i], NULL);
      g_autoptr (GBytes) sql = hn_store_resource (name, error);
      HnMigration migration = { 0 };

      if (sql == NULL)
        return NULL;
      migration.version = (guint32) g_ascii_strtoull (names[i], NULL, 10);
      migration.sql = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
      g_array_append_val (migrations, migration);
    }
  g_array_sort (migrations, compare_migrations);

  return g_steal_pointer (&migrations);
}

/**
 * hn_schema_version:
 *
 * Returns: the newest version of the schema that this program knows
 */
guint32
hn_schema_version (void)
{
  g_autoptr (GArray) migrations = hn_schema_list (NULL);

  g_assert (migrations != NULL && migrations->len > 0);

  return g_array_index (migrations, HnMigration, migrations->len - 1).version;
}

/* "NAME.backup-v1", or with a number where that is taken; a backup is never overwritten. */
static char *
backup_path (const char *path,
             gint64      version)
{
  g_autofree char *first = g_strdup_printf ("%s.backup-v%" G_GINT64_FORMAT, path, version);

  if (!g_file_test (first, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&first);

  for (guint i = 2;; i++)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u", first, i);

      if (!g_file_test (next, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&next);
    }
}

/* (nullable): the ids of the records that have no search row yet */
static GArray *
list_unsearched (HnRegister    *reg,
                 const HnKind  *kind,
                 GError       **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"id\" NOT IN (SELECT \"id\" FROM \"search_%s\")", kind->name,
                     kind->name);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, reg, sql, error))
    return NULL;
  while (hn_statement_next (&statement, error))
    {
      gint64 id = hn_statement_integer (&statement, 0);

      g_array_append_val (ids, id);
    }

  return statement.failed ? NULL : g_steal_pointer (&ids);
}

/**
 * hn_schema_complete_search:
 * @reg: a register in a transaction, with the newest schema
 * @error: return location
 *
 * Makes the search rows of records that came by SQL, which cannot make them.
 *
 * Returns: whether every record has its search row
 */
gboolean
hn_schema_complete_search (HnRegister  *reg,
                           GError     **error)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GArray) ids = NULL;

      if (hn_kind_stored (kinds[i]) != kinds[i])
        continue;
      ids = list_unsearched (reg, kinds[i], error);
      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        if (!hn_search_remake (reg, kinds[i], g_array_index (ids, gint64, j), error))
          return FALSE;
    }

  return TRUE;
}

/* A new register gets its reference data when it has all tables; an older one what is new in them. */
static gboolean
complete (HnRegister  *reg,
          GError     **error)
{
  gint64 n_countries, n_anniversaries;

  if (!hn_register_get_number (reg, "SELECT count (*) FROM \"country\"", &n_countries, error)
      || !hn_register_get_number (reg, "SELECT count (*) FROM \"anniversary\"", &n_anniversaries, error))
    return FALSE;
  if (n_countries > 0 && n_anniversaries == 0 && !hn_seed_anniversaries (reg, error))
    return FALSE;

  return hn_schema_complete_search (reg, error);
}

/* Another program may have taken the same step while this one waited for its turn. */
static gboolean
run_step (HnRegister         *reg,
          const HnMigration  *step,
          GError            **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u", step->version);
  gint64 version;

  if (!hn_register_get_number (reg, "PRAGMA user_version", &version, error))
    return FALSE;

  return version >= (gint64) step->version
         || (hn_register_execute (reg, step->sql, error) && hn_register_execute (reg, mark, error));
}

static gboolean
run_steps (HnRegister *reg,
           GArray     *migrations,
           gint64      version,
           GError    **error)
{
  for (guint i = 0; i < migrations->len; i++)
    {
      const HnMigration *step = &g_array_index (migrations, HnMigration, i);

      if ((gint64) step->version <= version)
        continue;
      if (!hn_register_execute (reg, "BEGIN IMMEDIATE", error))
        return FALSE;
      if (!run_step (reg, step, error) || (i == migrations->len - 1 && !complete (reg, error))
          || !hn_register_execute (reg, "COMMIT", error))
        {
          hn_register_execute (reg, "ROLLBACK", NULL);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * hn_schema_migrate:
 * @reg: a register that may be written
 * @migrations: of HnMigration, oldest first
 * @error: return location
 *
 * Brings the register to the last of @migrations, each step in one transaction. One that holds something
 * already is copied beside itself first.
 *
 * Returns: whether it is there now; a failed step leaves the register as the step before left it
 */
gboolean
hn_schema_migrate (HnRegister *reg,
                   GArray     *migrations,
                   GError    **error)
{
  g_autofree char *backup = NULL;
  gint64 version;

  if (!hn_register_get_number (reg, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= (gint64) g_array_index (migrations, HnMigration, migrations->len - 1).version)
    return TRUE;

  if (version > 0)
    {
      backup = backup_path (reg->path, version);
      if (!hn_register_copy_to (reg, backup, error))
        return FALSE;
    }

  return run_steps (reg, migrations, version, error);
}
