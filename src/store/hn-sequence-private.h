/* How a sequence is laid out; shared by the files that make and keep it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-sequence.h"

G_BEGIN_DECLS

/* In the number of a row: it has another value than the row before it. */
#define HN_SEQUENCE_NEW 0x80000000u

struct _HnSequence
{
  gatomicrefcount  references;
  GArray          *rows;       /* of guint32 */
  guint            n_set;      /* those that have a value; they come first */
};

HnSequence *hn_sequence_take (GArray *rows,
                              guint   n_set);

G_END_DECLS
