/* The program itself, with a look from outside at what its window paints:
 *   bench-program FIGURE MILLISECONDS RUNS FOLDER REGISTER */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "bench-common.h"
#include "bench-page.h"

/* main() of src/app/main.c, which is built here once more under this name. */
int hn_main (int    argc,
             char **argv);

typedef struct
{
  const char *name;
  void (*measure) (BenchPage *page);
} Figure;

static const Figure figures[] = {
  { "start", NULL },
  { "asks", bench_asks },
  { "export", bench_export },
  { "memory", bench_memory_use },
  { "scroll", bench_scroll },
  { "sort", bench_sort },
  { "type", bench_type },
};

typedef struct
{
  BenchPage page;
  const Figure *figure;
} Bench;

/* Without the parting words of a window: they are not measured. */
static void
end (void)
{
  fflush (stdout);
  _exit (0);
}

static gboolean
measure_cb (gpointer data)
{
  Bench *self = data;

  self->figure->measure (&self->page);
  end ();

  return G_SOURCE_REMOVE;
}

static void
shown_cb (GdkFrameClock *clock,
          Bench         *self)
{
  if (self->page.shown || !bench_page_find_people (&self->page))
    return;

  self->page.shown = TRUE;
  bench_say ("start", BENCH_OURS, "first rows", self->page.frame_ended - self->page.start);
  if (self->figure->measure == NULL)
    end ();
  bench_page_calm (&self->page);
  g_idle_add_full (G_PRIORITY_LOW, measure_cb, self, NULL);
}

static void
realize_cb (GtkWidget *window,
            Bench     *self)
{
  g_signal_connect (self->page.clock, "after-paint", G_CALLBACK (shown_cb), self);
}

static gboolean
window_added_cb (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               data)
{
  Bench *self = data;

  if (self->page.window != NULL)
    return TRUE;

  bench_page_watch (&self->page, g_value_get_object (&values[1]));
  g_signal_connect (self->page.window, "realize", G_CALLBACK (realize_cb), self);

  return TRUE;
}

/* The list that was seen last is the one that a start shows. */
static void
show_people (void)
{
  g_autoptr (GSettings) settings = g_settings_new (HN_APPLICATION_ID);
  const char *const lists[] = { BENCH_KIND, NULL };

  g_settings_set_strv (settings, "shown-lists", lists);
}

static const Figure *
find_figure (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return &figures[i];

  g_error ("no figure %s", name);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { 0 };
  char *args[] = { (char *) "huu-nghi", NULL, NULL };

  if (argc != 6)
    g_error ("bench-program FIGURE MILLISECONDS RUNS FOLDER REGISTER");
  self.figure = find_figure (argv[1]);
  self.page.start = g_ascii_strtod (argv[2], NULL);
  self.page.runs = atoi (argv[3]);
  self.page.folder = argv[4];
  self.page.path = argv[5];
  args[1] = argv[5];

  show_people ();
  g_type_class_ref (GTK_TYPE_APPLICATION);
  g_signal_add_emission_hook (g_signal_lookup ("window-added", GTK_TYPE_APPLICATION), 0, window_added_cb, &self, NULL);

  return hn_main (2, args);
}
