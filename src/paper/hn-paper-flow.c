/* A form's way from page to page.
 *
 * Its rows, and what follows them, are items. A page is filled from the item that it begins with, and says where the
 * next one begins: so any page can be made again without those before it, and a list of a million rows is never
 * held. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-flow-private.h"

#include "hn-report-words.h"

/* A row that takes more of a page than this may be broken, and goes on on the next; at least so many lines of it stand
 * on each. */
#define TALL           0.34
#define LEAST_LINES    3
#define SIZE_PAGE      13.0
#define SIZE_MARK      12.0
#define PAGE_NUMBER_AT HN_MM (10.0)

/* --- what there is ------------------------------------------------------- */

static void
add_item (HnPaperFlow    *self,
          HnFlowItemKind  kind,
          guint           table,
          guint           index)
{
  const HnFlowItem item = { kind, table, index };

  g_array_append_val (self->tail, item);
}

static void
list_tail (HnPaperFlow *self)
{
  const HnReportForm *form = self->form;
  gboolean marked = hn_report_ends_with_table (form, self->report->dress);

  if (form->total != NULL)
    add_item (self, HN_FLOW_TOTAL, 0, 0);
  if (form->in_words != NULL)
    add_item (self, HN_FLOW_WORDS, 0, 0);
  for (guint i = 0; i < form->notes->len; i++)
    add_item (self, HN_FLOW_NOTE, 0, i);
  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    {
      const HnReportForm *table = g_ptr_array_index (form->appended, i);

      add_item (self, HN_FLOW_TABLE_TITLE, i, 0);
      for (guint row = 0; row < table->rows->len + (table->total != NULL ? 1 : 0); row++)
        add_item (self, HN_FLOW_TABLE_ROW, i, row);
      g_ptr_array_add (self->tables, hn_table_plan_new (table, self->pen, self->width, FALSE, FALSE));
    }
  if (self->report->dress == HN_DRESS_REPORT)
    add_item (self, HN_FLOW_SIGNATURE, 0, marked ? 1 : 0);
  else if (marked)
    add_item (self, HN_FLOW_END, 0, 0);
}

/**
 * hn_paper_flow_new:
 * @form: which of the report's
 *
 * The pages of one form; @report must live as long.
 */
HnPaperFlow *
hn_paper_flow_new (const HnReport *report,
                   guint           form)
{
  HnPen *pen = hn_pen_get ();
  HnPaperFlow *self = g_new0 (HnPaperFlow, 1);

  self->report = report;
  self->index = form;
  self->form = g_ptr_array_index (report->forms, form);
  self->pen = pen;
  self->width = (self->form->landscape ? HN_PAPER_LONG : HN_PAPER_SHORT) - HN_PAPER_LEFT - HN_PAPER_RIGHT;
  self->bottom = (self->form->landscape ? HN_PAPER_SHORT : HN_PAPER_LONG) - HN_PAPER_BOTTOM;
  self->line_edges[1] = self->width;
  self->plan = hn_table_plan_new (self->form, pen, self->width, TRUE, TRUE);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_table_plan_free);
  self->n_rows = self->form->rows->len + (self->form->source != NULL ? self->form->source->n_rows : 0);
  self->tail = g_array_new (FALSE, FALSE, sizeof (HnFlowItem));
  self->source_row = G_MAXUINT;
  list_tail (self);

  return self;
}

/**
 * hn_paper_flow_free:
 *
 * Frees the plan of a form's pages; the form is the report's.
 */
void
hn_paper_flow_free (HnPaperFlow *self)
{
  for (guint i = 0; i < HN_FLOW_N_KEPT; i++)
    g_clear_pointer (&self->kept[i], hn_block_free);
  hn_table_plan_free (self->plan);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->tail);
  g_free (self);
}

/**
 * hn_paper_flow_n_items:
 *
 * Returns: how many rows and parts below the table there are to put on pages
 */
guint
hn_paper_flow_n_items (const HnPaperFlow *self)
{
  return self->n_rows + self->tail->len;
}

/* --- filling a page ------------------------------------------------------ */

static double
room (const HnFlowPage *page)
{
  return page->flow->bottom - page->y;
}

static void
put_before (HnFlowPage *page,
            HnFlowItem  item)
{
  const HnTablePlan *own = hn_flow_get_table (page->flow, item);

  if (!page->fresh)
    page->y += hn_flow_space_above (item);
  if (own != NULL && own != page->table)
    page->y = hn_table_plan_put_heads (own, page->sheet, page->y);
  page->table = own;
  page->fresh = FALSE;
}

/* On the right, in the room above the signatures. */
static void
put_mark (HnFlowPage *page)
{
  HnPaperFlow *self = page->flow;
  const HnTextLine line = { HN_REPORT_END, hn_pen_width (self->pen, HN_REPORT_END, SIZE_MARK, HN_FACE_UPRIGHT) };

  hn_paper_sheet_add_text (page->sheet, &line, HN_PAPER_LEFT, page->y - SIZE_MARK, self->width, HN_SIDE_RIGHT,
                           SIZE_MARK, HN_FACE_UPRIGHT);
}

/* Puts the lines of an item from @line on; returns how many there was room for. */
static gboolean
put_item (HnFlowPage  *page,
          guint        index,
          guint        line,
          guint        n_lines,
          GError     **error)
{
  HnPaperFlow *self = page->flow;
  HnFlowItem item = hn_flow_get_item (self, index);
  const HnBlock *block;
  double height;

  put_before (page, item);
  if (item.kind == HN_FLOW_SIGNATURE)
    {
      if (item.index == 1)
        put_mark (page);
      hn_paper_put_signature (self->report, self->pen, page->sheet, self->width, page->y);
      return TRUE;
    }

  block = hn_flow_get_block (page, index, error);
  if (block == NULL)
    return FALSE;
  height = hn_block_height (block, n_lines);
  hn_block_place (block, page->sheet, page->y, height, line, n_lines);
  page->y += height;

  return TRUE;
}

