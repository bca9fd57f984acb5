/* How far a long work is: told by the thread that does it, shown by the one that waits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HN_TYPE_GAUGE (hn_gauge_get_type ())
G_DECLARE_FINAL_TYPE (HnGauge, hn_gauge, HN, GAUGE, GObject)

HnGauge *hn_gauge_new          (void);
double   hn_gauge_get_progress (HnGauge  *self);
void     hn_gauge_tell         (double    done,
                                gpointer  gauge);

G_END_DECLS
