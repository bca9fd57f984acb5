/* People, memberships and donations at random, and what may happen to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-records.h"

#include "hn-register-private.h"
#include "hn-test-register.h"

static const char *const names[] = {
  "Nguyễn Văn Đức", "Nguyen Van Duc", "Trần Thị Ánh", "Trần Thị Anh", "Lê Hoà",        "Lê Hòa",      "Đỗ Dũng",
  "Phạm Ngọc Ánh",  "Hoàng Yến",      "Łódź Müller",  "Vũ Thuý",      "Nguyễn Thị Yên", "Ngô Quỳnh Lâm", "Bùi Ước",
};

static const char *const homes[] = { "Thành phố Bắc Giang", "Huyện Tân Yên", "Huyện Yên Thế", "Huyện Lục Ngạn" };

/* One of @n. */
const char *
random_draw (const char *const *from,
             guint              n)
{
  return from[g_test_rand_int_range (0, (gint32) n)];
}

gboolean
random_toss (void)
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
  set_text (reg, record, "phone", random_toss () ? phone : "");
  set_text (reg, record, "email", random_toss () ? mail : "");
  set_text (reg, record, "home_area", random_toss () ? DRAW (homes) : "");
  set_text (reg, record, "birth", DRAW (births));
  set_text (reg, record, "country", DRAW (countries));
  set_text (reg, record, "gender", random_toss () ? "female" : random_toss () ? "male" : "");
  set_text (reg, record, "occupation", random_toss () ? "Giáo viên" : "Kỹ sư");
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

gint64
random_person_add (HnRegister *reg)
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

/* A record of that kind that is there. */
gint64
random_id (HnRegister *reg,
           const char *kind)
{
  g_autoptr (GArray) ids = list (reg, kind);

  return g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32) ids->len));
}

void
random_membership_add (HnRegister *reg)
{
  g_autofree char *person = hn_test_ref ("person", random_id (reg, "person"));
  g_autofree char *organization = hn_test_ref ("organization", random_id (reg, "organization"));

  hn_test_add (reg, "membership", "person", person, "organization", organization, "joined",
               random_toss () ? "2020" : "2021-03", NULL);
}

void
random_donation_add (HnRegister *reg)
{
  g_autofree char *person = hn_test_ref ("person", random_id (reg, "person"));
  g_autofree char *date = g_strdup_printf ("20%02d", g_test_rand_int_range (10, 22));

  hn_test_add (reg, "donation", "date", date, "direction", "received", "donor",
               random_toss () ? person : "Công ty Hoa Sen", "form", "money", "amount",
               random_toss () ? "150000000" : "2000000", NULL);
}

static void
change_person (HnRegister *reg)
{
  g_autoptr (HnRecord) record = hn_register_load (reg, hn_kind_lookup ("person"), random_id (reg, "person"), NULL);

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
      hn_test_set (reg, "organization", random_id (reg, "organization"), "name", name, NULL);
      break;
    case 1:
      value = hn_register_parse (reg, hn_kind_get_field (hn_kind_lookup ("person"), "home_area"), "Huyện Tân Yên", NULL,
                                 NULL);
      g_assert_nonnull (value);
      g_variant_get (value, "(&sx)", NULL, &area);
      hn_test_set (reg, "area", area, "note", name, NULL);
      break;
    default:
      hn_test_set (reg, "country", hn_register_find_country (reg, random_toss () ? "JP" : "DE"), "name", name, NULL);
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
      random_person_add (reg);
      change_person (reg);
    }
  hn_test_delete (reg, "person", random_id (reg, "person"), HN_DELETE_ALONG, 0);
  hn_register_commit (reg, &error);
  g_assert_no_error (error);
}

/* One thing, or several at once, that a person may do, undo and redo among them. */
void
random_change (HnRegister *reg)
{
  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      random_person_add (reg);
      break;
    case 1:
    case 2:
      change_person (reg);
      break;
    case 3:
      hn_test_delete (reg, "person", random_id (reg, "person"), random_toss () ? HN_DELETE_ALONG : HN_DELETE_CLEAR, 0);
      break;
    case 4:
      rename_something (reg);
      break;
    case 5:
      change_several (reg);
      break;
    case 6:
      random_membership_add (reg);
      random_donation_add (reg);
      break;
    case 7:
      hn_register_undo (reg, NULL, NULL);
      break;
    default:
      hn_register_redo (reg, NULL, NULL);
    }
}
