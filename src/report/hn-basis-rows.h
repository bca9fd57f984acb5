/* The sheet of the records behind the figures, as a form of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

#define HN_BASIS_SHEET "Căn cứ"

HnReportForm *hn_basis_form_new (const HnReport *report);

G_END_DECLS
