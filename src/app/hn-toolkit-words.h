/* The words of the toolkit where it has none in Vietnamese. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hn_toolkit_words_bind (void);

G_END_DECLS
