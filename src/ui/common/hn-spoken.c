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
 * hn_spoken_name:
 * @widget: a control, #GtkMenuButton, #GtkDropDown and #AdwSplitButton among them
 * @name: what it is for
 * @value: (nullable): what it is set to
 *
 * Names a control. The button inside of some is what has the focus and is read: it has no name of its own, and GTK makes
 * one of all that is shown in it, with the popover while that is open.
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
