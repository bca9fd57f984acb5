/* Texts that have a form: each check says how it is written if a text is not written so. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

const char *hn_format_check_day_month    (const char    *text);
const char *hn_format_check_country_code (const char    *text);

const char *hn_field_check_format        (const HnField *field,
                                          const char    *text);

G_END_DECLS
