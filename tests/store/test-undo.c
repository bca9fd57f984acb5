/* Changes recorded, taken back and made again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-test-register.h"

static gint64
add_person (HnTestFixture *fixture,
            const char    *name)
{
  return hn_test_add (fixture->reg, "person", "name", name, NULL);
}

static void
assert_people (HnTestFixture *fixture,
               const char    *expected)
{
  g_autofree char *found = hn_test_list (fixture->reg, "person", NULL, NULL, NULL);

  g_assert_cmpstr (found, ==, expected);
}

/* --- the rules of undo and redo -------------------------------------- */

static void
test_new (HnTestFixture *fixture,
          gconstpointer  data)
{
  g_assert_cmpint (hn_register_last_change (fixture->reg), ==, 0);
  hn_test_assert_nothing (fixture->reg, TRUE);
  hn_test_assert_nothing (fixture->reg, FALSE);
}

static void
test_order (HnTestFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *title = NULL;

  add_person (fixture, "Nguyễn An");
  add_person (fixture, "Nguyễn Bình");
  add_person (fixture, "Nguyễn Chi");
  hn_test_undo (fixture->reg);
  hn_test_undo (fixture->reg);
  assert_people (fixture, "Nguyễn An");
  hn_test_restart (fixture);
  title = hn_register_redo_title (fixture->reg);
  g_assert_cmpstr (title, ==, "Nguyễn Bình");
  hn_test_redo (fixture->reg);
  assert_people (fixture, "Nguyễn An|Nguyễn Bình");
  hn_test_redo (fixture->reg);
  assert_people (fixture, "Nguyễn An|Nguyễn Bình|Nguyễn Chi");
  hn_test_assert_nothing (fixture->reg, FALSE);
}

/* What was undone before something new was saved is gone for redo, also when the new is undone in its turn. */
static void
test_new_change_ends_redo (HnTestFixture *fixture,
                           gconstpointer  data)
{
  add_person (fixture, "Nguyễn An");
  add_person (fixture, "Nguyễn Bình");
  hn_test_undo (fixture->reg);
  add_person (fixture, "Nguyễn Chi");
  hn_test_assert_nothing (fixture->reg, FALSE);
  hn_test_undo (fixture->reg);
  assert_people (fixture, "Nguyễn An");
  hn_test_redo (fixture->reg);
  assert_people (fixture, "Nguyễn An|Nguyễn Chi");
  hn_test_assert_nothing (fixture->reg, FALSE);
  hn_test_undo (fixture->reg);
  hn_test_undo (fixture->reg);
  assert_people (fixture, "");
  hn_test_assert_nothing (fixture->reg, TRUE);
}

/* A change in the middle that was taken back alone is made again before those that were taken back earlier. */
static void
test_redo_after_revert (HnTestFixture *fixture,
                        gconstpointer  data)
{
  gint64 addition;

  add_person (fixture, "Nguyễn An");
  addition = hn_register_last_change (fixture->reg);
  add_person (fixture, "Nguyễn Bình");
  add_person (fixture, "Nguyễn Chi");
  g_assert_true (hn_register_revert (fixture->reg, addition, NULL));
  hn_test_undo (fixture->reg);
  assert_people (fixture, "Nguyễn Bình");
  hn_test_redo (fixture->reg);
  assert_people (fixture, "Nguyễn Bình|Nguyễn Chi");
  hn_test_redo (fixture->reg);
  assert_people (fixture, "Nguyễn An|Nguyễn Bình|Nguyễn Chi");
  hn_test_assert_nothing (fixture->reg, FALSE);
}

static void
test_unchanged (HnTestFixture *fixture,
                gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  gint64 last = hn_register_last_change (fixture->reg);

  hn_test_set (fixture->reg, "person", id, "name", "Nguyễn An", NULL);
  g_assert_cmpint (hn_register_last_change (fixture->reg), ==, last);
  hn_test_set (fixture->reg, "person", id, "name", "Nguyễn Ân", NULL);
  g_assert_cmpint (hn_register_last_change (fixture->reg), >, last);
}

