/* The formats of the cells of a plain list, each made once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "hn-plain-cell.h"

G_BEGIN_DECLS

/* Of the font, in points. */
#define HN_PLAIN_SIZE 12

typedef struct
{
  lxw_workbook *book;
  GHashTable   *formats; /* pattern to lxw_format, which are the workbook's */
} HnPlainStyles;

void        hn_plain_styles_init   (HnPlainStyles     *self,
                                    lxw_workbook      *book);
void        hn_plain_styles_clear  (HnPlainStyles     *self);
lxw_format *hn_plain_styles_new    (HnPlainStyles     *self);
lxw_format *hn_plain_styles_get    (HnPlainStyles     *self,
                                    const char        *pattern,
                                    uint8_t            align);
lxw_format *hn_plain_styles_number (HnPlainStyles     *self,
                                    const HnPlainCell *cell);

G_END_DECLS
