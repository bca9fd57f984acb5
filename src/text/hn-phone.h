/* Phone numbers brought into one form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_phone_digits   (const char *phone);
char *hn_phone_domestic (const char *typed);
char *hn_phone_part     (const char *typed);

G_END_DECLS
