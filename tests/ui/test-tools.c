/* Copies and exports of a list, finding a record of any kind, and work that takes long. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "hn-bulk-delete.h"
#include "hn-bulk-edit.h"
#include "hn-find-dialog.h"
#include "hn-find-row.h"
#include "hn-list-copy.h"
#include "hn-list-export.h"
#include "hn-plain-list.h"
#include "hn-ui.h"
#include "hn-work-dialog.h"

static gboolean
is_search_entry (GtkWidget  *widget,
                 const char *text)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static gboolean
is_list (GtkWidget  *widget,
         const char *text)
{
  return GTK_IS_LIST_BOX (widget);
}

static void
assert_goes (gpointer object)
{
  gpointer pointer = object;

  g_object_add_weak_pointer (object, &pointer);
  g_object_unref (object);
  while (pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (DialogFixture *fixture,
           gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("person");
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);
  gint64 id = sample_fixture_add (&fixture->sample, "person", "name", "Nguyễn Văn Thử", "ethnic_group", "Tày", NULL);
  g_autofree char *text = NULL;

  g_array_append_val (ids, id);
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "name"));
  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "ethnic_group"));
  hn_list_copy (fixture->page, fixture->sample.context, kind, fields, ids);
  /* What is sensitive by law is not handed on unasked. */
  dialog_wait_for (fixture->window, dialog_is_saying,
                   "Copied 1 record, without what is sensitive by law: Ethnic group");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Full name\nNguyễn Văn Thử\n");
  gdk_clipboard_set_content (clipboard, NULL);
}

static void
test_export (DialogFixture *fixture,
             gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("person");
  g_autoptr (GPtrArray) fields = hn_plain_list_fields (kind);
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "person", NULL);

  hn_list_export_present_filtered (fixture->page, fixture->sample.context, kind, fields, ids, "Area: <Yên Thế>");
  dialog_wait_for (fixture->window, dialog_is_row, "Columns");
  g_assert_null (dialog_find (fixture->window, dialog_is_row, "With sensitive personal data"));

  /* All fields have some that are sensitive, and they are off until somebody says otherwise. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (dialog_find (fixture->window, dialog_is_row, "Columns")), 1);
  g_assert_false (adw_switch_row_get_active (
    ADW_SWITCH_ROW (dialog_wait_for (fixture->window, dialog_is_row, "With sensitive personal data"))));
  dialog_press (fixture->window, "_Cancel");
}

static GtkWidget *
present_find (DialogFixture *fixture)
{
  AdwDialog *dialog = hn_find_dialog_new (fixture->sample.context);

  adw_dialog_present (dialog, fixture->page);

  return GTK_WIDGET (dialog);
}

static gboolean
is_mapped_title (GtkWidget  *widget,
                 const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static void
test_find (DialogFixture *fixture,
           gconstpointer  data)
{
  gint64 id = sample_fixture_add (&fixture->sample, "person", "name", "Zygmunt Bạch", NULL);
  g_autofree char *wanted = g_strdup_printf ("('person', %" G_GINT64_FORMAT ")", id);
  GtkWidget *dialog = present_find (fixture);
  GtkWidget *entry = dialog_wait_for (dialog, is_search_entry, NULL);

  /* What was changed last, before anything is typed. */
  dialog_wait_for (dialog, is_mapped_title, "Changed Last");
  dialog_wait_for (dialog, is_mapped_title, "Zygmunt Bạch");

  gtk_editable_set_text (GTK_EDITABLE (entry), "zygmunt bach");
  /* Enter, before there is an answer, means what was typed. */
  g_signal_emit_by_name (entry, "activate");
  while (fixture->shown == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->shown, ==, wanted);
}

static void
test_find_all (DialogFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *dialog = present_find (fixture);
  GtkWidget *entry = dialog_wait_for (dialog, is_search_entry, NULL);
  GtkWidget *all, *list;

  gtk_editable_set_text (GTK_EDITABLE (entry), "nguyen");
  all = gtk_widget_get_ancestor (dialog_wait_for (dialog, dialog_is_saying, "All "), HN_TYPE_FIND_ROW);
  g_assert_cmpint (hn_find_row_get_id (HN_FIND_ROW (all)), ==, 0);
  list = dialog_find (dialog, is_list, NULL);
  g_signal_emit_by_name (list, "row-activated", all);
  g_assert_nonnull (fixture->shown);
  g_assert_true (g_str_has_suffix (fixture->shown, "'nguyen')"));
}

static void
test_find_nothing (DialogFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *dialog = present_find (fixture);

  gtk_editable_set_text (GTK_EDITABLE (dialog_wait_for (dialog, is_search_entry, NULL)), "qqqq");
  dialog_wait_for (dialog, is_mapped_title, "Nothing Found");
  g_assert_null (fixture->shown);
}

static void
test_goes (DialogFixture *fixture,
           gconstpointer  data)
{
  HnContext *context = fixture->sample.context;
  const HnKind *kind = hn_kind_lookup ("event");
  g_autoptr (GPtrArray) fields = hn_plain_list_fields (kind);
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "event", NULL);
  HnWorkDialog *work = hn_work_dialog_new (fixture->page, "work");

  assert_goes (g_object_ref_sink (hn_bulk_edit_new (context, kind, ids)));
  assert_goes (g_object_ref_sink (hn_list_export_new (context, kind, fields, ids, NULL)));
  assert_goes (g_object_ref_sink (hn_find_dialog_new (context)));
  hn_work_dialog_done (work);
  assert_goes (work);
}

/* A work that takes long shows how far it is; who closes it ends it. */
static void
test_work (DialogFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (HnWorkDialog) work = hn_work_dialog_new (fixture->page, "Sorting stamps…");

  dialog_wait_for (fixture->window, dialog_is_saying, "Sorting stamps…");
  g_assert_false (g_cancellable_is_cancelled (hn_work_dialog_get_cancellable (work)));
  dialog_press (GTK_WIDGET (work), "_Cancel");
  while (!g_cancellable_is_cancelled (hn_work_dialog_get_cancellable (work)))
    g_main_context_iteration (NULL, TRUE);
  hn_work_dialog_done (work);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

  DIALOG_TEST ("/ui/tools/copy", test_copy);
  DIALOG_TEST ("/ui/tools/export", test_export);
  DIALOG_TEST ("/ui/tools/find/record", test_find);
  DIALOG_TEST ("/ui/tools/find/all", test_find_all);
  DIALOG_TEST ("/ui/tools/find/nothing", test_find_nothing);
  DIALOG_TEST ("/ui/tools/goes", test_goes);
  DIALOG_TEST ("/ui/tools/work", test_work);

  return g_test_run ();
}
