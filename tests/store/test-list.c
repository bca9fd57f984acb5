/* Lists: found by what a person types, in the order that a Vietnamese office expects. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-test-register.h"

#include "hn-value.h"

typedef struct
{
  HnRegister *reg;
  gint64      japan;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("register.hng");
  HnRegister *reg = hn_test_create (path);
  g_autofree char *japan = NULL;
  g_autofree char *korea = NULL;

  fixture->reg = reg;
  fixture->japan = hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Nhật Bản", "kind", "bilateral",
                                "countries", "Nhật Bản", NULL);
  hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Séc – Slovakia", "kind", "bilateral", "countries",
               "Séc; Slovakia", NULL);
  hn_test_add (reg, "organization", "name", "Hội người Bắc Giang tại Séc", "kind", "abroad", "countries", "CZ", NULL);
  japan = hn_test_ref ("organization", fixture->japan);
  korea = g_strdup ("Hội hữu nghị Việt Nam – Séc – Slovakia");

  hn_test_add (reg, "person", "name", "Nguyễn Văn Đức", "phone", "0912 345 678", "birth", "1960", NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn Dục", "country", "VN", "birth", "1970-05", NULL);
  hn_test_add (reg, "person", "name", "Trần Thị Ánh", "country", "Đức", "birth", "1970-05-06", NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn Anh", "country", "Nhật Bản", "party_member", "có", NULL);
  hn_test_add (reg, "person", "name", "Lê Hoà", "gender", "female", NULL);
  hn_test_add (reg, "membership", "person", "Nguyễn Văn Đức", "organization", japan, "joined", "2020", NULL);
  hn_test_add (reg, "membership", "person", "Nguyễn Văn Anh", "organization", korea, "joined", "2021-03-04", NULL);
  hn_test_add (reg, "donation", "date", "2021-06-01", "direction", "received", "donor", "Nguyễn Văn Đức", "form",
               "money", "amount", "150000000", NULL);
  hn_test_add (reg, "donation", "date", "2021-07", "direction", "received", "donor", "Công ty Hoa Sen", "form", "money",
               "currency", "USD", "amount", "1500,50", NULL);
  hn_test_add (reg, "donation", "date", "2020", "direction", "given", "donor", japan, "form", "goods", "goods", "Gạo",
               "quantity", "10", "unit", "tấn", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hn_test_assert_fine (fixture->reg);
  g_object_unref (fixture->reg);
}

static void
assert_list (Fixture    *fixture,
             const char *kind,
             const char *search,
             const char *where,
             const char *sort,
             const char *expected)
{
  const char *const conditions[] = { where, NULL };
  HnListing listing = { .kind = hn_kind_lookup (kind), .search = search, .where = conditions };
  g_autofree char *found = hn_test_list (fixture->reg, kind, search, where, sort);
  g_autoptr (GArray) ids = hn_register_list (fixture->reg, &listing, NULL, NULL);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (hn_register_count (fixture->reg, &listing, NULL), ==, ids->len);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  assert_list (fixture, "person", "duc nguyen", NULL, NULL, "Nguyễn Văn Dục|Nguyễn Văn Đức");
  assert_list (fixture, "person", "đức nguyễn", NULL, NULL, "Nguyễn Văn Đức");
  assert_list (fixture, "person", "nvd", NULL, NULL, "Nguyễn Văn Dục|Nguyễn Văn Đức");
  assert_list (fixture, "person", "lê hòa", NULL, NULL, "Lê Hoà");
  assert_list (fixture, "person", "345678", NULL, NULL, "Nguyễn Văn Đức");
  assert_list (fixture, "person", "0912345678", NULL, NULL, "Nguyễn Văn Đức");
  assert_list (fixture, "person", "germany", NULL, NULL, "Trần Thị Ánh");
  assert_list (fixture, "person", "female", NULL, NULL, "");
  assert_list (fixture, "person", "nữ", NULL, NULL, "");
  assert_list (fixture, "person", "06/05/1970", NULL, NULL, "Trần Thị Ánh");
  assert_list (fixture, "person", "nobody", NULL, NULL, "");
  assert_list (fixture, "person", "  ", NULL, NULL, "Nguyễn Văn Anh|Trần Thị Ánh|Nguyễn Văn Dục|Nguyễn Văn Đức|Lê Hoà");
  assert_list (fixture, "membership", "nhat ban", NULL, NULL, "Nguyễn Văn Đức – Hội hữu nghị Việt Nam – Nhật Bản");
  assert_list (fixture, "donation", "150000000", NULL, NULL, "Nguyễn Văn Đức, 01/06/2021");
  assert_list (fixture, "donation", "150.000.000", NULL, NULL, "Nguyễn Văn Đức, 01/06/2021");
  assert_list (fixture, "donation", "gao", NULL, NULL, "Hội hữu nghị Việt Nam – Nhật Bản, 2020");
}

/* Marks that were typed put their exact match first, whatever the order says. */
static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  assert_list (fixture, "person", "van duc", NULL, NULL, "Nguyễn Văn Dục|Nguyễn Văn Đức");
  assert_list (fixture, "person", "anh", NULL, NULL, "Nguyễn Văn Anh|Trần Thị Ánh");
  hn_test_add (fixture->reg, "person", "name", "Anh Thị Bé", "note", "họ Ánh", NULL);
  assert_list (fixture, "person", "anh", NULL, "-name", "Anh Thị Bé|Nguyễn Văn Anh|Trần Thị Ánh");
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  assert_list (fixture, "person", NULL, NULL, NULL, "Nguyễn Văn Anh|Trần Thị Ánh|Nguyễn Văn Dục|Nguyễn Văn Đức|Lê Hoà");
  assert_list (fixture, "person", NULL, NULL, "-name",
               "Lê Hoà|Nguyễn Văn Đức|Nguyễn Văn Dục|Trần Thị Ánh|Nguyễn Văn Anh");
  assert_list (fixture, "person", NULL, NULL, "birth",
               "Nguyễn Văn Đức|Nguyễn Văn Dục|Trần Thị Ánh|Nguyễn Văn Anh|Lê Hoà");
  assert_list (fixture, "person", NULL, NULL, "-birth",
               "Trần Thị Ánh|Nguyễn Văn Dục|Nguyễn Văn Đức|Nguyễn Văn Anh|Lê Hoà");
  assert_list (fixture, "person", NULL, NULL, "country",
               "Trần Thị Ánh|Nguyễn Văn Anh|Nguyễn Văn Dục|Nguyễn Văn Đức|Lê Hoà");
  assert_list (
    fixture, "membership", NULL, NULL, NULL,
    "Nguyễn Văn Anh – Hội hữu nghị Việt Nam – Séc – Slovakia|Nguyễn Văn Đức – Hội hữu nghị Việt Nam – Nhật Bản");
  assert_list (
    fixture, "membership", NULL, NULL, "organization",
    "Nguyễn Văn Đức – Hội hữu nghị Việt Nam – Nhật Bản|Nguyễn Văn Anh – Hội hữu nghị Việt Nam – Séc – Slovakia");
  assert_list (fixture, "donation", NULL, NULL, NULL,
               "Công ty Hoa Sen, 7/2021|Nguyễn Văn Đức, 01/06/2021|Hội hữu nghị Việt Nam – Nhật Bản, 2020");
  assert_list (fixture, "donation", NULL, NULL, "date",
               "Hội hữu nghị Việt Nam – Nhật Bản, 2020|Nguyễn Văn Đức, 01/06/2021|Công ty Hoa Sen, 7/2021");
  assert_list (fixture, "donation", NULL, NULL, "donor",
               "Công ty Hoa Sen, 7/2021|Nguyễn Văn Đức, 01/06/2021|Hội hữu nghị Việt Nam – Nhật Bản, 2020");
  assert_list (fixture, "organization", NULL, NULL, "-countries",
               "Hội hữu nghị Việt Nam – Séc – Slovakia|Hội người Bắc Giang tại Séc|Hội hữu nghị Việt Nam – Nhật Bản");
}

