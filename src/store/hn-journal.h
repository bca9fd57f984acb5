/* How a register's transactions are kept safe. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    hn_journal_can_wal (int sqlite_version);
const char *hn_journal_mode    (int sqlite_version);

G_END_DECLS
