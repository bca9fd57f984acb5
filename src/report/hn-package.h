/* What libxlsxwriter cannot say in a workbook is put into the finished package. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GByteArray *hn_package_hide_first_page_number (const guint8  *package,
                                               gsize          size,
                                               GError       **error);

G_END_DECLS
