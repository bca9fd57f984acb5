/* A figure of a report, and the records behind it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-figure.h"

#include <glib/gi18n-lib.h>

#include "hn-basis.h"
#include "hn-form.h"
#include "hn-number.h"
#include "hn-record-summary.h"

/* So many records are listed; of more, it is said how many there are. */
#define MAX_LISTED 200

static void
record_free (gpointer data)
{
  HnFigureRecord *record = data;

  g_free (record->title);
  g_free (record->detail);
  g_free (record);
}

/**
 * hn_figure_free:
 *
 * Frees a figure, the sentence about it and the records behind it.
 */
void
hn_figure_free (HnFigure *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self->about);
  g_free (self->sentence);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* --- where it stands ----------------------------------------------------- */

/* (nullable): the table that a cell is in */
static const HnReportForm *
find_table (const HnReport    *report,
            const HnPaperSpot *spot)
{
  const HnReportForm *form = NULL;

  if (spot->form < report->forms->len)
    form = g_ptr_array_index (report->forms, spot->form);
  if (form == NULL || spot->part != HN_PAPER_APPENDED)
    return form;

  return form->appended != NULL && spot->table < form->appended->len ? g_ptr_array_index (form->appended, spot->table)
                                                                     : NULL;
}

/* (nullable): a row that is held */
static const HnReportRow *
find_row (const HnReportForm *table,
          const HnPaperSpot  *spot)
{
  if (spot->part == HN_PAPER_TOTAL || (spot->part == HN_PAPER_APPENDED && spot->row == table->rows->len))
    return table->total;

  return spot->row < table->rows->len ? g_ptr_array_index (table->rows, spot->row) : NULL;
}

static char *
print_cell (const HnCell *cell)
{
  return cell->type == HN_CELL_PERCENT ? hn_number_print_full (cell->number, cell->decimals)
                                       : hn_number_print (cell->number, cell->decimals);
}

/* Which column and row: "Hội viên, Nữ · Hội hữu nghị Việt Nam – Lào" */
static char *
describe (const HnReportForm *table,
          const HnReportRow  *row,
          guint               column)
{
  const HnColumn *head = &table->columns[column];
  g_autoptr (GString) about = g_string_new (NULL);

  if (head->group != NULL)
    g_string_append_printf (about, "%s, ", head->group);
  g_string_append (about, head->header);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const HnCell *cell = g_ptr_array_index (row->cells, i);

      if (cell->type != HN_CELL_TEXT || i == column || table->columns[i].type == HN_COLUMN_CODE)
        continue;
      g_string_append_printf (about, " · %s", cell->text);
      break;
    }
  g_string_replace (about, "\n", " ", 0);

  return g_string_free_and_steal (g_steal_pointer (&about));
}

/**
 * hn_figure_print:
 *
 * Returns: (transfer full) (nullable): what a figure is and says, in one line for who cannot see the page; %NULL where
 *   there is none
 */
char *
hn_figure_print (const HnReport    *report,
                 const HnPaperSpot *spot)
{
  const HnReportForm *table;
  const HnReportRow *row;
  g_autofree char *value = NULL, *about = NULL;

  g_return_val_if_fail (report != NULL && spot != NULL, NULL);

  table = find_table (report, spot);
  row = table != NULL ? find_row (table, spot) : NULL;
  if (row == NULL || !spot->number)
    return NULL;

  value = print_cell (g_ptr_array_index (row->cells, spot->column));
  about = describe (table, row, spot->column);

  return g_strdup_printf ("%s: %s", about, value);
}

/* --- what is behind it --------------------------------------------------- */

typedef struct
{
  HnReportChoice *choice; /* with the one form */
  HnPaperSpot spot;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  hn_report_choice_free (job->choice);
  g_free (job);
}

static char *
write_sentence (const HnCell *cell,
                guint         column,
                gint64        n_records)
{
  g_autofree char *number = hn_number_print (n_records, 0);

  /* The number of a row counts nothing. */
  if (column == 0 && n_records > 0)
    return g_strdup_printf (ngettext ("%s record stands behind this row.", "%s records stand behind this row.",
                                      (gulong) n_records),
                            number);
  if (n_records == 0 && cell->number == 0)
    return g_strdup (_("Nothing in the register counts for this figure."));
  if (n_records == 0)
    return g_strdup (_("This figure is not counted from records: it was stated, or is worked out from others."));
  if (cell->type == HN_CELL_INTEGER && cell->number == n_records)
    return g_strdup_printf (ngettext ("%s record, as the figure says.", "%s records, as many as the figure says.",
                                      (gulong) n_records),
                            number);

  return g_strdup_printf (ngettext ("%s record stands behind this figure, which says what is in it, not how many.",
                                    "%s records stand behind this figure, which adds up what is in them, or a part.",
                                    (gulong) n_records),
                          number);
}

