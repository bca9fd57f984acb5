/* The window on a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HN_TYPE_WINDOW (hn_window_get_type ())
G_DECLARE_FINAL_TYPE (HnWindow, hn_window, HN, WINDOW, AdwApplicationWindow)

GtkWidget  *hn_window_new         (GtkApplication *application);
void        hn_window_open        (HnWindow       *self,
                                   const char     *path);
void        hn_window_fail        (HnWindow       *self,
                                   const char     *path,
                                   const GError   *error);
void        hn_window_start       (HnWindow       *self);
void        hn_window_leave       (HnWindow       *self);
const char *hn_window_get_path    (HnWindow       *self);
gboolean    hn_window_is_open     (HnWindow       *self);
void        hn_window_restore     (HnWindow       *self,
                                   GFile          *file);
void        hn_window_open_record (HnWindow       *self,
                                   const char     *kind,
                                   gint64          id);
void        hn_window_find        (HnWindow       *self,
                                   const char     *text);

G_END_DECLS
