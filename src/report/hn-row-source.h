/* Rows of a list too long to be held: they are made one at a time while they are written or looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct _HnReportRow HnReportRow;
typedef struct _HnRowSource HnRowSource;

/* What a form gives. Which rows there are is known from the beginning; what they say is read when it is asked for, by
 * whichever thread asks, one at a time. */
struct _HnRowSource
{
  guint n_rows;

  /* Goes to a row, which the next call of @next returns. @reg must live until the last of these calls. */
  gboolean           (*seek) (HnRowSource   *self,
                              HnRegister    *reg,
                              guint          row,
                              GCancellable  *cancellable,
                              GError       **error);
  /* Returns the row, which lives until the next call; NULL with an error, or without one behind the last row. */
  const HnReportRow *(*next) (HnRowSource   *self,
                              GError       **error);
  void               (*free) (HnRowSource   *self);
};

G_END_DECLS
