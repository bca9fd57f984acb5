/* What a person is reminded of on a day: reports and follow-ups that are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* So many working days before its day a report is spoken of. */
#define HN_REMINDER_DAYS 5

typedef enum
{
  HN_REMINDER_REPORTS,
  HN_REMINDER_FOLLOW_UPS,
} HnReminderSubject;

/* One subject, whether it is one report or ten. */
typedef struct
{
  HnReminderSubject subject;
  guint             n;      /* how many are due */
  char             *title;
  char             *body;   /* the most pressing of them, one a line */
  gint64            record; /* of follow-ups, the contact that is due longest, else 0 */
} HnReminder;

const char *hn_reminder_subject_name (HnReminderSubject     subject);
GPtrArray  *hn_reminders_list        (HnRegister           *reg,
                                      const char           *rules,
                                      HnDate                today,
                                      GError              **error);
void        hn_reminders_load_async  (HnStore              *store,
                                      const char           *rules,
                                      HnDate                today,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray  *hn_reminders_load_finish (HnStore              *store,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