static void
test_where (Fixture       *fixture,
            gconstpointer  data)
{
  assert_list (fixture, "person", NULL, "country=VN", NULL, "Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "country=Việt Nam", NULL, "Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "country!=VN", NULL, "Nguyễn Văn Anh|Trần Thị Ánh");
  assert_list (fixture, "person", NULL, "country=", NULL, "Nguyễn Văn Đức|Lê Hoà");
  assert_list (fixture, "person", NULL, "country!=", NULL, "Nguyễn Văn Anh|Trần Thị Ánh|Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "birth=1970", NULL, "Trần Thị Ánh|Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "birth=5/1970", NULL, "Trần Thị Ánh|Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "birth=6/5/1970", NULL, "Trần Thị Ánh");
  assert_list (fixture, "person", NULL, "birth<=1970", NULL, "Trần Thị Ánh|Nguyễn Văn Dục|Nguyễn Văn Đức");
  assert_list (fixture, "person", NULL, "birth>=1961", NULL, "Trần Thị Ánh|Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "birth<1970", NULL, "Nguyễn Văn Đức");
  assert_list (fixture, "person", NULL, "birth>1960", NULL, "Trần Thị Ánh|Nguyễn Văn Dục");
  assert_list (fixture, "person", NULL, "gender=nữ", NULL, "Lê Hoà");
  assert_list (fixture, "person", NULL, "party_member=có", NULL, "Nguyễn Văn Anh");
  assert_list (fixture, "person", "nguyen", "birth=1970", NULL, "Nguyễn Văn Dục");
  assert_list (fixture, "organization", NULL, "countries=Slovakia", NULL, "Hội hữu nghị Việt Nam – Séc – Slovakia");
  assert_list (fixture, "organization", NULL, "countries!=CZ", NULL, "Hội hữu nghị Việt Nam – Nhật Bản");
  assert_list (fixture, "membership", NULL, "person=nguyen van anh", NULL,
               "Nguyễn Văn Anh – Hội hữu nghị Việt Nam – Séc – Slovakia");
  assert_list (fixture, "donation", NULL, "donor=Công ty Hoa Sen", NULL, "Công ty Hoa Sen, 7/2021");
  assert_list (fixture, "donation", NULL, "donor!=Nguyễn Văn Đức", NULL,
               "Công ty Hoa Sen, 7/2021|Hội hữu nghị Việt Nam – Nhật Bản, 2020");
  assert_list (fixture, "donation", NULL, "date=2021", NULL, "Công ty Hoa Sen, 7/2021|Nguyễn Văn Đức, 01/06/2021");
  assert_list (fixture, "donation", NULL, "amount=1.500,50", NULL, "Công ty Hoa Sen, 7/2021");
  assert_list (fixture, "donation", NULL, "amount>=1000000", NULL, "Nguyễn Văn Đức, 01/06/2021");
  assert_list (fixture, "area", NULL, "code=24", "valid_from", "Tỉnh Bắc Giang|Tỉnh Bắc Ninh|Thành phố Bắc Ninh");
}

static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  assert_list (fixture, "overseas_contact", NULL, NULL, NULL, "Nguyễn Văn Anh|Trần Thị Ánh");
  assert_list (fixture, "overseas_contact", "anh", "country=Đức", NULL, "Trần Thị Ánh");
  assert_list (fixture, "association_abroad", NULL, NULL, NULL, "Hội người Bắc Giang tại Séc");
}

static void
assert_refused (Fixture    *fixture,
                const char *where,
                const char *sort)
{
  const char *const conditions[] = { where, NULL };
  HnListing listing = { .kind = hn_kind_lookup ("person"), .where = conditions, .sort = sort };
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_register_list (fixture->reg, &listing, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == HN_REGISTER_ERROR || error->domain == HN_KIND_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  assert_refused (fixture, "nonsense=1", NULL);
  assert_refused (fixture, "no condition", NULL);
  assert_refused (fixture, "birth=yesterday week", NULL);
  assert_refused (fixture, "name>=An", NULL);
  assert_refused (fixture, "home_area=Atlantis", NULL);
  assert_refused (fixture, NULL, "nonsense");
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  HnListing listing = { .kind = hn_kind_lookup ("person"), .limit = 2 };
  g_autoptr (GArray) first = hn_register_list (fixture->reg, &listing, NULL, NULL);
  g_autoptr (GArray) found = NULL;

  g_assert_cmpuint (first->len, ==, 2);
  listing.search = "nguyen";
  found = hn_register_list (fixture->reg, &listing, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (hn_register_count (fixture->reg, &listing, NULL), ==, 3);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  HnListing listing = { .kind = hn_kind_lookup ("area"), .search = "bac" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hn_register_list (fixture->reg, &listing, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is called otherwise is found by its new name, and so is what refers to it. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  hn_test_set (fixture->reg, "organization", fixture->japan, "name", "Hội hữu nghị Việt – Nhật", NULL);
  assert_list (fixture, "membership", "viet nhat", NULL, NULL, "Nguyễn Văn Đức – Hội hữu nghị Việt – Nhật");
  assert_list (fixture, "membership", "ban", NULL, NULL, "");
  assert_list (fixture, "donation", "viet nhat", NULL, NULL, "Hội hữu nghị Việt – Nhật, 2020");
  hn_test_assert_fine (fixture->reg);
  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  assert_list (fixture, "membership", "nhat ban", NULL, NULL, "Nguyễn Văn Đức – Hội hữu nghị Việt Nam – Nhật Bản");
}

static gint64
country_id (Fixture    *fixture,
            const char *code)
{
  g_autofree char *condition = g_strconcat ("code=", code, NULL);
  HnListing listing = { .kind = hn_kind_lookup ("country"), .where = (const char *const[]) { condition, NULL } };
  g_autoptr (GArray) ids = hn_register_list (fixture->reg, &listing, NULL, NULL);

  return g_array_index (ids, gint64, 0);
}

static void
test_rename_country (Fixture       *fixture,
                     gconstpointer  data)
{
  gint64 id = country_id (fixture, "DE");

  hn_test_set (fixture->reg, "country", id, "name", "Cộng hòa Liên bang Đức", "aliases", "Đức; Tây Đức", NULL);
  assert_list (fixture, "person", "tay duc", NULL, NULL, "Trần Thị Ánh");
  assert_list (fixture, "person", NULL, "country=Tây Đức", NULL, "Trần Thị Ánh");
  hn_test_assert_fine (fixture->reg);
  hn_test_set (fixture->reg, "country", id, "code", "DX", NULL);
  assert_list (fixture, "person", NULL, "country=DX", NULL, "Trần Thị Ánh");
  hn_test_assert_fine (fixture->reg);
  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  g_assert_true (hn_register_undo (fixture->reg, NULL, NULL));
  assert_list (fixture, "person", NULL, "country=DE", NULL, "Trần Thị Ánh");
}

/* People whose given name is not the last word stand where the office says. */
static void
test_name_order (Fixture       *fixture,
                 gconstpointer  data)
{
  hn_test_add (fixture->reg, "person", "name", "John Smith", "name_order", "An", NULL);
  assert_list (fixture, "person", NULL, NULL, NULL,
               "John Smith|Nguyễn Văn Anh|Trần Thị Ánh|Nguyễn Văn Dục|Nguyễn Văn Đức|Lê Hoà");
}

/* What is stored beside a record is the same whatever language the program speaks. */
static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const locales[] = { "C", "en_US.UTF-8", "vi_VN.UTF-8", "C" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      setlocale (LC_ALL, locales[i]);
      hn_test_assert_fine (fixture->reg);
      hn_test_add (fixture->reg, "award", "recipient", "Trần Thị Ánh", "form", "certificate", NULL);
      hn_test_add (fixture->reg, "diaspora_count", "country", "JP", "as_of", "2021", "number", "1000", NULL);
      assert_list (fixture, "person", "germany", NULL, NULL, "Trần Thị Ánh");
    }
  setlocale (LC_ALL, "");
}

#define ADD(name, func) g_test_add ("/list/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("search", test_search);
  ADD ("ranks", test_ranks);
  ADD ("sort", test_sort);
  ADD ("where", test_where);
  ADD ("views", test_views);
  ADD ("refused", test_refused);
  ADD ("limit", test_limit);
  ADD ("cancel", test_cancel);
  ADD ("rename", test_rename);
  ADD ("rename-country", test_rename_country);
  ADD ("name-order", test_name_order);
  ADD ("language", test_language);

  return g_test_run ();
}
