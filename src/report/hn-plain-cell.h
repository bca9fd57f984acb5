/* What a field of a record is to a spreadsheet: a number, a day, or text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

typedef enum
{
  HN_PLAIN_EMPTY,
  HN_PLAIN_TEXT,
  HN_PLAIN_NUMBER,
  HN_PLAIN_PERCENT, /* the number is a part of one: 0,542 */
  HN_PLAIN_DATE,    /* a full day */
} HnPlainType;

typedef struct
{
  HnPlainType type;
  char       *text;     /* of a text, as printed */
  gint64      number;   /* scaled by ten to the power of decimals */
  guint       decimals; /* without zeros at the end, but in amounts and per cents */
  const char *currency; /* of an amount, the record's */
  HnDate      date;
} HnPlainCell;

void     hn_plain_cell_init   (HnPlainCell    *cell,
                               const HnRecord *record,
                               const HnField  *field);
void     hn_plain_cell_clear  (HnPlainCell    *cell);
double   hn_plain_cell_double (const HnPlainCell *cell);
int      hn_plain_cell_serial (const HnPlainCell *cell);
gboolean hn_plain_is_formula  (const char     *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnPlainCell, hn_plain_cell_clear)

G_END_DECLS