/* (out): how many of an item's lines from @line on go on this page, 0 for the next one */
static gboolean
count_lines (HnFlowPage  *page,
             guint        index,
             guint        line,
             guint       *n_lines,
             GError     **error)
{
  HnPaperFlow *self = page->flow;
  const HnBlock *block = hn_flow_get_block (page, index, error);
  double free = room (page) - hn_flow_height_before (page, hn_flow_get_item (self, index), page->fresh, page->table);
  double whole = self->bottom - HN_PAPER_TOP;
  guint left, fitting;

  if (block == NULL)
    return FALSE;

  left = block->n_lines - line;
  fitting = free > 2 * HN_CELL_ABOVE ? (guint) ((free - 2 * HN_CELL_ABOVE) / block->pitch) : 0;
  *n_lines = MIN (left, fitting);
  /* On a page of its own it must go on, however little room there is. */
  if (page->fresh)
    *n_lines = MAX (*n_lines, 1);
  else if (*n_lines < left && (hn_block_height (block, block->n_lines) < whole * TALL || *n_lines < LEAST_LINES))
    *n_lines = 0;

  return TRUE;
}

/* (out): whether some items would stand together on a page of their own */
static gboolean
fits_elsewhere (HnFlowPage  *page,
                guint        first,
                guint        end,
                gboolean    *fits,
                GError     **error)
{
  HnFlowPage empty = { .flow = page->flow, .reg = page->reg, .fresh = TRUE, .cancellable = page->cancellable };
  double height;

  *fits = FALSE;
  if (page->fresh || end - first < 2)
    return TRUE;
  if (!hn_flow_measure (&empty, first, end, &height, error))
    return FALSE;

  *fits = HN_PAPER_TOP + height <= page->flow->bottom;

  return TRUE;
}

/* Puts an item, or as much of it as there is room for, and what must stay with it. (out): whether the page is full */
static gboolean
put_next (HnFlowPage   *page,
          HnPaperMark  *mark,
          gboolean     *full,
          GError      **error)
{
  HnPaperFlow *self = page->flow;
  guint end = mark->item + 1, n_lines = 0;
  double height = G_MAXDOUBLE;

  *full = FALSE;
  if (mark->line == 0
      && (!hn_flow_find_keep (page, mark->item, &end, error)
          || !hn_flow_measure (page, mark->item, end, &height, error)))
    return FALSE;

  if (height <= room (page) + 0.01)
    {
      for (; mark->item < end; mark->item++)
        {
          const HnBlock *block = NULL;

          if (hn_flow_get_item (self, mark->item).kind != HN_FLOW_SIGNATURE)
            block = hn_flow_get_block (page, mark->item, error);
          if (!put_item (page, mark->item, 0, block != NULL ? block->n_lines : 0, error))
            return FALSE;
        }
      return TRUE;
    }
  if (!fits_elsewhere (page, mark->item, end, full, error) || *full)
    return *full;
  if (hn_flow_get_item (self, mark->item).kind == HN_FLOW_SIGNATURE)
    {
      *full = !page->fresh;
      if (*full)
        return TRUE;
      return put_item (page, mark->item++, 0, 0, error);
    }

  if (!count_lines (page, mark->item, mark->line, &n_lines, error))
    return FALSE;
  *full = n_lines == 0;
  if (*full)
    return TRUE;
  if (!put_item (page, mark->item, mark->line, n_lines, error))
    return FALSE;

  mark->line += n_lines;
  *full = mark->line < hn_flow_get_block (page, mark->item, NULL)->n_lines;
  if (!*full)
    *mark = (HnPaperMark) { mark->item + 1, 0 };

  return TRUE;
}

/* In the middle of the upper margin, from the second page on. */
static void
put_number (HnFlowPage *page,
            guint       number)
{
  HnPaperFlow *self = page->flow;
  g_autofree char *text = g_strdup_printf ("%u", number);
  const HnTextLine line = { text, hn_pen_width (self->pen, text, SIZE_PAGE, HN_FACE_UPRIGHT) };

  hn_paper_sheet_add_text (page->sheet, &line, HN_PAPER_LEFT, PAGE_NUMBER_AT, self->width, HN_SIDE_CENTER, SIZE_PAGE,
                           HN_FACE_UPRIGHT);
}

/**
 * hn_paper_flow_fill:
 * @number: of the page within the form, from 1
 * @mark: (inout): where it begins; afterwards where the next one does, which is behind the last item if there is none
 *
 * Returns: (transfer full) (nullable): the page
 */
HnPaperSheet *
hn_paper_flow_fill (HnPaperFlow   *self,
                    HnRegister    *reg,
                    guint          number,
                    HnPaperMark   *mark,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (HnPaperSheet) sheet = hn_paper_sheet_new ();
  HnFlowPage page = { self, reg, sheet, HN_PAPER_TOP, TRUE, NULL, cancellable };
  gboolean full = FALSE;

  self->pen = hn_pen_get ();
  if (number == 1)
    page.y = hn_paper_put_head (self->report, self->index, self->pen, sheet, self->width);
  else
    put_number (&page, number);

  while (!full && mark->item < hn_paper_flow_n_items (self))
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !put_next (&page, mark, &full, error))
      return NULL;

  return g_steal_pointer (&sheet);
}
