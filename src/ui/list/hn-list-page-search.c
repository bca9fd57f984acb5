/* The search of a list's page: typed anywhere, left with Down, taken back with Escape. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-page-private.h"

static void
search_changed_cb (HnListPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  hn_list_query_set_search (self->query, g_strstrip (text));
}

/**
 * hn_list_page_focus_rows:
 *
 * Goes from the search to what it found.
 */
void
hn_list_page_focus_rows (HnListPage *self)
{
  if (hn_record_list_get_ids (self->list)->len == 0)
    return;

  if (hn_id_selection_get_n_selected (self->selection) == 0)
    hn_list_page_scroll_to (self, 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_activated_cb (HnListPage *self)
{
  hn_list_page_scroll_to (self, 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Escape takes back the search, and another one leaves it. */
static void
search_stopped_cb (HnListPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_search_cb (HnListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * hn_list_page_show_search:
 *
 * Searches for words without waiting for more of them.
 */
void
hn_list_page_show_search (HnListPage *self,
                          const char *search)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search != NULL ? search : "");
  hn_list_query_set_search (self->query, search);
}

/**
 * hn_list_page_build_search:
 *
 * Gives the page the search of its filter bar.
 */
void
hn_list_page_build_search (HnListPage *self)
{
  self->search_entry = hn_filter_bar_get_search (self->filter_bar);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (search_stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_search_button, "clicked", G_CALLBACK (clear_search_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hn_list_page_set_search:
 * @search: (nullable): words as typed
 *
 * Shows what is found by the words, and nothing else.
 */
void
hn_list_page_set_search (HnListPage *self,
                         const char *search)
{
  g_autoptr (HnFilter) none = NULL;

  g_return_if_fail (HN_IS_LIST_PAGE (self));

  none = hn_filter_new (self->kind, NULL);
  hn_filter_bar_set_filter (self->filter_bar, none);
  hn_list_page_show_search (self, search);
}

/**
 * hn_list_page_focus:
 *
 * Goes to the rows, or where there are none to the search above them.
 */
void
hn_list_page_focus (HnListPage *self)
{
  g_return_if_fail (HN_IS_LIST_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->view)) || !gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * hn_list_page_focus_search:
 *
 * Goes to the search and selects what stands there, so that the next letter begins a new one.
 */
void
hn_list_page_focus_search (HnListPage *self)
{
  g_return_if_fail (HN_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
