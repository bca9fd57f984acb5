/* Files that become attachments, and attachments that become files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-attachment.h"
#include "hn-gauge.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* Every copy of a register, every backup and every mail carries all attachments along, and the log of changes keeps
 * them a second time: papers and photographs fit, films do not. */
#define HN_ATTACHMENT_MAX_SIZE (50 * 1024 * 1024)

/* Of all files that are added at a time: they stand in memory until they are saved. */
#define HN_ATTACHMENT_MAX_TOTAL (200 * 1024 * 1024)

#define HN_ATTACHMENT_ERROR (hn_attachment_error_quark ())

/* The message of an error in this domain is a whole sentence for the user, in the user's language. */
typedef enum
{
  HN_ATTACHMENT_ERROR_GONE,
  HN_ATTACHMENT_ERROR_NO_FILE,   /* a folder, a device */
  HN_ATTACHMENT_ERROR_EMPTY,
  HN_ATTACHMENT_ERROR_TOO_LARGE,
  HN_ATTACHMENT_ERROR_UNREADABLE,
  HN_ATTACHMENT_ERROR_UNWRITABLE,
  HN_ATTACHMENT_ERROR_FULL,      /* no space left where it was to be saved */
} HnAttachmentError;

GQuark    hn_attachment_error_quark   (void);

void      hn_attachment_add_async     (HnStore              *store,
                                       const HnKind         *kind,
                                       gint64                id,
                                       GPtrArray            *files,
                                       HnGauge              *gauge,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void      hn_attachment_add_bytes_async
                                      (HnStore              *store,
                                       const HnKind         *kind,
                                       gint64                id,
                                       const char           *name,
                                       GBytes               *content,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean  hn_attachment_add_finish    (HnStore              *store,
                                       GAsyncResult         *result,
                                       gint64               *change,
                                       char                **title,
                                       char                **refusals,
                                       GError              **error);
void      hn_attachment_read_async    (HnStore              *store,
                                       gint64                id,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes   *hn_attachment_read_finish   (HnStore              *store,
                                       GAsyncResult         *result,
                                       GError              **error);
void      hn_attachment_write_async   (HnStore              *store,
                                       HnAttachment         *attachment,
                                       GFile                *file,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean  hn_attachment_write_finish  (HnStore              *store,
                                       GAsyncResult         *result,
                                       GError              **error);
void      hn_attachment_unpack_async  (HnStore              *store,
                                       HnAttachment         *attachment,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GFile    *hn_attachment_unpack_finish (HnStore              *store,
                                       GAsyncResult         *result,
                                       GError              **error);
char     *hn_attachment_make_folder   (GError              **error);

G_END_DECLS
