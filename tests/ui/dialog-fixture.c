/* A window on the sample over which dialogs come up, and what is looked for and pressed in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"

static void
remember_action (GSimpleAction *action,
                 GVariant      *parameter,
                 DialogFixture *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_variant_print (parameter, FALSE);
}

static void
add_action (DialogFixture *fixture,
            const char    *name,
            const char    *type)
{
  g_autoptr (GVariantType) parameter = g_variant_type_new (type);
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect (action, "activate", G_CALLBACK (remember_action), fixture);
  g_action_map_add_action (G_ACTION_MAP (fixture->window), G_ACTION (action));
}

void
dialog_fixture_set_up (DialogFixture *fixture,
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

void
dialog_fixture_tear_down (DialogFixture *fixture,
                          gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_free (fixture->shown);
  sample_fixture_tear_down (&fixture->sample, NULL);
}

GtkWidget *
dialog_find (GtkWidget  *root,
             DialogTest  test,
             const char *text)
{
  if (test (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = dialog_find (child, test, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
dialog_is_button (GtkWidget  *widget,
                  const char *label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0
         && gtk_widget_get_mapped (widget);
}

gboolean
dialog_is_row (GtkWidget  *widget,
               const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_visible (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

gboolean
dialog_is_saying (GtkWidget  *widget,
                  const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

GtkWidget *
dialog_wait_for (GtkWidget  *root,
                 DialogTest  test,
                 const char *text)
{
  GtkWidget *found;

  while ((found = dialog_find (root, test, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return found;
}

void
dialog_press (GtkWidget  *root,
              const char *label)
{
  g_signal_emit_by_name (dialog_wait_for (root, dialog_is_button, label), "clicked");
}
