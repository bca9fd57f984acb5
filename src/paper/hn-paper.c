/* The pages of a report: those that are known, and what stands on the latest of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

/* What stands on so many pages is held; of others it is known where they begin, and they are made again. */
#define MAX_SHEETS 256

G_DEFINE_QUARK (hn-paper-error-quark, hn_paper_error)

typedef struct
{
  guint         form;
  guint         number; /* within the form, from 1 */
  HnPaperMark   begin;
  HnPaperSheet *sheet;  /* or NULL, to be made again */
} Page;

struct _HnPaper
{
  gatomicrefcount references;
  const HnReport *report;

  /* Of the thread that lays out. */
  GPtrArray  *flows;    /* of HnPaperFlow, one a form, NULL where not begun */
  guint       form;     /* that is laid out now */
  guint       number;   /* of its next page */
  HnPaperMark mark;     /* where that begins */

  GMutex      lock;     /* of what follows */
  GArray     *pages;    /* of Page */
  GQueue      held;     /* numbers of the pages with a sheet, oldest first */
  gboolean    complete;
  double      done;
};

static void
page_clear (gpointer data)
{
  g_clear_pointer (&((Page *) data)->sheet, hn_paper_sheet_unref);
}

static void
flow_clear (gpointer data)
{
  if (data != NULL)
    hn_paper_flow_free (data);
}

/**
 * hn_paper_new:
 * @report: must live as long as the paper
 *
 * Returns: its pages, none of which is laid out yet
 */
HnPaper *
hn_paper_new (const HnReport *report)
{
  HnPaper *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_new0 (HnPaper, 1);
  g_atomic_ref_count_init (&self->references);
  self->report = report;
  self->flows = g_ptr_array_new_with_free_func (flow_clear);
  g_ptr_array_set_size (self->flows, (int) report->forms->len);
  self->number = 1;
  g_mutex_init (&self->lock);
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_array_set_clear_func (self->pages, page_clear);
  g_queue_init (&self->held);
  self->complete = report->forms->len == 0;

  return self;
}

/**
 * hn_paper_unref:
 *
 * Frees the pages when nobody holds them any more; the report is the caller's.
 */
void
hn_paper_unref (HnPaper *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->flows);
  g_array_unref (self->pages);
  g_queue_clear (&self->held);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * hn_paper_get_report:
 *
 * Returns: (transfer none): the report whose pages these are
 */
const HnReport *
hn_paper_get_report (HnPaper *self)
{
  return self->report;
}

/* --- laying out ---------------------------------------------------------- */

static HnPaperFlow *
get_flow (HnPaper *self,
          guint    form)
{
  gpointer *flow = &g_ptr_array_index (self->flows, form);

  if (*flow == NULL)
    *flow = hn_paper_flow_new (self->report, form);

  return *flow;
}

/* With the lock held. */
static void
hold_sheet (HnPaper      *self,
            guint         page,
            HnPaperSheet *sheet)
{
  g_array_index (self->pages, Page, page).sheet = sheet;
  g_queue_push_tail (&self->held, GUINT_TO_POINTER (page));
  if (g_queue_get_length (&self->held) > MAX_SHEETS)
    page_clear (&g_array_index (self->pages, Page, GPOINTER_TO_UINT (g_queue_pop_head (&self->held))));
}

static void
add_page (HnPaper           *self,
          const HnPaperMark *begin,
          HnPaperSheet      *sheet)
{
  const Page page = { self->form, self->number, *begin, NULL };
  guint n_items = hn_paper_flow_n_items (get_flow (self, self->form)), n_forms = self->report->forms->len;
  gboolean last = self->mark.item >= n_items;

  g_mutex_lock (&self->lock);
  g_array_append_val (self->pages, page);
  hold_sheet (self, self->pages->len - 1, sheet);
  self->done = (self->form + (n_items > 0 ? (double) self->mark.item / n_items : 1)) / n_forms;
  self->complete = last && self->form + 1 == n_forms;
  g_mutex_unlock (&self->lock);

  self->number++;
  if (!last)
    return;

  self->form++;
  self->number = 1;
  self->mark = (HnPaperMark) { 0 };
}

/**
 * hn_paper_lay_out:
 * @reg: (nullable): the register that the report is of, where a form's rows are read from
 * @n_pages: how many pages shall be known afterwards, if there are as many; %G_MAXUINT: all
 * @error: %G_IO_ERROR_CANCELLED, or what the register says; the pages so far stay
 *
 * By one thread at a time.
 */
gboolean
hn_paper_lay_out (HnPaper       *self,
                  HnRegister    *reg,
                  guint          n_pages,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (hn_paper_get_n_pages (self) < n_pages && !hn_paper_is_complete (self))
    {
      const HnPaperMark begin = self->mark;
      HnPaperFlow *flow = get_flow (self, self->form);
      HnPaperSheet *sheet = hn_paper_flow_fill (flow, reg, self->number, &self->mark, cancellable, error);

      if (sheet == NULL)
        {
          self->mark = begin;
          return FALSE;
        }
      add_page (self, &begin, sheet);
    }

  return TRUE;
}

