/* Text as it may be stored: one normal form, no invisible characters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HN_CLEAN_LINE,  /* one line: every run of white space becomes one space */
  HN_CLEAN_LINES, /* several lines: line ends stay (as \n), the rest as above */
} HnCleanMode;

char *hn_text_clean (const char  *text,
                     HnCleanMode  mode);

G_END_DECLS
