/* One record: a value for each field of its kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "hn-date.h"
#include "hn-kind.h"

G_BEGIN_DECLS

/* A field's value is a GVariant, NULL where nothing is known:
 *   text, note, name, phone, email, date, choice, currency, country   s
 *   integer, decimal, percent, money                                  x
 *   boolean                                                           b
 *   reference                                                         (sx), kind and id; s for free text
 *   bytes                                                             ay; x, how many, as the store reads them: the
 *                                                                     content itself is asked for by itself
 *   several countries                                                 as
 *   several references                                                a(sx)
 */
#define HN_TYPE_RECORD (hn_record_get_type ())

typedef struct _HnRecord HnRecord;

GType         hn_record_get_type      (void);
HnRecord     *hn_record_new           (const HnKind   *kind);
HnRecord     *hn_record_new_empty     (const HnKind   *kind);
HnRecord     *hn_record_copy          (const HnRecord *record);
HnRecord     *hn_record_duplicate     (const HnRecord *record);
HnRecord     *hn_record_new_like      (const HnRecord *record);
HnRecord     *hn_record_ref           (HnRecord       *record);
void          hn_record_unref         (HnRecord       *record);
gboolean      hn_record_equal         (const HnRecord *a,
                                       const HnRecord *b);

const HnKind *hn_record_get_kind      (const HnRecord *record);
const HnKind *hn_record_get_view      (const HnRecord *record);
gint64        hn_record_get_id        (const HnRecord *record);
void          hn_record_set_id        (HnRecord       *record,
                                       gint64          id);

GVariant     *hn_record_get           (const HnRecord *record,
                                       const char     *field);
void          hn_record_set           (HnRecord       *record,
                                       const char     *field,
                                       GVariant       *value);
const char   *hn_record_get_text      (const HnRecord *record,
                                       const char     *field);
gboolean      hn_record_get_number    (const HnRecord *record,
                                       const char     *field,
                                       gint64         *number);
HnDate        hn_record_get_date      (const HnRecord *record,
                                       const char     *field);
gint64        hn_record_get_reference (const HnRecord *record,
                                       const char     *field,
                                       const HnKind  **kind);
void          hn_record_set_text      (HnRecord       *record,
                                       const char     *field,
                                       const char     *text);
void          hn_record_set_number    (HnRecord       *record,
                                       const char     *field,
                                       gint64          number);
void          hn_record_set_reference (HnRecord       *record,
                                       const char     *field,
                                       const HnKind   *kind,
                                       gint64          id);

/* What a reference is called, as the store filled it in when it read the record; several are joined by "; ". */
const char   *hn_record_get_shown     (const HnRecord *record,
                                       const char     *field);
void          hn_record_set_shown     (HnRecord       *record,
                                       const char     *field,
                                       const char     *title);

gboolean      hn_record_applies       (const HnRecord *record,
                                       const HnField  *field);
char         *hn_record_print         (const HnRecord *record,
                                       const char     *field);
char         *hn_record_print_vi      (const HnRecord *record,
                                       const char     *field);
char         *hn_record_title         (const HnRecord *record);
char         *hn_record_title_vi      (const HnRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnRecord, hn_record_unref)

G_END_DECLS
