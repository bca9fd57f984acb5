/* What is held in memory says what the database says: whatever is asked, whatever was changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-roster.h"

#include <locale.h>
#include <string.h>

#include "hn-register-private.h"
#include "hn-sequence.h"
#include "hn-test-register.h"

typedef struct
{
  HnRegister *writer;
  HnRegister *reader;
  HnRoster   *people;
  HnRoster   *memberships;
  HnRoster   *donations;
} Fixture;

static const char *const names[] = {
  "Nguyễn Văn Đức", "Nguyen Van Duc", "Trần Thị Ánh", "Trần Thị Anh", "Lê Hoà",        "Lê Hòa",      "Đỗ Dũng",
  "Phạm Ngọc Ánh",  "Hoàng Yến",      "Łódź Müller",  "Vũ Thuý",      "Nguyễn Thị Yên", "Ngô Quỳnh Lâm", "Bùi Ước",
};

static const char *const homes[] = { "Thành phố Bắc Giang", "Huyện Tân Yên", "Huyện Yên Thế", "Huyện Lục Ngạn" };

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

/* --- registers ------------------------------------------------------- */

static const char *
draw (const char *const *from,
      guint              n)
{
  return from[g_test_rand_int_range (0, (gint32) n)];
}

#define DRAW(table) (draw ((table), G_N_ELEMENTS (table)))

static gboolean
toss (void)
{
  return g_test_rand_bit ();
}

static void
set_text (HnRegister *reg,
          HnRecord   *record,
          const char *field,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  hn_register_set_input (reg, record, field, text, &error);
  g_assert_no_error (error);
}

static void
draw_person (HnRegister *reg,
             HnRecord   *record)
{
  static const char *const countries[] = { "Nhật Bản", "Đức", "VN", "" };
  static const char *const births[] = { "1960", "1970-05", "1970-05-06", "12/5/2021", "" };
  static const char *const notes[] = { "", "Hội người Việt, 150 hội viên", "học ở Tân Yên; về năm 2021" };
  g_autofree char *phone = g_strdup_printf ("0912 345 %03d", g_test_rand_int_range (0, 1000));
  g_autofree char *mail = g_strdup_printf ("nguoi.mau.%d@mail.vn", g_test_rand_int_range (0, 100));

  set_text (reg, record, "name", DRAW (names));
  set_text (reg, record, "phone", toss () ? phone : "");
  set_text (reg, record, "email", toss () ? mail : "");
  set_text (reg, record, "home_area", toss () ? DRAW (homes) : "");
  set_text (reg, record, "birth", DRAW (births));
  set_text (reg, record, "country", DRAW (countries));
  set_text (reg, record, "gender", toss () ? "female" : toss () ? "male" : "");
  set_text (reg, record, "occupation", toss () ? "Giáo viên" : "Kỹ sư");
  set_text (reg, record, "note", DRAW (notes));
}

static void
save (HnRegister *reg,
      HnRecord   *record)
{
  g_autoptr (GError) error = NULL;

  hn_register_save (reg, record, &error);
  g_assert_no_error (error);
}

static gint64
add_person (HnRegister *reg)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));

  draw_person (reg, record);
  save (reg, record);

  return hn_record_get_id (record);
}

static GArray *
list (HnRegister *reg,
      const char *kind)
{
  const HnListing listing = { .kind = hn_kind_lookup (kind) };

  return hn_register_list (reg, &listing, NULL, NULL);
}

static gint64
draw_id (HnRegister *reg,
         const char *kind)
{
  g_autoptr (GArray) ids = list (reg, kind);

  return g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32) ids->len));
}

static void
add_membership (HnRegister *reg)
{
  g_autofree char *person = hn_test_ref ("person", draw_id (reg, "person"));
  g_autofree char *organization = hn_test_ref ("organization", draw_id (reg, "organization"));

  hn_test_add (reg, "membership", "person", person, "organization", organization, "joined",
               toss () ? "2020" : "2021-03", NULL);
}

