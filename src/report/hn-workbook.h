/* Writing a report's workbook with sheets of a given length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

gboolean hn_workbook_write (const HnReport  *report,
                            HnRegister      *reg,
                            const char      *path,
                            guint            sheet_rows,
                            HnProgress       progress,
                            gpointer         progress_data,
                            GCancellable    *cancellable,
                            GError         **error);

G_END_DECLS
