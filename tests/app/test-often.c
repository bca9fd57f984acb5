/* The whole program begun and left many times in one process: nothing of it stays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <malloc.h>

#include <glib/gstdio.h>

#include "hn-application.h"
#include "hn-sample.h"
#include "hn-window.h"

#define OPENINGS 50
#define WARM 10 /* after so many all that is made once is there */

/* GTK 4.18 and libadwaita 1.7 keep something of every widget that a screen reader could ask for, and of the style of
 * every application: of what an open window takes in the heap no more than the fifth part may be left. What nobody can
 * reach any more is found by the sanitizer. */
#define PARTS 5

typedef struct
{
  GApplication *application;
  GtkWidget *window; /* own */
  gboolean patient;  /* waits for the rows of the list before it goes */
  gint64 n_bytes;    /* in the heap while it is open */
} Opening;

static gint64
count_bytes (void)
{
  return (gint64) mallinfo2 ().uordblks;
}

/* (nullable): the list that is seen */
static GtkColumnView *
find_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return gtk_widget_get_mapped (widget) ? GTK_COLUMN_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *found = find_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_rows (GtkWidget *window)
{
  GtkColumnView *view = find_view (window);

  return view != NULL && g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))) > 0;
}

static void
quit_cb (gpointer data)
{
  g_action_group_activate_action (data, "quit", NULL);
}

static gboolean
tick_cb (GtkWidget     *window,
         GdkFrameClock *clock,
         gpointer       data)
{
  Opening *opening = data;

  if (opening->patient && !has_rows (window))
    return G_SOURCE_CONTINUE;

  opening->n_bytes = count_bytes ();
  g_idle_add_once (quit_cb, opening->application);

  return G_SOURCE_REMOVE;
}

static void
window_added_cb (Opening   *opening,
                 GtkWidget *window)
{
  g_assert_null (opening->window);
  opening->window = g_object_ref (window);
  gtk_widget_add_tick_callback (window, tick_cb, opening, NULL);
}

/* What still runs in the background lets go of it first; it would wait for ever for what never does. */
static void
assert_gone (gpointer object)
{
  while (G_OBJECT (object)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (object);
}

/* What is in the heap while it is open. */
static gint64
open_once (const char *path,
           gboolean    patient)
{
  char *arguments[] = { (char *) "huu-nghi", (char *) path, NULL };
  Opening opening = { .application = hn_application_new (), .patient = patient };

  g_signal_connect_swapped (opening.application, "window-added", G_CALLBACK (window_added_cb), &opening);
  g_assert_cmpint (g_application_run (opening.application, 2, arguments), ==, 0);
  g_assert_nonnull (opening.window);
  assert_gone (opening.window);
  assert_gone (opening.application);

  return opening.n_bytes;
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (entries) != NULL)
    n++;

  return n;
}

static void
test_often (gconstpointer data)
{
  const char *path = data;
  gint64 n_before = 0, n_open = 0, n_left;
  guint n_files = 0;

  for (int i = 0; i < OPENINGS; i++)
    {
      gint64 n_now = count_bytes (), n_taken;

      if (i == WARM)
        {
          n_before = n_now;
          n_files = count_entries ("/proc/self/fd");
        }
      n_taken = open_once (path, i % 2 == 0) - n_now;
      if (i >= WARM)
        n_open = MAX (n_open, n_taken);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
    }

  n_left = (count_bytes () - n_before) / (OPENINGS - WARM);
  g_test_message ("An open window takes %" G_GINT64_FORMAT " bytes, one that was closed leaves %" G_GINT64_FORMAT,
                  n_open, n_left);
  g_assert_cmpint (n_left * PARTS, <=, n_open);
  g_assert_cmpuint (count_entries ("/proc/self/fd"), <=, n_files);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hn-often-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "test.huunghi", NULL);
  g_autoptr (HnRegister) reg = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  reg = hn_sample_write (path, &error);
  g_assert_no_error (error);
  g_clear_object (&reg);
  g_test_add_data_func ("/often/whole", path, test_often);
  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);

  return status;
}
