/* What the rows of a form have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-edit.h"

G_BEGIN_DECLS

#define HN_TYPE_FIELD_ROW (hn_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (HnFieldRow, hn_field_row, HN, FIELD_ROW, AdwPreferencesRow)

struct _HnFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  /* What has the focus while the field is edited; the input where there is none. */
  GtkWidget *(*get_focus) (HnFieldRow *self);
  /* The row knows its field now. */
  void       (*begin)     (HnFieldRow *self);
  /* Shows the draft; while a person is typing, not in what is typed in. */
  void       (*show)      (HnFieldRow *self,
                           gboolean    typing);
  /* The focus went elsewhere. */
  void       (*leave)     (HnFieldRow *self);
};

GtkWidget     *hn_field_row_new       (HnEdit        *edit,
                                       const HnField *field);
HnEdit        *hn_field_row_get_edit  (HnFieldRow    *self);
const HnField *hn_field_row_get_field (HnFieldRow    *self);
gboolean       hn_field_row_is_updating
                                      (HnFieldRow    *self);
void           hn_field_row_update    (HnFieldRow    *self);
void           hn_field_row_reset     (HnFieldRow    *self);
void           hn_field_row_next      (HnFieldRow    *self);
void           hn_field_row_say       (HnFieldRow    *self,
                                       const char    *problem);

G_END_DECLS
