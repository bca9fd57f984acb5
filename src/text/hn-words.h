/* Amounts in Vietnamese words, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an office spells; zero is the northern use without "chẵn". */
typedef enum
{
  HN_WORDS_DEFAULT = 0,
  HN_WORDS_LE      = 1 << 0, /* một trăm lẻ một, not linh */
  HN_WORDS_NGAN    = 1 << 1, /* một ngàn, not nghìn */
  HN_WORDS_BON     = 1 << 2, /* hai mươi bốn, not tư */
  HN_WORDS_CHAN    = 1 << 3, /* … đồng chẵn, where nothing follows the thousands */
} HnWordsFlags;

char    *hn_words_number (gint64        number,
                          HnWordsFlags  flags);
char    *hn_words_money  (gint64        amount,
                          const char   *currency,
                          HnWordsFlags  flags);
gboolean hn_words_parse  (const char   *words,
                          gint64       *number);

G_END_DECLS
