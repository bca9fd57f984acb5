/* The name of an office in running text, from the capitals of its letterhead.
 *
 * Capitals do not say which words are names: countries, the office's own place, and what stands behind "tỉnh", "huyện"
 * and the like are. Decree 30/2020/NĐ-CP, Appendix II, writes the rest small but for the first word. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-office-name.h"

#include <string.h>

#include "hn-country.h"
#include "hn-fold.h"

/* What a place's name stands behind, and what then is no place: "xã hội", "tỉnh ủy". */
static const char *const areas[] = { "tỉnh",    "thành phố", "huyện",    "quận",    "thị xã",
                                     "phường",  "thị trấn",  "đặc khu",  "xã",      NULL };
static const char *const no_places[] = { "hội", "ủy", "uỷ", "đoàn", "và", "viên", NULL };

/* Short forms that could be words; one without a vowel cannot, and needs not stand here. */
static const char *const short_forms[] = { "UBND", "UBMTTQ", "UBMTTQVN", "BCHTW", "BCH TW", NULL };

static gboolean
has_small_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_islower (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

static gboolean
is_end (const char *at)
{
  return *at == '\0' || !g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
is_begin (const char *text,
          const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Words of @text, all small, that are those of @name get its letters. */
static void
write_name (GString    *text,
            const char *name,
            gboolean    after_dash)
{
  g_autofree char *small = g_utf8_strdown (name, -1);
  gsize length = strlen (small);
  char *at = text->str;

  if (length == 0 || strlen (name) != length)
    return;

  while ((at = strstr (at, small)) != NULL)
    {
      gboolean behind = at - text->str >= 2 && (g_str_has_prefix (at - 2, "- ") || at[-1] == '-');

      if (is_begin (text->str, at) && is_end (at + length) && (!after_dash || behind))
        memcpy (at, name, length);
      at += length;
    }
}

/* A capital for the letter at @at. */
static void
raise_letter (GString *text,
              gsize    at)
{
  const char *end = g_utf8_next_char (text->str + at);
  g_autofree char *capital = g_utf8_strup (text->str + at, end - (text->str + at));

  g_string_erase (text, (gssize) at, end - (text->str + at));
  g_string_insert (text, (gssize) at, capital);
}

/* The name behind the word that ends at @at: up to the next sign, or to what is an area itself. */
static void
raise_place (GString *text,
             gsize    at)
{
  while (text->str[at] == ' ')
    {
      gsize length = strcspn (text->str + at + 1, " ,;()-");
      g_autofree char *word = g_strndup (text->str + at + 1, length);

      if (length == 0 || g_strv_contains (no_places, word) || g_strv_contains (areas, word))
        return;
      raise_letter (text, at + 1);
      at += 1 + strcspn (text->str + at + 1, " ,;()-");
    }
}

static void
raise_places (GString *text)
{
  for (guint i = 0; areas[i] != NULL; i++)
    {
      gsize length = strlen (areas[i]);

      for (char *at = text->str; (at = strstr (at, areas[i])) != NULL;)
        {
          gsize place = (gsize) (at - text->str);

          if (is_begin (text->str, at) && is_end (at + length))
            raise_place (text, place + length);
          at = text->str + place + length;
        }
    }
}

static gboolean
is_short_form (const char *word)
{
  g_autofree char *folded = hn_text_fold (word);

  return g_strv_contains (short_forms, word) || (g_utf8_strlen (word, -1) > 1 && strpbrk (folded, "aeiouy") == NULL);
}

/* Short forms stay as they were. */
static void
keep_short_forms (GString    *text,
                  const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " ,;()-", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && g_unichar_isalpha (g_utf8_get_char (words[i])) && is_short_form (words[i]))
      write_name (text, words[i], FALSE);
}

/**
 * hn_office_name_in_text:
 * @name: "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH BẮC NINH"
 * @places: (array zero-terminated=1): names that are known, such as that of its province
 *
 * Returns: (transfer full): "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Ninh"; a name that is not all capitals is left as
 *   the office wrote it
 */
char *
hn_office_name_in_text (const char        *name,
                        const char *const *places)
{
  g_autofree char *small = NULL;
  g_autoptr (GString) text = NULL;

  if (has_small_letters (name))
    return g_strdup (name);

  small = g_utf8_strdown (name, -1);
  text = g_string_new (small);
  raise_places (text);
  for (guint i = 0; places[i] != NULL; i++)
    write_name (text, places[i], FALSE);
  write_name (text, "Việt Nam", FALSE);
  write_name (text, "Việt", FALSE);
  /* Anh, Mỹ and Đức are words too: a country of one word counts where it stands behind a dash. */
  for (guint i = 0; i < hn_n_countries; i++)
    write_name (text, hn_countries[i].name_vi, strchr (hn_countries[i].name_vi, ' ') == NULL);
  keep_short_forms (text, name);
  if (text->len > 0)
    raise_letter (text, 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
