/* What the rows of a form have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-edit.h"

G_BEGIN_DECLS

#define HN_TYPE_FIELD_ROW (hn_field_row_get_type ())
G_DECLARE_INTERFACE (HnFieldRow, hn_field_row, HN, FIELD_ROW, GtkWidget)

struct _HnFieldRowInterface
{
  GTypeInterface parent_iface;

  const HnField *(*get_field) (HnFieldRow *self);
  void           (*update)    (HnFieldRow *self);
};

GtkWidget     *hn_field_row_new       (HnEdit        *edit,
                                       const HnField *field);
const HnField *hn_field_row_get_field (HnFieldRow    *self);
void           hn_field_row_update    (HnFieldRow    *self);

void           hn_field_row_next      (HnFieldRow    *self);
void           hn_field_row_say       (GtkWidget     *row,
                                       GtkLabel      *label,
                                       GtkWidget     *described,
                                       const char    *problem);

G_END_DECLS
