/* Vietnamese letters taken apart: base, shape and tone; shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-letter.h"

#include <string.h>

#include "hn-char.h"

typedef enum
{
  A,
  AW,
  AA,
  E,
  EE,
  I,
  O,
  OO,
  OW,
  U,
  UW,
  Y,
  N_VOWELS,
} Vowel;

static const gunichar bases[N_VOWELS] = { 'a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y' };

static const gunichar vowels[N_VOWELS][6] = {
  [A] = { U'a', U'à', U'ả', U'ã', U'á', U'ạ' },  [AW] = { U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ' },
  [AA] = { U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ' }, [E] = { U'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ' },
  [EE] = { U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ' }, [I] = { U'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị' },
  [O] = { U'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ' },  [OO] = { U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ' },
  [OW] = { U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ' }, [U] = { U'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ' },
  [UW] = { U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự' }, [Y] = { U'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ' },
};

/* The way back, for the two blocks of Unicode that hold these letters: 1 + 6 × vowel + tone, 0 for others.
 * g_unichar_decompose() would make folding twice as slow. */
#define CODE(vowel, tone) (1 + 6 * (vowel) + HN_TONE_##tone)
#define PAIR(first, upper, lower, vowel, tone)                                                                        \
  [(upper) - (first)] = CODE (vowel, tone), [(lower) - (first)] = CODE (vowel, tone)

#define LOW_FIRST 0x00C0
#define LOW(upper, lower, vowel, tone) PAIR (LOW_FIRST, upper, lower, vowel, tone)
static const guint8 low_codes[] = {
  LOW (U'À', U'à', A, HUYEN),  LOW (U'Á', U'á', A, SAC),   LOW (U'Â', U'â', AA, NGANG), LOW (U'Ã', U'ã', A, NGA),
  LOW (U'È', U'è', E, HUYEN),  LOW (U'É', U'é', E, SAC),   LOW (U'Ê', U'ê', EE, NGANG), LOW (U'Ì', U'ì', I, HUYEN),
  LOW (U'Í', U'í', I, SAC),    LOW (U'Ò', U'ò', O, HUYEN), LOW (U'Ó', U'ó', O, SAC),    LOW (U'Ô', U'ô', OO, NGANG),
  LOW (U'Õ', U'õ', O, NGA),    LOW (U'Ù', U'ù', U, HUYEN), LOW (U'Ú', U'ú', U, SAC),    LOW (U'Ý', U'ý', Y, SAC),
  LOW (U'Ă', U'ă', AW, NGANG), LOW (U'Ĩ', U'ĩ', I, NGA),   LOW (U'Ũ', U'ũ', U, NGA),    LOW (U'Ơ', U'ơ', OW, NGANG),
  LOW (U'Ư', U'ư', UW, NGANG),
};

#define HIGH_FIRST 0x1EA0
#define HIGH(upper, lower, vowel, tone) PAIR (HIGH_FIRST, upper, lower, vowel, tone)
static const guint8 high_codes[] = {
  HIGH (U'Ạ', U'ạ', A, NANG),   HIGH (U'Ả', U'ả', A, HOI),   HIGH (U'Ấ', U'ấ', AA, SAC),   HIGH (U'Ầ', U'ầ', AA, HUYEN),
  HIGH (U'Ẩ', U'ẩ', AA, HOI),   HIGH (U'Ẫ', U'ẫ', AA, NGA),  HIGH (U'Ậ', U'ậ', AA, NANG),  HIGH (U'Ắ', U'ắ', AW, SAC),
  HIGH (U'Ằ', U'ằ', AW, HUYEN), HIGH (U'Ẳ', U'ẳ', AW, HOI),  HIGH (U'Ẵ', U'ẵ', AW, NGA),   HIGH (U'Ặ', U'ặ', AW, NANG),
  HIGH (U'Ẹ', U'ẹ', E, NANG),   HIGH (U'Ẻ', U'ẻ', E, HOI),   HIGH (U'Ẽ', U'ẽ', E, NGA),    HIGH (U'Ế', U'ế', EE, SAC),
  HIGH (U'Ề', U'ề', EE, HUYEN), HIGH (U'Ể', U'ể', EE, HOI),  HIGH (U'Ễ', U'ễ', EE, NGA),   HIGH (U'Ệ', U'ệ', EE, NANG),
  HIGH (U'Ỉ', U'ỉ', I, HOI),    HIGH (U'Ị', U'ị', I, NANG),  HIGH (U'Ọ', U'ọ', O, NANG),   HIGH (U'Ỏ', U'ỏ', O, HOI),
  HIGH (U'Ố', U'ố', OO, SAC),   HIGH (U'Ồ', U'ồ', OO, HUYEN), HIGH (U'Ổ', U'ổ', OO, HOI),  HIGH (U'Ỗ', U'ỗ', OO, NGA),
  HIGH (U'Ộ', U'ộ', OO, NANG),  HIGH (U'Ớ', U'ớ', OW, SAC),  HIGH (U'Ờ', U'ờ', OW, HUYEN), HIGH (U'Ở', U'ở', OW, HOI),
  HIGH (U'Ỡ', U'ỡ', OW, NGA),   HIGH (U'Ợ', U'ợ', OW, NANG), HIGH (U'Ụ', U'ụ', U, NANG),   HIGH (U'Ủ', U'ủ', U, HOI),
  HIGH (U'Ứ', U'ứ', UW, SAC),   HIGH (U'Ừ', U'ừ', UW, HUYEN), HIGH (U'Ử', U'ử', UW, HOI),  HIGH (U'Ữ', U'ữ', UW, NGA),
  HIGH (U'Ự', U'ự', UW, NANG),  HIGH (U'Ỳ', U'ỳ', Y, HUYEN), HIGH (U'Ỵ', U'ỵ', Y, NANG),   HIGH (U'Ỷ', U'ỷ', Y, HOI),
  HIGH (U'Ỹ', U'ỹ', Y, NGA),
};

