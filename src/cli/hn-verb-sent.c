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

static const char *const list_fields[] = { "form", "period", "from", "to", "made_on", "number", "sent_to", NULL };

static const HnKind *
get_kind (void)
{
  return hn_kind_lookup ("submission");
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
write_integer (HnJsonWriter *json,
               const char   *name,
               gint64        number)
{
  hn_json_name (json, name);
  hn_json_integer (json, number);
}

static void
write_date (HnJsonWriter *json,
            const char   *name,
            HnDate        date)
{
  g_autofree char *iso = hn_date_is_set (date) ? hn_date_to_iso (date) : NULL;

  write_member (json, name, iso);
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
  write_integer (json, "id", hn_record_get_id (record));
  for (guint i = 0; list_fields[i] != NULL; i++)
    write_member (json, list_fields[i], hn_record_get_text (record, list_fields[i]));
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    write_member (json, more[i], hn_record_get_text (record, more[i]));
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
  write_member (json, "period", due->period->name);
  write_member (json, "rules", hn_period_rules_get_name (due->period->rules));
  write_date (json, "from", due->period->from);
  write_date (json, "to", due->period->to);
  write_date (json, "due", due->due);
  write_member (json, "state", states[due->state]);
  write_integer (json, "days", due->days);
  if (due->submission != 0)
    write_integer (json, "submission", due->submission);
  write_date (json, "sent_on", due->sent_on);
  write_member (json, "sent_to", due->sent_to);
  write_member (json, "number", due->number);
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

/* --- compared ------------------------------------------------------------ */

static const char *
cause_word (HnCauseType type)
{
  switch (type)
    {
    case HN_CAUSE_LATE:
      return _("added late");
    case HN_CAUSE_DELETED:
      return _("deleted");
    case HN_CAUSE_CHANGED:
    default:
      return _("changed");
    }
}

static void
print_cause (const HnCause *cause,
             HnOutput      *output)
{
  hn_output_printf (output, "    %s: %s “%s” (%" G_GINT64_FORMAT ")\n", cause_word (cause->type),
                    hn_kind_get_label (cause->kind), cause->title, cause->id);
  for (guint i = 0; i < cause->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (cause->fields, i);

      hn_output_printf (output, "        %s: %s → %s\n", hn_field_get_label (field->field),
                        field->before != NULL ? field->before : "–", field->after != NULL ? field->after : "–");
    }
}

static void
print_difference (const HnDifference *difference,
                  HnOutput           *output)
{
  hn_output_printf (output, "%s · %s", difference->form, difference->row);
  if (difference->type == HN_DIFFERENCE_FIGURE)
    hn_output_printf (output, " · %s: %s → %s\n", difference->column, difference->then != NULL ? difference->then : "–",
                      difference->now != NULL ? difference->now : "–");
  else if (difference->type == HN_DIFFERENCE_ROW_ADDED)
    hn_output_printf (output, ": %s%s%s\n", _("was not there"), difference->now != NULL ? "; " : "",
                      difference->now != NULL ? difference->now : "");
  else
    hn_output_printf (output, ": %s%s%s\n", _("is there no more"), difference->then != NULL ? "; " : "",
                      difference->then != NULL ? difference->then : "");
  for (guint i = 0; i < difference->causes->len; i++)
    print_cause (g_ptr_array_index (difference->causes, i), output);
}

static void
write_cause (HnJsonWriter  *json,
             const HnCause *cause)
{
  static const char *const types[] = {
    [HN_CAUSE_LATE] = "late", [HN_CAUSE_CHANGED] = "changed", [HN_CAUSE_DELETED] = "deleted"
  };

  hn_json_begin (json, '{');
  write_member (json, "cause", types[cause->type]);
  write_member (json, "kind", cause->kind->name);
  write_integer (json, "id", cause->id);
  write_member (json, "title", cause->title);
  hn_json_name (json, "fields");
  hn_json_begin (json, '[');
  for (guint i = 0; i < cause->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (cause->fields, i);

      hn_json_begin (json, '{');
      write_member (json, "field", field->field->name);
      write_member (json, "before", field->before);
      write_member (json, "after", field->after);
      hn_json_end (json, '}');
    }
  hn_json_end (json, ']');
  hn_json_end (json, '}');
}

static void
write_difference (HnJsonWriter       *json,
                  const HnDifference *difference)
{
  static const char *const types[] = {
    [HN_DIFFERENCE_FIGURE] = "figure",
    [HN_DIFFERENCE_ROW_ADDED] = "row_added",
    [HN_DIFFERENCE_ROW_GONE] = "row_gone",
  };

  hn_json_begin (json, '{');
  write_member (json, "type", types[difference->type]);
  write_member (json, "form", difference->form);
  write_member (json, "row", difference->row);
  write_member (json, "column", difference->column);
  write_member (json, "then", difference->then);
  write_member (json, "now", difference->now);
  hn_json_name (json, "records");
  hn_json_begin (json, '[');
  for (guint i = 0; i < difference->causes->len; i++)
    write_cause (json, g_ptr_array_index (difference->causes, i));
  hn_json_end (json, ']');
  hn_json_end (json, '}');
}

static gboolean
compare (HnRegister  *reg,
         gint64       id,
         gboolean     as_json,
         HnOutput    *output,
         GError     **error)
{
  g_autoptr (GPtrArray) differences = hn_submission_compare (reg, id, NULL, error);
  HnJsonWriter json = { .output = output };

  if (differences == NULL)
    return FALSE;
  if (as_json)
    {
      hn_json_begin (&json, '[');
      for (guint i = 0; i < differences->len; i++)
        write_difference (&json, g_ptr_array_index (differences, i));
      hn_json_end (&json, ']');
      return TRUE;
    }

  if (differences->len == 0)
    hn_output_printf (output, "%s\n", _("Nothing differs: today's figures are those that were sent."));
  for (guint i = 0; i < differences->len; i++)
    print_difference (g_ptr_array_index (differences, i), output);

  return TRUE;
}

/* --- late ---------------------------------------------------------------- */

static gboolean
list_late (HnRegister  *reg,
           gint64       id,
           gboolean     as_json,
           HnOutput    *output,
           GError     **error)
{
  g_autoptr (GPtrArray) late = hn_submission_late (reg, id, NULL, error);
  HnJsonWriter json = { .output = output };

  if (late == NULL)
    return FALSE;
  if (as_json)
    hn_json_begin (&json, '[');
  for (guint i = 0; i < late->len; i++)
    {
      const HnLateRecord *record = g_ptr_array_index (late, i);

      if (!as_json)
        {
          hn_output_printf (output, "%s · %s (%" G_GINT64_FORMAT "): %s\n", record->form,
                            hn_kind_get_label (record->kind), record->id, record->line);
          continue;
        }
      hn_json_begin (&json, '{');
      write_member (&json, "form", record->form);
      write_member (&json, "kind", record->kind->name);
      write_integer (&json, "id", record->id);
      write_member (&json, "title", record->title);
      write_member (&json, "line", record->line);
      hn_json_end (&json, '}');
    }
  if (as_json)
    hn_json_end (&json, ']');
  else if (late->len == 0)
    hn_output_printf (output, "%s\n", _("Nothing was entered late."));

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
    return compare (reg, id, as_json, output, error);
  if (hn_arguments_has (arguments, "late"))
    return list_late (reg, id, as_json, output, error);

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
