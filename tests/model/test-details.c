/* What is shown beside a list of its selected record: its line, its fields and what hangs on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-details.h"
#include "hn-record-summary.h"
#include "model-fixture.h"

static HnRecord *
new_record (HnRegister *reg, const char *kind, ...)
{
  HnRecord *record = hn_record_new (hn_kind_lookup (kind));
  va_list fields;
  const char *field;

  va_start (fields, kind);
  while ((field = va_arg (fields, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (hn_register_set_input (reg, record, field, va_arg (fields, const char *), &error));
      g_assert_no_error (error);
    }
  va_end (fields);

  return record;
}

/* Saves a record and gives its id as it is typed. */
static char *
save (ModelFixture *fixture, HnRecord *record)
{
  gint64 id = model_fixture_save (fixture, record);

  g_assert_cmpint (id, !=, 0);
  hn_record_unref (record);

  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

#define SAVE(...) save (fixture, new_record (hn_store_get_reader (fixture->store), __VA_ARGS__, NULL))

typedef struct
{
  gboolean done;
  HnRecordDetails *details;
  GError *error;
} Answer;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->details = hn_store_read_finish (HN_STORE (source), result, &answer->error);
  answer->done = TRUE;
}

static Answer
read_details (ModelFixture *fixture, const char *kind, const char *id)
{
  Answer answer = { FALSE, NULL, NULL };

  hn_store_read_async (fixture->store, hn_record_details_job,
                       hn_details_request_new (hn_kind_lookup (kind), g_ascii_strtoll (id, NULL, 10), 3),
                       (GDestroyNotify) hn_details_request_free, (GDestroyNotify) hn_record_details_free, NULL, read_cb,
                       &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

static const HnRelatedSection *
find_section (const HnRecordDetails *details, const char *kind, const char *field)
{
  for (guint i = 0; i < details->sections->len; i++)
    {
      const HnRelatedSection *section = g_ptr_array_index (details->sections, i);

      if (g_str_equal (section->related.kind->name, kind) && g_str_equal (section->related.field->name, field))
        return section;
    }

  return NULL;
}

static const HnDetail *
find_detail (const HnRecordDetails *details, const char *field)
{
  for (guint i = 0; i < details->fields->len; i++)
    {
      const HnDetail *detail = g_ptr_array_index (details->fields, i);

      if (g_str_equal (detail->field->name, field))
        return detail;
    }

  return NULL;
}

static const HnRelatedRow *
get_row (const HnRelatedSection *section, guint position)
{
  g_assert_cmpuint (section->rows->len, >, position);

  return g_ptr_array_index (section->rows, position);
}

static void
test_organization (ModelFixture *fixture, gconstpointer data)
{
  g_autofree char *union_id = SAVE ("organization", "name", "Liên hiệp", "kind", "union");
  g_autofree char *id =
    SAVE ("organization", "name", "Hội Việt – Lào", "kind", "bilateral", "founded", "1998", "parent", union_id, "phone",
          "0204 123 456", "countries", "LA", "note", "Dòng một\nDòng hai");
  g_autofree char *person = SAVE ("person", "name", "Nguyễn Văn An");
  g_autofree char *term = SAVE ("term", "organization", id, "number", "V", "from", "2021", "to", "2026");
  g_autofree char *office =
    SAVE ("office", "person", person, "organization", id, "title", "Chủ tịch", "from", "2021", "to", "2026");
  g_autofree char *headcount =
    SAVE ("headcount", "organization", id, "as_of", "31/12/2021", "members", "6000", "qualifier", "over");
  g_autoptr (HnRecordDetails) details = NULL;
  const HnRelatedSection *section;
  Answer answer;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Chi hội %d", i);
      g_autofree char *branch = SAVE ("organization", "name", name, "kind", "branch", "parent", id);
    }

  answer = read_details (fixture, "organization", id);
  g_assert_no_error (answer.error);
  details = answer.details;
  g_assert_cmpstr (details->title, ==, "Hội Việt – Lào");
  g_assert_cmpstr (details->summary, ==, "Bilateral association · founded 1998");

  /* What the title and the line below it say is not said again, and nothing is not shown. */
  g_assert_null (find_detail (details, "name"));
  g_assert_null (find_detail (details, "kind"));
  g_assert_null (find_detail (details, "founded"));
  g_assert_null (find_detail (details, "address"));
  g_assert_cmpstr (find_detail (details, "phone")->text, ==, "0204 123 456");
  g_assert_null (find_detail (details, "phone")->links);
  g_assert_cmpuint (find_detail (details, "parent")->links->len, ==, 1);
  g_assert_cmpstr (((HnDetailLink *) g_ptr_array_index (find_detail (details, "parent")->links, 0))->title, ==,
                   "Liên hiệp");
  g_assert_cmpstr (find_detail (details, "note")->text, ==, "Dòng một\nDòng hai");

  section = g_ptr_array_index (details->sections, 0);
  g_assert_cmpstr (section->related.field->name, ==, "parent");
  g_assert_cmpint (section->n_records, ==, 5);
  g_assert_cmpuint (section->rows->len, ==, 3);
  g_assert_cmpstr (get_row (section, 0)->title, ==, "Chi hội 0");

  section = find_section (details, "office", "organization");
  g_assert_cmpstr (get_row (section, 0)->title, ==, "Chủ tịch – Nguyễn Văn An");
  g_assert_cmpstr (get_row (section, 0)->detail, ==, "2021 – 2026");
  section = find_section (details, "headcount", "organization");
  g_assert_cmpstr (get_row (section, 0)->title, ==, "31/12/2021");
  g_assert_cmpstr (get_row (section, 0)->detail, ==, "over 6.000");
  section = find_section (details, "term", "organization");
  g_assert_cmpstr (get_row (section, 0)->title, ==, "Khóa V");
  g_assert_cmpstr (get_row (section, 0)->detail, ==, "2021 – 2026");

  /* What the table offers is there without records, what it does not is not. */
  section = find_section (details, "award", "recipient");
  g_assert_nonnull (section);
  g_assert_cmpint (section->n_records, ==, 0);
  g_assert_null (find_section (details, "event", "co_hosts"));
}

/* Who comes first is seen first, and one more than the first few is no reason for a way to all. */
static void
test_rows (ModelFixture *fixture, gconstpointer data)
{
  g_autofree char *org = SAVE ("organization", "name", "Hội Việt – Lào", "kind", "bilateral");
  g_autofree char *member = SAVE ("person", "name", "Trần An");
  g_autofree char *chair = SAVE ("person", "name", "Vũ Yên");
  g_autofree char *first =
    SAVE ("office", "person", member, "organization", org, "title", "Ủy viên", "precedence", "9");
  g_autofree char *second =
    SAVE ("office", "person", chair, "organization", org, "title", "Chủ tịch", "precedence", "1");
  g_autoptr (HnRecordDetails) details = NULL;

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *date = g_strdup_printf ("31/12/%d", 2018 + i);
      g_autofree char *headcount = SAVE ("headcount", "organization", org, "as_of", date, "members", "7");
    }

  details = read_details (fixture, "organization", org).details;
  g_assert_cmpstr (get_row (find_section (details, "office", "organization"), 0)->title, ==, "Chủ tịch – Vũ Yên");
  g_assert_cmpint (find_section (details, "headcount", "organization")->n_records, ==, 4);
  g_assert_cmpuint (find_section (details, "headcount", "organization")->rows->len, ==, 4);
}

