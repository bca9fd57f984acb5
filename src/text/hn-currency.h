/* Currencies by their ISO 4217 code, and amounts in their smallest unit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hn_currency_is_known (const char *code);
guint    hn_currency_decimals (const char *code);
char    *hn_money_print       (gint64      amount,
                               const char *code);
gboolean hn_money_to_vnd      (gint64      amount,
                               const char *code,
                               gint64      rate,
                               gint64     *vnd);

G_END_DECLS
