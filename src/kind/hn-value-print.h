/* One value as a Vietnamese office prints it, type by type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

typedef enum
{
  HN_LANGUAGE_OF_USER,
  HN_LANGUAGE_VIETNAMESE,
} HnLanguage;

typedef struct
{
  const HnField *field;
  const char    *currency; /* of an amount: its code */
  HnLanguage     language; /* of choices, yes and no, and countries */
} HnPrinting;

char *hn_value_print (const HnPrinting *printing,
                      GVariant         *value);

G_END_DECLS
