/* The size of a file in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-size.h"

static void
assert_size (guint64     bytes,
             const char *expected)
{
  g_autofree char *printed = hn_size_print (bytes);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_print (void)
{
  assert_size (0, "0 B");
  assert_size (1, "1 B");
  assert_size (812, "812 B");
  assert_size (1023, "1.023 B");
  assert_size (1024, "1 KB");
  assert_size (1536, "1,5 KB");
  assert_size (35 * 1024, "35 KB");
  assert_size (35 * 1024 + 700, "36 KB");
  assert_size (1024 * 1024 - 1, "1 MB");
  assert_size (1258291, "1,2 MB");
  assert_size (50 * 1024 * 1024, "50 MB");
  assert_size (G_GUINT64_CONSTANT (3) * 1024 * 1024 * 1024, "3 GB");
  assert_size (G_GUINT64_CONSTANT (5000) * 1024 * 1024 * 1024 * 1024, "5.000 TB");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/size/print", test_print);

  return g_test_run ();
}
