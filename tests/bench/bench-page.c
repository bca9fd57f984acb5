/* The program's window and the list of people in it, watched from outside: when it paints, what it waits for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-page.h"

#include "bench-common.h"
#include "hn-cell.h"
#include "hn-list-page-private.h"

/* A page with so many cells that say something is no longer empty. */
#define FEW_CELLS 8

/* Nothing is painted and nothing asked for so long: at rest. */
#define REST_MS 120

/* What the threads of a start do begins within so long, and goes on while a processor is busy. */
#define START_MS 2000
#define BUSY_MS 500
#define BUSY_PART 0.25

/* What is not at rest after so long never is. */
#define PATIENCE_MS 60000

static void
count_cells (GtkWidget *root,
             guint     *n_cells)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *text = HN_IS_CELL (child) ? hn_cell_get_text (HN_CELL (child)) : NULL;

      if (!gtk_widget_get_mapped (child))
        continue;
      if (text != NULL && *text != '\0' && gtk_widget_get_height (child) > 0)
        (*n_cells)++;
      count_cells (child, n_cells);
    }
}

/* (nullable): the first widget of a type that is on the screen */
static gpointer
find (GtkWidget *root,
      GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (!gtk_widget_get_mapped (child))
        continue;
      found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find (child, type);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
answered_cb (BenchPage *self)
{
  self->n_answers++;
  self->answered = bench_now ();
}

/* Whether the list of people stands in the window, with rows that say something. */
gboolean
bench_page_find_people (BenchPage *self)
{
  HnListPage *page = find (GTK_WIDGET (self->window), HN_TYPE_LIST_PAGE);
  guint n_cells = 0;

  if (page == NULL || !g_str_equal (page->kind->name, BENCH_KIND))
    return FALSE;
  count_cells (GTK_WIDGET (page->view), &n_cells);
  if (n_cells < FEW_CELLS)
    return FALSE;

  self->view = page->view;
  self->list = page->list;
  self->query = page->query;
  self->search = GTK_EDITABLE (page->search_entry);
  g_signal_connect_swapped (self->query, "answered", G_CALLBACK (answered_cb), self);

  return TRUE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 BenchPage     *self)
{
  self->frame_began = bench_now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                BenchPage     *self)
{
  self->n_frames++;
  self->frame_ended = bench_now ();
}

static void
realize_cb (GtkWidget *window,
            BenchPage *self)
{
  /* A cursor that blinks keeps the clock running: a frame would come whenever it is its turn. */
  g_object_set (gtk_widget_get_settings (window), "gtk-cursor-blink", FALSE, NULL);
  self->clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static gboolean
beat_cb (gpointer data)
{
  BenchPage *self = data;
  double now = bench_now ();

  self->longest = MAX (self->longest, now - self->beat);
  self->beat = now;

  return G_SOURCE_CONTINUE;
}

/* To be called before the window is realized. */
void
bench_page_watch (BenchPage *self,
                  GtkWindow *window)
{
  self->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
}

/* From now on the main loop is felt every millisecond, before everything else. */
void
bench_page_calm (BenchPage *self)
{
  if (self->beat <= 0)
    g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, self, NULL);
  self->beat = bench_now ();
  self->longest = 0;
}

/* The longest moment since then that the main loop did not come round; @side is whose rows it showed. */
void
bench_page_say_stall (BenchPage  *self,
                      const char *side,
                      const char *what)
{
  bench_say ("stall", side, what, MAX (self->longest, bench_now () - self->beat));
}

static void
run_for (double milliseconds)
{
  double end = bench_now () + milliseconds;

  while (bench_now () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets everything that a start begins come to its end: a register of a million people is read into memory, some
 * seconds long, after the first page. */
void
bench_page_start (BenchPage *self)
{
  double since = bench_now ();
  double used;

  if (self->runs > 1)
    run_for (START_MS);
  do
    {
      used = bench_processors ();
      run_for (BUSY_MS);
      if (bench_now () - since > PATIENCE_MS)
        g_error ("The start of the window does not end");
    }
  while (bench_processors () - used > BUSY_MS * BUSY_PART);
  bench_page_settle (self);
}

/* Returns when nothing moves any more. */
void
bench_page_settle (BenchPage *self)
{
  double since = bench_now ();

  while (hn_list_query_get_loading (self->query)
         || bench_now () - MAX (since, MAX (self->frame_ended, self->answered)) < REST_MS)
    {
      g_main_context_iteration (NULL, TRUE);
      if (bench_now () - since > PATIENCE_MS)
        g_error ("The window does not come to rest");
    }
}

/* Paints what has changed, and returns when that is done: the time of it. */
double
bench_page_paint (BenchPage *self)
{
  guint n_frames = self->n_frames;

  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (self->n_frames == n_frames)
    g_main_context_iteration (NULL, TRUE);

  return self->frame_ended;
}

/* Waits for the answer after the first n_answers, and for it to be painted: the time of that. */
double
bench_page_await (BenchPage *self,
                  guint      n_answers)
{
  while (self->n_answers == n_answers || hn_list_query_get_loading (self->query))
    g_main_context_iteration (NULL, TRUE);
  /* A frame may have come with the answer. */
  if (self->frame_began < self->answered)
    bench_page_paint (self);

  return self->frame_ended;
}

void
bench_page_to_top (BenchPage *self)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  bench_page_settle (self);
}
