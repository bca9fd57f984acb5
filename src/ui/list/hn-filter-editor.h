/* What a chip of a filter opens: a few widgets that make one condition. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-filter.h"

G_BEGIN_DECLS

#define HN_TYPE_FILTER_EDITOR (hn_filter_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (HnFilterEditor, hn_filter_editor, HN, FILTER_EDITOR, AdwBin)

struct _HnFilterEditorClass
{
  AdwBinClass parent_class;
};

GtkWidget          *hn_filter_editor_new      (HnContext          *context,
                                               const HnFilterSlot *slot,
                                               const HnFilterTerm *term);

/* --- for those who make conditions */
GtkWidget          *hn_filter_choices_new     (HnContext          *context,
                                               const HnFilterSlot *slot,
                                               const HnFilterTerm *term);
GtkWidget          *hn_filter_period_new      (HnContext          *context,
                                               const HnFilterSlot *slot,
                                               const HnFilterTerm *term);
GtkWidget          *hn_filter_records_new     (HnContext          *context,
                                               const HnFilterSlot *slot,
                                               const HnFilterTerm *term);
GtkWidget          *hn_filter_linked_new      (HnContext          *context,
                                               const HnFilterSlot *slot,
                                               const HnFilterTerm *term);
void                hn_filter_editor_set_slot (HnFilterEditor     *self,
                                               HnContext          *context,
                                               const HnFilterSlot *slot);
HnContext          *hn_filter_editor_context  (HnFilterEditor     *self);
const HnFilterSlot *hn_filter_editor_slot     (HnFilterEditor     *self);
void                hn_filter_editor_say      (HnFilterEditor     *self,
                                               const char         *condition);
void                hn_filter_editor_close    (HnFilterEditor     *self);

G_END_DECLS
