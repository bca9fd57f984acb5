/* Tests of the pages of a report: what stands on which, and where. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <locale.h>
#include <string.h>
#include <glib/gstdio.h>

#define MM(mm) ((mm) * 72 / 25.4)

static HnPaper *
lay_out (const HnReport *report)
{
  HnPaper *paper = hn_paper_new (report);
  g_autoptr (GError) error = NULL;

  g_assert_true (hn_paper_lay_out (paper, NULL, G_MAXUINT, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (hn_paper_is_complete (paper));
  g_assert_cmpfloat (hn_paper_get_done (paper), ==, 1.0);

  return paper;
}

/* Cells stand within the margins, and what they say within the cells. */
static void
assert_within (HnPaper *paper)
{
  for (guint page = 0; page < hn_paper_get_n_pages (paper); page++)
    {
      g_autoptr (GArray) spots = hn_paper_list_spots (paper, page);
      double width, height;

      hn_paper_get_size (paper, page, &width, &height);
      for (guint i = 0; i < spots->len; i++)
        {
          const HnPaperSpot *spot = &g_array_index (spots, HnPaperSpot, i);
          HnPaperSpot found;

          g_assert_cmpfloat (spot->cell.x, >=, MM (30) - 0.01);
          g_assert_cmpfloat (spot->cell.y, >=, MM (20) - 0.01);
          g_assert_cmpfloat (spot->cell.x + spot->cell.width, <=, width - MM (15) + 0.01);
          g_assert_cmpfloat (spot->cell.y + spot->cell.height, <=, height - MM (20) + 0.02);
          g_assert_cmpfloat (spot->text.x, >=, spot->cell.x);
          g_assert_cmpfloat (spot->text.y, >=, spot->cell.y);
          g_assert_cmpfloat (spot->text.x + spot->text.width, <=, spot->cell.x + spot->cell.width);
          g_assert_cmpfloat (spot->text.y + spot->text.height, <=, spot->cell.y + spot->cell.height);

          g_assert_true (hn_paper_pick (paper, page, spot->cell.x + spot->cell.width / 2,
                                        spot->cell.y + spot->cell.height / 2, &found));
          g_assert_cmpmem (&found, sizeof found, spot, sizeof *spot);
        }
    }
}

/* Every row once, in order, the total last. */
static void
assert_rows (HnPaper *paper,
             guint    n_rows)
{
  guint next = 0, totals = 0;

  for (guint page = 0; page < hn_paper_get_n_pages (paper); page++)
    {
      g_autoptr (GArray) spots = hn_paper_list_spots (paper, page);

      for (guint i = 0; i < spots->len; i++)
        {
          const HnPaperSpot *spot = &g_array_index (spots, HnPaperSpot, i);

          if (spot->part == HN_PAPER_TOTAL)
            totals += spot->column == COLUMN_MONEY;
          else if (spot->column == COLUMN_MONEY)
            g_assert_cmpuint (spot->row, ==, next++);
        }
    }
  g_assert_cmpuint (next, ==, n_rows);
  g_assert_cmpuint (totals, ==, 1);
}

static void
test_one_page (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
  g_autoptr (HnPaper) paper = NULL;
  HnPaperSpot spot;

  paper_report_add (report, "M08", 3);
  paper = lay_out (report);
  g_assert_cmpuint (hn_paper_get_n_pages (paper), ==, 1);
  assert_within (paper);
  assert_rows (paper, 3);
  /* The margins have nothing to be pressed. */
  g_assert_false (hn_paper_pick (paper, 0, 5, 5, &spot));
  g_assert_false (hn_paper_pick (paper, 1, 100, 100, &spot));
}

