/* A register for a window.
 *
 *   main thread ── reader (its own connection, short questions)
 *        │  ▲
 *        │  └─ "changed", then the callback ───────────┐
 *        ├─ save, delete, undo … ─> queue ─> writer thread (the writing connection)
 *        └─ jobs ─────────────────> queue ─> reader thread (a connection of its own)
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-store.h"

#include <glib/gi18n-lib.h>

#include "hn-file-watch.h"
#include "hn-journal.h"
#include "hn-register-private.h"
#include "hn-rosters.h"
#include "hn-store-private.h"

/* How often the file is asked whether another program changed it where the system does not tell, in seconds. */
#define POLL_SECONDS 3

struct _HnStore
{
  GObject       parent_instance;
  char         *path;
  gboolean      read_only;
  GMainContext *context;
  HnRegister   *reader;
  HnRegister   *writing; /* the writer thread's, or NULL */
  HnRegister   *reading; /* the reader thread's */
  GAsyncQueue  *writes;
  GAsyncQueue  *reads;
  GThread      *writer_thread;
  GThread      *reader_thread;
  HnRosters    *rosters; /* the reader thread's */
  HnFileWatch  *watch;
  GSource      *poll;
  gint64        data_version; /* when the file was last looked at */
  gint64        number;       /* the last change in the log that was announced */
  gboolean      has_written;  /* since the file was last looked at */
  guint         n_writes;     /* asked for and not yet answered; main thread only */
  GRWLock       turns;
  gboolean      takes_turns;
  GMutex        mutex;        /* of: */
  GCond         cond;
  guint         n_waiting;    /* writes that wait for their turn, or have it */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnStore, hn_store, G_TYPE_OBJECT)

/* --- work ------------------------------------------------------------ */

/* Each change of ours has the next number; where it has not, others have come between. */
static void
note_write (HnStore     *self,
            HnStoreTask *work)
{
  self->n_writes--;
  self->has_written = TRUE;
  if (work->change == 0)
    return;

  if (work->change != self->number + 1)
    g_clear_pointer (&work->changes, g_ptr_array_unref);
  self->number = work->change;
}

static gboolean
answer_cb (gpointer data)
{
  HnStoreTask *work = data;
  HnStore *self = g_task_get_source_object (work->task);

  if (work->job == NULL)
    note_write (self, work);
  if (work->has_changes)
    g_signal_emit (self, signals[CHANGED], 0, work->changes);
  hn_store_task_answer (work);
  hn_store_task_free (work);

  return G_SOURCE_REMOVE;
}

static void
send_answer (GMainContext *context,
             HnStoreTask  *work)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, answer_cb, work, NULL);
  g_source_set_static_name (source, "[hn] answer of a store's thread");
  g_source_attach (source, context);
}

/* --- threads --------------------------------------------------------- */

/* The queue itself stands in a queue for the end of its thread. */
static HnStoreTask *
next_work (GAsyncQueue *queue)
{
  gpointer work = g_async_queue_pop (queue);

  return work != queue ? work : NULL;
}

static void
do_work (HnStore     *self,
         HnRegister  *reg,
         HnStoreTask *work)
{
  GCancellable *cancellable = g_task_get_cancellable (work->task);

  hn_register_set_cancellable (reg, work->job != NULL ? cancellable : NULL);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &work->error))
    work->func (work, reg);
  hn_register_set_cancellable (reg, NULL);
  send_answer (self->context, work);
}

