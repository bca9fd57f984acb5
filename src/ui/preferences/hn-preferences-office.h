/* The page of the preferences with the office's profiles. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_PREFERENCES_OFFICE (hn_preferences_office_get_type ())
G_DECLARE_FINAL_TYPE (HnPreferencesOffice, hn_preferences_office, HN, PREFERENCES_OFFICE, AdwPreferencesPage)

void hn_preferences_office_set_context (HnPreferencesOffice *self,
                                        HnContext           *context);

G_END_DECLS
