/* Which reports are expected in a year, and what has become of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period.h"
#include "hn-register.h"

G_BEGIN_DECLS

typedef enum
{
  HN_DUE_LATE,     /* its day is over */
  HN_DUE_OPEN,     /* its day is to come */
  HN_DUE_SENT,
  HN_DUE_SENT_LATE,
} HnDueState;

/* A report that the rules ask for by a day, or one that was sent though none asks for it. */
typedef struct
{
  HnPeriod   *period;
  HnDate      due;        /* unset: nothing asks for it */
  HnDueState  state;
  int         days;       /* to the day, or over it */
  gint64      submission; /* what was sent, or 0 */
  char       *forms;      /* of it, and the rest, or NULL */
  HnDate      sent_on;
  char       *sent_to;
  char       *number;
} HnDue;

GPtrArray *hn_periods_of_year (HnPeriodRules  *rules,
                               int             year);
GPtrArray *hn_due_list        (HnRegister     *reg,
                               int             year,
                               HnDate          today,
                               GError        **error);
gboolean   hn_due_is_by       (const HnDue    *due,
                               const char     *rules);

G_END_DECLS