static void
count_waiting (HnStore *self,
               guint    more)
{
  g_mutex_lock (&self->mutex);
  self->n_waiting += more;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* A job that is in no hurry gives its turn to the writes that wait for it. */
static void
give_turn (gpointer data)
{
  HnStore *self = data;

  g_mutex_lock (&self->mutex);
  if (self->n_waiting > 0)
    {
      g_rw_lock_reader_unlock (&self->turns);
      while (self->n_waiting > 0)
        g_cond_wait (&self->cond, &self->mutex);
      g_mutex_unlock (&self->mutex);
      g_rw_lock_reader_lock (&self->turns);
      return;
    }
  g_mutex_unlock (&self->mutex);
}

/* With a rollback journal a commit waits for every reader, and while it waits no reader may begin: the window's
 * would stand still behind a long job. So jobs and writes take turns before they touch the file. */
static gpointer
write_in_thread (gpointer data)
{
  HnStore *self = data;

  for (HnStoreTask *work = next_work (self->writes); work != NULL; work = next_work (self->writes))
    {
      if (!self->takes_turns)
        {
          do_work (self, self->writing, work);
          continue;
        }
      count_waiting (self, 1);
      g_rw_lock_writer_lock (&self->turns);
      do_work (self, self->writing, work);
      g_rw_lock_writer_unlock (&self->turns);
      count_waiting (self, (guint) -1);
    }

  return NULL;
}

static gpointer
read_in_thread (gpointer data)
{
  HnStore *self = data;

  for (HnStoreTask *work = next_work (self->reads); work != NULL; work = next_work (self->reads))
    {
      if (self->takes_turns)
        g_rw_lock_reader_lock (&self->turns);
      do_work (self, self->reading, work);
      if (self->takes_turns)
        g_rw_lock_reader_unlock (&self->turns);
    }

  return NULL;
}

/* --- changes of others ----------------------------------------------- */

static void
look_for_changes (gpointer data)
{
  HnStore *self = data;
  gint64 version;
  gint64 number;
  gboolean others;

  /* A change of our own is announced when its answer comes. */
  if (self->n_writes > 0)
    return;
  if (!hn_register_get_state (self->reader, &version, &number))
    {
      hn_file_watch_again (self->watch);
      return;
    }
  if (version == self->data_version)
    return;

  others = number != self->number || !self->has_written;
  self->data_version = version;
  self->number = number;
  self->has_written = FALSE;
  if (others)
    g_signal_emit (self, signals[CHANGED], 0, NULL);
}

/**
 * hn_store_poll:
 * @self: a store
 *
 * Looks whether another program has changed the file, and emits "changed" with %NULL if so. The store does this by
 * itself as soon as the system tells it that the file was written, and every few seconds.
 */
void
hn_store_poll (HnStore *self)
{
  g_return_if_fail (HN_IS_STORE (self));

  look_for_changes (self);
}

static gboolean
poll_cb (gpointer data)
{
  look_for_changes (data);

  return G_SOURCE_CONTINUE;
}

static void
start_poll (HnStore *self)
{
  hn_register_get_state (self->reader, &self->data_version, &self->number);
  self->watch = hn_file_watch_new (self->path, look_for_changes, self);
  self->poll = g_timeout_source_new_seconds (POLL_SECONDS);
  g_source_set_callback (self->poll, poll_cb, self, NULL);
  g_source_set_static_name (self->poll, "[hn] changes of other programs");
  g_source_attach (self->poll, self->context);
}

/* --- the object ------------------------------------------------------ */

static void
stop_thread (GThread     **thread,
             GAsyncQueue  *queue)
{
  if (*thread == NULL)
    return;

  g_async_queue_push (queue, queue);
  g_thread_join (g_steal_pointer (thread));
}

static void
hn_store_finalize (GObject *object)
{
  HnStore *self = HN_STORE (object);

  stop_thread (&self->writer_thread, self->writes);
  stop_thread (&self->reader_thread, self->reads);
  if (self->poll != NULL)
    g_source_destroy (self->poll);
  g_clear_pointer (&self->poll, g_source_unref);
  g_clear_pointer (&self->watch, hn_file_watch_free);
  g_clear_pointer (&self->rosters, hn_rosters_free);
  g_clear_object (&self->reader);
  g_clear_object (&self->reading);
  g_clear_object (&self->writing);
  g_async_queue_unref (self->writes);
  g_async_queue_unref (self->reads);
  g_rw_lock_clear (&self->turns);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);

  G_OBJECT_CLASS (hn_store_parent_class)->finalize (object);
}

static void
hn_store_class_init (HnStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_store_finalize;

  /**
   * HnStore::changed:
   * @self: a store
   * @changes: (nullable) (element-type HnRecordChange): which records changed, without their fields; those too that
   *   show what was renamed. %NULL: anything may have
   *
   * Emitted once for everything that was saved at a time, before the callback of what saved it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hn_store_init (HnStore *self)
{
  self->writes = g_async_queue_new ();
  self->reads = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  self->takes_turns = !hn_journal_can_wal (sqlite3_libversion_number ());
  g_rw_lock_init (&self->turns);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
}

/**
 * hn_store_new:
 * @path: a register's file
 * @error: return location, as of hn_register_open()
 *
 * Returns: (transfer full): the register with its threads, for the thread that calls this
 */
HnStore *
hn_store_new (const char  *path,
              GError     **error)
{
  g_autoptr (HnStore) self = g_object_new (HN_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->writing = hn_register_open (path, HN_REGISTER_READ_WRITE, error);
  if (self->writing == NULL)
    return NULL;

  self->read_only = hn_register_is_read_only (self->writing);
  self->reader = hn_register_open_again (path, HN_REGISTER_READ_ONLY, error);
  self->reading = self->reader != NULL ? hn_register_open_again (path, HN_REGISTER_READ_ONLY, error) : NULL;
  if (self->reading == NULL)
    return NULL;

  self->rosters = hn_rosters_new (path, self->takes_turns ? &self->turns : NULL);
  self->reading->rosters = self->rosters;
  self->reading->let_save = self->takes_turns ? give_turn : NULL;
  self->reading->let_save_data = self;
  start_poll (self);
  self->writer_thread = g_thread_new ("hn-writer", write_in_thread, self);
  self->reader_thread = g_thread_new ("hn-reader", read_in_thread, self);

  return g_steal_pointer (&self);
}

/**
 * hn_store_get_path:
 * @self: a store
 *
 * Returns: the register's file
 */
const char *
hn_store_get_path (HnStore *self)
{
  g_return_val_if_fail (HN_IS_STORE (self), NULL);

  return self->path;
}

/**
 * hn_store_is_read_only:
 * @self: a store
 *
 * Returns: whether every change fails with %HN_REGISTER_ERROR_READ_ONLY
 */
gboolean
hn_store_is_read_only (HnStore *self)
{
  g_return_val_if_fail (HN_IS_STORE (self), TRUE);

  return self->read_only;
}

/**
 * hn_store_get_reader:
 * @self: a store
 *
 * Returns: (transfer none): a register for short questions of the thread that made the store; it cannot be written
 */
HnRegister *
hn_store_get_reader (HnStore *self)
{
  g_return_val_if_fail (HN_IS_STORE (self), NULL);

  return self->reader;
}

/* --- asking ---------------------------------------------------------- */

/**
 * hn_store_push_write:
 * @self: a store
 * @work: (transfer full): what the writer thread is to do
 */
void
hn_store_push_write (HnStore     *self,
                     HnStoreTask *work)
{
  self->n_writes++;
  g_async_queue_push (self->writes, work);
}

/**
 * hn_store_push_read:
 * @self: a store
 * @work: (transfer full): what the reader thread is to do
 */
void
hn_store_push_read (HnStore     *self,
                    HnStoreTask *work)
{
  g_async_queue_push (self->reads, work);
}
