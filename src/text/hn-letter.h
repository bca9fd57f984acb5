/* Vietnamese letters taken apart: base, shape and tone; shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which Vietnamese is sorted. */
typedef enum
{
  HN_TONE_NGANG, /* no mark */
  HN_TONE_HUYEN,
  HN_TONE_HOI,
  HN_TONE_NGA,
  HN_TONE_SAC,
  HN_TONE_NANG,
} HnTone;

/* For Ậ: a, â, nặng. What is no Vietnamese vowel has no tone: for Ñ: n, ñ. */
typedef struct
{
  gunichar base;  /* lower case without marks */
  gunichar plain; /* lower case without tone */
  guint8   tone;  /* HnTone */
  guint8   vowel; /* which of the twelve vowels of Vietnamese, counted from 1, or 0 */
} HnLetter;

HnLetter  hn_letter_split      (gunichar        c);
gunichar  hn_letter_join       (const HnLetter *letter);

HnLetter *hn_letters_read      (const char     *text,
                                gsize          *n_letters);
void      hn_letters_settle    (HnLetter       *letters,
                                gsize           n_letters);
void      hn_letters_put_base  (const HnLetter *letters,
                                gsize           n_letters,
                                GString        *string);
void      hn_letters_put_whole (const HnLetter *letters,
                                gsize           n_letters,
                                GString        *string);

G_END_DECLS
