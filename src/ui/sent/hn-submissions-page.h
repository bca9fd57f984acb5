/* What is due, late and sent in a year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_SUBMISSIONS_PAGE (hn_submissions_page_get_type ())
G_DECLARE_FINAL_TYPE (HnSubmissionsPage, hn_submissions_page, HN, SUBMISSIONS_PAGE, AdwNavigationPage)

AdwNavigationPage *hn_submissions_page_new (HnContext *context);

G_END_DECLS
