/* What a window keeps in memory, what its list asks its model for, and whether an export holds it up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-common.h"
#include "bench-page.h"
#include "hn-export.h"

static void
search (BenchPage  *self,
        const char *text)
{
  guint n_answers = self->n_answers;

  hn_list_query_set_search (self->query, text);
  bench_page_await (self, n_answers);
  bench_page_settle (self);
}

static void
sort (BenchPage *self,
      guint      column)
{
  g_autoptr (GtkColumnViewColumn) wanted = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  guint n_answers = self->n_answers;

  gtk_column_view_sort_by_column (self->view, wanted, GTK_SORT_ASCENDING);
  bench_page_await (self, n_answers);
  bench_page_settle (self);
}

/* After the start, a search and a sort. */
void
bench_memory_use (BenchPage *self)
{
  bench_page_start (self);
  bench_page_say_stall (self, BENCH_OURS, "start");
  bench_say ("memory", BENCH_OURS, "after the start", bench_memory ("VmRSS:"));
  search (self, "nguyen");
  search (self, NULL);
  sort (self, 1);
  sort (self, 0);
  bench_page_start (self);
  bench_say ("memory", BENCH_OURS, "settled", bench_memory ("VmRSS:"));
}

/* --- get_item ------------------------------------------------------------ */

static gpointer (*get_item) (GListModel *model, guint position);
static guint n_get_item;

static gpointer
count_get_item (GListModel *model,
                guint       position)
{
  n_get_item++;

  return get_item (model, position);
}

static void
say_asked (const char *what)
{
  bench_say ("asks", BENCH_OURS, what, n_get_item);
  n_get_item = 0;
}

void
bench_asks (BenchPage *self)
{
  guint n_answers;

  get_item = G_LIST_MODEL_GET_IFACE (self->list)->get_item;
  G_LIST_MODEL_GET_IFACE (self->list)->get_item = count_get_item;
  bench_page_start (self);
  say_asked ("start");
  sort (self, 1);
  say_asked ("sort");
  search (self, "nguyen");
  say_asked ("search that finds many");
  search (self, "quynh lam bao");
  say_asked ("search that finds none");
  search (self, NULL);
  say_asked ("all of them again");
  n_answers = self->n_answers;
  hn_list_query_reload (self->query);
  bench_page_await (self, n_answers);
  bench_page_settle (self);
  say_asked ("reload");
}

/* --- an export ----------------------------------------------------------- */

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  if (!hn_export_run_finish (HN_EXPORT (source), result, &error))
    g_error ("export: %s", error->message);
  *done = TRUE;
}

static void
export (BenchPage *self,
        int        turn)
{
  g_autoptr (HnReportChoice) choice = hn_report_choice_new ();
  g_autofree char *name = g_strdup_printf ("bench-%d.xlsx", turn);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (HnExport) job = hn_export_new (hn_list_query_get_store (self->query));
  gboolean done = FALSE;
  double start;

  choice->period = g_strdup ("2021");
  bench_page_calm (self);
  start = bench_now ();
  hn_export_run_async (job, choice, HN_EXPORT_WORKBOOK, path, NULL, exported_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  bench_page_say_stall (self, BENCH_OURS, "export");
  bench_say ("export", BENCH_OURS, "workbook", bench_now () - start);
}

void
bench_export (BenchPage *self)
{
  bench_page_start (self);
  for (int i = 0; i < self->runs; i++)
    export (self, i);
}
