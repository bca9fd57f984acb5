/* The form of one record, seen by the files that make it up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-edit.h"
#include "hn-editor-form.h"
#include "hn-editor.h"
#include "hn-similar-box.h"

G_BEGIN_DECLS

struct _HnEditor
{
  AdwDialog parent_instance;

  HnEdit *edit;
  gboolean nested;   /* opened from another form, for a record that is needed there */
  gboolean piling;   /* whether the next record can follow the one that is saved */
  gboolean go_on;    /* with the next one when this is saved */
  char *saved_title; /* of what was saved last */

  GtkWidget *save_button;
  AdwBin *wide_slot;
  AdwBin *narrow_bar;
  AdwBanner *failure_banner;
  AdwBanner *news_banner;
  HnSimilarBox *similar_box;
  GtkScrolledWindow *scroller;
  GtkLabel *saved_label;
  HnEditorForm *form;
};

/* --- hn-editor.c */
void hn_editor_announce     (HnEditor   *self,
                             const char *text);
void hn_editor_emit_saved   (HnEditor   *self,
                             gint64      id);

/* --- hn-editor-save.c */
void hn_editor_save         (HnEditor   *self);
void hn_editor_say_failure  (HnEditor   *self,
                             const char *message);

G_END_DECLS
