/* What a person or the office has settled: appearance, language, reminders, profiles, rules, spelling. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_PREFERENCES (hn_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HnPreferences, hn_preferences, HN, PREFERENCES, AdwPreferencesDialog)

AdwDialog *hn_preferences_new               (HnContext     *context);
void       hn_preferences_begin_at_language (HnPreferences *self);

G_END_DECLS
