/* A line of the guide as Pango shows it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-markup.h"

/* A key stands on a ground that shows in light and dark, with a hair's breadth round its name. */
#define KEY "<span background=\"#80808038\" weight=\"500\">\u202f%s\u202f</span>"

/* What a span says; a link without words has the title of where it leads. */
static const char *
get_words (HnHelpBook       *book,
           const HnHelpSpan *span)
{
  const HnHelpPage *page =
    *span->text == '\0' && span->target != NULL ? hn_help_book_get_page (book, span->target) : NULL;

  return page != NULL ? page->title : span->text;
}

static void
append_span (GString          *markup,
             HnHelpBook       *book,
             const HnHelpSpan *span)
{
  g_autofree char *text = g_markup_escape_text (get_words (book, span), -1), *target = NULL;

  switch (span->style)
    {
    case HN_HELP_STRONG:
      g_string_append_printf (markup, "<b>%s</b>", text);
      break;
    case HN_HELP_EMPHASIS:
      g_string_append_printf (markup, "<i>%s</i>", text);
      break;
    case HN_HELP_KEY:
      g_string_append_printf (markup, KEY, text);
      break;
    case HN_HELP_INPUT:
    case HN_HELP_FILE:
      g_string_append_printf (markup, "<tt>%s</tt>", text);
      break;
    case HN_HELP_LINK:
      target = g_markup_escape_text (span->target != NULL ? span->target : "", -1);
      g_string_append_printf (markup, "<a href=\"%s\">%s</a>", target, text);
      break;
    case HN_HELP_PLAIN:
    default:
      g_string_append (markup, text);
      break;
    }
}

/**
 * hn_help_markup:
 * @book: the book, for the titles of pages
 * @spans: (element-type HnHelpSpan): a line
 *
 * Returns: (transfer full): the line as Pango's markup; the address of a link is its target
 */
char *
hn_help_markup (HnHelpBook      *book,
                const GPtrArray *spans)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  g_return_val_if_fail (HN_IS_HELP_BOOK (book), NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  for (guint i = 0; i < spans->len; i++)
    append_span (markup, book, spans->pdata[i]);

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

/**
 * hn_help_markup_text:
 *
 * Returns: (transfer full): the words of the line alone
 */
char *
hn_help_markup_text (HnHelpBook      *book,
                     const GPtrArray *spans)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (HN_IS_HELP_BOOK (book), NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (text, get_words (book, spans->pdata[i]));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hn_help_markup_has_links:
 *
 * Returns: whether the line leads elsewhere
 */
gboolean
hn_help_markup_has_links (const GPtrArray *spans)
{
  g_return_val_if_fail (spans != NULL, FALSE);

  for (guint i = 0; i < spans->len; i++)
    if (((const HnHelpSpan *) spans->pdata[i])->style == HN_HELP_LINK)
      return TRUE;

  return FALSE;
}

/**
 * hn_help_markup_is_keys:
 *
 * Returns: whether the line is of keys alone, with what stands between them
 */
gboolean
hn_help_markup_is_keys (const GPtrArray *spans)
{
  g_return_val_if_fail (spans != NULL, FALSE);

  for (guint i = 0; i < spans->len; i++)
    {
      const HnHelpSpan *span = spans->pdata[i];

      if (span->style != HN_HELP_KEY && (span->style != HN_HELP_PLAIN || g_utf8_strlen (span->text, -1) > 3))
        return FALSE;
    }

  return spans->len > 0;
}
