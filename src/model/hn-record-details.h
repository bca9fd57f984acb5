/* Everything that is shown beside a list of its selected record, read at once by a reading thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-related.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* A record that a field refers to. */
typedef struct
{
  const HnKind *kind;
  gint64 id;
  char *title;
} HnDetailLink;

/* A field that has a value. */
typedef struct
{
  const HnField *field;
  char *text;       /* as an office prints it */
  GPtrArray *links; /* of HnDetailLink, or NULL where the field is no reference to records */
} HnDetail;

/* A record that hangs on the one that is shown. */
typedef struct
{
  gint64 id;
  char *title;
  char *detail; /* empty where there is none */
} HnRelatedRow;

/* What hangs on the record by one field. */
typedef struct
{
  HnRelated related;
  gint64 n_records;
  GPtrArray *rows; /* of HnRelatedRow: the first few */
} HnRelatedSection;

typedef struct
{
  HnRecord *record;
  char *title;
  char *summary;
  GPtrArray *fields;   /* of HnDetail */
  GPtrArray *sections; /* of HnRelatedSection */
} HnRecordDetails;

typedef struct _HnDetailsRequest HnDetailsRequest;

HnDetailsRequest *hn_details_request_new  (const HnKind     *kind,
                                           gint64            id,
                                           guint             n_rows);
void              hn_details_request_free (HnDetailsRequest *request);
gpointer          hn_record_details_job   (HnRegister       *reg,
                                           gpointer          request,
                                           GCancellable     *cancellable,
                                           GError          **error);
void              hn_record_details_free  (HnRecordDetails  *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnRecordDetails, hn_record_details_free)

G_END_DECLS
