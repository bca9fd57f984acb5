/* A copy of a register looked at, and made a register again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"
#include "hn-gauge.h"
#include "hn-register.h"

G_BEGIN_DECLS

#define HN_RESTORE_ERROR (hn_restore_error_quark ())

/* The message is a sentence for the person, with what to do next. */
typedef enum
{
  HN_RESTORE_ERROR_EMPTY,    /* nothing is in the file */
  HN_RESTORE_ERROR_FOREIGN,  /* it is something else */
  HN_RESTORE_ERROR_CUT_OFF,  /* its end is missing */
  HN_RESTORE_ERROR_DAMAGED,
  HN_RESTORE_ERROR_NEWER,    /* of a newer version of the program */
} HnRestoreError;

GQuark hn_restore_error_quark (void);

/* What is in a copy. The file itself is not needed any more: what was read of it lies among the own registers, hidden
 * until it is one of them. */
typedef struct
{
  char   *name;            /* of the file, without its ending */
  char   *part;            /* what was read of it */
  char   *office;          /* NULL where it names none */
  gint64  n_organizations;
  gint64  n_people;
  gint64  n_events;
  HnDate  changed;         /* the day of the last change; unset where there is none in its history */
} HnFoundCopy;

HnFoundCopy *hn_found_copy_ref        (HnFoundCopy          *self);
void         hn_found_copy_unref      (HnFoundCopy          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnFoundCopy, hn_found_copy_unref)

void         hn_restore_look_async    (GFile                *file,
                                       HnGauge              *gauge,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
HnFoundCopy *hn_restore_look_finish   (GAsyncResult         *result,
                                       GError              **error);
void         hn_restore_add_async     (HnFoundCopy          *copy,
                                       const char           *name,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void         hn_restore_replace_async (HnFoundCopy          *copy,
                                       const char           *path,
                                       HnGauge              *gauge,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
char        *hn_restore_finish        (GAsyncResult         *result,
                                       GError              **error);
char        *hn_restore_kept_path     (const char           *path);

G_END_DECLS