static void
test_many_pages (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
  g_autoptr (HnPaper) paper = NULL;
  double heads = 0;

  paper_report_add (report, "M08", 200);
  paper = lay_out (report);
  g_assert_cmpuint (hn_paper_get_n_pages (paper), >, 5);
  assert_within (paper);
  assert_rows (paper, 200);
  for (guint page = 1; page < hn_paper_get_n_pages (paper); page++)
    {
      g_autoptr (GArray) spots = hn_paper_list_spots (paper, page);
      double top = g_array_index (spots, HnPaperSpot, 0).cell.y;
      guint number;

      /* The same room for the heads on each page. */
      g_assert_cmpfloat (top, >, MM (20) + 40);
      g_assert_true (heads == 0 || ABS (heads - top) < 0.01);
      heads = top;
      g_assert_cmpuint (hn_paper_get_form (paper, page, &number), ==, 0);
      g_assert_cmpuint (number, ==, page + 1);
    }
}

static guint
count_part (HnPaper     *paper,
            guint        page,
            HnPaperPart  part)
{
  g_autoptr (GArray) spots = hn_paper_list_spots (paper, page);
  guint n = 0;

  for (guint i = 0; i < spots->len; i++)
    n += g_array_index (spots, HnPaperSpot, i).part == part;

  return n;
}

/* However many rows there are: the last page has one, and the total stands with one. */
static void
test_signature (void)
{
  for (guint n_rows = 1; n_rows < 90; n_rows++)
    {
      g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
      g_autoptr (HnPaper) paper = NULL;
      guint last;

      paper_report_add (report, "M08", n_rows);
      paper = lay_out (report);
      last = hn_paper_get_n_pages (paper) - 1;
      g_assert_cmpuint (count_part (paper, last, HN_PAPER_ROW), >, 0);
      g_assert_cmpuint (count_part (paper, last, HN_PAPER_TOTAL), >, 0);
      assert_rows (paper, n_rows);
    }
}

static const HnColumn small_columns[] = {
  { NULL, "Nhóm tuổi", HN_COLUMN_TEXT, NULL, FALSE, 20 },
  { NULL, "Số người", HN_COLUMN_INTEGER, NULL, TRUE, 10 },
};

#define N_SMALL 4

static void
append_small_table (HnReportForm *form)
{
  HnReportForm *table = hn_report_form_new (form->form, "Theo nhóm tuổi", small_columns, G_N_ELEMENTS (small_columns));

  for (guint i = 0; i < N_SMALL; i++)
    hn_row_set_integer (hn_form_add_row (table, HN_ROW_PLAIN), 1, i + 1);
  g_assert_true (hn_form_add_total (table, 0, "Cộng", NULL));
  form->appended = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  g_ptr_array_add (form->appended, table);
}

/* A small table has its total as well, on the page of its last row, wherever that is. */
static void
test_small_total (void)
{
  for (guint n_rows = 1; n_rows < 40; n_rows++)
    {
      g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
      g_autoptr (HnPaper) paper = NULL;
      g_autoptr (GArray) spots = NULL;
      guint rows = 0, totals = 0;

      append_small_table (paper_report_add (report, "M08", n_rows));
      paper = lay_out (report);
      assert_within (paper);
      spots = hn_paper_list_spots (paper, hn_paper_get_n_pages (paper) - 1);
      for (guint i = 0; i < spots->len; i++)
        {
          const HnPaperSpot *spot = &g_array_index (spots, HnPaperSpot, i);

          if (spot->part != HN_PAPER_APPENDED || spot->column != 1)
            continue;
          rows += spot->row == N_SMALL - 1;
          totals += spot->row == N_SMALL;
        }
      g_assert_cmpuint (rows, ==, 1);
      g_assert_cmpuint (totals, ==, 1);
    }
}

static void
test_long_names (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
  HnReportForm *form = paper_report_add (report, "M08", 12);
  g_autoptr (HnPaper) paper = NULL;
  g_autofree char *unbroken = g_strnfill (300, 'W');
  g_autofree char *words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 43; i++)
    g_string_append (text, "nghị\t\u20ac😀 ");
  words = g_string_free_and_steal (g_steal_pointer (&text));
  hn_row_set_text (g_ptr_array_index (form->rows, 2), COLUMN_NAME, unbroken);
  hn_row_set_text (g_ptr_array_index (form->rows, 5), COLUMN_NAME, words);
  hn_row_set_text (g_ptr_array_index (form->rows, 7), COLUMN_NAME, "=1+1\001\nhai");
  paper = lay_out (report);
  assert_within (paper);
  assert_rows (paper, 12);
}

