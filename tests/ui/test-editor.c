/* The form of a record: its rows, the next of a pile, a record created on the way, two people's values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hn-clash-dialog.h"
#include "hn-editor.h"
#include "hn-field-row.h"
#include "hn-suggestions.h"
#include "hn-ui.h"
#include "model-fixture.h"

typedef struct
{
  ModelFixture model;
  GtkWidget *window;
  AdwDialog *editor;
  guint n_saved;
  gint64 saved;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  model_fixture_set_up (&fixture->model, GUINT_TO_POINTER (3));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
wait_gone (gpointer *pointer)
{
  while (*pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->editor != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
      adw_dialog_force_close (fixture->editor);
      wait_gone ((gpointer *) &fixture->editor);
    }
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A question that is still being answered holds the form's record, and that the context. */
  while (G_OBJECT (fixture->model.context)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  model_fixture_tear_down (&fixture->model, NULL);
}

static void
saved_cb (Fixture *fixture,
          gint64   id)
{
  fixture->n_saved++;
  fixture->saved = id;
}

static void
open_editor (Fixture        *fixture,
             const HnRecord *record)
{
  fixture->editor = hn_editor_new (fixture->model.context, record);
  g_signal_connect_swapped (fixture->editor, "saved", G_CALLBACK (saved_cb), fixture);
  adw_dialog_present (fixture->editor, fixture->window);
}

static void
open_new (Fixture    *fixture,
          const char *kind)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));

  open_editor (fixture, record);
}

/* The first widget below that is of a type, and for a row of a field. */
static GtkWidget *
find_below (GtkWidget  *widget,
            GType       type,
            const char *field)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (field == NULL || g_str_equal (hn_field_row_get_field (HN_FIELD_ROW (widget))->name, field)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_row (AdwDialog  *editor,
          const char *field)
{
  GtkWidget *row = find_below (GTK_WIDGET (editor), HN_TYPE_FIELD_ROW, field);

  g_assert_nonnull (row);

  return row;
}

static GtkEditable *
text_of (AdwDialog  *editor,
         const char *field)
{
  GtkWidget *text = find_below (find_row (editor, field), GTK_TYPE_TEXT, NULL);

  g_assert_nonnull (text);

  return GTK_EDITABLE (text);
}

static void
type (AdwDialog  *editor,
      const char *field,
      const char *text)
{
  gtk_editable_set_text (text_of (editor, field), text);
}

static void
assert_text (AdwDialog  *editor,
             const char *field,
             const char *expected)
{
  g_assert_cmpstr (gtk_editable_get_text (text_of (editor, field)), ==, expected);
}

static void
wait_saved (Fixture *fixture,
            guint    n)
{
  while (fixture->n_saved < n)
    g_main_context_iteration (NULL, TRUE);
}

/* Fields that do not apply are not there, and come when they do. */
static void
test_applies (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *toggles;

  open_new (fixture, "donation");
  toggles = find_below (find_row (fixture->editor, "form"), ADW_TYPE_TOGGLE_GROUP, NULL);
  g_assert_nonnull (toggles);
  g_assert_cmpuint (adw_toggle_group_get_active (ADW_TOGGLE_GROUP (toggles)), ==, 0);
  g_assert_true (gtk_widget_get_visible (find_row (fixture->editor, "amount")));
  g_assert_false (gtk_widget_get_visible (find_row (fixture->editor, "goods")));

  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (toggles), 1);
  g_assert_false (gtk_widget_get_visible (find_row (fixture->editor, "amount")));
  g_assert_true (gtk_widget_get_visible (find_row (fixture->editor, "goods")));
  g_assert_false (adw_dialog_get_can_close (fixture->editor));
}

/* A form that nobody has touched closes as it is told, whatever its fields begin with. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      open_new (fixture, kinds[i]->name);
      g_test_message ("%s", kinds[i]->name);
      g_assert_true (adw_dialog_get_can_close (fixture->editor));
      g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
      adw_dialog_force_close (fixture->editor);
      wait_gone ((gpointer *) &fixture->editor);
    }
}

/* After a save the form is that of the next record. */
static void
test_pile (Fixture       *fixture,
           gconstpointer  data)
{
  open_new (fixture, "donation");
  type (fixture->editor, "date", "6/5/2021");
  type (fixture->editor, "donor", "Ông Ba");
  type (fixture->editor, "amount", "80000");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save-and-add", NULL);
  wait_saved (fixture, 1);
  assert_text (fixture->editor, "date", "06/05/2021");
  assert_text (fixture->editor, "donor", "");
  assert_text (fixture->editor, "amount", "");
  g_assert_true (adw_dialog_get_can_close (fixture->editor));

  /* The last one closes it. */
  type (fixture->editor, "donor", "Bà Tư");
  type (fixture->editor, "amount", "90000");
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  wait_saved (fixture, 2);
  wait_gone ((gpointer *) &fixture->editor);
}

