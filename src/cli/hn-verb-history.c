/* undo, redo and history. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-json-writer.h"
#include "hn-table.h"

typedef gboolean (*StepFunc) (HnRegister  *reg,
                              char       **title,
                              GError     **error);

static gboolean
step (const HnArguments  *arguments,
      HnOutput           *output,
      StepFunc            func,
      GError            **error)
{
  g_autoptr (HnRegister) reg = hn_cli_open (arguments, HN_REGISTER_READ_WRITE, error);
  g_autofree char *title = NULL;

  if (reg == NULL || !func (reg, &title, error))
    return FALSE;

  hn_output_printf (output, "%s\n", title != NULL ? title : "");
  return TRUE;
}

gboolean
hn_verb_undo (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  return step (arguments, output, hn_register_undo, error);
}

gboolean
hn_verb_redo (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  return step (arguments, output, hn_register_redo, error);
}

static const char *
type_name (HnChangeType type)
{
  static const char *const names[] = {
    [HN_CHANGE_ADD] = "add", [HN_CHANGE_SET] = "set", [HN_CHANGE_DELETE] = "delete"
  };

  return names[type];
}

static void
write_member (HnJsonWriter *json,
              const char   *name,
              const char   *text)
{
  hn_json_name (json, name);
  hn_json_string (json, text);
}

static void
write_number (HnJsonWriter *json,
              const char   *name,
              gint64        number)
{
  hn_json_name (json, name);
  if (number != 0)
    hn_json_integer (json, number);
  else
    hn_json_string (json, NULL);
}

static void
write_field (HnJsonWriter        *json,
             const HnFieldChange *change)
{
  hn_json_begin (json, '{');
  write_member (json, "field", change->field->name);
  write_member (json, "label", hn_field_get_label (change->field));
  write_member (json, "before", change->before);
  write_member (json, "after", change->after);
  hn_json_end (json, '}');
}

static void
write_record (HnJsonWriter         *json,
              const HnRecordChange *change)
{
  hn_json_begin (json, '{');
  write_member (json, "kind", change->kind != NULL ? change->kind->name : NULL);
  write_number (json, "id", change->id);
  write_member (json, "type", type_name (change->type));
  hn_json_name (json, "fields");
  hn_json_begin (json, '[');
  for (guint i = 0; change->fields != NULL && i < change->fields->len; i++)
    write_field (json, g_ptr_array_index (change->fields, i));
  hn_json_end (json, ']');
  hn_json_end (json, '}');
}

static void
write_change (HnJsonWriter   *json,
              const HnChange *change)
{
  hn_json_begin (json, '{');
  write_number (json, "number", change->number);
  write_member (json, "time", change->at);
  write_member (json, "author", change->author);
  write_member (json, "kind_of_change", change->action);
  write_member (json, "action", change->action);
  hn_json_name (json, "record");
  hn_json_begin (json, '{');
  write_member (json, "kind", change->kind != NULL ? change->kind->name : NULL);
  write_number (json, "id", change->record);
  write_member (json, "title", change->title);
  hn_json_end (json, '}');
  hn_json_name (json, "undone");
  hn_json_boolean (json, change->undone);
  write_number (json, "of", change->of);
  hn_json_name (json, "changes");
  hn_json_begin (json, '[');
  for (guint i = 0; change->records != NULL && i < change->records->len; i++)
    write_record (json, g_ptr_array_index (change->records, i));
  hn_json_end (json, ']');
  hn_json_end (json, '}');
}

static void
print_json (HnOutput  *output,
            GPtrArray *changes)
{
  HnJsonWriter json = { .output = output };

  hn_json_begin (&json, '[');
  for (guint i = 0; i < changes->len; i++)
    write_change (&json, g_ptr_array_index (changes, i));
  hn_json_end (&json, ']');
}

/* The time of day where the person is. */
static char *
local_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup (at);
}

static const char *
action_label (const HnChange *change)
{
  static const struct { const char *action; const char *label; } labels[] = {
    { "add", N_("Added") }, { "set", N_("Changed") }, { "delete", N_("Deleted") },
    { "batch", N_("Several") }, { "undo", N_("Undone") }, { "redo", N_("Redone") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_strcmp0 (labels[i].action, change->action) == 0)
        return _(labels[i].label);
    }

  return change->action;
}

static void
print_table (HnOutput  *output,
             GPtrArray *changes)
{
  g_autoptr (HnTable) table = hn_table_new (6);

  hn_table_align_end (table, 0);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < changes->len; i++)
        {
          const HnChange *change = g_ptr_array_index (changes, i);
          g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, change->number);
          g_autofree char *at = local_time (change->at);
          const char *cells[] = {
            number, at, change->author != NULL ? change->author : "", action_label (change),
            change->kind != NULL ? hn_kind_get_label (change->kind) : "", change->title != NULL ? change->title : "",
          };

          if (pass == 0)
            hn_table_measure (table, cells);
          else
            hn_table_print (table, output, cells);
        }
    }
}

gboolean
hn_verb_history (const HnArguments  *arguments,
                 HnOutput           *output,
                 GError            **error)
{
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const char *format;
  gint64 limit = 0;

  if (!hn_arguments_format (arguments, "table|json", &format, error)
      || !hn_arguments_number (arguments, "limit", &limit, error))
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  if (reg == NULL)
    return FALSE;
  changes = hn_register_history (reg, limit, error);
  if (changes == NULL)
    return FALSE;

  if (g_str_equal (format, "json"))
    print_json (output, changes);
  else
    print_table (output, changes);

  return TRUE;
}
