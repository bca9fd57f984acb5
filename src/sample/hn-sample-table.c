/* Comma separated text, read by libcsv into a head and rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sample-table.h"

#include <csv.h>

#include "hn-sample.h"

typedef struct
{
  HnSampleTable *table;
  GPtrArray     *row;
} Reader;

static GPtrArray *
row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
cell_cb (void   *text,
         size_t  length,
         void   *user_data)
{
  Reader *reader = user_data;

  g_ptr_array_add (reader->row, g_strndup (text, length));
}

static void
row_cb (int   end,
        void *user_data)
{
  Reader *reader = user_data;

  if (reader->table->head == NULL)
    reader->table->head = reader->row;
  else
    g_ptr_array_add (reader->table->rows, reader->row);

  reader->row = row_new ();
}

static gboolean
rows_fit (HnSampleTable  *table,
          const char     *name,
          GError        **error)
{
  if (table->head == NULL)
    {
      g_set_error (error, HN_SAMPLE_ERROR, HN_SAMPLE_ERROR_DATA, "%s has no head", name);
      return FALSE;
    }

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);

      if (row->len != table->head->len)
        {
          g_set_error (error, HN_SAMPLE_ERROR, HN_SAMPLE_ERROR_DATA, "row %u of %s has %u cells instead of %u", i + 1,
                       name, row->len, table->head->len);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * hn_sample_table_parse:
 * @name: what the table is called in errors
 * @bytes: comma separated UTF-8 text (RFC 4180)
 *
 * Reads a table of the sample.
 *
 * Returns: (transfer full): the table, or %NULL with an error of %HN_SAMPLE_ERROR
 */
HnSampleTable *
hn_sample_table_parse (const char  *name,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autoptr (HnSampleTable) table = g_new0 (HnSampleTable, 1);
  Reader reader = { table, row_new () };
  struct csv_parser parser;
  gconstpointer data;
  gsize size;
  gboolean read;

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  data = g_bytes_get_data (bytes, &size);

  if (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
    g_error ("libcsv could not be started");

  read = csv_parse (&parser, data, size, cell_cb, row_cb, &reader) == size
         && csv_fini (&parser, cell_cb, row_cb, &reader) == 0;
  if (!read)
    g_set_error (error, HN_SAMPLE_ERROR, HN_SAMPLE_ERROR_DATA, "%s: %s", name, csv_strerror (csv_error (&parser)));

  csv_free (&parser);
  g_ptr_array_unref (reader.row);

  if (!read || !rows_fit (table, name, error))
    return NULL;

  return g_steal_pointer (&table);
}

void
hn_sample_table_free (HnSampleTable *table)
{
  g_clear_pointer (&table->head, g_ptr_array_unref);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_free (table);
}
