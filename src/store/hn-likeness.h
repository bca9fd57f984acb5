/* What makes two records of a kind look like the same thing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

typedef enum
{
  HN_LIKE_NOT,
  HN_LIKE_NEARLY, /* but for words that many are called by */
  HN_LIKE_EQUAL,
} HnLike;

typedef struct
{
  const HnField *field;
  gboolean       title; /* only together with the other fields of the title */
} HnTrait;

GArray *hn_likeness_traits  (const HnRecord *record);
HnLike  hn_likeness_compare (const HnTrait  *trait,
                             const HnRecord *a,
                             const HnRecord *b);
gboolean
        hn_likeness_dates   (const HnRecord *a,
                             const HnRecord *b);
GStrv   hn_likeness_needles (const HnTrait  *trait,
                             const HnRecord *record,
                             gboolean       *lines);

G_END_DECLS
