/* The period rules of the register by their sets, and what each says in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* A set with its rules: ND09 has one for months, one for quarters … */
typedef struct
{
  char      *name;  /* ND09 */
  char      *label; /* what people call it, or the name */
  GPtrArray *rules; /* of HnRecord, the shortest period first */
} HnRuleGroup;

char      *hn_rule_describe           (const HnRecord       *rule);
GPtrArray *hn_rule_groups_list        (HnRegister           *reg,
                                       GError              **error);
void       hn_rule_groups_load_async  (HnStore              *store,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray *hn_rule_groups_load_finish (HnStore              *store,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
