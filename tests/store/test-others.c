/* What other programs do to the register of a window, and how what it holds in memory follows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-store.h"

#include <locale.h>

#include "hn-copy.h"
#include "hn-register-private.h"
#include "hn-rosters.h"
#include "hn-test-register.h"
#include "store-fixture.h"

static void
test_two_stores (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (HnStore) other = hn_store_new (fixture->path, NULL);
  g_autofree char *found = NULL;

  store_fixture_save_person (fixture, 0, "Nguyễn Văn An", NULL);
  found = hn_test_list (hn_store_get_reader (other), "person", NULL, NULL, NULL);
  g_assert_cmpstr (found, ==, "Nguyễn Văn An");
}

static void
test_poll (StoreFixture  *fixture,
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
test_watch (StoreFixture  *fixture,
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
test_between (StoreFixture  *fixture,
              gconstpointer  data)
{
  HnRegister *other = hn_test_open (fixture->path);

  store_fixture_save_person (fixture, 0, "Nguyễn Văn An", NULL);
  g_assert_false (fixture->all);
  hn_test_add (other, "person", "name", "Trần Thị Bình", NULL);
  store_fixture_save_person (fixture, 0, "Lê Văn Cường", NULL);
  g_assert_true (fixture->all);
  store_fixture_forget (fixture);
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
ask (StoreFixture   *fixture,
     HnStoreJob      job,
     gpointer        data,
     GDestroyNotify  free_result)
{
  g_autoptr (GError) error = NULL;
  gpointer answer;

  g_clear_object (&fixture->result);
  hn_store_read_async (fixture->store, job, data, NULL, free_result, NULL, store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  answer = hn_store_read_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  return answer;
}

static void
assert_search (StoreFixture *fixture,
               const char   *search)
{
  HnListing listing = { .kind = hn_kind_lookup ("person"), .search = search, .sort = "-phone" };
  g_autoptr (GArray) expected = hn_register_list (hn_store_get_reader (fixture->store), &listing, NULL, NULL);
  g_autoptr (GArray) found = ask (fixture, search_job, (gpointer) search, (GDestroyNotify) g_array_unref);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
}

/* Lists of many rows are answered from memory once that is loaded, and follow what anybody changes. */
static void
test_in_memory (StoreFixture  *fixture,
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

  store_fixture_save_person (fixture, 0, "Lê Bình An", NULL);
  assert_search (fixture, "binh");
  hn_test_add (other, "person", "name", "Lê Bình Yên", NULL);
  assert_search (fixture, "binh");
  assert_search (fixture, "yên");
  g_object_unref (other);
}

/* A copy that is put in the register's place has a log of its own: nothing that was loaded before is of use. */
static void
test_put_over (StoreFixture  *fixture,
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

#define ADD(name, func)                                                                                                \
  g_test_add ("/others/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("two-stores", test_two_stores);
  ADD ("poll", test_poll);
  ADD ("watch", test_watch);
  ADD ("between", test_between);
  ADD ("in-memory", test_in_memory);
  ADD ("put-over", test_put_over);

  return g_test_run ();
}
