/* Files of a person and registers of the program's own, in folders that go with the test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-restore.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* of the person's own files */
  char *own;    /* of the registers */
} FilesFixture;

void          files_set_up       (FilesFixture   *fixture,
                                  gconstpointer   data);
void          files_tear_down    (FilesFixture   *fixture,
                                  gconstpointer   data);
guint         files_n_in         (const char     *folder);
void          files_done_cb      (GObject        *source,
                                  GAsyncResult   *result,
                                  gpointer        user_data);
GAsyncResult *files_wait_for     (GAsyncResult  **result);
char         *files_make_office  (const char     *name,
                                  const char     *office,
                                  GError        **error);
HnFoundCopy  *files_look         (const char     *path,
                                  GError        **error);
char         *files_write_sample (FilesFixture   *fixture);
gint64        files_count        (const char     *path,
                                  const char     *kind);
char         *files_get_office   (const char     *path);

G_END_DECLS
