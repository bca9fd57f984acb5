/* What stands around a table in each of the dresses (Decree 30/2020/NĐ-CP, Appendix I, parts II and III). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-private.h"

#include "hn-report-words.h"

#define SIZE_TITLE 14
#define SIZE_NOTE  12

/* Of the room above signatures, and of what stands there. */
#define MARK_HEIGHT 10
#define SIZE_MARK   9

/**
 * hn_dress_write_titles:
 *
 * Writes the titles above the table: the last line of a subtitle says which days the figures are of, those before it
 * what they are about.
 */
void
hn_dress_write_titles (HnSheet *self)
{
  g_auto (GStrv) lines = g_strsplit (self->form->subtitle != NULL ? self->form->subtitle : "", "\n", -1);

  hn_sheet_add_title (self, self->form->title, SIZE_TITLE, HN_LOOK_BOLD);
  for (guint i = 0; lines[i] != NULL; i++)
    hn_sheet_add_title (self, lines[i], lines[i + 1] != NULL ? SIZE_TITLE : 13,
                        lines[i + 1] != NULL ? HN_LOOK_BOLD : HN_LOOK_ITALIC);
}

static void
write_appendix_top (HnSheet *self)
{
  g_autofree char *number = hn_report_appendix (self->report, self->form);
  g_autofree char *with = hn_report_goes_with (self->report);

  hn_sheet_add_line (self, number, SIZE_TITLE, HN_LOOK_BOLD | HN_LOOK_CENTER);
  hn_dress_write_titles (self);
  hn_sheet_add_title (self, with, SIZE_TITLE, HN_LOOK_ITALIC);
}

/**
 * hn_dress_write_top:
 *
 * Writes all that stands above the table.
 */
void
hn_dress_write_top (HnSheet *self)
{
  switch (self->dress)
    {
    case HN_DRESS_APPENDIX:
      write_appendix_top (self);
      break;
    case HN_DRESS_LIST:
      hn_dress_write_titles (self);
      break;
    case HN_DRESS_REPORT:
    default:
      hn_letterhead_write (self);
      break;
    }
  if (self->form->unit_line != NULL)
    hn_sheet_add_line (self, self->form->unit_line, SIZE_NOTE, HN_LOOK_ITALIC | HN_LOOK_RIGHT);
  else
    hn_sheet_skip (self, 6);
}

/* A line under the table; the last one of an official paper ends with its mark. */
static void
write_note (HnSheet    *self,
            const char *text,
            double      size,
            HnLook      look,
            gboolean    last)
{
  g_autofree char *ended = NULL;

  if (!last || self->dress == HN_DRESS_LIST)
    {
      hn_sheet_add_line (self, text, size, look);
      return;
    }

  ended = hn_report_end_mark (text);
  hn_sheet_add_line (self, ended, size, look);
}

/**
 * hn_dress_write_notes:
 *
 * Writes all that stands below the table, but its small tables and the signatures.
 */
void
hn_dress_write_notes (HnSheet *self)
{
  const HnReportForm *form = self->form;
  gboolean more = form->appended != NULL && form->appended->len > 0;

  if (form->in_words != NULL)
    write_note (self, form->in_words, 13, HN_LOOK_ITALIC | HN_LOOK_LEFT, form->notes->len == 0 && !more);
  for (guint i = 0; i < form->notes->len; i++)
    write_note (self, g_ptr_array_index (form->notes, i), SIZE_NOTE, HN_LOOK_LEFT, i + 1 == form->notes->len && !more);
}

/**
 * hn_dress_write_end:
 *
 * Leaves the room that there is above signatures, and in it, where a table is the last, the mark of the end: so it
 * takes none from the table, which with them may just fill a page.
 */
void
hn_dress_write_end (HnSheet *self)
{
  if (hn_report_ends_with_table (self->form, self->dress))
    {
      hn_sheet_put_text (self, self->row, 0, self->form->n_columns - 1, HN_REPORT_END, SIZE_MARK, HN_LOOK_RIGHT);
      hn_sheet_set_height (self, self->row++, MARK_HEIGHT);
    }
  else if (self->dress == HN_DRESS_REPORT)
    hn_sheet_skip (self, MARK_HEIGHT);
}