static inline guint
vowel_code (gunichar c)
{
  if (c >= HIGH_FIRST)
    return c - HIGH_FIRST < G_N_ELEMENTS (high_codes) ? high_codes[c - HIGH_FIRST] : 0;
  return c >= LOW_FIRST && c - LOW_FIRST < G_N_ELEMENTS (low_codes) ? low_codes[c - LOW_FIRST] : 0;
}

static inline guint8
plain_vowel (gunichar c)
{
  switch (c)
    {
    case 'a':
      return 1 + A;
    case 'e':
      return 1 + E;
    case 'i':
      return 1 + I;
    case 'o':
      return 1 + O;
    case 'u':
      return 1 + U;
    case 'y':
      return 1 + Y;
    default:
      return 0;
    }
}

/* Letters with a stroke, which Unicode does not decompose. Ð (eth) is what old converters made of Đ. */
static gunichar
without_stroke (gunichar c)
{
  switch (c)
    {
    case U'đ':
    case U'ð':
      return 'd';
    case U'ħ':
      return 'h';
    case U'ı':
      return 'i';
    case U'ł':
      return 'l';
    case U'ø':
      return 'o';
    case U'ŧ':
      return 't';
    default:
      return c;
    }
}

static HnLetter
split_foreign (gunichar c)
{
  gunichar base = c, first, second;

  while (g_unichar_decompose (base, &first, &second) && (second == 0 || hn_char_is_accent (second)))
    base = first;
  return (HnLetter) { without_stroke (base), c == U'ð' ? U'đ' : c, HN_TONE_NGANG, 0 };
}

/* The letters that nearly all text is made of. Returns FALSE for other characters, and for those that part words. */
static inline gboolean
read_common (HnLetter *letter,
             gunichar  c)
{
  guint code, vowel;

  if (c < 0x80)
    {
      if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
      *letter = (HnLetter) { c, c, HN_TONE_NGANG, plain_vowel (c) };
      return c > ' ' && c != '-' && c != 0x7F;
    }
  if (c == U'đ' || c == U'Đ')
    {
      *letter = (HnLetter) { 'd', U'đ', HN_TONE_NGANG, 0 };
      return TRUE;
    }
  code = vowel_code (c);
  if (code == 0)
    return FALSE;
  vowel = (code - 1) / 6;
  *letter = (HnLetter) { bases[vowel], vowels[vowel][0], (guint8) ((code - 1) % 6), (guint8) (1 + vowel) };
  return TRUE;
}

/**
 * hn_letter_split:
 * @c: a character, as NFC has it
 *
 * Takes a letter apart. A capital is split as its small letter; characters whose case folding has several
 * letters (ß) are hn_letters_read()'s business.
 *
 * Returns: base, shape and tone; three times the same for what is no letter
 */
HnLetter
hn_letter_split (gunichar c)
{
  HnLetter letter;

  if (read_common (&letter, c))
    return letter;
  if (c < 0xC0)
    return (HnLetter) { c, c, HN_TONE_NGANG, 0 };
  return split_foreign (g_unichar_tolower (c));
}