static void
test_person (ModelFixture *fixture, gconstpointer data)
{
  g_autofree char *org = SAVE ("organization", "name", "Hội Việt – Lào", "kind", "bilateral");
  g_autofree char *person = SAVE ("person", "name", "Nguyễn Văn An", "birth", "5/1960", "gender", "male");
  g_autofree char *office = SAVE ("office", "person", person, "organization", org, "title", "Chủ tịch");
  g_autofree char *membership = SAVE ("membership", "person", person, "organization", org, "joined", "2015");
  g_autoptr (HnRecordDetails) details = read_details (fixture, "person", person).details;

  g_assert_cmpstr (details->summary, ==, "Male · born 5/1960");
  /* An office is held in something, also where its own title does not say so. */
  g_assert_cmpstr (get_row (find_section (details, "office", "person"), 0)->title, ==, "Chủ tịch – Hội Việt – Lào");
  g_assert_cmpstr (get_row (find_section (details, "membership", "person"), 0)->title, ==, "Hội Việt – Lào");
  g_assert_cmpstr (get_row (find_section (details, "membership", "person"), 0)->detail, ==, "2015");
}

static void
test_donation (ModelFixture *fixture, gconstpointer data)
{
  g_autofree char *campaign = SAVE ("campaign", "name", "Quỹ vắc-xin");
  g_autofree char *id = SAVE ("donation", "date", "6/5/2021", "donor", "Một người xa quê", "campaign", campaign, "form",
                              "money", "amount", "30000000", "currency", "VND");
  g_autoptr (HnRecordDetails) details = read_details (fixture, "donation", id).details;
  g_autoptr (HnRecordDetails) beside = read_details (fixture, "campaign", campaign).details;
  const HnRelatedSection *section = find_section (beside, "donation", "campaign");

  g_assert_cmpstr (details->summary, ==, "Money · 30.000.000 đ");
  g_assert_null (find_detail (details, "amount"));
  g_assert_null (find_detail (details, "currency"));
  /* Words instead of a record lead nowhere. */
  g_assert_cmpstr (find_detail (details, "donor")->text, ==, "Một người xa quê");
  g_assert_null (find_detail (details, "donor")->links);
  g_assert_cmpstr (get_row (section, 0)->title, ==, "Một người xa quê, 06/05/2021");
  g_assert_cmpstr (get_row (section, 0)->detail, ==, "30.000.000 đ");
}

