/* sent: the reports that were sent, one of them again, and what differs today. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-due.h"
#include "hn-json-writer.h"
#include "hn-number.h"
#include "hn-submission.h"
#include "hn-table.h"
#include "hn-verb-sent.h"

static const char *const list_fields[] = { "form", "period", "from", "to", "made_on", "number", "sent_to", NULL };

static const HnKind *
get_kind (void)
{
  return hn_kind_lookup ("submission");
}

static void
write_date (HnJsonWriter *json,
            const char   *name,
            HnDate        date)
{
  g_autofree char *iso = hn_date_is_set (date) ? hn_date_to_iso (date) : NULL;

  hn_json_member (json, name, iso);
}

/* Rows of texts, each %NULL-terminated, under their heads. */
static void
print_rows (const char *const *heads,
            GPtrArray         *rows,
            HnOutput          *output)
{
  g_autoptr (HnTable) table = hn_table_new (g_strv_length ((char **) heads));

  hn_table_measure (table, heads);
  for (guint i = 0; i < rows->len; i++)
    hn_table_measure (table, g_ptr_array_index (rows, i));
  hn_table_print (table, output, heads);
  hn_table_rule (table, output);
  for (guint i = 0; i < rows->len; i++)
    hn_table_print (table, output, g_ptr_array_index (rows, i));
}

/* --- the list ------------------------------------------------------------ */

static void
print_list (GPtrArray *records,
            HnOutput  *output)
{
  g_autoptr (GStrvBuilder) heads = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_strv_builder_add (heads, "ID");
  for (guint i = 0; list_fields[i] != NULL; i++)
    g_strv_builder_add (heads, hn_field_get_label (hn_kind_get_field (get_kind (), list_fields[i])));
  titles = g_strv_builder_end (heads);

  for (guint i = 0; i < records->len; i++)
    {
      const HnRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      g_strv_builder_take (row, g_strdup_printf ("%" G_GINT64_FORMAT, hn_record_get_id (record)));
      for (guint j = 0; list_fields[j] != NULL; j++)
        {
          char *text = hn_record_print (record, list_fields[j]);

          g_strv_builder_take (row, text != NULL ? text : g_strdup (""));
        }
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  print_rows ((const char *const *) titles, rows, output);
}

static void
write_record (HnJsonWriter   *json,
              const HnRecord *record)
{
  static const char *const more[] = { "rules", "dress", "sha256", "figures", "note" };

  hn_json_begin (json, '{');
  hn_json_member_integer (json, "id", hn_record_get_id (record));
  for (guint i = 0; list_fields[i] != NULL; i++)
    hn_json_member (json, list_fields[i], hn_record_get_text (record, list_fields[i]));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    hn_json_member (json, more[i], hn_record_get_text (record, more[i]));
  hn_json_end (json, '}');
}

static gboolean
list_all (HnRegister  *reg,
          gboolean     as_json,
          HnOutput    *output,
          GError     **error)
{
  const HnListing listing = { .kind = get_kind () };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, error);
  g_autoptr (GPtrArray) records =
    ids != NULL ? hn_register_load_many (reg, get_kind (), (const gint64 *) ids->data, ids->len, error) : NULL;
  HnJsonWriter json = { .output = output };

  if (records == NULL)
    return FALSE;
  /* What another program has deleted since the list was read. */
  while (g_ptr_array_remove (records, NULL))
    continue;
  if (!as_json)
    {
      print_list (records, output);
      return TRUE;
    }

  hn_json_begin (&json, '[');
  for (guint i = 0; i < records->len; i++)
    write_record (&json, g_ptr_array_index (records, i));
  hn_json_end (&json, ']');

  return TRUE;
}

/* --- what is due --------------------------------------------------------- */

static char *
describe_state (const HnDue *due)
{
  g_autofree char *days = hn_number_print (due->days, 0);

  switch (due->state)
    {
    case HN_DUE_SENT:
      return g_strdup (_("sent"));
    case HN_DUE_SENT_LATE:
      return g_strdup_printf (ngettext ("sent %s day late", "sent %s days late", (gulong) due->days), days);
    case HN_DUE_LATE:
      return g_strdup_printf (ngettext ("%s day late", "%s days late", (gulong) due->days), days);
    case HN_DUE_OPEN:
    default:
      return g_strdup_printf (ngettext ("due in %s day", "due in %s days", (gulong) due->days), days);
    }
}

static void
print_due (GPtrArray *list,
           HnOutput  *output)
{
  const char *const heads[] = {
    _("Due"), _("Period"), _("Rules"), _("From"), _("To"), _("State"), _("Sent on"), _("Number"), "ID", NULL
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < list->len; i++)
    {
      const HnDue *due = g_ptr_array_index (list, i);
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      g_strv_builder_take (row, hn_date_is_set (due->due) ? hn_date_print (due->due) : g_strdup (""));
      g_strv_builder_take (row, hn_period_label (due->period));
      g_strv_builder_add (row, hn_period_rules_get_name (due->period->rules));
      g_strv_builder_take (row, hn_date_print (due->period->from));
      g_strv_builder_take (row, hn_date_print (due->period->to));
      g_strv_builder_take (row, describe_state (due));
      g_strv_builder_take (row, due->submission != 0 ? hn_date_print (due->sent_on) : g_strdup (""));
      g_strv_builder_add (row, due->number != NULL ? due->number : "");
      g_strv_builder_take (row, due->submission != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, due->submission)
                                                     : g_strdup (""));
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  print_rows (heads, rows, output);
}