/* Who wants to save and cannot has the focus in the first field that is wrong, also if it was folded away. */
static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  open_new (fixture, "donation");
  type (fixture->editor, "date", "2021");
  type (fixture->editor, "donor", "Ông Ba");
  type (fixture->editor, "amount", "80000");
  type (fixture->editor, "rate_date", "hôm qa");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save", NULL);
  while (gtk_root_get_focus (GTK_ROOT (fixture->window)) != GTK_WIDGET (text_of (fixture->editor, "rate_date")))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_has_css_class (find_row (fixture->editor, "rate_date"), "error"));
  g_assert_cmpuint (fixture->n_saved, ==, 0);
}

static AdwDialog *
wait_dialog_above (Fixture *fixture)
{
  AdwDialog *above;

  while ((above = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == fixture->editor)
    g_main_context_iteration (NULL, TRUE);

  return above;
}

/* What is not there yet is created in a form over the form, and chosen. */
static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  HnCandidate candidate = { .title = (char *) "Quỹ mới", .create = hn_kind_lookup ("campaign") };
  GtkWidget *suggestions;
  AdwDialog *above;

  open_new (fixture, "donation");
  type (fixture->editor, "campaign", "Quỹ mới");
  suggestions = find_below (find_row (fixture->editor, "campaign"), HN_TYPE_SUGGESTIONS, NULL);
  g_signal_emit_by_name (suggestions, "chosen", &candidate);

  above = wait_dialog_above (fixture);
  assert_text (above, "name", "Quỹ mới");
  type (above, "name", "Quỹ mới 2026");
  gtk_widget_activate_action (GTK_WIDGET (above), "editor.save", NULL);
  while (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) != fixture->editor)
    g_main_context_iteration (NULL, TRUE);
  assert_text (fixture->editor, "campaign", "Quỹ mới 2026");
}

/* Who types a name and presses Enter before it is found gets what was typed, not what was offered for its beginning. */
static void
test_fast (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HnRecord) flood = model_fixture_campaign ("Lũ lụt");
  g_autoptr (HnRecord) centre = model_fixture_campaign ("Lũ lụt miền Trung");
  gint64 wanted;
  GtkWidget *suggestions;
  GtkEditable *text;

  model_fixture_save (&fixture->model, flood);
  wanted = model_fixture_save (&fixture->model, centre);
  open_new (fixture, "donation");
  text = text_of (fixture->editor, "campaign");
  suggestions = find_below (find_row (fixture->editor, "campaign"), HN_TYPE_SUGGESTIONS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (text));
  gtk_editable_set_text (text, "lu");
  while (!gtk_widget_get_visible (suggestions))
    g_main_context_iteration (NULL, TRUE);

  gtk_editable_set_text (text, "lu lut mien");
  g_signal_emit_by_name (text, "activate");
  while (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (text))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (hn_record_get_reference (hn_draft_get_record (hn_edit_get_draft (hn_field_row_get_edit (
                                              HN_FIELD_ROW (find_row (fixture->editor, "campaign"))))),
                                            "campaign", NULL),
                   ==, wanted);
  assert_text (fixture->editor, "campaign", "Lũ lụt miền Trung");
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HnRecord) record = model_fixture_campaign ("Đợt 2025");
  g_autoptr (HnRecord) copy = NULL;
  gint64 id = model_fixture_save (&fixture->model, record);

  hn_record_set_id (record, id);
  copy = hn_record_duplicate (record);
  open_editor (fixture, copy);
  assert_text (fixture->editor, "name", "Đợt 2025");
  g_assert_true (adw_dialog_get_can_close (fixture->editor));
  type (fixture->editor, "name", "Đợt 2026");
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "editor.save-and-add", NULL);
  wait_saved (fixture, 1);
  g_assert_cmpint (fixture->saved, !=, id);
}

static void
settled_cb (gboolean *settled)
{
  *settled = TRUE;
}

static void
test_clash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HnRecord) record = model_fixture_campaign ("Đợt 2025");
  const HnField *name = hn_kind_get_field (fixture->model.kind, "name");
  gboolean settled = FALSE;
  HnEdit *edit;
  AdwDialog *dialog;

  hn_record_set_id (record, model_fixture_save (&fixture->model, record));
  edit = hn_edit_new (fixture->model.context, record);
  hn_edit_set_input (edit, name, "Đợt 2025 (mới)");
  hn_record_set_text (record, "name", "Đợt 2025 – 2026");
  model_fixture_save (&fixture->model, record);
  while (hn_edit_get_news (edit)->len == 0)
    g_main_context_iteration (NULL, TRUE);

  dialog = hn_clash_dialog_new (edit);
  g_signal_connect_swapped (dialog, "settled", G_CALLBACK (settled_cb), &settled);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_present (dialog, fixture->window);
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  g_assert_true (settled);
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (hn_edit_get_draft (edit)), "name"), ==, "Đợt 2025 (mới)");
  wait_gone ((gpointer *) &dialog);
  g_assert_finalize_object (edit);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

#define ADD(path, test) g_test_add ("/ui/editor/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("applies", test_applies);
  ADD ("untouched", test_untouched);
  ADD ("pile", test_pile);
  ADD ("problem", test_problem);
  ADD ("create", test_create);
  ADD ("fast", test_fast);
  ADD ("duplicate", test_duplicate);
  ADD ("clash", test_clash);
#undef ADD

  return g_test_run ();
}
