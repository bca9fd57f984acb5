/* One way to filter a list: a button that says what is chosen and opens the choice, and one that takes it off. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-filter.h"

G_BEGIN_DECLS

#define HN_TYPE_FILTER_CHIP (hn_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterChip, hn_filter_chip, HN, FILTER_CHIP, AdwBin)

GtkWidget          *hn_filter_chip_new      (HnContext          *context,
                                             const HnFilterSlot *slot);
const HnFilterSlot *hn_filter_chip_get_slot (HnFilterChip       *self);
const char         *hn_filter_chip_get_text (HnFilterChip       *self);
void                hn_filter_chip_show     (HnFilterChip       *self,
                                             const HnKind       *kind,
                                             const HnFilterTerm *term);
void                hn_filter_chip_open     (HnFilterChip       *self);
gboolean            hn_filter_chip_is_open  (HnFilterChip       *self);

G_END_DECLS
