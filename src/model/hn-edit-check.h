/* What only the register can say about a record that is to be saved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-draft.h"
#include "hn-store.h"

G_BEGIN_DECLS

typedef struct _HnEditCheck HnEditCheck;

typedef struct
{
  HnRecord  *record;   /* with what was typed for references looked up */
  GPtrArray *problems; /* of HnProblem */
  HnSimilar *same;     /* of a new record: what is there already by all that is known, or NULL */
} HnEditVerdict;

HnEditCheck *hn_edit_check_new    (const HnDraft  *draft);
void         hn_edit_check_free   (HnEditCheck    *check);
void         hn_edit_verdict_free (HnEditVerdict  *verdict);
gpointer     hn_edit_check_job    (HnRegister     *reg,
                                   gpointer        check,
                                   GCancellable   *cancellable,
                                   GError        **error);

void         hn_edit_tell_similar (HnSimilar      *similar,
                                   const HnRecord *record);
gboolean     hn_edit_is_same      (const HnRecord *record,
                                   const HnRecord *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnEditVerdict, hn_edit_verdict_free)
char *hn_edit_explain_words (const char *text, const GError *reason);

G_END_DECLS
