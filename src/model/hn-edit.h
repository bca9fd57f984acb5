/* The editing of one record, from the first key to the save. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-context.h"
#include "hn-draft.h"

G_BEGIN_DECLS

#define HN_TYPE_EDIT (hn_edit_get_type ())
G_DECLARE_FINAL_TYPE (HnEdit, hn_edit, HN, EDIT, GObject)

HnEdit        *hn_edit_new           (HnContext            *context,
                                      const HnRecord       *record);
HnContext     *hn_edit_get_context   (HnEdit               *self);
const HnKind  *hn_edit_get_kind      (HnEdit               *self);
HnDraft       *hn_edit_get_draft     (HnEdit               *self);
gboolean       hn_edit_get_saving    (HnEdit               *self);

void           hn_edit_set_input     (HnEdit               *self,
                                      const HnField        *field,
                                      const char           *text);
void           hn_edit_set_value     (HnEdit               *self,
                                      const HnField        *field,
                                      GVariant             *value,
                                      const char           *shown);
void           hn_edit_add_value     (HnEdit               *self,
                                      const HnField        *field,
                                      GVariant             *value);
void           hn_edit_remove_value  (HnEdit               *self,
                                      const HnField        *field,
                                      guint                 index);
GStrv          hn_edit_list_values   (HnEdit               *self,
                                      const HnField        *field);
void           hn_edit_leave         (HnEdit               *self,
                                      const HnField        *field);

const char    *hn_edit_get_problem   (HnEdit               *self,
                                      const HnField        *field);
const HnField *hn_edit_first_problem (HnEdit               *self);
char          *hn_edit_get_hint      (HnEdit               *self,
                                      const HnField        *field);

void           hn_edit_save_async    (HnEdit               *self,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean       hn_edit_save_finish   (HnEdit               *self,
                                      GAsyncResult         *result,
                                      gint64               *id,
                                      GError              **error);

G_END_DECLS
