/* A table of text, its columns in line however wide the letters are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-output.h"

G_BEGIN_DECLS

typedef struct _HnTable HnTable;

HnTable *hn_table_new       (guint              n_columns);
void     hn_table_free      (HnTable           *table);
void     hn_table_align_end (HnTable           *table,
                             guint              column);
void     hn_table_measure   (HnTable           *table,
                             const char *const *cells);
void     hn_table_print     (HnTable           *table,
                             HnOutput          *output,
                             const char *const *cells);
void     hn_table_rule      (HnTable           *table,
                             HnOutput          *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnTable, hn_table_free)

G_END_DECLS
