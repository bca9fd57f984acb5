/* Records as JSON and as cells of comma separated text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-json-writer.h"
#include "hn-register.h"

G_BEGIN_DECLS

void  hn_json_record_members (HnJsonWriter   *json,
                              HnRegister     *reg,
                              const HnRecord *record);
char *hn_record_plain        (const HnRecord *record,
                              const HnField  *field);
char *hn_record_plain_title  (const HnRecord *record,
                              const HnField  *field);

G_END_DECLS
