/* show: one record and what hangs on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-record-json.h"

#define MOST_PRINTED 20 /* of what hangs on a record by one field; JSON has all */

/* How a record is named in a condition on a field that refers to it. */
static char *
name_in_condition (const HnRecord *record,
                   const HnField  *field)
{
  const char *kind = hn_record_get_kind (record)->name;

  if (field->type == HN_TYPE_COUNTRY)
    return g_strdup_printf ("%s=%s", field->name, hn_record_get_text (record, "code"));

  return g_strdup_printf ("%s=%s:%" G_GINT64_FORMAT, field->name, kind, hn_record_get_id (record));
}

static GPtrArray *
load_dependents (HnRegister          *reg,
                 const HnRecord      *record,
                 const HnDependents  *dependents,
                 gint64               limit,
                 GError             **error)
{
  g_autofree char *condition = name_in_condition (record, dependents->field);
  const char *where[] = { condition, NULL };
  HnListing listing = { .kind = dependents->kind, .where = where, .limit = limit };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, error);

  if (ids == NULL)
    return NULL;

  return hn_register_load_many (reg, dependents->kind, (gint64 *) (void *) ids->data, ids->len, error);
}

static gboolean
write_dependents (HnJsonWriter         *json,
                  HnRegister           *reg,
                  const HnRecord       *record,
                  const HnDependents   *dependents,
                  GError              **error)
{
  g_autoptr (GPtrArray) records = load_dependents (reg, record, dependents, 0, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const HnRecord *dependent = g_ptr_array_index (records, i);
      g_autofree char *title = hn_record_title (dependent);

      hn_json_begin (json, '{');
      hn_json_name (json, "id");
      hn_json_integer (json, hn_record_get_id (dependent));
      hn_json_name (json, "title");
      hn_json_string (json, title);
      hn_json_name (json, "field");
      hn_json_string (json, dependents->field->name);
      hn_json_end (json, '}');
    }

  return TRUE;
}

/* The same kind may refer by several fields; its records stand in one array. */
static gboolean
write_kind (HnJsonWriter    *json,
            HnRegister      *reg,
            const HnRecord  *record,
            GPtrArray       *all,
            const HnKind    *kind,
            GError         **error)
{
  hn_json_name (json, kind->name);
  hn_json_begin (json, '[');
  for (guint i = 0; i < all->len; i++)
    {
      const HnDependents *dependents = g_ptr_array_index (all, i);

      if (dependents->kind == kind && !write_dependents (json, reg, record, dependents, error))
        return FALSE;
    }
  hn_json_end (json, ']');

  return TRUE;
}

static gboolean
print_json (HnOutput        *output,
            HnRegister      *reg,
            const HnRecord  *record,
            GPtrArray       *all,
            GError         **error)
{
  HnJsonWriter json = { .output = output };
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);

  hn_json_begin (&json, '{');
  hn_json_record_members (&json, reg, record);
  hn_json_name (&json, "dependents");
  hn_json_begin (&json, '{');
  for (guint i = 0; i < all->len; i++)
    {
      const HnDependents *dependents = g_ptr_array_index (all, i);

      if (g_hash_table_add (written, (gpointer) dependents->kind)
          && !write_kind (&json, reg, record, all, dependents->kind, error))
        return FALSE;
    }
  hn_json_end (&json, '}');
  hn_json_end (&json, '}');

  return TRUE;
}

static gboolean
print_dependents (HnOutput            *output,
                  HnRegister          *reg,
                  const HnRecord      *record,
                  const HnDependents  *dependents,
                  GError             **error)
{
  g_autoptr (GPtrArray) records = load_dependents (reg, record, dependents, MOST_PRINTED, error);

  if (records == NULL)
    return FALSE;

  hn_output_printf (output, "\n%s (%s): %u\n", hn_kind_get_plural (dependents->kind),
                    hn_field_get_label (dependents->field), dependents->n_records);
  for (guint i = 0; i < records->len; i++)
    {
      const HnRecord *dependent = g_ptr_array_index (records, i);
      g_autofree char *title = hn_record_title (dependent);

      hn_output_printf (output, "  %" G_GINT64_FORMAT "  %s\n", hn_record_get_id (dependent), title);
    }
  if (dependents->n_records > records->len)
    hn_output_text (output, "  …\n");

  return TRUE;
}

static gboolean
print_table (HnOutput        *output,
             HnRegister      *reg,
             const HnRecord  *record,
             GPtrArray       *all,
             GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autofree char *title = hn_record_title (record);

  hn_output_printf (output, "%s: %s\nid: %" G_GINT64_FORMAT "\n", hn_kind_get_label (kind), title,
                    hn_record_get_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *printed = hn_record_print (record, kind->fields[i].name);

      if (*printed != '\0')
        hn_output_printf (output, "%s: %s\n", hn_field_get_label (&kind->fields[i]), printed);
    }

  for (guint i = 0; i < all->len; i++)
    {
      if (!print_dependents (output, reg, record, g_ptr_array_index (all, i), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
hn_verb_show (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  const HnKind *kind = hn_cli_kind (arguments, 1, error);
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (GPtrArray) dependents = NULL;
  const char *format;

  if (kind == NULL || !hn_arguments_format (arguments, "table|json", &format, error))
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  if (reg == NULL)
    return FALSE;
  record = hn_cli_load (reg, kind, hn_arguments_get (arguments, 2), error);
  if (record == NULL)
    return FALSE;
  dependents = hn_register_dependents (reg, hn_record_get_kind (record), hn_record_get_id (record), error);
  if (dependents == NULL)
    return FALSE;

  if (g_str_equal (format, "json"))
    return print_json (output, reg, record, dependents, error);
  return print_table (output, reg, record, dependents, error);
}
