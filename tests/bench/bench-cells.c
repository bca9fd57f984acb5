/* Bare libxlsxwriter: cells that are in memory already, in constant memory, with formats made beforehand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <xlsxwriter.h>

#include <glib/gstdio.h>

#include "bench-bare.h"
#include "hn-form.h"

enum
{
  FORMAT_TEXT,
  FORMAT_NUMBER,
  FORMAT_DATE,
  N_FORMATS,
};

typedef struct
{
  const char *text; /* or NULL: a number */
  double number;
  guint16 column;
  guint16 format;
} Cell;

typedef struct
{
  GArray *cells; /* of Cell */
  GArray *ends;  /* of guint: of the rows, in cells */
} Table;

struct _BenchCells
{
  GStringChunk *words;
  GPtrArray *tables;
};

static void
table_free (gpointer data)
{
  g_array_unref (((Table *) data)->cells);
  g_array_unref (((Table *) data)->ends);
  g_free (data);
}

void
bench_cells_free (BenchCells *self)
{
  g_string_chunk_free (self->words);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static void
add_cell (BenchCells   *self,
          Table        *table,
          const HnCell *cell,
          guint         column)
{
  Cell bare = { .column = (guint16) column };
  HnDate date;

  if (hn_cell_is_number (cell))
    {
      bare.number = hn_cell_to_double (cell);
      bare.format = FORMAT_NUMBER;
    }
  else if (cell->type == HN_CELL_DATE && hn_date_from_iso (cell->text, &date) && hn_date_is_full (date)
           && date.year > 1900)
    {
      lxw_datetime datetime = { .year = date.year, .month = date.month, .day = date.day };

      bare.number = lxw_datetime_to_excel_datetime (&datetime);
      bare.format = FORMAT_DATE;
    }
  else
    bare.text = g_string_chunk_insert (self->words, cell->text != NULL ? cell->text : "");
  g_array_append_val (table->cells, bare);
}

static void
add_row (BenchCells        *self,
         Table             *table,
         const HnReportRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    add_cell (self, table, g_ptr_array_index (row->cells, i), i);
  g_array_append_val (table->ends, table->cells->len);
}

static void
add_table (BenchCells         *self,
           const HnReportForm *form,
           HnRegister         *reg)
{
  Table *table = g_new0 (Table, 1);
  g_autoptr (GError) error = NULL;
  const HnReportRow *row;

  table->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  table->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->tables, table);
  for (guint i = 0; i < form->rows->len; i++)
    add_row (self, table, g_ptr_array_index (form->rows, i));
  if (form->source != NULL && form->source->seek (form->source, reg, 0, NULL, &error))
    while ((row = form->source->next (form->source, &error)) != NULL)
      add_row (self, table, row);
  if (error != NULL)
    g_error ("rows: %s", error->message);
  if (form->total != NULL)
    add_row (self, table, form->total);
}

/* Empty cells have a border, so that they are cells too. */
BenchCells *
bench_cells_read (const HnReport *report,
                  HnRegister     *reg)
{
  BenchCells *self = g_new0 (BenchCells, 1);

  self->words = g_string_chunk_new (1 << 20);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  for (guint i = 0; i < report->forms->len; i++)
    add_table (self, g_ptr_array_index (report->forms, i), reg);

  return self;
}

static void
make_formats (lxw_workbook *book,
              lxw_format   *formats[N_FORMATS])
{
  for (guint i = 0; i < N_FORMATS; i++)
    {
      formats[i] = workbook_add_format (book);
      format_set_font_name (formats[i], "Times New Roman");
      format_set_font_size (formats[i], 11);
      format_set_border (formats[i], LXW_BORDER_THIN);
      if (i == FORMAT_TEXT)
        format_set_text_wrap (formats[i]);
      else
        format_set_num_format (formats[i], i == FORMAT_DATE ? "dd\\/mm\\/yyyy" : "#,##0");
    }
}

static void
write_table (const Table   *table,
             lxw_workbook  *book,
             lxw_format   **formats)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  const Cell *cell = &g_array_index (table->cells, Cell, 0);
  const Cell *first = cell;

  for (guint row = 0, on_sheet = 0; row < table->ends->len; row++, on_sheet++)
    {
      if (on_sheet == LXW_ROW_MAX)
        {
          sheet = workbook_add_worksheet (book, NULL);
          on_sheet = 0;
        }
      for (; cell < first + g_array_index (table->ends, guint, row); cell++)
        if (cell->text == NULL)
          worksheet_write_number (sheet, on_sheet, cell->column, cell->number, formats[cell->format]);
        else if (*cell->text == '\0')
          worksheet_write_blank (sheet, on_sheet, cell->column, formats[FORMAT_TEXT]);
        else
          worksheet_write_string (sheet, on_sheet, cell->column, cell->text, formats[FORMAT_TEXT]);
    }
}

void
bench_cells_write (BenchCells *self,
                   const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_format *formats[N_FORMATS];

  setlocale (LC_NUMERIC, "C");
  make_formats (book, formats);
  for (guint i = 0; i < self->tables->len; i++)
    write_table (g_ptr_array_index (self->tables, i), book, formats);
  if (workbook_close (book) != LXW_NO_ERROR)
    g_error ("bare workbook");
}

static void
print_cell (GString    *line,
            const Cell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (cell->text == NULL && cell->format == FORMAT_DATE)
    {
      g_autoptr (GDateTime) epoch = g_date_time_new_utc (1899, 12, 30, 0, 0, 0);
      g_autoptr (GDateTime) day = g_date_time_add_days (epoch, (int) cell->number);
      g_autofree char *iso = g_date_time_format (day, "%F");

      g_string_append (line, iso);
      return;
    }
  if (cell->text == NULL)
    {
      g_string_append (line, g_ascii_dtostr (number, sizeof number, cell->number));
      return;
    }

  g_string_append_c (line, '"');
  for (const char *c = cell->text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *c);
    }
  g_string_append_c (line, '"');
}

/* The same cells as separated values, for other programs: text in quotation marks, dates in ISO. */
void
bench_cells_print (BenchCells *self,
                   const char *path)
{
  FILE *file = g_fopen (path, "we");
  g_autoptr (GString) line = g_string_new (NULL);

  if (file == NULL)
    g_error ("%s cannot be written", path);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = g_ptr_array_index (self->tables, i);

      for (guint row = 0, at = 0; row < table->ends->len; row++)
        {
          g_string_truncate (line, 0);
          for (; at < g_array_index (table->ends, guint, row); at++)
            {
              const Cell *cell = &g_array_index (table->cells, Cell, at);

              if (cell->column > 0)
                g_string_append_c (line, ',');
              print_cell (line, cell);
            }
          g_string_append_c (line, '\n');
          fwrite (line->str, 1, line->len, file);
        }
    }
  if (fclose (file) != 0)
    g_error ("%s cannot be written", path);
}
