/* Records deleted, and what becomes of those that refer to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-test-register.h"

typedef struct
{
  HnRegister *reg;
  gint64      union_;
  gint64      japan;
  gint64      korea;
  gint64      person;
  gint64      membership;
  gint64      office;
  gint64      event;
  gint64      donation;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("register.hng");
  HnRegister *reg = hn_test_create (path);
  g_autofree char *above = NULL;
  g_autofree char *japan = NULL;
  g_autofree char *korea = NULL;
  g_autofree char *person = NULL;
  g_autofree char *both = NULL;

  fixture->reg = reg;
  fixture->union_ = hn_test_add (reg, "organization", "name", "Liên hiệp các tổ chức hữu nghị", "kind", "union", NULL);
  above = hn_test_ref ("organization", fixture->union_);
  fixture->japan = hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Nhật Bản", "kind", "bilateral",
                                "parent", above, "countries", "JP", NULL);
  fixture->korea = hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Hàn Quốc", "kind", "bilateral",
                                "parent", above, "countries", "KR", NULL);
  japan = hn_test_ref ("organization", fixture->japan);
  korea = hn_test_ref ("organization", fixture->korea);
  both = g_strdup_printf ("%s; %s", japan, korea);
  fixture->person = hn_test_add (reg, "person", "name", "Nguyễn Văn Đức", NULL);
  person = hn_test_ref ("person", fixture->person);
  fixture->membership = hn_test_add (reg, "membership", "person", person, "organization", japan, NULL);
  fixture->office = hn_test_add (reg, "office", "person", person, "organization", japan, "title", "Chủ tịch", NULL);
  fixture->event = hn_test_add (reg, "event", "title", "Giao lưu văn hóa", "type", "exchange", "from", "2021-05-06",
                                "host", japan, "co_hosts", both, NULL);
  fixture->donation = hn_test_add (reg, "donation", "date", "2021-06-01", "direction", "received", "donor", japan,
                                   "form", "money", "amount", "30000000", "currency", "VND", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hn_test_assert_fine (fixture->reg);
  g_object_unref (fixture->reg);
}

static void
assert_shows (Fixture    *fixture,
              const char *kind,
              gint64      id,
              const char *field,
              const char *expected)
{
  g_autofree char *shown = hn_test_get (fixture->reg, kind, id, field);

  g_assert_cmpstr (shown, ==, expected);
}

static const HnDependents *
find_entry (GPtrArray  *dependents,
            const char *kind,
            const char *field)
{
  for (guint i = 0; i < dependents->len; i++)
    {
      const HnDependents *entry = g_ptr_array_index (dependents, i);

      if (g_str_equal (entry->kind->name, kind) && g_str_equal (entry->field->name, field))
        return entry;
    }

  return NULL;
}

static void
test_dependents (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *field;
    gboolean can_clear;
  } expected[] = {
    { "membership", "organization", FALSE }, { "office", "organization", FALSE }, { "event", "host", TRUE },
    { "event", "co_hosts", TRUE },           { "donation", "donor", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents =
    hn_register_dependents (fixture->reg, hn_kind_lookup ("organization"), fixture->japan, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dependents->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const HnDependents *entry = find_entry (dependents, expected[i].kind, expected[i].field);

      g_assert_nonnull (entry);
      g_assert_cmpuint (entry->n_records, ==, 1);
      g_assert_cmpint (entry->can_clear, ==, expected[i].can_clear);
    }
}

static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hn_test_dump (fixture->reg);
  g_autofree char *after = NULL;
  gint64 last = hn_register_last_change (fixture->reg);

  g_assert_false (
    hn_register_delete (fixture->reg, hn_kind_lookup ("organization"), fixture->japan, HN_DELETE_ALONE, 0, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_POINTED_AT);
  g_assert_nonnull (strstr (error->message, "Nhật Bản"));
  g_assert_nonnull (strstr (error->message, "1 "));
  after = hn_test_dump (fixture->reg);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (hn_register_last_change (fixture->reg), ==, last);

  hn_test_delete (fixture->reg, "donation", fixture->donation, HN_DELETE_ALONE, 0);
  assert_shows (fixture, "donation", fixture->donation, "date", "gone");
  g_clear_error (&error);
  g_assert_false (
    hn_register_delete (fixture->reg, hn_kind_lookup ("donation"), fixture->donation, HN_DELETE_ALONE, 0, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
}

static void
test_clear (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = hn_test_dump (fixture->reg);
  g_autofree char *after = NULL;

  hn_test_delete (fixture->reg, "organization", fixture->japan, HN_DELETE_CLEAR, 0);
  assert_shows (fixture, "organization", fixture->japan, "name", "gone");
  assert_shows (fixture, "membership", fixture->membership, "status", "gone");
  assert_shows (fixture, "office", fixture->office, "title", "gone");
  assert_shows (fixture, "donation", fixture->donation, "date", "gone");
  assert_shows (fixture, "event", fixture->event, "host", "");
  assert_shows (fixture, "event", fixture->event, "co_hosts", "Hội hữu nghị Việt Nam – Hàn Quốc");
  assert_shows (fixture, "person", fixture->person, "name", "Nguyễn Văn Đức");
  hn_test_assert_fine (fixture->reg);

  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  after = hn_test_dump (fixture->reg);
  g_assert_cmpstr (before, ==, after);
}

static void
test_along (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = hn_test_dump (fixture->reg);
  g_autofree char *after = NULL;

  hn_test_delete (fixture->reg, "organization", fixture->union_, HN_DELETE_ALONG, 0);
  assert_shows (fixture, "organization", fixture->japan, "name", "gone");
  assert_shows (fixture, "organization", fixture->korea, "name", "gone");
  assert_shows (fixture, "event", fixture->event, "title", "gone");
  assert_shows (fixture, "person", fixture->person, "name", "Nguyễn Văn Đức");

  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  after = hn_test_dump (fixture->reg);
  g_assert_cmpstr (before, ==, after);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = hn_test_dump (fixture->reg);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;

  g_assert_false (hn_register_delete (fixture->reg, hn_kind_lookup ("organization"), fixture->japan, HN_DELETE_REPLACE,
                                      fixture->person, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
  g_clear_error (&error);
  g_assert_false (hn_register_delete (fixture->reg, hn_kind_lookup ("organization"), fixture->japan, HN_DELETE_REPLACE,
                                      fixture->japan, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);

  hn_test_delete (fixture->reg, "organization", fixture->japan, HN_DELETE_REPLACE, fixture->korea);
  assert_shows (fixture, "event", fixture->event, "host", "Hội hữu nghị Việt Nam – Hàn Quốc");
  assert_shows (fixture, "event", fixture->event, "co_hosts", "Hội hữu nghị Việt Nam – Hàn Quốc");
  assert_shows (fixture, "donation", fixture->donation, "donor", "Hội hữu nghị Việt Nam – Hàn Quốc");
  found = hn_test_list (fixture->reg, "membership", "han quoc duc", NULL, NULL);
  g_assert_cmpstr (found, ==, "Nguyễn Văn Đức – Hội hữu nghị Việt Nam – Hàn Quốc");
  hn_test_assert_fine (fixture->reg);

  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  after = hn_test_dump (fixture->reg);
  g_assert_cmpstr (before, ==, after);
}

/* What stands below the one that goes takes its place, not its own. */
static void
test_replace_by_child (Fixture       *fixture,
                       gconstpointer  data)
{
  hn_test_delete (fixture->reg, "organization", fixture->union_, HN_DELETE_REPLACE, fixture->japan);
  assert_shows (fixture, "organization", fixture->japan, "parent", "");
  assert_shows (fixture, "organization", fixture->korea, "parent", "Hội hữu nghị Việt Nam – Nhật Bản");
}

