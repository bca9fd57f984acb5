/* What a durable save costs: through the store with its history, and a bare commit of the same row beside it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>

#include "bench-common.h"
#include "hn-store.h"

typedef struct
{
  HnStore *store;
  sqlite3 *db;
  sqlite3_stmt *update;
  sqlite3_stmt *insert;
  GArray *ids;     /* of people to be changed */
  gboolean saved;
} Saving;

static void
run (sqlite3    *db,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

static char *
ask_pragma (sqlite3    *db,
            const char *sql)
{
  sqlite3_stmt *statement = prepare (db, sql);
  char *answer;

  if (sqlite3_step (statement) != SQLITE_ROW)
    g_error ("%s: no answer", sql);
  answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return answer;
}

/* The same pragmas as the register's: what the file itself remembers is asked of it, the rest is as
 * hn-register.c sets it. */
static void
open_bare (Saving     *self,
           const char *path)
{
  g_autofree char *journal = NULL, *mode = NULL;

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (self->db));
  run (self->db, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                 "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL");
  journal = ask_pragma (self->db, "PRAGMA journal_mode");
  mode = g_strdup_printf ("PRAGMA journal_mode = %s", g_str_equal (journal, "wal") ? "wal" : "truncate");
  run (self->db, mode);

  self->update = prepare (self->db, "UPDATE \"person\" SET \"phone\" = ?2, \"note\" = ?3 WHERE \"id\" = ?1");
  self->insert = prepare (self->db, "INSERT INTO \"person\" (\"id\", \"name\", \"phone\", \"address\", \"note\") "
                                    "VALUES (?1, 'Nguyễn Thị Hoà Bình', ?2, 'Số 12 đường Trường Chinh', ?3)");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hn_store_save_finish (HN_STORE (source), result, NULL, NULL, &error))
    g_error ("save: %s", error->message);
  self->saved = TRUE;
}

/* As the window does it: from the asking on the main thread to the answer there. */
static double
save_ours (Saving   *self,
           HnRecord *record)
{
  double start = bench_now ();

  self->saved = FALSE;
  hn_store_save_async (self->store, record, NULL, saved_cb, self);
  while (!self->saved)
    g_main_context_iteration (NULL, TRUE);

  return bench_now () - start;
}

static double
save_bare (Saving       *self,
           sqlite3_stmt *statement,
           gint64        id,
           const char   *phone,
           const char   *note)
{
  double start = bench_now ();

  run (self->db, "BEGIN IMMEDIATE");
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, phone, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, note, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("bare save: %s", sqlite3_errmsg (self->db));
  sqlite3_reset (statement);
  run (self->db, "COMMIT");

  return bench_now () - start;
}

/* Another one each time, all over the file. */
static gint64
pick_person (Saving *self,
             guint   turn)
{
  return g_array_index (self->ids, gint64, (guint64) turn * 7919 % self->ids->len);
}

static HnRecord *
make_person (const char *phone,
             const char *note)
{
  HnRecord *record = hn_record_new (hn_kind_lookup ("person"));

  hn_record_set_text (record, "name", "Nguyễn Thị Hoà Bình");
  hn_record_set_text (record, "phone", phone);
  hn_record_set_text (record, "address", "Số 12 đường Trường Chinh");
  hn_record_set_text (record, "note", note);

  return record;
}

static HnRecord *
load_person (Saving     *self,
             gint64      id,
             const char *phone,
             const char *note)
{
  g_autoptr (GError) error = NULL;
  HnRecord *record = hn_register_load (hn_store_get_reader (self->store), hn_kind_lookup ("person"), id, &error);

  if (record == NULL)
    g_error ("person: %s", error->message);
  hn_record_set_text (record, "phone", phone);
  hn_record_set_text (record, "note", note);

  return record;
}

static void
measure_ours (Saving *self,
              guint   turn)
{
  g_autofree char *phone = g_strdup_printf ("09%08u", turn * 7919), *note = g_strdup_printf ("Lần thứ %u", turn);
  g_autoptr (HnRecord) changed = load_person (self, pick_person (self, turn), phone, note);
  g_autoptr (HnRecord) added = make_person (phone, note);

  bench_say ("save", BENCH_OURS, "change", save_ours (self, changed));
  bench_say ("save", BENCH_OURS, "add", save_ours (self, added));
}

static void
measure_bare (Saving *self,
              guint   turn)
{
  g_autofree char *phone = g_strdup_printf ("09%08u", turn * 7919), *note = g_strdup_printf ("Lần thứ %u", turn);
  gint64 fresh = ((gint64) g_random_int_range (1, G_MAXINT32) << 32) + g_random_int ();

  bench_say ("save", BENCH_BESIDE, "change", save_bare (self, self->update, pick_person (self, turn), phone, note));
  bench_say ("save", BENCH_BESIDE, "add", save_bare (self, self->insert, fresh, phone, note));
}

static void
measure_all (Saving *self,
             guint   saves)
{
  for (guint turn = 0; turn < saves; turn++)
    {
      if (BENCH_OURS_FIRST (turn))
        measure_ours (self, turn);
      measure_bare (self, turn);
      if (!BENCH_OURS_FIRST (turn))
        measure_ours (self, turn);
    }
}

static GArray *
list_people (HnStore *store)
{
  const HnListing listing = { .kind = hn_kind_lookup ("person") };
  g_autoptr (GError) error = NULL;
  GArray *ids = hn_register_list (hn_store_get_reader (store), &listing, NULL, &error);

  if (ids == NULL || ids->len == 0)
    g_error ("no people: %s", error != NULL ? error->message : "an empty register");

  return ids;
}

/* bench-save SAVES OURS BARE: two copies of one register */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  Saving self = { 0 };

  if (argc != 4)
    g_error ("bench-save SAVES OURS BARE");
  self.store = hn_store_new (argv[2], &error);
  if (self.store == NULL)
    g_error ("%s", error->message);
  self.ids = list_people (self.store);
  open_bare (&self, argv[3]);

  measure_all (&self, (guint) atoi (argv[1]));

  sqlite3_finalize (self.update);
  sqlite3_finalize (self.insert);
  sqlite3_close (self.db);
  g_array_unref (self.ids);
  g_object_unref (self.store);

  return 0;
}