/* A row that no page can hold goes on on the next ones, with all its lines. */
static void
test_high_row (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_LIST);
  HnReportForm *form = paper_report_add (report, "M04", 3);
  g_autoptr (HnPaper) paper = NULL;
  g_autoptr (GString) text = g_string_new ("0");
  double height = 0, pitch;
  guint pages = 0;

  for (guint i = 1; i < 200; i++)
    g_string_append_printf (text, "\n%u", i);
  hn_row_set_text (g_ptr_array_index (form->rows, 1), COLUMN_NAME, text->str);
  paper = lay_out (report);
  assert_within (paper);
  for (guint page = 0; page < hn_paper_get_n_pages (paper); page++)
    {
      g_autoptr (GArray) spots = hn_paper_list_spots (paper, page);

      for (guint i = 0; i < spots->len; i++)
        {
          const HnPaperSpot *spot = &g_array_index (spots, HnPaperSpot, i);

          if (spot->row != 1 || spot->column != COLUMN_NAME || spot->part != HN_PAPER_ROW)
            continue;
          height += spot->text.height;
          pages++;
        }
    }
  pitch = 12 * 1.2;
  g_assert_cmpuint (pages, >, 3);
  g_assert_cmpfloat_with_epsilon (height, 200 * pitch, 0.5);
}

static void
test_nothing (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
  g_autoptr (HnPaper) paper = NULL;
  g_autoptr (HnPaper) empty = NULL;

  empty = lay_out (report);
  g_assert_cmpuint (hn_paper_get_n_pages (empty), ==, 0);

  paper_report_add (report, "M08", 0);
  paper = lay_out (report);
  g_assert_cmpuint (hn_paper_get_n_pages (paper), ==, 1);
  assert_within (paper);
}

/* --- long lists ---------------------------------------------------------- */

static void
test_stream (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_LIST);
  HnReportForm *form = paper_report_stream (report, 100000);
  g_autoptr (HnPaper) paper = hn_paper_new (report);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (paper_stream_reads (form), ==, 0);
  g_assert_true (hn_paper_lay_out (paper, NULL, 2, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hn_paper_get_n_pages (paper), ==, 2);
  g_assert_false (hn_paper_is_complete (paper));
  /* Only what stands there was read. */
  g_assert_cmpuint (paper_stream_reads (form), <, 150);

  g_assert_true (hn_paper_lay_out (paper, NULL, G_MAXUINT, NULL, &error));
  g_assert_cmpuint (paper_stream_reads (form), <, 110000);
  g_assert_cmpuint (hn_paper_get_n_pages (paper), >, 1000);
}

/* Pages that are not held any more are made again as they were. */
static void
test_read_again (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
  g_autoptr (HnPaper) paper = hn_paper_new (report);
  g_autoptr (GArray) before = NULL, gone = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  paper_report_stream (report, 100000);
  g_clear_pointer (&paper, hn_paper_unref);
  paper = hn_paper_new (report);
  g_assert_true (hn_paper_lay_out (paper, NULL, 3, NULL, &error));
  before = hn_paper_list_spots (paper, 2);
  g_assert_true (hn_paper_lay_out (paper, NULL, 600, NULL, &error));
  gone = hn_paper_list_spots (paper, 2);
  g_assert_cmpuint (gone->len, ==, 0);
  g_assert_true (hn_paper_read (paper, NULL, 2, NULL, &error));
  after = hn_paper_list_spots (paper, 2);
  g_assert_cmpmem (before->data, before->len * sizeof (HnPaperSpot), after->data, after->len * sizeof (HnPaperSpot));

  /* And what comes next goes on where it was. */
  g_assert_true (hn_paper_lay_out (paper, NULL, 601, NULL, &error));
  g_assert_cmpuint (hn_paper_get_n_pages (paper), ==, 601);
}

