/* Which page of the guide speaks of what the person sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-attachment-dialog.h"
#include "hn-bulk-edit.h"
#include "hn-clash-dialog.h"
#include "hn-comparison-page.h"
#include "hn-editor.h"
#include "hn-find-dialog.h"
#include "hn-history-page.h"
#include "hn-list-export.h"
#include "hn-office-page.h"
#include "hn-report-page.h"
#include "hn-send-dialog.h"
#include "hn-shortcuts-dialog.h"
#include "hn-submissions-page.h"
#include "hn-window-private.h"

typedef struct
{
  GType (*type) (void);
  const char *page;
} Place;

/* Dialogs, and the pages that lie over the lists. */
static const Place places[] = {
  { hn_attachment_dialog_get_type, "attachments" },
  { hn_bulk_edit_get_type, "change-many" },
  { hn_clash_dialog_get_type, "two-people" },
  { hn_editor_get_type, "fill-in" },
  { hn_find_dialog_get_type, "find" },
  { hn_list_export_get_type, "export-list" },
  { hn_send_dialog_get_type, "send" },
  { hn_shortcuts_dialog_get_type, "keys" },
  { hn_comparison_page_get_type, "send#compare" },
  { hn_history_page_get_type, "history" },
  { hn_report_page_get_type, "report" },
  { hn_submissions_page_get_type, "due" },
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
    if (G_TYPE_CHECK_INSTANCE_TYPE (seen, places[i].type ()))
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

/* Returns: the page of the guide that fits best, "" where none does */
const char *
hn_window_get_help_page (HnWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  const char *page = find_place (dialog);

  if (page == NULL && self->context == NULL)
    page = self->path != NULL ? "trouble" : "";
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
  gtk_widget_activate_action (widget, "app.help", "s", hn_window_get_help_page (HN_WINDOW (widget)));
}

/* F1, wherever the person is in the window. */
void
hn_window_install_help (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
}
