/* What a person may mean who types a reference or a country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  GVariant *value;  /* of the field, or one of its values */
  char     *title;
  char     *detail; /* what tells it from another of the same name, or NULL */
} HnCandidate;

void       hn_candidate_free     (HnCandidate         *candidate);
char      *hn_candidate_name     (const HnField       *field,
                                  GVariant            *country);

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
