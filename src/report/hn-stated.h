/* Figures that documents state, which stand beside those that the register counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;    /* of the record */
  gint64   id;
  gint64   number;     /* / 10^decimals */
  guint    decimals;
  char    *unit;
  char    *qualifier;  /* hơn, gần, khoảng; NULL is exactly */
  char    *source;
  char    *as_of;      /* printed; NULL of a figure over a time */
  gboolean may_stand;  /* of this very period: it may take the place of a count that nobody made */
} HnStated;

GPtrArray *hn_stated_find       (HnRegister      *reg,
                                 const HnPeriod  *period,
                                 const char      *indicator,
                                 GError         **error);
char      *hn_stated_print      (const HnStated  *stated,
                                 const char      *unit);
char      *hn_stated_source     (const HnStated  *stated);
gboolean   hn_stated_in_unit    (const HnStated  *stated,
                                 const char      *unit,
                                 guint            decimals,
                                 gint64          *number);
gboolean   hn_stated_is_within  (const HnPeriod  *period,
                                 HnDate           from,
                                 HnDate           to);
char      *hn_qualifier_word    (const char      *qualifier);

G_END_DECLS
