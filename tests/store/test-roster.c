/* What is held in memory says what the database says: whatever is asked, whatever was changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-roster.h"

#include <locale.h>

#include "hn-register-private.h"
#include "hn-test-register.h"
#include "random-records.h"

typedef struct
{
  HnRegister *writer;
  HnRegister *reader;
  HnRoster   *people;
  HnRoster   *memberships;
  HnRoster   *donations;
} Fixture;

static const char *const searches[] = {
  "duc",  "đức",   "nguyen",   "nguyễn", "nguyên", "ng",   "n",      "anh",         "ánh",      "hoa",       "hoà",
  "hòa",  "yen",   "yên the",  "nvd",    "nvđ",    "tta",  "0912",   "091",         "09",       "9",         "+84 912",
  "0912 345", "2", "2021",     "@",      "mail.vn", "e",   "lodz",   "quynh lam",   "a b c",    "u y e n g h t", "zzz",
  "bac giang", "tân yên duc", "thành", "“Đức”,", "12/5", "uoc", "ước", "hội", "nhat ban", "nguoi.mau", "-", "đ", "150",
};

static const char *const person_sorts[] = {
  NULL, "name", "-name", "birth", "-birth", "gender", "-gender", "phone", "home_area", "-home_area", "address",
  "occupation", "country", "-country", "party_member", "-party_member", "note",
};

static const char *const membership_sorts[] = { NULL, "person", "-person", "organization", "-organization", "joined",
                                                "-joined", "status", "card_number" };

static const char *const donation_sorts[] = { NULL, "-date", "date", "donor", "-donor", "amount", "-amount", "state" };

static HnRoster *
load (HnRegister *reg,
      const char *kind)
{
  g_autoptr (GError) error = NULL;
  gint64 number;
  gint64 data_version;
  HnRosterBase *base;

  g_assert_true (hn_register_get_state (reg, &data_version, &number));
  base = hn_roster_base_load (reg, hn_kind_lookup (kind), NULL, NULL, &error);
  g_assert_no_error (error);

  return hn_roster_new (base, number, data_version);
}

static void
load_all (Fixture *fixture)
{
  g_clear_pointer (&fixture->people, hn_roster_free);
  g_clear_pointer (&fixture->memberships, hn_roster_free);
  g_clear_pointer (&fixture->donations, hn_roster_free);
  fixture->people = load (fixture->reader, "person");
  fixture->memberships = load (fixture->reader, "membership");
  fixture->donations = load (fixture->reader, "donation");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char *const organizations[] = { "Hội hữu nghị Việt Nam – Nhật Bản", "Hội hữu nghị Việt Nam – Đức",
                                               "Chi hội Tân Yên" };
  g_autofree char *path = hn_test_path ("register.hng");
  g_autoptr (GError) error = NULL;

  fixture->writer = hn_test_create (path);
  hn_register_begin (fixture->writer, HN_BATCH_INITIAL, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (organizations); i++)
    hn_test_add (fixture->writer, "organization", "name", organizations[i], "kind", "bilateral", "countries",
                 "Nhật Bản", NULL);
  for (guint i = 0; i < 150; i++)
    random_person_add (fixture->writer);
  for (guint i = 0; i < 60; i++)
    {
      random_membership_add (fixture->writer);
      random_donation_add (fixture->writer);
    }
  hn_register_commit (fixture->writer, &error);
  g_assert_no_error (error);

  fixture->reader = hn_register_open (path, HN_REGISTER_READ_ONLY, &error);
  g_assert_no_error (error);
  load_all (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hn_roster_free (fixture->people);
  hn_roster_free (fixture->memberships);
  hn_roster_free (fixture->donations);
  hn_test_assert_fine (fixture->writer);
  g_object_unref (fixture->reader);
  g_object_unref (fixture->writer);
}

/* --- questions ------------------------------------------------------- */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static GArray *
find_matching (HnRegister   *reg,
               const HnKind *kind,
               const char   *condition)
{
  const char *const conditions[] = { condition, NULL };
  const HnListing listing = { .kind = kind, .where = conditions };
  GArray *ids = hn_register_list (reg, &listing, NULL, NULL);

  g_array_sort (ids, compare_ids);

  return ids;
}

/* Both answers, to a question that may have several parts. */
static void
assert_same (HnRoster   *roster,
             HnRegister *reg,
             const char *kind_name,
             const char *search,
             const char *condition,
             const char *sort,
             gint64      limit)
{
  const HnKind *kind = hn_kind_lookup (kind_name);
  const char *const conditions[] = { condition, NULL };
  const HnListing listing = { kind, search, conditions, sort, limit };
  g_autoptr (HnQuery) query = hn_query_new (search);
  HnRosterQuestion question = { hn_query_is_empty (query) ? NULL : search, condition, .limit = limit };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) expected = hn_register_list (reg, &listing, NULL, &error);
  g_autoptr (GArray) matching = condition != NULL ? find_matching (reg, kind, condition) : NULL;
  g_autoptr (GArray) found = NULL;

  g_assert_no_error (error);
  question.matching = matching;
  g_assert_true (hn_order_parse (kind, sort, &question.sorting, NULL));
  found = hn_roster_list (roster, reg, &question, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s, search %s, where %s, sort %s: %u", kind_name, search, condition, sort, expected->len);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), expected->data, expected->len * sizeof (gint64));
  if (question.search == NULL && limit == 0)
    g_assert_cmpint (hn_roster_count (roster, reg, &question, NULL), ==, expected->len);
}

static void
assert_all_sorts (HnRoster          *roster,
                  HnRegister        *reg,
                  const char        *kind,
                  const char *const *sorts,
                  gsize              n_sorts)
{
  for (gsize i = 0; i < n_sorts; i++)
    assert_same (roster, reg, kind, NULL, NULL, sorts[i], 0);
}

