/* A row for each record behind each figure, read from the register while the rows are written: what somebody who
 * doubts a number asks for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-basis-rows.h"

#include <string.h>

#include "hn-form.h"

/* Records that are read at once. */
#define CHUNK 256

/* Values of a record that are told, beside its title. */
#define MOST_VALUES 3

enum
{
  COLUMN_FORM,
  COLUMN_ROW,
  COLUMN_COLUMN,
  COLUMN_FIGURE,
  COLUMN_KIND,
  COLUMN_RECORD,
  COLUMN_DATE,
  COLUMN_VALUES,
  COLUMN_ID,
};

static const HnColumn columns[] = {
  { "Số liệu trong báo cáo", "Biểu", HN_COLUMN_CODE, NULL, FALSE, 5 },
  { "Số liệu trong báo cáo", "Dòng", HN_COLUMN_TEXT, NULL, FALSE, 18 },
  { "Số liệu trong báo cáo", "Cột", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { "Số liệu trong báo cáo", "Số liệu", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { "Bản ghi trong sổ", "Loại", HN_COLUMN_TEXT, NULL, FALSE, 9 },
  { "Bản ghi trong sổ", "Tên bản ghi", HN_COLUMN_TEXT, NULL, FALSE, 22 },
  { "Bản ghi trong sổ", "Ngày", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { "Bản ghi trong sổ", "Nội dung", HN_COLUMN_TEXT, NULL, FALSE, 26 },
  { "Bản ghi trong sổ", "Mã", HN_COLUMN_CODE, NULL, FALSE, 20 },
};

/* The records of one kind behind one figure. */
typedef struct
{
  const HnReportForm *form;
  const HnReportRow *row;
  const HnBasis *basis;
  guint index;         /* of the row in its form */
  guint start;         /* the first of its rows on the sheet */
} Part;

typedef struct
{
  HnRowSource parent;
  GArray *parts;         /* of Part */
  HnReportForm *scratch; /* holds the row that is given out */
  HnReportRow *row;
  HnRegister *reg;
  GCancellable *cancellable;
  guint part;
  guint at;              /* in the part */
  GPtrArray *records;    /* those from @first on, or NULL */
  guint first;
} BasisRows;

/* "3. Tổng số hội viên", "Hội Việt - Lào", or "Dòng 5" */
static char *
describe_row (const HnReportForm *form,
              const HnReportRow  *row,
              guint               index)
{
  const char *code = NULL;

  for (guint i = 0; i < form->n_columns; i++)
    {
      const HnCell *cell = g_ptr_array_index (row->cells, i);

      if (cell->type != HN_CELL_TEXT)
        continue;
      if (form->columns[i].type == HN_COLUMN_CODE && code == NULL && i == 0)
        code = cell->text;
      else if (form->columns[i].type == HN_COLUMN_TEXT)
        return code != NULL ? g_strdup_printf ("%s. %s", code, cell->text) : g_strdup (cell->text);
    }

  return g_strdup_printf ("Dòng %u", index + 1);
}

static char *
describe_column (const HnReportForm *form,
                 int                 column)
{
  const HnColumn *head;

  if (column == HN_BASIS_ROW)
    return g_strdup ("(cả dòng)");

  head = &form->columns[column];

  return head->group != NULL ? g_strdup_printf ("%s: %s", head->group, head->header) : g_strdup (head->header);
}

static void
copy_cell (HnReportRow  *row,
           guint         column,
           const HnCell *cell)
{
  switch (cell->type)
    {
    case HN_CELL_INTEGER:
      hn_row_set_integer (row, column, cell->number);
      break;
    case HN_CELL_DECIMAL:
      hn_row_set_decimal (row, column, cell->number, cell->decimals);
      break;
    case HN_CELL_PERCENT:
      hn_row_set_percent (row, column, cell->number, cell->decimals);
      break;
    case HN_CELL_TEXT:
    case HN_CELL_DATE:
      hn_row_set_text (row, column, cell->text);
      break;
    case HN_CELL_EMPTY:
    default:
      break;
    }
}

static void
clear_row (HnReportRow *row,
           guint        first)
{
  for (guint i = first; i < G_N_ELEMENTS (columns); i++)
    {
      HnCell *cell = hn_row_cell (row, i);

      g_clear_pointer (&cell->text, g_free);
      cell->type = HN_CELL_EMPTY;
    }
}

/* What all rows of a part have in common. */
static void
begin_part (BasisRows *self)
{
  const Part *part = &g_array_index (self->parts, Part, self->part);
  g_autofree char *row = describe_row (part->form, part->row, part->index);
  g_autofree char *column = describe_column (part->form, part->basis->column);

  clear_row (self->row, 0);
  hn_row_set_text (self->row, COLUMN_FORM, part->form->form);
  hn_row_set_text (self->row, COLUMN_ROW, row);
  hn_row_set_text (self->row, COLUMN_COLUMN, column);
  if (part->basis->column != HN_BASIS_ROW)
    copy_cell (self->row, COLUMN_FIGURE, g_ptr_array_index (part->row->cells, (guint) part->basis->column));
}

/* "Ngày vào hội: 05/2021; Trạng thái: Đang sinh hoạt" of the fields that a list shows and the title does not. */
static char *
describe_values (const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autofree char *title = hn_record_title_vi (record);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < kind->n_fields && n < MOST_VALUES; i++)
    {
      const HnField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if ((field->flags & HN_FIELD_LIST) == 0 || (field->flags & HN_FIELD_SENSITIVE) != 0
          || hn_record_get (record, field->name) == NULL)
        continue;
      value = hn_record_print_vi (record, field->name);
      if (*value == '\0' || strstr (title, value) != NULL)
        continue;
      g_string_append_printf (text, "%s%s: %s", n++ > 0 ? "; " : "", field->label.vi, value);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
find_date (const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HN_TYPE_DATE && hn_record_get_text (record, kind->fields[i].name) != NULL)
      return hn_record_get_text (record, kind->fields[i].name);

  return NULL;
}

static void
fill_row (BasisRows      *self,
          const HnBasis  *basis,
          const HnRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (basis->ids, gint64, self->at));
  const HnKind *kind = hn_kind_lookup (basis->kind);

  clear_row (self->row, COLUMN_KIND);
  hn_row_set_text (self->row, COLUMN_KIND, kind != NULL ? kind->label.vi : basis->kind);
  hn_row_set_text (self->row, COLUMN_ID, id);
  if (record != NULL)
    {
      g_autofree char *title = hn_record_title_vi (record);
      g_autofree char *values = describe_values (record);

      hn_row_set_text (self->row, COLUMN_RECORD, title);
      hn_row_set_date (self->row, COLUMN_DATE, find_date (record));
      hn_row_set_text (self->row, COLUMN_VALUES, values);
    }
}

static gboolean
load_records (BasisRows      *self,
              const HnBasis  *basis,
              GError        **error)
{
  guint n = MIN (basis->ids->len - self->at, CHUNK);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->first = self->at;
  if (self->reg == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  self->records = hn_register_load_many_vi (self->reg, hn_kind_lookup (basis->kind),
                                         &g_array_index (basis->ids, gint64, self->at), n, error);

  return self->records != NULL;
}

static const HnReportRow *
next (HnRowSource  *source,
      GError      **error)
{
  BasisRows *self = (BasisRows *) source;
  const HnBasis *basis;
  const HnRecord *record;

  if (self->part >= self->parts->len)
    return NULL;

  basis = g_array_index (self->parts, Part, self->part).basis;
  if (self->at == 0)
    begin_part (self);
  if ((self->at == 0 || self->at == self->first + CHUNK) && !load_records (self, basis, error))
    return NULL;

  record = self->records != NULL ? g_ptr_array_index (self->records, self->at - self->first) : NULL;
  fill_row (self, basis, record);
  if (++self->at == basis->ids->len)
    {
      self->part++;
      self->at = 0;
    }

  return self->row;
}

static gboolean
seek (HnRowSource   *source,
      HnRegister    *reg,
      guint          row,
      GCancellable  *cancellable,
      GError       **error)
{
  BasisRows *self = (BasisRows *) source;

  self->reg = reg;
  self->cancellable = cancellable;
  self->at = 0;
  for (self->part = 0; self->part < self->parts->len; self->part++)
    {
      const Part *part = &g_array_index (self->parts, Part, self->part);

      if (row < part->start + part->basis->ids->len)
        {
          begin_part (self);
          self->at = row - part->start;
          return load_records (self, part->basis, error);
        }
    }

  return TRUE;
}

static void
basis_rows_free (HnRowSource *source)
{
  BasisRows *self = (BasisRows *) source;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  hn_report_form_free (self->scratch);
  g_array_unref (self->parts);
  g_free (self);
}

static void
add_parts (BasisRows          *self,
           const HnReportForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      const HnReportRow *row = g_ptr_array_index (form->rows, i);

      for (guint j = 0; j < row->basis->len; j++)
        {
          Part part = { form, row, g_ptr_array_index (row->basis, j), i, self->parent.n_rows };

          if (part.basis->ids->len == 0)
            continue;
          self->parent.n_rows += part.basis->ids->len;
          g_array_append_val (self->parts, part);
        }
    }
  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    add_parts (self, g_ptr_array_index (form->appended, i));
}

/**
 * hn_basis_form_new:
 * @report: which must live as long as the form
 *
 * Returns: (transfer full): the records behind the figures of all forms, in the order of forms, rows and columns; the
 *   rows of lists that are read as they are written are records themselves and not among them
 */
HnReportForm *
hn_basis_form_new (const HnReport *report)
{
  HnReportForm *form = hn_report_form_new (HN_BASIS_SHEET, "CĂN CỨ SỐ LIỆU", columns, G_N_ELEMENTS (columns));
  BasisRows *self = g_new0 (BasisRows, 1);

  self->parent = (HnRowSource) { 0, seek, next, basis_rows_free };
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->scratch = hn_report_form_new (HN_BASIS_SHEET, "", columns, G_N_ELEMENTS (columns));
  self->row = hn_form_add_row (self->scratch, HN_ROW_PLAIN);
  for (guint i = 0; i < report->forms->len; i++)
    add_parts (self, g_ptr_array_index (report->forms, i));

  form->landscape = TRUE;
  form->subtitle = hn_form_over (report->period);
  form->source = &self->parent;
  if (self->parent.n_rows == 0)
    hn_form_add_nothing (form);

  return form;
}
