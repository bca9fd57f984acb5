/* What the files of the verb "sent" share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-output.h"
#include "hn-register.h"

G_BEGIN_DECLS

gboolean hn_sent_print_compared (HnRegister  *reg,
                                 gint64       id,
                                 gboolean     as_json,
                                 HnOutput    *output,
                                 GError     **error);
gboolean hn_sent_print_late     (HnRegister  *reg,
                                 gint64       id,
                                 gboolean     as_json,
                                 HnOutput    *output,
                                 GError     **error);

G_END_DECLS
