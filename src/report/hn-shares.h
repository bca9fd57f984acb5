/* Shares of a whole that add up to it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hn_shares_divide (const gint64 *numbers,
                       guint         n_numbers,
                       gint64        whole,
                       gint64       *shares);

G_END_DECLS
