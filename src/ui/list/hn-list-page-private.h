/* What the files of a list's page share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-filter-bar.h"
#include "hn-id-selection.h"
#include "hn-list-page.h"
#include "hn-list-query.h"
#include "hn-list-memory.h"
#include "hn-record-list.h"

G_BEGIN_DECLS

struct _HnListPage
{
  AdwBin parent_instance;

  HnContext *context;
  const HnKind *kind;
  HnListQuery *query;
  HnRecordList *list;
  HnIdSelection *selection;
  GtkWidget *saved_menu;

  gint64 selected;          /* the only selected record, as it was said last */
  gint64 wanted;            /* a record to be shown when the list knows of it */
  guint last_selected;      /* where the first selected row stood */
  guint n_selected;         /* as it was said last */
  gboolean had_selection;   /* before the latest answer */
  gboolean narrow;
  gboolean arranging;       /* columns are set, not moved by a person */
  guint blink;
  guint update;
  guint keep;               /* writes down the columns */
  guint adapt;              /* fits the columns to the window */
  gulong painted;
  GCancellable *adding_up;  /* the sums of what is selected */
  GPtrArray *selected_sums; /* of HnSum */

  HnFilterBar *filter_bar;
  GtkSearchEntry *search_entry; /* of the filter bar */
  GtkStack *faces;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *nothing_page;
  GtkWidget *clear_search_button;
  GtkWidget *clear_filters_button;
  AdwStatusPage *failed_page;
  GtkWidget *failed_clear_button;
  GtkColumnView *view;
  GtkWidget *foot;
  GtkLabel *foot_label;
  GtkWidget *selection_buttons;
  GtkWidget *row_menu;
};

/* --- hn-list-page-faces.c */
void    hn_list_page_fill_texts         (HnListPage *self);
void    hn_list_page_update_face        (HnListPage *self);
void    hn_list_page_update_face_later  (HnListPage *self);
void    hn_list_page_update_placeholder (HnListPage *self);

/* --- hn-list-page-foot.c */
void    hn_list_page_update_foot        (HnListPage *self);
void    hn_list_page_add_up_selected    (HnListPage *self);

/* --- hn-list-page-actions.c */
void    hn_list_page_install_actions    (GtkWidgetClass *widget_class);
void    hn_list_page_update_actions     (HnListPage *self);
void    hn_list_page_show_wanted        (HnListPage *self);
void    hn_list_page_scroll_to          (HnListPage *self,
                                         guint       position,
                                         gboolean    select);

/* --- hn-list-page-columns.c */
void    hn_list_page_build_columns      (HnListPage         *self,
                                         const HnListLayout *layout);
void    hn_list_page_keep_columns_now   (HnListPage *self);
void    hn_list_page_update_columns_menu
                                        (HnListPage *self);
void    hn_list_page_set_sort           (HnListPage *self,
                                         const char *sort);
void    hn_list_page_install_column_actions
                                        (GtkWidgetClass *widget_class);

/* --- hn-list-page.c */
void    hn_list_page_activate           (HnListPage *self,
                                         guint       position);

/* --- hn-list-page-search.c */
void    hn_list_page_build_search       (HnListPage *self);
void    hn_list_page_focus_rows         (HnListPage *self);
void    hn_list_page_show_search        (HnListPage *self,
                                         const char *search);

/* --- hn-list-page-menu.c */
void    hn_list_page_build_menu         (HnListPage *self);

G_END_DECLS
