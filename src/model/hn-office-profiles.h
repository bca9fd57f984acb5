/* The office's profiles in the order of time: what it was called, where, and who signed, from which day to which. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"
#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  HnRecord *record;
  HnDate    from;     /* full, or unset: always */
  HnDate    to;       /* the day before the next one, or unset: until now */
  gboolean  in_force; /* what a report of today would be headed with */
} HnOfficeProfile;

GPtrArray *hn_office_profiles_list        (HnRegister           *reg,
                                           HnDate                today,
                                           GError              **error);
HnRecord  *hn_office_profiles_begin_next  (GPtrArray            *profiles,
                                           HnDate                today);
void       hn_office_profiles_load_async  (HnStore              *store,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *hn_office_profiles_load_finish (HnStore              *store,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
