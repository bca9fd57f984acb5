/* What people write for a currency. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hn_currency_name_find (const char *text);

G_END_DECLS
