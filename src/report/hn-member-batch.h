/* Some members as they are read together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-member-rows.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  person;
  guint32 words; /* where its words begin among the batch's: all of them behind one another, "" for none */
} HnBatchMember;

typedef struct
{
  HnRegister    *reg;       /* borrowed */
  const gint64  *ids;       /* of memberships, borrowed */
  guint          first;     /* the index of its first member among all */
  guint          n_members;
  const char    *day;
  GCancellable  *cancellable; /* of whoever asked, or NULL */
  GCancellable  *stop;      /* set when nobody wants it any more */
  HnBatchMember *members;
  GString       *words;
  GError        *error;     /* why it could not be read */
} HnMemberBatch;

HnMemberBatch *hn_member_batch_new  (HnRegister          *reg,
                                     const gint64        *ids,
                                     guint                first,
                                     guint                n_members,
                                     const char          *day,
                                     GCancellable        *cancellable);
void           hn_member_batch_free (HnMemberBatch       *self);
void           hn_member_batch_read (HnMemberBatch       *self);
void           hn_member_batch_get  (const HnMemberBatch *self,
                                     guint                member,
                                     const char         **texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnMemberBatch, hn_member_batch_free)

G_END_DECLS
