/* sent --compare and --late: what differs today from a report that was sent, and what came too late for it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verb-sent.h"

#include <glib/gi18n-lib.h>

#include "hn-json-writer.h"
#include "hn-submission.h"

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
  hn_json_member (json, "cause", types[cause->type]);
  hn_json_member (json, "kind", cause->kind->name);
  hn_json_member_integer (json, "id", cause->id);
  hn_json_member (json, "title", cause->title);
  hn_json_name (json, "fields");
  hn_json_begin (json, '[');
  for (guint i = 0; i < cause->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (cause->fields, i);

      hn_json_begin (json, '{');
      hn_json_member (json, "field", field->field->name);
      hn_json_member (json, "before", field->before);
      hn_json_member (json, "after", field->after);
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
  hn_json_member (json, "type", types[difference->type]);
  hn_json_member (json, "form", difference->form);
  hn_json_member (json, "row", difference->row);
  hn_json_member (json, "column", difference->column);
  hn_json_member (json, "then", difference->then);
  hn_json_member (json, "now", difference->now);
  hn_json_name (json, "records");
  hn_json_begin (json, '[');
  for (guint i = 0; i < difference->causes->len; i++)
    write_cause (json, g_ptr_array_index (difference->causes, i));
  hn_json_end (json, ']');
  hn_json_end (json, '}');
}

/**
 * hn_sent_print_compared:
 * @id: a submission
 * @as_json: for a script rather than for a person
 * @error: return location, as of hn_submission_compare()
 *
 * Prints what differs between what was sent and what would be counted today, with the records that make the difference.
 */
gboolean
hn_sent_print_compared (HnRegister  *reg,
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

/**
 * hn_sent_print_late:
 * @id: a submission
 * @as_json: for a script rather than for a person
 * @error: return location, as of hn_submission_late()
 *
 * Prints the records of its period that were entered after the report was sent.
 */
gboolean
hn_sent_print_late (HnRegister  *reg,
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
      hn_json_member (&json, "form", record->form);
      hn_json_member (&json, "kind", record->kind->name);
      hn_json_member_integer (&json, "id", record->id);
      hn_json_member (&json, "title", record->title);
      hn_json_member (&json, "line", record->line);
      hn_json_end (&json, '}');
    }
  if (as_json)
    hn_json_end (&json, ']');
  else if (late->len == 0)
    hn_output_printf (output, "%s\n", _("Nothing was entered late."));

  return TRUE;
}
