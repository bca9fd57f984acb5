/* A report that was sent stays as it was, and what differs today is named with its records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-rule-sets.h"
#include "hn-submission.h"
#include "report-fixture.h"

/* Sends @form over @period; "M04 M08" are two forms. */
static gint64
send_report (Fixture    *fixture,
             const char *forms,
             const char *period,
             const char *day,
             const char *number)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_strsplit (forms, " ", -1);
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (fixture->reg, period, &error);
  g_autoptr (HnPeriod) parsed = hn_period_parse (period, rules, &error);
  const HnReportOptions options = { .period = parsed, .forms = (const char *const *) names };
  HnSubmissionFacts facts = { .sent_to = "Ủy ban nhân dân tỉnh", .number = number };
  gint64 id;

  g_assert_no_error (error);
  g_assert_true (hn_date_from_iso (day, &facts.sent_on));
  id = hn_submission_freeze (fixture->reg, &options, &facts, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);

  return id;
}

static char *
field_of (Fixture    *fixture,
          gint64      id,
          const char *field)
{
  g_autoptr (HnRecord) record = hn_register_load (fixture->reg, hn_kind_lookup ("submission"), id, NULL);

  return g_strdup (hn_record_get_text (record, field));
}

static void
assert_field (Fixture    *fixture,
              gint64      id,
              const char *field,
              const char *value)
{
  g_autofree char *actual = field_of (fixture, id, field);

  g_assert_cmpstr (actual, ==, value);
}

static gint64
add_event (Fixture    *fixture,
           const char *title,
           const char *day,
           const char *people)
{
  return hn_test_add (fixture->reg, "event", "title", title, "type", "exchange", "from", day, "participants_domestic",
                      people, NULL);
}

