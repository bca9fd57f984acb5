/* A page of the guide: what its Mallard file says, as a tree that knows nothing of how it is shown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-private.h"

static void
free_span (gpointer data)
{
  HnHelpSpan *span = data;

  g_free (span->text);
  g_free (span->target);
  g_free (span);
}

/**
 * hn_help_spans_new:
 *
 * Returns: (transfer full) (element-type HnHelpSpan): a line with nothing in it yet
 */
GPtrArray *
hn_help_spans_new (void)
{
  return g_ptr_array_new_with_free_func (free_span);
}

static void
free_block (gpointer data)
{
  HnHelpBlock *block = data;

  g_free (block->id);
  g_ptr_array_unref (block->title);
  g_ptr_array_unref (block->spans);
  g_ptr_array_unref (block->children);
  g_free (block);
}

/**
 * hn_help_block_new:
 *
 * Returns: (transfer full): an empty block
 */
HnHelpBlock *
hn_help_block_new (HnHelpBlockType type)
{
  HnHelpBlock *block = g_new0 (HnHelpBlock, 1);

  block->type = type;
  block->title = hn_help_spans_new ();
  block->spans = hn_help_spans_new ();
  block->children = g_ptr_array_new_with_free_func (free_block);

  return block;
}

/**
 * hn_help_page_new:
 *
 * Returns: (transfer full): a page with nothing in it, not even an id
 */
HnHelpPage *
hn_help_page_new (void)
{
  HnHelpPage *page = g_new0 (HnHelpPage, 1);

  page->guides = g_ptr_array_new_with_free_func (g_free);
  page->see_also = g_ptr_array_new_with_free_func (g_free);
  page->body = hn_help_block_new (HN_HELP_SECTION);

  return page;
}

/**
 * hn_help_page_free:
 * @page: (transfer full): a page
 */
void
hn_help_page_free (HnHelpPage *page)
{
  g_return_if_fail (page != NULL);

  g_free (page->id);
  g_free (page->title);
  g_free (page->description);
  g_free (page->sort);
  g_ptr_array_unref (page->guides);
  g_ptr_array_unref (page->see_also);
  free_block (page->body);
  g_free (page);
}

/**
 * hn_help_spans_text:
 * @spans: (element-type HnHelpSpan): a line
 *
 * Returns: (transfer full): what it says, in one style
 */
char *
hn_help_spans_text (const GPtrArray *spans)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (spans != NULL, NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (text, ((const HnHelpSpan *) spans->pdata[i])->text);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
