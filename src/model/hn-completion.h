/* What a person may mean who types a reference or a country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  GVariant     *value;  /* of the field, or one of its values; NULL for a record that would be created */
  char         *title;
  char         *detail; /* what tells it from another of the same name, or NULL */
  const HnKind *create; /* a new record of this kind, called by the title, or NULL */
} HnCandidate;

void           hn_candidate_free         (HnCandidate         *candidate);
char          *hn_candidate_name         (const HnField       *field,
                                          GVariant            *country);
char          *hn_candidate_describe     (const HnRecord      *record,
                                          const char          *title);
void           hn_candidates_add_new     (GPtrArray           *candidates,
                                          const HnField       *field,
                                          const char          *text);
const HnField *hn_completion_title_field (const HnKind        *kind);

void       hn_complete_async     (HnStore             *store,
                                  const HnField       *field,
                                  const char          *text,
                                  guint                limit,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
GPtrArray *hn_complete_finish    (HnStore             *store,
                                  GAsyncResult        *result,
                                  GError             **error);

G_END_DECLS
