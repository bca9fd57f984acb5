/* Conditions on what refers to a record, and conditions in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-change-log.h"
#include "hn-test-register.h"

typedef struct
{
  HnRegister *reg;
  gint64      branch;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = hn_test_path ("register.hng");
  HnRegister *reg = hn_test_create (path);
  g_autofree char *event = NULL;

  fixture->reg = reg;
  hn_test_add (reg, "organization", "name", "Hội Lào", "kind", "bilateral", "countries", "LA", "area", "Huyện Yên Thế",
               NULL);
  hn_test_add (reg, "organization", "name", "Hội Nhật", "kind", "bilateral", "countries", "JP", NULL);
  fixture->branch =
    hn_test_add (reg, "organization", "name", "Chi hội Lào", "kind", "branch", "parent", "Hội Lào", NULL);
  hn_test_add (reg, "organization", "name", "Hội người Việt tại Séc", "kind", "abroad", "countries", "CZ", NULL);
  hn_test_add (reg, "headcount", "organization", "Hội Lào", "as_of", "2025-12-31", "members", "100", NULL);
  hn_test_add (reg, "headcount", "organization", "Hội Lào", "as_of", "2026", "members", "120", NULL);
  hn_test_add (reg, "headcount", "organization", "Hội Nhật", "as_of", "2025-06", "members", "50", NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn An", "country", "LA", NULL);
  hn_test_add (reg, "person", "name", "Trần Thị Bình", NULL);
  hn_test_add (reg, "membership", "person", "Nguyễn Văn An", "organization", "Hội Lào", "joined", "2020", NULL);
  hn_test_add (reg, "donation", "date", "2021-06-01", "direction", "received", "donor", "Nguyễn Văn An", "form",
               "money", "amount", "1000000", NULL);
  event = hn_test_ref ("event", hn_test_add (reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2021-05",
                                             "host", "Hội Lào", "co_hosts", "Hội Nhật; Chi hội Lào", NULL));
  hn_test_add (reg, "participant", "event", event, "person", "Trần Thị Bình", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->reg);
}

static void
test_has (Fixture       *fixture,
          gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "has:headcount", "Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "lacks:headcount", "Chi hội Lào|Hội người Việt tại Séc");
  hn_test_assert_list (fixture->reg, "organization", "has:headcount.organization", "Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "has:organization", "Hội Lào");
  hn_test_assert_list (fixture->reg, "person", "has:membership", "Nguyễn Văn An");
  hn_test_assert_list (fixture->reg, "person", "lacks:membership", "Trần Thị Bình");
  hn_test_assert_list (fixture->reg, "person", "has:donation", "Nguyễn Văn An");
  hn_test_assert_list (fixture->reg, "person", "has:participant", "Trần Thị Bình");
  hn_test_assert_list (fixture->reg, "event", "has:participant", "Giao lưu");
}

/* By any field, or by one; also by a list, and by a country's code. */
static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "has:event", "Chi hội Lào|Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "has:event.host", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "has:event.co_hosts", "Chi hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "lacks:event.co_hosts", "Hội Lào|Hội người Việt tại Séc");
  hn_test_assert_list (fixture->reg, "organization", "has:Hoạt động.co_hosts", "Chi hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "country", "has:person", "Lào");
  hn_test_assert_list (fixture->reg, "country", "has:organization.countries", "Lào|Nhật Bản|Séc");
  hn_test_assert_list (fixture->reg, "country", "has:overseas_contact", "Lào");
  hn_test_assert_list (fixture->reg, "country", "has:association_abroad", "Séc");
  hn_test_assert_list (fixture->reg, "area", "has:organization", "Huyện Yên Thế");
}

static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  hn_test_assert_list (fixture->reg, "organization", "has:headcount@2026", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "lacks:headcount@2026",
                       "Chi hội Lào|Hội người Việt tại Séc|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "has:headcount.organization@2025", "Hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "has:headcount@2025-07..2025-12", "Hội Lào");
  hn_test_assert_list (fixture->reg, "organization", "has:headcount@..2025-06", "Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "has:event.co_hosts@2021-05-01..2021-05-31",
                       "Chi hội Lào|Hội Nhật");
  hn_test_assert_list (fixture->reg, "organization", "has:event.co_hosts@2021-05-02..2021-05-31", "");
}

