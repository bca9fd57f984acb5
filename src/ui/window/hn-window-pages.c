/* Where the window shows things: tabs with their lists, records in them, and pages on top.
 *
 *   navigation ─┬─ main page ── tabs ── a tab page each, built when it is first shown
 *               ├─ office page ── a tab page of the kinds beside the tabs
 *               └─ history
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-office-page.h"
#include "hn-record-side.h"
#include "hn-shown-lists.h"
#include "hn-window-private.h"

/* --- the page that is seen ----------------------------------------------- */

/* (nullable) */
static HnTabPage *
find_tab_page (HnWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  GtkWidget *bin = adw_view_stack_get_visible_child (self->tabs), *child;

  if (HN_IS_OFFICE_PAGE (page))
    return hn_office_page_get_tab_page (HN_OFFICE_PAGE (page));
  if (page != self->main_page || bin == NULL)
    return NULL;
  child = adw_bin_get_child (ADW_BIN (bin));

  return child != NULL ? HN_TAB_PAGE (child) : NULL;
}

static void
kind_changed_cb (HnWindow *self)
{
  hn_window_update_page (self);
}

static void
watch (HnWindow  *self,
       HnTabPage *page)
{
  hn_tab_page_set_narrow (page, self->narrow, self->slim);
  g_signal_connect_object (page, "notify::kind", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
}

/* A tab is built when it is first shown: one list is what a start pays for. */
static void
fill_tab (HnWindow *self,
          AdwBin   *bin)
{
  const HnTabInfo *info = g_object_get_data (G_OBJECT (bin), "tab");
  const HnKind *latest = hn_shown_lists_get (self->settings, info->tab);
  g_autoptr (GPtrArray) kinds = hn_tab_list_kinds (info->tab);
  GtkWidget *page = hn_tab_page_new (self->context, kinds, latest != NULL ? latest : hn_kind_lookup (info->kind));

  watch (self, HN_TAB_PAGE (page));
  adw_bin_set_child (bin, page);
}

/**
 * hn_window_update_page:
 *
 * Called when another tab, list or page is seen: everything round it says so.
 */
void
hn_window_update_page (HnWindow *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->tabs);

  if (self->context == NULL)
    return;

  if (bin != NULL && adw_bin_get_child (ADW_BIN (bin)) == NULL)
    fill_tab (self, ADW_BIN (bin));

  self->tab_page = find_tab_page (self);
  g_binding_group_set_source (self->side_binding, self->tab_page);
  if (self->tab_page != NULL)
    hn_shown_lists_remember (self->settings, hn_tab_page_get_kind (self->tab_page));
  hn_window_update_lists (self);
  hn_window_update_actions (self);
  g_object_notify (G_OBJECT (self), "list");
}

/**
 * hn_window_add_tabs:
 *
 * Adds the tabs, empty; the one that was seen last is shown.
 */
void
hn_window_add_tabs (HnWindow *self)
{
  const HnKind *latest = hn_shown_lists_latest (self->settings);

  for (guint i = 0; i < HN_N_TABS; i++)
    {
      GtkWidget *bin = adw_bin_new ();

      g_object_set_data (G_OBJECT (bin), "tab", (gpointer) &hn_tabs[i]);
      adw_view_stack_add_titled_with_icon (self->tabs, bin, hn_tabs[i].name, _ (hn_tabs[i].title), hn_tabs[i].icon);
    }
  if (latest != NULL)
    adw_view_stack_set_visible_child_name (self->tabs, hn_tabs[latest->tab].name);
}

/**
 * hn_window_set_narrow:
 *
 * Called when there is more or less room than before: of two widths, @slim is the smaller.
 */
void
hn_window_set_narrow (HnWindow *self,
                      gboolean  narrow,
                      gboolean  slim)
{
  GtkWidget *office = GTK_WIDGET (adw_navigation_view_find_page (self->navigation, HN_OFFICE_PAGE_TAG));

  self->narrow = narrow;
  self->slim = slim;
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    if (adw_bin_get_child (ADW_BIN (bin)) != NULL)
      hn_tab_page_set_narrow (HN_TAB_PAGE (adw_bin_get_child (ADW_BIN (bin))), narrow, slim);
  if (office != NULL)
    hn_office_page_set_narrow (HN_OFFICE_PAGE (office), narrow, slim);
}

