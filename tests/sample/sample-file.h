/* Sample registers as they are written, and what is in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-sample.h"

G_BEGIN_DECLS

char       *sample_file_path  (const char *name);
HnRegister *sample_file_write (const char *name);
GPtrArray  *sample_file_list  (HnRegister *reg,
                               const char *kind,
                               const char *condition,
                               const char *also);

G_END_DECLS
