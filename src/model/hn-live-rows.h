/* The few rows of a list that somebody holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-id-splice.h"
#include "hn-list-row-private.h"
#include "hn-register.h"

G_BEGIN_DECLS

typedef struct _HnLiveRows HnLiveRows;

HnLiveRows *hn_live_rows_new         (GObject           *source,
                                      HnListRowFetch     fetch);
void        hn_live_rows_free        (HnLiveRows        *self);
HnListRow  *hn_live_rows_get         (HnLiveRows        *self,
                                      guint              position,
                                      gint64             id);
GPtrArray  *hn_live_rows_list        (HnLiveRows        *self);
void        hn_live_rows_forget_from (HnLiveRows        *self,
                                      guint              position);
void        hn_live_rows_splice      (HnLiveRows        *self,
                                      const HnIdSplice  *splice);
gboolean    hn_live_rows_read        (GPtrArray         *rows,
                                      HnRegister        *reg,
                                      const HnKind      *kind,
                                      GArray            *ids,
                                      GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnLiveRows, hn_live_rows_free)

G_END_DECLS
