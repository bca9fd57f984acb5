/* The items of a form: rows, and what follows them, as blocks, and how high they are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-flow-private.h"

#include "hn-report-words.h"

#include <glib/gi18n-lib.h>

#define SIZE_WORDS 13.0
#define SIZE_NOTE  12.0
#define SIZE_TABLE 13.0

/**
 * hn_flow_get_item:
 * @item: the place of an item in the flow, from 0: the rows come first
 *
 * Returns: what stands there
 */
HnFlowItem
hn_flow_get_item (const HnPaperFlow *self,
                  guint              item)
{
  if (item < self->n_rows)
    return (HnFlowItem) { HN_FLOW_ROW, 0, item };

  return g_array_index (self->tail, HnFlowItem, item - self->n_rows);
}

/* --- items as blocks ----------------------------------------------------- */

static const HnReportRow *
read_source (HnFlowPage  *page,
             guint        row,
             GError     **error)
{
  HnPaperFlow *self = page->flow;
  HnRowSource *source = self->form->source;
  const HnReportRow *read;
  g_autoptr (GError) failure = NULL;

  if (self->source_row != row || self->source_reg != page->reg)
    {
      self->source_row = G_MAXUINT;
      if (!source->seek (source, page->reg, row, page->cancellable, error))
        return NULL;
    }

  read = source->next (source, &failure);
  self->source_row = read != NULL ? row + 1 : G_MAXUINT;
  self->source_reg = page->reg;
  if (read == NULL && failure == NULL)
    g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE,
                 _("Form %s has fewer rows than before. Make the report again."), self->form->form);
  else if (read == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return read;
}

static HnBlock *
make_row (HnFlowPage  *page,
          guint        row,
          GError     **error)
{
  HnPaperFlow *self = page->flow;
  guint held = self->form->rows->len;
  const HnReportRow *read =
    row < held ? g_ptr_array_index (self->form->rows, row) : read_source (page, row - held, error);

  return read != NULL ? hn_paper_row_block (self->plan, self->pen, read) : NULL;
}

/* A paragraph as wide as the page. */
static HnBlock *
make_lines (HnPaperFlow *self,
            const char  *text,
            HnSide       side,
            double       size,
            HnFace       face)
{
  HnBlock *block = hn_block_new (self->line_edges, size);

  block->open = TRUE;
  hn_block_add (block, self->pen, 0, 0, 0, text, side, face, size, FALSE);

  return block;
}

/* The last line of an official paper ends with its mark. */
static HnBlock *
make_note (HnPaperFlow *self,
           const char  *text,
           double       size,
           HnFace       face,
           gboolean     last)
{
  const HnReportForm *form = self->form;
  gboolean ends = last && self->report->dress != HN_DRESS_LIST && (form->appended == NULL || form->appended->len == 0);
  g_autofree char *ended = ends ? hn_report_end_mark (text) : NULL;

  return make_lines (self, ended != NULL ? ended : text, HN_SIDE_LEFT, size, face);
}

static HnBlock *
make_block (HnFlowPage  *page,
            HnFlowItem   item,
            GError     **error)
{
  HnPaperFlow *self = page->flow;
  const HnReportForm *form = self->form;
  const HnTablePlan *table = NULL;
  HnBlock *block = NULL;

  switch (item.kind)
    {
    case HN_FLOW_ROW:
      block = make_row (page, item.index, error);
      break;
    case HN_FLOW_TOTAL:
      block = hn_paper_row_block (self->plan, self->pen, form->total);
      break;
    case HN_FLOW_WORDS:
      block = make_note (self, form->in_words, SIZE_WORDS, HN_FACE_ITALIC, form->notes->len == 0);
      break;
    case HN_FLOW_NOTE:
      block = make_note (self, g_ptr_array_index (form->notes, item.index), SIZE_NOTE, HN_FACE_UPRIGHT,
                         item.index + 1 == form->notes->len);
      break;
    case HN_FLOW_TABLE_TITLE:
      table = g_ptr_array_index (self->tables, item.table);
      block = make_lines (self, table->form->title, HN_SIDE_LEFT, SIZE_TABLE, HN_FACE_BOLD);
      break;
    case HN_FLOW_TABLE_ROW:
      table = g_ptr_array_index (self->tables, item.table);
      block =
        hn_paper_row_block (table, self->pen,
                            item.index < table->form->rows->len ? g_ptr_array_index (table->form->rows, item.index)
                                                                : table->form->total);
      break;
    case HN_FLOW_END:
      block = make_lines (self, HN_REPORT_END, HN_SIDE_RIGHT, SIZE_NOTE, HN_FACE_UPRIGHT);
      break;
    case HN_FLOW_SIGNATURE:
    default:
      g_assert_not_reached ();
    }
  if (block == NULL)
    return NULL;

  block->spots = !block->open;
  block->spot.form = self->index;
  block->spot.part = item.kind == HN_FLOW_ROW     ? HN_PAPER_ROW
                     : item.kind == HN_FLOW_TOTAL ? HN_PAPER_TOTAL
                                                  : HN_PAPER_APPENDED;
  block->spot.table = item.table;
  block->spot.row = item.index;

  return block;
}

