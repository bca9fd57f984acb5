/* A page of the guide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-help-book.h"

G_BEGIN_DECLS

#define HN_TYPE_HELP_LEAF (hn_help_leaf_get_type ())
G_DECLARE_FINAL_TYPE (HnHelpLeaf, hn_help_leaf, HN, HELP_LEAF, AdwNavigationPage)

AdwNavigationPage *hn_help_leaf_new          (HnHelpBook       *book,
                                              const HnHelpPage *page,
                                              const char       *section);
const HnHelpPage  *hn_help_leaf_get_page     (HnHelpLeaf       *self);
void               hn_help_leaf_show_section (HnHelpLeaf       *self,
                                              const char       *section);

G_END_DECLS
