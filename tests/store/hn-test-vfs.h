/* A disk that fails when it is told to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     hn_test_vfs_install (void);
void     hn_test_vfs_fail_at (guint call);
gboolean hn_test_vfs_failed  (void);

G_END_DECLS
