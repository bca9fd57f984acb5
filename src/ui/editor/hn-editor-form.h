/* The fields of one record: the first ones in sight, the others folded by subject. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-edit.h"

G_BEGIN_DECLS

#define HN_TYPE_EDITOR_FORM (hn_editor_form_get_type ())
G_DECLARE_FINAL_TYPE (HnEditorForm, hn_editor_form, HN, EDITOR_FORM, GtkBox)

/* Signal "end" (HnEditorForm *form): Enter was pressed in the last field. */

void       hn_editor_form_set_edit    (HnEditorForm  *self,
                                       HnEdit        *edit);
void       hn_editor_form_reset       (HnEditorForm  *self);
GtkWidget *hn_editor_form_get_first   (HnEditorForm  *self);
gboolean   hn_editor_form_focus_field (HnEditorForm  *self,
                                       const HnField *field);

G_END_DECLS
