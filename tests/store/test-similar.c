/* What is pointed out before a record is added that may be there already. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdarg.h>

#include "hn-register-private.h"
#include "hn-rosters.h"
#include "hn-store.h"
#include "hn-test-register.h"

typedef struct
{
  HnRegister *reg;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("register.hng");
  HnRegister *reg = hn_test_create (path);

  fixture->reg = reg;
  hn_test_add (reg, "person", "name", "Nguyễn Văn Đức", "birth", "1970-05-06", "phone", "0912 345 678 / 0222 3855 123",
               "email", "Duc@example.vn", NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn Dục", NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn Đức Anh", "note", "em của Nguyễn Văn Đức", NULL);
  hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Lào", "short_name", "HHN Việt–Lào", "kind",
               "bilateral", "founded", "2005", NULL);
  hn_test_add (reg, "organization", "name", "Chi hội hữu nghị Việt Nam – Lào", "kind", "branch", NULL);
  hn_test_add (reg, "partner", "name", "Đại sứ quán Lào", "type", "embassy", NULL);
  hn_test_add (reg, "directive", "number", "12-CT/TW", "issuer", "Ban Bí thư", "title", "Về đối ngoại nhân dân", "kind",
               "directive", "date", "2022-01-05", NULL);
  hn_test_add (reg, "campaign", "name", "Ủng hộ quỹ vắc-xin", NULL);
  hn_test_add (reg, "membership", "person", "Nguyễn Văn Dục", "organization", "HHN Việt–Lào", "joined", "2020", NULL);
  hn_test_add (reg, "event", "title", "Xuân Quê hương", "type", "xuan_que_huong", "from", "2021-02-01", NULL);
  hn_test_add (reg, "headcount", "organization", "HHN Việt–Lào", "as_of", "2021-12-31", "members", "100", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->reg);
}

static char *
find (Fixture    *fixture,
      const char *kind,
      va_list     fields)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));
  g_autoptr (GPtrArray) similar = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  for (const char *field = va_arg (fields, const char *); field != NULL; field = va_arg (fields, const char *))
    {
      hn_register_set_input (fixture->reg, record, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  similar = hn_register_find_similar (fixture->reg, record, 5, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < similar->len; i++)
    {
      const HnSimilar *found = g_ptr_array_index (similar, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? " | " : "", found->title, found->reason);
    }

  return g_string_free_and_steal (text);
}

static void assert_similar (Fixture    *fixture,
                            const char *expected,
                            const char *kind,
                            ...) G_GNUC_NULL_TERMINATED;

static void
assert_similar (Fixture    *fixture,
                const char *expected,
                const char *kind,
                ...)
{
  g_autofree char *found = NULL;
  va_list fields;

  va_start (fields, kind);
  found = find (fixture, kind, fields);
  va_end (fields);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  assert_similar (fixture, "", "person", NULL);
  assert_similar (fixture, "", "person", "name", "Nguyễn Văn", NULL);
  assert_similar (fixture, "Nguyễn Văn Đức: The same: Full name.", "person", "name", "nguyen van ĐỨC", "birth", "1970",
                  NULL);
  assert_similar (fixture, "", "person", "name", "Nguyễn Văn Đức", "birth", "1971", NULL);
  assert_similar (fixture, "Nguyễn Văn Dục: The same: Full name.", "person", "name", "Nguyễn Văn Duc", "birth", "1971",
                  NULL);
  assert_similar (fixture, "Nguyễn Văn Đức: The same: Telephone.", "person", "name", "Trần Văn B", "phone",
                  "+84 912.345.678", NULL);
  assert_similar (fixture, "Nguyễn Văn Đức: The same: Telephone.", "person", "phone", "02223855123", NULL);
  assert_similar (fixture, "Nguyễn Văn Đức: The same: E-mail.", "person", "email", "duc@example.vn", NULL);
  assert_similar (fixture, "Nguyễn Văn Đức: The same: Full name, Telephone. | Nguyễn Văn Dục: The same: Full name.",
                  "person", "name", "Nguyen Van Duc", "phone", "0912345678", NULL);
  assert_similar (fixture, "Nguyễn Văn Đức Anh: The same: Full name.", "overseas_contact", "name", "Nguyễn Văn Đức Anh",
                  NULL);
}

static void
test_organizations (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_similar (fixture, "Hội hữu nghị Việt Nam – Lào: The same: Name.", "organization", "name",
                  "Hội Hữu nghị Việt Nam - Lào", "kind", "bilateral", "founded", "2006", NULL);
  assert_similar (fixture, "Hội hữu nghị Việt Nam – Lào: Nearly the same: Name.", "organization", "name",
                  "Hội Việt – Lào", "kind", "bilateral", NULL);
  assert_similar (fixture, "", "organization", "name", "Hội Việt – Lào", "kind", "abroad", NULL);
  assert_similar (fixture, "Hội hữu nghị Việt Nam – Lào: The same: Short name.", "organization", "name", "Hội khác",
                  "short_name", "hhn viet lao", "kind", "bilateral", NULL);
  assert_similar (fixture, "", "organization", "name", "Hội hữu nghị Việt Nam – Lào Cai", "kind", "bilateral", NULL);
  assert_similar (fixture, "", "organization", "name", "Hội hữu nghị Việt Nam", "kind", "bilateral", NULL);
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  assert_similar (fixture, "Đại sứ quán Lào: The same: Name.", "partner", "name", "đại sứ quán lào", NULL);
  assert_similar (fixture, "Ủng hộ quỹ vắc-xin: The same: Name.", "campaign", "name", "ủng hộ quỹ vắc xin", NULL);
  assert_similar (fixture, "12-CT/TW Về đối ngoại nhân dân: The same: Number.", "directive", "number", "12-ct/tw",
                  "title", "Khác", NULL);
  assert_similar (fixture, "12-CT/TW Về đối ngoại nhân dân: The same: Number, Title.", "directive", "number",
                  "12-CT/TW", "title", "Về đối ngoại nhân dân", NULL);
  assert_similar (fixture, "Xuân Quê hương: The same: Title.", "event", "title", "Xuân quê hương", "from", "2021",
                  NULL);
  assert_similar (fixture, "", "event", "title", "Xuân quê hương", "from", "2022", NULL);
}

/* Where a record is called by what it refers to. */
static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_similar (fixture, "Nguyễn Văn Dục – Hội hữu nghị Việt Nam – Lào: The same: Person, Organization.",
                  "membership", "person", "Nguyễn Văn Dục", "organization", "HHN Việt–Lào", NULL);
  assert_similar (fixture, "", "membership", "person", "Nguyễn Văn Dục", "organization", "HHN Việt–Lào", "joined",
                  "2021", NULL);
  assert_similar (fixture, "", "membership", "person", "Nguyễn Văn Đức Anh", "organization", "HHN Việt–Lào", NULL);
  assert_similar (fixture, "Hội hữu nghị Việt Nam – Lào, 31/12/2021: The same: Organization, As of.", "headcount",
                  "organization", "HHN Việt–Lào", "as_of", "31/12/2021", NULL);
  assert_similar (fixture, "", "headcount", "organization", "HHN Việt–Lào", "as_of", "31/12/2022", NULL);
}

