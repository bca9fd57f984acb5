/* Values from and to what a person types, and the rules that they must keep. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

#define HN_KIND_ERROR (hn_kind_error_quark ())

typedef enum
{
  HN_KIND_ERROR_UNKNOWN_FIELD,
  HN_KIND_ERROR_BAD_VALUE,
  HN_KIND_ERROR_AMBIGUOUS,
} HnKindError;

GQuark    hn_kind_error_quark (void);

GVariant *hn_value_parse      (const HnField  *field,
                               const char     *text,
                               const char     *currency,
                               HnDate          today,
                               GError        **error);
char     *hn_value_to_input   (const HnField  *field,
                               GVariant       *value,
                               const char     *currency);
GVariant *hn_value_initial    (const HnField  *field);
gboolean  hn_record_edit      (HnRecord       *record,
                               const char     *field,
                               GVariant       *value,
                               GError        **error);
gboolean  hn_record_set_input (HnRecord       *record,
                               const char     *field,
                               const char     *text,
                               HnDate          today,
                               GError        **error);

/* One thing that is wrong with a record, in words. */
typedef struct
{
  const HnField *field; /* where it is shown */
  char          *message;
} HnProblem;

void       hn_problem_free    (HnProblem      *problem);
HnProblem *hn_problem_new     (const HnField  *field,
                               const char     *message);
void       hn_record_settle   (HnRecord       *record);
GPtrArray *hn_record_check    (const HnRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnProblem, hn_problem_free)

G_END_DECLS
