/* A list of records as a person sees it, to be handed on: which records, which of their fields, and what it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"
#include "hn-report.h"
#include "hn-value-print.h"

G_BEGIN_DECLS

typedef struct _HnPlainList HnPlainList;

struct _HnPlainList
{
  const HnKind *kind;
  GPtrArray    *fields;     /* of HnField, in the order shown */
  GArray       *ids;        /* of gint64, in the order shown */
  char         *filter;     /* what was left out, in words, or NULL */
  HnDate        made_on;
  HnLanguage    language;   /* of what is referred to: at first Vietnamese, as all that is handed on */
  guint         sheet_rows; /* as many records on a sheet of a workbook at most; 0: as a sheet holds */
};

HnPlainList *hn_plain_list_new        (const HnKind       *kind,
                                       GPtrArray          *fields,
                                       GArray             *ids,
                                       const char         *filter);
HnPlainList *hn_plain_list_ref        (HnPlainList        *self);
void         hn_plain_list_unref      (HnPlainList        *self);
GPtrArray   *hn_plain_list_fields     (const HnKind       *kind);
char        *hn_plain_list_file_name  (const HnKind       *kind,
                                       const char         *suffix);
char        *hn_plain_list_describe   (const HnPlainList  *self);
const char  *hn_plain_list_label      (const HnPlainList  *self,
                                       guint               index);

typedef gboolean (*HnPlainListFunc)   (const HnRecord     *record,
                                       gpointer            user_data,
                                       GError            **error);

gboolean     hn_plain_list_for_each   (const HnPlainList  *self,
                                       HnRegister         *reg,
                                       HnPlainListFunc     func,
                                       gpointer            user_data,
                                       HnProgress          progress,
                                       gpointer            progress_data,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean     hn_plain_list_write      (const HnPlainList  *self,
                                       HnRegister         *reg,
                                       const char         *path,
                                       HnProgress          progress,
                                       gpointer            progress_data,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean     hn_plain_list_write_xlsx (const HnPlainList  *self,
                                       HnRegister         *reg,
                                       const char         *path,
                                       HnProgress          progress,
                                       gpointer            progress_data,
                                       GCancellable       *cancellable,
                                       GError            **error);
gboolean     hn_plain_list_write_csv  (const HnPlainList  *self,
                                       HnRegister         *reg,
                                       const char         *path,
                                       HnProgress          progress,
                                       gpointer            progress_data,
                                       GCancellable       *cancellable,
                                       GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPlainList, hn_plain_list_unref)

G_END_DECLS
