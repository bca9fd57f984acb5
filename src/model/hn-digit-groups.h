/* Points between thousands, put in while a number is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_digit_groups (const char *before,
                       const char *text,
                       int        *cursor);

G_END_DECLS
