/* What the typed words may mean, below the field in which they stand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-completion.h"

G_BEGIN_DECLS

#define HN_TYPE_SUGGESTIONS (hn_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (HnSuggestions, hn_suggestions, HN, SUGGESTIONS, GtkPopover)

GtkWidget         *hn_suggestions_new          (void);
void               hn_suggestions_show         (HnSuggestions *self,
                                                GPtrArray     *candidates,
                                                gboolean       select_first);
gboolean           hn_suggestions_move         (HnSuggestions *self,
                                                int            rows);
const HnCandidate *hn_suggestions_get_selected (HnSuggestions *self);

G_END_DECLS