static void
write_due (HnJsonWriter *json,
           const HnDue  *due)
{
  static const char *const states[] = {
    [HN_DUE_LATE] = "late", [HN_DUE_OPEN] = "due", [HN_DUE_SENT] = "sent", [HN_DUE_SENT_LATE] = "sent_late",
  };

  hn_json_begin (json, '{');
  hn_json_member (json, "period", due->period->name);
  hn_json_member (json, "rules", hn_period_rules_get_name (due->period->rules));
  write_date (json, "from", due->period->from);
  write_date (json, "to", due->period->to);
  write_date (json, "due", due->due);
  hn_json_member (json, "state", states[due->state]);
  hn_json_member_integer (json, "days", due->days);
  if (due->submission != 0)
    hn_json_member_integer (json, "submission", due->submission);
  write_date (json, "sent_on", due->sent_on);
  hn_json_member (json, "sent_to", due->sent_to);
  hn_json_member (json, "number", due->number);
  hn_json_end (json, '}');
}

static gboolean
list_due (HnRegister  *reg,
          int          year,
          gboolean     as_json,
          HnOutput    *output,
          GError     **error)
{
  g_autoptr (GPtrArray) list = hn_due_list (reg, year, hn_date_today (), error);
  HnJsonWriter json = { .output = output };

  if (list == NULL)
    return FALSE;
  if (!as_json)
    {
      print_due (list, output);
      return TRUE;
    }

  hn_json_begin (&json, '[');
  for (guint i = 0; i < list->len; i++)
    write_due (&json, g_ptr_array_index (list, i));
  hn_json_end (&json, ']');

  return TRUE;
}

/* --- one ----------------------------------------------------------------- */

static gboolean
show (HnRegister  *reg,
      HnRecord    *record,
      gboolean     as_json,
      HnOutput    *output,
      GError     **error)
{
  if (as_json)
    {
      HnJsonWriter json = { .output = output };

      write_record (&json, record);
      return TRUE;
    }

  for (guint i = 0; i < get_kind ()->n_fields; i++)
    {
      const HnField *field = &get_kind ()->fields[i];
      g_autofree char *text =
        hn_record_get (record, field->name) != NULL ? hn_record_print (record, field->name) : NULL;

      if (text != NULL)
        hn_output_printf (output, "%s: %s\n", hn_field_get_label (field), text);
    }

  return TRUE;
}

static gboolean
answer (const HnArguments  *arguments,
        HnRegister         *reg,
        gboolean            as_json,
        HnOutput           *output,
        GError            **error)
{
  const char *path = hn_arguments_option (arguments, "output");
  g_autoptr (HnRecord) record = hn_cli_load (reg, get_kind (), hn_arguments_get (arguments, 1), error);
  gint64 id;

  if (record == NULL)
    return FALSE;

  id = hn_record_get_id (record);
  if (path != NULL)
    {
      if (!hn_submission_export (reg, id, path, error))
        return FALSE;
      if (!hn_arguments_has (arguments, "compare") && !hn_arguments_has (arguments, "late"))
        {
          hn_output_printf (output, "%s\n", path);
          return TRUE;
        }
    }
  if (hn_arguments_has (arguments, "compare"))
    return hn_sent_print_compared (reg, id, as_json, output, error);
  if (hn_arguments_has (arguments, "late"))
    return hn_sent_print_late (reg, id, as_json, output, error);

  return show (reg, record, as_json, output, error);
}

gboolean
hn_verb_sent (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  gboolean one = hn_arguments_count (arguments) > 1;
  gboolean due = hn_arguments_has (arguments, "due");
  g_autoptr (HnRegister) reg = NULL;
  gint64 year = 0;
  const char *format;

  if (!hn_arguments_format (arguments, "table|json", &format, error) || !hn_cli_year (arguments, "due", &year, error))
    return FALSE;
  if (!one
      && (hn_arguments_has (arguments, "output") || hn_arguments_has (arguments, "compare")
          || hn_arguments_has (arguments, "late")))
    {
      g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                           _("Say which report by its ID; “huu-nghi sent REGISTER” lists them."));
      return FALSE;
    }
  reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  if (reg == NULL)
    return FALSE;
  if (one)
    return answer (arguments, reg, g_str_equal (format, "json"), output, error);

  return due ? list_due (reg, (int) year, g_str_equal (format, "json"), output, error)
             : list_all (reg, g_str_equal (format, "json"), output, error);
}
