/* The program with a display: one window a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HN_TYPE_APPLICATION (hn_application_get_type ())
G_DECLARE_FINAL_TYPE (HnApplication, hn_application, HN, APPLICATION, AdwApplication)

GApplication *hn_application_new (void);

G_END_DECLS