/**
 * hn_flow_get_block:
 * @item: the place of an item in the flow
 * @error: return location, as of the source of its row
 *
 * Returns: (transfer none) (nullable): how the item is laid out; it lives until several others were asked for
 */
const HnBlock *
hn_flow_get_block (HnFlowPage  *page,
                   guint        item,
                   GError     **error)
{
  HnPaperFlow *self = page->flow;
  HnBlock *block;

  for (guint i = 0; i < HN_FLOW_N_KEPT; i++)
    if (self->kept[i] != NULL && self->kept_item[i] == item)
      return self->kept[i];

  block = make_block (page, hn_flow_get_item (self, item), error);
  if (block == NULL)
    return NULL;

  g_clear_pointer (&self->kept[item % HN_FLOW_N_KEPT], hn_block_free);
  self->kept[item % HN_FLOW_N_KEPT] = block;
  self->kept_item[item % HN_FLOW_N_KEPT] = item;

  return block;
}

/* --- heights ------------------------------------------------------------- */

/**
 * hn_flow_get_table:
 *
 * Returns: (transfer none) (nullable): the table that an item is a row of
 */
const HnTablePlan *
hn_flow_get_table (const HnPaperFlow *self,
                   HnFlowItem         item)
{
  if (item.kind == HN_FLOW_ROW || item.kind == HN_FLOW_TOTAL)
    return self->plan;

  return item.kind == HN_FLOW_TABLE_ROW ? g_ptr_array_index (self->tables, item.table) : NULL;
}

/**
 * hn_flow_space_above:
 *
 * Returns: what is left free above an item that does not stand first on its page, in points
 */
double
hn_flow_space_above (HnFlowItem item)
{
  switch (item.kind)
    {
    case HN_FLOW_WORDS:
      return 3;
    case HN_FLOW_NOTE:
      return item.index == 0 ? 3 : 0;
    case HN_FLOW_TABLE_TITLE:
      return 8;
    case HN_FLOW_SIGNATURE:
      return 12;
    case HN_FLOW_END:
    case HN_FLOW_ROW:
    case HN_FLOW_TOTAL:
    case HN_FLOW_TABLE_ROW:
    default:
      return 0;
    }
}

/**
 * hn_flow_height_before:
 * @fresh: whether the item would be the first of its page
 * @table: (nullable): the table whose heads stand on the page already
 *
 * Returns: the height in points of what comes before an item: air, and the heads of its table
 */
double
hn_flow_height_before (const HnFlowPage  *page,
                       HnFlowItem         item,
                       gboolean           fresh,
                       const HnTablePlan *table)
{
  const HnTablePlan *own = hn_flow_get_table (page->flow, item);

  return (fresh ? 0 : hn_flow_space_above (item)) + (own != NULL && own != table ? own->head_height : 0);
}

/**
 * hn_flow_measure:
 * @first: the place of the first item
 * @end: the place behind the last one
 * @height: (out): in points, as they would stand on the page now
 * @error: return location, as of the source of a row
 *
 * Returns: whether the items could be read
 */
gboolean
hn_flow_measure (HnFlowPage  *page,
                 guint        first,
                 guint        end,
                 double      *height,
                 GError     **error)
{
  HnPaperFlow *self = page->flow;
  const HnTablePlan *table = page->table;
  gboolean fresh = page->fresh;

  *height = 0;
  for (guint i = first; i < end; i++)
    {
      HnFlowItem item = hn_flow_get_item (self, i);
      const HnBlock *block = NULL;

      *height += hn_flow_height_before (page, item, fresh, table);
      if (item.kind == HN_FLOW_SIGNATURE)
        *height += hn_paper_signature_height (self->report, self->pen, self->width);
      else
        {
          block = hn_flow_get_block (page, i, error);
          if (block == NULL)
            return FALSE;
          *height += hn_block_height (block, block->n_lines);
        }
      table = hn_flow_get_table (self, item);
      fresh = FALSE;
    }

  return TRUE;
}