static void
assert_everything (Fixture *fixture)
{
  HnRegister *reg = fixture->reader;

  assert_all_sorts (fixture->people, reg, "person", person_sorts, G_N_ELEMENTS (person_sorts));
  assert_all_sorts (fixture->memberships, reg, "membership", membership_sorts, G_N_ELEMENTS (membership_sorts));
  assert_all_sorts (fixture->donations, reg, "donation", donation_sorts, G_N_ELEMENTS (donation_sorts));
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      assert_same (fixture->people, reg, "person", searches[i], NULL, DRAW (person_sorts), 0);
      assert_same (fixture->memberships, reg, "membership", searches[i], NULL, DRAW (membership_sorts), 0);
      assert_same (fixture->donations, reg, "donation", searches[i], NULL, DRAW (donation_sorts), 0);
    }
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  assert_everything (fixture);
  assert_same (fixture->people, fixture->reader, "person", NULL, NULL, "-birth", 7);
  assert_same (fixture->people, fixture->reader, "person", "n", NULL, "birth", 7);
}

static void
test_conditions (Fixture       *fixture,
                 gconstpointer  data)
{
  HnRegister *reg = fixture->reader;

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      assert_same (fixture->people, reg, "person", searches[i], "gender=female", DRAW (person_sorts), 0);
      assert_same (fixture->people, reg, "person", searches[i], "country=", DRAW (person_sorts), 0);
    }
  assert_same (fixture->people, reg, "person", NULL, "gender=female", "phone", 0);
  assert_same (fixture->people, reg, "person", NULL, "birth=1970", NULL, 0);
  assert_same (fixture->donations, reg, "donation", NULL, "donor!=", "-amount", 0);
}

/* One letter after the other, and back, as a person types. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const texts[] = { "nguyen van duc", "ngọc ánh", "yen the tan", "0912 345", "nvduc", "tan yen" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (const char *end = g_utf8_next_char (texts[i]); *end != '\0'; end = g_utf8_next_char (end))
        {
          g_autofree char *typed = g_strndup (texts[i], (gsize) (end - texts[i]));

          if (*g_strstrip (typed) != '\0')
            assert_same (fixture->people, fixture->reader, "person", typed, NULL, NULL, 0);
        }
      assert_same (fixture->people, fixture->reader, "person", texts[i], NULL, NULL, 0);
      assert_same (fixture->people, fixture->reader, "person", "ngu", NULL, NULL, 0);
    }
}

/* --- changes --------------------------------------------------------- */

static void
follow (HnRoster   *roster,
        HnRegister *reg)
{
  g_autoptr (GError) error = NULL;
  gboolean good = hn_roster_follow (roster, reg, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

static void
follow_all (Fixture *fixture)
{
  follow (fixture->people, fixture->reader);
  follow (fixture->memberships, fixture->reader);
  follow (fixture->donations, fixture->reader);
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint round = 0; round < 15; round++)
    {
      gint n_changes = g_test_rand_int_range (0, 4);

      for (gint i = 0; i < n_changes; i++)
        random_change (fixture->writer);
      follow_all (fixture);
      if (round % 5 == 4)
        assert_everything (fixture);
      else
        assert_all_sorts (fixture->people, fixture->reader, "person", person_sorts, G_N_ELEMENTS (person_sorts));
      assert_same (fixture->people, fixture->reader, "person", DRAW (searches), "gender=female", NULL, 0);
      assert_same (fixture->people, fixture->reader, "person", NULL, "gender=female", DRAW (person_sorts), 0);
    }
}

/* What was changed while it was being read is in the log. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("person");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) sequences = NULL;
  HnRosterBase *base;
  gint64 number;
  gint64 data_version;

  g_assert_true (hn_register_get_state (fixture->reader, &data_version, &number));
  for (guint i = 0; i < 5; i++)
    random_change (fixture->writer);
  base = hn_roster_base_load (fixture->reader, kind, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    random_change (fixture->writer);
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "home_area"));
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "birth"));
  sequences = hn_roster_base_sort (base, fixture->reader, fields, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    random_change (fixture->writer);

  hn_roster_free (fixture->people);
  fixture->people = hn_roster_new (hn_roster_base_ref (base), number, data_version);
  follow_all (fixture);
  for (guint i = 0; i < fields->len; i++)
    g_assert_true (hn_roster_add_sequence (fixture->people, base, g_ptr_array_index (fields, i),
                                           hn_sequence_ref (g_ptr_array_index (sequences, i))));
  hn_roster_base_unref (base);
  assert_everything (fixture);
}

/* What is not in the log, and too much of what is, makes a roster useless, and it says so. */
static void
test_useless (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  hn_register_begin (fixture->writer, HN_BATCH_INITIAL, NULL, NULL);
  random_person_add (fixture->writer);
  g_assert_true (hn_register_commit (fixture->writer, NULL));
  g_assert_false (hn_roster_follow (fixture->people, fixture->reader, &error));
  g_assert_no_error (error);

  load_all (fixture);
  hn_register_begin (fixture->writer, HN_BATCH_RECORDED, "many", NULL);
  for (guint i = 0; i < 1100; i++)
    random_person_add (fixture->writer);
  g_assert_true (hn_register_commit (fixture->writer, NULL));
  g_assert_false (hn_roster_follow (fixture->people, fixture->reader, &error));
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add ("/roster/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("lists", test_lists);
  ADD ("conditions", test_conditions);
  ADD ("typing", test_typing);
  ADD ("changes", test_changes);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("useless", test_useless);

  return g_test_run ();
}
