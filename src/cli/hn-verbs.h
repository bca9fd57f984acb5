/* What each verb does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-arguments.h"

G_BEGIN_DECLS

/* Each runs with parameters that fit its entry in the table of hn-cli.c; results go to @output. */
#define HN_DECLARE_VERB(name) \
  gboolean hn_verb_##name (const HnArguments *arguments, HnOutput *output, GError **error)

HN_DECLARE_VERB (new);
HN_DECLARE_VERB (copy);
HN_DECLARE_VERB (sample);
HN_DECLARE_VERB (generate);
HN_DECLARE_VERB (kinds);
HN_DECLARE_VERB (list);
HN_DECLARE_VERB (show);
HN_DECLARE_VERB (add);
HN_DECLARE_VERB (set);
HN_DECLARE_VERB (delete);
HN_DECLARE_VERB (undo);
HN_DECLARE_VERB (redo);
HN_DECLARE_VERB (history);
HN_DECLARE_VERB (report);
HN_DECLARE_VERB (periods);
HN_DECLARE_VERB (send);
HN_DECLARE_VERB (sent);
HN_DECLARE_VERB (words);
HN_DECLARE_VERB (check);

G_END_DECLS
