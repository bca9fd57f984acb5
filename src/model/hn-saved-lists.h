/* Filters of a list that were kept under a name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  id;
  char   *name;
  char  **where;  /* conditions, as HnListing takes them */
  char   *search; /* or NULL */
  char   *sort;   /* or NULL */
} HnSavedList;

void         hn_saved_list_free   (HnSavedList        *self);
HnRecord    *hn_saved_list_record (const HnKind       *kind,
                                   const char         *name,
                                   const char *const  *where,
                                   const char         *search,
                                   const char         *sort);
gboolean     hn_saved_list_is     (const HnSavedList  *self,
                                   const char *const  *where,
                                   const char         *search,
                                   const char         *sort);
GPtrArray   *hn_saved_lists_read  (HnRegister         *reg,
                                   const HnKind       *kind,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSavedList, hn_saved_list_free)

G_END_DECLS
