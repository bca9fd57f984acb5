/* The fields of a record that have a value, as rows of a label and a value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hn_side_fields_new (GPtrArray *fields);

G_END_DECLS
