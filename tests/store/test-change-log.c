/* The log of changes page by page, and what single changes did. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-change-log.h"
#include "hn-test-register.h"

typedef struct
{
  HnRegister *reg;
  gint64 laos;
  gint64 cuba;
  gint64 person;
} Fixture;

/* 1 adds Laos, 2 adds Cuba, 3 adds a person, 4 renames Laos, 5 adds an office of the person. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("log.hng");
  g_autofree char *person = NULL;
  g_autofree char *organization = NULL;

  fixture->reg = hn_test_create (path);
  fixture->laos = hn_test_add (fixture->reg, "organization", "name", "Hội Lào", "kind", "bilateral", NULL);
  fixture->cuba = hn_test_add (fixture->reg, "organization", "name", "Hội Cuba", "kind", "bilateral", NULL);
  fixture->person = hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn An", NULL);
  hn_test_set (fixture->reg, "organization", fixture->laos, "name", "Hội hữu nghị Việt Nam – Lào", "phone",
               "0204 385 4567", NULL);
  person = hn_test_ref ("person", fixture->person);
  organization = hn_test_ref ("organization", fixture->laos);
  hn_test_add (fixture->reg, "membership", "person", person, "organization", organization, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->reg);
}

/* The numbers of the changes, joined by spaces. */
static char *
ask (Fixture             *fixture,
     const HnChangeQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = hn_register_change_heads (fixture->reg, query, NULL, &error);
  GString *numbers = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < heads->len; i++)
    g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((HnChangeHead *) g_ptr_array_index (heads, i))->number);

  return g_string_free_and_steal (numbers);
}

static void
assert_found (Fixture       *fixture,
              HnChangeQuery  query,
              const char    *expected)
{
  g_autofree char *found = ask (fixture, &query);

  g_assert_cmpstr (found, ==, expected);
}

static void
set_two_phones (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_RECORDED, "Sửa hai số máy", &error));
  hn_test_set (fixture->reg, "organization", fixture->laos, "phone", "0204 111 2222", NULL);
  hn_test_set (fixture->reg, "organization", fixture->cuba, "phone", "0204 333 4444", NULL);
  g_assert_true (hn_register_commit (fixture->reg, &error));
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  assert_found (fixture, (HnChangeQuery) { 0 }, "5 4 3 2 1");
  assert_found (fixture, (HnChangeQuery) { .limit = 2 }, "5 4");
  assert_found (fixture, (HnChangeQuery) { .limit = 2, .before = 4 }, "3 2");
  assert_found (fixture, (HnChangeQuery) { .limit = 2, .before = 2 }, "1");
  assert_found (fixture, (HnChangeQuery) { .after = 3 }, "5 4");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 asked[] = { 4, 1, 99 };

  g_array_append_vals (numbers, asked, 3);
  assert_found (fixture, (HnChangeQuery) { .numbers = numbers }, "4 1");
  assert_found (fixture, (HnChangeQuery) { .kind = hn_kind_lookup ("organization") }, "4 2 1");
  assert_found (fixture, (HnChangeQuery) { .kind = hn_kind_lookup ("overseas_contact") }, "3");
  assert_found (fixture, (HnChangeQuery) { .search = "hoi lao" }, "5 4 1");
  assert_found (fixture, (HnChangeQuery) { .search = "viet nam lao" }, "5 4");
  assert_found (fixture, (HnChangeQuery) { .search = "cuba" }, "2");
  assert_found (fixture, (HnChangeQuery) { .search = "   " }, "5 4 3 2 1");
  assert_found (fixture, (HnChangeQuery) { .search = "không có" }, "");
}

/* The membership refers to both, but changes neither. */
static void
test_of_record (Fixture       *fixture,
                gconstpointer  data)
{
  assert_found (fixture, (HnChangeQuery) { .record = fixture->laos }, "4 1");
  set_two_phones (fixture);
  assert_found (fixture, (HnChangeQuery) { .record = fixture->laos }, "6 4 1");
  assert_found (fixture, (HnChangeQuery) { .record = fixture->cuba }, "6 2");
  assert_found (fixture, (HnChangeQuery) { .record = fixture->person }, "3");
  assert_found (fixture, (HnChangeQuery) { .kind = hn_kind_lookup ("organization") }, "6 4 2 1");
  assert_found (fixture, (HnChangeQuery) { .kind = hn_kind_lookup ("person") }, "3");

  /* The person takes the membership along. */
  hn_test_delete (fixture->reg, "person", fixture->person, HN_DELETE_ALONG, 0);
  assert_found (fixture, (HnChangeQuery) { .kind = hn_kind_lookup ("membership") }, "7 5");
  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  assert_found (fixture, (HnChangeQuery) { .kind = hn_kind_lookup ("membership") }, "8 7 5");
  assert_found (fixture, (HnChangeQuery) { .record = fixture->person }, "8 7 3");
}

