/* The deleting of a record, and the question about what points to it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-record.h"

G_BEGIN_DECLS

void     hn_delete_async  (GtkWidget            *parent,
                           HnContext            *context,
                           const HnRecord       *record,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);
gboolean hn_delete_finish (GtkWidget            *parent,
                           GAsyncResult         *result,
                           gint64               *change,
                           GError              **error);

G_END_DECLS
