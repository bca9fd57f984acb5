/* A form's way from page to page.
 *
 * Its rows, and what follows them, are items. A page is filled from the item that it begins with, and says where the
 * next one begins: so any page can be made again without those before it, and a list of a million rows is never held. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#include <glib/gi18n-lib.h>

/* Rows that were made to see whether they fit, and are wanted again at the top of the next page. */
#define N_KEPT 8

/* A row that takes more of a page than this may be broken, and goes on on the next; at least so many lines of it stand
 * on each. */
#define TALL           0.34
#define LEAST_LINES    3
#define SIZE_WORDS     13.0
#define SIZE_NOTE      12.0
#define SIZE_TABLE     13.0
#define SIZE_PAGE      13.0
#define PAGE_NUMBER_AT HN_MM (10.0)

typedef enum
{
  ITEM_ROW,
  ITEM_TOTAL,
  ITEM_WORDS,
  ITEM_NOTE,
  ITEM_TABLE_TITLE,
  ITEM_TABLE_ROW,
  ITEM_SIGNATURE,
} ItemKind;

/* Something below the rows. */
typedef struct
{
  ItemKind kind;
  guint    table;
  guint    index;
} Item;

struct _HnPaperFlow
{
  const HnReport     *report;
  guint               index;
  const HnReportForm *form;
  HnPen              *pen;    /* of the thread that fills pages */
  double              width;  /* between the margins */
  double              bottom;
  double              line_edges[2];
  HnTablePlan        *plan;
  GPtrArray          *tables; /* of HnTablePlan: the appended ones */
  guint               n_rows;
  GArray             *tail;   /* of Item */
  HnBlock            *kept[N_KEPT];
  guint               kept_item[N_KEPT];
  guint               source_row; /* which the source gives next; G_MAXUINT: none */
  HnRegister         *source_reg; /* not owned: that it was told to read from */
};

/* A page while it is filled. */
typedef struct
{
  HnPaperFlow       *flow;
  HnRegister        *reg;
  HnPaperSheet      *sheet;
  double             y;
  gboolean           fresh; /* nothing stands there yet but a letterhead */
  const HnTablePlan *table; /* whose heads stand above */
  GCancellable      *cancellable;
} Page;

/* --- what there is ------------------------------------------------------- */

static void
add_item (HnPaperFlow *self,
          ItemKind     kind,
          guint        table,
          guint        index)
{
  const Item item = { kind, table, index };

  g_array_append_val (self->tail, item);
}

static void
list_tail (HnPaperFlow *self)
{
  const HnReportForm *form = self->form;

  if (form->total != NULL)
    add_item (self, ITEM_TOTAL, 0, 0);
  if (form->in_words != NULL)
    add_item (self, ITEM_WORDS, 0, 0);
  for (guint i = 0; i < form->notes->len; i++)
    add_item (self, ITEM_NOTE, 0, i);
  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    {
      const HnReportForm *table = g_ptr_array_index (form->appended, i);

      add_item (self, ITEM_TABLE_TITLE, i, 0);
      for (guint row = 0; row < table->rows->len; row++)
        add_item (self, ITEM_TABLE_ROW, i, row);
      g_ptr_array_add (self->tables, hn_table_plan_new (table, self->pen, self->width, FALSE, FALSE));
    }
  if (self->report->dress == HN_DRESS_REPORT)
    add_item (self, ITEM_SIGNATURE, 0, 0);
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
  self->tail = g_array_new (FALSE, FALSE, sizeof (Item));
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
  for (guint i = 0; i < N_KEPT; i++)
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

static Item
get_item (const HnPaperFlow *self,
          guint              item)
{
  if (item < self->n_rows)
    return (Item) { ITEM_ROW, 0, item };

  return g_array_index (self->tail, Item, item - self->n_rows);
}

/* --- items as blocks ----------------------------------------------------- */

static const HnReportRow *
read_source (Page    *page,
             guint    row,
             GError **error)
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
make_row (Page    *page,
          guint    row,
          GError **error)
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
            double       size,
            HnFace       face)
{
  HnBlock *block = hn_block_new (self->line_edges, size);

  block->open = TRUE;
  hn_block_add (block, self->pen, 0, 0, 0, text, HN_SIDE_LEFT, face, size, FALSE);

  return block;
}

