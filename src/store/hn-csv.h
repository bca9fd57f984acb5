/* The program's own tables of values separated by commas. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Rows of cells behind a row of column names, all of the same length. */
typedef struct
{
  GStrv      names;
  GPtrArray *rows; /* of GStrv */
} HnCsv;

gboolean    hn_csv_read  (HnCsv       *self,
                          const char  *text,
                          gsize        length,
                          GError     **error);
void        hn_csv_clear (HnCsv       *self);
const char *hn_csv_get   (const HnCsv *self,
                          guint        row,
                          const char  *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnCsv, hn_csv_clear)

G_END_DECLS