static void
test_batch (HnTestFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) bad = hn_record_new (hn_kind_lookup ("person"));
  g_autofree char *title = NULL;
  gint64 id;

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_RECORDED, "Hai người", &error));
  id = add_person (fixture, "Nguyễn An");
  add_person (fixture, "Nguyễn Bình");
  g_assert_false (hn_register_save (fixture->reg, bad, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_clear_error (&error);
  hn_test_set (fixture->reg, "person", id, "phone", "0912345678", NULL);
  g_assert_true (hn_register_commit (fixture->reg, &error));
  assert_people (fixture, "Nguyễn An|Nguyễn Bình");

  title = hn_register_undo_title (fixture->reg);
  g_assert_cmpstr (title, ==, "Hai người");
  hn_test_undo (fixture->reg);
  assert_people (fixture, "");

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_RECORDED, "Không gì cả", &error));
  add_person (fixture, "Nguyễn Chi");
  hn_register_rollback (fixture->reg);
  assert_people (fixture, "");
  hn_test_redo (fixture->reg);
  assert_people (fixture, "Nguyễn An|Nguyễn Bình");
}

static void
test_initial (HnTestFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) bad = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (HnRecord) own = hn_record_new (hn_kind_lookup ("person"));
  gint64 id;

  hn_record_set_id (own, 4711);
  hn_record_set_text (own, "name", "Nguyễn Dũng");
  g_assert_false (hn_register_save (fixture->reg, own, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
  g_clear_error (&error);

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_INITIAL, NULL, &error));
  id = add_person (fixture, "Nguyễn An");
  hn_test_set (fixture->reg, "person", id, "name", "Nguyễn Ân", NULL);
  g_assert_true (hn_register_save (fixture->reg, own, &error));
  g_assert_true (hn_register_commit (fixture->reg, &error));
  assert_people (fixture, "Nguyễn Ân|Nguyễn Dũng");
  hn_test_assert_nothing (fixture->reg, TRUE);

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_INITIAL, NULL, &error));
  add_person (fixture, "Nguyễn Bình");
  g_assert_false (hn_register_save (fixture->reg, bad, NULL));
  g_assert_false (hn_register_commit (fixture->reg, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED);
  assert_people (fixture, "Nguyễn Ân|Nguyễn Dũng");
}

/* --- single changes -------------------------------------------------- */

