/* All rows of a kind in memory, in step with the register: what its lists are answered from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-order.h"
#include "hn-roster-base.h"

G_BEGIN_DECLS

typedef struct _HnRoster HnRoster;

/* What a list asks of a roster. */
typedef struct
{
  const char *search;     /* as typed, or NULL */
  const char *conditions; /* names the conditions, or NULL where there are none */
  GArray     *matching;   /* of gint64, rising: the records that meet them; NULL where the roster knows them */
  HnSorting   sorting;
  gint64      limit;      /* 0 is all */
} HnRosterQuestion;

HnRoster *hn_roster_new              (HnRosterBase            *base,
                                      gint64                   number,
                                      gint64                   data_version);
void      hn_roster_free             (HnRoster                *self);
gboolean  hn_roster_add_sequence     (HnRoster                *self,
                                      const HnRosterBase      *base,
                                      const HnField           *field,
                                      HnSequence              *sequence);
gboolean  hn_roster_is_worn          (HnRoster                *self);
gboolean  hn_roster_follow           (HnRoster                *self,
                                      HnRegister              *reg,
                                      GError                 **error);
gboolean  hn_roster_knows_conditions (HnRoster                *self,
                                      const char              *conditions);
GArray   *hn_roster_list             (HnRoster                *self,
                                      HnRegister              *reg,
                                      const HnRosterQuestion  *question,
                                      GCancellable            *cancellable,
                                      GError                 **error);
gint64    hn_roster_count            (HnRoster                *self,
                                      HnRegister              *reg,
                                      const HnRosterQuestion  *question,
                                      GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnRoster, hn_roster_free)

G_END_DECLS
