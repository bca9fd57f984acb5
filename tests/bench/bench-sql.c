/* Bare SQL on the same register, for its ids alone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "bench-beside.h"
#include "bench-common.h"

struct _BenchSql
{
  sqlite3 *db;
  sqlite3_stmt *like;
  sqlite3_stmt *order;
};

static sqlite3_stmt *
prepare (BenchSql   *self,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->db));

  return statement;
}

BenchSql *
bench_sql_open (const char *path)
{
  BenchSql *self = g_new0 (BenchSql, 1);

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_exec (self->db, "PRAGMA mmap_size = 0; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY", NULL,
                       NULL, NULL)
           != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (self->db));
  self->like = prepare (self, "SELECT \"id\" FROM \"search_" BENCH_KIND "\" WHERE \"folded\" LIKE '%' || ?1 || '%'");
  self->order = prepare (self, "SELECT \"id\" FROM \"search_" BENCH_KIND "\" ORDER BY \"sort_key\"");

  return self;
}

void
bench_sql_close (BenchSql *self)
{
  sqlite3_finalize (self->like);
  sqlite3_finalize (self->order);
  sqlite3_close (self->db);
  g_free (self);
}

static double
time_ids (BenchSql     *self,
          sqlite3_stmt *statement)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  double start = bench_now ();

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (sqlite3_reset (statement) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_sql (statement), sqlite3_errmsg (self->db));

  return bench_now () - start;
}

/* All ids whose text holds this one. */
double
bench_sql_like (BenchSql   *self,
                const char *folded)
{
  sqlite3_bind_text (self->like, 1, folded, -1, SQLITE_TRANSIENT);

  return time_ids (self, self->like);
}

/* All ids in the order of the index that holds nothing else. */
double
bench_sql_order (BenchSql *self)
{
  return time_ids (self, self->order);
}
