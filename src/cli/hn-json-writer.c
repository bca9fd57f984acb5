/* JSON (RFC 8259), indented, with text as UTF-8. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-json-writer.h"

static void
new_line (HnJsonWriter *json)
{
  hn_output_printf (json->output, "\n%*s", (int) (2 * json->depth), "");
}

/* What stands before any value: its comma and place, unless its name stands there already. */
static void
begin_value (HnJsonWriter *json)
{
  if (!json->named && json->depth > 0)
    {
      if (json->inside)
        hn_output_text (json->output, ",");
      new_line (json);
    }

  json->named = FALSE;
  json->inside = TRUE;
}

static void
write_quoted (HnJsonWriter *json,
              const char   *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (const char *at = valid; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (quoted, "\\%c", *at);
      else if (*at == '\n')
        g_string_append (quoted, "\\n");
      else if ((guchar) *at < 0x20 || *at == 0x7f)
        g_string_append_printf (quoted, "\\u%04x", (guint) (guchar) *at);
      else
        g_string_append_c (quoted, *at);
    }

  g_string_append_c (quoted, '"');
  hn_output_text (json->output, quoted->str);
}

/**
 * hn_json_begin:
 * @bracket: '[' or '{'
 */
void
hn_json_begin (HnJsonWriter *json,
               char          bracket)
{
  begin_value (json);
  hn_output_printf (json->output, "%c", bracket);
  json->depth++;
  json->inside = FALSE;
}

/**
 * hn_json_end:
 * @bracket: ']' or '}'
 */
void
hn_json_end (HnJsonWriter *json,
             char          bracket)
{
  g_assert (json->depth > 0);

  json->depth--;
  if (json->inside)
    new_line (json);
  hn_output_printf (json->output, "%c", bracket);
  json->inside = TRUE;
  if (json->depth == 0)
    hn_output_text (json->output, "\n");
}

/**
 * hn_json_name:
 * @name: of the member of an object whose value is written next
 */
void
hn_json_name (HnJsonWriter *json,
              const char   *name)
{
  begin_value (json);
  write_quoted (json, name);
  hn_output_text (json->output, ": ");
  json->named = TRUE;
}

/**
 * hn_json_string:
 * @text: (nullable): %NULL is written as null
 */
void
hn_json_string (HnJsonWriter *json,
                const char   *text)
{
  begin_value (json);
  if (text != NULL)
    write_quoted (json, text);
  else
    hn_output_text (json->output, "null");
}

/**
 * hn_json_number:
 * @number: digits with a decimal point, such as 1234.5
 */
void
hn_json_number (HnJsonWriter *json,
                const char   *number)
{
  begin_value (json);
  hn_output_text (json->output, number);
}

/**
 * hn_json_integer:
 *
 * Writes all 64 bits: json-glib would make a double of the number.
 */
void
hn_json_integer (HnJsonWriter *json,
                 gint64        number)
{
  begin_value (json);
  hn_output_printf (json->output, "%" G_GINT64_FORMAT, number);
}

/**
 * hn_json_boolean:
 *
 * Writes `true` or `false`, as the next value of a list or of the member that was named.
 */
void
hn_json_boolean (HnJsonWriter *json,
                 gboolean      value)
{
  begin_value (json);
  hn_output_text (json->output, value ? "true" : "false");
}

/**
 * hn_json_member:
 * @name: of a member of the object that is being written
 * @text: (nullable): its value; %NULL is null
 */
void
hn_json_member (HnJsonWriter *json,
                const char   *name,
                const char   *text)
{
  hn_json_name (json, name);
  hn_json_string (json, text);
}

/**
 * hn_json_member_integer:
 * @name: of a member of the object that is being written
 * @number: its value
 */
void
hn_json_member_integer (HnJsonWriter *json,
                        const char   *name,
                        gint64        number)
{
  hn_json_name (json, name);
  hn_json_integer (json, number);
}
