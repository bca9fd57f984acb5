/* What a report counted, taken from the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-counted.h"

#include <string.h>

#include "hn-form.h"
#include "hn-number.h"

/* So many bits mark columns; no form has more. */
#define N_MARKS 64

/* Rows between which others may save. */
#define PACE 256

/* Who the records were is kept of so many; of more, the register's history still knows it. */
#define N_NAMES 20000

/**
 * hn_counted_row_free:
 *
 * A #GDestroyNotify for the rows of a table.
 */
void
hn_counted_row_free (HnCountedRow *row)
{
  if (row == NULL)
    return;

  g_free (row->label);
  g_ptr_array_unref (row->cells);
  g_array_unref (row->records);
  g_free (row);
}

/**
 * hn_counted_row_new:
 *
 * Returns: (transfer full): a row without cells and records, whose lists may be added to
 */
HnCountedRow *
hn_counted_row_new (void)
{
  HnCountedRow *row = g_new0 (HnCountedRow, 1);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  row->records = g_array_new (FALSE, FALSE, sizeof (HnCountedRecord));

  return row;
}

/**
 * hn_counted_table_free:
 *
 * A #GDestroyNotify for tables.
 */
void
hn_counted_table_free (HnCountedTable *table)
{
  g_free (table->name);
  g_free (table->title);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  hn_counted_row_free (table->total);
  g_free (table);
}

/**
 * hn_counted_table_new:
 *
 * Returns: (transfer full): a table without columns and rows, whose lists may be added to
 */
HnCountedTable *
hn_counted_table_new (void)
{
  HnCountedTable *table = g_new0 (HnCountedTable, 1);

  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_counted_row_free);

  return table;
}

/**
 * hn_counted_new_empty:
 *
 * Returns: (transfer full): what a submission keeps, before anything is counted or read
 */
HnCounted *
hn_counted_new_empty (void)
{
  HnCounted *self = g_new0 (HnCounted, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_counted_table_free);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

/**
 * hn_counted_free:
 *
 * Frees the tables, and what the records in them were called.
 */
void
hn_counted_free (HnCounted *self)
{
  if (self == NULL)
    return;

  g_free (self->period);
  g_free (self->rules);
  g_strfreev (self->forms);
  g_ptr_array_unref (self->tables);
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * hn_counted_add_name:
 * @title: what the record was called when the report was sent; it may be gone or renamed today
 */
void
hn_counted_add_name (HnCounted  *self,
                     gint64      id,
                     const char *title)
{
  g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), g_strdup (title));
}

/**
 * hn_counted_find_table:
 *
 * Returns: (transfer none) (nullable): the table of that name
 */
HnCountedTable *
hn_counted_find_table (const HnCounted *self,
                       const char      *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      HnCountedTable *table = g_ptr_array_index (self->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  return NULL;
}

/**
 * hn_counted_is_ordinal:
 *
 * Returns: whether the column only numbers the rows
 */
gboolean
hn_counted_is_ordinal (const HnCountedTable *table,
                       guint                 column)
{
  const char *head = g_ptr_array_index (table->columns, column);

  return g_str_equal (head, "STT") || g_str_equal (head, "TT");
}

/* --- from the report ----------------------------------------------------- */

static char *
print_cell (const HnCell *cell)
{
  HnDate date;

  switch (cell->type)
    {
    case HN_CELL_TEXT:
      return g_strdup (cell->text);
    case HN_CELL_DATE:
      return cell->text != NULL && hn_date_from_iso (cell->text, &date) ? hn_date_print (date) : g_strdup (cell->text);
    case HN_CELL_INTEGER:
    case HN_CELL_DECIMAL:
    case HN_CELL_PERCENT:
      return hn_number_print (cell->number, cell->decimals);
    case HN_CELL_EMPTY:
    default:
      return NULL;
    }
}

/* A heading says how many rows it stands over, "Giao lưu (3)", which is not what it is of. */
static char *
strip_count (const char *text)
{
  const char *open = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;

  if (open == NULL || open == text || strspn (open + 1, "0123456789.") + 2 != strlen (open))
    return g_strdup (text);

  return g_strchomp (g_strndup (text, (gsize) (open - text)));
}

/* The first words of the row, which are no span of days; without words, the first thing that it says. */
static char *
label_row (const HnReportForm   *form,
           const HnReportRow    *row,
           const HnCountedTable *table,
           const HnCountedRow   *counted)
{
  const char *first = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const HnCell *cell = g_ptr_array_index (row->cells, i);
      const char *text = g_ptr_array_index (counted->cells, i);

      if (text == NULL || hn_counted_is_ordinal (table, i))
        continue;
      if (cell->type == HN_CELL_TEXT && form->columns[i].type != HN_COLUMN_DATE)
        return row->style == HN_ROW_GROUP ? strip_count (text) : g_strdup (text);
      if (first == NULL)
        first = text;
    }

  return g_strdup (first != NULL ? first : "");
}

static void
add_basis (HnCountedRow  *row,
           const HnBasis *basis)
{
  HnCountedRecord record = { hn_kind_lookup (basis->kind), 0, basis->column };

  for (guint i = 0; i < basis->ids->len; i++)
    {
      record.id = g_array_index (basis->ids, gint64, i);
      g_array_append_val (row->records, record);
    }
}

