/* Which list of each tab was seen last, kept in the settings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-kind.h"

G_BEGIN_DECLS

const HnKind *hn_shown_lists_latest   (GSettings    *settings);
const HnKind *hn_shown_lists_get      (GSettings    *settings,
                                       HnTab         tab);
void          hn_shown_lists_remember (GSettings    *settings,
                                       const HnKind *kind);

G_END_DECLS
