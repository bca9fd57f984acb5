/* What a list's page shows: its face, which is the list or what stands there instead, and the words around it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-page-private.h"

#include <glib/gi18n-lib.h>

#include "hn-foot.h"

/* What takes no longer than a blink is not announced. */
#define BLINK_MS 250

static gboolean
blink_cb (gpointer data)
{
  HnListPage *self = data;

  self->blink = 0;
  if (hn_list_query_get_state (self->query) == HN_LIST_LOADING)
    gtk_stack_set_visible_child_name (self->faces, "loading");

  return G_SOURCE_REMOVE;
}

static void
show_waiting (HnListPage *self)
{
  if (self->blink != 0)
    return;

  gtk_stack_set_visible_child_name (self->faces, "waiting");
  self->blink = g_timeout_add (BLINK_MS, blink_cb, self);
}

/* Shows the list, or what stands there instead of it. */
void
hn_list_page_update_face (HnListPage *self)
{
  HnListState state = hn_list_query_get_state (self->query);

  switch (state)
    {
    case HN_LIST_LOADING:
      show_waiting (self);
      break;
    case HN_LIST_EMPTY:
      gtk_stack_set_visible_child_name (self->faces, "empty");
      break;
    case HN_LIST_NOTHING:
      gtk_stack_set_visible_child_name (self->faces, "nothing");
      break;
    case HN_LIST_FAILED:
      adw_status_page_set_description (self->failed_page, hn_list_query_get_error (self->query)->message);
      gtk_stack_set_visible_child_name (self->faces, "failed");
      break;
    case HN_LIST_FULL:
    default:
      gtk_stack_set_visible_child_name (self->faces, "full");
      break;
    }
  gtk_widget_set_visible (self->foot, state == HN_LIST_FULL);
}

/* Says below the list how many there are, and what they add up to. */
void
hn_list_page_update_foot (HnListPage *self)
{
  g_autofree char *text = hn_foot_describe (self->query);

  gtk_label_set_label (self->foot_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->foot_label), text);
}

/* Says in the empty search how many it would search. */
void
hn_list_page_update_placeholder (HnListPage *self)
{
  g_autofree char *placeholder = hn_foot_describe_search (self->query);

  gtk_search_entry_set_placeholder_text (self->search_entry, placeholder);
}

static gboolean
update_cb (gpointer data)
{
  HnListPage *self = data;

  self->update = 0;
  hn_list_page_update_face (self);

  return G_SOURCE_REMOVE;
}

/* A row that cannot be read says so while GTK lays it out: the page changes its face afterwards. */
void
hn_list_page_update_face_later (HnListPage *self)
{
  if (self->update == 0)
    self->update = g_idle_add_full (GTK_PRIORITY_RESIZE, update_cb, self, NULL);
}

/* Says of which kind the page is; this does not change. */
void
hn_list_page_fill_texts (HnListPage *self)
{
  g_autofree char *plural = hn_tab_lower (hn_kind_get_plural (self->kind));
  /* Translators: %s are records in the plural, "donations" */
  g_autofree char *empty = g_strdup_printf (_("No %s Yet"), plural);
  g_autofree char *add = hn_tab_add_label (self->kind);

  adw_status_page_set_icon_name (self->empty_page, self->info->icon);
  adw_status_page_set_title (self->empty_page, empty);
  adw_status_page_set_description (self->empty_page, _(self->info->description));
  gtk_button_set_label (self->empty_button, add);
  adw_status_page_set_description (
    self->nothing_page, _("Try fewer or other words. Marks may be left out: “duc” finds “Đức”."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hn_kind_get_plural (self->kind), -1);
}
