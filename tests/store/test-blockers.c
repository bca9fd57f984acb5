/* What stands in the way of taking a single change back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-test-register.h"

typedef HnTestFixture Fixture;

static gint64
add_person (Fixture    *fixture,
            const char *name)
{
  return hn_test_add (fixture->reg, "person", "name", name, NULL);
}

/* "5 set, 3 add", newest first. */
static char *
describe (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const HnChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", i > 0 ? ", " : "", change->number, change->action);
    }

  return g_string_free_and_steal (text);
}

/* What is said to stand in the way, and that the register sees it in the same way. */
static void
assert_blockers (Fixture    *fixture,
                 gint64      number,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = hn_register_change_blockers (fixture->reg, number, &error);
  g_autofree char *text = NULL;
  g_autofree char *before = hn_test_dump (fixture->reg);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  text = describe (changes);
  g_assert_cmpstr (text, ==, expected);
  if (*expected == '\0')
    {
      g_assert_true (hn_register_revert (fixture->reg, number, &error));
      g_assert_no_error (error);
      hn_test_assert_fine (fixture->reg);
      g_assert_true (hn_register_redo (fixture->reg, NULL, NULL));
    }
  else
    {
      g_assert_false (hn_register_revert (fixture->reg, number, &error));
      g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CONFLICT);
    }
  after = hn_test_dump (fixture->reg);
  g_assert_cmpstr (before, ==, after);
}

static void
test_same_field (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");

  hn_test_set (fixture->reg, "person", id, "phone", "0911111111", NULL);
  hn_test_set (fixture->reg, "person", id, "email", "an@example.vn", NULL);
  assert_blockers (fixture, 2, "");
  hn_test_set (fixture->reg, "person", id, "phone", "0922222222", "note", "a", NULL);
  hn_test_set (fixture->reg, "person", id, "note", "b", NULL);
  assert_blockers (fixture, 2, "6 set");
  assert_blockers (fixture, 6, "7 set");
  assert_blockers (fixture, 1, "7 set, 6 set, 3 set, 2 set");
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  g_autofree char *person = hn_test_ref ("person", id);
  gint64 donation = hn_test_add (fixture->reg, "donation", "date", "2021", "direction", "received", "donor", person,
                                 "form", "money", "amount", "1000000", NULL);
  gint64 event = hn_test_add (fixture->reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2021", NULL);

  hn_test_add (fixture->reg, "organization", "name", "Hội Lào", "kind", "bilateral", NULL);
  assert_blockers (fixture, 1, "2 add");
  hn_test_set (fixture->reg, "event", event, "co_hosts", "Hội Lào", NULL);
  assert_blockers (fixture, 4, "5 set");
  hn_test_set (fixture->reg, "event", event, "note", "a", NULL);
  assert_blockers (fixture, 4, "5 set");

  /* Once nothing refers to it any more, it may go, whatever was before. */
  hn_test_delete (fixture->reg, "donation", donation, HN_DELETE_ALONE, 0);
  assert_blockers (fixture, 1, "");
}

/* What a change wrote itself is no obstacle to it. */
static void
test_batch (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 lao = hn_test_add (fixture->reg, "organization", "name", "Hội Lào", "kind", "bilateral", NULL);
  gint64 event = hn_test_add (fixture->reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2021", NULL);

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_RECORDED, "Liên hiệp", NULL));
  hn_test_add (fixture->reg, "organization", "name", "Liên hiệp", "kind", "union", NULL);
  hn_test_set (fixture->reg, "organization", lao, "parent", "Liên hiệp", NULL);
  hn_test_set (fixture->reg, "event", event, "co_hosts", "Liên hiệp", "host", "Liên hiệp", NULL);
  g_assert_true (hn_register_commit (fixture->reg, NULL));
  hn_test_set (fixture->reg, "event", event, "note", "a", NULL);
  assert_blockers (fixture, 3, "");

  hn_test_set (fixture->reg, "organization", lao, "area", "Huyện Tân Yên", "status", "merged", "merged_into",
               "Liên hiệp", NULL);
  assert_blockers (fixture, 3, "7 set");
}

/* What would come back must find what it refers to. */
static void
test_lost (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  g_autofree char *person = hn_test_ref ("person", id);
  gint64 donation = hn_test_add (fixture->reg, "donation", "date", "2021", "direction", "received", "donor", person,
                                 "form", "money", "amount", "1000000", NULL);

  hn_test_delete (fixture->reg, "donation", donation, HN_DELETE_ALONE, 0);
  hn_test_delete (fixture->reg, "person", id, HN_DELETE_ALONE, 0);
  assert_blockers (fixture, 3, "4 delete");
  assert_blockers (fixture, 1, "4 delete");
}

/* An attachment would be left without its record; nothing in the tables would keep it from that. */
static void
test_attachment (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id = add_person (fixture, "Nguyễn An");
  g_autoptr (HnRecord) file = hn_record_new (hn_kind_lookup ("attachment"));

  hn_record_set_text (file, "name", "Ảnh.png");
  hn_record_set_text (file, "media_type", "image/png");
  hn_record_set (file, "content", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "abc", 3, 1));
  hn_record_set_reference (file, "record", hn_kind_lookup ("person"), id);
  g_assert_true (hn_register_save (fixture->reg, file, NULL));
  assert_blockers (fixture, 1, "2 add");

  hn_test_delete (fixture->reg, "attachment", hn_record_get_id (file), HN_DELETE_ALONE, 0);
  hn_test_delete (fixture->reg, "person", id, HN_DELETE_ALONE, 0);
  assert_blockers (fixture, 3, "4 delete");
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_register_change_blockers (fixture->reg, 12, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING);
}

#define ADD(name, func) g_test_add ("/blockers/" name, Fixture, NULL, hn_test_set_up, func, hn_test_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("same-field", test_same_field);
  ADD ("references", test_references);
  ADD ("batch", test_batch);
  ADD ("lost", test_lost);
  ADD ("attachment", test_attachment);
  ADD ("unknown", test_unknown);

  return g_test_run ();
}
