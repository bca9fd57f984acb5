/* From the wish for another order to the painted page; beside it the ids by an index that covers them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-beside.h"
#include "bench-common.h"

/* So many columns besides the first. */
#define COLUMNS 4

static void
sort (BenchPage           *page,
      GtkColumnViewColumn *column,
      const char          *what)
{
  guint n_answers = page->n_answers;
  double start, painted;

  bench_page_to_top (page);
  bench_page_calm (page);
  start = bench_now ();
  gtk_column_view_sort_by_column (page->view, column, GTK_SORT_ASCENDING);
  painted = bench_page_await (page, n_answers);

  bench_say ("sort", BENCH_OURS, what, painted - start);
  bench_say ("sort-answered", BENCH_OURS, what, page->answered - start);
  bench_page_settle (page);
  bench_page_say_stall (page, BENCH_OURS, "sort by another column");
}

static void
measure (BenchPage  *page,
         BenchSql   *sql,
         guint       number,
         const char *when,
         gboolean    ours_first)
{
  GListModel *columns = gtk_column_view_get_columns (page->view);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, number);
  g_autofree char *what = g_strdup_printf ("%s, %s", gtk_column_view_column_get_id (column), when);

  if (ours_first)
    sort (page, column, what);
  bench_say ("sort", BENCH_BESIDE, what, bench_sql_order (sql));
  if (!ours_first)
    sort (page, column, what);
}

/* Each column once as the first time, then again: what is kept from the first time is no first time. */
void
bench_sort (BenchPage *page)
{
  BenchSql *sql = bench_sql_open (page->path);
  static const char *const when[] = { "first", "again" };

  bench_page_start (page);
  /* The register is in the memory of the system. */
  bench_sql_order (sql);
  for (gsize i = 0; i < G_N_ELEMENTS (when); i++)
    for (guint column = 1; column <= COLUMNS; column++)
      measure (page, sql, column, when[i], BENCH_OURS_FIRST (column + (guint) page->runs));
  bench_sql_close (sql);
}
