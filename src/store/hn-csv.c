/* The program's own tables of values separated by commas (RFC 4180, line ends \n). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-csv.h"

/* Reads one cell and moves behind what ends it. Returns whether the row goes on. */
static gboolean
read_cell (const char  **at,
           const char   *end,
           GString      *cell)
{
  gboolean quoted = *at < end && **at == '"';

  for (*at += quoted ? 1 : 0; *at < end; (*at)++)
    {
      if (quoted && **at == '"')
        {
          quoted = *at + 1 < end && (*at)[1] == '"';
          if (!quoted)
            continue;
          (*at)++;
        }
      else if (!quoted && (**at == ',' || **at == '\n'))
        {
          return *(*at)++ == ',';
        }
      g_string_append_c (cell, **at);
    }

  return FALSE;
}

static GStrv
read_row (const char  **at,
          const char   *end)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      more = read_cell (at, end, cell);
      g_strv_builder_add (cells, cell->str);
    }

  return g_strv_builder_end (cells);
}

void
hn_csv_read (HnCsv      *self,
             const char *text,
             gsize       length)
{
  const char *at = text;
  const char *end = text + length;

  self->names = read_row (&at, end);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  while (at < end)
    g_ptr_array_add (self->rows, read_row (&at, end));
}

void
hn_csv_clear (HnCsv *self)
{
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

/* The cell of a row in the column of that name; NULL where it is empty. */
const char *
hn_csv_get (const HnCsv *self,
            guint        row,
            const char  *name)
{
  GStrv cells = g_ptr_array_index (self->rows, row);

  for (guint i = 0; self->names[i] != NULL && cells[i] != NULL; i++)
    {
      if (g_str_equal (self->names[i], name))
        return *cells[i] != '\0' ? cells[i] : NULL;
    }

  return NULL;
}
