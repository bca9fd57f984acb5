/* Parts of Vietnamese names, with how common they are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_names_invent (GRand    *rand,
                       gboolean  woman);

G_END_DECLS
