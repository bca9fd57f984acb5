/* Widths and line breaks of text in Times New Roman. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-text-width.h"

static void
test_width (void)
{
  g_assert_cmpfloat_with_epsilon (hn_text_width ("1234567890", 10, FALSE), 50, 0.001);
  g_assert_cmpfloat_with_epsilon (hn_text_width ("", 12, TRUE), 0, 0.001);
  /* Marks take no room of their own, composed or not, and đ is a d. */
  g_assert_cmpfloat_with_epsilon (hn_text_width ("Độc lập", 14, TRUE), hn_text_width ("Doc lap", 14, TRUE), 0.001);
  g_assert_cmpfloat_with_epsilon (hn_text_width ("e\xcc\x82\xcc\x81", 14, FALSE), hn_text_width ("ế", 14, FALSE),
                                  0.001);
  g_assert_cmpfloat (hn_text_width ("Hội", 12, TRUE), >, hn_text_width ("Hội", 12, FALSE));
}

static void
assert_wrap (char       **lines,
             const char  *expected)
{
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (lines);
}

static void
test_wrap (void)
{
  assert_wrap (hn_text_wrap ("một hai ba", 10, FALSE, 1000), "một hai ba");
  assert_wrap (hn_text_wrap ("một hai ba", 10, FALSE, 20), "một|hai|ba");
  assert_wrap (hn_text_wrap ("một\nhai ba", 10, FALSE, 1000), "một|hai ba");
  assert_wrap (hn_text_wrap ("", 10, FALSE, 100), "");
  assert_wrap (hn_text_wrap ("1111111111", 10, FALSE, 25), "11111|11111");
  assert_wrap (hn_text_balance ("LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH BẮC GIANG", 13, TRUE, 330),
               "LIÊN HIỆP CÁC TỔ CHỨC|HỮU NGHỊ TỈNH BẮC GIANG");
  g_assert_cmpuint (hn_text_lines ("a\n\nb", 10, FALSE, 100), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-width/width", test_width);
  g_test_add_func ("/text-width/wrap", test_wrap);

  return g_test_run ();
}
