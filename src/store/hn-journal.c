/* How a register's transactions are kept safe. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-journal.h"

/**
 * hn_journal_can_wal:
 * @sqlite_version: what sqlite3_libversion_number() says, 3046001 for 3.46.1
 *
 * In every version from 3.7.0 on, a checkpoint that resets the write-ahead log can race with the commit of
 * another connection and lose pages that were committed. 3.51.3 has the fix, and so have the patched 3.50.7
 * and 3.44.6 (https://sqlite.org/wal.html, "The WAL-reset bug").
 *
 * Returns: whether one writer and several readers may use a write-ahead log
 */
gboolean
hn_journal_can_wal (int sqlite_version)
{
  return sqlite_version >= 3051003 || sqlite_version == 3050007 || sqlite_version == 3044006;
}

/**
 * hn_journal_mode:
 * @sqlite_version: what sqlite3_libversion_number() says
 *
 * Returns: the journal mode, as SQLite prints it
 */
const char *
hn_journal_mode (int sqlite_version)
{
  return hn_journal_can_wal (sqlite_version) ? "wal" : "truncate";
}
