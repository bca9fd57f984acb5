/* What a new register begins with: areas and countries. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

gint64   hn_seed_id        (const char  *first,
                            ...) G_GNUC_NULL_TERMINATED;
gboolean hn_seed_areas     (HnRegister  *reg,
                            GError     **error);
gboolean hn_seed_countries (HnRegister  *reg,
                            GError     **error);

/* --- hn-seed-anniversaries.c */
gboolean hn_seed_anniversaries
                           (HnRegister  *reg,
                            GError     **error);

G_END_DECLS
