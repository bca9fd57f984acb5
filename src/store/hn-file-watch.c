/* Hears when another program writes a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-file-watch.h"

#include <gio/gio.h>

/* A commit is several writes to several files: what follows within so many milliseconds is looked at as one. */
#define MOMENT 20

/* The register itself, and what a commit ends with: its journal emptied or removed, or its log grown. */
static const char *const endings[] = { "", "-journal", "-wal" };

struct _HnFileWatch
{
  GFileMonitor    *monitors[G_N_ELEMENTS (endings)];
  GMainContext    *context;
  GSource         *look;
  HnFileWatchFunc  func;
  gpointer         data;
};

/* The function may free the watch. */
static gboolean
look_cb (gpointer data)
{
  HnFileWatch *self = data;

  g_clear_pointer (&self->look, g_source_unref);
  self->func (self->data);

  return G_SOURCE_REMOVE;
}

/**
 * hn_file_watch_again:
 * @self: a watch
 *
 * Has its function called in some milliseconds, as after a write.
 */
void
hn_file_watch_again (HnFileWatch *self)
{
  if (self->look != NULL)
    return;

  self->look = g_timeout_source_new (MOMENT);
  g_source_set_callback (self->look, look_cb, self, NULL);
  g_source_set_static_name (self->look, "[hn] the register's file has changed");
  g_source_attach (self->look, self->context);
}

/**
 * hn_file_watch_new:
 * @path: a register's file
 * @func: called in the thread-default main context some milliseconds after it was written, by whomever
 * @data: for @func
 *
 * Where the system cannot tell of changes, as on some network shares, @func is never called.
 *
 * Returns: (transfer full): the watch
 */
HnFileWatch *
hn_file_watch_new (const char      *path,
                   HnFileWatchFunc  func,
                   gpointer         data)
{
  HnFileWatch *self = g_new0 (HnFileWatch, 1);

  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->data = data;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (name);

      self->monitors[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] == NULL)
        continue;
      g_file_monitor_set_rate_limit (self->monitors[i], MOMENT);
      g_signal_connect_swapped (self->monitors[i], "changed", G_CALLBACK (hn_file_watch_again), self);
    }

  return self;
}

/**
 * hn_file_watch_free:
 * @self: (transfer full): a watch
 */
void
hn_file_watch_free (HnFileWatch *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (self->monitors[i] == NULL)
        continue;
      g_signal_handlers_disconnect_by_data (self->monitors[i], self);
      g_file_monitor_cancel (self->monitors[i]);
      g_object_unref (self->monitors[i]);
    }
  if (self->look != NULL)
    g_source_destroy (self->look);
  g_clear_pointer (&self->look, g_source_unref);
  g_main_context_unref (self->context);
  g_free (self);
}
