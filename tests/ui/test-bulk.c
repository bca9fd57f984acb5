/* What is done with several records at once: each dialog to its end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"
#include "hn-bulk-delete.h"
#include "hn-bulk-edit.h"
#include "hn-ui.h"

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
  GtkWidget *row = dialog_wait_for (root, dialog_is_row, title);
  GtkWidget *toggles = dialog_find (row, is_toggle_group, NULL), *drop_down = dialog_find (row, is_drop_down, NULL);
  gboolean chosen = ADW_IS_COMBO_ROW (row) ? choose_string (G_OBJECT (row), answer)
                    : toggles != NULL      ? choose_toggle (ADW_TOGGLE_GROUP (toggles), answer)
                                           : choose_string (G_OBJECT (drop_down), answer);

  g_assert_true (chosen);
}

static guint
count (DialogFixture *fixture,
       const char    *kind,
       const char    *where)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, kind, where);

  return ids->len;
}

static void
test_bulk_edit (DialogFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "event", NULL);
  g_autofree char *preview = g_strdup_printf ("%u events: State → Planned", ids->len);

  hn_bulk_edit_present (fixture->page, fixture->sample.context, hn_kind_lookup ("event"), ids);
  dialog_press (fixture->window, "C_hange");
  dialog_wait_for (fixture->window, dialog_is_saying, "Choose the field");

  choose (fixture->window, "Field", "State");
  /* What must be set cannot be made empty. */
  g_assert_null (dialog_find (fixture->window, dialog_is_row, "Make empty"));
  dialog_press (fixture->window, "C_hange");
  dialog_wait_for (fixture->window, dialog_is_saying, "Give a value");

  choose (fixture->window, "State", "Planned");
  dialog_wait_for (fixture->window, dialog_is_saying, preview);
  dialog_press (fixture->window, "C_hange");
  dialog_wait_for (fixture->window, dialog_is_button, "_Undo");
  g_assert_cmpuint (count (fixture, "event", "state=planned"), ==, ids->len);

  dialog_press (fixture->window, "_Undo");
  while (count (fixture, "event", "state=planned") == ids->len)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_bulk_edit_empty (DialogFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "event", NULL);
  g_autofree char *preview = g_strdup_printf ("%u events: Place → empty", ids->len);

  hn_bulk_edit_present (fixture->page, fixture->sample.context, hn_kind_lookup ("event"), ids);
  choose (fixture->window, "Field", "Place");
  adw_switch_row_set_active (ADW_SWITCH_ROW (dialog_wait_for (fixture->window, dialog_is_row, "Make empty")), TRUE);
  dialog_wait_for (fixture->window, dialog_is_saying, preview);
  dialog_press (fixture->window, "C_hange");
  dialog_wait_for (fixture->window, dialog_is_button, "_Undo");
  g_assert_cmpuint (count (fixture, "event", "place="), ==, ids->len);
}

/* Which records are in the way, by their titles; the others are not changed either. */
static void
test_bulk_edit_refused (DialogFixture *fixture,
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
  adw_switch_row_set_active (ADW_SWITCH_ROW (dialog_wait_for (fixture->window, dialog_is_row, "Make empty")), TRUE);
  dialog_press (fixture->window, "C_hange");

  dialog_wait_for (fixture->window, dialog_is_saying, "Nothing was changed");
  dialog_wait_for (fixture->window, dialog_is_row, "Nguyễn Văn Sau");
  g_assert_null (dialog_find (fixture->window, dialog_is_row, "Nguyễn Văn Trước"));
  basis = sample_fixture_get (&fixture->sample, "person", good, "consent_basis");
  g_assert_cmpstr (basis, ==, "Consent");

  dialog_press (fixture->window, "_Choose Another Value");
  dialog_wait_for (fixture->window, dialog_is_row, "Field");
  dialog_press (fixture->window, "_Cancel");
}

static void
test_bulk_delete (DialogFixture *fixture,
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
  dialog_wait_for (fixture->window, dialog_is_saying, "Deleted 3 people");
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = sample_fixture_get (&fixture->sample, "person", g_array_index (ids, gint64, i), "name");

      g_assert_null (name);
    }
}

/* One question, that says what; who says no changes nothing. */
static void
test_bulk_delete_asks (DialogFixture *fixture,
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
  dialog_wait_for (fixture->window, dialog_is_saying, "Delete This Record?");
  dialog_wait_for (fixture->window, dialog_is_saying, "Other records refer to “Hội thử”.");
  dialog_wait_for (fixture->window, dialog_is_saying, "Goes too, as it cannot be without:");
  dialog_press (fixture->window, "_Cancel");
  while (dialog_find (fixture->window, dialog_is_saying, "Delete This Record?") != NULL)
    g_main_context_iteration (NULL, TRUE);
  name = sample_fixture_get (&fixture->sample, "organization", organization, "name");
  g_assert_cmpstr (name, ==, "Hội thử");

  hn_bulk_delete (fixture->page, fixture->sample.context, hn_kind_lookup ("organization"), ids);
  dialog_press (fixture->window, "_Delete All of It");
  dialog_wait_for (fixture->window, dialog_is_saying, "Deleted “Hội thử”");
  gone = sample_fixture_get (&fixture->sample, "organization", organization, "name");
  g_assert_null (gone);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

  DIALOG_TEST ("/ui/bulk/edit/change", test_bulk_edit);
  DIALOG_TEST ("/ui/bulk/edit/empty", test_bulk_edit_empty);
  DIALOG_TEST ("/ui/bulk/edit/refused", test_bulk_edit_refused);
  DIALOG_TEST ("/ui/bulk/delete/undo", test_bulk_delete);
  DIALOG_TEST ("/ui/bulk/delete/asks", test_bulk_delete_asks);

  return g_test_run ();
}
