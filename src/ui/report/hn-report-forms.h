/* The forms of a report, each to be ticked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "changed"; signal "chosen" (const char *form): the person wants to see a form. */
#define HN_TYPE_REPORT_FORMS (hn_report_forms_get_type ())
G_DECLARE_FINAL_TYPE (HnReportForms, hn_report_forms, HN, REPORT_FORMS, AdwBin)

char **hn_report_forms_get_forms (HnReportForms       *self);
void   hn_report_forms_set_forms (HnReportForms       *self,
                                  const char *const   *forms);

G_END_DECLS
