/* The keys that are shown are those that are bound, and the other way round. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-tile.h"
#include "hn-attachments.h"
#include "hn-bulk-edit.h"
#include "hn-help-window.h"
#include "hn-report-page.h"
#include "hn-shortcuts.h"
#include "hn-ui.h"
#include "hn-window.h"
#include "ui-fixture.h"

/* One key of a widget. */
typedef struct
{
  guint keyval;
  GdkModifierType modifiers;
  char *action;     /* NULL where the toolkit does something that has no name */
  GVariant *target; /* NULL where it has none */
} Bound;

static void
bound_clear (gpointer data)
{
  Bound *bound = data;

  g_free (bound->action);
  g_clear_pointer (&bound->target, g_variant_unref);
}

static GArray *
bound_new (void)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Bound));

  g_array_set_clear_func (all, bound_clear);

  return all;
}

/* --- what is bound ------------------------------------------------------- */

static void
add_trigger (GArray             *all,
             GtkShortcutTrigger *trigger,
             GtkShortcut        *shortcut)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
  GVariant *target = gtk_shortcut_get_arguments (shortcut);
  Bound bound = { 0 };

  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      add_trigger (all, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), shortcut);
      add_trigger (all, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), shortcut);
    }
  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    return;

  bound.keyval = gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger));
  bound.modifiers = gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger));
  bound.target = target != NULL ? g_variant_ref (target) : NULL;
  if (GTK_IS_NAMED_ACTION (action))
    bound.action = g_strdup (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)));
  g_array_append_val (all, bound);
}

static void
add_widget (GArray    *all,
            GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          add_trigger (all, gtk_shortcut_get_trigger (shortcut), shortcut);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_widget (all, child);
}

/* What is in no window yet. */
static void
add_floating (GArray    *all,
              GtkWidget *widget)
{
  g_object_ref_sink (widget);
  add_widget (all, widget);
  g_object_unref (widget);
}

static gboolean
has_report (gpointer data)
{
  return ui_find (data, HN_TYPE_REPORT_PAGE, NULL) != NULL;
}

/* A page or dialog of each sort that has keys of its own. */
static void
add_all (GArray    *all,
         UiFixture *fixture)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("attachment"));
  g_autoptr (HnAttachment) attachment = NULL;
  GtkWidget *window = ui_open_window (fixture), *help = hn_help_window_new ();

  hn_record_set_text (record, "name", "ảnh.jpg");
  attachment = hn_attachment_new (record);
  g_array_append_val (ids, fixture->person);
  add_floating (all, hn_attachments_new (fixture->model.context));
  add_floating (all, hn_attachment_tile_new (attachment, FALSE));
  add_floating (all, GTK_WIDGET (hn_bulk_edit_new (fixture->model.context, hn_kind_lookup ("person"), ids)));
  add_widget (all, help);
  gtk_window_destroy (GTK_WINDOW (help));

  gtk_widget_activate_action (window, "win.show-list", "(sas)", "person", NULL);
  gtk_widget_activate_action (window, "win.add", NULL);
  add_widget (all, window);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_widget_activate_action (window, "win.show-report", NULL);
  ui_wait (has_report, window);
  add_widget (all, window);
  ui_close_window (window);
}

/* --- what is shown ------------------------------------------------------- */

/* Whether a key that is bound is what a line says; one action may have more keys than the one that is shown. */
static gboolean
is_meant (const HnShortcut *shortcut,
          const Bound      *bound)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (shortcut->action == NULL || bound->action == NULL)
    return FALSE;

  g_assert_true (g_action_parse_detailed_name (shortcut->action, &name, &target, NULL));

  return g_str_equal (name, bound->action)
         && (target == NULL || (bound->target != NULL && g_variant_equal (target, bound->target)));
}

static gboolean
is_key (const HnShortcut *shortcut,
        const Bound      *bound)
{
  GdkModifierType modifiers;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (shortcut->accelerator, &keyval, &modifiers));

  return keyval == bound->keyval && modifiers == bound->modifiers;
}

/* Keys that a widget takes as they are pressed: nothing is bound. The tests by keyboard press them. */
static gboolean
is_pressed (const HnShortcut *shortcut)
{
  static const char *const pressed[] = { "Down", "<Alt>Down", "Page_Down", "Return", NULL };

  return shortcut->action == NULL && g_strv_contains (pressed, shortcut->accelerator);
}

static gboolean
is_bound (const HnShortcut *shortcut,
          GArray           *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const Bound *bound = &g_array_index (all, Bound, i);

      if (is_key (shortcut, bound) && (shortcut->action == NULL || is_meant (shortcut, bound)))
        return TRUE;
    }

  return is_pressed (shortcut);
}

static gboolean
is_shown (const Bound *bound)
{
  for (guint i = 0; i < hn_n_shortcut_groups; i++)
    for (guint j = 0; j < hn_shortcut_groups[i].n_shortcuts; j++)
      if (is_meant (&hn_shortcut_groups[i].shortcuts[j], bound))
        return TRUE;

  return FALSE;
}

/* What the toolkit binds is called otherwise, but in its lists. */
static gboolean
is_own (const Bound *bound)
{
  static const char *const prefixes[] = { "app.",  "win.",    "window.close", "list.",        "editor.",
                                          "bulk.", "report.", "help.",        "attachments.", "attachment." };
  static const char *const of_toolkit[] = { "list.activate-item", "list.scroll-to-item", "list.select-all",
                                            "list.select-item",   "list.unselect-all",   NULL };

  if (bound->action == NULL || g_strv_contains (of_toolkit, bound->action))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (bound->action, prefixes[i]))
      return TRUE;

  return FALSE;
}

/* --- the tests ----------------------------------------------------------- */

static void
test_shown_are_bound (UiFixture    *fixture,
                      gconstpointer data)
{
  g_autoptr (GArray) all = bound_new ();

  add_all (all, fixture);
  for (guint i = 0; i < hn_n_shortcut_groups; i++)
    for (guint j = 0; j < hn_shortcut_groups[i].n_shortcuts; j++)
      {
        const HnShortcut *shortcut = &hn_shortcut_groups[i].shortcuts[j];

        if (!is_bound (shortcut, all))
          g_error ("%s is shown, but bound to nothing: %s", shortcut->accelerator, shortcut->title);
      }
}

static void
test_bound_are_shown (UiFixture    *fixture,
                      gconstpointer data)
{
  g_autoptr (GArray) all = bound_new ();
  guint n_own = 0;

  add_all (all, fixture);
  for (guint i = 0; i < all->len; i++)
    {
      const Bound *bound = &g_array_index (all, Bound, i);
      g_autofree char *key = gtk_accelerator_name (bound->keyval, bound->modifiers);

      if (!is_own (bound))
        continue;
      n_own++;
      if (!is_shown (bound))
        g_error ("%s is bound to %s, but not shown", key, bound->action);
    }
  g_assert_cmpuint (n_own, >, 30);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  hn_ui_init ();

#define ADD(path, test) g_test_add ("/shortcuts/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("shown-are-bound", test_shown_are_bound);
  ADD ("bound-are-shown", test_bound_are_shown);
#undef ADD

  return g_test_run ();
}
