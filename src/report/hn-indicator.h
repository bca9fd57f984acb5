/* The rows of form M03: what each counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

typedef enum
{
  HN_INDICATOR_SECTION, /* a Roman head */
  HN_INDICATOR_COUNT,   /* the sum of whole numbers */
  HN_INDICATOR_VND,     /* money in triệu đồng, other currencies by their own rate */
  HN_INDICATOR_USD,     /* money in USD, other currencies not counted */
  HN_INDICATOR_MILLION_USD,
} HnIndicatorType;

typedef struct
{
  const char     *code;
  const char     *name;
  const char     *unit;
  HnIndicatorType type;
  const char     *table; /* where anything is recorded in it, none is a true zero; else, or if NULL, nothing is known */
  const char     *sql;   /* id, amount or NULL where it is unknown, and for money currency and rate */
  const char     *kind;  /* of the records, where it is not the table; "" where the answer's third column says it */
} HnIndicator;

/* What an indicator comes to over a period. */
typedef struct
{
  gboolean known;
  gboolean is_stated;   /* no record carries the figure: it is that of a document */
  gint64   number;      /* / 10^decimals in the indicator's unit */
  guint    decimals;
  guint    unknown;     /* records that should carry a figure and do not */
  guint    other_money; /* records in a currency that could not be counted */
} HnMeasure;

const HnIndicator *hn_indicator_list    (guint             *n_indicators);
gboolean           hn_indicator_measure (const HnIndicator *indicator,
                                         HnRegister        *reg,
                                         const HnPeriod    *period,
                                         HnReportRow       *row,
                                         guint              column,
                                         const HnMeasure   *whole,
                                         HnMeasure         *measure,
                                         GError           **error);

G_END_DECLS
