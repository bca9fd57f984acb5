/* The keys of the program, as they are shown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *accelerator; /* as gtk_accelerator_parse() reads it */
  const char *action;      /* what it is bound to, with the target where the keys of one action differ by it; NULL: the
                            * toolkit, or the widget that has the focus, knows it */
  const char *title;       /* to be translated */
} HnShortcut;

typedef struct
{
  const char       *title; /* to be translated */
  const HnShortcut *shortcuts;
  guint             n_shortcuts;
} HnShortcutGroup;

extern const HnShortcutGroup hn_shortcut_groups[];
extern const guint           hn_n_shortcut_groups;

G_END_DECLS
