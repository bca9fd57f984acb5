/* A row of the preferences that stands for a record and leads to its form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-record.h"

G_BEGIN_DECLS

GtkWidget *hn_record_row_new (HnContext      *context,
                              const HnRecord *record,
                              const char     *title,
                              const char     *subtitle,
                              const char     *mark);

G_END_DECLS
