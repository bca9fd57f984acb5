/* Bare SQL: what was asked is asked once more, on the same connection, and every value is looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "bench-bare.h"
#include "bench-common.h"

struct _BenchQueries
{
  GPtrArray *sql;
};

/* The register's own, as it is the first that is opened. */
static sqlite3 *connection;

static int
watch (sqlite3 *db, char **message, const struct sqlite3_api_routines *api)
{
  if (connection == NULL)
    connection = db;

  return SQLITE_OK;
}

/* Call it before the register is opened. */
void
bench_queries_watch (void)
{
  sqlite3_auto_extension ((void (*) (void)) watch);
}

static int
take_query (unsigned int  event,
            void         *data,
            void         *statement,
            void         *text)
{
  BenchQueries *self = data;
  char *sql = sqlite3_expanded_sql (statement);

  /* Savepoints are nothing to measure, and triggers say what they are in a comment. */
  if (sql != NULL && (g_ascii_strncasecmp (sql, "SELECT", 6) == 0 || g_ascii_strncasecmp (sql, "WITH", 4) == 0))
    g_ptr_array_add (self->sql, g_strdup (sql));
  sqlite3_free (sql);

  return 0;
}

BenchQueries *
bench_queries_record (void)
{
  BenchQueries *self = g_new0 (BenchQueries, 1);

  self->sql = g_ptr_array_new_with_free_func (g_free);
  sqlite3_trace_v2 (connection, SQLITE_TRACE_STMT, take_query, self);

  return self;
}

static gsize
ask (const char *sql)
{
  sqlite3_stmt *statement;
  gsize length = 0;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (connection));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      length += sqlite3_column_text (statement, i) != NULL ? (gsize) sqlite3_column_bytes (statement, i) : 0;
  sqlite3_finalize (statement);

  return length;
}

/* Nothing is recorded any more. */
void
bench_queries_stop (BenchQueries *self)
{
  sqlite3_trace_v2 (connection, 0, NULL, NULL);
}

/* Returns: how long all of them take, one after the other, in milliseconds */
double
bench_queries_run (BenchQueries *self)
{
  double start = bench_now ();

  for (guint i = 0; i < self->sql->len; i++)
    ask (g_ptr_array_index (self->sql, i));

  return bench_now () - start;
}

void
bench_queries_free (BenchQueries *self)
{
  g_ptr_array_unref (self->sql);
  g_free (self);
}
