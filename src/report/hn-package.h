/* Finishing the package of a workbook: long sheets are put into it, and the first page's number is hidden. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "hn-deflater.h"
#include "hn-report.h"

G_BEGIN_DECLS

gboolean hn_package_finish (const guint8  *package,
                            gsize          size,
                            GPtrArray     *bodies,
                            FILE          *out,
                            HnProgress     progress,
                            gpointer       progress_data,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
