/* The page of the preferences with the rules that cut the periods of reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_PREFERENCES_REPORTS (hn_preferences_reports_get_type ())
G_DECLARE_FINAL_TYPE (HnPreferencesReports, hn_preferences_reports, HN, PREFERENCES_REPORTS, AdwPreferencesPage)

void hn_preferences_reports_set_context (HnPreferencesReports *self,
                                         HnContext            *context);

G_END_DECLS
