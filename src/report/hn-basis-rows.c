/* A row for each record behind a form's figures, read from the register while the rows are written: what somebody who
 * doubts a number asks for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-basis-rows.h"

#include <string.h>

#include "hn-basis-uses.h"
#include "hn-form.h"

/* Records that are read at once. */
#define CHUNK 256

/* Values of a record that are told, beside its title. */
#define MOST_VALUES 3

enum
{
  COLUMN_FORM,
  COLUMN_KIND,
  COLUMN_RECORD,
  COLUMN_DATE,
  COLUMN_VALUES,
  COLUMN_FIGURES,
  COLUMN_ID,
};

static const HnColumn columns[] = {
  { NULL, "Biểu", HN_COLUMN_CODE, NULL, FALSE, 5 },
  { NULL, "Loại bản ghi", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Tên bản ghi", HN_COLUMN_TEXT, NULL, FALSE, 38 },
  { NULL, "Ngày", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Nội dung", HN_COLUMN_TEXT, NULL, FALSE, 28 },
  { NULL, "Số liệu có bản ghi này: dòng, (cột) số", HN_COLUMN_TEXT, NULL, FALSE, 40 },
  { NULL, "Mã", HN_COLUMN_CODE, NULL, FALSE, 23 },
};

typedef struct
{
  HnRowSource parent;
  HnBasisUses *uses;
  HnReportForm *scratch; /* holds the row that is given out */
  HnReportRow *row;
  HnRegister *reg;
  GCancellable *cancellable;
  guint at;              /* the next row */
  GPtrArray *records;    /* those from @first on, or NULL */
  guint first;
} BasisRows;

static void
clear_row (HnReportRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      HnCell *cell = hn_row_cell (row, i);

      g_clear_pointer (&cell->text, g_free);
      cell->type = HN_CELL_EMPTY;
    }
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
fill_row (BasisRows           *self,
          const HnBasisRecord *basis,
          const HnRecord      *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, basis->id);
  g_autofree char *figures = hn_basis_uses_describe (self->uses, basis);
  const HnKind *kind = hn_kind_lookup (basis->kind);

  clear_row (self->row);
  hn_row_set_text (self->row, COLUMN_FORM, basis->form);
  hn_row_set_text (self->row, COLUMN_KIND, kind != NULL ? kind->label.vi : basis->kind);
  hn_row_set_text (self->row, COLUMN_FIGURES, figures);
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

static const HnBasisRecord *
get_record (BasisRows *self,
            guint      row)
{
  return &g_array_index (self->uses->records, HnBasisRecord, row);
}

/* Reads the next ones, as far as they are of one kind. */
static gboolean
load_records (BasisRows  *self,
              GError    **error)
{
  const HnKind *kind = hn_kind_lookup (get_record (self, self->at)->kind);
  gint64 ids[CHUNK];
  guint n = 0;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->first = self->at;
  if (self->reg == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  for (; n < CHUNK && self->at + n < self->parent.n_rows; n++)
    {
      if (hn_kind_lookup (get_record (self, self->at + n)->kind) != kind)
        break;
      ids[n] = get_record (self, self->at + n)->id;
    }
  self->records = hn_register_load_many_vi (self->reg, kind, ids, n, error);

  return self->records != NULL;
}

static const HnReportRow *
next (HnRowSource  *source,
      GError      **error)
{
  BasisRows *self = (BasisRows *) source;
  const HnRecord *record = NULL;

  if (self->at >= self->parent.n_rows)
    return NULL;
  if ((self->records == NULL || self->at >= self->first + self->records->len) && !load_records (self, error))
    return NULL;

  if (self->records != NULL)
    record = g_ptr_array_index (self->records, self->at - self->first);
  fill_row (self, get_record (self, self->at), record);
  self->at++;

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

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->reg = reg;
  self->cancellable = cancellable;
  self->at = row;

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
basis_rows_free (HnRowSource *source)
{
  BasisRows *self = (BasisRows *) source;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  hn_report_form_free (self->scratch);
  hn_basis_uses_free (self->uses);
  g_free (self);
}

/**
 * hn_basis_form_new:
 * @report: which must live as long as the form
 *
 * Returns: (transfer full): the records behind the figures of all forms, each once a form
 */
HnReportForm *
hn_basis_form_new (const HnReport *report)
{
  HnReportForm *form = hn_report_form_new (HN_BASIS_SHEET, "CĂN CỨ SỐ LIỆU", columns, G_N_ELEMENTS (columns));
  BasisRows *self = g_new0 (BasisRows, 1);

  self->uses = hn_basis_uses_new (report);
  self->parent = (HnRowSource) { self->uses->records->len, seek, next, basis_rows_free };
  self->scratch = hn_report_form_new (HN_BASIS_SHEET, "", columns, G_N_ELEMENTS (columns));
  self->row = hn_form_add_row (self->scratch, HN_ROW_PLAIN);

  form->landscape = TRUE;
  form->subtitle = hn_form_over (report->period);
  form->source = &self->parent;
  if (self->parent.n_rows == 0)
    hn_form_add_nothing (form);

  return form;
}