static void
test_cancel (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_LIST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  paper_report_stream (report, 1000);
  paper = hn_paper_new (report);
  g_assert_true (hn_paper_lay_out (paper, NULL, 2, NULL, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (hn_paper_lay_out (paper, NULL, 5, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* Nothing is lost or doubled by it. */
  g_assert_true (hn_paper_lay_out (paper, NULL, G_MAXUINT, NULL, &error));
  for (guint page = 0, next = 0; page < hn_paper_get_n_pages (paper); page++)
    {
      g_autoptr (GArray) spots = hn_paper_list_spots (paper, page);

      for (guint i = 0; i < spots->len; i++)
        if (g_array_index (spots, HnPaperSpot, i).column == COLUMN_NUMBER)
          g_assert_cmpuint (g_array_index (spots, HnPaperSpot, i).row, ==, next++);
    }
}

/* --- drawing ------------------------------------------------------------- */

static cairo_surface_t *
draw (HnPaper *paper,
      guint    page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (hn_paper_draw (paper, page, cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gpointer
draw_in_thread (gpointer data)
{
  return draw (data, 1);
}

static gsize
size_of (cairo_surface_t *surface)
{
  return (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);
}

/* How much ink there is in a rectangle. */
static guint64
count_ink (cairo_surface_t  *surface,
           const HnPaperBox *box)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint64 ink = 0;

  for (int y = (int) box->y; y < (int) (box->y + box->height); y++)
    for (int x = (int) box->x; x < (int) (box->x + box->width); x++)
      ink += data[y * stride + x];

  return ink;
}

/* Any thread draws the same, and draws what is there to be picked. */
static void
test_draw (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_REPORT);
  g_autoptr (HnPaper) paper = NULL;
  g_autoptr (GArray) spots = NULL;
  cairo_surface_t *here, *there;

  paper_report_add (report, "M08", 60);
  paper = lay_out (report);
  here = draw (paper, 1);
  there = g_thread_join (g_thread_new ("draw", draw_in_thread, paper));
  g_assert_cmpmem (cairo_image_surface_get_data (here), size_of (here), cairo_image_surface_get_data (there),
                   size_of (there));

  spots = hn_paper_list_spots (paper, 1);
  for (guint i = 0; i < spots->len; i++)
    g_assert_cmpuint (count_ink (here, &g_array_index (spots, HnPaperSpot, i).text), >, 0);
  cairo_surface_destroy (here);
  cairo_surface_destroy (there);
}

static void
cancel_cb (double   done,
           gpointer cancellable)
{
  if (done > 0.3)
    g_cancellable_cancel (cancellable);
}

/* A file that is there stays as it was. */
static void
test_pdf_cancelled (void)
{
  g_autoptr (HnReport) report = paper_report_new (HN_DRESS_LIST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hn-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "old.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "new.pdf", NULL);
  g_autofree char *text = NULL;

  paper_report_stream (report, 500);
  paper = hn_paper_new (report);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (hn_paper_write_pdf (paper, NULL, path, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_clear_error (&error);

  g_assert_false (hn_paper_write_pdf (paper, NULL, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  g_assert_cmpint (g_unlink (path), ==, 0);
  /* Nothing else is left there. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/one-page", test_one_page);
  g_test_add_func ("/paper/many-pages", test_many_pages);
  g_test_add_func ("/paper/signature", test_signature);
  g_test_add_func ("/paper/small-total", test_small_total);
  g_test_add_func ("/paper/long-names", test_long_names);
  g_test_add_func ("/paper/high-row", test_high_row);
  g_test_add_func ("/paper/nothing", test_nothing);
  g_test_add_func ("/paper/stream", test_stream);
  g_test_add_func ("/paper/read-again", test_read_again);
  g_test_add_func ("/paper/cancel", test_cancel);
  g_test_add_func ("/paper/draw", test_draw);
  g_test_add_func ("/paper/pdf-cancelled", test_pdf_cancelled);

  return g_test_run ();
}
