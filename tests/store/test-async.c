/* The store of a window: saved on a thread, announced on the main one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-store.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "hn-copy.h"
#include "hn-register-private.h"
#include "hn-rosters.h"
#include "hn-test-register.h"

typedef struct
{
  char         *path;
  HnStore      *store;
  GAsyncResult *result;
  guint         n_changed;
  GArray       *ids;   /* of every record that was announced */
  gboolean      all;   /* anything may have changed */
  GThread      *thread;
} Fixture;

static void
changed_cb (HnStore   *store,
            GPtrArray *changes,
            Fixture   *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  g_assert_null (fixture->result);
  fixture->n_changed++;
  fixture->all = fixture->all || changes == NULL;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    g_array_append_val (fixture->ids, ((HnRecordChange *) g_ptr_array_index (changes, i))->id);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Fixture *fixture = data;

  g_assert_true (g_thread_self () == fixture->thread);
  g_set_object (&fixture->result, result);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = hn_test_path ("register.hng");
  g_object_unref (hn_test_create (fixture->path));
  fixture->thread = g_thread_self ();
  fixture->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->store = hn_store_new (fixture->path, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->result);
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  g_array_unref (fixture->ids);
  g_free (fixture->path);
}

static void
forget (Fixture *fixture)
{
  g_clear_object (&fixture->result);
  fixture->n_changed = 0;
  fixture->all = FALSE;
  g_array_set_size (fixture->ids, 0);
}

