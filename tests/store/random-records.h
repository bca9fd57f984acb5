/* People, memberships and donations at random: the same ones for the same seed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

#define DRAW(table) (random_draw ((table), G_N_ELEMENTS (table)))

const char *random_draw           (const char *const *from,
                                   guint              n);
gboolean    random_toss           (void);
gint64      random_id             (HnRegister        *reg,
                                   const char        *kind);
gint64      random_person_add     (HnRegister        *reg);
void        random_membership_add (HnRegister        *reg);
void        random_donation_add   (HnRegister        *reg);
void        random_change         (HnRegister        *reg);

G_END_DECLS
