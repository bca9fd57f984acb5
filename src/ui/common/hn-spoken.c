/* What a screen reader calls a control that GTK would name by what is in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-spoken.h"

static void
set_label (GtkWidget  *widget,
           const char *label)
{
  /* A drop-down is called by what stands in it, which goes before any label. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * hn_spoken_value:
 * @drop_down: named by the label beside it
 * @name: what that label says
 * @value: (nullable): what is chosen
 *
 * Names the button in it, which has the focus.
 */
void
hn_spoken_value (GtkDropDown *drop_down,
                 const char  *name,
                 const char  *value)
{
  g_autofree char *both = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  both = value != NULL && *value != '\0' ? g_strdup_printf ("%s: %s", name, value) : g_strdup (name);
  set_label (gtk_widget_get_first_child (GTK_WIDGET (drop_down)), both);
}

/**
 * hn_spoken_name:
 * @widget: a control, #GtkMenuButton, #GtkDropDown and #AdwSplitButton among them
 * @name: what it is for
 * @value: (nullable): what it is set to
 *
 * Names a control. The button inside of some is what has the focus and is read: it has no name of its own, and GTK
 * makes one of all that is shown in it, with the popover while that is open.
 */
void
hn_spoken_name (GtkWidget  *widget,
                const char *name,
                const char *value)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);
  g_autofree char *both = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  set_label (widget, name);
  if (!GTK_IS_BUTTON (inner))
    return;

  both = value != NULL && *value != '\0' ? g_strdup_printf ("%s: %s", name, value) : g_strdup (name);
  set_label (inner, both);
}

static void
say_selected (GtkDropDown *drop_down,
              GParamSpec  *pspec,
              const char  *name)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);

  hn_spoken_name (GTK_WIDGET (drop_down), name,
                  GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : NULL);
}

/**
 * hn_spoken_drop_down:
 * @drop_down: a list of strings to choose from
 * @name: what it is for
 *
 * Names a list by what it is for and what is chosen in it, also when something else is.
 */
void
hn_spoken_drop_down (GtkDropDown *drop_down,
                     const char  *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (say_selected), g_strdup (name),
                         (GClosureNotify) (GCallback) g_free, 0);
  say_selected (drop_down, NULL, name);
}

/**
 * hn_spoken_picture:
 *
 * Returns: (transfer floating): an icon that says nothing but what the words beside it say, and is not read
 */
GtkWidget *
hn_spoken_picture (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}

/* --- menus --------------------------------------------------------------- */

/* "_History" is read without the line below its letter. */
static void
name_item (GtkWidget *item)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (item), "text") == NULL)
    return;
  g_object_get (item, "text", &text, NULL);
  if (text == NULL)
    return;

  parts = g_strsplit (text, "_", 2);
  name = g_strjoinv ("", parts);
  set_label (item, name);
}

static gboolean
is_item (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX
         || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO;
}

static void
name_items (GtkWidget *widget)
{
  if (is_item (widget))
    name_item (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

/**
 * hn_spoken_menu:
 * @menu: a #GtkPopoverMenu
 *
 * Names the entries of a menu each time that it opens: GTK 4.18 names them by labels that nobody can ask.
 */
void
hn_spoken_menu (GtkWidget *menu)
{
  g_return_if_fail (GTK_IS_POPOVER_MENU (menu));

  g_signal_connect (menu, "map", G_CALLBACK (name_items), NULL);
}

static void
opened_cb (GtkMenuButton *button)
{
  if (gtk_menu_button_get_active (button) && GTK_IS_POPOVER_MENU (gtk_menu_button_get_popover (button)))
    name_items (GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

/**
 * hn_spoken_menus:
 * @root: a page, whose parts are all there
 *
 * Names the entries of all menus that its buttons open.
 */
void
hn_spoken_menus (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_MENU_BUTTON (root))
    {
      g_signal_connect (root, "notify::active", G_CALLBACK (opened_cb), NULL);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    hn_spoken_menus (child);
}

/* --- tabs ---------------------------------------------------------------- */

static void
select_tabs (GtkWidget *widget,
             guint      selected,
             guint     *position)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_TAB)
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_SELECTED, *position == selected, -1);
      *position += 1;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    select_tabs (child, selected, position);
}

/**
 * hn_spoken_tabs:
 * @switcher: whose descendants are tabs
 * @selected: which of them is chosen
 *
 * Says which tab is chosen: AdwInlineViewSwitcher of libadwaita 1.7 draws it and does not say it.
 */
void
hn_spoken_tabs (GtkWidget *switcher,
                guint      selected)
{
  guint position = 0;

  g_return_if_fail (GTK_IS_WIDGET (switcher));

  select_tabs (switcher, selected, &position);
}
