/* What stays together on a page: a heading with its first row, a total with the last one, signatures with rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-flow-private.h"

/* Whether an item is the total of a small table. */
static gboolean
is_small_total (HnPaperFlow *self,
                HnFlowItem   item)
{
  const HnTablePlan *table = item.kind == HN_FLOW_TABLE_ROW ? g_ptr_array_index (self->tables, item.table) : NULL;

  return table != NULL && item.index == table->form->rows->len;
}

/* The signatures, or the mark of the end, never stand on a page without a row: what is between them and the last one
 * goes with them, if a page can hold it. (out): its first item */
static gboolean
find_end (HnFlowPage  *page,
          guint       *first,
          GError     **error)
{
  HnPaperFlow *self = page->flow;
  guint n = hn_paper_flow_n_items (self);
  HnFlowPage empty = { .flow = self, .reg = page->reg, .fresh = TRUE, .cancellable = page->cancellable };
  double height;

  *first = n;
  if (n < 2
      || (hn_flow_get_item (self, n - 1).kind != HN_FLOW_SIGNATURE
          && hn_flow_get_item (self, n - 1).kind != HN_FLOW_END))
    return TRUE;

  for (*first = n - 2; *first > 0; --*first)
    {
      HnFlowItem item = hn_flow_get_item (self, *first);

      if (item.kind == HN_FLOW_ROW || (item.kind == HN_FLOW_TABLE_ROW && !is_small_total (self, item)))
        break;
    }
  if (!hn_flow_measure (&empty, *first, n, &height, error))
    return FALSE;
  if (HN_PAPER_TOP + height > self->bottom)
    *first = n - 2;

  return TRUE;
}

static gboolean
is_group (HnFlowPage  *page,
          guint        item,
          GError     **error)
{
  const HnBlock *block = hn_flow_get_block (page, item, error);

  return block != NULL && block->style == HN_ROW_GROUP;
}

/**
 * hn_flow_find_keep:
 * @item: the place of an item
 * @end: (out): the place behind the last item that has to stand on its page: a heading is not parted from its first
 *   row, nor a total from the last one
 * @error: return location, as of the source of a row
 *
 * Returns: whether the items could be read
 */
gboolean
hn_flow_find_keep (HnFlowPage  *page,
                   guint        item,
                   guint       *end,
                   GError     **error)
{
  HnPaperFlow *self = page->flow;
  guint n = hn_paper_flow_n_items (self), last;
  g_autoptr (GError) failure = NULL;

  *end = item + 1;
  for (guint i = item; i < *end && *end < n && *end - item < HN_FLOW_N_KEPT; i++)
    {
      HnFlowItem at = hn_flow_get_item (self, i);

      if (at.kind == HN_FLOW_TABLE_TITLE)
        *end = MAX (*end, i + 2);
      if (at.kind == HN_FLOW_TABLE_ROW && i + 1 < n && is_small_total (self, hn_flow_get_item (self, i + 1)))
        *end = MAX (*end, i + 2);
      if (at.kind == HN_FLOW_ROW && i + 1 < n && is_group (page, i, &failure))
        *end = MAX (*end, i + 2);
      if (i + 1 == self->n_rows && self->form->total != NULL)
        *end = MAX (*end, i + (self->form->in_words != NULL ? 3 : 2));
      if (i + 1 < self->n_rows)
        continue;
      if (!find_end (page, &last, error))
        return FALSE;
      if (i >= last)
        *end = n;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
