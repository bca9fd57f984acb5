/* What a list of changes makes of the answers to its questions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-history-private.h"

#include "hn-history-words.h"

/* How many more records of a change are read with each asking. */
#define MORE_RECORDS 50

/* The first change of a day carries its name; those from a position on may have got another change before them. */
static void
name_days (HnHistory *self,
           guint      from,
           guint      to)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *before = NULL;

  for (guint i = from > 0 ? from - 1 : 0; i < MIN (to, self->items->len); i++)
    {
      HnHistoryItem *item = g_ptr_array_index (self->items, i);
      GDateTime *time = hn_history_item_get_time (item);
      g_autofree char *day = time != NULL ? hn_history_day (time, now) : g_strdup ("");

      if (i >= from)
        hn_history_item_set_heading (item, g_strcmp0 (day, before) != 0 ? day : NULL);
      g_free (before);
      before = g_steal_pointer (&day);
    }
}

/* Puts the first heads of the part into the list. */
static void
insert_part (HnHistory     *self,
             guint          position,
             HnHistoryPart *part,
             guint          n_heads)
{
  for (guint i = 0; i < n_heads; i++)
    {
      HnHistoryItem *item =
        hn_history_item_new (g_steal_pointer (&part->heads->pdata[i]), g_steal_pointer (&part->details->pdata[i]));

      g_ptr_array_insert (self->items, (int) (position + i), item);
    }
}

/* Something may have been saved after the number was read, and before the heads were. */
static void
note_newest (HnHistory           *self,
             const HnHistoryPart *part)
{
  self->newest = MAX (self->newest, part->newest);
  if (part->heads->len > 0)
    self->newest = MAX (self->newest, ((HnChangeHead *) g_ptr_array_index (part->heads, 0))->number);
}

/**
 * hn_history_take_older:
 *
 * Takes what is older than the rest, or the newest where nothing is there yet.
 */
void
hn_history_take_older (HnHistory     *self,
                       HnHistoryPart *part)
{
  guint before = self->begun ? 0 : self->items->len;
  guint position;

  if (!self->begun)
    g_ptr_array_set_size (self->items, 0);
  self->begun = TRUE;
  position = self->items->len;
  note_newest (self, part);
  insert_part (self, position, part, part->heads->len);
  name_days (self, position, self->items->len);
  g_list_model_items_changed (G_LIST_MODEL (self), position, before, self->items->len - position);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
mark_undone (HnHistory *self,
             GArray    *undone)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      HnHistoryItem *item = g_ptr_array_index (self->items, i);

      hn_history_item_set_undone (item, g_array_binary_search (undone, &hn_history_item_get_head (item)->number,
                                                               compare_numbers, NULL));
    }
}

/* Where two changes come soon after one another, the answer to the first question may tell both already. */
static guint
count_newer (HnHistory           *self,
             const HnHistoryPart *part)
{
  guint n = 0;

  while (n < part->heads->len && ((HnChangeHead *) g_ptr_array_index (part->heads, n))->number > self->newest)
    n++;

  return n;
}

/**
 * hn_history_take_newer:
 *
 * Takes all that is newer than the rest, and which of the rest is taken back.
 */
void
hn_history_take_newer (HnHistory     *self,
                       HnHistoryPart *part)
{
  guint n_newer = count_newer (self, part);

  note_newest (self, part);
  mark_undone (self, part->undone);
  insert_part (self, 0, part, n_newer);
  /* Since the last answer it may have become midnight. */
  name_days (self, 0, self->items->len);
  if (n_newer > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_newer);
}

/* --- details ------------------------------------------------------------- */

/* Who wants to know more about what. */
typedef struct
{
  GWeakRef history;
  HnHistoryItem *item;
} Wish;

static void
wish_free (Wish *wish)
{
  g_weak_ref_clear (&wish->history);
  g_object_unref (wish->item);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
details_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (HnHistory) self = g_weak_ref_get (&wish->history);
  g_autoptr (GError) error = NULL;
  HnChangeDetails *details = hn_store_read_finish (HN_STORE (source), result, &error);

  hn_history_item_set_busy (wish->item, FALSE);
  if (details != NULL)
    hn_history_item_set_details (wish->item, details);
  else if (self != NULL)
    hn_history_set_failure (self, error->message);
}

/**
 * hn_history_load_details:
 * @item: one of the items
 *
 * Reads what a change did, or what it did to some more records.
 */
void
hn_history_load_details (HnHistory     *self,
                         HnHistoryItem *item)
{
  HnChangeRequest *request;
  const HnChangeDetails *details;
  Wish *wish;

  g_return_if_fail (HN_IS_HISTORY (self));
  g_return_if_fail (HN_IS_HISTORY_ITEM (item));

  if (hn_history_item_get_busy (item))
    return;

  details = hn_history_item_get_details (item);
  request = g_new0 (HnChangeRequest, 1);
  request->number = hn_history_item_get_head (item)->number;
  request->record = self->record;
  request->limit = (details != NULL ? details->records->len : 0) + MORE_RECORDS;
  wish = g_new0 (Wish, 1);
  g_weak_ref_init (&wish->history, self);
  wish->item = g_object_ref (item);
  hn_history_item_set_busy (item, TRUE);
  hn_store_read_async (self->store, hn_history_details_job, request, g_free, (GDestroyNotify) hn_change_details_free,
                       NULL, details_cb, wish);
}
