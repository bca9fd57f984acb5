/* Every row is measured first and printed later, so that no row need stay in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-table.h"

#define WIDEST 44 /* cells of a terminal; what is longer ends in … */

typedef struct
{
  guint    width;
  gboolean at_end;
} Column;

struct _HnTable
{
  guint   n_columns;
  Column *columns;
};

static guint
letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;

  return g_unichar_iswide (letter) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += letter_width (g_utf8_get_char (at));

  return width;
}

/* One line, cut to @widest. */
static char *
shorten (const char *text,
         guint       widest)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  guint width = 0;

  if (text_width (line) <= widest)
    return g_steal_pointer (&line);

  for (char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      width += letter_width (g_utf8_get_char (at));
      if (width > widest - 1)
        {
          *at = '\0';
          break;
        }
    }

  return g_strconcat (line, "…", NULL);
}

/**
 * hn_table_new:
 * @n_columns: how many cells each row has
 *
 * Returns: (transfer full): a table whose columns are as wide as their widest cell that was measured
 */
HnTable *
hn_table_new (guint n_columns)
{
  HnTable *self = g_new0 (HnTable, 1);

  self->n_columns = n_columns;
  self->columns = g_new0 (Column, n_columns);

  return self;
}

/**
 * hn_table_free:
 *
 * Frees the widths; what was printed is the output's.
 */
void
hn_table_free (HnTable *self)
{
  g_free (self->columns);
  g_free (self);
}

/**
 * hn_table_align_end:
 *
 * Lets the cells of a column end in line, as numbers should.
 */
void
hn_table_align_end (HnTable *self,
                    guint    column)
{
  self->columns[column].at_end = TRUE;
}

/**
 * hn_table_measure:
 * @cells: as many as the table has columns
 *
 * Makes the columns wide enough for a row that is printed later.
 */
void
hn_table_measure (HnTable           *self,
                  const char *const *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = MAX (self->columns[i].width, MIN (text_width (cells[i]), WIDEST));
}

/**
 * hn_table_print:
 * @cells: one text a column
 *
 * Prints a row: cells that are too long are shortened, and lines have no blanks at their ends.
 */
void
hn_table_print (HnTable           *self,
                HnOutput          *output,
                const char *const *cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];
      g_autofree char *cell = shorten (cells[i], MAX (column->width, 1));
      guint width = text_width (cell);
      int space = (int) (MAX (column->width, width) - width);

      if (i > 0)
        g_string_append (line, "  ");
      g_string_append_printf (line, "%*s", column->at_end ? space : 0, "");
      g_string_append (line, cell);
      g_string_append_printf (line, "%*s", column->at_end ? 0 : space, "");
    }

  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_c (line, '\n');
  hn_output_text (output, line->str);
}

/**
 * hn_table_rule:
 *
 * Prints a line under the head.
 */
void
hn_table_rule (HnTable  *self,
               HnOutput *output)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      hn_output_text (output, i > 0 ? "  " : "");
      for (guint j = 0; j < self->columns[i].width; j++)
        hn_output_text (output, "─");
    }
  hn_output_text (output, "\n");
}
