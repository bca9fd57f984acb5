/* What the user interface needs before its first widget. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void hn_ui_init (void);
