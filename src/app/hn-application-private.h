/* What the files of the application share.
 *
 *   hn-application.c          one process: how it is started, and its language
 *   hn-application-windows.c  one window a register
 *   hn-application-actions.c  what can be asked of it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-application.h"
#include "hn-window.h"

G_BEGIN_DECLS

struct _HnApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  char *languages; /* what LANGUAGE was when the program began */
};

/* --- hn-application-windows.c */
HnWindow *hn_application_open_register   (HnApplication *self,
                                          const char    *path);
HnWindow *hn_application_present         (HnApplication *self);
void      hn_application_renew_window    (HnApplication *self,
                                          HnWindow      *window);
HnWindow *hn_application_find_window     (HnApplication *self,
                                          const char    *path);
GList    *hn_application_list_windows    (HnApplication *self);

/* --- hn-application-actions.c */
void      hn_application_install_actions (HnApplication *self);

G_END_DECLS
