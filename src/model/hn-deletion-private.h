/* Records that are to be deleted together, seen by the files that make it up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-deletion.h"

G_BEGIN_DECLS

/* Between two looks at whether it is still wanted. */
#define HN_DELETION_PIECE 100

struct _HnDeletion
{
  const HnKind *kind; /* as stored */
  GArray       *ids;
};

/* --- hn-deletion-dependents.c */
GPtrArray *hn_deletion_list_dependents (const HnDeletion  *self,
                                        HnRegister        *reg,
                                        HnProgress         progress,
                                        gpointer           progress_data,
                                        GCancellable      *cancellable,
                                        GError           **error);

G_END_DECLS
