/* The program's own tables of values separated by commas (RFC 4180), read by libcsv. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-csv.h"

#include <csv.h>

typedef struct
{
  HnCsv        *csv;
  GStrvBuilder *cells; /* of the row that is being read */
} Reader;

static void
cell_cb (void   *text,
         size_t  length,
         void   *user_data)
{
  Reader *reader = user_data;

  g_strv_builder_take (reader->cells, g_strndup (text, length));
}

static void
row_cb (int   end,
        void *user_data)
{
  Reader *reader = user_data;
  GStrv row = g_strv_builder_end (reader->cells);

  if (reader->csv->names == NULL)
    reader->csv->names = row;
  else
    g_ptr_array_add (reader->csv->rows, row);
}

static gboolean
parse (Reader      *reader,
       const char  *text,
       gsize        length,
       GError     **error)
{
  struct csv_parser parser;
  gboolean read;

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    g_error ("libcsv could not be started");

  read = csv_parse (&parser, text, length, cell_cb, row_cb, reader) == length
         && csv_fini (&parser, cell_cb, row_cb, reader) == 0;
  if (!read)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, csv_strerror (csv_error (&parser)));
  csv_free (&parser);

  return read;
}

static gboolean
check_rows (const HnCsv  *self,
            GError      **error)
{
  guint n_names = self->names != NULL ? g_strv_length (self->names) : 0;

  if (n_names == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no row of names");
      return FALSE;
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint n_cells = g_strv_length (g_ptr_array_index (self->rows, i));

      if (n_cells != n_names)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "row %u has %u cells instead of %u", i + 1, n_cells,
                       n_names);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * hn_csv_read:
 * @self: an empty #HnCsv, to be cleared by hn_csv_clear() in any case
 * @text: comma separated UTF-8 text
 * @length: its bytes
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Reads a table that came with the program, so that what is wrong with it is said for its author.
 *
 * Returns: whether it is one, with as many cells in each row as it has names
 */
gboolean
hn_csv_read (HnCsv       *self,
             const char  *text,
             gsize        length,
             GError     **error)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  Reader reader = { self, cells };

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return parse (&reader, text, length, error) && check_rows (self, error);
}

/**
 * hn_csv_clear:
 *
 * Frees the rows that were read; see g_auto().
 */
void
hn_csv_clear (HnCsv *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

/**
 * hn_csv_get:
 * @row: which row, from 0
 * @name: of the column
 *
 * Returns: (nullable): the cell, %NULL where it is empty or there is no such column
 */
const char *
hn_csv_get (const HnCsv *self,
            guint        row,
            const char  *name)
{
  GStrv cells = g_ptr_array_index (self->rows, row);

  for (guint i = 0; self->names[i] != NULL; i++)
    {
      if (g_str_equal (self->names[i], name))
        return *cells[i] != '\0' ? cells[i] : NULL;
    }

  return NULL;
}
