/* Members of JSON objects, each with its name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "hn-date.h"

G_BEGIN_DECLS

void hn_json_add_string  (JsonBuilder *json,
                          const char  *name,
                          const char  *value);
void hn_json_add_integer (JsonBuilder *json,
                          const char  *name,
                          gint64       value);
void hn_json_add_date    (JsonBuilder *json,
                          const char  *name,
                          HnDate       date);

G_END_DECLS
