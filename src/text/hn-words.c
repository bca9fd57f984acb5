/* Amounts in Vietnamese words, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-words.h"

#include <string.h>

#include "hn-currency.h"
#include "hn-fold.h"

#define THOUSAND 1000u
#define MILLION 1000000u
#define MILLIARD 1000000000u

static const char *const digit_words[] = { "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín" };

/* The currencies that people know by name; the others are called by their code. */
static const struct
{
  const char *code;
  const char *name;
  const char *hundredth; /* NULL where there is none */
} currency_names[] = {
  { "VND", "đồng", NULL },
  { "USD", "đô la Mỹ", "xu" },
  { "EUR", "ơ-rô", "xu" },
  { "JPY", "yên", NULL },
};

static void
put (GString    *words,
     const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

static void
put_tens (GString      *words,
          guint         tens,
          guint         units,
          HnWordsFlags  flags)
{
  if (tens == 1)
    put (words, "mười");
  else
    {
      put (words, digit_words[tens]);
      put (words, "mươi");
    }

  if (units == 1 && tens > 1)
    put (words, "mốt");
  else if (units == 4 && tens > 1 && !(flags & HN_WORDS_BON))
    put (words, "tư");
  else if (units == 5)
    put (words, "lăm");
  else if (units != 0)
    put (words, digit_words[units]);
}

/* A number below 1000. A group that is not the first one is @full: its hundreds are read even if there are none. */
static void
put_group (GString      *words,
           guint         group,
           gboolean      full,
           HnWordsFlags  flags)
{
  guint hundreds = group / 100, tens = group / 10 % 10, units = group % 10;

  if (hundreds > 0 || full)
    {
      put (words, digit_words[hundreds]);
      put (words, "trăm");
      if (tens == 0 && units != 0)
        put (words, flags & HN_WORDS_LE ? "lẻ" : "linh");
    }
  if (tens > 0)
    put_tens (words, tens, units, flags);
  else if (units > 0)
    put (words, digit_words[units]);
}

/* A number below a milliard. */
static void
put_block (GString      *words,
           guint         block,
           gboolean      full,
           HnWordsFlags  flags)
{
  const struct
  {
    guint group;
    const char *name;
  } groups[] = {
    { block / MILLION, "triệu" },
    { block / THOUSAND % THOUSAND, flags & HN_WORDS_NGAN ? "ngàn" : "nghìn" },
    { block % THOUSAND, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (groups[i].group == 0)
        continue;
      put_group (words, groups[i].group, full, flags);
      if (groups[i].name != NULL)
        put (words, groups[i].name);
      full = TRUE;
    }
}

/* Nine digits a block, and tỷ behind each but the last one: 10¹⁸ is một tỷ tỷ. */
static void
put_number (GString      *words,
            guint64       number,
            HnWordsFlags  flags)
{
  if (number >= MILLIARD)
    {
      put_number (words, number / MILLIARD, flags);
      put (words, "tỷ");
    }
  put_block (words, (guint) (number % MILLIARD), number >= MILLIARD, flags);
}

static guint64
magnitude (gint64 number)
{
  return number < 0 ? -(guint64) number : (guint64) number;
}

static void
put_signed (GString      *words,
            gboolean      negative,
            guint64       number,
            HnWordsFlags  flags)
{
  if (negative)
    put (words, "âm");
  if (number == 0)
    put (words, digit_words[0]);
  else
    put_number (words, number, flags);
}

/**
 * hn_words_number:
 * @number: any number
 * @flags: how the office spells; %HN_WORDS_CHAN has no meaning here
 *
 * Reads a number aloud: groups of three digits with nghìn and triệu, tỷ after every nine; mười and mươi, mốt, tư and
 * lăm; linh for a missing ten; không trăm in every group but the first; groups of zeros are not read.
 *
 * Returns: (transfer full): the words in small letters: `một trăm năm mươi triệu`
 */
char *
hn_words_number (gint64       number,
                 HnWordsFlags flags)
{
  GString *words = g_string_new (NULL);

  put_signed (words, number < 0, magnitude (number), flags);
  return g_string_free_and_steal (words);
}

/* Decimals after phẩy: zeros one by one, then the rest as a number; those at the end are not read. */
static void
put_decimals (GString      *words,
              guint64       fraction,
              guint         n_decimals,
              HnWordsFlags  flags)
{
  guint64 place = 1;

  for (; fraction % 10 == 0; n_decimals--)
    fraction /= 10;
  for (guint i = 1; i < n_decimals; i++)
    place *= 10;
  put (words, "phẩy");
  for (; fraction < place; place /= 10)
    put (words, digit_words[0]);
  put_number (words, fraction, flags);
}

static char *
with_capital (const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (words)));
  g_string_append (text, g_utf8_next_char (words));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hn_words_money:
 * @amount: an amount in the smallest unit of @currency
 * @currency: an ISO 4217 code
 * @flags: how the office spells
 *
 * Writes an amount in words for a receipt or the line "Bằng chữ:". Cents of USD and EUR are xu; other currencies are
 * called by their code, their decimals read after phẩy. With %HN_WORDS_CHAN an amount other than zero whose
 * whole part is a multiple of 1000, and which has no decimals, ends with chẵn.
 *
 * Returns: (transfer full): the words with a capital: `Một trăm năm mươi triệu đồng`, `Một nghìn hai trăm đô la Mỹ
 *   và năm mươi xu`
 */
char *
hn_words_money (gint64        amount,
                const char   *currency,
                HnWordsFlags  flags)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *hundredth = NULL, *name = currency;
  guint n_decimals = hn_currency_decimals (currency);
  guint64 whole = magnitude (amount), unit = 1, fraction;

  g_return_val_if_fail (currency != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (currency_names); i++)
    if (strcmp (currency, currency_names[i].code) == 0)
      {
        name = currency_names[i].name;
        hundredth = currency_names[i].hundredth;
      }
  for (guint i = 0; i < n_decimals; i++)
    unit *= 10;
  fraction = whole % unit;
  whole /= unit;

  put_signed (words, amount < 0, whole, flags);
  if (fraction != 0 && hundredth == NULL)
    put_decimals (words, fraction, n_decimals, flags);
  put (words, name);
  if (fraction != 0 && hundredth != NULL)
    {
      put (words, "và");
      put_number (words, fraction, flags);
      put (words, hundredth);
    }
  if ((flags & HN_WORDS_CHAN) && fraction == 0 && whole != 0 && whole % THOUSAND == 0)
    put (words, "chẵn");
  return with_capital (words->str);
}

