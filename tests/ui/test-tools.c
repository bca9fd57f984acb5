/* What is done with several records at once, and finding one of any kind: each dialog to its end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hn-bulk-delete.h"
#include "hn-bulk-edit.h"
#include "hn-find-dialog.h"
#include "hn-find-row.h"
#include "hn-list-copy.h"
#include "hn-list-export.h"
#include "hn-plain-list.h"
#include "hn-ui.h"
#include "hn-work-dialog.h"
#include "sample-fixture.h"

typedef struct
{
  SampleFixture sample;
  GtkWidget *window;
  GtkWidget *page;       /* over which dialogs come up */
  char *shown;           /* what win.show-record or win.search-list was called with */
} Fixture;

static void
remember_action (GSimpleAction *action,
                 GVariant      *parameter,
                 Fixture       *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_variant_print (parameter, FALSE);
}

static void
add_action (Fixture      *fixture,
            const char   *name,
            const char   *type)
{
  g_autoptr (GVariantType) parameter = g_variant_type_new (type);
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect (action, "activate", G_CALLBACK (remember_action), fixture);
  g_action_map_add_action (G_ACTION_MAP (fixture->window), G_ACTION (action));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  sample_fixture_set_up (&fixture->sample, NULL);
  fixture->page = gtk_button_new_with_label ("page");
  fixture->window = adw_application_window_new (NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  add_action (fixture, "show-record", "(sx)");
  add_action (fixture, "search-list", "(ss)");
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_free (fixture->shown);
  sample_fixture_tear_down (&fixture->sample, NULL);
}

/* --- looking for widgets ------------------------------------------------- */

typedef gboolean (*Test) (GtkWidget  *widget,
                          const char *text);

static GtkWidget *
find (GtkWidget  *root,
      Test        test,
      const char *text)
{
  if (test (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, test, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_button (GtkWidget  *widget,
           const char *label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
         && gtk_widget_get_mapped (widget);
}

static gboolean
is_row (GtkWidget  *widget,
        const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_visible (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_saying (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

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

static GtkWidget *
wait_for (GtkWidget  *root,
          Test        test,
          const char *text)
{
  GtkWidget *found;

  while ((found = find (root, test, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return found;
}

static void
press (GtkWidget  *root,
       const char *label)
{
  g_signal_emit_by_name (wait_for (root, is_button, label), "clicked");
}

static gboolean
is_drop_down (GtkWidget  *widget,
              const char *text)
{
  return GTK_IS_DROP_DOWN (widget);
}

static gboolean
is_toggle_group (GtkWidget  *widget,
                 const char *text)
{
  return ADW_IS_TOGGLE_GROUP (widget);
}

static gboolean
choose_string (GObject    *chooser,
               const char *answer)
{
  g_autoptr (GListModel) model = NULL;

  g_object_get (chooser, "model", &model, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), answer))
        {
          g_object_set (chooser, "selected", i, NULL);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
choose_toggle (AdwToggleGroup *group,
               const char     *answer)
{
  for (guint i = 0; i < adw_toggle_group_get_n_toggles (group); i++)
    if (g_strcmp0 (adw_toggle_get_label (adw_toggle_group_get_toggle (group, i)), answer) == 0)
      {
        adw_toggle_group_set_active (group, i);
        return TRUE;
      }

  return FALSE;
}

/* Gives a row the answer of that name, however it offers its answers. */
static void
choose (GtkWidget  *root,
        const char *title,
        const char *answer)
{
  GtkWidget *row = wait_for (root, is_row, title);
  GtkWidget *toggles = find (row, is_toggle_group, NULL), *drop_down = find (row, is_drop_down, NULL);
  gboolean chosen = ADW_IS_COMBO_ROW (row) ? choose_string (G_OBJECT (row), answer)
                    : toggles != NULL      ? choose_toggle (ADW_TOGGLE_GROUP (toggles), answer)
                                           : choose_string (G_OBJECT (drop_down), answer);

  g_assert_true (chosen);
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

static guint
count (Fixture    *fixture,
       const char *kind,
       const char *where)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, kind, where);

  return ids->len;
}

/* --- several at once ----------------------------------------------------- */

static void
test_bulk_edit (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "event", NULL);
  g_autofree char *preview = g_strdup_printf ("%u events: State → Planned", ids->len);

  hn_bulk_edit_present (fixture->page, fixture->sample.context, hn_kind_lookup ("event"), ids);
  press (fixture->window, "C_hange");
  wait_for (fixture->window, is_saying, "Choose the field");

  choose (fixture->window, "Field", "State");
  /* What must be set cannot be made empty. */
  g_assert_null (find (fixture->window, is_row, "Make empty"));
  press (fixture->window, "C_hange");
  wait_for (fixture->window, is_saying, "Give a value");

  choose (fixture->window, "State", "Planned");
  wait_for (fixture->window, is_saying, preview);
  press (fixture->window, "C_hange");
  wait_for (fixture->window, is_button, "_Undo");
  g_assert_cmpuint (count (fixture, "event", "state=planned"), ==, ids->len);

  press (fixture->window, "_Undo");
  while (count (fixture, "event", "state=planned") == ids->len)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_bulk_edit_empty (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "event", NULL);
  g_autofree char *preview = g_strdup_printf ("%u events: Place → empty", ids->len);

  hn_bulk_edit_present (fixture->page, fixture->sample.context, hn_kind_lookup ("event"), ids);
  choose (fixture->window, "Field", "Place");
  adw_switch_row_set_active (ADW_SWITCH_ROW (wait_for (fixture->window, is_row, "Make empty")), TRUE);
  wait_for (fixture->window, is_saying, preview);
  press (fixture->window, "C_hange");
  wait_for (fixture->window, is_button, "_Undo");
  g_assert_cmpuint (count (fixture, "event", "place="), ==, ids->len);
}

/* Which records are in the way, by their titles; the others are not changed either. */
static void
test_bulk_edit_refused (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 good =
    sample_fixture_add (&fixture->sample, "person", "name", "Nguyễn Văn Trước", "consent_basis", "consent", NULL);
  gint64 bad = sample_fixture_add (&fixture->sample, "person", "name", "Nguyễn Văn Sau", "consent_basis", "consent",
                                   "consent_date", "1/2/2026", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *basis = NULL;

  g_array_append_val (ids, good);
  g_array_append_val (ids, bad);
  hn_bulk_edit_present (fixture->page, fixture->sample.context, hn_kind_lookup ("person"), ids);
  choose (fixture->window, "Field", "Purpose of residence");
  choose (fixture->window, "Field", "Basis for keeping the data");
  adw_switch_row_set_active (ADW_SWITCH_ROW (wait_for (fixture->window, is_row, "Make empty")), TRUE);
  press (fixture->window, "C_hange");

  wait_for (fixture->window, is_saying, "Nothing was changed");
  wait_for (fixture->window, is_row, "Nguyễn Văn Sau");
  g_assert_null (find (fixture->window, is_row, "Nguyễn Văn Trước"));
  basis = sample_fixture_get (&fixture->sample, "person", good, "consent_basis");
  g_assert_cmpstr (basis, ==, "Consent");

  press (fixture->window, "_Choose Another Value");
  wait_for (fixture->window, is_row, "Field");
  press (fixture->window, "_Cancel");
}

static void
test_bulk_delete (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %d", i);

      id = sample_fixture_add (&fixture->sample, "person", "name", name, NULL);
      g_array_append_val (ids, id);
    }
  hn_bulk_delete (fixture->page, fixture->sample.context, hn_kind_lookup ("person"), ids);
  wait_for (fixture->window, is_saying, "Deleted 3 people");
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = sample_fixture_get (&fixture->sample, "person", g_array_index (ids, gint64, i), "name");

      g_assert_null (name);
    }
}

/* One question, that says what; who says no changes nothing. */
static void
test_bulk_delete_asks (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 organization = sample_fixture_add (&fixture->sample, "organization", "name", "Hội thử", "kind", "local", NULL);
  gint64 person = sample_fixture_add (&fixture->sample, "person", "name", "Nguyễn Văn Thử", NULL);
  g_autofree char *organization_ref = g_strdup_printf ("organization:%" G_GINT64_FORMAT, organization);
  g_autofree char *person_ref = g_strdup_printf ("person:%" G_GINT64_FORMAT, person);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *name = NULL, *gone = NULL;

  sample_fixture_add (&fixture->sample, "membership", "person", person_ref, "organization", organization_ref, NULL);
  g_array_append_val (ids, organization);

  hn_bulk_delete (fixture->page, fixture->sample.context, hn_kind_lookup ("organization"), ids);
  wait_for (fixture->window, is_saying, "Delete This Record?");
  wait_for (fixture->window, is_saying, "Other records refer to “Hội thử”.");
  wait_for (fixture->window, is_saying, "Goes too, as it cannot be without:");
  press (fixture->window, "_Cancel");
  while (find (fixture->window, is_saying, "Delete This Record?") != NULL)
    g_main_context_iteration (NULL, TRUE);
  name = sample_fixture_get (&fixture->sample, "organization", organization, "name");
  g_assert_cmpstr (name, ==, "Hội thử");

  hn_bulk_delete (fixture->page, fixture->sample.context, hn_kind_lookup ("organization"), ids);
  press (fixture->window, "_Delete All of It");
  wait_for (fixture->window, is_saying, "Deleted “Hội thử”");
  gone = sample_fixture_get (&fixture->sample, "organization", organization, "name");
  g_assert_null (gone);
}

/* --- handing on ---------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture       *fixture,
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
  wait_for (fixture->window, is_saying, "Copied 1 record, without what is sensitive by law: Ethnic group");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Full name\nNguyễn Văn Thử\n");
  gdk_clipboard_set_content (clipboard, NULL);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("person");
  g_autoptr (GPtrArray) fields = hn_plain_list_fields (kind);
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "person", NULL);

  hn_list_export_present_filtered (fixture->page, fixture->sample.context, kind, fields, ids, "Area: <Yên Thế>");
  wait_for (fixture->window, is_row, "Columns");
  g_assert_null (find (fixture->window, is_row, "With sensitive personal data"));

  /* All fields have some that are sensitive, and they are off until somebody says otherwise. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture->window, is_row, "Columns")), 1);
  g_assert_false (
    adw_switch_row_get_active (ADW_SWITCH_ROW (wait_for (fixture->window, is_row, "With sensitive personal data"))));
  press (fixture->window, "_Cancel");
}

/* --- finding ------------------------------------------------------------- */

static GtkWidget *
present_find (Fixture *fixture)
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
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = sample_fixture_add (&fixture->sample, "person", "name", "Zygmunt Bạch", NULL);
  g_autofree char *wanted = g_strdup_printf ("('person', %" G_GINT64_FORMAT ")", id);
  GtkWidget *dialog = present_find (fixture);
  GtkWidget *entry = wait_for (dialog, is_search_entry, NULL);

  /* What was changed last, before anything is typed. */
  wait_for (dialog, is_mapped_title, "Changed Last");
  wait_for (dialog, is_mapped_title, "Zygmunt Bạch");

  gtk_editable_set_text (GTK_EDITABLE (entry), "zygmunt bach");
  /* Enter, before there is an answer, means what was typed. */
  g_signal_emit_by_name (entry, "activate");
  while (fixture->shown == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->shown, ==, wanted);
}

static void
test_find_all (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *dialog = present_find (fixture);
  GtkWidget *entry = wait_for (dialog, is_search_entry, NULL);
  GtkWidget *all, *list;

  gtk_editable_set_text (GTK_EDITABLE (entry), "nguyen");
  all = gtk_widget_get_ancestor (wait_for (dialog, is_saying, "All "), HN_TYPE_FIND_ROW);
  g_assert_cmpint (hn_find_row_get_id (HN_FIND_ROW (all)), ==, 0);
  list = find (dialog, is_list, NULL);
  g_signal_emit_by_name (list, "row-activated", all);
  g_assert_nonnull (fixture->shown);
  g_assert_true (g_str_has_suffix (fixture->shown, "'nguyen')"));
}

static void
test_find_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *dialog = present_find (fixture);

  gtk_editable_set_text (GTK_EDITABLE (wait_for (dialog, is_search_entry, NULL)), "qqqq");
  wait_for (dialog, is_mapped_title, "Nothing Found");
  g_assert_null (fixture->shown);
}

/* --- leaks --------------------------------------------------------------- */

static void
test_goes (Fixture       *fixture,
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
test_work (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HnWorkDialog) work = hn_work_dialog_new (fixture->page, "Sorting stamps…");

  wait_for (fixture->window, is_saying, "Sorting stamps…");
  g_assert_false (g_cancellable_is_cancelled (hn_work_dialog_get_cancellable (work)));
  press (GTK_WIDGET (work), "_Cancel");
  while (!g_cancellable_is_cancelled (hn_work_dialog_get_cancellable (work)))
    g_main_context_iteration (NULL, TRUE);
  hn_work_dialog_done (work);
}

#define TOOLS_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

  TOOLS_TEST ("/ui/tools/bulk-edit/change", test_bulk_edit);
  TOOLS_TEST ("/ui/tools/bulk-edit/empty", test_bulk_edit_empty);
  TOOLS_TEST ("/ui/tools/bulk-edit/refused", test_bulk_edit_refused);
  TOOLS_TEST ("/ui/tools/bulk-delete/undo", test_bulk_delete);
  TOOLS_TEST ("/ui/tools/bulk-delete/asks", test_bulk_delete_asks);
  TOOLS_TEST ("/ui/tools/copy", test_copy);
  TOOLS_TEST ("/ui/tools/export", test_export);
  TOOLS_TEST ("/ui/tools/find/record", test_find);
  TOOLS_TEST ("/ui/tools/find/all", test_find_all);
  TOOLS_TEST ("/ui/tools/find/nothing", test_find_nothing);
  TOOLS_TEST ("/ui/tools/goes", test_goes);
  TOOLS_TEST ("/ui/tools/work", test_work);

  return g_test_run ();
}