/* (out): a copy of what is known of a page */
static gboolean
get_page (HnPaper *self,
          guint    index,
          Page    *page)
{
  gboolean known;

  g_mutex_lock (&self->lock);
  known = index < self->pages->len;
  if (known)
    *page = g_array_index (self->pages, Page, index);
  if (known && page->sheet != NULL)
    hn_paper_sheet_ref (page->sheet);
  g_mutex_unlock (&self->lock);

  return known;
}

/**
 * hn_paper_read:
 * @page: one that is known
 *
 * Makes a page again that is not held any more, so that it can be drawn. By one thread at a time, as
 * hn_paper_lay_out().
 */
gboolean
hn_paper_read (HnPaper       *self,
               HnRegister    *reg,
               guint          page,
               GCancellable  *cancellable,
               GError       **error)
{
  HnPaperSheet *sheet;
  Page known;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (get_page (self, page, &known), FALSE);

  if (known.sheet != NULL)
    {
      hn_paper_sheet_unref (known.sheet);
      return TRUE;
    }

  sheet = hn_paper_flow_fill (get_flow (self, known.form), reg, known.number, &known.begin, cancellable, error);
  if (sheet == NULL)
    return FALSE;

  g_mutex_lock (&self->lock);
  hold_sheet (self, page, sheet);
  g_mutex_unlock (&self->lock);

  return TRUE;
}

/* --- what is known ------------------------------------------------------- */

/**
 * hn_paper_get_n_pages:
 *
 * Returns: how many pages are laid out so far
 */
guint
hn_paper_get_n_pages (HnPaper *self)
{
  guint n_pages;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_pages = self->pages->len;
  g_mutex_unlock (&self->lock);

  return n_pages;
}

/**
 * hn_paper_is_complete:
 *
 * Returns: whether those are all
 */
gboolean
hn_paper_is_complete (HnPaper *self)
{
  gboolean complete;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->lock);
  complete = self->complete;
  g_mutex_unlock (&self->lock);

  return complete;
}

/**
 * hn_paper_get_done:
 *
 * Returns: how much of the report they hold, 0 to 1
 */
double
hn_paper_get_done (HnPaper *self)
{
  double done;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  done = self->complete ? 1 : self->done;
  g_mutex_unlock (&self->lock);

  return done;
}

/**
 * hn_paper_get_form:
 * @page: one that is known
 * @number: (out) (optional): of the page within its form, from 1
 *
 * Returns: which of the report's forms the page belongs to
 */
guint
hn_paper_get_form (HnPaper *self,
                   guint    page,
                   guint   *number)
{
  guint form = 0;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  if (page < self->pages->len)
    {
      form = g_array_index (self->pages, Page, page).form;
      if (number != NULL)
        *number = g_array_index (self->pages, Page, page).number;
    }
  g_mutex_unlock (&self->lock);

  return form;
}

/**
 * hn_paper_get_size:
 * @page: from 0
 * @width: (out): of A4 as the page's form lies, in points
 * @height: (out): likewise
 */
void
hn_paper_get_size (HnPaper *self,
                   guint    page,
                   double  *width,
                   double  *height)
{
  const HnReportForm *form;

  g_return_if_fail (self != NULL);
  g_return_if_fail (width != NULL && height != NULL);

  form = g_ptr_array_index (self->report->forms, hn_paper_get_form (self, page, NULL));
  *width = form->landscape ? HN_PAPER_LONG : HN_PAPER_SHORT;
  *height = form->landscape ? HN_PAPER_SHORT : HN_PAPER_LONG;
}

/**
 * hn_paper_draw:
 * @cr: whose unit is the point
 *
 * Draws a page in black, on whatever is there.
 *
 * Returns: whether the page is held; if not, hn_paper_read() makes it again
 */
gboolean
hn_paper_draw (HnPaper *self,
               guint    page,
               cairo_t *cr)
{
  Page known = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  if (!get_page (self, page, &known) || known.sheet == NULL)
    return FALSE;

  hn_paper_sheet_draw (known.sheet, cr);
  hn_paper_sheet_unref (known.sheet);

  return TRUE;
}

/**
 * hn_paper_pick:
 * @x: in points from the page's left edge
 * @y: from its upper one
 * @spot: (out caller-allocates): the cell that stands there
 *
 * Returns: whether there is one
 */
gboolean
hn_paper_pick (HnPaper     *self,
               guint        page,
               double       x,
               double       y,
               HnPaperSpot *spot)
{
  Page known = { 0 };
  gboolean found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (spot != NULL, FALSE);

  if (!get_page (self, page, &known) || known.sheet == NULL)
    return FALSE;

  found = hn_paper_sheet_pick (known.sheet, x, y, spot);
  hn_paper_sheet_unref (known.sheet);

  return found;
}

/**
 * hn_paper_list_spots:
 *
 * Returns: (transfer full) (element-type HnPaperSpot): the cells of a page, from the top; none of a page that is not
 *   held
 */
GArray *
hn_paper_list_spots (HnPaper *self,
                     guint    page)
{
  Page known = { 0 };
  GArray *spots;

  g_return_val_if_fail (self != NULL, NULL);

  if (!get_page (self, page, &known) || known.sheet == NULL)
    return g_array_new (FALSE, FALSE, sizeof (HnPaperSpot));

  spots = hn_paper_sheet_list_spots (known.sheet);
  hn_paper_sheet_unref (known.sheet);

  return spots;
}