static void
test_heads (Fixture       *fixture,
            gconstpointer  data)
{
  const HnChangeQuery query = { .limit = 3 };
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GArray) undone = NULL;
  HnChangeHead *head;

  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  heads = hn_register_change_heads (fixture->reg, &query, NULL, NULL);

  head = g_ptr_array_index (heads, 0);
  g_assert_cmpint (head->number, ==, 7);
  g_assert_cmpstr (head->action, ==, "undo");
  g_assert_cmpstr (head->of_action, ==, "set");
  g_assert_cmpstr (head->title, ==, "Hội hữu nghị Việt Nam – Lào");
  g_assert_true (head->exists);
  g_assert_cmpint (head->size, >, 0);

  head = g_ptr_array_index (heads, 1);
  g_assert_cmpstr (head->of_action, ==, "add");
  g_assert_cmpstr (head->kind->name, ==, "membership");
  g_assert_false (head->exists);

  head = g_ptr_array_index (heads, 2);
  g_assert_cmpstr (head->action, ==, "add");
  g_assert_null (head->of_action);
  g_assert_true (head->undone);

  undone = hn_register_undone_changes (fixture->reg, 5, NULL);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_cmpint (g_array_index (undone, gint64, 0), ==, 5);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const HnChangeQuery query = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (hn_register_change_heads (fixture->reg, &query, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- details ------------------------------------------------------------- */

static const HnFieldChange *
find_field (const HnChangeDetails *details,
            guint                  record,
            const char            *field)
{
  const HnChangedRecord *changed = g_ptr_array_index (details->records, record);

  for (guint i = 0; i < changed->change->fields->len; i++)
    {
      const HnFieldChange *change = g_ptr_array_index (changed->change->fields, i);

      if (g_str_equal (change->field->name, field))
        return change;
    }

  return NULL;
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnChangeDetails) details = hn_register_change_details (fixture->reg, 4, 0, 10, NULL, &error);
  const HnChangedRecord *record;

  g_assert_no_error (error);
  g_assert_cmpuint (details->n_records, ==, 1);
  g_assert_cmpuint (details->fields->len, ==, 2);
  record = g_ptr_array_index (details->records, 0);
  g_assert_true (record->exists);
  g_assert_cmpstr (record->title, ==, "Hội hữu nghị Việt Nam – Lào");
  g_assert_cmpint (record->change->type, ==, HN_CHANGE_SET);
  g_assert_cmpstr (find_field (details, 0, "name")->before, ==, "Hội Lào");
  g_assert_cmpstr (find_field (details, 0, "name")->after, ==, "Hội hữu nghị Việt Nam – Lào");
  g_assert_null (find_field (details, 0, "phone")->before);

  g_assert_null (hn_register_change_details (fixture->reg, 99, 0, 10, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING);
}

/* However many there are, all are counted, and as many as were asked for are read. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnChangeDetails) few = NULL, one = NULL;

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_RECORDED, "Nhập hai trăm hội", &error));
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hội %d", i);

      hn_test_add (fixture->reg, "organization", "name", name, "kind", "bilateral", NULL);
    }
  hn_test_set (fixture->reg, "organization", fixture->cuba, "phone", "0204 333 4444", NULL);
  g_assert_true (hn_register_commit (fixture->reg, &error));

  few = hn_register_change_details (fixture->reg, 6, 0, 3, NULL, &error);
  g_assert_cmpuint (few->n_records, ==, 201);
  g_assert_cmpuint (few->n_by_type[HN_CHANGE_ADD], ==, 200);
  g_assert_cmpuint (few->n_by_type[HN_CHANGE_SET], ==, 1);
  g_assert_cmpuint (few->records->len, ==, 3);
  g_assert_cmpuint (few->kinds->len, ==, 1);
  g_assert_cmpuint (few->fields->len, ==, 1);
  g_assert_cmpstr (((HnField *) g_ptr_array_index (few->fields, 0))->name, ==, "phone");

  one = hn_register_change_details (fixture->reg, 6, fixture->cuba, 3, NULL, &error);
  g_assert_cmpuint (one->n_records, ==, 1);
  g_assert_cmpstr (find_field (one, 0, "phone")->after, ==, "0204 333 4444");
}

/* The content of a file is a size in the log, and a record that is gone is called as it was. */
static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("attachment"));
  g_autofree guint8 *content = g_malloc0 (35 * 1024);
  g_autoptr (HnChangeDetails) added = NULL, deleted = NULL;

  hn_record_set_reference (record, "record", hn_kind_lookup ("organization"), fixture->cuba);
  hn_record_set_text (record, "name", "ảnh.jpg");
  hn_record_set (record, "content", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, content, 35 * 1024, 1));
  g_assert_true (hn_register_save (fixture->reg, record, &error));
  hn_test_delete (fixture->reg, "attachment", hn_record_get_id (record), HN_DELETE_ALONE, 0);

  added = hn_register_change_details (fixture->reg, 6, 0, 10, NULL, &error);
  g_assert_cmpstr (find_field (added, 0, "content")->after, ==, "35 KB");
  deleted = hn_register_change_details (fixture->reg, 7, 0, 10, NULL, &error);
  g_assert_cmpstr (find_field (deleted, 0, "content")->before, ==, "35 KB");
  g_assert_cmpstr (((HnChangedRecord *) g_ptr_array_index (deleted->records, 0))->title, ==, "ảnh.jpg");
  g_assert_false (((HnChangedRecord *) g_ptr_array_index (deleted->records, 0))->exists);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/change-log/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("pages", test_pages);
  ADD ("filters", test_filters);
  ADD ("of-record", test_of_record);
  ADD ("heads", test_heads);
  ADD ("cancelled", test_cancelled);
  ADD ("details", test_details);
  ADD ("many", test_many);
  ADD ("content", test_content);
#undef ADD

  return g_test_run ();
}