/* Beside a country stand those who name its code. */
static void
test_country (ModelFixture *fixture, gconstpointer data)
{
  g_autofree char *person = SAVE ("person", "name", "Trần Thị Bình", "country", "CZ");
  g_autofree char *org = SAVE ("organization", "name", "Hội Séc – Slovakia", "kind", "bilateral", "countries", "CZ;SK");
  const char *const where[] = { "code=CZ", NULL };
  const HnListing listing = { .kind = hn_kind_lookup ("country"), .where = where };
  g_autoptr (GArray) ids = hn_register_list (hn_store_get_reader (fixture->store), &listing, NULL, NULL);
  g_autofree char *id = NULL;
  g_autoptr (HnRecordDetails) details = NULL;

  g_assert_cmpuint (ids->len, ==, 1);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, 0));
  details = read_details (fixture, "country", id).details;
  g_assert_cmpint (find_section (details, "person", "country")->n_records, ==, 1);
  g_assert_cmpint (find_section (details, "organization", "countries")->n_records, ==, 1);
}

static void
test_view (ModelFixture *fixture, gconstpointer data)
{
  g_autofree char *id =
    SAVE ("person", "name", "Trần Thị Bình", "country", "CZ", "city", "Praha", "occupation", "Bác sĩ");
  g_autoptr (HnRecordDetails) details = read_details (fixture, "overseas_contact", id).details;
  const HnDetail *first = g_ptr_array_index (details->fields, 0);

  /* In the order of the view, which asks first where somebody lives. */
  g_assert_cmpstr (first->field->name, ==, "country");
  g_assert_cmpstr (details->summary, ==, "Overseas contact");
  g_assert_nonnull (find_section (details, "contact_log", "contact"));
}

static void
test_gone (ModelFixture *fixture, gconstpointer data)
{
  Answer answer = read_details (fixture, "person", "4711");

  g_assert_null (answer.details);
  g_assert_error (answer.error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
  g_clear_error (&answer.error);
}

/* Every kind's records can be looked at, also those without a single value. */
static void
test_kinds (void)
{
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (HnRecord) record = hn_record_new_empty (kinds[i]);
      g_autofree char *summary = hn_record_summary (record, NULL);

      g_assert_cmpstr (summary, !=, "");
      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          g_autofree char *title = hn_record_title_beside (record, &kinds[i]->fields[j]);
          g_autofree char *detail = hn_record_detail_beside (record, &kinds[i]->fields[j]);

          g_assert_cmpstr (title, !=, "");
          g_assert_cmpstr (detail, ==, "");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/details/kinds", test_kinds);
#define ADD(path, test)                                                                                                \
  g_test_add ("/details/" path, ModelFixture, NULL, model_fixture_set_up, test, model_fixture_tear_down)
  ADD ("organization", test_organization);
  ADD ("rows", test_rows);
  ADD ("person", test_person);
  ADD ("donation", test_donation);
  ADD ("country", test_country);
  ADD ("view", test_view);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
