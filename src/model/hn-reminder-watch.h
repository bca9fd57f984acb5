/* Reminds of what is due in a register while the program runs, where the person has asked for it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"

G_BEGIN_DECLS

#define HN_TYPE_REMINDER_WATCH (hn_reminder_watch_get_type ())
G_DECLARE_FINAL_TYPE (HnReminderWatch, hn_reminder_watch, HN, REMINDER_WATCH, GObject)

HnReminderWatch *hn_reminder_watch_new       (GApplication    *application,
                                              GSettings       *settings,
                                              HnStore         *store);
void             hn_reminder_watch_check_day (HnReminderWatch *self);

G_END_DECLS
