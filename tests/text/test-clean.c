/* Text as it may be stored. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-clean.h"

static void
assert_clean (const char  *text,
              HnCleanMode  mode,
              const char  *expected)
{
  g_autofree char *clean = hn_text_clean (text, mode);
  g_autofree char *again = hn_text_clean (clean, mode);

  g_assert_cmpstr (clean, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_nothing (void)
{
  g_assert_null (hn_text_clean (NULL, HN_CLEAN_LINE));
  assert_clean ("", HN_CLEAN_LINE, "");
  assert_clean (" \t\u00A0\u200B ", HN_CLEAN_LINE, "");
  assert_clean ("\n\n", HN_CLEAN_LINES, "");
}

static void
test_composed (void)
{
  assert_clean ("Vie\u0302\u0323t", HN_CLEAN_LINE, "Việt");
  assert_clean ("Vie\u0323\u0302t", HN_CLEAN_LINE, "Việt");
  assert_clean ("Vi\u00EA\u0323t", HN_CLEAN_LINE, "Việt");
  assert_clean ("Vi\u1EB9\u0302t", HN_CLEAN_LINE, "Việt");
  assert_clean ("\u01A1\u0300 u\u031B\u0301", HN_CLEAN_LINE, "ờ ứ");
  assert_clean ("A\u030A \u212B \u1112\u1161\u11AB", HN_CLEAN_LINE, "Å Å 한");
  /* An invisible character between the letter and its mark. */
  assert_clean ("e\u200B\u0302", HN_CLEAN_LINE, "ê");
}

static void
test_spaces (void)
{
  assert_clean ("  Nguyễn\u00A0Văn\u202F\u2007 Đức\t", HN_CLEAN_LINE, "Nguyễn Văn Đức");
  assert_clean ("a\u2003b\u3000c\u205Fd\u1680e", HN_CLEAN_LINE, "a b c d e");
  assert_clean ("a\nb\r\nc\u2028d\302\205e", HN_CLEAN_LINE, "a b c d e");
  assert_clean ("a\001\002\037\177b\302\237c", HN_CLEAN_LINE, "a b c");
}

static void
test_invisible (void)
{
  assert_clean ("\uFEFFBắc\u200B Gi\u200Cang\u200D", HN_CLEAN_LINE, "Bắc Giang");
  assert_clean ("Hữu\u00AD ng\u2060hị\u200E\u200F\u202A\u202E\u2066\u2069", HN_CLEAN_LINE, "Hữu nghị");
}

static void
test_lines (void)
{
  assert_clean ("một\r\nhai\rba\nbốn\u2029năm\302\205sáu", HN_CLEAN_LINES, "một\nhai\nba\nbốn\nnăm\nsáu");
  assert_clean ("\n  một  \n\n\t hai\u00A0 \n ", HN_CLEAN_LINES, "một\n\nhai");
  assert_clean ("một\n\r\nhai", HN_CLEAN_LINES, "một\n\nhai");
}

static void
test_invalid (void)
{
  assert_clean ("B\243c", HN_CLEAN_LINE, "B\357\277\275c");
  assert_clean ("Vi\341\273", HN_CLEAN_LINE, "Vi\uFFFD\uFFFD");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean/nothing", test_nothing);
  g_test_add_func ("/text/clean/composed", test_composed);
  g_test_add_func ("/text/clean/spaces", test_spaces);
  g_test_add_func ("/text/clean/invisible", test_invisible);
  g_test_add_func ("/text/clean/lines", test_lines);
  g_test_add_func ("/text/clean/invalid", test_invalid);
  return g_test_run ();
}
