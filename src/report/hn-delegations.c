/* Delegations of a period, one direction at a time: what forms M05 and M06 have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-delegations.h"

#include "hn-form-text.h"
#include "hn-number.h"
#include "hn-sql.h"

static const char delegations_sql[] =
  "SELECT d.\"id\", d.\"title\", d.\"head\", d.\"size\", d.\"country\","
  " (SELECT \"name\" FROM \"country\" WHERE \"code\" = d.\"country\"), d.\"host\", d.\"purpose\", d.\"place\","
  " d.\"from\", d.\"to\", d.\"cost_state\", d.\"cost_partner\", d.\"cost_other\", d.\"permission_number\","
  " d.\"permission_date\", d.\"reported\", d.\"result\", d.\"note\""
  " FROM \"delegation\" AS d WHERE d.\"direction\" = ?3 AND " HN_SQL_IN_PERIOD ("d.\"from\"")
  " ORDER BY " HN_SQL_FIRST_DAY ("d.\"from\"") ", hn_sort_key (d.\"title\"), d.\"id\"";

/* What the total row says, counted while the rows are made. */
typedef struct
{
  guint       delegations;
  guint       without_size;
  GHashTable *countries; /* codes: a country that came twice is one country */
} HnDelegationCounts;

static gboolean
add_delegations (const HnFormContext     *context,
                 HnReportForm            *form,
                 const HnDelegationForm  *table,
                 HnDelegationCounts      *counts,
                 GError                 **error)
{
  g_autoptr (HnRows) rows =
    hn_register_query (context->reg, delegations_sql, "sss", error, context->from, context->to, table->direction);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);
      const char *code = hn_rows_text (rows, HN_DELEGATION_CODE);

      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      hn_row_add_basis (row, "delegation", hn_rows_integer (rows, HN_DELEGATION_ID));
      hn_row_set_integer (row, table->number_column, ++counts->delegations);
      table->fill_row (row, rows);
      if (code != NULL)
        g_hash_table_add (counts->countries, g_strdup (code));
      counts->without_size += hn_rows_is_null (rows, HN_DELEGATION_SIZE);
    }

  return hn_sql_done (&local, error);
}

/* "TỔNG CỘNG: 12 đoàn, 85 lượt người, 7 nước" */
static gboolean
add_total (HnReportForm              *form,
           const HnDelegationForm    *table,
           const HnDelegationCounts  *counts,
           GError                   **error)
{
  g_autofree char *label = NULL;
  g_autofree char *people = NULL;
  gint64 size = 0;

  for (guint i = 0; i < form->rows->len; i++)
    {
      const HnCell *cell = hn_row_cell (g_ptr_array_index (form->rows, i), table->size_column);

      if (hn_cell_is_number (cell) && !hn_add_checked (&size, cell->number, error))
        return FALSE;
    }
  people = hn_number_print (size, 0);
  label = g_strdup_printf ("TỔNG CỘNG: %u đoàn, %s %s, %u nước", counts->delegations, people, table->people,
                           g_hash_table_size (counts->countries));

  return hn_form_add_total (form, table->label_column, label, error);
}

/**
 * hn_delegations_build:
 *
 * Fills the form: a row a delegation that began in the period, in the order of their days; people are counted each
 * time they travel, countries once.
 */
gboolean
hn_delegations_build (const HnFormContext     *context,
                      HnReportForm            *form,
                      const HnDelegationForm  *table,
                      GError                 **error)
{
  g_autoptr (GHashTable) countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HnDelegationCounts counts = { .countries = countries };

  form->subtitle = hn_form_over (context->period);
  if (!add_delegations (context, form, table, &counts, error))
    return FALSE;

  if (counts.delegations == 0)
    hn_form_add_nothing (form);
  if (!add_total (form, table, &counts, error))
    return FALSE;
  if (counts.without_size > 0)
    hn_form_add_note (form, "Có %u đoàn chưa ghi số người.", counts.without_size);
  hn_form_add_rounding_note (form);

  return TRUE;
}