static HnBlock *
make_block (Page    *page,
            Item     item,
            GError **error)
{
  HnPaperFlow *self = page->flow;
  const HnReportForm *form = self->form;
  const HnTablePlan *table = NULL;
  HnBlock *block = NULL;

  switch (item.kind)
    {
    case ITEM_ROW:
      block = make_row (page, item.index, error);
      break;
    case ITEM_TOTAL:
      block = hn_paper_row_block (self->plan, self->pen, form->total);
      break;
    case ITEM_WORDS:
      block = make_lines (self, form->in_words, SIZE_WORDS, HN_FACE_ITALIC);
      break;
    case ITEM_NOTE:
      block = make_lines (self, g_ptr_array_index (form->notes, item.index), SIZE_NOTE, HN_FACE_UPRIGHT);
      break;
    case ITEM_TABLE_TITLE:
      table = g_ptr_array_index (self->tables, item.table);
      block = make_lines (self, table->form->title, SIZE_TABLE, HN_FACE_BOLD);
      break;
    case ITEM_TABLE_ROW:
      table = g_ptr_array_index (self->tables, item.table);
      block = hn_paper_row_block (table, self->pen, g_ptr_array_index (table->form->rows, item.index));
      break;
    case ITEM_SIGNATURE:
    default:
      g_assert_not_reached ();
    }
  if (block == NULL)
    return NULL;

  block->spots = !block->open;
  block->spot.form = self->index;
  block->spot.part = item.kind == ITEM_ROW     ? HN_PAPER_ROW
                     : item.kind == ITEM_TOTAL ? HN_PAPER_TOTAL
                                               : HN_PAPER_APPENDED;
  block->spot.table = item.table;
  block->spot.row = item.index;

  return block;
}

/* (transfer none): lives until others were asked for, which is longer than it is looked at */
static const HnBlock *
get_block (Page    *page,
           guint    item,
           GError **error)
{
  HnPaperFlow *self = page->flow;
  HnBlock *block;

  for (guint i = 0; i < N_KEPT; i++)
    if (self->kept[i] != NULL && self->kept_item[i] == item)
      return self->kept[i];

  block = make_block (page, get_item (self, item), error);
  if (block == NULL)
    return NULL;

  g_clear_pointer (&self->kept[item % N_KEPT], hn_block_free);
  self->kept[item % N_KEPT] = block;
  self->kept_item[item % N_KEPT] = item;

  return block;
}

/* --- heights ------------------------------------------------------------- */

/* (nullable): the table that an item is a row of */
static const HnTablePlan *
get_table (const HnPaperFlow *self,
           Item               item)
{
  if (item.kind == ITEM_ROW || item.kind == ITEM_TOTAL)
    return self->plan;

  return item.kind == ITEM_TABLE_ROW ? g_ptr_array_index (self->tables, item.table) : NULL;
}

/* What is left free above an item that does not stand first on its page. */
static double
space_above (Item item)
{
  switch (item.kind)
    {
    case ITEM_WORDS:
      return 3;
    case ITEM_NOTE:
      return item.index == 0 ? 3 : 0;
    case ITEM_TABLE_TITLE:
      return 8;
    case ITEM_SIGNATURE:
      return 12;
    case ITEM_ROW:
    case ITEM_TOTAL:
    case ITEM_TABLE_ROW:
    default:
      return 0;
    }
}

/* What comes before an item: the heads of its table, if they do not stand there already. */
static double
height_before (const Page        *page,
               Item               item,
               gboolean           fresh,
               const HnTablePlan *table)
{
  const HnTablePlan *own = get_table (page->flow, item);

  return (fresh ? 0 : space_above (item)) + (own != NULL && own != table ? own->head_height : 0);
}

/* (out): of the items from @first to before @end, as they would stand on the page now */
static gboolean
measure (Page     *page,
         guint     first,
         guint     end,
         double   *height,
         GError  **error)
{
  HnPaperFlow *self = page->flow;
  const HnTablePlan *table = page->table;
  gboolean fresh = page->fresh;

  *height = 0;
  for (guint i = first; i < end; i++)
    {
      Item item = get_item (self, i);
      const HnBlock *block = NULL;

      *height += height_before (page, item, fresh, table);
      if (item.kind == ITEM_SIGNATURE)
        *height += hn_paper_signature_height (self->report, self->pen, self->width);
      else
        {
          block = get_block (page, i, error);
          if (block == NULL)
            return FALSE;
          *height += hn_block_height (block, block->n_lines);
        }
      table = get_table (self, item);
      fresh = FALSE;
    }

  return TRUE;
}

/* --- what stays together ------------------------------------------------- */

/* The signatures never stand on a page without a row: what is between them and the last one goes with them, if a page
 * can hold it. (out): its first item */
static gboolean
find_end (Page    *page,
          guint   *first,
          GError **error)
{
  HnPaperFlow *self = page->flow;
  guint n = hn_paper_flow_n_items (self);
  Page empty = { .flow = self, .reg = page->reg, .fresh = TRUE, .cancellable = page->cancellable };
  double height;

  *first = n;
  if (n < 2 || get_item (self, n - 1).kind != ITEM_SIGNATURE)
    return TRUE;

  for (*first = n - 2; *first > 0; --*first)
    {
      ItemKind kind = get_item (self, *first).kind;

      if (kind == ITEM_ROW || kind == ITEM_TABLE_ROW)
        break;
    }
  if (!measure (&empty, *first, n, &height, error))
    return FALSE;
  if (HN_PAPER_TOP + height > self->bottom)
    *first = n - 2;

  return TRUE;
}

