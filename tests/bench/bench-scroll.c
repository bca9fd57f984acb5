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
  GArray *frames;
  gboolean jumps;
  guint step;
  double began;
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
  self->began = bench_now ();
  gtk_adjustment_set_value (adjustment, wanted);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);

  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock,
            Scrolling     *self)
{
  double work = bench_now () - self->began;

  if (self->began <= 0)
    return;

  g_array_append_val (self->frames, work);
  self->began = 0;
}

/* The p99 of the frames. */
static double
scroll (BenchPage *page,
        gboolean   jumps)
{
  Scrolling self = { .page = page, .jumps = jumps };
  gulong handler;
  guint tick;
  double p99;

  self.frames = g_array_new (FALSE, FALSE, sizeof (double));
  self.rand = g_rand_new_with_seed (1);
  handler = g_signal_connect (page->clock, "after-paint", G_CALLBACK (painted_cb), &self);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (page->view), scroll_cb, &self, NULL);
  while (self.frames->len < FRAMES (page))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (page->view), tick);
  g_signal_handler_disconnect (page->clock, handler);

  p99 = bench_p99 (self.frames);
  g_array_unref (self.frames);
  g_rand_free (self.rand);
  bench_page_to_top (page);

  return p99;
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
  bench_say ("scroll", side, "page", scroll (page, FALSE));
  bench_say ("scroll", side, "jump", scroll (page, TRUE));
  if (g_str_equal (side, BENCH_OURS))
    bench_page_say_stall (page, "scroll");
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