static void
add_donation (HnRegister *reg)
{
  g_autofree char *person = hn_test_ref ("person", draw_id (reg, "person"));
  g_autofree char *date = g_strdup_printf ("20%02d", g_test_rand_int_range (10, 22));

  hn_test_add (reg, "donation", "date", date, "direction", "received", "donor", toss () ? person : "Công ty Hoa Sen",
               "form", "money", "amount", toss () ? "150000000" : "2000000", NULL);
}

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
    add_person (fixture->writer);
  for (guint i = 0; i < 60; i++)
    {
      add_membership (fixture->writer);
      add_donation (fixture->writer);
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
find_matching (HnRegister    *reg,
               const HnKind  *kind,
               const char    *condition)
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
change_person (HnRegister *reg)
{
  g_autoptr (HnRecord) record = hn_register_load (reg, hn_kind_lookup ("person"), draw_id (reg, "person"), NULL);

  draw_person (reg, record);
  save (reg, record);
}

static void
rename_something (HnRegister *reg)
{
  g_autofree char *name = g_strdup_printf ("Hội %s %d", DRAW (names), g_test_rand_int_range (0, 100));
  gint64 area;
  g_autoptr (GVariant) value = NULL;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      hn_test_set (reg, "organization", draw_id (reg, "organization"), "name", name, NULL);
      break;
    case 1:
      value = hn_register_parse (reg, hn_kind_get_field (hn_kind_lookup ("person"), "home_area"), "Huyện Tân Yên", NULL,
                                 NULL);
      g_assert_nonnull (value);
      g_variant_get (value, "(&sx)", NULL, &area);
      hn_test_set (reg, "area", area, "note", name, NULL);
      break;
    default:
      hn_test_set (reg, "country", hn_register_find_country (reg, toss () ? "JP" : "DE"), "name", name, NULL);
    }
}

static void
change_several (HnRegister *reg)
{
  g_autoptr (GError) error = NULL;

  hn_register_begin (reg, HN_BATCH_RECORDED, "several", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    {
      add_person (reg);
      change_person (reg);
    }
  hn_test_delete (reg, "person", draw_id (reg, "person"), HN_DELETE_ALONG, 0);
  hn_register_commit (reg, &error);
  g_assert_no_error (error);
}

static void
change_anything (HnRegister *reg)
{
  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      add_person (reg);
      break;
    case 1:
    case 2:
      change_person (reg);
      break;
    case 3:
      hn_test_delete (reg, "person", draw_id (reg, "person"), toss () ? HN_DELETE_ALONG : HN_DELETE_CLEAR, 0);
      break;
    case 4:
      rename_something (reg);
      break;
    case 5:
      change_several (reg);
      break;
    case 6:
      add_membership (reg);
      add_donation (reg);
      break;
    case 7:
      hn_register_undo (reg, NULL, NULL);
      break;
    default:
      hn_register_redo (reg, NULL, NULL);
    }
}

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
        change_anything (fixture->writer);
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
    change_anything (fixture->writer);
  base = hn_roster_base_load (fixture->reader, kind, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    change_anything (fixture->writer);
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "home_area"));
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "birth"));
  sequences = hn_roster_base_sort (base, fixture->reader, fields, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    change_anything (fixture->writer);

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
  add_person (fixture->writer);
  g_assert_true (hn_register_commit (fixture->writer, NULL));
  g_assert_false (hn_roster_follow (fixture->people, fixture->reader, &error));
  g_assert_no_error (error);

  load_all (fixture);
  hn_register_begin (fixture->writer, HN_BATCH_RECORDED, "many", NULL);
  for (guint i = 0; i < 1100; i++)
    add_person (fixture->writer);
  g_assert_true (hn_register_commit (fixture->writer, NULL));
  g_assert_false (hn_roster_follow (fixture->people, fixture->reader, &error));
  g_assert_no_error (error);
}

/* --- sequences ------------------------------------------------------- */

typedef struct
{
  guint8 value;
  guint  row;
} Item;

typedef struct
{
  const guint8 *values; /* 0 is none */
  guint         row;
} Comparing;

static gboolean
compare_rows (guint     row,
              int      *order,
              gboolean *same,
              gpointer  data)
{
  const Comparing *comparing = data;
  int difference = comparing->values[comparing->row] - comparing->values[row];

  *same = difference == 0;
  *order = difference != 0 ? difference : (comparing->row > row) - (comparing->row < row);

  return TRUE;
}

