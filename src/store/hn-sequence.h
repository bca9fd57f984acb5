/* The rows of a kind in one order, held in memory and kept by small changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a sequence is gone through. Rows of one value are a group; those without a value come last. */
typedef enum
{
  HN_SEQUENCE_FORWARD,
  HN_SEQUENCE_BACKWARD, /* from the last row to the first */
  HN_SEQUENCE_GROUPS,   /* from the last group to the first, each of them forward; without a value still last */
} HnSequenceWay;

/* Rows have numbers of 31 bits. */
typedef struct _HnSequence HnSequence;

/* Compares the row that is to be placed with another one, by value and then by whatever else orders rows; @same says
 * whether their values are equal. FALSE: it could not be found out. */
typedef gboolean (*HnSequenceCompare) (guint     row,
                                       int      *order,
                                       gboolean *same,
                                       gpointer  data);

HnSequence *hn_sequence_ref        (HnSequence        *self);
void        hn_sequence_unref      (HnSequence        *self);
HnSequence *hn_sequence_make_own   (HnSequence        *self);
guint       hn_sequence_get_length (const HnSequence  *self);
void        hn_sequence_remove     (HnSequence        *self,
                                    const guint8      *leaving);
gboolean    hn_sequence_insert     (HnSequence        *self,
                                    guint              row,
                                    gboolean           has_value,
                                    HnSequenceCompare  compare,
                                    gpointer           data);

/* A way through a sequence, some rows at a time. */
typedef struct
{
  const HnSequence *sequence;
  HnSequenceWay     way;
  guint             at;
  guint             group;    /* where the group that is gone through begins */
  guint             end;      /* and where it ends */
} HnSequenceCursor;

void        hn_sequence_begin      (const HnSequence  *self,
                                    HnSequenceWay      way,
                                    HnSequenceCursor  *cursor);
guint       hn_sequence_next       (HnSequenceCursor  *cursor,
                                    guint32           *rows,
                                    guint              max_rows);

/* Puts rows in order by their values, bytes as memcmp() has them. */
typedef struct _HnSequenceBuilder HnSequenceBuilder;

HnSequenceBuilder *hn_sequence_builder_new        (void);
void               hn_sequence_builder_free       (HnSequenceBuilder *self);
void               hn_sequence_builder_add        (HnSequenceBuilder *self,
                                                   const guint8      *value,
                                                   gsize              size);
void               hn_sequence_builder_add_empty  (HnSequenceBuilder *self);
void               hn_sequence_builder_add_absent (HnSequenceBuilder *self);
HnSequence        *hn_sequence_builder_end        (HnSequenceBuilder *self,
                                                   const HnSequence  *ties,
                                                   HnSequenceWay      way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSequence, hn_sequence_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSequenceBuilder, hn_sequence_builder_free)

G_END_DECLS
