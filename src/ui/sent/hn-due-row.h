/* One report of a year: what it is of, and what has become of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-due.h"

G_BEGIN_DECLS

GtkWidget *hn_due_row_new (HnContext   *context,
                           const HnDue *due);

G_END_DECLS
