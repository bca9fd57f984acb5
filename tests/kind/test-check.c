/* Every rule, each way: what keeps a record from being saved, and what does not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "hn-value.h"

static const HnDate today = { 2022, 7, 20 };

/* A record with what its kind must have, and the fields that a test is about. */
typedef struct
{
  const char *kind;
  const char *fields;  /* "name=text" as typed, separated by | */
  const char *problem; /* the only field with a problem, or NULL */
} Case;

#define DONATION "date=5/6/2021|donor=Hội đồng hương|"
#define EVENT "title=Giao lưu|type=exchange|"
#define HEADCOUNT "organization=1|as_of=2021|"
#define PROJECT "name=Nước sạch|kind=project|"
#define COUNT "as_of=2021|"
#define REMITTANCE "from=2016|to=2021|"

static const Case cases[] = {
  /* required */
  { "person", "name=Nguyễn Văn A", NULL },
  { "person", "phone=0912345678", "name" },
  { "award", "form=order", "recipient" },
  { "award", "recipient=Lớp 9A|form=order", NULL },
  { "award", "recipient=person:5|form=order", NULL },
  { "person", "name=Nguyễn Văn A|country=Đức", NULL },

  /* dates, of any precision: only what cannot be is refused */
  { "event", EVENT "from=5/6/2021|to=5/6/2021", NULL },
  { "event", EVENT "from=5/6/2021|to=4/6/2021", "to" },
  { "event", EVENT "from=5/6/2021|to=2021", NULL },
  { "event", EVENT "from=2021|to=1/1/2021", NULL },
  { "event", EVENT "from=2021|to=31/12/2020", "to" },
  { "event", EVENT "from=6/2021|to=5/2021", "to" },
  { "event", EVENT "from=6/2021|to=1/6/2021", NULL },
  { "event", EVENT "from=31/12/2021|to=12/2021", NULL },
  { "event", EVENT "from=1/1/2022|to=12/2021", "to" },
  { "event", EVENT "from=2021", NULL },
  { "office", "person=1|organization=2|title=Chủ tịch|from=2021|to=2020", "to" },
  { "office", "person=1|organization=2|title=Chủ tịch|to=2020", NULL },
  { "membership", "person=1|organization=2|joined=2/2021|left=1/2021", "left" },
  { "organization", "name=Hội|kind=local|status=dissolved|founded=2021|ended=2020", "ended" },
  { "organization", "name=Hội|kind=local|status=dissolved|founded=2021|ended=2021", NULL },
  { "person", "name=A|birth=1950|since=1949", "since" },
  { "person", "name=A|birth=2199", "birth" },
  { "person", "name=A|birth=1/1/2199", "birth" },
  { "person", "name=A|birth=29/2/2024", NULL },
  { "award", "recipient=A|form=order|decision_date=2/9/2021|presented_on=1/9/2021", "presented_on" },
  { "agreement", "partner=1|title=A|signed=2021|until=2020", "until" },
  { "contact_log", "contact=person:1|topic=return|date=2/9/2021|follow_up_due=1/9/2021", "follow_up_due" },

  /* a day is needed */
  { "donation", DONATION "currency=USD|amount=10|exchange_rate=23000|rate_date=2021", "rate_date" },
  { "donation", DONATION "currency=USD|amount=10|exchange_rate=23000|rate_date=6/2021", "rate_date" },
  { "donation", DONATION "currency=USD|amount=10|exchange_rate=23000|rate_date=5/6/2021", NULL },
  { "donation", DONATION "currency=USD|amount=10|exchange_rate=23000", "rate_date" },

  /* numbers */
  { "headcount", HEADCOUNT "members=0", NULL },
  { "headcount", HEADCOUNT "members=-1", "members" },
  { "headcount", HEADCOUNT "members=100|women=100|under_35=100", NULL },
  { "headcount", HEADCOUNT "members=100|women=101", "members" },
  { "headcount", HEADCOUNT "members=100|under_35=101", "members" },
  { "headcount", HEADCOUNT "branches=9|women=101", NULL },
  { "headcount", HEADCOUNT "branches=9", NULL },
  { "headcount", HEADCOUNT "women=9", "branches" },
  { "donation", DONATION "amount=-1", "amount" },
  { "donation", DONATION "amount=0", NULL },
  { "diaspora_count", COUNT "share=0", NULL },
  { "diaspora_count", COUNT "share=100", NULL },
  { "diaspora_count", COUNT "share=100,01", "share" },
  { "diaspora_count", COUNT "share=-0,01", "share" },
  { "diaspora_count", COUNT "number=4000|women=4001", "number" },
  { "diaspora_count", COUNT "country=DE", "share" },
  { "stated_figure", "indicator=A|to=2021|number=-0,5", "number" },

  /* amounts and their currency */
  { "donation", DONATION "amount=10", NULL },
  { "donation", DONATION "currency=|amount=10", "currency" },
  { "donation", DONATION, "amount" },
  { "remittance", REMITTANCE "amount=595,75 triệu USD", NULL },
  { "remittance", REMITTANCE "amount=1|currency=", "currency" },
  { "remittance", REMITTANCE, "amount" },
  { "event", EVENT "from=2021|cost=1000|currency=", "currency" },
  { "event", EVENT "from=2021|cost=1000|currency=VND", NULL },
  { "campaign", "name=A|target=5 tỷ|currency=", "currency" },
  { "campaign", "name=A|target=5 tỷ|currency=VND", NULL },
  { "aid_project", PROJECT "committed_amount=1000", NULL },
  { "aid_project", PROJECT "committed_amount=1000|currency=", "currency" },
  { "aid_project", PROJECT, NULL },

  /* fields that do not apply */
  { "donation", DONATION "form=goods|goods=Gạo|quantity=10|unit=tấn", NULL },
  { "donation", DONATION "form=goods|goods=Gạo|quantity=10", "unit" },
  { "donation", DONATION "form=goods", "goods" },
  { "donation", DONATION "form=service", NULL },
  { "donation", DONATION "form=goods|goods=Gạo|amount=10", "amount" },
  { "donation", DONATION "amount=10|goods=Gạo", "goods" },
  { "donation", DONATION "form=goods|goods=Gạo|currency=VND", NULL },
  { "donation", DONATION "form=goods|goods=Gạo|currency=USD", "currency" },
  { "event", EVENT "from=2021|currency=VND", NULL },
  { "event", EVENT "from=2021|currency=USD", "currency" },
  { "organization", "name=Hội|kind=local|ended=2021", "ended" },
  { "organization", "name=Hội|kind=local|merged_into=1", "merged_into" },
  { "organization", "name=Hội|kind=local|status=merged", "merged_into" },
  { "organization", "name=Hội|kind=local|status=merged|merged_into=1|ended=2021", NULL },

  /* other rules */
  { "person", "name=A|consent_date=2021", "consent_basis" },
  { "person", "name=A|consent_date=2021|consent_basis=consent", NULL },
  { "person", "name=A|consent_basis=consent", NULL },

  /* views: what is added to one must be what it shows */
  { "overseas_contact", "name=A|country=DE", NULL },
  { "overseas_contact", "name=A", "country" },
  { "overseas_contact", "name=A|country=VN", "country" },
  { "overseas_contact", "name=A|country=DE|birth=1950|since=1949", "since" },
  { "association_abroad", "name=Hội người Việt Nam tại Séc", NULL },
  { "association_abroad", "name=Hội|kind=local", "kind" },
};

