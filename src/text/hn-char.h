/* What kind of character one is; shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    hn_char_is_space     (gunichar     c);
gboolean    hn_char_is_invisible (gunichar     c);
gboolean    hn_char_is_dash      (gunichar     c);
gboolean    hn_char_is_accent    (gunichar     c);
gboolean    hn_char_is_word      (gunichar     c);
gunichar    hn_char_plain_quote  (gunichar     c);
const char *hn_chars_compose     (const char  *text,
                                  char       **owned);

G_END_DECLS
