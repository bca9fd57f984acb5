/* Records for the clipboard, and a list that is written away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "hn-list-save.h"
#include "hn-list-table.h"
#include "sample-fixture.h"

static void
add_field (GPtrArray    *fields,
           const HnKind *kind,
           const char   *name)
{
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, name));
}

static HnPlainList *
list_people (SampleFixture *fixture)
{
  const HnKind *kind = hn_kind_lookup ("person");
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  id = sample_fixture_add (fixture, "person", "name", "Nguyễn Văn <An> & Bé", "birth", "6/5/1960", "phone",
                           "0912 345 678", "note", "một\thai\nba", NULL);
  g_array_append_val (ids, id);
  id = sample_fixture_add (fixture, "person", "name", "Lê Thị Hà", "birth", "1960", "note", "=HYPERLINK(\"x\")", NULL);
  g_array_append_val (ids, id);
  add_field (fields, kind, "name");
  add_field (fields, kind, "birth");
  add_field (fields, kind, "phone");
  add_field (fields, kind, "note");

  return hn_plain_list_new (kind, fields, ids, NULL);
}

static HnListTable *
make_table (SampleFixture *fixture,
            HnPlainList   *list,
            GError       **error)
{
  g_autoptr (HnGauge) gauge = hn_gauge_new ();

  hn_list_table_async (fixture->store, list, gauge, NULL, sample_fixture_answer_cb, fixture);

  return hn_list_table_finish (fixture->store, sample_fixture_wait (fixture), error);
}

static void
test_text (SampleFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (HnPlainList) list = list_people (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnListTable) table = make_table (fixture, list, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->n_rows, ==, 2);
  g_assert_cmpstr (table->text, ==,
                   "Full name\tBorn\tTelephone\tNote\n"
                   "Nguyễn Văn <An> & Bé\t06/05/1960\t0912 345 678\tmột hai ba\n"
                   "Lê Thị Hà\t1960\t\t'=HYPERLINK(\"x\")\n");
}

static void
assert_has (GBytes     *html,
            const char *part)
{
  gsize size;
  const char *text = g_bytes_get_data (html, &size);

  if (g_strstr_len (text, (gssize) size, part) == NULL)
    g_error ("%s is not in %.*s", part, (int) size, text);
}

static void
test_html (SampleFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (HnPlainList) list = list_people (fixture);
  g_autoptr (HnListTable) table = make_table (fixture, list, NULL);

  assert_has (table->html, "<th class=\"t\" align=\"left\">Full name</th>");
  assert_has (table->html, "<td class=\"t\" sdnum=\"1033;0;@\">Nguyễn Văn &lt;An&gt; &amp; Bé</td>");
  assert_has (
    table->html,
    "<td class=\"d\" align=\"left\" sdval=\"22042\" sdnum=\"1033;1066;DD/MM/YYYY\" x:num=\"22042\">06/05/1960</td>");
  assert_has (table->html, "<td class=\"t\" sdnum=\"1033;0;@\">1960</td>");
  assert_has (table->html, "<td class=\"t\" sdnum=\"1033;0;@\">0912 345 678</td>");
  assert_has (table->html, "<td class=\"t\" sdnum=\"1033;0;@\">=HYPERLINK");
  assert_has (table->html, "<style>.t {mso-number-format:\"\\@\"}");
}

static void
test_amounts (SampleFixture *fixture,
              gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("donation");
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "donation", "form=goods");
  g_autoptr (HnPlainList) list = NULL;
  g_autoptr (HnListTable) table = NULL;

  add_field (fields, kind, "value");
  list = hn_plain_list_new (kind, fields, ids, NULL);
  table = make_table (fixture, list, NULL);
  assert_has (table->html,
              "<td class=\"n0\" align=\"right\" sdval=\"150000000\" sdnum=\"1033;0;#,##0\" x:num=\"150000000\">"
              "150.000.000 đ</td>");
}

static void
test_too_many (SampleFixture *fixture,
               gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("person");
  g_autoptr (GPtrArray) fields = hn_plain_list_fields (kind);
  g_autoptr (GArray) ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (HnPlainList) list = NULL;
  g_autoptr (GError) error = NULL;

  g_array_set_size (ids, HN_LIST_TABLE_MAX_ROWS + 1);
  list = hn_plain_list_new (kind, fields, ids, NULL);
  g_assert_null (make_table (fixture, list, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_cancelled (SampleFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (HnPlainList) list = list_people (fixture);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hn_list_table_async (fixture->store, list, gauge, cancellable, sample_fixture_answer_cb, fixture);
  g_assert_null (hn_list_table_finish (fixture->store, sample_fixture_wait (fixture), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_save (SampleFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (HnPlainList) list = list_people (fixture);
  HnGauge *gauge = hn_gauge_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "people.csv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_signal_connect_swapped (gauge, "notify::progress", G_CALLBACK (count_cb), &n_told);
  hn_list_save_async (fixture->store, list, path, gauge, NULL, sample_fixture_answer_cb, fixture);
  g_assert_true (hn_list_save_finish (fixture->store, sample_fixture_wait (fixture), &error));
  g_assert_no_error (error);
  while (hn_gauge_get_progress (gauge) < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_told, >, 0);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "\xef\xbb\xbf"
                                            "Họ và tên;Ngày sinh;Điện thoại;Ghi chú\r\nNguyễn Văn <An> & Bé;"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (gauge);
}

static void
test_save_fails (SampleFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (HnPlainList) list = list_people (fixture);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "none", "people.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  hn_list_save_async (fixture->store, list, path, gauge, NULL, sample_fixture_answer_cb, fixture);
  g_assert_false (hn_list_save_finish (fixture->store, sample_fixture_wait (fixture), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Told a thousand times by another thread, whoever waits hears of it on its own, in order, and of the end. */
static gpointer
tell_thread (gpointer gauge)
{
  for (int i = 0; i <= 5000; i++)
    hn_gauge_tell (i / 5000.0, gauge);

  return NULL;
}

static void
heard_cb (HnGauge    *gauge,
          GParamSpec *pspec,
          double     *last)
{
  g_assert_cmpfloat (hn_gauge_get_progress (gauge), >=, *last);
  *last = hn_gauge_get_progress (gauge);
}

static void
test_gauge (void)
{
  HnGauge *gauge = hn_gauge_new ();
  g_autoptr (GThread) thread = NULL;
  double last = 0;

  g_signal_connect (gauge, "notify::progress", G_CALLBACK (heard_cb), &last);
  thread = g_thread_new ("tell", tell_thread, gauge);
  while (last < 1)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (g_steal_pointer (&thread));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (gauge);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SAMPLE_TEST ("/model/list-table/text", test_text);
  SAMPLE_TEST ("/model/list-table/html", test_html);
  SAMPLE_TEST ("/model/list-table/amounts", test_amounts);
  SAMPLE_TEST ("/model/list-table/too-many", test_too_many);
  SAMPLE_TEST ("/model/list-table/cancelled", test_cancelled);
  SAMPLE_TEST ("/model/list-save/csv", test_save);
  SAMPLE_TEST ("/model/list-save/fails", test_save_fails);
  g_test_add_func ("/model/gauge", test_gauge);

  return g_test_run ();
}
