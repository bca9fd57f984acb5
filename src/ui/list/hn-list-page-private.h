/* What the files of a list's page share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-list-page.h"
#include "hn-list-query.h"
#include "hn-record-list.h"

G_BEGIN_DECLS

struct _HnListPage
{
  AdwBin parent_instance;

  HnContext *context;
  const HnTabInfo *info;
  const HnKind *kind;
  HnListQuery *query;
  HnRecordList *list;
  GtkSingleSelection *selection;
  gint64 selected;   /* the id of the record that was selected last */
  gint64 wanted;     /* the id of a record to be shown when the list knows of it */
  gboolean fitted;
  guint blink;
  guint update;
  gulong painted;

  GtkSearchEntry *search_entry;
  GtkStack *faces;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *nothing_page;
  AdwStatusPage *failed_page;
  GtkColumnView *view;
  GtkWidget *foot;
  GtkLabel *foot_label;
};

/* --- hn-list-page-faces.c */
void hn_list_page_fill_texts         (HnListPage *self);
void hn_list_page_update_face        (HnListPage *self);
void hn_list_page_update_face_later  (HnListPage *self);
void hn_list_page_update_foot        (HnListPage *self);
void hn_list_page_update_placeholder (HnListPage *self);

G_END_DECLS
