/* Shares that add up, for random counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-shares.h"

static void
test_known (void)
{
  const gint64 thirds[] = { 1, 1, 1 };
  const gint64 some[] = { 2408, 1368, 224 };
  gint64 shares[3];

  hn_shares_divide (thirds, 3, 1000, shares);
  g_assert_cmpint (shares[0], ==, 334);
  g_assert_cmpint (shares[1], ==, 333);
  g_assert_cmpint (shares[2], ==, 333);

  hn_shares_divide (some, 3, 1000, shares);
  g_assert_cmpint (shares[0], ==, 602);
  g_assert_cmpint (shares[1], ==, 342);
  g_assert_cmpint (shares[2], ==, 56);
}

static void
test_nothing (void)
{
  const gint64 numbers[] = { 0, 0 };
  gint64 shares[] = { 5, 5 };

  hn_shares_divide (numbers, 2, 1000, shares);
  g_assert_cmpint (shares[0], ==, 0);
  g_assert_cmpint (shares[1], ==, 0);
  hn_shares_divide (NULL, 0, 1000, NULL);
}

/* Whatever the counts: the shares are the whole, none is more than one unit from its exact value, and a larger
 * count never has a smaller share. */
static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 60);
      gint64 numbers[60], shares[60], sum = 0, whole = 0;

      for (guint i = 0; i < n; i++)
        {
          numbers[i] = g_test_rand_int_range (0, round % 3 == 0 ? 10 : 2000000);
          if (round % 7 == 0)
            numbers[i] *= G_GINT64_CONSTANT (10000000000);
          sum += numbers[i];
        }
      if (sum == 0)
        continue;

      hn_shares_divide (numbers, n, 1000, shares);
      for (guint i = 0; i < n; i++)
        {
          double exact = (double) numbers[i] * 1000 / (double) sum;

          whole += shares[i];
          g_assert_cmpfloat ((double) shares[i], >, exact - 1);
          g_assert_cmpfloat ((double) shares[i], <, exact + 1);
          for (guint j = 0; j < i; j++)
            if (numbers[i] > numbers[j])
              g_assert_cmpint (shares[i], >=, shares[j]);
        }
      g_assert_cmpint (whole, ==, 1000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shares/known", test_known);
  g_test_add_func ("/shares/nothing", test_nothing);
  g_test_add_func ("/shares/random", test_random);

  return g_test_run ();
}
