/* A report as JSON, so that figures can be compared without a spreadsheet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"
#include "hn-json-add.h"

static void
add_strings (JsonBuilder *json,
             const char  *name,
             char       **values)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (; *values != NULL; values++)
    json_builder_add_string_value (json, *values);
  json_builder_end_array (json);
}

static void
add_cell (JsonBuilder  *json,
          const HnCell *cell)
{
  if (cell->type == HN_CELL_EMPTY)
    json_builder_add_null_value (json);
  else if (!hn_cell_is_number (cell))
    json_builder_add_string_value (json, cell->text);
  else if (cell->decimals == 0)
    json_builder_add_int_value (json, cell->number);
  else
    json_builder_add_double_value (json, hn_cell_to_double (cell));
}

static void
add_cells (JsonBuilder       *json,
           const HnReportRow *row)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < row->cells->len; i++)
    add_cell (json, g_ptr_array_index (row->cells, i));
  json_builder_end_array (json);
}

static void
add_columns (JsonBuilder        *json,
             const HnReportForm *form)
{
  static const char *const types[] = {
    [HN_COLUMN_TEXT] = "text", [HN_COLUMN_CODE] = "code", [HN_COLUMN_DATE] = "date", [HN_COLUMN_YEAR] = "year",
    [HN_COLUMN_INTEGER] = "integer", [HN_COLUMN_DECIMAL] = "decimal", [HN_COLUMN_PERCENT] = "percent",
    [HN_COLUMN_MONEY] = "money", [HN_COLUMN_BOOLEAN] = "bool",
  };

  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < form->n_columns; i++)
    {
      const HnColumn *column = &form->columns[i];

      json_builder_begin_object (json);
      hn_json_add_string (json, "group", column->group);
      hn_json_add_string (json, "header", column->header);
      hn_json_add_string (json, "type", types[column->type]);
      hn_json_add_string (json, "unit", column->unit);
      json_builder_set_member_name (json, "sum");
      json_builder_add_boolean_value (json, column->sum);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_row (JsonBuilder       *json,
         const HnReportRow *row)
{
  static const char *const styles[] = {
    [HN_ROW_PLAIN] = "plain", [HN_ROW_GROUP] = "group", [HN_ROW_TOTAL] = "total", [HN_ROW_NOTHING] = "nothing",
  };

  json_builder_begin_object (json);
  hn_json_add_string (json, "style", styles[row->style]);
  hn_json_add_integer (json, "level", row->level);
  json_builder_set_member_name (json, "cells");
  add_cells (json, row);
  json_builder_end_object (json);
}

/* The rows of a list that are made as they are asked for. */
static gboolean
add_source (JsonBuilder   *json,
            HnRowSource   *source,
            HnRegister    *reg,
            GError       **error)
{
  g_autoptr (GError) local = NULL;
  const HnReportRow *row;

  if (!source->seek (source, reg, 0, NULL, error))
    return FALSE;

  while ((row = source->next (source, &local)) != NULL)
    add_row (json, row);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
add_form (JsonBuilder         *json,
          const HnReportForm  *form,
          HnRegister          *reg,
          GError             **error)
{
  json_builder_begin_object (json);
  hn_json_add_string (json, "form", form->form);
  hn_json_add_string (json, "title", form->title);
  hn_json_add_string (json, "subtitle", form->subtitle);
  hn_json_add_string (json, "unit", form->unit_line);
  add_columns (json, form);

  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; i < form->rows->len; i++)
    add_row (json, g_ptr_array_index (form->rows, i));
  if (form->source != NULL && !add_source (json, form->source, reg, error))
    return FALSE;
  json_builder_end_array (json);

  json_builder_set_member_name (json, "totals");
  if (form->total != NULL)
    add_cells (json, form->total);
  else
    json_builder_add_null_value (json);

  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < form->notes->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (form->notes, i));
  json_builder_end_array (json);
  hn_json_add_string (json, "in_words", form->in_words);

  json_builder_set_member_name (json, "appended");
  json_builder_begin_array (json);
  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    if (!add_form (json, g_ptr_array_index (form->appended, i), reg, error))
      return FALSE;
  json_builder_end_array (json);
  json_builder_end_object (json);

  return TRUE;
}

static void
add_letterhead (JsonBuilder        *json,
                const HnLetterhead *letterhead)
{
  json_builder_set_member_name (json, "letterhead");
  json_builder_begin_object (json);
  hn_json_add_string (json, "superior", letterhead->superior);
  hn_json_add_string (json, "name", letterhead->name);
  hn_json_add_string (json, "symbol", letterhead->symbol);
  hn_json_add_string (json, "place", letterhead->place);
  hn_json_add_string (json, "province", letterhead->province);
  add_strings (json, "addressees", letterhead->addressees);
  hn_json_add_string (json, "authority", letterhead->authority);
  hn_json_add_string (json, "title", letterhead->title);
  hn_json_add_string (json, "signatory", letterhead->signatory);
  hn_json_add_string (json, "preparer", letterhead->preparer);
  add_strings (json, "recipients", letterhead->recipients);
  json_builder_end_object (json);
}

static void
add_period (JsonBuilder    *json,
            const HnPeriod *period)
{
  g_autofree char *label = hn_period_label (period);

  json_builder_set_member_name (json, "period");
  json_builder_begin_object (json);
  hn_json_add_string (json, "name", period->name);
  hn_json_add_string (json, "label", label);
  hn_json_add_date (json, "from", period->from);
  hn_json_add_date (json, "to", period->to);
  hn_json_add_string (json, "rules", hn_period_rules_get_name (period->rules));
  json_builder_end_object (json);
}

static const char *const dresses[] = {
  [HN_DRESS_REPORT] = "report",
  [HN_DRESS_APPENDIX] = "appendix",
  [HN_DRESS_LIST] = "list",
};

/**
 * hn_report_to_json:
 * @reg: the register that the report was made from, for the rows of long lists
 * @error: where those could not be read
 *
 * The whole report: `dress`, `period`, `letterhead`, and `forms` with their columns, rows and totals. Numbers are
 * numbers, dates ISO text of any precision, what is not known is null.
 *
 * Returns: (transfer full) (nullable): indented JSON with a line end
 */
char *
hn_report_to_json (const HnReport  *report,
                   HnRegister      *reg,
                   GError         **error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  hn_json_add_string (json, "dress", dresses[report->dress]);
  add_period (json, report->period);
  add_letterhead (json, report->letterhead);
  hn_json_add_date (json, "made_on", report->made_on);
  json_builder_set_member_name (json, "forms");
  json_builder_begin_array (json);
  for (guint i = 0; i < report->forms->len; i++)
    if (!add_form (json, g_ptr_array_index (report->forms, i), reg, error))
      return NULL;
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}
