/* Several changes as one on the store's thread, and a record saved that others changed meanwhile. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-store.h"
#include "hn-test-register.h"

typedef struct
{
  char         *path;
  HnStore      *store;
  GAsyncResult *result;
  GThread      *thread;
  guint         n_changed;
  guint         n_records; /* that were announced */
} Fixture;

static void
changed_cb (HnStore   *store,
            GPtrArray *changes,
            Fixture   *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  g_assert_null (fixture->result);
  fixture->n_changed++;
  fixture->n_records += changes != NULL ? changes->len : 0;
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
  fixture->path = hn_test_path ("register.hng");
  g_object_unref (hn_test_create (fixture->path));
  fixture->thread = g_thread_self ();
  fixture->store = hn_store_new (fixture->path, NULL);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->result);
  hn_test_assert_fine (hn_store_get_reader (fixture->store));
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
}

static void
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_people (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *found = hn_test_list (hn_store_get_reader (fixture->store), "person", NULL, NULL, NULL);

  g_assert_cmpstr (found, ==, expected);
}

/* --- several changes ------------------------------------------------- */

typedef struct
{
  Fixture      *fixture;
  gboolean      fail;
  GCancellable *cancel; /* while it works */
  gboolean      freed;
} Work;

static gboolean
add_three (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Work *work = data;
  const char *names[] = { "Nguyễn An", "Nguyễn Bình", "Nguyễn Cúc" };

  g_assert_true (g_thread_self () != work->fixture->thread);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hn_test_add (reg, "person", "name", names[i], NULL);
  if (work->cancel != NULL)
    g_cancellable_cancel (work->cancel);
  if (work->fail)
    g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, "No.");

  return !work->fail;
}

static gboolean
add_nothing (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return TRUE;
}

static void
mark_freed (gpointer data)
{
  Work *work = data;

  g_assert_true (g_thread_self () == work->fixture->thread);
  work->freed = TRUE;
}

