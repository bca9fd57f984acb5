/* The syllables of Vietnamese, made from initials, rimes and tones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define N_TONES 6

extern const char *const syllable_initials[];
extern const char *const syllable_rimes[];

gboolean syllable_exists (const char *initial,
                          const char *rime);
char    *syllable_new    (const char *initial,
                          const char *rime,
                          guint       tone);