/* --- leading there ------------------------------------------------------- */

/**
 * hn_window_get_list:
 *
 * Returns: (nullable): the list that the person sees
 */
HnListPage *
hn_window_get_list (HnWindow *self)
{
  return self->tab_page != NULL ? hn_tab_page_get_list (self->tab_page) : NULL;
}

/**
 * hn_window_show_office:
 *
 * Shows what the office has settled, and what records refer to.
 */
void
hn_window_show_office (HnWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, HN_OFFICE_PAGE_TAG);

  if (page != NULL)
    {
      adw_navigation_view_pop_to_page (self->navigation, page);
      return;
    }

  page = hn_office_page_new (self->context, G_MENU_MODEL (self->list_menu));
  watch (self, hn_office_page_get_tab_page (HN_OFFICE_PAGE (page)));
  hn_office_page_set_narrow (HN_OFFICE_PAGE (page), self->narrow, self->slim);
  adw_navigation_view_push (self->navigation, page);
}

/* (nullable): the tab page that has a list of the kind, which is seen now */
static HnTabPage *
show_tab_page (HnWindow     *self,
               const HnKind *kind)
{
  if (kind->tab != HN_TAB_NONE)
    {
      /* A tab that is built only now begins with the list that is wanted. */
      hn_shown_lists_remember (self->settings, kind);
      adw_navigation_view_pop_to_page (self->navigation, self->main_page);
      adw_view_stack_set_visible_child_name (self->tabs, hn_tabs[kind->tab].name);
    }
  else
    hn_window_show_office (self);
  hn_window_update_page (self);

  return self->tab_page != NULL && hn_tab_page_has_kind (self->tab_page, kind) ? self->tab_page : NULL;
}

/**
 * hn_window_show_list:
 *
 * Returns: (nullable): the list of a kind, which is seen now; %NULL where the kind has none
 */
HnListPage *
hn_window_show_list (HnWindow     *self,
                     const HnKind *kind)
{
  HnTabPage *page = show_tab_page (self, kind);

  return page != NULL ? hn_tab_page_show_list (page, kind) : NULL;
}

/* A file that is attached to a record is seen with it. */
static void
show_record_of_attachment (HnWindow     *self,
                           const HnKind *kind,
                           gint64        id)
{
  g_autoptr (HnRecord) record = hn_register_load (hn_context_get_reader (self->context), kind, id, NULL);
  const HnKind *target;
  gint64 of = record != NULL ? hn_record_get_reference (record, "record", &target) : 0;

  if (of != 0)
    hn_window_show_record (self, target, of);
}

/**
 * hn_window_show_record:
 *
 * Shows a record in its list.
 */
void
hn_window_show_record (HnWindow     *self,
                       const HnKind *kind,
                       gint64        id)
{
  HnTabPage *page;

  if (g_str_equal (kind->name, "attachment"))
    {
      show_record_of_attachment (self, kind, id);
      return;
    }

  page = show_tab_page (self, kind);
  if (page != NULL)
    hn_tab_page_show_record (page, kind, id);
}

/* --- the keyboard -------------------------------------------------------- */

/**
 * hn_window_move_focus:
 * @by: 1 forwards, -1 back
 *
 * Goes to the header, the list and the side, one after the other.
 */
void
hn_window_move_focus (HnWindow *self,
                      int       by)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self)), *panes[3];
  guint n = 0, at = 0;

  if (self->tab_page == NULL)
    return;

  panes[n++] = GTK_WIDGET (hn_window_get_list (self));
  if (hn_tab_page_get_side (self->tab_page) != NULL)
    panes[n++] = hn_tab_page_get_side (self->tab_page);
  if (gtk_widget_get_mapped (self->header_bar))
    panes[n++] = self->header_bar;
  while (at < n && (focus == NULL || !gtk_widget_is_ancestor (focus, panes[at])))
    at++;

  /* From elsewhere, a step leads to the list. */
  at = at < n ? (guint) ((int) (at + n) + by) % n : 0;
  if (HN_IS_LIST_PAGE (panes[at]))
    hn_list_page_focus (HN_LIST_PAGE (panes[at]));
  else if (!HN_IS_RECORD_SIDE (panes[at]) || !gtk_widget_grab_focus (panes[at]))
    gtk_widget_child_focus (panes[at], GTK_DIR_TAB_FORWARD);
}