/**
 * hn_letter_join:
 * @letter: a letter; its tone is only used on a vowel
 *
 * Returns: the small letter with its marks, as NFC has it
 */
gunichar
hn_letter_join (const HnLetter *letter)
{
  return letter->vowel > 0 ? vowels[letter->vowel - 1][letter->tone] : letter->plain;
}

/* What another character holds when case and ligatures are resolved: one letter, seldom more (ß), never more than
 * its bytes in UTF-8. */
static gsize
read_foreign (HnLetter *letters,
              gunichar  c)
{
  g_autofree char *folded = NULL;
  char utf8[7] = "";
  gsize n = 0;

  g_unichar_to_utf8 (hn_char_plain_quote (c), utf8);
  folded = g_utf8_casefold (utf8, -1);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      HnLetter letter = hn_letter_split (hn_char_plain_quote (g_utf8_get_char (at)));

      if (hn_char_is_accent (letter.base))
        continue;
      if (letter.base == U'æ' || letter.base == U'œ')
        {
          letters[n++] = hn_letter_split (letter.base == U'æ' ? 'a' : 'o');
          letter = hn_letter_split ('e');
        }
      letters[n++] = letter;
    }
  return n;
}

/* g_utf8_next_char() and g_utf8_get_char() in one, inline, for valid text. */
static inline gunichar
decode (const char **at)
{
  const guchar *utf8 = (const guchar *) *at;
  gunichar c;

  if (utf8[0] < 0x80)
    {
      *at += 1;
      return utf8[0];
    }
  if (utf8[0] >= 0xE0 && utf8[0] < 0xF0)
    {
      *at += 3;
      return (gunichar) ((utf8[0] & 0x0F) << 12 | (utf8[1] & 0x3F) << 6 | (utf8[2] & 0x3F));
    }
  c = g_utf8_get_char (*at);
  *at = g_utf8_next_char (*at);
  return c;
}

/**
 * hn_letters_read:
 * @text: any bytes that end in NUL
 * @n_letters: (out): how many letters there are
 *
 * Takes @text apart for comparison. Capitals become small letters; dashes of every kind, white space and
 * control characters single spaces, none at either end; curly quotes plain ones; invisible characters
 * and accents that no letter of Unicode carries are left out; ß becomes ss and æ ae.
 *
 * Returns: (array length=n_letters) (transfer full): the letters, to be freed with g_free()
 */
HnLetter *
hn_letters_read (const char *text,
                 gsize      *n_letters)
{
  g_autofree char *owned = NULL;
  HnLetter *letters;
  gboolean space = FALSE;
  gsize n = 0;

  text = hn_chars_compose (text, &owned);
  letters = g_new (HnLetter, strlen (text) + 1);

  for (const char *at = text; *at != '\0';)
    {
      gunichar c = decode (&at);
      HnLetter letter;
      gboolean common = read_common (&letter, c);

      if (!common && (hn_char_is_space (c) || hn_char_is_dash (c)))
        {
          space = n > 0;
          continue;
        }
      if (!common && (hn_char_is_invisible (c) || hn_char_is_accent (c)))
        continue;
      if (space)
        letters[n++] = (HnLetter) { ' ', ' ', HN_TONE_NGANG, 0 };
      space = FALSE;
      if (common)
        letters[n++] = letter;
      else
        n += read_foreign (letters + n, c);
    }

  *n_letters = n;
  return letters;
}

/* Vowels that stand together, as [from, to). */
typedef struct
{
  gsize from;
  gsize to;
} Nucleus;

static Nucleus
find_nucleus (const HnLetter *word,
              gsize           n,
              gsize           toned)
{
  Nucleus nucleus = { toned, toned + 1 };

  while (nucleus.from > 0 && word[nucleus.from - 1].vowel > 0)
    nucleus.from--;
  while (nucleus.to < n && word[nucleus.to].vowel > 0)
    nucleus.to++;
  return nucleus;
}

static gboolean
has_other_vowels (const HnLetter *word,
                  gsize           n,
                  Nucleus         nucleus)
{
  for (gsize i = 0; i < n; i++)
    if ((i < nucleus.from || i >= nucleus.to) && word[i].vowel > 0)
      return TRUE;
  return FALSE;
}

