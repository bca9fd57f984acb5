/* The records that a filter offers before anything is typed, and what was typed for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-completion.h"
#include "hn-filter-slot.h"

G_BEGIN_DECLS

void       hn_filter_offer_async  (HnStore             *store,
                                   const HnFilterSlot  *slot,
                                   const char          *text,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GPtrArray *hn_filter_offer_finish (HnStore             *store,
                                   GAsyncResult        *result,
                                   GError             **error);

char      *hn_filter_offer_value  (const HnField       *field,
                                   GVariant            *value);
char      *hn_filter_value_title  (HnRegister          *reg,
                                   const HnField       *field,
                                   const char          *value);

G_END_DECLS
