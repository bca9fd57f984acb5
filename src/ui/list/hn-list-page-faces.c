/* What a list's page shows: its face, which is the list or what stands there instead, and the words around it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-page-private.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-foot.h"
#include "hn-list-words.h"
#include "hn-tabs.h"

/* What takes no longer than a blink is not announced. */
#define BLINK_MS 250

/* Of the search, in letters: it has room for what it says while it is empty, if there is room beside the chips. */
#define LEAST_CHARS 18
#define MOST_CHARS 30

static void
show_face (HnListPage *self,
           const char *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->faces, name), TRUE);
  gtk_stack_set_visible_child_name (self->faces, name);
}

static gboolean
blink_cb (gpointer data)
{
  HnListPage *self = data;

  self->blink = 0;
  if (hn_list_query_get_state (self->query) == HN_LIST_LOADING)
    show_face (self, "loading");

  return G_SOURCE_REMOVE;
}

static void
show_waiting (HnListPage *self)
{
  if (self->blink != 0)
    return;

  show_face (self, "waiting");
  self->blink = g_timeout_add (BLINK_MS, blink_cb, self);
}

/* What was asked for, and can be taken back. */
static void
show_nothing (HnListPage *self)
{
  gboolean searched = hn_list_query_get_search (self->query) != NULL;
  gboolean filtered = hn_list_query_get_where (self->query) != NULL;

  gtk_widget_set_visible (self->clear_search_button, searched);
  gtk_widget_set_visible (self->clear_filters_button, filtered);
  adw_status_page_set_description (
    self->nothing_page, searched ? _("Try fewer or other words. Marks may be left out: “duc” finds “Đức”.")
                                 : _("No record meets all the conditions. Take one of them off, or all."));
}

static void
show_failure (HnListPage *self)
{
  hn_failure_fill (self->failed_page, hn_list_query_get_error (self->query)->message);
  gtk_widget_set_visible (self->failed_clear_button, hn_list_query_get_where (self->query) != NULL);
}

/**
 * hn_list_page_update_face:
 *
 * Shows the list, or what stands there instead of it.
 */
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
      show_face (self, "empty");
      break;
    case HN_LIST_NOTHING:
      show_nothing (self);
      show_face (self, "nothing");
      break;
    case HN_LIST_FAILED:
      show_failure (self);
      show_face (self, "failed");
      break;
    case HN_LIST_FULL:
    default:
      show_face (self, "full");
      break;
    }
  gtk_widget_set_visible (self->foot, state == HN_LIST_FULL);
}

/**
 * hn_list_page_update_placeholder:
 *
 * Says in the empty search how many it would search.
 */
void
hn_list_page_update_placeholder (HnListPage *self)
{
  g_autofree char *placeholder = hn_foot_describe_search (self->query);

  gtk_search_entry_set_placeholder_text (self->search_entry, placeholder);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search_entry),
                                    CLAMP ((int) g_utf8_strlen (placeholder, -1), LEAST_CHARS, MOST_CHARS));
}

static gboolean
update_cb (gpointer data)
{
  HnListPage *self = data;

  self->update = 0;
  hn_list_page_update_face (self);

  return G_SOURCE_REMOVE;
}

/**
 * hn_list_page_update_face_later:
 *
 * A row that cannot be read says so while GTK lays it out: the page changes its face afterwards.
 */
void
hn_list_page_update_face_later (HnListPage *self)
{
  if (self->update == 0)
    self->update = g_idle_add_full (GTK_PRIORITY_RESIZE, update_cb, self, NULL);
}

/**
 * hn_list_page_fill_texts:
 *
 * Says of which kind the page is; this does not change.
 */
void
hn_list_page_fill_texts (HnListPage *self)
{
  g_autofree char *plural = hn_tab_lower (hn_kind_get_plural (self->kind));
  /* Translators: %s are records in the plural, "donations" */
  g_autofree char *empty = g_strdup_printf (_("No %s Yet"), plural);
  g_autofree char *add = hn_tab_add_label (self->kind);

  adw_status_page_set_icon_name (self->empty_page, hn_list_words_icon (self->kind));
  adw_status_page_set_title (self->empty_page, empty);
  adw_status_page_set_description (self->empty_page, hn_list_words_describe (self->kind));
  gtk_button_set_label (self->empty_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hn_kind_get_plural (self->kind), -1);
}