static GBytes *
read_workbook (Fixture *fixture,
               gint64   id)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = hn_submission_read_workbook (fixture->reg, id, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_freeze (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 event = add_event (fixture, "Giao lưu", "2021-05-06", "30");
  gint64 id = send_report (fixture, "M04 M08", "2021", "2021-12-15", "05/BC-LHHN");
  g_autoptr (GBytes) before = read_workbook (fixture, id), after = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, before);
  g_autofree char *path = hn_test_path ("again.xlsx");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  assert_field (fixture, id, "form", "M04, M08");
  assert_field (fixture, id, "period", "2021");
  assert_field (fixture, id, "from", "2020-12-15");
  assert_field (fixture, id, "to", "2021-12-14");
  assert_field (fixture, id, "made_on", "2021-12-15");
  assert_field (fixture, id, "number", "05/BC-LHHN");
  assert_field (fixture, id, "rules", "ND09");
  assert_field (fixture, id, "dress", "report");
  assert_field (fixture, id, "sha256", sha256);

  hn_test_set (fixture->reg, "event", event, "participants_domestic", "300", NULL);
  add_event (fixture, "Thêm sau", "2021-06-01", "5");
  after = read_workbook (fixture, id);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (hn_submission_export (fixture->reg, id, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpmem (content, size, g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_unlink (path);
}

static void
set_field (Fixture    *fixture,
           gint64      id,
           const char *field,
           const char *text,
           GError    **error)
{
  g_autoptr (HnRecord) record = hn_register_load (fixture->reg, hn_kind_lookup ("submission"), id, NULL);

  hn_record_set_text (record, field, text);
  hn_register_save (fixture->reg, record, error);
}

/* Somebody saves while a report is being made, as often as it is begun. */
typedef struct
{
  Fixture *fixture;
  double   last;    /* how far it was */
  guint    n_left;
  guint    n_saved;
} Hurry;

static void
hurry_cb (double   done,
          gpointer user_data)
{
  Hurry *hurry = user_data;

  if (done < hurry->last && hurry->n_left > 0)
    {
      hurry->n_left--;
      hurry->n_saved++;
      add_event (hurry->fixture, "Trong lúc lập báo cáo", "2021-05-06", "7");
    }
  hurry->last = done;
}

/* What is kept is of one moment, after the last of the changes that came while it was made. */
static void
test_overtaken (Fixture       *fixture,
                gconstpointer  data)
{
  const char *const forms[] = { "M04", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reader = hn_register_open (fixture->path, HN_REGISTER_READ_ONLY, &error);
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (fixture->reg, "2021", &error);
  g_autoptr (HnPeriod) period = hn_period_parse ("2021", rules, &error);
  const HnReportOptions options = { .period = period, .forms = forms };
  const HnSubmissionFacts facts = { .sent_on = { 2021, 12, 15 } };
  Hurry hurry = { fixture, 1, 2, 0 };
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  add_event (fixture, "Giao lưu", "2021-05-06", "30");
  record = hn_submission_prepare (reader, &options, &facts, hurry_cb, &hurry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hurry.n_saved, ==, 2);
  g_assert_true (hn_register_save (fixture->reg, record, &error));
  g_assert_no_error (error);

  differences = hn_submission_compare (fixture->reg, hn_record_get_id (record), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
}

/* What may be written later is written once; the rest never changes, whoever tries. */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const frozen[] = { "form", "period", "from", "to", "made_on", "sha256", "figures", "rules" };
  gint64 id = send_report (fixture, "M04", "2021", "2021-12-15", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (HnRecord) record = hn_register_load (fixture->reg, hn_kind_lookup ("submission"), id, NULL);
  const HnKind *kind = hn_kind_lookup ("submission");

  for (guint i = 0; i < G_N_ELEMENTS (frozen); i++)
    {
      g_autofree char *before = field_of (fixture, id, frozen[i]);

      set_field (fixture, id, frozen[i], i == 2 || i == 3 || i == 4 ? "2021-06-01" : "khác", &error);
      g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
      g_clear_error (&error);
      assert_field (fixture, id, frozen[i], before);
    }

  hn_record_set (record, "workbook", g_variant_new_bytestring ("another"));
  g_assert_false (hn_register_save (fixture->reg, record, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_clear_error (&error);

  set_field (fixture, id, "number", "07/BC-LHHN", &error);
  g_assert_no_error (error);
  set_field (fixture, id, "number", "08/BC-LHHN", &error);
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_clear_error (&error);
  set_field (fixture, id, "note", "một", &error);
  set_field (fixture, id, "note", "hai", &error);
  g_assert_no_error (error);

  g_assert_true (hn_register_begin (fixture->reg, HN_BATCH_RECORDED, "bulk", &error));
  g_assert_true (hn_register_set_fields (fixture->reg, kind, &id, 1, "sent_to", g_variant_new_string ("Sở"), NULL,
                                         &refusals, &error));
  g_assert_true (hn_register_commit (fixture->reg, &error));
  g_assert_cmpuint (refusals->len, ==, 1);
  assert_field (fixture, id, "sent_to", "Ủy ban nhân dân tỉnh");
}

/* A submission that is deleted comes back whole. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = send_report (fixture, "M04", "2021", "2021-12-15", NULL);
  g_autoptr (GBytes) before = read_workbook (fixture, id), after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnCounted) counted = NULL;

  hn_test_delete (fixture->reg, "submission", id, HN_DELETE_ALONE, 0);
  g_assert_null (hn_submission_read_workbook (fixture->reg, id, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
  g_clear_error (&error);
  g_assert_true (hn_register_undo (fixture->reg, NULL, &error));
  after = read_workbook (fixture, id);
  g_assert_true (g_bytes_equal (before, after));
  counted = hn_submission_read_figures (fixture->reg, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (counted->forms[0], ==, "M04");
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = send_report (fixture, "M04", "2021", "2021-12-15", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hn_test_path ("damaged.xlsx");
  g_autoptr (HnRows) rows =
    hn_register_query (fixture->reg, "UPDATE \"submission\" SET \"workbook\" = x'00' WHERE \"id\" = ?1", "i", &error,
                       id);

  hn_rows_next (rows, &error);
  g_assert_no_error (error);
  g_assert_false (hn_submission_export (fixture->reg, id, path, &error));
  g_assert_error (error, HN_SUBMISSION_ERROR, HN_SUBMISSION_ERROR_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* --- compared with today ------------------------------------------------- */

/* "M04 / Giao lưu / Đại biểu – Tổng số: 30 -> 300: changed Giao lưu (Participants: 30 -> 300)" */
static char *
describe (const HnDifference *difference)
{
  static const char *const kinds[] = { "late", "changed", "deleted" };
  static const char *const types[] = { "", " added", " gone" };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s / %s%s", difference->form, difference->row, types[difference->type]);
  if (difference->column != NULL)
    g_string_append_printf (text, " / %s: %s -> %s", difference->column,
                            difference->then != NULL ? difference->then : "",
                            difference->now != NULL ? difference->now : "");
  g_string_append_c (text, ':');
  for (guint i = 0; i < difference->causes->len; i++)
    {
      const HnCause *cause = g_ptr_array_index (difference->causes, i);

      g_string_append_printf (text, " %s %s", kinds[cause->type], cause->title);
      for (guint j = 0; j < cause->fields->len; j++)
        {
          const HnFieldChange *field = g_ptr_array_index (cause->fields, j);

          g_string_append_printf (text, " (%s: %s -> %s)", field->field->name,
                                  field->before != NULL ? field->before : "", field->after != NULL ? field->after : "");
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
compare (Fixture *fixture,
         gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = hn_submission_compare (fixture->reg, id, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *line = describe (g_ptr_array_index (differences, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 event = add_event (fixture, "Giao lưu", "2021-05-06", "30");
  gint64 id = send_report (fixture, "M01 M03 M04 M08 M09 M10 M13", "2021", "2021-12-15", NULL);
  g_autofree char *same = compare (fixture, id), *still = NULL;

  g_assert_cmpstr (same, ==, "");
  /* Changed and changed back, and what is outside of the window. */
  hn_test_set (fixture->reg, "event", event, "participants_domestic", "31", NULL);
  hn_test_set (fixture->reg, "event", event, "participants_domestic", "30", NULL);
  add_event (fixture, "Năm sau", "2022-05-06", "30");
  still = compare (fixture, id);
  g_assert_cmpstr (still, ==, "");
}

/* Each of late, changed, deleted and moved out, alone in its register, is named with what it does. */
static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  gint64 a = add_event (fixture, "A", "2021-05-06", "30");
  gint64 b = add_event (fixture, "B", "2021-05-07", "40");
  gint64 c = add_event (fixture, "C", "2021-05-08", "50");
  gint64 id = send_report (fixture, "M04", "2021", "2021-12-15", NULL);
  g_autofree char *text = NULL;

  hn_test_set (fixture->reg, "event", a, "participants_domestic", "35", NULL);
  hn_test_delete (fixture->reg, "event", b, HN_DELETE_ALONE, 0);
  hn_test_set (fixture->reg, "event", c, "from", "2022-05-08", NULL);
  add_event (fixture, "D", "2021-06-01", "7");
  text = compare (fixture, id);
  g_assert_nonnull (
    strstr (text, "M04 / A / Đại biểu – Tổng số: 30 -> 35: changed A (participants_domestic: 30 -> 35)\n"));
  g_assert_nonnull (strstr (text, "M04 / B gone: deleted B\n"));
  g_assert_nonnull (strstr (text, "M04 / C gone: changed C (from: "));
  g_assert_nonnull (strstr (text, "M04 / D added: late D\n"));
  /* The sum names all four. */
  g_assert_nonnull (
    strstr (text, "CỘNG: 2 hoạt động / Đại biểu – Tổng số: 120 -> 42: late D changed A "
                  "(participants_domestic: 30 -> 35) changed C (from: 08/05/2021 -> 08/05/2022) deleted B\n"));
}

/* One record late: it alone is named for every figure. */
static void
test_late_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  add_event (fixture, "A", "2021-05-06", "30");
  id = send_report (fixture, "M03 M04", "2021", "2021-12-15", NULL);
  add_event (fixture, "D", "2021-06-01", "7");
  text = compare (fixture, id);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_true (g_str_has_suffix (lines[i], ": late D"));
    }
}

/* What a row only refers to is named too. */
static void
test_renamed_host (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 host = hn_test_add (fixture->reg, "organization", "name", "Hội A", "kind", "bilateral", NULL);
  g_autofree char *reference = hn_test_ref ("organization", host);
  gint64 id;
  g_autofree char *text = NULL;

  hn_test_add (fixture->reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2021-05-06", "host", reference,
               NULL);
  id = send_report (fixture, "M04", "2021", "2021-12-15", NULL);
  hn_test_set (fixture->reg, "organization", host, "name", "Hội B", NULL);
  text = compare (fixture, id);
  g_assert_cmpstr (text, ==, "M04 / Giao lưu / Đơn vị chủ trì: Hội A -> Hội B: changed Hội B (name: Hội A -> Hội B)\n");
}

/* --- late, and offered in the next --------------------------------------- */

static char *
notes_of (const HnReportForm *form)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < form->notes->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (form->notes, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) late = NULL;
  g_autofree char *next = NULL, *other = NULL, *later = NULL;
  gint64 id;

  add_event (fixture, "A", "2021-05-06", "30");
  id = send_report (fixture, "M04", "2021-05", "2021-05-15", NULL);
  add_event (fixture, "Muộn", "2021-05-07", "40");
  add_event (fixture, "Tháng sau", "2021-05-20", "50");

  late = hn_submission_late (fixture->reg, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_cmpstr (((HnLateRecord *) g_ptr_array_index (late, 0))->title, ==, "Muộn");

  next = notes_of (fixture_build (fixture, "M04", "2021-06"));
  g_assert_nonnull (strstr (next, "Bổ sung kỳ trước (Tháng 5/2021, báo cáo gửi ngày 15/05/2021): 1 mục"));
  g_assert_nonnull (strstr (next, "Bổ sung: 07/05/2021; Muộn; "));
  g_assert_null (strstr (next, "Tháng sau"));
  /* Not added to the period's own figures, and not in a report of another length. */
  assert_row (g_ptr_array_index (fixture->report->forms, 0), 1, "1|2021-05-20|Tháng sau|Giao lưu|||||50|||");
  other = notes_of (fixture_build (fixture, "M04", "2022"));
  g_assert_null (strstr (other, "Bổ sung"));

  /* The next report has named it; the one after does not again. */
  send_report (fixture, "M04", "2021-06", "2021-06-15", NULL);
  later = notes_of (fixture_build (fixture, "M04", "2021-07"));
  g_assert_null (strstr (later, "Muộn"));
}

static void
test_number (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *next = NULL, *year = NULL;
  const HnDate day = { 2021, 12, 20 };

  first = hn_submission_suggest_number (fixture->reg, day, &error);
  g_assert_cmpstr (first, ==, "01/BC");
  hn_test_add (fixture->reg, "office_profile", "name", "LIÊN HIỆP", "place", "Bắc Giang", "symbol", "LHHN", "cutoff",
               "nd09", NULL);
  send_report (fixture, "M04", "2021", "2021-12-15", "12/BC-LHHN");
  next = hn_submission_suggest_number (fixture->reg, day, &error);
  g_assert_cmpstr (next, ==, "13/BC-LHHN");
  year = hn_submission_suggest_number (fixture->reg, (HnDate) { 2022, 1, 5 }, &error);
  g_assert_cmpstr (year, ==, "01/BC-LHHN");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/submission/freeze", test_freeze);
  FIXTURE_ADD ("/submission/overtaken", test_overtaken);
  FIXTURE_ADD ("/submission/frozen", test_frozen);
  FIXTURE_ADD ("/submission/undo", test_undo);
  FIXTURE_ADD ("/submission/damaged", test_damaged);
  FIXTURE_ADD ("/submission/same", test_same);
  FIXTURE_ADD ("/submission/differences", test_differences);
  FIXTURE_ADD ("/submission/late-alone", test_late_alone);
  FIXTURE_ADD ("/submission/renamed-host", test_renamed_host);
  FIXTURE_ADD ("/submission/late", test_late);
  FIXTURE_ADD ("/submission/number", test_number);

  return g_test_run ();
}
