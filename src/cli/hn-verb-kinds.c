/* kinds: what can be kept, and which fields it has. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-json-writer.h"
#include "hn-kind.h"
#include "hn-table.h"

static const char *const tabs[] = {
  [HN_TAB_ASSOCIATIONS] = "associations", [HN_TAB_EVENTS] = "events", [HN_TAB_DONATIONS] = "donations",
  [HN_TAB_DIASPORA] = "diaspora",         [HN_TAB_NONE] = NULL,
};

static const char *
type_name (HnType type)
{
  static const char *const names[] = {
    [HN_TYPE_TEXT] = "text",       [HN_TYPE_NAME] = "name",           [HN_TYPE_NOTE] = "note",
    [HN_TYPE_PHONE] = "phone",     [HN_TYPE_EMAIL] = "email",         [HN_TYPE_INTEGER] = "integer",
    [HN_TYPE_DECIMAL] = "decimal", [HN_TYPE_PERCENT] = "percent",     [HN_TYPE_BOOLEAN] = "boolean",
    [HN_TYPE_DATE] = "date",       [HN_TYPE_CHOICE] = "choice",       [HN_TYPE_MONEY] = "money",
    [HN_TYPE_CURRENCY] = "currency", [HN_TYPE_COUNTRY] = "country",   [HN_TYPE_REFERENCE] = "reference",
    [HN_TYPE_BYTES] = "bytes",
  };

  return names[type];
}

static void
write_labels (HnJsonWriter *json,
              HnLabel       label)
{
  hn_json_name (json, "label");
  hn_json_string (json, label.en);
  hn_json_name (json, "label_vi");
  hn_json_string (json, label.vi);
}

static void
write_choices (HnJsonWriter   *json,
               const HnChoice *choices)
{
  hn_json_name (json, "choices");
  hn_json_begin (json, '[');
  for (; choices->name != NULL; choices++)
    {
      hn_json_begin (json, '{');
      hn_json_name (json, "name");
      hn_json_string (json, choices->name);
      write_labels (json, choices->label);
      hn_json_end (json, '}');
    }
  hn_json_end (json, ']');
}

static void
write_targets (HnJsonWriter  *json,
               const HnField *field)
{
  g_auto (GStrv) targets = hn_field_list_targets (field);

  hn_json_name (json, "targets");
  hn_json_begin (json, '[');
  for (guint i = 0; targets[i] != NULL; i++)
    hn_json_string (json, targets[i]);
  hn_json_end (json, ']');
}

static void
write_flag (HnJsonWriter  *json,
            const HnField *field,
            const char    *name,
            HnFieldFlags   flag)
{
  hn_json_name (json, name);
  hn_json_boolean (json, (field->flags & flag) != 0);
}

static void
write_field (HnJsonWriter  *json,
             const HnField *field)
{
  hn_json_begin (json, '{');
  hn_json_name (json, "name");
  hn_json_string (json, field->name);
  hn_json_name (json, "type");
  hn_json_string (json, type_name (field->type));
  write_labels (json, field->label);
  write_flag (json, field, "required", HN_FIELD_REQUIRED);
  write_flag (json, field, "multiple", HN_FIELD_MULTIPLE);
  write_flag (json, field, "free_text", HN_FIELD_FREE_TEXT);
  write_flag (json, field, "unique", HN_FIELD_UNIQUE);
  write_flag (json, field, "full_date", HN_FIELD_FULL_DATE);
  write_flag (json, field, "sensitive", HN_FIELD_SENSITIVE);
  if (field->choices != NULL)
    write_choices (json, field->choices);
  if (field->type == HN_TYPE_REFERENCE)
    write_targets (json, field);
  if (field->type == HN_TYPE_DECIMAL)
    {
      hn_json_name (json, "decimals");
      hn_json_integer (json, field->decimals);
    }
  if (field->type == HN_TYPE_MONEY)
    {
      hn_json_name (json, "currency");
      hn_json_string (json, field->currency != NULL ? field->currency : "VND");
    }
  hn_json_name (json, "when");
  hn_json_string (json, field->when);
  hn_json_name (json, "initial");
  hn_json_string (json, field->initial);
  hn_json_end (json, '}');
}

static void
write_kind (HnJsonWriter *json,
            const HnKind *kind)
{
  hn_json_begin (json, '{');
  hn_json_name (json, "name");
  hn_json_string (json, kind->name);
  write_labels (json, kind->label);
  hn_json_name (json, "tab");
  hn_json_string (json, tabs[kind->tab]);
  hn_json_name (json, "view_of");
  hn_json_string (json, kind->base);
  hn_json_name (json, "fields");
  hn_json_begin (json, '[');
  for (guint i = 0; i < kind->n_fields; i++)
    write_field (json, &kind->fields[i]);
  hn_json_end (json, ']');
  hn_json_end (json, '}');
}

static void
print_json (HnOutput *output)
{
  HnJsonWriter json = { .output = output };
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  hn_json_begin (&json, '[');
  for (guint i = 0; i < n_kinds; i++)
    write_kind (&json, kinds[i]);
  hn_json_end (&json, ']');
}

/* What may be written for a field: the choices by name, the kinds that it points to. */
static char *
describe_values (const HnField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const HnChoice *choice = field->choices; choice != NULL && choice->name != NULL; choice++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", choice->name);
  if (field->targets != NULL)
    g_string_append (text, field->targets);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
print_fields (HnOutput     *output,
              const HnKind *kind)
{
  g_autoptr (HnTable) table = hn_table_new (4);

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < kind->n_fields; i++)
        {
          const HnField *field = &kind->fields[i];
          g_autofree char *name = g_strconcat ("  ", field->name, (field->flags & HN_FIELD_REQUIRED) ? " *" : "", NULL);
          g_autofree char *type =
            g_strconcat (type_name (field->type), (field->flags & HN_FIELD_MULTIPLE) ? "…" : "", NULL);
          g_autofree char *values = describe_values (field);
          const char *cells[] = { name, type, hn_field_get_label (field), values };

          if (pass == 0)
            hn_table_measure (table, cells);
          else
            hn_table_print (table, output, cells);
        }
    }
}

static void
print_table (HnOutput *output)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      hn_output_printf (output, "%s%s  %s\n", i > 0 ? "\n" : "", kinds[i]->name, hn_kind_get_label (kinds[i]));
      if (kinds[i]->base != NULL)
        hn_output_printf (output, "  = %s, %s\n", kinds[i]->base, kinds[i]->filter);
      else
        print_fields (output, kinds[i]);
    }
}

gboolean
hn_verb_kinds (const HnArguments  *arguments,
               HnOutput           *output,
               GError            **error)
{
  const char *format;

  if (!hn_arguments_format (arguments, "table|json", &format, error))
    return FALSE;

  if (g_str_equal (format, "json"))
    print_json (output);
  else
    print_table (output);

  return TRUE;
}
