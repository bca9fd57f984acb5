/* Hears when another program writes a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HnFileWatch HnFileWatch;

typedef void (*HnFileWatchFunc) (gpointer data);

HnFileWatch *hn_file_watch_new   (const char      *path,
                                  HnFileWatchFunc  func,
                                  gpointer         data);
void         hn_file_watch_free  (HnFileWatch     *self);
void         hn_file_watch_again (HnFileWatch     *self);

G_END_DECLS
