/* Currencies and their conversion. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-currency.h"

static void
test_codes (void)
{
  static const char *const known[] = { "VND", "USD", "EUR", "JPY", "AED", "ZWL", "LAK", "KHR", "CZK", "BGN", "XOF" };
  static const char *const unknown[] = { "", "vnd", "VN", "VNDD", "XXX", "DEM", "đ" };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (hn_currency_is_known (known[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (hn_currency_is_known (unknown[i]));
  g_assert_false (hn_currency_is_known (NULL));
}

/* A code out of order is not found, so all codes of three letters are tried against the count. */
static void
test_every_code (void)
{
  guint n = 0, none = 0, three = 0;

  for (guint i = 0; i < 26 * 26 * 26; i++)
    {
      char code[] = { (char) ('A' + i / 676), (char) ('A' + i / 26 % 26), (char) ('A' + i % 26), '\0' };
      guint decimals = hn_currency_decimals (code);

      n += hn_currency_is_known (code);
      none += decimals == 0;
      three += decimals == 3;
      if (decimals != 2)
        g_assert_true (hn_currency_is_known (code));
    }
  g_assert_cmpuint (n, ==, 161);
  g_assert_cmpuint (none, ==, 16);
  g_assert_cmpuint (three, ==, 7);
}

static void
test_decimals (void)
{
  g_assert_cmpuint (hn_currency_decimals ("VND"), ==, 0);
  g_assert_cmpuint (hn_currency_decimals ("JPY"), ==, 0);
  g_assert_cmpuint (hn_currency_decimals ("USD"), ==, 2);
  g_assert_cmpuint (hn_currency_decimals ("KWD"), ==, 3);
  g_assert_cmpuint (hn_currency_decimals ("???"), ==, 2);
  g_assert_cmpuint (hn_currency_decimals (NULL), ==, 2);
}

static void
assert_print (gint64      amount,
              const char *code,
              const char *expected)
{
  g_autofree char *print = hn_money_print (amount, code);

  g_assert_cmpstr (print, ==, expected);
}

static void
test_print (void)
{
  assert_print (150000000, "VND", "150.000.000 đ");
  assert_print (0, "VND", "0 đ");
  assert_print (-5000, "VND", "-5.000 đ");
  assert_print (123450, "USD", "1.234,50 USD");
  assert_print (5, "EUR", "0,05 EUR");
  assert_print (10000, "JPY", "10.000 JPY");
  assert_print (1500, "KWD", "1,500 KWD");
}

static void
assert_vnd (gint64      amount,
            const char *code,
            gint64      rate,
            gint64      expected)
{
  gint64 vnd = -7;

  g_assert_true (hn_money_to_vnd (amount, code, rate, &vnd));
  g_assert_cmpint (vnd, ==, expected);
}

static void
test_to_vnd (void)
{
  gint64 vnd = -7;

  assert_vnd (100000, "USD", 254500000, 25450000);
  assert_vnd (59575000000, "USD", 230000000, G_GINT64_CONSTANT (13702250000000));
  assert_vnd (10000, "JPY", 1673500, 1673500);
  assert_vnd (1000, "KWD", 800000000, 80000);
  assert_vnd (5000, "VND", 10000, 5000);
  assert_vnd (0, "USD", 254500000, 0);
  /* 0,01 USD at 50, 49,9999, 150 and 149,9999 đ */
  assert_vnd (1, "USD", 500000, 1);
  assert_vnd (1, "USD", 499999, 0);
  assert_vnd (-1, "USD", 500000, -1);
  assert_vnd (-1, "USD", 499999, 0);
  assert_vnd (1, "USD", 1500000, 2);
  assert_vnd (-1, "USD", 1499999, -1);
  assert_vnd (G_MAXINT64, "VND", 10000, G_MAXINT64);
  assert_vnd (G_MININT64, "VND", 10000, G_MININT64);

  g_assert_false (hn_money_to_vnd (G_MAXINT64, "VND", 10001, &vnd));
  g_assert_false (hn_money_to_vnd (G_MININT64, "VND", G_MAXINT64, &vnd));
  g_assert_false (hn_money_to_vnd (1, "XXX", 10000, &vnd));
  g_assert_false (hn_money_to_vnd (1, NULL, 10000, &vnd));
  g_assert_false (hn_money_to_vnd (1, "USD", 0, &vnd));
  g_assert_false (hn_money_to_vnd (1, "USD", -1, &vnd));
  g_assert_cmpint (vnd, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/currency/codes", test_codes);
  g_test_add_func ("/text/currency/every-code", test_every_code);
  g_test_add_func ("/text/currency/decimals", test_decimals);
  g_test_add_func ("/text/currency/print", test_print);
  g_test_add_func ("/text/currency/to-vnd", test_to_vnd);
  return g_test_run ();
}
