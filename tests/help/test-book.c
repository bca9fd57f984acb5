/* The guide as it is in the program: every page is read, in order, and found by its words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-help-book.h"

static const char *const languages[] = { "C", "vi" };

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      HnHelpBook *book = hn_help_book_new (languages[i]);
      g_autoptr (GPtrArray) setup = hn_help_book_list_topics (book, HN_HELP_INDEX, "setup");
      g_autoptr (GPtrArray) nowhere = hn_help_book_list_topics (book, HN_HELP_INDEX, NULL);

      g_assert_cmpuint (hn_help_book_get_pages (book)->len, >=, 20);
      g_assert_cmpuint (setup->len, >=, 3);
      g_assert_cmpstr (((HnHelpPage *) setup->pdata[0])->id, ==, "first-start");
      g_assert_cmpstr (((HnHelpPage *) setup->pdata[1])->id, ==, "window");
      g_assert_cmpuint (nowhere->len, ==, 0);
      g_assert_finalize_object (book);
    }
}

static void
test_targets (void)
{
  HnHelpBook *book = hn_help_book_new ("C");
  g_autofree char *section = hn_help_target_section ("send#compare"), *none = hn_help_target_section ("send");

  g_assert_cmpstr (hn_help_book_get_page (book, "send#compare")->id, ==, "send");
  g_assert_cmpstr (hn_help_book_get_page (book, "send")->id, ==, "send");
  g_assert_null (hn_help_book_get_page (book, "nothing"));
  g_assert_null (hn_help_book_get_page (book, ""));
  g_assert_cmpstr (section, ==, "compare");
  g_assert_null (none);
  g_assert_finalize_object (book);
}

/* Each page is found by its own title, as the first: nothing else has all its words in the title. */
static void
test_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      HnHelpBook *book = hn_help_book_new (languages[i]);
      const GPtrArray *pages = hn_help_book_get_pages (book);

      for (guint j = 0; j < pages->len; j++)
        {
          const HnHelpPage *page = pages->pdata[j];
          g_autoptr (GArray) hits = hn_help_book_search (book, page->title);

          g_test_message ("%s/%s", languages[i], page->id);
          g_assert_cmpuint (hits->len, >=, 1);
          g_assert_true (g_array_index (hits, HnHelpHit, 0).page == page);
          g_assert_nonnull (page->description);
        }
      g_assert_finalize_object (book);
    }
}

static guint
count (HnHelpBook *book,
       const char *text)
{
  g_autoptr (GArray) hits = hn_help_book_search (book, text);

  return hits->len;
}

static void
test_marks (void)
{
  HnHelpBook *book = hn_help_book_new ("vi");
  g_autoptr (GArray) hits = hn_help_book_search (book, "phim tat");
  g_autoptr (GArray) inside = hn_help_book_search (book, "ty gia");

  g_assert_cmpuint (hits->len, >=, 1);
  g_assert_cmpstr (g_array_index (hits, HnHelpHit, 0).page->id, ==, "keys");
  /* A word of a paragraph: what is shown of the page is that paragraph. */
  g_assert_cmpuint (inside->len, >=, 1);
  g_assert_cmpstr (g_array_index (inside, HnHelpHit, 0).page->id, ==, "donations");
  g_assert_nonnull (strstr (g_array_index (inside, HnHelpHit, 0).words, "tỷ giá"));

  g_assert_cmpuint (count (book, "báo cáo"), >, 3);
  g_assert_cmpuint (count (book, ""), ==, 0);
  g_assert_cmpuint (count (book, "  "), ==, 0);
  g_assert_cmpuint (count (book, "xyzzy"), ==, 0);
  g_assert_finalize_object (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hn_help_init ();
  g_test_add_func ("/help/book/order", test_order);
  g_test_add_func ("/help/book/targets", test_targets);
  g_test_add_func ("/help/book/titles", test_titles);
  g_test_add_func ("/help/book/marks", test_marks);

  return g_test_run ();
}
