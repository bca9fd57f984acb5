/* What a window costs by itself: a libadwaita window of the same kind, empty, from its start to its first frame. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <stdlib.h>
#include <unistd.h>

#include "bench-common.h"

typedef struct
{
  double start;
  GtkWidget *window;
} BareWindow;

static void
after_paint_cb (GdkFrameClock *clock,
                BareWindow    *self)
{
  if (!gtk_widget_get_mapped (self->window))
    return;

  bench_say ("start", BENCH_BESIDE, "bare window", bench_now () - self->start);
  bench_say ("memory", BENCH_BESIDE, "bare window", bench_memory ("VmRSS:"));
  _exit (0);
}

static void
realize_cb (GtkWidget  *window,
            BareWindow *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
activate_cb (GtkApplication *application,
             BareWindow     *self)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new (), *header = adw_header_bar_new ();
  GtkWidget *stack = adw_view_stack_new (), *switcher = adw_view_switcher_new ();

  adw_view_stack_add_titled_with_icon (ADW_VIEW_STACK (stack), adw_status_page_new (), "one", "Một",
                                       "open-menu-symbolic");
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), ADW_VIEW_STACK (stack));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), stack);

  self->window = adw_application_window_new (application);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), toolbar_view);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1180, 760);
  g_signal_connect (self->window, "realize", G_CALLBACK (realize_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* bench-window MILLISECONDS: what the monotonic clock said when this was started */
int
main (int    argc,
      char **argv)
{
  BareWindow self = { .start = argc > 1 ? g_ascii_strtod (argv[1], NULL) : bench_now () };
  g_autoptr (AdwApplication) application =
    adw_application_new ("vn.huunghi.BareWindow", G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &self);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
