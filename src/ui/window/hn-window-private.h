/* What the files of the window share.
 *   hn-window.c          the object: its register, its sizes
 *   hn-window-pages.c    where things are shown: tabs, lists, records, pages on top
 *   hn-window-actions.c  what can be asked of it
 *   hn-window-add.c      adding records
 *   hn-window-keys.c     its keys
 *   hn-window-focus.c    where the keyboard is when the window gets another size
 *   hn-window-menus.c    menus that say what they would do
 *   hn-window-files.c    other registers, and the page without one
 *   hn-window-help.c     which page of the guide fits
 *   hn-window-leave.c    quitting while a form is open
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-reminder-watch.h"
#include "hn-tab-page.h"
#include "hn-tabs.h"
#include "hn-window.h"

G_BEGIN_DECLS

struct _HnWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  char *path;
  HnContext *context;
  HnReminderWatch *reminders; /* of a window of the program */
  gboolean narrow;
  gboolean slim;
  gboolean leaving;    /* the person wants to quit, and may be asked something first */
  guint going_on;      /* the source that closes what is left to be closed, or 0 */
  HnTabPage *tab_page; /* the one that is seen, or NULL */
  GBindingGroup *side_binding;
  GtkWidget *kept_focus; /* (nullable): which had it before the window got another size; a weak pointer */
  gulong kept_handler;   /* of its "map", as long as it is there */
  guint n_restored;      /* how often it was given back since then */
  guint focus_source;    /* which gives it back, or 0 */
  int width;
  int height;

  GtkStack *faces;
  AdwNavigationView *navigation;
  AdwNavigationPage *main_page;
  GtkWidget *header_bar;
  GtkWidget *add_button;
  GtkWidget *undo_button;
  GtkWidget *side_button;
  GtkMenuButton *list_button;
  AdwBanner *read_only_banner;
  AdwViewStack *tabs;
  GMenu *add_menu;
  GMenu *list_menu;
  GMenu *undo_section;
  GMenu *registers_section;
  GMenu *switch_section;
  AdwStatusPage *failed_page;
  GtkWidget *new_button;
  GtkWidget *switch_button;
};

/* --- hn-window-pages.c */
void        hn_window_add_tabs    (HnWindow     *self);
void        hn_window_update_page (HnWindow     *self);
void        hn_window_set_narrow  (HnWindow     *self,
                                   gboolean      narrow,
                                   gboolean      slim);
HnListPage *hn_window_get_list    (HnWindow     *self);
HnListPage *hn_window_show_list   (HnWindow     *self,
                                   const HnKind *kind);
void        hn_window_show_record (HnWindow     *self,
                                   const HnKind *kind,
                                   gint64        id);
void        hn_window_show_office (HnWindow     *self);
void        hn_window_move_focus  (HnWindow     *self,
                                   int           by);

/* --- hn-window-actions.c */
void hn_window_install_actions (GtkWidgetClass *widget_class);
void hn_window_update_actions  (HnWindow       *self);

/* --- hn-window-add.c */
void hn_window_install_adding (GtkWidgetClass *widget_class);

/* --- hn-window-keys.c */
void hn_window_bind_keys    (GtkWidgetClass *widget_class);
void hn_window_capture_keys (HnWindow       *self);

/* --- hn-window-focus.c */
void hn_window_watch_focus (HnWindow *self);
void hn_window_keep_focus  (HnWindow *self,
                            int       width,
                            int       height);

/* --- hn-window-menus.c */
void hn_window_update_undo      (HnWindow *self);
void hn_window_update_lists     (HnWindow *self);
void hn_window_update_registers (HnWindow *self);

/* --- hn-window-files.c */
void hn_window_install_files (GtkWidgetClass *widget_class);
void hn_window_end_start     (HnWindow       *self);

/* --- hn-window-help.c */
void hn_window_install_help (GtkWidgetClass *widget_class);

/* --- hn-window-leave.c */
void hn_window_install_leave  (GtkWidgetClass *widget_class);
void hn_window_dialog_changed (HnWindow *self);

G_END_DECLS
