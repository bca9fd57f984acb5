/* What several forms write alike: papers, spans of days, amounts in millions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

/* Amounts in đồng stand in columns of millions with this many decimals, so that sums are exact. */
#define HN_MILLION_DECIMALS 6

/* How many of them are shown at most; a sum is of the amounts as they are, not as they are shown. */
#define HN_SHOWN_DECIMALS 3

void hn_form_set_paper   (HnReportRow *row,
                          guint        column,
                          const char  *number,
                          const char  *date);
void hn_form_set_span    (HnReportRow *row,
                          guint        column,
                          const char  *from,
                          const char  *to);
void hn_form_set_days    (HnReportRow *row,
                          guint        column,
                          const char  *from,
                          const char  *to);
void hn_form_set_million (HnReportRow *row,
                          guint        column,
                          HnRows      *rows,
                          int          source);
void hn_form_set_words   (const HnFormContext *context,
                          HnReportForm *form,
                          guint         column);
void hn_form_add_rounding_note
                         (HnReportForm *form);

G_END_DECLS
