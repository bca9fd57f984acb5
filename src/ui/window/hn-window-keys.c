/* The keys of the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-window-private.h"

/**
 * hn_window_bind_keys:
 *
 * Binds the keys of the window, which are not accelerators of the application: those would take Ctrl+Z away from text
 * fields.
 */
void
hn_window_bind_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK, shift = GDK_SHIFT_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, control, "win.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, control, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, control, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, control, "win.show-whole-history", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control | shift, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, control, "win.show-report", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-side", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "win.step-pane", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, shift, "win.step-pane", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, control, "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, control | shift, "win.show-shortcuts", NULL);
  /* The last one is what the menu shows. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, control, "win.show-shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, control, "window.close", NULL);
  for (guint i = 0; i < HN_N_TABS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.show-tab", "s",
                                         hn_tabs[i].name);
}

static void
capture_key (GtkShortcutController *controller,
             guint                  key,
             GdkModifierType        modifiers,
             int                    by)
{
  GtkShortcut *shortcut =
    gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new ("win.step-list"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/**
 * hn_window_capture_keys:
 *
 * A list takes Ctrl+Page Down for itself, and a window Ctrl+Tab: the keys of the lists of a tab go before both.
 */
void
hn_window_capture_keys (HnWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);
  const GdkModifierType control = GDK_CONTROL_MASK, shift = GDK_SHIFT_MASK;

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  capture_key (keys, GDK_KEY_Tab, control, 1);
  capture_key (keys, GDK_KEY_Page_Down, control, 1);
  capture_key (keys, GDK_KEY_Tab, control | shift, -1);
  capture_key (keys, GDK_KEY_ISO_Left_Tab, control | shift, -1);
  capture_key (keys, GDK_KEY_Page_Up, control, -1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