/* A record that is there is not like itself. */
static void
test_itself (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 id = hn_test_add (fixture->reg, "campaign", "name", "Một", NULL);
  g_autoptr (HnRecord) record = hn_register_load (fixture->reg, hn_kind_lookup ("campaign"), id, NULL);
  g_autoptr (GPtrArray) alone = hn_register_find_similar (fixture->reg, record, 0, NULL);
  g_autoptr (GPtrArray) limited = NULL;

  g_assert_cmpuint (alone->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    hn_test_add (fixture->reg, "campaign", "name", "Một", "from", "2021", NULL);
  limited = hn_register_find_similar (fixture->reg, record, 2, NULL);
  g_assert_cmpuint (limited->len, ==, 2);
}

/* --- from memory ----------------------------------------------------- */

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gpointer
ask (HnStore    *store,
     HnStoreJob  job,
     gpointer    data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer answer;

  hn_store_read_async (store, job, data, NULL, NULL, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer = hn_store_read_finish (store, result, &error);
  g_assert_no_error (error);
  g_object_unref (result);

  return answer;
}

/* Asks for a long list too, which has the rows loaded. */
static gpointer
is_loaded_job (HnRegister    *reg,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  HnListing listing = { .kind = hn_kind_lookup ("person"), .search = "an" };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, cancellable, error);
  gboolean loaded = hn_rosters_get (reg->rosters, reg, listing.kind) != NULL;

  return ids != NULL ? GUINT_TO_POINTER (loaded ? 1 : 2) : NULL;
}

static gpointer
similar_job (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return hn_register_find_similar (reg, data, 0, error);
}

static void
fill (HnRegister *reg,
      guint       n_people)
{
  g_assert_true (hn_register_begin (reg, HN_BATCH_INITIAL, NULL, NULL));
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn An%s", i % 50 == 0 ? "" : " Bình");
      g_autofree char *phone = g_strdup_printf ("09%08u", i);

      hn_test_add (reg, "person", "name", name, "phone", phone, NULL);
    }
  g_assert_true (hn_register_commit (reg, NULL));
}

/* A window's store answers from memory, and answers the same. */
static void
test_in_memory (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_strdup (hn_register_get_path (fixture->reg));
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GPtrArray) expected = NULL;
  g_autoptr (GPtrArray) found = NULL;
  HnStore *store;

  fill (fixture->reg, 5100);
  store = hn_store_new (path, NULL);
  while (ask (store, is_loaded_job, NULL) != GUINT_TO_POINTER (1))
    g_thread_yield ();

  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_record_set_text (record, "phone", "+84 900000033");
  expected = hn_register_find_similar (fixture->reg, record, 0, NULL);
  found = ask (store, similar_job, record);
  g_assert_cmpuint (expected->len, ==, 103);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    {
      const HnSimilar *first = g_ptr_array_index (expected, i);
      const HnSimilar *second = g_ptr_array_index (found, i);

      g_assert_cmpint (first->id, ==, second->id);
      g_assert_cmpstr (first->reason, ==, second->reason);
    }
  g_assert_finalize_object (store);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  setlocale (LC_MESSAGES, "C");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/similar/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("people", test_people);
  ADD ("organizations", test_organizations);
  ADD ("others", test_others);
  ADD ("references", test_references);
  ADD ("itself", test_itself);
  ADD ("in-memory", test_in_memory);
#undef ADD

  return g_test_run ();
}