/* The u of qu and the i of gi belong to the initial where another vowel follows: quý, già, but gì. */
static Nucleus
without_glide (const HnLetter *word,
               Nucleus         nucleus)
{
  gunichar initial = word[0].plain, glide = word[nucleus.from].plain;

  if (nucleus.from != 1 || nucleus.to - nucleus.from < 2)
    return nucleus;
  if ((initial == 'q' && glide == 'u') || (initial == 'g' && glide == 'i'))
    nucleus.from++;
  return nucleus;
}

/* Where the tone stands: on the last vowel with a shape mark; else before final consonants on the last vowel
 * (toàn), in an open syllable on the middle one of three (ngoài) and the first one of two (hòa, thúy, mùa). */
static gsize
tone_place (const HnLetter *word,
            gsize           n,
            Nucleus         nucleus)
{
  for (gsize i = nucleus.to; i > nucleus.from; i--)
    if (word[i - 1].plain != word[i - 1].base)
      return i - 1;
  if (nucleus.to < n)
    return nucleus.to - 1;
  return nucleus.to - nucleus.from == 3 ? nucleus.from + 1 : nucleus.from;
}

/* For a word whose only tone is that of the letter @toned. */
static void
settle_word (HnLetter *word,
             gsize     n,
             gsize     toned)
{
  Nucleus nucleus = find_nucleus (word, n, toned);
  Nucleus syllable = without_glide (word, nucleus);
  gsize place;

  if (syllable.to - syllable.from > 3)
    return;
  place = tone_place (word, n, syllable);
  if (place == toned || has_other_vowels (word, n, nucleus))
    return;
  word[place].tone = word[toned].tone;
  word[toned].tone = HN_TONE_NGANG;
}

/**
 * hn_letters_settle:
 * @letters: (array length=n_letters): letters of a text
 * @n_letters: how many
 *
 * Puts the tone of each Vietnamese syllable where the old orthography has it, so that hoà and hòa, uỷ and
 * ủy, khoẻ and khỏe are the same afterwards. Words of several syllables or tones stay as they are.
 */
void
hn_letters_settle (HnLetter *letters,
                   gsize     n_letters)
{
  gsize start = 0, toned = 0, n_toned = 0;

  for (gsize i = 0; i <= n_letters; i++)
    {
      if (i < n_letters && letters[i].tone != HN_TONE_NGANG)
        {
          toned = i;
          n_toned++;
        }
      if (i < n_letters && (letters[i].vowel > 0 || hn_char_is_word (letters[i].base)))
        continue;
      if (n_toned == 1) /* résumé is no Vietnamese syllable */
        settle_word (letters + start, i - start, toned - start);
      start = i + 1;
      n_toned = 0;
    }
}

/* g_unichar_to_utf8() for the characters that texts hold, inline. */
static inline gsize
encode (gunichar  c,
        char     *utf8)
{
  if (c < 0x80)
    {
      utf8[0] = (char) c;
      return 1;
    }
  if (c < 0x800 || c >= 0x10000)
    return (gsize) g_unichar_to_utf8 (c, utf8);
  utf8[0] = (char) (0xE0 | (c >> 12));
  utf8[1] = (char) (0x80 | ((c >> 6) & 0x3F));
  utf8[2] = (char) (0x80 | (c & 0x3F));
  return 3;
}

/* Appends what @letters hold, bases or whole letters, at the size that it can have at most. */
static void
put (const HnLetter *letters,
     gsize           n_letters,
     gboolean        whole,
     GString        *string)
{
  gsize length = string->len;

  g_string_set_size (string, length + 4 * n_letters);
  for (gsize i = 0; i < n_letters; i++)
    {
      gunichar c = !whole ? letters[i].base : letters[i].tone > 0 ? hn_letter_join (&letters[i]) : letters[i].plain;

      length += encode (c, string->str + length);
    }
  g_string_truncate (string, length);
}

/**
 * hn_letters_put_base:
 * @letters: (array length=n_letters): letters of a text
 * @n_letters: how many
 * @string: where the letters are appended, without marks
 */
void
hn_letters_put_base (const HnLetter *letters,
                     gsize           n_letters,
                     GString        *string)
{
  put (letters, n_letters, FALSE, string);
}

/**
 * hn_letters_put_whole:
 * @letters: (array length=n_letters): letters of a text
 * @n_letters: how many
 * @string: where the letters are appended, with their marks
 */
void
hn_letters_put_whole (const HnLetter *letters,
                      gsize           n_letters,
                      GString        *string)
{
  put (letters, n_letters, TRUE, string);
}