static HnCountedRow *
count_row (const HnReportForm   *form,
           const HnReportRow    *row,
           const HnCountedTable *table)
{
  HnCountedRow *counted = hn_counted_row_new ();

  counted->style = row->style;
  counted->level = row->level;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const HnCell *cell = g_ptr_array_index (row->cells, i);

      g_ptr_array_add (counted->cells, print_cell (cell));
      if (i < N_MARKS && hn_cell_is_number (cell))
        counted->numbers |= G_GUINT64_CONSTANT (1) << i;
    }
  for (guint i = 0; i < row->basis->len; i++)
    add_basis (counted, g_ptr_array_index (row->basis, i));
  counted->label = label_row (form, row, table, counted);

  return counted;
}

static HnCountedTable *
begin_table (const HnReportForm *form,
             const char         *above)
{
  HnCountedTable *table = hn_counted_table_new ();

  table->name = above != NULL ? g_strdup_printf ("%s: %s", above, form->title) : g_strdup (form->form);
  table->title = g_strdup (form->title);
  for (guint i = 0; i < form->n_columns; i++)
    {
      const HnColumn *column = &form->columns[i];

      g_ptr_array_add (table->columns, column->group != NULL
                                         ? g_strdup_printf ("%s – %s", column->group, column->header)
                                         : g_strdup (column->header));
      if (i < N_MARKS && column->sum)
        table->summed |= G_GUINT64_CONSTANT (1) << i;
    }

  return table;
}

static gboolean
count_source (HnRegister          *reg,
              const HnReportForm  *form,
              HnCountedTable      *table,
              GCancellable        *cancellable,
              GError             **error)
{
  const HnReportRow *row;
  g_autoptr (GError) local = NULL;

  if (!form->source->seek (form->source, reg, 0, cancellable, error))
    return FALSE;

  while ((row = form->source->next (form->source, &local)) != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_ptr_array_add (table->rows, count_row (form, row, table));
      if (table->rows->len % PACE == 0)
        hn_register_let_save (reg);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
count_form (HnCounted           *self,
            HnRegister          *reg,
            const HnReportForm  *form,
            const char          *above,
            GCancellable        *cancellable,
            GError             **error)
{
  HnCountedTable *table = begin_table (form, above);

  g_ptr_array_add (self->tables, table);
  for (guint i = 0; i < form->rows->len; i++)
    g_ptr_array_add (table->rows, count_row (form, g_ptr_array_index (form->rows, i), table));
  if (form->source != NULL && !count_source (reg, form, table, cancellable, error))
    return FALSE;
  if (form->total != NULL)
    table->total = count_row (form, form->total, table);

  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    if (!count_form (self, reg, g_ptr_array_index (form->appended, i), form->form, cancellable, error))
      return FALSE;

  return TRUE;
}

static void
name_records (HnCounted          *self,
              HnRegister         *reg,
              const HnCountedRow *row)
{
  for (guint i = 0; i < row->records->len && g_hash_table_size (self->names) < N_NAMES; i++)
    {
      const HnCountedRecord *record = &g_array_index (row->records, HnCountedRecord, i);
      g_autofree char *title = NULL;

      if (g_hash_table_contains (self->names, &record->id))
        continue;
      title = hn_register_get_title_vi (reg, record->kind, record->id);
      if (title != NULL)
        hn_counted_add_name (self, record->id, title);
    }
}

/**
 * hn_counted_new:
 * @reg: for rows that the report does not hold, and for the names of records
 * @options: that @report was built with
 *
 * Returns: (transfer full) (nullable): what @report counted
 */
HnCounted *
hn_counted_new (HnRegister             *reg,
                const HnReport         *report,
                const HnReportOptions  *options,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autoptr (HnCounted) self = hn_counted_new_empty ();
  g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();

  self->change = hn_register_last_change (reg);
  self->period = g_strdup (report->period->name);
  self->rules = g_strdup (hn_period_rules_get_name (report->period->rules));
  self->from = report->period->from;
  self->to = report->period->to;
  self->dress = options->dress;
  self->areas = options->areas;
  self->organization = options->organization;
  self->sensitive = options->sensitive;
  for (guint i = 0; i < report->forms->len; i++)
    {
      const HnReportForm *form = g_ptr_array_index (report->forms, i);

      g_strv_builder_add (forms, form->form);
      if (!count_form (self, reg, form, NULL, cancellable, error))
        return NULL;
    }
  self->forms = g_strv_builder_end (forms);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const HnCountedTable *table = g_ptr_array_index (self->tables, i);

      for (guint j = 0; j < table->rows->len; j++)
        name_records (self, reg, g_ptr_array_index (table->rows, j));
    }

  return g_steal_pointer (&self);
}

/**
 * hn_counted_summary:
 *
 * Returns: (transfer full): a line a form with the figures of its total, for whoever looks at the record
 */
char *
hn_counted_summary (const HnCounted *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const HnCountedTable *table = g_ptr_array_index (self->tables, i);

      if (strchr (table->name, ':') != NULL)
        continue;
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? "\n" : "", table->name);
      if (table->total == NULL)
        {
          g_string_append_printf (text, "%u dòng", table->rows->len);
          continue;
        }
      g_string_append (text, table->total->label);
      for (guint j = 0; j < table->total->cells->len && j < N_MARKS; j++)
        {
          const char *cell = g_ptr_array_index (table->total->cells, j);

          if (cell != NULL && (table->total->numbers >> j & 1) != 0)
            g_string_append_printf (text, "; %s %s", (const char *) g_ptr_array_index (table->columns, j), cell);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
