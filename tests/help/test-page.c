/* A page of the guide: what of Mallard is read, how, and what is refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-page.h"

#define HEAD "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" id=\"find\">"
#define TITLE "<title>Find</title>"

static HnHelpPage *
parse (const char *body)
{
  g_autofree char *text = g_strconcat (HEAD, body, "</page>", NULL);
  g_autoptr (GError) error = NULL;
  HnHelpPage *page = hn_help_page_parse (text, -1, &error);

  g_assert_no_error (error);

  return page;
}

static const HnHelpBlock *
get_block (const HnHelpBlock *parent,
           guint              position)
{
  g_assert_cmpuint (position, <, parent->children->len);

  return parent->children->pdata[position];
}

static void
assert_span (const GPtrArray *spans,
             guint            position,
             HnHelpStyle      style,
             const char      *text)
{
  const HnHelpSpan *span;

  g_assert_cmpuint (position, <, spans->len);
  span = spans->pdata[position];
  g_assert_cmpint (span->style, ==, style);
  g_assert_cmpstr (span->text, ==, text);
}

static void
test_info (void)
{
  g_autoptr (HnHelpPage) page = parse ("<info><link type=\"guide\" xref=\"index#change\"/>"
                                       "<link type=\"seealso\" xref=\"search\"/><title type=\"sort\">020</title>"
                                       "<desc>One field\n  for <em>all</em>.</desc></info>" TITLE);

  g_assert_cmpstr (page->id, ==, "find");
  g_assert_cmpstr (page->title, ==, "Find");
  g_assert_cmpstr (page->sort, ==, "020");
  g_assert_cmpstr (page->description, ==, "One field for all.");
  g_assert_cmpuint (page->guides->len, ==, 1);
  g_assert_cmpstr (page->guides->pdata[0], ==, "index#change");
  g_assert_cmpuint (page->see_also->len, ==, 1);
  g_assert_cmpstr (page->see_also->pdata[0], ==, "search");
  g_assert_cmpuint (page->body->children->len, ==, 0);
}

static void
test_line (void)
{
  g_autoptr (HnHelpPage) page = parse (
    TITLE "<p>\n  Press  <keyseq><key>Ctrl</key> <key>K</key></keyseq>,\n then <guiseq><gui>A</gui><gui>B</gui>"
          "</guiseq> &amp; <!-- or -->see <link xref=\"search#marks\">here</link> or <link xref=\"find\"/>. </p>");
  const GPtrArray *spans = get_block (page->body, 0)->spans;
  g_autofree char *text = hn_help_spans_text (spans);

  g_assert_cmpstr (text, ==, "Press Ctrl+K, then A ▸ B & see here or .");
  assert_span (spans, 0, HN_HELP_PLAIN, "Press ");
  assert_span (spans, 1, HN_HELP_KEY, "Ctrl");
  assert_span (spans, 2, HN_HELP_PLAIN, "+");
  assert_span (spans, 3, HN_HELP_KEY, "K");
  assert_span (spans, 5, HN_HELP_STRONG, "A");
  assert_span (spans, 9, HN_HELP_LINK, "here");
  g_assert_cmpstr (((HnHelpSpan *) spans->pdata[9])->target, ==, "search#marks");
  assert_span (spans, 11, HN_HELP_LINK, "");
  g_assert_cmpstr (((HnHelpSpan *) spans->pdata[11])->target, ==, "find");
  assert_span (spans, 12, HN_HELP_PLAIN, ".");
}

static void
test_blocks (void)
{
  g_autoptr (HnHelpPage) page =
    parse (TITLE "<steps><item><p>One</p></item><item><p>Two</p><p>Three</p></item></steps>"
                 "<section id=\"more\"><title>More</title><terms><item><title>A term</title><p>Said</p></item></terms>"
                 "<note style=\"warning\"><p>Mind</p></note>"
                 "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table><links type=\"topic\"/></section>");
  const HnHelpBlock *steps = get_block (page->body, 0), *section = get_block (page->body, 1), *term;
  g_autofree char *title = hn_help_spans_text (section->title);

  g_assert_cmpint (steps->type, ==, HN_HELP_STEPS);
  g_assert_cmpuint (steps->children->len, ==, 2);
  g_assert_cmpuint (get_block (steps, 1)->children->len, ==, 2);
  assert_span (get_block (get_block (steps, 1), 1)->spans, 0, HN_HELP_PLAIN, "Three");

  g_assert_cmpint (section->type, ==, HN_HELP_SECTION);
  g_assert_cmpstr (section->id, ==, "more");
  g_assert_cmpstr (title, ==, "More");
  g_assert_cmpuint (section->children->len, ==, 3);
  term = get_block (get_block (section, 0), 0);
  assert_span (term->title, 0, HN_HELP_PLAIN, "A term");
  g_assert_cmpint (get_block (section, 1)->type, ==, HN_HELP_NOTE);
  g_assert_cmpint (get_block (section, 1)->tone, ==, HN_HELP_TONE_WARNING);
  g_assert_cmpint (get_block (get_block (get_block (section, 2), 0), 1)->type, ==, HN_HELP_TABLE_CELL);
}

/* What the window does not show must not stand in a page. */
static void
test_refused (void)
{
  static const char *const refused[] = {
    HEAD TITLE "<code>x</code></page>",
    HEAD TITLE "<p>An <app>app</app></p></page>",
    HEAD TITLE "Words beside the paragraphs</page>",
    HEAD TITLE "<p><keyseq>Ctrl</keyseq></p></page>",
    HEAD TITLE "<item><p>Of no list</p></item></page>",
    HEAD TITLE "<section><section/></section></page>",
    HEAD "<info><link type=\"next\" xref=\"find\"/></info>" TITLE "</page>",
    HEAD "<info><link type=\"guide\"/></info>" TITLE "</page>",
    HEAD "<p>Without a title</p></page>",
    "<page xmlns=\"http://projectmallard.org/1.0/\">" TITLE "</page>",
    "<topic>" TITLE "</topic>",
    HEAD TITLE "<p>Not closed</page>",
    HEAD TITLE,
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HnHelpPage) page = hn_help_page_parse (refused[i], -1, &error);

      g_test_message ("%s", refused[i]);
      g_assert_null (page);
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_MARKUP_ERROR);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/page/info", test_info);
  g_test_add_func ("/help/page/line", test_line);
  g_test_add_func ("/help/page/blocks", test_blocks);
  g_test_add_func ("/help/page/refused", test_refused);

  return g_test_run ();
}
