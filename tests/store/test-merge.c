/* Two people change one record: what they did is brought together, or they are told. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-record-merge.h"
#include "hn-test-register.h"

typedef HnTestFixture Fixture;

static HnRecord *
load (Fixture    *fixture,
      const char *kind,
      gint64      id)
{
  HnRecord *record = hn_register_load (fixture->reg, hn_kind_lookup (kind), id, NULL);

  g_assert_nonnull (record);

  return record;
}

static void
assert_value (Fixture    *fixture,
              const char *kind,
              gint64      id,
              const char *field,
              const char *expected)
{
  g_autofree char *value = hn_test_get (fixture->reg, kind, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_both_kept (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "person", "name", "Nguyễn An", "note", "cũ", NULL);
  g_autoptr (HnRecord) base = load (fixture, "person", id);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  g_autoptr (GError) error = NULL;

  hn_test_set (fixture->reg, "person", id, "phone", "0912345678", "note", "", "home_area", "Huyện Tân Yên", NULL);
  hn_record_set_text (mine, "email", "an@example.vn");
  g_assert_true (hn_register_save_over (fixture->reg, mine, base, &error));
  g_assert_no_error (error);
  assert_value (fixture, "person", id, "phone", "0912345678");
  assert_value (fixture, "person", id, "email", "an@example.vn");
  assert_value (fixture, "person", id, "note", "");
  /* The record holds now what is stored, with the words for it. */
  g_assert_cmpstr (hn_record_get_text (mine, "phone"), ==, "0912345678");
  g_assert_cmpstr (hn_record_get_shown (mine, "home_area"), ==, "Huyện Tân Yên");
}

/* Both sides to the same value is no quarrel, and nothing to save. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "person", "name", "Nguyễn An", NULL);
  g_autoptr (HnRecord) base = load (fixture, "person", id);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  gint64 last;

  hn_test_set (fixture->reg, "person", id, "phone", "0912345678", NULL);
  last = hn_register_last_change (fixture->reg);
  hn_record_set_text (mine, "phone", "0912345678");
  g_assert_true (hn_register_save_over (fixture->reg, mine, base, NULL));
  g_assert_cmpint (hn_register_last_change (fixture->reg), ==, last);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "person", "name", "Nguyễn An", "phone", "0911111111", NULL);
  g_autoptr (HnRecord) base = load (fixture, "person", id);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  g_autoptr (HnRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  hn_test_set (fixture->reg, "person", id, "phone", "", "note", "của người khác", NULL);
  hn_record_set_text (mine, "phone", "0922222222");
  hn_record_set_text (mine, "email", "an@example.vn");
  g_assert_false (hn_register_save_over (fixture->reg, mine, base, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "Nguyễn An"));
  g_assert_nonnull (strstr (error->message, "0922222222"));
  g_assert_null (strstr (error->message, "an@example.vn"));
  g_assert_true (g_str_has_suffix (error->message, "."));
  assert_value (fixture, "person", id, "phone", "");
  assert_value (fixture, "person", id, "email", "");
  g_assert_null (hn_record_get (mine, "note"));

  /* Who has seen it and means it saves over what is there now. */
  now = load (fixture, "person", id);
  g_assert_true (hn_register_save_over (fixture->reg, mine, now, NULL));
  assert_value (fixture, "person", id, "phone", "0922222222");
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "person", "name", "Nguyễn An", NULL);
  g_autoptr (HnRecord) base = load (fixture, "person", id);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  g_autoptr (GError) error = NULL;

  hn_test_delete (fixture->reg, "person", id, HN_DELETE_ALONE, 0);
  hn_record_set_text (mine, "phone", "0912345678");
  g_assert_false (hn_register_save_over (fixture->reg, mine, base, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "Nguyễn An"));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* An amount means something else in another currency. */
static void
test_currency (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "donation", "date", "2021", "direction", "received", "donor", "Công ty",
                           "form", "money", "amount", "1000000", NULL);
  g_autoptr (HnRecord) base = load (fixture, "donation", id);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  g_autoptr (HnRecord) note = hn_record_copy (base);
  g_autoptr (GError) error = NULL;

  hn_test_set (fixture->reg, "donation", id, "currency", "USD", NULL);
  hn_record_set_number (mine, "amount", 2000000);
  g_assert_false (hn_register_save_over (fixture->reg, mine, base, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED);

  hn_record_set_text (note, "note", "Đã chuyển");
  g_assert_true (hn_register_save_over (fixture->reg, note, base, NULL));
  assert_value (fixture, "donation", id, "amount", "1.000.000,00 USD");
}

/* What both together say must still keep the rules. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "campaign", "name", "Quỹ", "from", "2021-05", "to", "2021-12", NULL);
  g_autoptr (HnRecord) base = load (fixture, "campaign", id);
  g_autoptr (HnRecord) mine = hn_record_copy (base);
  g_autoptr (GError) error = NULL;

  hn_test_set (fixture->reg, "campaign", id, "to", "2021-06", NULL);
  hn_record_set_text (mine, "from", "2021-08");
  g_assert_false (hn_register_save_over (fixture->reg, mine, base, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_assert_cmpstr (hn_record_get_text (mine, "to"), ==, "2021-12");
  assert_value (fixture, "campaign", id, "from", "5/2021");
}

static void
test_fields (void)
{
  const HnKind *kind = hn_kind_lookup ("event");
  g_autoptr (HnRecord) base = hn_record_new (kind);
  g_autoptr (HnRecord) mine = NULL;
  g_autoptr (HnRecord) theirs = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  hn_record_set_text (base, "title", "Giao lưu");
  hn_record_set_text (base, "countries", "LA");
  mine = hn_record_copy (base);
  theirs = hn_record_copy (base);
  hn_record_set_text (mine, "title", "Giao lưu Việt – Lào");
  hn_record_set_text (theirs, "title", "Gặp mặt");
  hn_record_set (theirs, "countries", NULL);
  hn_record_set_number (mine, "participants_foreign", 5);
  conflicts = hn_record_merge (mine, base, theirs);

  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((const HnField *) g_ptr_array_index (conflicts, 0))->name, ==, "title");
  g_assert_cmpstr (hn_record_get_text (mine, "title"), ==, "Giao lưu Việt – Lào");
  g_assert_null (hn_record_get (mine, "countries"));
  g_assert_true (hn_record_get_number (mine, "participants_foreign", NULL));
}

#define ADD(name, func) g_test_add ("/merge/" name, Fixture, NULL, hn_test_set_up, func, hn_test_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("both-kept", test_both_kept);
  ADD ("same", test_same);
  ADD ("conflict", test_conflict);
  ADD ("deleted", test_deleted);
  ADD ("currency", test_currency);
  ADD ("rules", test_rules);
  g_test_add_func ("/merge/fields", test_fields);

  return g_test_run ();
}