static void
add_record (HnFigure     *figure,
            HnRegister   *reg,
            const HnKind *kind,
            gint64        id)
{
  g_autoptr (HnRecord) record = hn_register_load (reg, kind, id, NULL);
  HnFigureRecord *listed;

  if (record == NULL)
    return;

  listed = g_new0 (HnFigureRecord, 1);
  listed->kind = kind;
  listed->id = id;
  listed->title = hn_register_get_title (reg, kind, id);
  listed->detail = hn_record_summary (record, NULL);
  g_ptr_array_add (figure->records, listed);
}

static gboolean
list_records (HnFigure      *figure,
              HnRegister    *reg,
              GPtrArray     *basis,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 0; i < basis->len; i++)
    {
      const HnBasis *group = g_ptr_array_index (basis, i);
      const HnKind *kind = hn_kind_lookup (group->kind);

      figure->n_records += group->ids->len;
      for (guint j = 0; kind != NULL && j < group->ids->len && figure->records->len < MAX_LISTED; j++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          add_record (figure, reg, kind, g_array_index (group->ids, gint64, j));
        }
    }

  return TRUE;
}

/* The row that a cell is in, which lives until the next one of a form's source is read. */
static const HnReportRow *
read_row (const HnReportForm *table,
          HnRegister         *reg,
          const HnPaperSpot  *spot,
          GCancellable       *cancellable,
          GError            **error)
{
  HnRowSource *source = table->source;
  const HnReportRow *row = find_row (table, spot);

  if (row != NULL || source == NULL || spot->part != HN_PAPER_ROW)
    return row;

  return source->seek (source, reg, spot->row - table->rows->len, cancellable, error) ? source->next (source, error)
                                                                                      : NULL;
}

static HnFigure *
explain (const HnReport     *report,
         HnRegister         *reg,
         const HnPaperSpot  *spot,
         GCancellable       *cancellable,
         GError            **error)
{
  const HnReportForm *table = find_table (report, spot);
  g_autoptr (HnFigure) figure = g_new0 (HnFigure, 1);
  g_autoptr (GPtrArray) basis = NULL;
  g_autoptr (GError) failure = NULL;
  const HnReportRow *row = table != NULL ? read_row (table, reg, spot, cancellable, &failure) : NULL;
  const HnCell *cell;

  figure->records = g_ptr_array_new_with_free_func (record_free);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (row == NULL || spot->column >= table->n_columns)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The report has no such figure any more."));
      return NULL;
    }

  cell = g_ptr_array_index (row->cells, spot->column);
  figure->value = hn_cell_is_number (cell) ? print_cell (cell) : g_strdup (cell->text != NULL ? cell->text : "");
  figure->about = describe (table, row, spot->column);
  basis = hn_form_find_basis (table, row, spot->column);
  if (!list_records (figure, reg, basis, cancellable, error))
    return NULL;
  figure->sentence = write_sentence (cell, spot->column, figure->n_records);

  return g_steal_pointer (&figure);
}

static gpointer
explain_job (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Job *job = data;
  g_autoptr (HnPeriod) period = hn_report_choice_period (job->choice, reg, error);
  g_autoptr (HnReport) report = NULL;
  HnReportOptions options;

  if (period == NULL)
    return NULL;

  options = hn_report_choice_options (job->choice, period);
  options.basis = TRUE;
  report = hn_report_build (reg, &options, NULL, NULL, cancellable, error);

  return report != NULL ? explain (report, reg, &job->spot, cancellable, error) : NULL;
}

/**
 * hn_figure_explain_async:
 * @choice: the report that the figure is in
 * @spot: where it stands, as hn_paper_pick() found it
 *
 * Reads the records behind a figure, on a reading thread.
 */
void
hn_figure_explain_async (HnStore              *store,
                         const HnReportChoice *choice,
                         const HnPaperSpot    *spot,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  Job *job;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (choice != NULL && spot != NULL);
  g_return_if_fail (spot->form < g_strv_length (choice->forms));

  job = g_new0 (Job, 1);
  job->choice = hn_report_choice_copy (choice);
  g_strfreev (job->choice->forms);
  job->choice->forms = g_new0 (char *, 2);
  job->choice->forms[0] = g_strdup (choice->forms[spot->form]);
  job->spot = *spot;
  job->spot.form = 0;
  hn_store_read_async (store, explain_job, job, job_free, (GDestroyNotify) hn_figure_free, cancellable, callback,
                       user_data);
}

/**
 * hn_figure_explain_finish:
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
HnFigure *
hn_figure_explain_finish (HnStore       *store,
                          GAsyncResult  *result,
                          GError       **error)
{
  return hn_store_read_finish (store, result, error);
}
