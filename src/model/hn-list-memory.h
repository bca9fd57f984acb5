/* How a person likes the lists: columns with their order and widths, and what they are sorted by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-kind.h"

G_BEGIN_DECLS

typedef struct
{
  const HnField *field;
  int            width; /* in pixels; 0 is as wide as the first rows need */
} HnListColumn;

typedef struct
{
  GArray *columns; /* of HnListColumn, those that are shown, in order */
  char   *sort;    /* as a list query takes it; NULL is the kind's own order */
} HnListLayout;

HnListLayout *hn_list_layout_new   (const HnKind       *kind);
void          hn_list_layout_free  (HnListLayout       *self);

GPtrArray    *hn_list_fields       (const HnKind       *kind);
GPtrArray    *hn_list_first_fields (const HnKind       *kind);

HnListLayout *hn_list_memory_read  (GSettings          *settings,
                                    const HnKind       *kind);
void          hn_list_memory_write (GSettings          *settings,
                                    const HnKind       *kind,
                                    const HnListLayout *layout);
void          hn_list_memory_clear (GSettings          *settings,
                                    const HnKind       *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnListLayout, hn_list_layout_free)

G_END_DECLS