static void
test_replace_by_grandchild (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *above = hn_test_ref ("organization", fixture->japan);
  gint64 branch =
    hn_test_add (fixture->reg, "organization", "name", "Chi hội Tân Yên", "kind", "branch", "parent", above, NULL);

  g_assert_false (hn_register_delete (fixture->reg, hn_kind_lookup ("organization"), fixture->union_, HN_DELETE_REPLACE,
                                      branch, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  assert_shows (fixture, "organization", fixture->japan, "parent", "Liên hiệp các tổ chức hữu nghị");
}

static gint64
attach (Fixture    *fixture,
        const char *kind,
        gint64      id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("attachment"));

  hn_record_set_reference (record, "record", hn_kind_lookup (kind), id);
  hn_record_set_text (record, "name", "ảnh.jpg");
  hn_record_set (record, "content",
                 g_variant_new_from_data (G_VARIANT_TYPE_BYTESTRING, "\x00\xff\x01", 3, TRUE, NULL, NULL));
  g_assert_true (hn_register_save (fixture->reg, record, &error));
  g_assert_no_error (error);

  return hn_record_get_id (record);
}

static void
test_attachments (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 attachment = attach (fixture, "donation", fixture->donation);
  g_autoptr (GPtrArray) dependents =
    hn_register_dependents (fixture->reg, hn_kind_lookup ("donation"), fixture->donation, NULL);
  g_autoptr (GBytes) back = NULL;

  g_assert_nonnull (find_entry (dependents, "attachment", "record"));
  hn_test_delete (fixture->reg, "donation", fixture->donation, HN_DELETE_ALONE, 0);
  assert_shows (fixture, "attachment", attachment, "name", "gone");
  hn_test_assert_fine (fixture->reg);

  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  back = hn_register_read_content (fixture->reg, hn_kind_lookup ("attachment"), attachment, "content", NULL);
  g_assert_nonnull (back);
  g_assert_cmpuint (g_bytes_get_size (back), ==, 3);
}

static void
test_replace_attachments (Fixture       *fixture,
                          gconstpointer  data)
{
  gint64 attachment = attach (fixture, "organization", fixture->japan);

  hn_test_delete (fixture->reg, "organization", fixture->japan, HN_DELETE_REPLACE, fixture->korea);
  assert_shows (fixture, "attachment", attachment, "record", "Hội hữu nghị Việt Nam – Hàn Quốc");
}

static void
test_country (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  HnListing listing = { .kind = hn_kind_lookup ("country"), .where = (const char *const[]) { "code=JP", NULL } };
  g_autoptr (GArray) ids = hn_register_list (fixture->reg, &listing, NULL, NULL);
  gint64 id = g_array_index (ids, gint64, 0);

  g_assert_false (hn_register_delete (fixture->reg, listing.kind, id, HN_DELETE_ALONE, 0, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_POINTED_AT);
  hn_test_delete (fixture->reg, "country", id, HN_DELETE_CLEAR, 0);
  assert_shows (fixture, "organization", fixture->japan, "countries", "");
  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  assert_shows (fixture, "organization", fixture->japan, "countries", hn_label_get ((HnLabel) { "Japan", "Nhật Bản" }));
}

/* Without its country a count would be one of all countries. */
static void
test_clear_country_of_count (Fixture       *fixture,
                             gconstpointer  data)
{
  HnListing listing = { .kind = hn_kind_lookup ("country"), .where = (const char *const[]) { "code=CY", NULL } };
  g_autoptr (GArray) ids = hn_register_list (fixture->reg, &listing, NULL, NULL);
  gint64 count = hn_test_add (fixture->reg, "diaspora_count", "country", "CY", "as_of", "2021", "number", "30", NULL);
  gint64 id = g_array_index (ids, gint64, 0);

  hn_test_delete (fixture->reg, "country", id, HN_DELETE_CLEAR, 0);
  assert_shows (fixture, "diaspora_count", count, "number", "gone");
}

#define ADD(name, func) g_test_add ("/delete/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("dependents", test_dependents);
  ADD ("alone", test_alone);
  ADD ("clear", test_clear);
  ADD ("along", test_along);
  ADD ("replace", test_replace);
  ADD ("replace-by-child", test_replace_by_child);
  ADD ("replace-by-grandchild", test_replace_by_grandchild);
  ADD ("attachments", test_attachments);
  ADD ("replace-attachments", test_replace_attachments);
  ADD ("country", test_country);
  ADD ("clear-country-of-count", test_clear_country_of_count);

  return g_test_run ();
}