/* Spellings that mean the same everywhere, as hn_text_mark() gives them. */
static const char *
common_spelling (const char *word)
{
  static const char *const pairs[][2] = {
    { "lẻ", "linh" }, { "ngàn", "nghìn" }, { "tỉ", "tỷ" }, { "bẩy", "bảy" }, { "nhăm", "lăm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (word, pairs[i][0]) == 0)
      return pairs[i][1];
  return word;
}

/* The value of a word for a digit, also where it is spelt otherwise after mươi; 10 for mười, -1 for other words. */
static int
digit_value (const char *word)
{
  static const struct
  {
    const char *word;
    int value;
  } others[] = { { "mốt", 1 }, { "tư", 4 }, { "lăm", 5 }, { "mười", 10 } };

  for (gsize i = 0; i < G_N_ELEMENTS (digit_words); i++)
    if (strcmp (word, digit_words[i]) == 0)
      return (int) i;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (word, others[i].word) == 0)
      return others[i].value;
  return -1;
}

/* A sum while its words are read: what stands before the last tỷ, since then, since the last nghìn or triệu, and the
 * last digit. */
typedef struct
{
  guint64 total;
  guint64 block;
  guint64 group;
  guint   digit;
} Sum;

static gboolean
close_block (Sum *sum)
{
  if (!g_uint64_checked_add (&sum->total, sum->total, sum->block + sum->group))
    return FALSE;
  sum->block = sum->group = 0;
  return TRUE;
}

static gboolean
add_word (Sum        *sum,
          const char *word)
{
  int digit = digit_value (word);

  if (digit >= 0)
    {
      sum->group += (guint) digit;
      sum->digit = (guint) digit;
    }
  else if (strcmp (word, "mươi") == 0)
    sum->group += sum->digit * 9u;
  else if (strcmp (word, "trăm") == 0)
    sum->group += sum->digit * 99u;
  else if (strcmp (word, "nghìn") == 0 || strcmp (word, "triệu") == 0)
    {
      sum->block += sum->group * (*word == 'n' ? THOUSAND : MILLION);
      sum->group = 0;
    }
  else if (strcmp (word, "tỷ") == 0)
    return close_block (sum) && g_uint64_checked_mul (&sum->total, sum->total, MILLIARD);
  else if (strcmp (word, "linh") != 0)
    return FALSE;
  return sum->block < G_MAXUINT32 && sum->group < G_MAXUINT32;
}

/* Adding words up accepts nonsense (trăm hai tỷ triệu), so what came out is spelt again and has to give the same words;
 * only tư and bốn are free after mươi and linh. */
static gboolean
spells (GStrv    words,
        guint64  number,
        gboolean negative)
{
  g_autoptr (GString) tu = g_string_new (NULL);
  g_autoptr (GString) bon = g_string_new (NULL);
  g_auto (GStrv) tu_words = NULL;
  g_auto (GStrv) bon_words = NULL;

  put_signed (tu, negative && number != 0, number, HN_WORDS_DEFAULT);
  put_signed (bon, negative && number != 0, number, HN_WORDS_BON);
  tu_words = g_strsplit (tu->str, " ", -1);
  bon_words = g_strsplit (bon->str, " ", -1);

  for (gsize i = 0; words[i] != NULL && tu_words[i] != NULL; i++)
    {
      const char *word = common_spelling (words[i]);
      gboolean after_linh = i > 0 && strcmp (tu_words[i - 1], "linh") == 0;

      if (strcmp (word, tu_words[i]) != 0 && strcmp (word, bon_words[i]) != 0
          && !(after_linh && strcmp (word, "tư") == 0 && strcmp (tu_words[i], "bốn") == 0))
        return FALSE;
    }
  return g_strv_length (words) == g_strv_length (tu_words);
}

/* Takes the words behind the number off: đồng, chẵn. */
static void
drop_currency (GStrv words)
{
  static const char *const endings[] = { "chẵn", "đồng" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      guint n = g_strv_length (words);

      if (n > 1 && strcmp (words[n - 1], endings[i]) == 0)
        g_clear_pointer (&words[n - 1], g_free);
    }
}

/**
 * hn_words_parse:
 * @words: (nullable): a number in words, with its marks; đồng and chẵn may follow
 * @number: (out): the number, 0 where the function fails
 *
 * Reads back what hn_words_number() writes, with any flags: linh and lẻ, nghìn and ngàn, tư and bốn, tỷ and tỉ, lăm
 * and nhăm; capitals and the place of a tone do not matter.
 *
 * Returns: whether the words are a number, written by the rules, that fits
 */
gboolean
hn_words_parse (const char *words,
                gint64     *number)
{
  g_autofree char *marked = hn_text_mark (words != NULL ? words : "");
  g_auto (GStrv) parts = g_strsplit (marked, " ", -1);
  gboolean negative = parts[0] != NULL && strcmp (parts[0], "âm") == 0;
  Sum sum = { 0 };

  g_return_val_if_fail (number != NULL, FALSE);

  *number = 0;
  drop_currency (parts);
  for (gsize i = negative ? 1 : 0; parts[i] != NULL; i++)
    if (!add_word (&sum, common_spelling (parts[i])))
      return FALSE;
  if (!close_block (&sum) || sum.total > (guint64) G_MAXINT64 + (negative ? 1 : 0)
      || !spells (parts, sum.total, negative))
    return FALSE;
  *number = (gint64) (negative ? -sum.total : sum.total);
  return TRUE;
}
