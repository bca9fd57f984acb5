/* Delegations of a period, one direction at a time: what forms M05 and M06 have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

/* The columns of the answer. */
enum
{
  HN_DELEGATION_ID,
  HN_DELEGATION_TITLE,
  HN_DELEGATION_HEAD,
  HN_DELEGATION_SIZE,
  HN_DELEGATION_CODE,    /* of the country */
  HN_DELEGATION_COUNTRY, /* its name */
  HN_DELEGATION_HOST,
  HN_DELEGATION_PURPOSE,
  HN_DELEGATION_PLACE,
  HN_DELEGATION_FROM,
  HN_DELEGATION_TO,
  HN_DELEGATION_COST_STATE,
  HN_DELEGATION_COST_PARTNER,
  HN_DELEGATION_COST_OTHER,
  HN_DELEGATION_PERMISSION_NUMBER,
  HN_DELEGATION_PERMISSION_DATE,
  HN_DELEGATION_REPORTED,
  HN_DELEGATION_RESULT,
  HN_DELEGATION_NOTE,
};

typedef struct
{
  const char *direction; /* out or in */
  const char *people;    /* what the people are counted as */
  guint       number_column;
  guint       label_column;
  guint       size_column;
  void      (*fill_row) (HnReportRow *row,
                         HnRows      *rows);
} HnDelegationForm;

gboolean hn_delegations_build (const HnFormContext     *context,
                               HnReportForm            *form,
                               const HnDelegationForm  *table,
                               GError                 **error);

G_END_DECLS
