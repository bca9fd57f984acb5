/* Conditions on the fields of a record: any of several, periods, words, trees, what is empty. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-test-register.h"

typedef HnTestFixture Fixture;

static void
add_organizations (HnRegister *reg)
{
  gint64 union_ =
    hn_test_add (reg, "organization", "name", "Liên hiệp", "kind", "union", "area", "Tỉnh Bắc Giang", NULL);
  g_autofree char *above = hn_test_ref ("organization", union_);
  gint64 laos = hn_test_add (reg, "organization", "name", "Hội Lào", "kind", "bilateral", "parent", above, "countries",
                             "LA", "area", "Thành phố Bắc Giang", "founded", "2005", NULL);
  g_autofree char *middle = hn_test_ref ("organization", laos);

  hn_test_add (reg, "organization", "name", "Chi hội Tân Yên", "kind", "branch", "parent", middle, "countries",
               "LA; KH", "area", "Huyện Tân Yên", "founded", "2021-01", NULL);
  hn_test_add (reg, "organization", "name", "Chi hội Yên Thế", "kind", "branch", "parent", middle, "area",
               "Huyện Yên Thế", "founded", "2021-01-01", NULL);
  hn_test_add (reg, "organization", "name", "Hội Nhật", "kind", "bilateral", "parent", above, "countries", "JP",
               "founded", "2021", "status", "inactive", NULL);
  hn_test_add (reg, "organization", "name", "Hội Đức", "kind", "bilateral", "founded", "2021-03-31", NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("register.hng");
  HnRegister *reg = hn_test_create (path);

  fixture->reg = reg;
  add_organizations (reg);
  hn_test_add (reg, "person", "name", "Nguyễn Văn Đức", "phone", "0912 345 678", "email", "duc@example.vn", "home_area",
               "Huyện Tân Yên", "party_member", "có", NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn Dục", "country", "Đức", "note", "Bạn của Đức", NULL);
  hn_test_add (reg, "donation", "date", "2021-06-01", "direction", "received", "donor", "Nguyễn Văn Đức", "form",
               "money", "amount", "150000000", NULL);
  hn_test_add (reg, "donation", "date", "2021-07", "direction", "received", "donor", "Công ty Hoa Sen", "form", "money",
               "currency", "USD", "amount", "1500,50", NULL);
  hn_test_add (reg, "donation", "date", "2020", "direction", "given", "donor", "Hội Lào", "form", "goods", "goods",
               "Gạo", "quantity", "10", "unit", "tấn", NULL);
  hn_test_add (reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2021-05-02", "host", "Liên hiệp",
               "co_hosts", "Chi hội Tân Yên; Hội Nhật", NULL);
  hn_test_add (reg, "event", "title", "Hội thảo", "type", "seminar", "from", "2021-05", "host", "Sở Ngoại vụ", NULL);
}

static void
test_any_of (Fixture       *fixture,
             gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "kind=union|branch", "Chi hội Tân Yên|Chi hội Yên Thế|Liên hiệp");
  hn_test_assert_list (fixture->reg, "organization", "kind!=union|branch", "Hội Đức|Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "countries=JP|KH", "Chi hội Tân Yên|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "countries!=JP|KH", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "countries=LA;KH", "Chi hội Tân Yên");
  hn_test_assert_list (fixture->reg, "organization", "area=Huyện Tân Yên | Huyện Yên Thế",
                       "Chi hội Tân Yên|Chi hội Yên Thế");
  hn_test_assert_list (fixture->reg, "organization", "area!=Huyện Tân Yên|Huyện Yên Thế", "Hội Lào|Liên hiệp");
  hn_test_assert_list (fixture->reg, "donation", "donor=Nguyễn Văn Đức|Công ty Hoa Sen",
                       "Công ty Hoa Sen, 7/2021|Nguyễn Văn Đức, 01/06/2021");
  hn_test_assert_list (fixture->reg, "donation", "donor!=Nguyễn Văn Đức|Công ty Hoa Sen", "Hội Lào, 2020");
  hn_test_assert_list (fixture->reg, "donation", "amount=150000000|1500,50",
                       "Công ty Hoa Sen, 7/2021|Nguyễn Văn Đức, 01/06/2021");
}

/* An empty one among several stands for what nobody filled in. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "area=", "Hội Đức|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "area!=", "Chi hội Tân Yên|Chi hội Yên Thế|Hội Lào|Liên hiệp");
  hn_test_assert_list (fixture->reg, "organization", "area=|Huyện Tân Yên", "Chi hội Tân Yên|Hội Đức|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "area!=Huyện Tân Yên|", "Chi hội Yên Thế|Hội Lào|Liên hiệp");
  hn_test_assert_list (fixture->reg, "organization", "countries=", "Chi hội Yên Thế|Hội Đức|Liên hiệp");
  hn_test_assert_list (fixture->reg, "organization", "countries=JP|", "Chi hội Yên Thế|Hội Đức|Hội Nhật|Liên hiệp");
  hn_test_assert_list (fixture->reg, "donation", "donor=", "");
  hn_test_assert_list (fixture->reg, "person", "party_member=", "Nguyễn Văn Dục");
}

/* A date known to the month or year belongs to the period of its first day. */
static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "founded=2021",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Đức|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-01", "Chi hội Tân Yên|Chi hội Yên Thế|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded=1/2021", "Chi hội Tân Yên|Chi hội Yên Thế|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-03", "Hội Đức");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-01-01", "Chi hội Yên Thế");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-01-02..2021-03-30", "");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-01-01..2021-03-31",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Đức|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded=2005..2021-02",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-01-01..2021-01-01",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded=..2020", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "founded=2021-02..", "Hội Đức");
  hn_test_assert_list (fixture->reg, "organization", "founded=2005|2021-03", "Hội Đức|Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "founded!=2021", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "founded>=2021-01-01",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Đức|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "founded<2021-01-01", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "founded>2021-01", "Hội Đức");
  hn_test_assert_list (fixture->reg, "organization", "founded<=2021-01-01",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Lào|Hội Nhật");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "person", "name~duc nguyen", "Nguyễn Văn Dục|Nguyễn Văn Đức");
  hn_test_assert_list (fixture->reg, "person", "name~đức", "Nguyễn Văn Đức");
  hn_test_assert_list (fixture->reg, "person", "name~nvd", "Nguyễn Văn Dục|Nguyễn Văn Đức");
  hn_test_assert_list (fixture->reg, "person", "note~duc", "Nguyễn Văn Dục");
  hn_test_assert_list (fixture->reg, "person", "note~a|b", "");
  hn_test_assert_list (fixture->reg, "person", "phone~345678", "Nguyễn Văn Đức");
  hn_test_assert_list (fixture->reg, "person", "email~example", "Nguyễn Văn Đức");
  hn_test_assert_list (fixture->reg, "person", "name~345678", "");
  hn_test_assert_list (fixture->reg, "person", "country~germany", "Nguyễn Văn Dục");
  hn_test_assert_list (fixture->reg, "person", "home_area~tan yen", "Nguyễn Văn Đức");
  hn_test_assert_list (fixture->reg, "organization", "countries~cam pu chia", "Chi hội Tân Yên");
  hn_test_assert_list (fixture->reg, "organization", "kind~chi hội", "Chi hội Tân Yên|Chi hội Yên Thế");
  hn_test_assert_list (fixture->reg, "donation", "donor~duc", "Nguyễn Văn Đức, 01/06/2021");
  hn_test_assert_list (fixture->reg, "donation", "donor~hoa sen", "Công ty Hoa Sen, 7/2021");
  hn_test_assert_list (fixture->reg, "event", "co_hosts~nhat", "Giao lưu");
  hn_test_assert_list (fixture->reg, "event", "host~so ngoai", "Hội thảo");
}

static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "area^=Tỉnh Bắc Giang",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Lào|Liên hiệp");
  hn_test_assert_list (fixture->reg, "organization", "area^=Huyện Tân Yên", "Chi hội Tân Yên");
  hn_test_assert_list (fixture->reg, "organization", "area^=Huyện Tân Yên|Huyện Yên Thế",
                       "Chi hội Tân Yên|Chi hội Yên Thế");
  hn_test_assert_list (fixture->reg, "organization", "parent^=Liên hiệp",
                       "Chi hội Tân Yên|Chi hội Yên Thế|Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "parent^=Hội Lào", "Chi hội Tân Yên|Chi hội Yên Thế");
  hn_test_assert_list (fixture->reg, "event", "co_hosts^=Hội Lào", "Giao lưu");
  hn_test_assert_list (fixture->reg, "event", "co_hosts^=Hội Đức", "");
  hn_test_assert_list (fixture->reg, "event", "host^=Liên hiệp", "Giao lưu");
  hn_test_assert_list (fixture->reg, "donation", "donor^=Liên hiệp", "Hội Lào, 2020");
}

static void
test_id (Fixture       *fixture,
         gconstpointer  data)
{
  gint64 first = hn_test_add (fixture->reg, "campaign", "name", "Một", NULL);
  gint64 second = hn_test_add (fixture->reg, "campaign", "name", "Hai", NULL);
  g_autofree char *both = g_strdup_printf ("id=%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, first, second);
  g_autofree char *other = g_strdup_printf ("id!=%" G_GINT64_FORMAT, first);

  hn_test_add (fixture->reg, "campaign", "name", "Ba", NULL);
  hn_test_assert_list (fixture->reg, "campaign", both, "Hai|Một");
  hn_test_assert_list (fixture->reg, "campaign", other, "Ba|Hai");
}

/* Each says in a sentence what to write. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *where;
    const char *named;
  } refused[] = {
    { "organization", "nothing", "has:KIND" },
    { "organization", "^=x", "“”" },
    { "organization", "nonsense~x", "nonsense" },
    { "organization", "founded=2021..2020", "2021..2020" },
    { "organization", "founded=..", ".." },
    { "organization", "founded=soon", "soon" },
    { "organization", "founded=2021|soon", "soon" },
    { "organization", "founded>=2020..2021", "2020..2021" },
    { "organization", "founded>=", "Founded" },
    { "organization", "name>=An", "Name" },
    { "organization", "founded~2021", "Founded" },
    { "organization", "name~ ", "Name" },
    { "organization", "name^=Liên", "Name" },
    { "organization", "area^=", "Area" },
    { "organization", "area^=Atlantis", "Atlantis" },
    { "organization", "area=Huyện Tân Yên|Atlantis", "Atlantis" },
    { "donation", "donor^=Nguyễn Văn Đức", "^=" },
    { "person", "party_member~có", "~" },
    { "person", "id=x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const char *const conditions[] = { refused[i].where, NULL };
      HnListing listing = { .kind = hn_kind_lookup (refused[i].kind), .where = conditions };
      g_autoptr (GError) error = NULL;

      g_assert_null (hn_register_list (fixture->reg, &listing, NULL, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, refused[i].named) == NULL || !g_str_has_suffix (error->message, "."))
        g_test_message ("%s: %s", refused[i].where, error->message);
      g_assert_true (error->domain == HN_REGISTER_ERROR || error->domain == HN_KIND_ERROR);
      g_assert_nonnull (strstr (error->message, refused[i].named));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpint (hn_register_count (fixture->reg, &listing, NULL), ==, -1);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  setlocale (LC_MESSAGES, "C");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/where/" path, Fixture, NULL, set_up, function, hn_test_tear_down)
  ADD ("any-of", test_any_of);
  ADD ("empty", test_empty);
  ADD ("periods", test_periods);
  ADD ("words", test_words);
  ADD ("tree", test_tree);
  ADD ("id", test_id);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