static int
compare_up (gconstpointer a,
            gconstpointer b)
{
  const Item *first = a, *second = b;
  int without = (first->value == 0) - (second->value == 0);
  int order = without != 0 ? without : first->value - second->value;

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const Item *first = a, *second = b;
  int without = (first->value == 0) - (second->value == 0);
  int order = without != 0 ? without : second->value - first->value;

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

static void
assert_way (const HnSequence *sequence,
            HnSequenceWay     way,
            const Item       *items,
            guint             n_items)
{
  HnSequenceCursor cursor;
  guint32 rows[7];
  guint at = 0;
  guint n_rows;

  hn_sequence_begin (sequence, way, &cursor);
  while ((n_rows = hn_sequence_next (&cursor, rows, G_N_ELEMENTS (rows))) > 0)
    {
      for (guint i = 0; i < n_rows; i++, at++)
        {
          g_assert_cmpuint (at, <, n_items);
          g_assert_cmpuint (rows[i], ==, items[way == HN_SEQUENCE_BACKWARD ? n_items - 1 - at : at].row);
        }
    }
  g_assert_cmpuint (at, ==, n_items);
}

static void
assert_sequence (const HnSequence *sequence,
                 const guint8     *values,
                 const guint8     *present,
                 guint             n)
{
  g_autofree Item *items = g_new (Item, n);
  guint n_items = 0;

  for (guint row = 0; row < n; row++)
    {
      if (present[row] != 0)
        items[n_items++] = (Item) { values[row], row };
    }

  g_assert_cmpuint (hn_sequence_get_length (sequence), ==, n_items);
  qsort (items, n_items, sizeof (Item), compare_up);
  assert_way (sequence, HN_SEQUENCE_FORWARD, items, n_items);
  assert_way (sequence, HN_SEQUENCE_BACKWARD, items, n_items);
  qsort (items, n_items, sizeof (Item), compare_down);
  assert_way (sequence, HN_SEQUENCE_GROUPS, items, n_items);
}

static HnSequence *
build_sequence (const guint8 *values,
                const guint8 *present,
                guint         n)
{
  g_autoptr (HnSequenceBuilder) builder = hn_sequence_builder_new ();

  for (guint row = 0; row < n; row++)
    {
      if (present[row] == 0)
        hn_sequence_builder_add_absent (builder);
      else if (values[row] == 0)
        hn_sequence_builder_add_empty (builder);
      else
        hn_sequence_builder_add (builder, &values[row], 1);
    }

  return hn_sequence_builder_end (builder, NULL, HN_SEQUENCE_FORWARD);
}

#define N_ROWS 60

/* Some rows leave and come back with other values. */
static void
change_sequence (HnSequence *sequence,
                 guint8     *values,
                 guint8     *present)
{
  guint8 leaving[N_ROWS] = { 0 };

  for (guint i = 0; i < 5; i++)
    leaving[g_test_rand_int_range (0, N_ROWS)] = 1;
  hn_sequence_remove (sequence, leaving);
  for (guint row = 0; row < N_ROWS; row++)
    {
      Comparing comparing = { values, row };

      if (leaving[row] == 0)
        continue;
      present[row] = toss ();
      values[row] = (guint8) g_test_rand_int_range (0, 6);
      if (present[row] != 0)
        g_assert_true (hn_sequence_insert (sequence, row, values[row] != 0, compare_rows, &comparing));
    }
}

static void
test_sequence (void)
{
  for (guint round = 0; round < 100; round++)
    {
      guint8 values[N_ROWS];
      guint8 present[N_ROWS];
      g_autoptr (HnSequence) sequence = NULL;
      g_autoptr (HnSequence) shared = NULL;

      for (guint row = 0; row < N_ROWS; row++)
        {
          values[row] = (guint8) g_test_rand_int_range (0, 6);
          present[row] = toss () || round % 10 == 0;
        }
      sequence = build_sequence (values, present, N_ROWS);
      assert_sequence (sequence, values, present, N_ROWS);

      shared = hn_sequence_ref (sequence);
      sequence = hn_sequence_make_own (sequence);
      g_assert_true (sequence != shared);
      for (guint i = 0; i < 10; i++)
        {
          change_sequence (sequence, values, present);
          assert_sequence (sequence, values, present, N_ROWS);
        }
    }
}

/* Values are compared to their ends, whatever they begin with. */
static void
test_sequence_values (void)
{
  static const char *const values[] = { "nguyễn văn b", "nguyễn văn a", "", "nguyễn", "nguyễn văn", "n" };
  static const guint32 expected[] = { 2, 5, 3, 4, 1, 0 };
  g_autoptr (HnSequenceBuilder) builder = hn_sequence_builder_new ();
  g_autoptr (HnSequence) sequence = NULL;
  HnSequenceCursor cursor;
  guint32 rows[G_N_ELEMENTS (values)];

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    hn_sequence_builder_add (builder, (const guint8 *) values[i], strlen (values[i]));
  sequence = hn_sequence_builder_end (builder, NULL, HN_SEQUENCE_FORWARD);
  hn_sequence_begin (sequence, HN_SEQUENCE_FORWARD, &cursor);
  g_assert_cmpuint (hn_sequence_next (&cursor, rows, G_N_ELEMENTS (rows)), ==, G_N_ELEMENTS (rows));
  g_assert_cmpmem (rows, sizeof rows, expected, sizeof expected);
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
  g_test_add_func ("/roster/sequence", test_sequence);
  g_test_add_func ("/roster/sequence-values", test_sequence_values);

  return g_test_run ();
}
