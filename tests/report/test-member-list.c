/* Form M02: the members of a union and of a part of it, as rows that are made while they are read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-basis.h"
#include "hn-form.h"
#include "hn-rule-sets.h"
#include "report-fixture.h"

/* The form with options of its own. */
static HnReportForm *
build (Fixture    *fixture,
       const char *period,
       gint64      organization,
       gboolean    sensitive)
{
  static const char *const forms[] = { "M02", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (fixture->reg, period, &error);
  g_autoptr (HnPeriod) parsed = hn_period_parse (period, rules, &error);
  HnReportOptions options = {
    .period = parsed,
    .forms = forms,
    .organization = organization,
    .sensitive = sensitive,
  };

  g_clear_pointer (&fixture->report, hn_report_free);
  fixture->report = hn_report_build (fixture->reg, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_ptr_array_index (fixture->report->forms, 0);
}

static void
seek (Fixture            *fixture,
      const HnReportForm *form,
      guint               row)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (form->source->seek (form->source, fixture->reg, row, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_next (const HnReportForm *form,
             const char         *line)
{
  g_autoptr (GError) error = NULL;
  const HnReportRow *row = form->source->next (form->source, &error);
  g_autofree char *actual = NULL;

  g_assert_no_error (error);
  if (line == NULL)
    {
      g_assert_null (row);
      return;
    }
  g_assert_nonnull (row);
  actual = row_line (row);
  g_assert_cmpstr (actual, ==, line);
}

static gint64
add_organization (Fixture    *fixture,
                  const char *name,
                  const char *kind,
                  gint64      parent)
{
  g_autofree char *above = parent != 0 ? hn_test_ref ("organization", parent) : g_strdup ("");

  return hn_test_add (fixture->reg, "organization", "name", name, "kind", kind, "parent", above, NULL);
}

static gint64
add_person (Fixture    *fixture,
            const char *name,
            const char *gender)
{
  return hn_test_add (fixture->reg, "person", "name", name, "gender", gender, "birth", "1955", "phone", "0912 345 678",
                      "ethnic_group", "Tày", "party_member", "yes", NULL);
}

static gint64
add_member (Fixture    *fixture,
            gint64      person,
            gint64      organization,
            const char *joined,
            const char *left)
{
  g_autofree char *who = hn_test_ref ("person", person);
  g_autofree char *where = hn_test_ref ("organization", organization);

  return hn_test_add (fixture->reg, "membership", "person", who, "organization", where, "joined", joined, "left", left,
                      "card_number", "007", "note", "ghi chú", NULL);
}

typedef struct
{
  gint64 lao;
  gint64 branch;
  gint64 nhat;
  gint64 an;
} Members;

static Members
add_members (Fixture *fixture)
{
  gint64 top = add_organization (fixture, "Liên hiệp", "union", 0);
  Members members = {
    .lao = add_organization (fixture, "Hội Việt - Lào", "bilateral", top),
    .nhat = add_organization (fixture, "Hội Việt - Nhật", "bilateral", top),
    .an = add_person (fixture, "Lê An", "male"),
  };
  gint64 anh = add_person (fixture, "Trần Ánh", "female"), binh = add_person (fixture, "Đỗ Bình", "female");
  g_autofree char *lao = hn_test_ref ("organization", members.lao), *an = hn_test_ref ("person", members.an);

  members.branch = add_organization (fixture, "Chi hội xã", "branch", members.lao);
  add_member (fixture, binh, members.lao, "2011", "");
  add_member (fixture, members.an, members.lao, "2010-05-01", "");
  add_member (fixture, anh, members.branch, "2012", "");
  add_member (fixture, anh, members.nhat, "2013", "");
  add_member (fixture, members.an, members.nhat, "2010", "2020");
  add_member (fixture, binh, members.nhat, "2022", "");
  hn_test_add (fixture->reg, "office", "person", an, "organization", lao, "title", "Chủ tịch", "from", "2018", NULL);
  hn_test_add (fixture->reg, "office", "person", an, "organization", lao, "title", "Ủy viên", "to", "2017", NULL);

  return members;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  HnReportForm *form;

  add_members (fixture);
  form = build (fixture, "2021", 0, FALSE);
  g_assert_cmpstr (form->subtitle, ==, "(Tính đến ngày 14/12/2021)");
  g_assert_cmpuint (form->n_columns, ==, 13);
  g_assert_cmpuint (form->rows->len, ==, 0);
  g_assert_cmpuint (form->source->n_rows, ==, 7);

  for (guint i = 0; i < 2; i++)
    {
      seek (fixture, form, 0);
      assert_next (form, "group: |Hội Việt - Lào (2 hội viên)|||||||||||");
      assert_next (form, "1|Lê An|1955|Nam||||0912 345 678|Hội Việt - Lào|Chủ tịch|2010-05-01|007|ghi chú");
      assert_next (form, "2|Đỗ Bình|1955|Nữ||||0912 345 678|Hội Việt - Lào||2011|007|ghi chú");
      assert_next (form, "group: |Chi hội xã (1 hội viên)|||||||||||");
      assert_next (form, "3|Trần Ánh|1955|Nữ||||0912 345 678|Chi hội xã||2012|007|ghi chú");
      assert_next (form, "group: |Hội Việt - Nhật (1 hội viên)|||||||||||");
      assert_next (form, "4|Trần Ánh|1955|Nữ||||0912 345 678|Hội Việt - Nhật||2013|007|ghi chú");
      assert_next (form, NULL);
    }
  seek (fixture, form, 5);
  assert_next (form, "group: |Hội Việt - Nhật (1 hội viên)|||||||||||");
  seek (fixture, form, 4);
  assert_next (form, "3|Trần Ánh|1955|Nữ||||0912 345 678|Chi hội xã||2012|007|ghi chú");

  assert_note (form, 0, "Danh sách này có 3 hội viên; trong đó nữ: 2 người.");
  assert_note (form, 1, "Người sinh hoạt ở nhiều hội được ghi ở mỗi hội: danh sách có 4 dòng.");
}

/* A part of the tree, with its name of that time, and the columns that nobody sees unasked. */
static void
test_part (Fixture       *fixture,
           gconstpointer  data)
{
  Members members = add_members (fixture);
  g_autofree char *lao = hn_test_ref ("organization", members.lao);
  HnReportForm *form;

  hn_test_add (fixture->reg, "former_name", "organization", lao, "name", "Hội Lào cũ", "to", "2020", NULL);
  form = build (fixture, "2021", members.lao, TRUE);
  g_assert_cmpstr (form->subtitle, ==, "Hội Việt - Lào (Tính đến ngày 14/12/2021)");
  g_assert_cmpuint (form->n_columns, ==, 15);
  g_assert_cmpstr (form->columns[12].header, ==, "Dân tộc");
  g_assert_cmpstr (form->columns[14].header, ==, "Ghi chú");
  g_assert_cmpuint (form->source->n_rows, ==, 5);
  seek (fixture, form, 1);
  assert_next (form, "1|Lê An|1955|Nam||||0912 345 678|Hội Việt - Lào|Chủ tịch|2010-05-01|007|Tày|Có|ghi chú");
  assert_note (form, 0, "Danh sách này có 3 hội viên; trong đó nữ: 2 người.");
  g_assert_cmpuint (form->notes->len, ==, 1);

  form = build (fixture, "2019", members.lao, FALSE);
  g_assert_cmpstr (form->subtitle, ==, "Hội Lào cũ (Tính đến ngày 14/12/2019)");
  seek (fixture, form, 0);
  assert_next (form, "group: |Hội Lào cũ (2 hội viên)|||||||||||");
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const forms[] = { "M02", NULL };
  HnReportForm *form = build (fixture, "2021", 0, FALSE);
  g_autoptr (GError) error = NULL;
  HnReportOptions options = { .period = fixture->report->period, .forms = forms, .organization = 12345 };

  assert_row (form, 0, "nothing: |Không phát sinh|||||||||||");
  g_assert_null (form->source);
  assert_note (form, 0, "Danh sách này có 0 hội viên; trong đó nữ: 0 người.");

  g_assert_null (hn_report_build (fixture->reg, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
}

#define N_PEOPLE 700

/* More than the first batches hold: what is read ahead is the same, wherever reading begins, and whoever stops early
 * leaves nothing behind. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 top = add_organization (fixture, "Liên hiệp", "union", 0);
  g_autoptr (GError) error = NULL;
  HnReportForm *form;

  hn_register_begin (fixture->reg, HN_BATCH_INITIAL, NULL, &error);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %c%c%c", 'A' + i / 100, 'a' + i / 10 % 10, 'a' + i % 10);

      add_member (fixture, add_person (fixture, name, i % 2 == 0 ? "male" : "female"), top, "2001", "");
    }
  hn_register_commit (fixture->reg, &error);
  g_assert_no_error (error);

  form = build (fixture, "2021", 0, FALSE);
  g_assert_cmpuint (form->source->n_rows, ==, N_PEOPLE + 1);
  for (guint start = 1; start < N_PEOPLE; start += 83)
    {
      g_autofree char *before = NULL;

      seek (fixture, form, start);
      for (guint i = start; i <= N_PEOPLE; i++)
        {
          const HnReportRow *row = form->source->next (form->source, &error);

          g_assert_no_error (error);
          g_assert_cmpint (hn_row_cell ((HnReportRow *) row, 0)->number, ==, i);
          g_assert_cmpint (g_strcmp0 (before, hn_row_cell ((HnReportRow *) row, 1)->text), <, 0);
          g_set_str (&before, hn_row_cell ((HnReportRow *) row, 1)->text);
          g_assert_cmpuint (row->basis->len, ==, 2);
        }
      assert_next (form, NULL);
    }
  seek (fixture, form, 1);
  for (guint i = 0; i < 100; i++)
    g_assert_nonnull (form->source->next (form->source, &error));
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  Members members = add_members (fixture);
  HnReportForm *form = build (fixture, "2021", members.lao, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  hn_test_delete (fixture->reg, "person", members.an, HN_DELETE_ALONG, 0);
  seek (fixture, form, 1);
  g_assert_null (form->source->next (form->source, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (form->source->seek (form->source, fixture->reg, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/member-list/all", test_list);
  FIXTURE_ADD ("/member-list/part", test_part);
  FIXTURE_ADD ("/member-list/nobody", test_nobody);
  FIXTURE_ADD ("/member-list/many", test_many);
  FIXTURE_ADD ("/member-list/changed", test_changed);

  return g_test_run ();
}
