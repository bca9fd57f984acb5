/* What a list of a kind can be filtered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

typedef enum
{
  HN_SLOT_PERIOD,  /* a date within */
  HN_SLOT_TREE,    /* a place in a tree and all below it: an area, an association with its branches */
  HN_SLOT_COUNTRY, /* one of several */
  HN_SLOT_CHOICE,  /* one of several */
  HN_SLOT_ANSWER,  /* yes or no */
  HN_SLOT_RECORD,  /* one of several */
  HN_SLOT_LINKED,  /* records of another kind that refer to it, or none */
} HnSlotType;

typedef struct
{
  const HnKind  *kind;   /* of the list */
  HnSlotType   type;
  const HnField *field;  /* NULL where linked is set */
  const HnKind  *linked; /* whose records refer to those of the list */
  gboolean       first;  /* stands beside the search; the others are added when wanted */
} HnFilterSlot;

GPtrArray  *hn_filter_slots          (const HnKind       *kind);
const char *hn_filter_slot_get_label (const HnFilterSlot *slot);
char       *hn_filter_slot_get_id    (const HnFilterSlot *slot);

G_END_DECLS
