/* The currency of an amount, beside it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-edit.h"

G_BEGIN_DECLS

#define HN_TYPE_CURRENCY_PICKER (hn_currency_picker_get_type ())
G_DECLARE_FINAL_TYPE (HnCurrencyPicker, hn_currency_picker, HN, CURRENCY_PICKER, AdwBin)

GtkWidget *hn_currency_picker_new    (HnEdit           *edit,
                                      const HnField    *field);
void       hn_currency_picker_update (HnCurrencyPicker *self);

G_END_DECLS
