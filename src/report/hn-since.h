/* What became of records since a moment, all changes of a record taken together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct
{
  const HnKind *kind;
  gint64        id;
  gboolean      added;   /* was not there at the moment */
  gboolean      exists;  /* is there now */
  char         *title;
  GPtrArray    *fields;  /* of HnFieldChange: then and now, only what differs */
} HnSince;

GHashTable    *hn_since_load       (HnRegister     *reg,
                                    gint64          change,
                                    GCancellable   *cancellable,
                                    GError        **error);
HnFieldChange *hn_since_copy_field (const HnFieldChange *field);
void           hn_since_free_field (HnFieldChange  *field);

G_END_DECLS
