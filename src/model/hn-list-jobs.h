/* What a list of records asks of a reading thread: its ids in order, and the sums at its foot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"

G_BEGIN_DECLS

/* The amounts of one field in one currency. */
typedef struct
{
  const HnField *field;
  char          *currency; /* ISO 4217 */
  gint64         amount;   /* in the currency's smallest unit */
} HnSum;


/* Which list. */
typedef struct
{
  const HnKind *kind;
  char         *search;
  char        **where;
  char         *sort;
} HnListRequest;

/* The whole answer. */
typedef struct
{
  GArray *ids;   /* of gint64, in order */
  guint   total; /* records of the kind, found or not */
} HnListAnswer;

HnListRequest *hn_list_request_new   (const HnKind       *kind,
                                      const char         *search,
                                      const char *const  *where,
                                      const char         *sort);
void           hn_list_request_free  (HnListRequest      *request);
void           hn_list_answer_free   (HnListAnswer       *answer);

gpointer       hn_list_job           (HnRegister         *reg,
                                      gpointer            request,
                                      GCancellable       *cancellable,
                                      GError            **error);

GArray        *hn_list_first_ids     (HnRegister         *reg,
                                      const HnKind       *kind,
                                      const char         *sort,
                                      GError            **error);

/* Which records to add up. */
typedef struct
{
  const HnKind *kind;
  GArray       *ids; /* NULL: all of them */
} HnSumRequest;

gboolean       hn_kind_has_sums      (const HnKind  *kind);
HnSumRequest  *hn_sum_request_new    (const HnKind  *kind,
                                      GArray        *ids);
void           hn_sum_request_free   (HnSumRequest  *request);
gpointer       hn_sum_job            (HnRegister    *reg,
                                      gpointer       request,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnListAnswer, hn_list_answer_free)

G_END_DECLS