static gboolean
is_group (Page    *page,
          guint    item,
          GError **error)
{
  const HnBlock *block = get_block (page, item, error);

  return block != NULL && block->style == HN_ROW_GROUP;
}

/* (out): behind the last item that stands on the page of @item: a heading is not parted from its first row, nor a total
 * from the last one. */
static gboolean
find_keep (Page     *page,
           guint     item,
           guint    *end,
           GError  **error)
{
  HnPaperFlow *self = page->flow;
  guint n = hn_paper_flow_n_items (self), last;
  g_autoptr (GError) failure = NULL;

  *end = item + 1;
  for (guint i = item; i < *end && *end < n && *end - item < N_KEPT; i++)
    {
      Item at = get_item (self, i);

      if (at.kind == ITEM_TABLE_TITLE)
        *end = MAX (*end, i + 2);
      if (at.kind == ITEM_ROW && i + 1 < n && is_group (page, i, &failure))
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

/* --- filling a page ------------------------------------------------------ */

static double
room (const Page *page)
{
  return page->flow->bottom - page->y;
}

static void
put_before (Page *page,
            Item  item)
{
  const HnTablePlan *own = get_table (page->flow, item);

  if (!page->fresh)
    page->y += space_above (item);
  if (own != NULL && own != page->table)
    page->y = hn_table_plan_put_heads (own, page->sheet, page->y);
  page->table = own;
  page->fresh = FALSE;
}

/* Puts the lines of an item from @line on; returns how many there was room for. */
static gboolean
put_item (Page     *page,
          guint     index,
          guint     line,
          guint     n_lines,
          GError  **error)
{
  HnPaperFlow *self = page->flow;
  Item item = get_item (self, index);
  const HnBlock *block;
  double height;

  put_before (page, item);
  if (item.kind == ITEM_SIGNATURE)
    {
      hn_paper_put_signature (self->report, self->pen, page->sheet, self->width, page->y);
      return TRUE;
    }

  block = get_block (page, index, error);
  if (block == NULL)
    return FALSE;
  height = hn_block_height (block, n_lines);
  hn_block_place (block, page->sheet, page->y, height, line, n_lines);
  page->y += height;

  return TRUE;
}

/* (out): how many of an item's lines from @line on go on this page, 0 for the next one */
static gboolean
count_lines (Page     *page,
             guint     index,
             guint     line,
             guint    *n_lines,
             GError  **error)
{
  HnPaperFlow *self = page->flow;
  const HnBlock *block = get_block (page, index, error);
  double free = room (page) - height_before (page, get_item (self, index), page->fresh, page->table);
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
fits_elsewhere (Page      *page,
                guint      first,
                guint      end,
                gboolean  *fits,
                GError   **error)
{
  Page empty = { .flow = page->flow, .reg = page->reg, .fresh = TRUE, .cancellable = page->cancellable };
  double height;

  *fits = FALSE;
  if (page->fresh || end - first < 2)
    return TRUE;
  if (!measure (&empty, first, end, &height, error))
    return FALSE;

  *fits = HN_PAPER_TOP + height <= page->flow->bottom;

  return TRUE;
}

/* Puts an item, or as much of it as there is room for, and what must stay with it. (out): whether the page is full */
static gboolean
put_next (Page         *page,
          HnPaperMark  *mark,
          gboolean     *full,
          GError      **error)
{
  HnPaperFlow *self = page->flow;
  guint end = mark->item + 1, n_lines = 0;
  double height = G_MAXDOUBLE;

  *full = FALSE;
  if (mark->line == 0
      && (!find_keep (page, mark->item, &end, error) || !measure (page, mark->item, end, &height, error)))
    return FALSE;

  if (height <= room (page) + 0.01)
    {
      for (; mark->item < end; mark->item++)
        {
          const HnBlock *block = NULL;

          if (get_item (self, mark->item).kind != ITEM_SIGNATURE)
            block = get_block (page, mark->item, error);
          if (!put_item (page, mark->item, 0, block != NULL ? block->n_lines : 0, error))
            return FALSE;
        }
      return TRUE;
    }
  if (!fits_elsewhere (page, mark->item, end, full, error) || *full)
    return *full;
  if (get_item (self, mark->item).kind == ITEM_SIGNATURE)
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
  *full = mark->line < get_block (page, mark->item, NULL)->n_lines;
  if (!*full)
    *mark = (HnPaperMark) { mark->item + 1, 0 };

  return TRUE;
}

/* In the middle of the upper margin, from the second page on. */
static void
put_number (Page  *page,
            guint  number)
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
  Page page = { self, reg, sheet, HN_PAPER_TOP, TRUE, NULL, cancellable };
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
