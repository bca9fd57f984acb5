/* The keys of the program, as they are shown. They are bound where the widgets are made; a test holds both together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-shortcuts.h"

#include <glib/gi18n-lib.h>

static const HnShortcut window_shortcuts[] = {
  { "<Control>n", "win.add", N_("Add a record") },
  { "<Control>f", "win.search", N_("Search the list") },
  { "<Control>k", "win.find", N_("Find in all lists") },
  { "<Control>z", "win.undo", N_("Undo") },
  { "<Control><Shift>z", "win.redo", N_("Redo") },
  { "<Control>h", "win.show-whole-history", N_("History") },
  { "<Control>e", "win.show-report", N_("Report: preview, print, export") },
  { "<Control>comma", "win.preferences", N_("Preferences") },
  { "F1", "win.help", N_("Help on what you see") },
  { "<Control>question", "win.show-shortcuts", N_("Keyboard shortcuts") },
  { "F10", NULL, N_("Main menu") },
  { "<Control>w", "window.close", N_("Close the window") },
  { "<Control>q", "app.quit", N_("Quit") },
};

static const HnShortcut place_shortcuts[] = {
  { "<Alt>1", "win.show-tab", N_("First tab; Alt+2, 3, 4 the others") },
  { "<Control>Page_Down", "win.step-list(1)", N_("Next list of the tab") },
  { "<Control>Page_Up", "win.step-list(-1)", N_("Previous list of the tab") },
  { "F9", "win.toggle-side", N_("Show or hide the selected record") },
  { "F6", "win.step-pane(1)", N_("From the list to the record beside it, to the header, and back") },
  { "<Shift>F6", "win.step-pane(-1)", N_("The other way round") },
  { "<Alt>Left", NULL, N_("Back to the lists") },
};

static const HnShortcut list_shortcuts[] = {
  { "Return", NULL, N_("Edit the selected record") },
  { "<Control>d", "list.duplicate", N_("Duplicate the selected record") },
  { "Delete", "list.delete", N_("Delete the selected records") },
  { "<Control>a", NULL, N_("Select all") },
  { "<Control>c", "list.copy", N_("Copy the selected records as a table") },
  { "<Shift>F10", NULL, N_("Everything that can be done with them") },
};

static const HnShortcut form_shortcuts[] = {
  { "Return", NULL, N_("Next field") },
  { "Down", NULL, N_("Choose among the suggestions") },
  { "<Alt>Down", NULL, N_("Calendar, in a date") },
  { "<Control>Return", "editor.save", N_("Save") },
  { "<Control><Shift>Return", "editor.save-and-add", N_("Save and add another") },
  { "<Control>Return", "bulk.change", N_("Change several records at once") },
  { "Escape", NULL, N_("Close") },
};

static const HnShortcut report_shortcuts[] = {
  { "<Control>s", "report.save-workbook", N_("Export Excel") },
  { "<Control>p", "report.print", N_("Print") },
  { "<Control>plus", "report.zoom(1)", N_("Larger") },
  { "<Control>minus", "report.zoom(-1)", N_("Smaller") },
  { "<Control>0", "report.zoom(0)", N_("As wide as the window") },
  { "Page_Down", NULL, N_("Next page") },
  { "Return", NULL, N_("The records behind a figure") },
};

static const HnShortcut attachment_shortcuts[] = {
  { "<Control>v", "attachments.paste", N_("Paste files") },
  { "F2", "attachment.describe", N_("Caption and credit") },
  { "<Control>s", "attachment.save", N_("Save the file") },
  { "Delete", "attachment.delete", N_("Delete") },
  { "<Shift>F10", "attachment.menu", N_("Everything that can be done with it") },
};

static const HnShortcut guide_shortcuts[] = {
  { "<Control>f", "help.search", N_("Search the guide") },
  { "F1", "help.show", N_("Contents") },
};

#define GROUP(title, shortcuts) { title, shortcuts, G_N_ELEMENTS (shortcuts) }

const HnShortcutGroup hn_shortcut_groups[] = {
  GROUP (N_("Window"), window_shortcuts),
  GROUP (N_("Going Places"), place_shortcuts),
  GROUP (N_("List"), list_shortcuts),
  GROUP (N_("Form"), form_shortcuts),
  GROUP (N_("Report"), report_shortcuts),
  GROUP (N_("Attachments"), attachment_shortcuts),
  GROUP (N_("Guide"), guide_shortcuts),
};

const guint hn_n_shortcut_groups = G_N_ELEMENTS (hn_shortcut_groups);
