/* The members of an organization and of all below it, in the order of a list: who they are, not their names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

/* What a connection that reads a list holds of the file, in SQLite's words: what is passed through once is not needed
 * twice, and a long list costs no more memory than a short one. */
#define HN_MEMBER_CACHE (-2048)

/* The members of one organization. */
typedef struct
{
  gint64 organization;
  char  *name;  /* on the list's day */
  guint  first; /* where its members begin among all */
  guint  n_members;
} HnMemberGroup;

/* Eight bytes a member are all that is kept of them. */
typedef struct
{
  char      *name;      /* of the organization that was asked for, or NULL */
  GPtrArray *groups;    /* of HnMemberGroup, those without members left out */
  gint64    *ids;       /* of memberships */
  guint      n_members;
  guint      n_persons; /* each once, however many organizations it is in */
  guint      n_women;   /* of those */
} HnMemberList;

HnMemberList *hn_member_list_load (const HnFormContext  *context,
                                   GError              **error);
void          hn_member_list_free (HnMemberList         *self);
gint64        hn_member_list_set_cache
                                  (HnRegister           *reg,
                                   gint64                size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnMemberList, hn_member_list_free)

G_END_DECLS