/* What hangs on a record without the register knowing its kind beforehand. */
static void
test_attachments (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (HnRecord) file = hn_record_new (hn_kind_lookup ("attachment"));

  hn_record_set_text (file, "name", "Quyết định.pdf");
  hn_record_set_text (file, "media_type", "application/pdf");
  hn_record_set (file, "content", g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "abc", 3, 1));
  hn_record_set_reference (file, "record", hn_kind_lookup ("organization"), fixture->branch);
  g_assert_true (hn_register_save (fixture->reg, file, NULL));

  hn_test_assert_list (fixture->reg, "organization", "has:attachment", "Chi hội Lào");
  hn_test_assert_list (fixture->reg, "association_abroad", "lacks:attachment", "Hội người Việt tại Séc");
  hn_test_assert_list (fixture->reg, "person", "has:attachment", "");
}

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
    { "organization", "has:nonsense", "nonsense" },       { "organization", "has:", "“”" },
    { "organization", "lacks:country", "Country" },       { "organization", "has:event.title", "title" },
    { "organization", "has:event.nonsense", "nonsense" }, { "organization", "has:headcount@soon", "soon" },
    { "organization", "has:headcount@", "“”" },           { "organization", "has:attachment@2021", "@" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const char *const conditions[] = { refused[i].where, NULL };
      HnListing listing = { .kind = hn_kind_lookup (refused[i].kind), .where = conditions };
      g_autoptr (GError) error = NULL;

      g_assert_null (hn_register_list (fixture->reg, &listing, NULL, &error));
      g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
      if (strstr (error->message, refused[i].named) == NULL)
        g_test_message ("%s: %s", refused[i].where, error->message);
      g_assert_nonnull (strstr (error->message, refused[i].named));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* --- in words -------------------------------------------------------- */

static void
test_described (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *condition;
    const char *words;
  } described[] = {
    { "organization", "area=Huyện Yên Thế", "Area: Huyện Yên Thế" },
    { "organization", "area^=Tỉnh Bắc Giang", "Area: Tỉnh Bắc Giang and below" },
    { "organization", "area=", "Area: empty" },
    { "organization", "area!=", "Area: filled in" },
    { "organization", "area=Huyện Yên Thế|", "Area: Huyện Yên Thế or nothing" },
    { "organization", "status=active|inactive|merged", "Status: Active, Inactive or Merged into another" },
    { "organization", "status!=active", "Status: not Active" },
    { "organization", "countries=LA|JP", "Countries: Laos or Japan" },
    { "organization", "founded=2021", "Founded: 2021" },
    { "organization", "founded=2021-05", "Founded: 5/2021" },
    { "organization", "founded=2021-01..2021-03", "Founded: 01/01/2021 – 31/03/2021" },
    { "organization", "founded=2021-01-01..2021-12-31", "Founded: 2021" },
    { "organization", "founded=..2021", "Founded: until 31/12/2021" },
    { "organization", "founded>=2021", "Founded: from 2021" },
    { "organization", "founded<2021-05-06", "Founded: before 06/05/2021" },
    { "organization", "name~hội lào", "Name: contains “hội lào”" },
    { "headcount", "members>=1000", "Members: at least 1.000" },
    { "headcount", "members<50", "Members: less than 50" },
    { "donation", "amount>=1500000", "Amount: at least 1.500.000" },
    { "donation", "donor=Công ty Hoa Sen", "Donor: Công ty Hoa Sen" },
    { "person", "party_member=yes", "Party member: Yes" },
    { "organization", "has:headcount", "with headcount" },
    { "organization", "lacks:headcount@2026", "without headcount in 2026" },
    { "organization", "has:headcount@2026-05", "with headcount in 5/2026" },
    { "organization", "has:event.co_hosts", "with event (Co-hosts)" },
    { "organization", "has:headcount@2026..", "with headcount from 01/01/2026" },
    { "organization", "area=Atlantis", "Area: Atlantis" },
    { "organization", "nonsense=1", "nonsense=1" },
    { "organization", "nonsense", "nonsense" },
    { "organization", "id=5", "id=5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    {
      g_autofree char *words =
        hn_condition_describe (fixture->reg, hn_kind_lookup (described[i].kind), described[i].condition);

      g_assert_cmpstr (words, ==, described[i].words);
    }
}

/* Nobody outside reads "countries=LA". */
static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("saved_list");
  gint64 id = hn_test_add (fixture->reg, "saved_list", "name", "Hội Lào", "list", "organization", "conditions",
                           "countries=LA\nhas:headcount\nnonsense", "sort", "-founded", NULL);
  g_autoptr (HnRecord) record = hn_register_load (fixture->reg, kind, id, NULL);
  g_autofree char *list = hn_record_print (record, "list");
  g_autofree char *conditions = hn_record_print (record, "conditions");
  g_autofree char *sort = hn_record_print (record, "sort");

  g_assert_cmpstr (list, ==, "Organizations");
  g_assert_cmpstr (conditions, ==, "Countries: Laos\nwith headcount\nnonsense");
  g_assert_cmpstr (sort, ==, "Founded ↓");
  g_assert_cmpstr (hn_record_get_text (record, "conditions"), ==, "countries=LA\nhas:headcount\nnonsense");
}

static void
test_saved_history (Fixture       *fixture,
                    gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("saved_list");
  gint64 id = hn_test_add (fixture->reg, "saved_list", "name", "Hội Lào", "list", "organization", "conditions",
                           "countries=LA", NULL);
  g_autoptr (HnRecord) record = hn_register_load (fixture->reg, kind, id, NULL);
  g_autoptr (HnChangeDetails) details = NULL;
  const HnChangedRecord *changed;
  const HnFieldChange *change;
  g_autoptr (GError) error = NULL;

  hn_record_set_text (record, "conditions", "countries=JP");
  g_assert_true (hn_register_save (fixture->reg, record, &error));
  g_assert_no_error (error);
  details = hn_register_change_details (fixture->reg, hn_register_last_change (fixture->reg), 0, 1, NULL, &error);
  g_assert_no_error (error);

  changed = g_ptr_array_index (details->records, 0);
  g_assert_cmpuint (changed->change->fields->len, ==, 1);
  change = g_ptr_array_index (changed->change->fields, 0);
  g_assert_cmpstr (change->before, ==, "Countries: Laos");
  g_assert_cmpstr (change->after, ==, "Countries: Japan");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  setlocale (LC_MESSAGES, "C");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/related/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("has", test_has);
  ADD ("fields", test_fields);
  ADD ("periods", test_periods);
  ADD ("attachments", test_attachments);
  ADD ("refused", test_refused);
  ADD ("described", test_described);
  ADD ("saved", test_saved);
  ADD ("saved-history", test_saved_history);
#undef ADD

  return g_test_run ();
}