static void
start (Fixture     *fixture,
       HnStoreWork  func,
       Work        *work)
{
  work->fixture = fixture;
  work->freed = FALSE;
  fixture->n_changed = 0;
  fixture->n_records = 0;
  g_clear_object (&fixture->result);
  hn_store_change_async (fixture->store, "Ba người", func, work, mark_freed, work->cancel, done_cb, fixture);
  wait_for_result (fixture);
  while (!work->freed)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_work (Fixture       *fixture,
           gconstpointer  data)
{
  HnRegister *reader = hn_store_get_reader (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *title = NULL;
  Work work = { 0 };
  gint64 change = 0;

  start (fixture, add_three, &work);
  g_assert_true (hn_store_change_finish (fixture->store, fixture->result, &change, &error));
  g_assert_no_error (error);
  g_assert_cmpint (change, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_records, ==, 3);
  assert_people (fixture, "Nguyễn An|Nguyễn Bình|Nguyễn Cúc");
  history = hn_register_history (reader, 0, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  title = hn_register_undo_title (reader);
  g_assert_cmpstr (title, ==, "Ba người");

  g_clear_object (&fixture->result);
  hn_store_revert_async (fixture->store, change, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_true (hn_store_undo_finish (fixture->store, fixture->result, NULL, &error));
  assert_people (fixture, "");
}

/* Where nothing is different nothing is logged. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  Work work = { 0 };
  gint64 change = 5;

  start (fixture, add_nothing, &work);
  g_assert_true (hn_store_change_finish (fixture->store, fixture->result, &change, NULL));
  g_assert_cmpint (change, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpint (hn_register_last_change (hn_store_get_reader (fixture->store)), ==, 0);
}

static void
test_fails (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Work work = { .fail = TRUE };

  start (fixture, add_three, &work);
  g_assert_false (hn_store_change_finish (fixture->store, fixture->result, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  assert_people (fixture, "");

  /* What comes after it is as if it had never been. */
  work.fail = FALSE;
  start (fixture, add_three, &work);
  g_assert_true (hn_store_change_finish (fixture->store, fixture->result, NULL, NULL));
  g_assert_cmpuint (fixture->n_records, ==, 3);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Work work = { .cancel = cancellable };

  start (fixture, add_three, &work);
  g_assert_false (hn_store_change_finish (fixture->store, fixture->result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_people (fixture, "");
  g_assert_cmpint (hn_register_last_change (hn_store_get_reader (fixture->store)), ==, 0);
}

/* --- one field of many records --------------------------------------- */

typedef struct
{
  GArray    *ids;
  GVariant  *value;
  GPtrArray *refusals;
} Setting;

static gboolean
set_area (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Setting *setting = data;

  return hn_register_set_fields (reg, hn_kind_lookup ("organization"), (const gint64 *) setting->ids->data,
                                 setting->ids->len, "parent", setting->value, cancellable, &setting->refusals, error);
}

static void
test_set_fields (Fixture       *fixture,
                 gconstpointer  data)
{
  HnRegister *reg = hn_test_open (fixture->path);
  gint64 top = hn_test_add (reg, "organization", "name", "Liên hiệp", "kind", "union", NULL);
  gint64 first = hn_test_add (reg, "organization", "name", "Hội Lào", "kind", "bilateral", NULL);
  gint64 second = hn_test_add (reg, "organization", "name", "Hội Nhật", "kind", "bilateral", NULL);
  gint64 gone = 4711;
  Setting setting = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
                      .value = g_variant_ref_sink (g_variant_new ("(sx)", "organization", top)) };
  g_autofree char *found = NULL;
  gint64 change;

  g_object_unref (reg);
  g_array_append_val (setting.ids, first);
  g_array_append_val (setting.ids, top);
  g_array_append_val (setting.ids, gone);
  g_array_append_val (setting.ids, second);
  hn_store_change_async (fixture->store, "Trực thuộc", set_area, &setting, NULL, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_true (hn_store_change_finish (fixture->store, fixture->result, &change, NULL));
  g_assert_cmpint (change, ==, 4);

  /* Nothing belongs to itself, and what is gone stays gone; the others are set. */
  g_assert_cmpuint (setting.refusals->len, ==, 2);
  g_assert_cmpint (((HnRefusal *) g_ptr_array_index (setting.refusals, 0))->id, ==, top);
  g_assert_cmpstr (((HnRefusal *) g_ptr_array_index (setting.refusals, 0))->title, ==, "Liên hiệp");
  g_assert_nonnull (((HnRefusal *) g_ptr_array_index (setting.refusals, 0))->message);
  g_assert_cmpint (((HnRefusal *) g_ptr_array_index (setting.refusals, 1))->id, ==, gone);
  found = hn_test_list (hn_store_get_reader (fixture->store), "organization", NULL, "parent!=", NULL);
  g_assert_cmpstr (found, ==, "Hội Lào|Hội Nhật");

  g_ptr_array_unref (setting.refusals);
  g_array_unref (setting.ids);
  g_variant_unref (setting.value);
}

/* --- saving over ----------------------------------------------------- */

static void
test_save_over (Fixture       *fixture,
                gconstpointer  data)
{
  HnRegister *reg = hn_test_open (fixture->path);
  gint64 id = hn_test_add (reg, "person", "name", "Nguyễn An", NULL);
  g_autoptr (HnRecord) base = hn_register_load (reg, hn_kind_lookup ("person"), id, NULL);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  g_autoptr (GError) error = NULL;
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;
  gint64 saved;

  hn_test_set (reg, "person", id, "phone", "0912345678", NULL);
  hn_record_set_text (mine, "email", "an@example.vn");
  hn_store_save_over_async (fixture->store, mine, base, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_true (hn_store_save_finish (fixture->store, fixture->result, &saved, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (saved, ==, id);
  email = hn_test_get (reg, "person", id, "email");
  phone = hn_test_get (reg, "person", id, "phone");
  g_assert_cmpstr (email, ==, "an@example.vn");
  g_assert_cmpstr (phone, ==, "0912345678");

  g_clear_object (&fixture->result);
  hn_record_set_text (mine, "phone", "0999999999");
  hn_store_save_over_async (fixture->store, mine, base, NULL, done_cb, fixture);
  wait_for_result (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED);
  g_object_unref (reg);
}

#define ADD(name, func) g_test_add ("/change/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("work", test_work);
  ADD ("nothing", test_nothing);
  ADD ("fails", test_fails);
  ADD ("cancelled", test_cancelled);
  ADD ("set-fields", test_set_fields);
  ADD ("save-over", test_save_over);

  return g_test_run ();
}
