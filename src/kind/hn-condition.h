/* Conditions on one field of a record, as the tables of kinds write them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

typedef enum
{
  HN_CONDITION_SET,    /* "cost": the field is set */
  HN_CONDITION_IS,     /* "form=goods|service": it has one of these values */
  HN_CONDITION_IS_NOT, /* "country!=VN": it is set, and to something else */
} HnConditionType;

typedef struct
{
  HnConditionType type;
  char           *field;
  char          **values;
} HnCondition;

gboolean hn_condition_parse   (HnCondition       *condition,
                               const char        *text);
gboolean hn_condition_holds   (const HnCondition *condition,
                               const HnRecord    *record);
void     hn_condition_clear   (HnCondition       *condition);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnCondition, hn_condition_clear)

G_END_DECLS
