/* A report made by hand, which has everything that a workbook can have. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

HnReport *hand_made_report (void);
HnReport *hand_made_full   (HnDress dress);

G_END_DECLS
