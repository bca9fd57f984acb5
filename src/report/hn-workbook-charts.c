/* The sheet of charts: each beside the table of its figures, three to a page. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-private.h"

#define NAME "Biểu đồ"

/* Rows from one chart's title to the next one's: as many as fit three times on a page. */
#define BLOCK_ROWS 17

/* In characters of the workbook's font, of which a page across has 110. */
#define NAMES_WIDTH 26
#define VALUES_WIDTH 17
#define GAP_WIDTH 2
#define CHART_COLUMN 3
#define LAST_COLUMN 8
#define COLUMN_WIDTH 9.5
#define CHART_WIDTH 400
#define CHART_HEIGHT 300

/* The longest bar leaves room for its figure. */
#define ROOM 1.25

static void
put (HnWorkbook    *self,
     lxw_worksheet *sheet,
     guint          row,
     guint          column,
     const char    *text,
     HnLook         look)
{
  g_autofree char *clean = hn_sheet_clean (text);

  worksheet_write_string (sheet, row, (lxw_col_t) column, clean, hn_styles_get (&self->styles, look, 12, 0));
}

static void
write_figures (HnWorkbook    *self,
               lxw_worksheet *sheet,
               const HnChart *chart,
               guint          row)
{
  HnLook head = HN_LOOK_BOLD | HN_LOOK_BORDER | HN_LOOK_CENTER | HN_LOOK_WRAP;

  put (self, sheet, row, 0, chart->names_head, head);
  put (self, sheet, row, 1, chart->values_head, head);
  for (guint i = 0; i < chart->names->len; i++)
    {
      const char *name = g_ptr_array_index (chart->names, i);

      put (self, sheet, row + 1 + i, 0, name, HN_LOOK_BORDER | HN_LOOK_LEFT | HN_LOOK_WRAP);
      worksheet_write_number (sheet, row + 1 + i, 1, (double) g_array_index (chart->values, gint64, i),
                              hn_styles_get (&self->styles, HN_LOOK_BORDER | HN_LOOK_RIGHT | HN_LOOK_NUMBER, 12, 0));
    }
}

/* Black on white, as the office's printer has it. */
static void
set_looks (lxw_chart        *drawn,
           lxw_chart_series *series,
           const HnChart    *chart)
{
  lxw_chart_font font = { .name = "Times New Roman", .size = 11, .color = LXW_COLOR_BLACK };
  lxw_chart_font title = { .name = "Times New Roman", .size = 12, .bold = LXW_TRUE, .color = LXW_COLOR_BLACK };
  lxw_chart_fill fill = { .color = 0x4F6D8F };
  lxw_chart_line line = { .none = LXW_TRUE };
  /* The library calls the axis that lies x, whatever stands on it. */
  gint64 most = 0;
  gboolean lying = chart->type == HN_CHART_BARS;
  lxw_chart_axis *names = lying ? drawn->y_axis : drawn->x_axis, *values = lying ? drawn->x_axis : drawn->y_axis;

  chart_title_set_name (drawn, chart->title);
  chart_title_set_name_font (drawn, &title);
  chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
  chart_axis_set_num_font (names, &font);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);
  chart_series_set_labels (series);
  chart_series_set_labels_font (series, &font);
  chart_series_set_labels_num_format (series, "#,##0");
  /* The figures stand at the bars and in the table: an axis of them says nothing more. */
  for (guint i = 0; i < chart->values->len; i++)
    most = MAX (most, g_array_index (chart->values, gint64, i));
  chart_axis_set_min (values, 0);
  chart_axis_set_max (values, (double) most * ROOM);
  chart_axis_off (values);
  chart_axis_major_gridlines_set_visible (drawn->x_axis, LXW_FALSE);
  chart_axis_major_gridlines_set_visible (drawn->y_axis, LXW_FALSE);
  if (lying)
    chart_axis_set_reverse (names);
}

static gboolean
add_chart (HnWorkbook     *self,
           lxw_worksheet  *sheet,
           const HnChart  *chart,
           guint           row,
           GError        **error)
{
  lxw_chart *drawn =
    workbook_add_chart (self->book.book, chart->type == HN_CHART_BARS ? LXW_CHART_BAR : LXW_CHART_COLUMN);
  lxw_chart_series *series = drawn != NULL ? chart_add_series (drawn, NULL, NULL) : NULL;
  lxw_chart_options options = { .x_scale = CHART_WIDTH / 480.0, .y_scale = CHART_HEIGHT / 288.0 };
  guint last = row + chart->names->len;

  if (series == NULL)
    {
      g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, "%s", lxw_strerror (LXW_ERROR_MEMORY_MALLOC_FAILED));
      return FALSE;
    }

  chart_series_set_categories (series, NAME, row + 1, 0, last, 0);
  chart_series_set_values (series, NAME, row + 1, 1, last, 1);
  chart_series_set_name (series, chart->values_head);
  set_looks (drawn, series, chart);

  return worksheet_insert_chart_opt (sheet, row, CHART_COLUMN, drawn, &options) == LXW_NO_ERROR;
}

static void
set_page (lxw_worksheet *sheet)
{
  lxw_header_footer_options header = { .margin = 10 / 25.4 };

  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_set_portrait (sheet);
  worksheet_set_margins (sheet, 30 / 25.4, 15 / 25.4, 20 / 25.4, 20 / 25.4);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_start_page (sheet, 1);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_header_opt (sheet, "&C&\"Times New Roman,Regular\"&13&P", &header);
  worksheet_set_column (sheet, 0, 0, NAMES_WIDTH, NULL);
  worksheet_set_column (sheet, 1, 1, VALUES_WIDTH, NULL);
  worksheet_set_column (sheet, 2, 2, GAP_WIDTH, NULL);
  worksheet_set_column (sheet, CHART_COLUMN, LAST_COLUMN, COLUMN_WIDTH, NULL);
}

/**
 * hn_charts_write:
 *
 * Adds the sheet, if there is anything to be seen on it.
 */
gboolean
hn_charts_write (HnWorkbook  *self,
                 GError     **error)
{
  GPtrArray *charts = self->report->chart_list;
  lxw_worksheet *sheet;
  guint row = 3;

  if (!self->report->charts || charts == NULL || charts->len == 0)
    return TRUE;

  sheet = hn_book_add_sheet (&self->book, NAME, TRUE, error);
  if (sheet == NULL)
    return FALSE;

  g_autofree char *over = hn_form_over (self->report->period);

  set_page (sheet);
  worksheet_merge_range (sheet, 0, 0, 0, LAST_COLUMN, "BIỂU ĐỒ",
                         hn_styles_get (&self->styles, HN_LOOK_BOLD | HN_LOOK_CENTER, 14, 0));
  worksheet_merge_range (sheet, 1, 0, 1, LAST_COLUMN, over,
                         hn_styles_get (&self->styles, HN_LOOK_ITALIC | HN_LOOK_CENTER, 13, 0));
  for (guint i = 0; i < charts->len; i++)
    {
      const HnChart *chart = g_ptr_array_index (charts, i);

      write_figures (self, sheet, chart, row);
      if (!add_chart (self, sheet, chart, row, error))
        return FALSE;
      row += MAX (BLOCK_ROWS, chart->names->len + 3);
    }
  worksheet_print_area (sheet, 0, 0, row - 1, LAST_COLUMN);

  return TRUE;
}
