/* The language of the program: the system's, or the one that the person chose. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hn_language_use (const char *language,
                      const char *of_system);

G_END_DECLS
