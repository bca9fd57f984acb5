/* The money of one aid project: what was committed and what has been paid, never across currencies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

/* US dollars; unknown is not nothing. */
typedef struct
{
  gboolean known;
  gint64   cents;
} HnAidSum;

typedef struct
{
  gboolean has_amount; /* committed, in its own currency */
  gint64   amount;
  char     currency[4];
  gboolean has_dong;   /* converted by the project's own rate */
  gint64   dong;
  HnAidSum committed;
  HnAidSum in_period;
  HnAidSum so_far;     /* up to the period's last day */
  HnAidSum left;       /* committed less so_far, where both are in US dollars */
  gboolean mixed;      /* something was paid in another currency */
} HnAidMoney;

/* What is said under the table. */
typedef struct
{
  guint without_amount;
  guint without_usd;
  guint without_rate;
  guint other_disbursements;
} HnAidCounts;

gboolean hn_aid_money_commit   (HnAidMoney           *self,
                                HnRows               *rows,
                                int                   column,
                                HnAidCounts          *counts,
                                GError              **error);
gboolean hn_aid_money_disburse (HnAidMoney           *self,
                                const HnFormContext  *context,
                                gint64                project,
                                GPtrArray            *payments,
                                HnAidCounts          *counts,
                                GError              **error);
gboolean hn_aid_money_finish   (HnAidMoney           *self,
                                GError              **error);
char    *hn_aid_money_print    (const HnAidMoney     *self);

G_END_DECLS