static void
assert_only_problem (const HnRecord *record,
                     const char     *field)
{
  g_autoptr (GPtrArray) problems = hn_record_check (record);
  const HnProblem *problem;

  for (guint i = 0; i < problems->len; i++)
    {
      problem = g_ptr_array_index (problems, i);
      g_test_message ("%s: %s", problem->field->name, problem->message);
    }
  g_assert_cmpuint (problems->len, ==, field != NULL ? 1 : 0);
  if (field == NULL)
    return;

  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->field->name, ==, field);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_true (g_str_has_suffix (problem->message, "."));
}

static HnRecord *
fill_in (const char *kind,
         const char *fields)
{
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);
  HnRecord *record = hn_record_new (hn_kind_lookup (kind));

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_autoptr (GError) error = NULL;

      if (*pairs[i] == '\0')
        continue;
      hn_record_set_input (record, pair[0], pair[1], today, &error);
      g_assert_no_error (error);
    }
  hn_record_settle (record);

  return record;
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (HnRecord) record = fill_in (test->kind, test->fields);

  assert_only_problem (record, test->problem);
}

/* Values that typing would refuse, as they may come from a register made elsewhere. */
static void
test_stored_values (void)
{
  static const struct
  {
    const char *field;
    const char *value;
  } bad[] = {
    { "birth", "'1950-02-30'" },
    { "birth", "'06/05/1950'" },
    { "gender", "'Female'" },
    { "email", "'an example.vn'" },
    { "phone", "'none'" },
    { "country", "'de'" },
    { "country", "'GERMANY'" },
    { "home_area", "('person', int64 5)" },
    { "home_area", "('area', int64 0)" },
    { "home_area", "('nowhere', int64 5)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HnRecord) record = fill_in ("person", "name=A");

      hn_record_set (record, bad[i].field, g_variant_new_parsed (bad[i].value));
      assert_only_problem (record, bad[i].field);
    }
}

/* The office may add countries that the program does not know. */
static void
test_own_country (void)
{
  g_autoptr (HnRecord) record = fill_in ("person", "name=A");

  hn_record_set_text (record, "country", "ZZ");
  assert_only_problem (record, NULL);
}

static void
test_currency (void)
{
  g_autoptr (HnRecord) record = fill_in ("donation", DONATION "amount=10");

  hn_record_set_text (record, "currency", "XXQ");
  assert_only_problem (record, "currency");
}

static void
test_several (void)
{
  static const char *const twice[] = { "LA", "KH", "LA", NULL };
  static const char *const wrong[] = { "LA", "la", NULL };
  g_autoptr (HnRecord) record = fill_in ("event", EVENT "from=2021|countries=LA;KH|tasks=1;2");

  assert_only_problem (record, NULL);
  hn_record_set (record, "countries", g_variant_new_strv (twice, -1));
  assert_only_problem (record, "countries");
  hn_record_set (record, "countries", g_variant_new_strv (wrong, -1));
  assert_only_problem (record, "countries");
  hn_record_set (record, "countries", NULL);
  hn_record_set (record, "tasks", g_variant_new_parsed ("[('event', int64 1)]"));
  assert_only_problem (record, "tasks");
}

static void
test_tree (void)
{
  g_autoptr (HnRecord) record = fill_in ("organization", "name=Hội|kind=local|parent=5");

  hn_record_set_id (record, 4);
  assert_only_problem (record, NULL);
  hn_record_set_id (record, 5);
  assert_only_problem (record, "parent");
}

/* Somebody who came home is no overseas contact any more, and may be saved as such. */
static void
test_leaving_a_view (void)
{
  g_autoptr (HnRecord) record = fill_in ("overseas_contact", "name=A|country=VN");

  assert_only_problem (record, "country");
  hn_record_set_id (record, 5);
  assert_only_problem (record, NULL);
}

static void
test_condition_is_named (void)
{
  g_autoptr (HnRecord) record = fill_in ("donation", DONATION "amount=10|goods=Gạo");
  g_autoptr (GPtrArray) problems = hn_record_check (record);
  const HnProblem *problem = g_ptr_array_index (problems, 0);

  g_assert_nonnull (strstr (problem->message, "Goods"));
  g_assert_nonnull (strstr (problem->message, "Form"));
  g_assert_nonnull (strstr (problem->message, "Service"));
}

static void
test_messages_language (void)
{
  g_autoptr (HnRecord) record = fill_in ("event", EVENT "from=2021|to=2020");
  g_autoptr (GPtrArray) problems = NULL;
  const HnProblem *problem;

  g_setenv ("LC_ALL", "vi_VN.UTF-8", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
  problems = hn_record_check (record);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->message, ==, "Ngày kết thúc trước ngày bắt đầu.");
  g_setenv ("LC_ALL", "C", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C", TRUE);
  setlocale (LC_ALL, "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/%02u-%s", i, cases[i].kind);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/check/stored-values", test_stored_values);
  g_test_add_func ("/check/own-country", test_own_country);
  g_test_add_func ("/check/currency", test_currency);
  g_test_add_func ("/check/several", test_several);
  g_test_add_func ("/check/tree", test_tree);
  g_test_add_func ("/check/leaving-a-view", test_leaving_a_view);
  g_test_add_func ("/check/condition-is-named", test_condition_is_named);
  g_test_add_func ("/check/messages-language", test_messages_language);

  return g_test_run ();
}
