/* The syllables of Vietnamese, made from initials, rimes and tones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syllables.h"

#include <string.h>

const char *const syllable_initials[] = {
  "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
  "r", "s", "t", "th", "tr", "v", "x", NULL,
};

/* The letter that bears the tone is followed by a star. */
const char *const syllable_rimes[] = {
  "a*", "a*c", "a*ch", "a*i", "a*m", "a*n", "a*ng", "a*nh", "a*o", "a*p", "a*t", "a*u", "a*y", "ă*c", "ă*m", "ă*n",
  "ă*ng", "ă*p", "ă*t", "â*c", "â*m", "â*n", "â*ng", "â*p", "â*t", "â*u", "â*y", "e*", "e*c", "e*m", "e*n", "e*ng",
  "e*o", "e*p", "e*t", "ê*", "ê*ch", "ê*m", "ê*n", "ê*nh", "ê*p", "ê*t", "ê*u", "i*", "i*a", "i*ch", "iê*c", "iê*m",
  "iê*n", "iê*ng", "iê*p", "iê*t", "iê*u", "i*m", "i*n", "i*nh", "i*p", "i*t", "i*u", "o*", "o*a", "oa*c", "oa*ch",
  "oa*i", "oa*n", "oa*ng", "oa*nh", "oa*t", "oa*y", "oă*c", "oă*n", "oă*ng", "oă*t", "o*c", "o*e", "oe*n", "oe*o",
  "oe*t", "o*i", "o*m", "o*n", "o*ng", "oo*c", "oo*ng", "o*p", "o*t", "ô*", "ô*c", "ô*i", "ô*m", "ô*n", "ô*ng", "ô*p",
  "ô*t", "ơ*", "ơ*i", "ơ*m", "ơ*n", "ơ*p", "ơ*t", "u*", "u*a", "uâ*n", "uâ*ng", "uâ*t", "uâ*y", "u*c", "uê*", "uê*ch",
  "uê*nh", "u*i", "u*m", "u*n", "u*ng", "uô*c", "uô*i", "uô*m", "uô*n", "uô*ng", "uô*t", "uơ*", "u*p", "u*t", "u*y",
  "uy*ch", "uyê*n", "uyê*t", "uy*nh", "uy*t", "uy*u", "uy*p", "ư*", "ư*a", "ư*c", "ư*i", "ư*n", "ư*ng", "ươ*c",
  "ươ*i", "ươ*m", "ươ*n", "ươ*ng", "ươ*p", "ươ*t", "ươ*u", "ư*t", "ư*u", "y*", "yê*m", "yê*n", "yê*ng", "yê*t",
  "yê*u", NULL,
};

/* What would be written otherwise does not exist: the u of qu and the i of gi are not doubled, g before i is gi. */
gboolean
syllable_exists (const char *initial,
                 const char *rime)
{
  if (strcmp (initial, "g") == 0)
    return !g_str_has_prefix (rime, "i") || strcmp (rime, "i*") == 0;
  if (strcmp (initial, "gi") == 0)
    return !g_str_has_prefix (rime, "i") && !g_str_has_prefix (rime, "y");
  if (strcmp (initial, "qu") == 0)
    return !g_str_has_prefix (rime, "u") && !g_str_has_prefix (rime, "o") && !g_str_has_prefix (rime, "ư");
  return TRUE;
}

/* The syllable in NFC, the tone on the letter with the star; @tone counts ngang, huyền, hỏi, ngã, sắc, nặng. */
char *
syllable_new (const char *initial,
              const char *rime,
              guint       tone)
{
  static const char *const accents[N_TONES] = { "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323" };
  g_autoptr (GString) text = g_string_new (initial);

  g_string_append (text, rime);
  g_string_replace (text, "*", accents[tone], 1);
  return g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
}
