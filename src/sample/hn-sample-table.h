/* One table of the sample: comma separated, the first row names the fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *head; /* of char* */
  GPtrArray *rows; /* of GPtrArray of char*, as many as the head */
} HnSampleTable;

HnSampleTable *hn_sample_table_parse (const char     *name,
                                      GBytes         *bytes,
                                      GError        **error);
void           hn_sample_table_free  (HnSampleTable  *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSampleTable, hn_sample_table_free)

G_END_DECLS
