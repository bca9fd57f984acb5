/* Reports made by hand, of as many rows as are wanted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

static const HnColumn columns[] = {
  { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 5 },
  { NULL, "Tên đơn vị", HN_COLUMN_TEXT, NULL, FALSE, 24 },
  { NULL, "Ngày nhận", HN_COLUMN_DATE, NULL, FALSE, 11 },
  { "Tổng số", "Người", HN_COLUMN_INTEGER, "người", TRUE, 8 },
  { "Tổng số", "Số tiền", HN_COLUMN_MONEY, "đồng", TRUE, 14 },
};

/* A paper of an office that is none, for the year 2021 of the calendar. */
HnReport *
paper_report_new (HnDress dress)
{
  HnReport *report = g_new0 (HnReport, 1);
  g_autoptr (HnPeriodRules) rules = hn_period_rules_calendar ();

  report->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  report->period = hn_period_parse ("2021", rules, NULL);
  report->dress = dress;
  report->letterhead = g_new0 (HnLetterhead, 1);
  report->letterhead->superior = g_strdup ("UBND tỉnh Thử Nghiệm");
  report->letterhead->name = g_strdup ("Liên hiệp các tổ chức hữu nghị tỉnh Thử Nghiệm");
  report->letterhead->symbol = g_strdup ("LHHN");
  report->letterhead->place = g_strdup ("Thử Nghiệm");
  report->letterhead->authority = g_strdup ("TM. Ban thường vụ");
  report->letterhead->title = g_strdup ("Chủ tịch");
  report->letterhead->addressees = g_strsplit ("Ủy ban nhân dân tỉnh Thử Nghiệm", ";", -1);
  report->letterhead->recipients = g_strsplit ("Như trên;Lưu: VT", ";", -1);

  return report;
}

static void
fill_row (HnReportRow *row,
          guint        index)
{
  g_autofree char *name = g_strdup_printf ("Chi hội hữu nghị số %u của huyện", index + 1);
  g_autofree char *day = g_strdup_printf ("2021-%02u-%02u", index % 12 + 1, index % 28 + 1);

  hn_row_set_integer (row, COLUMN_NUMBER, index + 1);
  hn_row_set_text (row, COLUMN_NAME, name);
  hn_row_set_date (row, COLUMN_DATE, day);
  hn_row_set_integer (row, COLUMN_PEOPLE, 3 * index);
  hn_row_set_integer (row, COLUMN_MONEY, G_GINT64_CONSTANT (1500000) * index);
}

static HnReportForm *
new_form (const char *name)
{
  HnReportForm *form = hn_report_form_new (name, "DANH SÁCH THỬ", columns, G_N_ELEMENTS (columns));

  form->subtitle = g_strdup ("(Tính đến ngày 31/12/2021)");
  form->unit_line = g_strdup ("Đơn vị tính: đồng");

  return form;
}

/* A form with a total where it has rows. */
HnReportForm *
paper_report_add (HnReport   *report,
                  const char *name,
                  guint       n_rows)
{
  HnReportForm *form = new_form (name);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_rows; i++)
    fill_row (hn_form_add_row (form, HN_ROW_PLAIN), i);
  if (n_rows == 0)
    hn_form_add_nothing (form);
  hn_form_add_total (form, COLUMN_NAME, "TỔNG CỘNG", &error);
  g_assert_no_error (error);
  g_ptr_array_add (report->forms, form);

  return form;
}

/* --- rows that are made when they are read ------------------------------- */

typedef struct
{
  HnRowSource source;
  HnReportForm *rows; /* whose one row is filled anew */
  guint next;
  guint reads;
} Stream;

static gboolean
stream_seek (HnRowSource   *source,
             HnRegister    *reg,
             guint          row,
             GCancellable  *cancellable,
             GError       **error)
{
  ((Stream *) source)->next = row;

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static const HnReportRow *
stream_next (HnRowSource  *source,
             GError      **error)
{
  Stream *self = (Stream *) source;
  HnReportRow *row = g_ptr_array_index (self->rows->rows, 0);

  if (self->next >= source->n_rows)
    return NULL;

  fill_row (row, self->next++);
  self->reads++;

  return row;
}

static void
stream_free (HnRowSource *source)
{
  hn_report_form_free (((Stream *) source)->rows);
  g_free (source);
}

/* A form whose rows are none of them held. */
HnReportForm *
paper_report_stream (HnReport *report,
                     guint     n_rows)
{
  HnReportForm *form = new_form ("M02");
  Stream *stream = g_new0 (Stream, 1);

  stream->source = (HnRowSource) { n_rows, stream_seek, stream_next, stream_free };
  stream->rows = new_form ("M02");
  hn_form_add_row (stream->rows, HN_ROW_PLAIN);
  form->source = &stream->source;
  g_ptr_array_add (report->forms, form);

  return form;
}

/* Returns: how often a row was asked for */
guint
paper_stream_reads (HnReportForm *form)
{
  return ((Stream *) form->source)->reads;
}
