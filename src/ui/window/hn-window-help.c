/* Which page of the guide speaks of what the person sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-window-private.h"

/* Dialogs and what fills one, and the pages that lie over the lists: by the names of their classes, which this file
 * need not know more of. */
static const struct
{
  const char *class_name;
  const char *page;
} places[] = {
  { "HnAttachmentDialog", "attachments" },
  { "HnBulkEdit", "change-many" },
  { "HnClashDialog", "two-people" },
  { "HnEditor", "fill-in" },
  { "HnFindDialog", "find" },
  { "HnListExport", "export-list" },
  { "HnNewRegister", "first-start" },
  { "HnPreferences", "preferences" },
  { "HnRestoreDialog", "backup#restore" },
  { "HnSendDialog", "send" },
  { "HnShortcutsDialog", "keys" },
  { "HnComparisonPage", "send#compare" },
  { "HnHistoryPage", "history" },
  { "HnReportPage", "report" },
  { "HnSubmissionsPage", "due" },
};

/* What the lists of a tab are about. */
static const char *const tabs[HN_N_TABS] = {
  [HN_TAB_ASSOCIATIONS] = "associations",
  [HN_TAB_EVENTS] = "events",
  [HN_TAB_DONATIONS] = "donations",
  [HN_TAB_DIASPORA] = "compatriots",
};

/* Among the lists of the office. */
static const struct
{
  const char *kind;
  const char *page;
} office[] = {
  { "office_profile", "office-profile" },
  { "report_rule", "due" },
  { "holiday", "due" },
  { "submission", "due" },
  { "saved_list", "filters" },
};

/* (nullable) */
static const char *
find_place (gpointer seen)
{
  for (guint i = 0; seen != NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (seen), places[i].class_name))
      return places[i].page;

  return NULL;
}

static const char *
find_list (const HnKind *kind)
{
  if (kind->tab != HN_TAB_NONE)
    return tabs[kind->tab];

  for (guint i = 0; i < G_N_ELEMENTS (office); i++)
    if (g_str_equal (office[i].kind, kind->name))
      return office[i].page;

  return "office-lists";
}

/* The page of the guide that fits best, "" where none does. */
static const char *
get_page (HnWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  const char *page = find_place (dialog);

  if (page == NULL && dialog != NULL)
    page = find_place (adw_dialog_get_child (dialog));
  if (page == NULL && self->context == NULL)
    page = self->path != NULL ? "trouble" : "first-start";
  if (page == NULL)
    page = find_place (adw_navigation_view_get_visible_page (self->navigation));
  if (page == NULL && self->tab_page != NULL)
    page = find_list (hn_tab_page_get_kind (self->tab_page));

  return page != NULL ? page : "";
}

static void
help_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "app.help", "s", get_page (HN_WINDOW (widget)));
}

/**
 * hn_window_install_help:
 *
 * Installs win.help, and F1 for it wherever the person is in the window.
 */
void
hn_window_install_help (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
}
