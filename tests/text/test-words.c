/* Amounts in words, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-words.h"
#include "reference.h"

#define HEADER "value,formatted_vi,words,money_line_bang_chu,words_south_variant,note"

static void
assert_words (gint64        number,
              HnWordsFlags  flags,
              const char   *expected)
{
  g_autofree char *words = hn_words_number (number, flags);
  gint64 again = -7;

  g_assert_cmpstr (words, ==, expected);
  g_assert_true (hn_words_parse (words, &again));
  g_assert_cmpint (again, ==, number);
}

static void
assert_money (gint64        amount,
              const char   *currency,
              HnWordsFlags  flags,
              const char   *expected)
{
  g_autofree char *words = hn_words_money (amount, currency, flags);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_table (void)
{
  g_autoptr (GPtrArray) rows = reference_read ("money-words.csv", HEADER);

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];
      gint64 value = g_ascii_strtoll (row[0], NULL, 10);
      g_autofree char *money = hn_words_money (value, "VND", HN_WORDS_DEFAULT);
      g_autofree char *line = g_strconcat ("Bằng chữ: ", money, NULL);

      assert_words (value, HN_WORDS_DEFAULT, row[2]);
      assert_words (value, HN_WORDS_LE | HN_WORDS_NGAN, row[4]);
      g_assert_cmpstr (line, ==, row[3]);
    }
}

static void
test_flags (void)
{
  assert_words (24, HN_WORDS_BON, "hai mươi bốn");
  assert_words (101, HN_WORDS_LE, "một trăm lẻ một");
  assert_words (1001, HN_WORDS_NGAN, "một ngàn không trăm linh một");
  assert_words (14, HN_WORDS_DEFAULT, "mười bốn");
  assert_words (404, HN_WORDS_DEFAULT, "bốn trăm linh bốn");
  assert_words (11, HN_WORDS_DEFAULT, "mười một");
  assert_words (15, HN_WORDS_DEFAULT, "mười lăm");
  assert_words (20, HN_WORDS_DEFAULT, "hai mươi");
  assert_words (1000001, HN_WORDS_DEFAULT, "một triệu không trăm linh một");
  assert_words (G_MAXINT64, HN_WORDS_DEFAULT,
                "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm "
                "mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh bảy");
  assert_words (G_MININT64, HN_WORDS_DEFAULT,
                "âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm "
                "năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám");
}

static void
test_money (void)
{
  assert_money (150000000, "VND", HN_WORDS_DEFAULT, "Một trăm năm mươi triệu đồng");
  assert_money (150000000, "VND", HN_WORDS_CHAN, "Một trăm năm mươi triệu đồng chẵn");
  assert_money (150000500, "VND", HN_WORDS_CHAN, "Một trăm năm mươi triệu năm trăm đồng");
  assert_money (1000, "VND", HN_WORDS_CHAN, "Một nghìn đồng chẵn");
  assert_money (-5000, "VND", HN_WORDS_CHAN, "Âm năm nghìn đồng chẵn");
  assert_money (500, "VND", HN_WORDS_CHAN, "Năm trăm đồng");
  assert_money (0, "VND", HN_WORDS_CHAN, "Không đồng");
  assert_money (24101, "VND", HN_WORDS_LE | HN_WORDS_NGAN | HN_WORDS_BON, "Hai mươi bốn ngàn một trăm lẻ một đồng");
}

static void
test_foreign_money (void)
{
  assert_money (120050, "USD", HN_WORDS_DEFAULT, "Một nghìn hai trăm đô la Mỹ và năm mươi xu");
  assert_money (120000, "USD", HN_WORDS_DEFAULT, "Một nghìn hai trăm đô la Mỹ");
  assert_money (50, "USD", HN_WORDS_DEFAULT, "Không đô la Mỹ và năm mươi xu");
  assert_money (-2101, "EUR", HN_WORDS_DEFAULT, "Âm hai mươi mốt ơ-rô và một xu");
  assert_money (1000, "JPY", HN_WORDS_NGAN, "Một ngàn yên");
  assert_money (100000, "USD", HN_WORDS_CHAN, "Một nghìn đô la Mỹ chẵn");
  assert_money (100001, "USD", HN_WORDS_CHAN, "Một nghìn đô la Mỹ và một xu");
  assert_money (120000, "GBP", HN_WORDS_DEFAULT, "Một nghìn hai trăm GBP");
  assert_money (120050, "GBP", HN_WORDS_DEFAULT, "Một nghìn hai trăm phẩy năm GBP");
  assert_money (120005, "GBP", HN_WORDS_DEFAULT, "Một nghìn hai trăm phẩy không năm GBP");
  assert_money (120024, "GBP", HN_WORDS_DEFAULT, "Một nghìn hai trăm phẩy hai mươi tư GBP");
  assert_money (1005, "KWD", HN_WORDS_DEFAULT, "Một phẩy không không năm KWD");
  assert_money (1125, "KWD", HN_WORDS_DEFAULT, "Một phẩy một trăm hai mươi lăm KWD");
  assert_money (1010, "KWD", HN_WORDS_DEFAULT, "Một phẩy không một KWD");
}

static void
assert_parse (const char *words,
              gint64      expected)
{
  gint64 number = -7;

  g_assert_true (hn_words_parse (words, &number));
  g_assert_cmpint (number, ==, expected);
}

static void
test_variants (void)
{
  assert_parse ("Một trăm năm mươi triệu đồng chẵn", 150000000);
  assert_parse ("  MỘT   TRĂM năm mươi triệu ĐỒNG", 150000000);
  assert_parse ("hai mươi bốn", 24);
  assert_parse ("hai mươi tư", 24);
  assert_parse ("một trăm linh tư", 104);
  assert_parse ("một trăm lẻ bốn", 104);
  assert_parse ("hai mươi nhăm", 25);
  assert_parse ("bẩy mươi bẩy", 77);
  assert_parse ("một tỉ", 1000000000);
  assert_parse ("hai mươi tư ngàn không trăm lẻ bốn", 24004);
  assert_parse ("hai mươi tư nghìn không trăm hai mươi bốn", 24024);
}

static void
test_nonsense (void)
{
  static const char *const bad[] = {
    "", " ", "đồng", "âm", "âm không", "một hai", "trăm", "mươi", "một mươi", "mười mươi", "không một",
    "hai mươi một", "hai mươi năm", "mười lăm lăm", "mốt", "lăm", "tư trăm", "mười mốt", "linh một", "một linh một",
    "một trăm linh", "triệu một", "một nghìn một", "một triệu một tỷ một triệu", "một nghìn một nghìn",
    "một nghìn nghìn", "không trăm một", "một trăm triệu nghìn", "một và hai", "abc", "12", "một đồng hai", "chẵn",
    "mười tỷ tỷ", "một tỷ tỷ tỷ", "chín tỷ chín trăm triệu tỷ", "một trăm linh mười", "hai mươi không",
    "một trăm không linh một",
  };
  gint64 number;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      number = -7;
      g_test_message ("“%s”", bad[i]);
      g_assert_false (hn_words_parse (bad[i], &number));
      g_assert_cmpint (number, ==, 0);
    }
  g_assert_false (hn_words_parse (NULL, &number));
}

static void
test_round_trip (void)
{
  for (gint i = 0; i < 100000; i++)
    {
      HnWordsFlags flags = (HnWordsFlags) g_test_rand_int_range (0, 16);
      gint64 number = (gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ());
      g_autofree char *words = NULL;
      g_autofree char *money = NULL;
      gint64 again;

      number >>= g_test_rand_int_range (0, 64);
      if (g_test_rand_bit ())
        number = number / 1000000 * 1000000;
      words = hn_words_number (number, flags);
      g_assert_true (hn_words_parse (words, &again));
      g_assert_cmpint (again, ==, number);
      money = hn_words_money (number, "VND", flags);
      g_assert_true (hn_words_parse (money, &again));
      g_assert_cmpint (again, ==, number);
    }
}

/* Words in any order make a number only if that number is spelt so. */
static void
test_random_words (void)
{
  static const char *const words[] = {
    "không", "một", "mốt", "hai", "tư", "năm", "lăm", "mười", "mươi", "trăm", "linh", "nghìn", "triệu", "tỷ",
  };

  for (gint i = 0; i < 100000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *again = NULL;
      gint64 number;

      for (gint n = g_test_rand_int_range (1, 8); n > 0; n--)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      if (!hn_words_parse (text->str, &number))
        continue;
      again = hn_words_number (number, HN_WORDS_DEFAULT);
      g_string_replace (text, "linh tư", "linh bốn", 0);
      g_assert_cmpstr (again, ==, text->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/words/table", test_table);
  g_test_add_func ("/text/words/flags", test_flags);
  g_test_add_func ("/text/words/money", test_money);
  g_test_add_func ("/text/words/foreign-money", test_foreign_money);
  g_test_add_func ("/text/words/variants", test_variants);
  g_test_add_func ("/text/words/nonsense", test_nonsense);
  g_test_add_func ("/text/words/round-trip", test_round_trip);
  g_test_add_func ("/text/words/random-words", test_random_words);
  return g_test_run ();
}
