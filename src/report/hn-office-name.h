/* The name of an office in running text, from the capitals of its letterhead. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_office_name_in_text (const char        *name,
                              const char *const *places);

G_END_DECLS
