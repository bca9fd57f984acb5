/* A long list in the order of the register's rows, which no form has. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

HnReportForm *bench_people_form (HnRegister *reg);

G_END_DECLS
