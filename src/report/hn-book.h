/* A workbook while it is written: beside its place, in little memory, in the C locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>
#include <xlsxwriter.h>

#include "hn-deflater.h"
#include "hn-report.h"

G_BEGIN_DECLS

typedef struct
{
  lxw_workbook *book;        /* write into this, rows strictly from top to bottom, one sheet after the other */
  lxw_worksheet *sheet;      /* the last one */
  HnDeflater   *deflater;    /* of that, or NULL */
  GPtrArray    *bodies;      /* of HnDeflated, one a sheet: its rows; NULL: they are in memory */
  char         *path;
  char         *folder;
  char         *unfinished;  /* what is moved to @path at the end */
  char         *frame;       /* the package without its rows */
  locale_t      before;      /* the thread's */
  locale_t      with_points;
} HnBook;

gboolean       hn_book_begin      (HnBook        *self,
                                   const char    *path,
                                   GError       **error);
lxw_worksheet *hn_book_add_sheet  (HnBook        *self,
                                   const char    *name,
                                   gboolean       in_memory,
                                   GError       **error);
gboolean       hn_book_pack       (HnBook        *self,
                                   HnProgress     progress,
                                   gpointer       progress_data,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean       hn_book_finish     (HnBook        *self,
                                   GError       **error);
void           hn_book_clear      (HnBook        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnBook, hn_book_clear)

G_END_DECLS
