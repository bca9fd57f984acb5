/* What was changed: in one record, or in the whole register, newest first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-kind.h"

G_BEGIN_DECLS

#define HN_TYPE_HISTORY_PAGE (hn_history_page_get_type ())
G_DECLARE_FINAL_TYPE (HnHistoryPage, hn_history_page, HN, HISTORY_PAGE, AdwNavigationPage)

AdwNavigationPage *hn_history_page_new (HnContext    *context,
                                        const HnKind *kind,
                                        gint64        id);

G_END_DECLS
