/* Reads the tables of data/reference for tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

/* Reads one row at *@at, cells parted by commas and perhaps in quotes, and moves behind it. */
static GStrv
read_row (const char **at)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (;; (*at)++)
    {
      char c = **at;

      if (c == '"' && quoted && (*at)[1] == '"')
        g_string_append_c (cell, *++*at);
      else if (c == '"')
        quoted = !quoted;
      else if (c == '\r' && !quoted)
        continue;
      else if (c != '\0' && (quoted || (c != ',' && c != '\n')))
        g_string_append_c (cell, c);
      else
        {
          g_strv_builder_add (cells, cell->str);
          g_string_truncate (cell, 0);
          if (c != ',')
            break;
        }
    }
  if (**at == '\n')
    (*at)++;
  return g_strv_builder_end (cells);
}

/* The rows of data/reference/@name as GStrv, without the first one, which has to be @header. */
GPtrArray *
reference_read (const char *name,
                const char *header)
{
  g_autofree char *path = g_build_filename (g_getenv ("HN_REFERENCE_DIR"), name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  g_auto (GStrv) titles = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError) error = NULL;
  const char *at;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  at = text;
  titles = read_row (&at);
  first = g_strjoinv (",", titles);
  g_assert_cmpstr (first, ==, header);
  while (*at != '\0')
    g_ptr_array_add (rows, read_row (&at));
  g_assert_cmpuint (rows->len, >, 0);
  return rows;
}
