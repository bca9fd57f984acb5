/* Numbers read and printed as Vietnamese offices write them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-number.h"
#include "reference.h"

static void
assert_number (const char *text,
               guint       decimals,
               gint64      expected)
{
  g_autoptr (GError) error = NULL;
  gint64 scaled = -7;

  g_test_message ("“%s” with %u decimals", text, decimals);
  hn_number_parse (text, decimals, &scaled, &error);
  g_assert_no_error (error);
  g_assert_cmpint (scaled, ==, expected);
}

static void
assert_refused (const char    *text,
                guint          decimals,
                HnNumberError  code)
{
  g_autoptr (GError) error = NULL;
  gint64 scaled = -7;

  g_test_message ("“%s” with %u decimals", text != NULL ? text : "NULL", decimals);
  g_assert_false (hn_number_parse (text, decimals, &scaled, &error));
  g_assert_error (error, HN_NUMBER_ERROR, (int) code);
  g_assert_cmpint (scaled, ==, 0);
}

static void
test_marks (void)
{
  assert_number ("1.234.567,89", 2, 123456789);
  assert_number ("1,234,567.89", 2, 123456789);
  assert_number ("1234567", 2, 123456700);
  assert_number ("1234567", 0, 1234567);
  assert_number ("1234.5", 2, 123450);
  assert_number ("1234,5", 2, 123450);
  assert_number ("1 234 567,5", 1, 12345675);
  assert_number ("1\u00A0234\u202F567.5", 1, 12345675);
  assert_number ("1.234.567", 0, 1234567);
  assert_number ("1,234,567", 3, 1234567000);
  assert_number ("1 234,567", 3, 1234567);
  assert_number ("0", 0, 0);
  assert_number ("007", 0, 7);
  assert_number ("0,5", 1, 5);
  assert_number (" 12 ", 0, 12);
}

static void
test_three_digits (void)
{
  for (guint decimals = 0; decimals < 6; decimals++)
    {
      gint64 unit = 1;

      for (guint i = 0; i < decimals; i++)
        unit *= 10;
      assert_number ("1.234", decimals, 1234 * unit);
      if (decimals < 3)
        assert_number ("1,234", decimals, 1234 * unit);
      else
        assert_refused ("1,234", decimals, HN_NUMBER_ERROR_AMBIGUOUS);
    }
  assert_number ("0.125", 3, 125);
  assert_number ("0,125", 3, 125);
  assert_number ("1234.567", 3, 1234567);
  assert_number ("1234,567", 3, 1234567);
  assert_number ("1.234,567", 3, 1234567);
  assert_number ("1,234 tỷ", 0, 1234000000);
  assert_number ("1.234 tỷ", 0, 1234000000000);
}

static void
test_signs (void)
{
  assert_number ("-5.000", 0, -5000);
  assert_number ("−5.000", 0, -5000);
  assert_number ("– 5.000", 0, -5000);
  assert_number ("(1.234)", 0, -1234);
  assert_number ("( 1.234 đ )", 0, -1234);
  assert_number ("+5", 0, 5);
  assert_number ("-0", 0, 0);
}

static void
test_words (void)
{
  assert_number ("150.000.000 đ", 0, 150000000);
  assert_number ("150.000.000đ", 0, 150000000);
  assert_number ("150.000.000 đồng", 0, 150000000);
  assert_number ("150.000.000 ĐỒNG", 0, 150000000);
  assert_number ("150000000VND", 0, 150000000);
  assert_number ("150000000 VNĐ", 0, 150000000);
  assert_number ("150000000₫", 0, 150000000);
  assert_number ("60,2 %", 1, 602);
  assert_number ("60,2%", 1, 602);
  assert_number ("150 triệu", 0, 150000000);
  assert_number ("150 trieu dong", 0, 150000000);
  assert_number ("1,5 tỷ", 0, 1500000000);
  assert_number ("1,5 tỉ đồng", 0, 1500000000);
  assert_number ("1.5 tỷ", 0, 1500000000);
  assert_number ("500 nghìn", 0, 500000);
  assert_number ("500 ngàn", 0, 500000);
  assert_number ("2 nghìn tỷ", 0, 2000000000000);
  assert_number ("1 tỷ 500 triệu", 0, 1500000000);
  assert_number ("1 tỷ 500 triệu 200 nghìn 5 đồng", 0, 1500200005);
  assert_number ("595,75 triệu", 2, 59575000000);
  assert_number ("-1,5 tỷ", 0, -1500000000);
}

static void
test_refused (void)
{
  static const char *const bad[] = {
    "", " ", "-", "abc", "đ", "12a", "1.2.3", "12.34.56", "1,23,456", "1.234.56", "1234.567.890", "1.,5", "1..5",
    ".5", "5,", "1.5.", "1 23", "1 2345", "1,2 3", "1 234.567,8", "--5", "-(5)", "(-5)", "()", "(5", "1e5", "0x10",
    "5 triệu 6 tỷ", "5 triệu 6 triệu", "5 6 triệu x", "5 đồng 6", "5 đ đ", "5 USD", "6/5/2021", "1.234.567,8.9",
    "1,234.567,8", "triệu", "5 % 6", "١٢", "1 , 5", "5 tỷ tỷ tỷ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint decimals = 0; decimals < 5; decimals += 2)
      assert_refused (bad[i], decimals, HN_NUMBER_ERROR_NOT_A_NUMBER);
  assert_refused (NULL, 0, HN_NUMBER_ERROR_NOT_A_NUMBER);
}

static void
test_precision (void)
{
  assert_refused ("1,5", 0, HN_NUMBER_ERROR_TOO_PRECISE);
  assert_refused ("1,2555", 2, HN_NUMBER_ERROR_TOO_PRECISE);
  assert_refused ("0,001", 2, HN_NUMBER_ERROR_TOO_PRECISE);
  assert_refused ("1,2345678 triệu", 0, HN_NUMBER_ERROR_TOO_PRECISE);
  assert_number ("1,2345678 triệu", 1, 12345678);
  assert_number ("1.000,00", 0, 1000);
  assert_number ("1,2500", 2, 125);
  assert_number ("0,000", 0, 0);
}

static void
test_size (void)
{
  assert_number ("9223372036854775807", 0, G_MAXINT64);
  assert_number ("-9.223.372.036.854.775.808", 0, G_MININT64);
  assert_refused ("9223372036854775808", 0, HN_NUMBER_ERROR_TOO_LARGE);
  assert_refused ("-9223372036854775809", 0, HN_NUMBER_ERROR_TOO_LARGE);
  assert_refused ("99999999999999999999", 0, HN_NUMBER_ERROR_TOO_LARGE);
  assert_refused ("18446744073709551617", 0, HN_NUMBER_ERROR_TOO_LARGE);
  assert_refused ("92233720368547758,08", 2, HN_NUMBER_ERROR_TOO_LARGE);
  assert_number ("92233720368547758,07", 2, G_MAXINT64);
  assert_refused ("10 tỷ tỷ", 0, HN_NUMBER_ERROR_TOO_LARGE);
  assert_refused ("9 tỷ tỷ 999 triệu tỷ", 0, HN_NUMBER_ERROR_TOO_LARGE);
  assert_number ("000000000000000000000000000000000001", 0, 1);
  assert_number ("1,000000000000000000000000000000", 0, 1);
  assert_number ("9", 18, G_GINT64_CONSTANT (9000000000000000000));
  assert_refused ("10", 18, HN_NUMBER_ERROR_TOO_LARGE);
}

static void
assert_print (gint64      scaled,
              guint       decimals,
              const char *print,
              const char *full,
              const char *c)
{
  g_autofree char *printed = hn_number_print (scaled, decimals);
  g_autofree char *printed_full = hn_number_print_full (scaled, decimals);
  g_autofree char *printed_c = hn_number_to_c (scaled, decimals);

  g_assert_cmpstr (printed, ==, print);
  g_assert_cmpstr (printed_full, ==, full);
  g_assert_cmpstr (printed_c, ==, c);
}

static void
test_print (void)
{
  assert_print (0, 0, "0", "0", "0");
  assert_print (0, 2, "0", "0,00", "0");
  assert_print (5, 2, "0,05", "0,05", "0.05");
  assert_print (-5, 2, "-0,05", "-0,05", "-0.05");
  assert_print (100, 2, "1", "1,00", "1");
  assert_print (999, 0, "999", "999", "999");
  assert_print (1000, 0, "1.000", "1.000", "1000");
  assert_print (123456750, 2, "1.234.567,5", "1.234.567,50", "1234567.5");
  assert_print (-123456789, 2, "-1.234.567,89", "-1.234.567,89", "-1234567.89");
  assert_print (G_MAXINT64, 0, "9.223.372.036.854.775.807", "9.223.372.036.854.775.807", "9223372036854775807");
  assert_print (G_MININT64, 0, "-9.223.372.036.854.775.808", "-9.223.372.036.854.775.808", "-9223372036854775808");
  assert_print (G_MININT64, 18, "-9,223372036854775808", "-9,223372036854775808", "-9.223372036854775808");
}

static void
test_print_table (void)
{
  g_autoptr (GPtrArray) rows =
    reference_read ("money-words.csv", "value,formatted_vi,words,money_line_bang_chu,words_south_variant,note");

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];
      gint64 value = g_ascii_strtoll (row[0], NULL, 10);
      g_autofree char *print = hn_number_print (value, 0);

      g_assert_cmpstr (print, ==, row[1]);
      assert_number (row[1], 0, value);
    }
}

/* What is printed in full can be read again, with any number of decimals but the ambiguous one: a comma before three
 * digits of decimals that stand alone. */
static void
test_round_trip (void)
{
  for (gint i = 0; i < 100000; i++)
    {
      guint decimals = (guint) g_test_rand_int_range (0, 19);
      gint64 scaled = (gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ());
      g_autofree char *print = NULL;
      g_autofree char *c = NULL;

      scaled >>= g_test_rand_int_range (0, 64);
      print = hn_number_print_full (scaled, decimals);
      c = hn_number_to_c (scaled, 0);
      if (decimals != 3 || ABS (scaled / 1000) >= 1000 || ABS (scaled / 1000) == 0)
        assert_number (print, decimals, scaled);
      assert_number (c, 0, scaled);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/number/marks", test_marks);
  g_test_add_func ("/text/number/three-digits", test_three_digits);
  g_test_add_func ("/text/number/signs", test_signs);
  g_test_add_func ("/text/number/words", test_words);
  g_test_add_func ("/text/number/refused", test_refused);
  g_test_add_func ("/text/number/precision", test_precision);
  g_test_add_func ("/text/number/size", test_size);
  g_test_add_func ("/text/number/print", test_print);
  g_test_add_func ("/text/number/print-table", test_print_table);
  g_test_add_func ("/text/number/round-trip", test_round_trip);
  return g_test_run ();
}
