/* The records behind a figure of a report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

GPtrArray *hn_basis_list_new    (void);
void       hn_basis_list_add    (GPtrArray          *list,
                                 int                 column,
                                 const char         *kind,
                                 gint64              id);
void       hn_basis_list_append (GPtrArray          *list,
                                 int                 column,
                                 const HnBasis      *basis);

void       hn_row_add_basis     (HnReportRow        *row,
                                 const char         *kind,
                                 gint64              id);
void       hn_row_add_basis_of  (HnReportRow        *row,
                                 guint               column,
                                 const char         *kind,
                                 gint64              id);

GPtrArray *hn_form_find_basis   (const HnReportForm *form,
                                 const HnReportRow  *row,
                                 guint               column);

G_END_DECLS
