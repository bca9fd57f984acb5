/* The tabs of the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

typedef struct
{
  HnTab tab;
  const char *name;
  const char *title; /* to be translated */
  const char *icon;
  const char *kind; /* of its main list */
} HnTabInfo;

extern const HnTabInfo hn_tabs[HN_N_TABS];

GPtrArray *hn_tab_list_kinds (HnTab tab);
GPtrArray *hn_tab_list_office (void);
char *hn_tab_add_label (const HnKind *kind);
char *hn_tab_lower (const char *label);

G_END_DECLS
