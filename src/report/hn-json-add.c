/* Members of JSON objects, each with its name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-json-add.h"

/**
 * hn_json_add_string:
 * @value: (nullable): of the member @name of the object that is being built; %NULL is null
 */
void
hn_json_add_string (JsonBuilder *json,
                    const char  *name,
                    const char  *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

/**
 * hn_json_add_integer:
 * @value: of the member @name of the object that is being built
 */
void
hn_json_add_integer (JsonBuilder *json,
                     const char  *name,
                     gint64       value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

/**
 * hn_json_add_date:
 * @date: written as ISO 8601, as far as it is known
 */
void
hn_json_add_date (JsonBuilder *json,
                  const char  *name,
                  HnDate       date)
{
  g_autofree char *iso = hn_date_to_iso (date);

  hn_json_add_string (json, name, iso);
}
