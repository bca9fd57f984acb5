/* All people of a register, one row each, in the order in which they are kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-people.h"

#include "hn-form.h"

static const HnColumn columns[] = {
  { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 5 },
  { NULL, "Họ và tên", HN_COLUMN_TEXT, NULL, FALSE, 17 },
  { NULL, "Ngày, tháng, năm sinh", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Giới tính", HN_COLUMN_TEXT, NULL, FALSE, 5.5 },
  { NULL, "Nghề nghiệp", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Chức vụ, đơn vị công tác", HN_COLUMN_TEXT, NULL, FALSE, 14 },
  { NULL, "Địa chỉ", HN_COLUMN_TEXT, NULL, FALSE, 17 },
  { NULL, "Điện thoại", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Thư điện tử", HN_COLUMN_TEXT, NULL, FALSE, 17 },
  { NULL, "Nước", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  { NULL, "Từ ngày", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Mã số", HN_COLUMN_CODE, NULL, FALSE, 8 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 10 },
};

static const char people_sql[] =
  "SELECT \"name\", \"birth\", \"gender\", \"occupation\", \"workplace\", \"address\", \"phone\", \"email\","
  " \"country\", \"since\", printf ('%07d', \"id\"), \"note\" FROM \"person\" ORDER BY \"id\" LIMIT -1 OFFSET ?1";

typedef struct
{
  HnRowSource source;
  HnReportForm *form; /* of one row, which is filled again and again */
  HnReportRow *row;
  HnRows *rows;
  guint at;
} People;

static gboolean
seek (HnRowSource   *source,
      HnRegister    *reg,
      guint          row,
      GCancellable  *cancellable,
      GError       **error)
{
  People *self = (People *) source;

  g_clear_pointer (&self->rows, hn_rows_free);
  self->at = row;
  self->rows = hn_register_query (reg, people_sql, "i", error, (gint64) row);

  return self->rows != NULL;
}

static const HnReportRow *
next (HnRowSource  *source,
      GError      **error)
{
  People *self = (People *) source;

  if (!hn_rows_next (self->rows, error))
    return NULL;

  hn_row_set_integer (self->row, 0, ++self->at);
  for (guint i = 1; i < G_N_ELEMENTS (columns); i++)
    {
      HnCell *cell = hn_row_cell (self->row, i);

      g_clear_pointer (&cell->text, g_free);
      cell->type = HN_CELL_EMPTY;
      if (columns[i].type == HN_COLUMN_DATE)
        hn_row_set_date (self->row, i, hn_rows_text (self->rows, (int) i - 1));
      else
        hn_row_set_text (self->row, i, hn_rows_text (self->rows, (int) i - 1));
    }

  return self->row;
}

static void
people_free (HnRowSource *source)
{
  People *self = (People *) source;

  g_clear_pointer (&self->rows, hn_rows_free);
  hn_report_form_free (self->form);
  g_free (self);
}

static guint
count_people (HnRegister *reg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRows) rows = hn_register_query (reg, "SELECT count (*) FROM \"person\"", "", &error);

  if (rows == NULL || !hn_rows_next (rows, &error))
    g_error ("people: %s", error->message);

  return (guint) hn_rows_integer (rows, 0);
}

HnReportForm *
bench_people_form (HnRegister *reg)
{
  HnReportForm *form = hn_report_form_new ("M02", "DANH SÁCH", columns, G_N_ELEMENTS (columns));
  People *self = g_new0 (People, 1);

  self->source = (HnRowSource) { count_people (reg), seek, next, people_free };
  self->form = hn_report_form_new ("M02", "", columns, G_N_ELEMENTS (columns));
  self->row = hn_form_add_row (self->form, HN_ROW_PLAIN);
  form->landscape = TRUE;
  form->source = &self->source;

  return form;
}
