/* A line of the guide as Pango shows it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-help-book.h"

G_BEGIN_DECLS

char     *hn_help_markup           (HnHelpBook      *book,
                                    const GPtrArray *spans);
char     *hn_help_markup_text      (HnHelpBook      *book,
                                    const GPtrArray *spans);
gboolean  hn_help_markup_has_links (const GPtrArray *spans);
gboolean  hn_help_markup_is_keys   (const GPtrArray *spans);

G_END_DECLS