static void
test_revert (HnTestFixture *fixture,
             gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  gint64 other = add_person (fixture, "Nguyễn Bình");
  g_autoptr (GError) error = NULL;
  gint64 deletion;
  gint64 phone;

  hn_test_delete (fixture->reg, "person", id, HN_DELETE_ALONE, 0);
  deletion = hn_register_last_change (fixture->reg);
  hn_test_set (fixture->reg, "person", other, "phone", "0912345678", NULL);
  phone = hn_register_last_change (fixture->reg);
  hn_test_set (fixture->reg, "person", other, "birth", "1970", NULL);

  g_assert_true (hn_register_revert (fixture->reg, deletion, &error));
  assert_people (fixture, "Nguyễn An|Nguyễn Bình");
  g_assert_false (hn_register_revert (fixture->reg, deletion, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (hn_register_revert (fixture->reg, phone, &error));
  g_assert_false (hn_register_revert (fixture->reg, 12345, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING);
  hn_test_assert_fine (fixture->reg);
}

static void
assert_conflict (HnTestFixture *fixture,
                 gint64         number,
                 gint64         later)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hn_test_dump (fixture->reg);
  g_autofree char *after = NULL;
  g_autofree char *named = g_strdup_printf ("change %" G_GINT64_FORMAT, later);

  g_assert_false (hn_register_revert (fixture->reg, number, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, named));
  after = hn_test_dump (fixture->reg);
  g_assert_cmpstr (before, ==, after);
}

static void
test_conflict (HnTestFixture *fixture,
               gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  gint64 addition = hn_register_last_change (fixture->reg);
  g_autofree char *person = hn_test_ref ("person", id);
  gint64 renaming;

  hn_test_set (fixture->reg, "person", id, "name", "Nguyễn Ân", NULL);
  renaming = hn_register_last_change (fixture->reg);
  hn_test_set (fixture->reg, "person", id, "name", "Nguyễn Ấn", NULL);
  assert_conflict (fixture, renaming, renaming + 1);
  assert_conflict (fixture, addition, renaming + 1);

  hn_test_undo (fixture->reg);
  hn_test_undo (fixture->reg);
  hn_test_add (fixture->reg, "donation", "date", "2021", "direction", "received", "donor", person, "form", "money",
               "amount", "1000000", NULL);
  assert_conflict (fixture, addition, hn_register_last_change (fixture->reg));
}

/* --- history --------------------------------------------------------- */

static const HnFieldChange *
find_field (const HnChange *change,
            guint           record,
            const char     *name)
{
  const HnRecordChange *found = g_ptr_array_index (change->records, record);

  for (guint i = 0; i < found->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (found->fields, i);

      if (g_str_equal (field->field->name, name))
        return field;
    }

  return NULL;
}

static void
test_history (HnTestFixture *fixture,
              gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  g_autofree char *person = hn_test_ref ("person", id);
  gint64 donation = hn_test_add (fixture->reg, "donation", "date", "2021-06-01", "direction", "received", "donor",
                                 person, "form", "money", "amount", "30000000", NULL);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  const HnChange *change;

  hn_test_set (fixture->reg, "donation", donation, "amount", "80000000", NULL);
  hn_test_delete (fixture->reg, "person", id, HN_DELETE_ALONG, 0);
  hn_test_undo (fixture->reg);
  hn_test_redo (fixture->reg);

  history = hn_register_history (fixture->reg, 0, NULL);
  g_assert_cmpuint (history->len, ==, 6);

  change = g_ptr_array_index (history, 0);
  g_assert_cmpstr (change->action, ==, "redo");
  g_assert_cmpint (change->of, ==, 4);
  change = g_ptr_array_index (history, 1);
  g_assert_cmpstr (change->action, ==, "undo");
  g_assert_cmpint (change->of, ==, 4);
  g_assert_cmpstr (change->title, ==, "Nguyễn An");

  change = g_ptr_array_index (history, 2);
  g_assert_cmpstr (change->action, ==, "delete");
  g_assert_false (change->undone);
  g_assert_cmpstr (change->kind->name, ==, "person");
  g_assert_cmpint (change->record, ==, id);
  g_assert_cmpuint (change->records->len, ==, 2);

  change = g_ptr_array_index (history, 3);
  g_assert_cmpstr (change->action, ==, "set");
  g_assert_cmpint (((HnRecordChange *) g_ptr_array_index (change->records, 0))->type, ==, HN_CHANGE_SET);
  g_assert_cmpuint (((HnRecordChange *) g_ptr_array_index (change->records, 0))->fields->len, ==, 1);
  g_assert_nonnull (strstr (find_field (change, 0, "amount")->before, "30.000.000"));
  g_assert_nonnull (strstr (find_field (change, 0, "amount")->after, "80.000.000"));

  /* The donor has gone since, and is still called by name. */
  change = g_ptr_array_index (history, 4);
  g_assert_cmpstr (change->action, ==, "add");
  g_assert_cmpstr (find_field (change, 0, "donor")->after, ==, "Nguyễn An");
  g_assert_null (find_field (change, 0, "donor")->before);
  g_assert_cmpstr (find_field (change, 0, "date")->after, ==, "01/06/2021");
  g_assert_true (g_str_has_suffix (change->at, "Z"));
  g_assert_nonnull (change->author);

  newest = hn_register_history (fixture->reg, 2, NULL);
  g_assert_cmpuint (newest->len, ==, 2);
}

static void
test_history_of_lists (HnTestFixture *fixture,
                       gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "organization", "name", "Hội A", "kind", "bilateral", "countries", "CZ", NULL);
  g_autoptr (GPtrArray) history = NULL;
  const HnChange *change;

  hn_test_set (fixture->reg, "organization", id, "countries", "CZ; SK", NULL);
  history = hn_register_history (fixture->reg, 0, NULL);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpuint (change->records->len, ==, 1);
  g_assert_cmpstr (find_field (change, 0, "countries")->after, ==, "Slovakia");
}

#define ADD(name, func) g_test_add ("/undo/" name, HnTestFixture, NULL, hn_test_set_up, func, hn_test_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("order", test_order);
  ADD ("new-change-ends-redo", test_new_change_ends_redo);
  ADD ("redo-after-revert", test_redo_after_revert);
  ADD ("unchanged", test_unchanged);
  ADD ("batch", test_batch);
  ADD ("initial", test_initial);
  ADD ("revert", test_revert);
  ADD ("conflict", test_conflict);
  ADD ("history", test_history);
  ADD ("history-of-lists", test_history_of_lists);

  return g_test_run ();
}