static void
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
save_person (Fixture    *fixture,
             gint64      id,
             const char *name,
             gint64     *change)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  forget (fixture);
  hn_record_set_id (record, id);
  hn_record_set_text (record, "name", name);
  hn_store_save_async (fixture->store, record, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_true (hn_store_save_finish (fixture->store, fixture->result, &id, change, &error));
  g_assert_no_error (error);

  return id;
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 change;
  gint64 same;
  gint64 id = save_person (fixture, 0, "Nguyễn Văn An", &change);
  g_autofree char *found = hn_test_list (hn_store_get_reader (fixture->store), "person", "an", NULL, NULL);

  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (change, ==, 1);
  g_assert_cmpstr (found, ==, "Nguyễn Văn An");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (fixture->ids, gint64, 0), ==, id);

  g_assert_cmpint (save_person (fixture, id, "Nguyễn Văn An", &same), ==, id);
  g_assert_cmpint (same, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  hn_store_poll (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_save_invalid (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  hn_store_save_async (fixture->store, record, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
finish_undo (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  wait_for_result (fixture);
  g_assert_true (hn_store_undo_finish (fixture->store, fixture->result, &title, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_delete_and_back (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 id = save_person (fixture, 0, "Nguyễn Văn An", NULL);
  g_autoptr (GError) error = NULL;
  gint64 change;

  forget (fixture);
  hn_store_delete_async (fixture->store, hn_kind_lookup ("person"), id, HN_DELETE_ALONE, 0, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_true (hn_store_delete_finish (fixture->store, fixture->result, &change, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  save_person (fixture, 0, "Trần Thị Bình", NULL);
  forget (fixture);
  hn_store_revert_async (fixture->store, change, NULL, done_cb, fixture);
  finish_undo (fixture, NULL);
  g_assert_true (hn_register_find_kind (hn_store_get_reader (fixture->store), id) == hn_kind_lookup ("person"));

  forget (fixture);
  hn_store_undo_async (fixture->store, NULL, done_cb, fixture);
  finish_undo (fixture, "Trần Thị Bình");
  forget (fixture);
  hn_store_redo_async (fixture->store, NULL, done_cb, fixture);
  finish_undo (fixture, "Trần Thị Bình");
}

/* Many saves asked for at once are done one after the other, and each is announced. */
static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_assert_true (hn_store_save_finish (HN_STORE (source), result, NULL, NULL, NULL));
  ++*(guint *) data;
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_done = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));

      hn_record_set_text (record, "name", "Nguyễn Văn An");
      hn_store_save_async (fixture->store, record, NULL, count_cb, &n_done);
      hn_record_set_text (record, "name", "changed after it was handed over");
    }
  while (n_done < 50)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 50);
  g_assert_cmpuint (fixture->ids->len, ==, 50);
  hn_test_assert_fine (hn_store_get_reader (fixture->store));
}

/* --- jobs ------------------------------------------------------------ */

static gpointer
count_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  HnListing listing = { .kind = hn_kind_lookup (data) };
  GArray *ids = hn_register_list (reg, &listing, cancellable, error);

  g_assert_true (hn_register_is_read_only (reg));

  return ids;
}

static void
test_job (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  hn_store_read_async (fixture->store, count_job, g_strdup ("area"), g_free, (GDestroyNotify) g_array_unref, NULL,
                       done_cb, fixture);
  wait_for_result (fixture);
  ids = hn_store_read_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 400);
}

static void
test_job_not_taken (Fixture       *fixture,
                    gconstpointer  data)
{
  hn_store_read_async (fixture->store, count_job, g_strdup ("area"), g_free, (GDestroyNotify) g_array_unref, NULL,
                       done_cb, fixture);
  wait_for_result (fixture);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hn_store_read_async (fixture->store, count_job, g_strdup ("area"), g_free, (GDestroyNotify) g_array_unref,
                       cancellable, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_null (hn_store_read_finish (fixture->store, fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  forget (fixture);
  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_store_save_async (fixture->store, record, cancellable, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* --- others ---------------------------------------------------------- */

static void
test_two_stores (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (HnStore) other = hn_store_new (fixture->path, NULL);
  g_autofree char *found = NULL;

  save_person (fixture, 0, "Nguyễn Văn An", NULL);
  found = hn_test_list (hn_store_get_reader (other), "person", NULL, NULL, NULL);
  g_assert_cmpstr (found, ==, "Nguyễn Văn An");
}

static void
test_poll (Fixture       *fixture,
           gconstpointer  data)
{
  HnRegister *other = hn_test_open (fixture->path);

  hn_store_poll (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  hn_test_add (other, "person", "name", "Nguyễn Văn An", NULL);
  hn_store_poll (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (fixture->all);
  hn_store_poll (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_object_unref (other);
}

/* The system tells of the write: the file need not be asked. */
static gboolean
give_up_cb (gpointer data)
{
  g_assert_not_reached ();
}

static void
test_watch (Fixture       *fixture,
            gconstpointer  data)
{
  HnRegister *other = hn_test_open (fixture->path);
  /* Sooner than the file is asked for the first time. */
  guint give_up = g_timeout_add (2500, give_up_cb, NULL);

  hn_test_add (other, "person", "name", "Nguyễn Văn An", NULL);
  while (fixture->n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fixture->all);
  g_source_remove (give_up);
  g_object_unref (other);
}

/* Another program's change is not lost between two of ours, and ours are not taken for another's. */
static void
test_between (Fixture       *fixture,
              gconstpointer  data)
{
  HnRegister *other = hn_test_open (fixture->path);

  save_person (fixture, 0, "Nguyễn Văn An", NULL);
  g_assert_false (fixture->all);
  hn_test_add (other, "person", "name", "Trần Thị Bình", NULL);
  save_person (fixture, 0, "Lê Văn Cường", NULL);
  g_assert_true (fixture->all);
  forget (fixture);
  hn_store_poll (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_object_unref (other);
}

/* --- many rows ------------------------------------------------------- */

static void
fill (HnRegister *reg,
      guint       n_people)
{
  g_assert_true (hn_register_begin (reg, HN_BATCH_INITIAL, NULL, NULL));
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *phone = g_strdup_printf ("09%08u", i);

      hn_test_add (reg, "person", "name", i % 2 == 0 ? "Nguyễn Văn An" : "Trần Thị Bình", "phone", phone, NULL);
    }
  g_assert_true (hn_register_commit (reg, NULL));
}

static gpointer
search_job (HnRegister    *reg,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  HnListing listing = { .kind = hn_kind_lookup ("person"), .search = data, .sort = "-phone" };

  return hn_register_list (reg, &listing, cancellable, error);
}

static gpointer
is_loaded_job (HnRegister    *reg,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return GINT_TO_POINTER (hn_rosters_get (reg->rosters, reg, hn_kind_lookup ("person")) != NULL ? 1 : 2);
}

static gpointer
ask (Fixture        *fixture,
     HnStoreJob      job,
     gpointer        data,
     GDestroyNotify  free_result)
{
  g_autoptr (GError) error = NULL;
  gpointer answer;

  g_clear_object (&fixture->result);
  hn_store_read_async (fixture->store, job, data, NULL, free_result, NULL, done_cb, fixture);
  wait_for_result (fixture);
  answer = hn_store_read_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  return answer;
}

static void
assert_search (Fixture    *fixture,
               const char *search)
{
  HnListing listing = { .kind = hn_kind_lookup ("person"), .search = search, .sort = "-phone" };
  g_autoptr (GArray) expected = hn_register_list (hn_store_get_reader (fixture->store), &listing, NULL, NULL);
  g_autoptr (GArray) found = ask (fixture, search_job, (gpointer) search, (GDestroyNotify) g_array_unref);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
}

/* Lists of many rows are answered from memory once that is loaded, and follow what anybody changes. */
static void
test_in_memory (Fixture       *fixture,
                gconstpointer  data)
{
  HnRegister *other = hn_test_open (fixture->path);

  fill (other, 5100);
  assert_search (fixture, "van an");
  while (ask (fixture, is_loaded_job, NULL, NULL) != GINT_TO_POINTER (1))
    g_thread_yield ();
  assert_search (fixture, "van an");
  assert_search (fixture, "bình");
  assert_search (fixture, "09000050");

  save_person (fixture, 0, "Lê Bình An", NULL);
  assert_search (fixture, "binh");
  hn_test_add (other, "person", "name", "Lê Bình Yên", NULL);
  assert_search (fixture, "binh");
  assert_search (fixture, "yên");
  g_object_unref (other);
}

/* A copy that is put in the register's place has a log of its own: nothing that was loaded before is of use. */
static void
test_put_over (Fixture       *fixture,
               gconstpointer  data)
{
  HnRegister *other = hn_test_open (fixture->path), *copy;
  g_autofree char *path = hn_test_path ("copy.hng"), *kept = hn_test_path ("kept.hng");
  g_autoptr (GError) error = NULL;
  gboolean overtaken;
  guint version;

  fill (other, 5100);
  assert_search (fixture, "van an");
  while (ask (fixture, is_loaded_job, NULL, NULL) != GINT_TO_POINTER (1))
    g_thread_yield ();

  copy = hn_test_create (path);
  fill (copy, 3000);
  hn_test_add (copy, "person", "name", "Lê Bình Yên", NULL);
  g_assert_true (hn_copy_keep (other, kept, &version, NULL, NULL, NULL, &error));
  g_assert_true (hn_copy_put_over (copy, other, version, &overtaken, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_object_unref (copy);
  g_object_unref (other);
  assert_search (fixture, "van an");
  assert_search (fixture, "binh");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_chmod (fixture->path, 0444);
  fixture->store = hn_store_new (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (hn_store_is_read_only (fixture->store));
  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_store_save_async (fixture->store, record, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
}

static void
test_refused (void)
{
  g_autofree char *path = hn_test_path ("nowhere.hng");
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_store_new (path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_MISSING);
}

/* The last reference may go while work is under way: it is done, and then everything ends. */
static void
quit_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(gboolean *) data = TRUE;
}

static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autofree char *found = NULL;
  gboolean done = FALSE;
  HnStore *store = g_steal_pointer (&fixture->store);
  HnRegister *reg;

  g_signal_handlers_disconnect_by_data (store, fixture);
  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_store_save_async (store, record, NULL, quit_cb, &done);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  while (store != NULL && g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (store);
  reg = hn_test_open (fixture->path);
  found = hn_test_list (reg, "person", NULL, NULL, NULL);
  g_assert_cmpstr (found, ==, "Nguyễn Văn An");
  g_object_unref (reg);
}

#define ADD(name, func) g_test_add ("/async/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("save-invalid", test_save_invalid);
  ADD ("delete-and-back", test_delete_and_back);
  ADD ("many", test_many);
  ADD ("job", test_job);
  ADD ("job-not-taken", test_job_not_taken);
  ADD ("cancel", test_cancel);
  ADD ("two-stores", test_two_stores);
  ADD ("poll", test_poll);
  ADD ("watch", test_watch);
  ADD ("between", test_between);
  ADD ("in-memory", test_in_memory);
  ADD ("put-over", test_put_over);
  ADD ("read-only", test_read_only);
  ADD ("dropped", test_dropped);
  g_test_add_func ("/async/refused", test_refused);

  return g_test_run ();
}
