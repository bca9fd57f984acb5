/* The rule sets of the register: the office edits them like any other record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period.h"
#include "hn-register.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;  /* ND09 */
  char *label; /* "Nghị định 09/2019/NĐ-CP" */
} HnRuleSet;

GPtrArray     *hn_rule_sets_list       (HnRegister  *reg,
                                        GError     **error);
HnPeriodRules *hn_rule_sets_load       (HnRegister  *reg,
                                        const char  *name,
                                        GError     **error);
HnPeriodRules *hn_rule_sets_for_period (HnRegister  *reg,
                                        const char  *period,
                                        GError     **error);

G_END_DECLS
