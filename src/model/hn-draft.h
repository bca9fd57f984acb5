/* A record that is being edited, as a value: what it was, what it is, and what was typed and not understood. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"
#include "hn-value.h"

G_BEGIN_DECLS

typedef struct _HnDraft HnDraft;

HnDraft        *hn_draft_new        (const HnRecord *record);
HnDraft        *hn_draft_ref        (HnDraft        *self);
void            hn_draft_unref      (HnDraft        *self);

HnDraft        *hn_draft_set_value  (const HnDraft  *self,
                                     const HnField  *field,
                                     GVariant       *value,
                                     const char     *shown);
HnDraft        *hn_draft_set_input  (const HnDraft  *self,
                                     const HnField  *field,
                                     const char     *text,
                                     HnDate          today);
HnDraft        *hn_draft_rebase     (const HnDraft  *self,
                                     const HnRecord *theirs,
                                     GPtrArray     **conflicts);
HnDraft        *hn_draft_make_new   (const HnDraft  *self);

const HnRecord *hn_draft_get_original
                                    (const HnDraft  *self);
const HnRecord *hn_draft_get_record (const HnDraft  *self);
char           *hn_draft_get_input  (const HnDraft  *self,
                                     const HnField  *field);
const char     *hn_draft_get_typed  (const HnDraft  *self,
                                     const HnField  *field);
gboolean        hn_draft_is_new     (const HnDraft  *self);
gboolean        hn_draft_is_changed (const HnDraft  *self);
gboolean        hn_draft_is_filled  (const HnDraft  *self,
                                     const HnField  *field);
gboolean        hn_draft_applies    (const HnDraft  *self,
                                     const HnField  *field);
GPtrArray      *hn_draft_check      (const HnDraft  *self);
HnRecord       *hn_draft_finish     (const HnDraft  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnDraft, hn_draft_unref)

G_END_DECLS
