/* The work of a frame while the list of people is scrolled by the page and jumped through, and the same view over
 * made-up rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-beside.h"
#include "bench-common.h"

/* Of each way of scrolling. */
#define FRAMES(page) ((page)->runs > 1 ? 200u : 20u)

/* What of a page a press of Page Down moves. */
#define PAGE_STEP 0.9

typedef struct
{
  BenchPage *page;
  GArray *frames; /* from the tick to the painted frame */
  GArray *work;   /* of it, on a processor */
  gboolean jumps;
  guint step;
  double began;
  double worked;
  GRand *rand;
} Scrolling;

static gboolean
scroll_cb (GtkWidget     *view,
           GdkFrameClock *clock,
           gpointer       data)
{
  Scrolling *self = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double page = gtk_adjustment_get_page_size (adjustment), end = gtk_adjustment_get_upper (adjustment) - page;
  double wanted = self->jumps ? g_rand_double (self->rand) * end : self->step * page * PAGE_STEP;

  /* The end of a small register is no reason to stand still. */
  while (wanted > end)
    wanted -= end;
  self->step++;
  self->worked = bench_worked ();
  self->began = bench_now ();
  gtk_adjustment_set_value (adjustment, wanted);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);

  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock,
            Scrolling     *self)
{
  double passed = bench_now () - self->began, worked = bench_worked () - self->worked;

  if (self->began <= 0)
    return;

  g_array_append_val (self->frames, passed);
  g_array_append_val (self->work, worked);
  self->began = 0;
}

static void
scroll (BenchPage  *page,
        gboolean    jumps,
        const char *side)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Scrolling self = { .page = page, .frames = frames, .work = work, .jumps = jumps, .rand = rand };
  const char *what = jumps ? "jump" : "page";
  gulong handler = g_signal_connect (page->clock, "after-paint", G_CALLBACK (painted_cb), &self);
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (page->view), scroll_cb, &self, NULL);

  while (frames->len < FRAMES (page))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (page->view), tick);
  g_signal_handler_disconnect (page->clock, handler);

  bench_say ("scroll", side, what, bench_p99 (frames));
  bench_say ("scroll-median", side, what, bench_median (frames));
  bench_say ("scroll-work", side, what, bench_p99 (work));
  bench_page_to_top (page);
}

static void
measure (BenchPage         *page,
         GtkSelectionModel *rows,
         const char        *side)
{
  gtk_column_view_set_model (page->view, rows);
  bench_page_settle (page);
  bench_page_to_top (page);

  bench_page_calm (page);
  scroll (page, FALSE, side);
  scroll (page, TRUE, side);
  bench_page_say_stall (page, side, "scroll");
}

void
bench_scroll (BenchPage *page)
{
  g_autoptr (GtkSelectionModel) ours = g_object_ref (gtk_column_view_get_model (page->view));
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GtkSelectionModel) made_up = NULL;

  bench_page_start (page);
  rows = bench_made_up_new (page);
  made_up = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (rows)));
  for (int run = 0; run < page->runs; run++)
    {
      if (BENCH_OURS_FIRST (run))
        measure (page, ours, BENCH_OURS);
      measure (page, made_up, BENCH_BESIDE);
      if (!BENCH_OURS_FIRST (run))
        measure (page, ours, BENCH_OURS);
    }
}
