/* Where the tone mark of a Vietnamese syllable stands: hòa or hoà, as an office writes it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HN_TONE_MARKS_AS_TYPED,
  HN_TONE_MARKS_OLD, /* hòa, khỏe, thủy: on the first of the two vowels */
  HN_TONE_MARKS_NEW, /* hoà, khoẻ, thuỷ: on the main vowel, which is the second */
} HnToneMarks;

HnToneMarks hn_tone_marks_from_name (const char  *name);
char       *hn_text_place_tones     (const char  *text,
                                     HnToneMarks  marks);

G_END_DECLS
