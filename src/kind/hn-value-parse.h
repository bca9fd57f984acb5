/* One value from what a person typed, type by type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"
#include "hn-kind.h"

G_BEGIN_DECLS

/* What was typed, and what it is understood by. */
typedef struct
{
  const HnField *field;
  const char    *text;     /* clean and not empty */
  const char    *currency; /* of an amount: its code */
  HnDate         today;
} HnTyped;

GVariant *hn_value_parse_one (const HnTyped  *typed,
                              GError        **error);

G_END_DECLS
