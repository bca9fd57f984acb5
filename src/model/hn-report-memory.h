/* What a person chose last for a report, kept in the settings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-report.h"

G_BEGIN_DECLS

/* What is worth keeping: not the year, which goes on by itself, nor a range of days, nor the columns of personal data,
 * which are asked for each time. */
typedef struct
{
  char   **forms; /* names, or NULL: all, those of later versions too */
  char    *kind;  /* of period, as hn_report_period_get_kind() names it, or NULL */
  HnDress  dress;
  HnAreas  areas;
  gboolean basis;
  gboolean charts;
  gboolean each;  /* a file a form */
} HnReportMemory;

HnReportMemory *hn_report_memory_load (GSettings            *settings);
void            hn_report_memory_save (const HnReportMemory *self,
                                       GSettings            *settings);
void            hn_report_memory_free (HnReportMemory       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportMemory, hn_report_memory_free)

G_END_DECLS
