/* The command line: every verb but opening the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hn_cli_handles (int    argc,
                         char **argv);
int      hn_cli_run     (int    argc,
                         char **argv);

G_END_DECLS
