/* The order of a list as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* By a field; NULL is by the key that is stored beside each record. */
typedef struct
{
  const HnField *field;
  gboolean       descending;
} HnSorting;

gboolean  hn_order_parse      (const HnKind   *kind,
                               const char     *sort,
                               HnSorting      *sorting,
                               GError        **error);
char     *hn_order_expression (HnRegister     *reg,
                               const HnKind   *kind,
                               const HnField  *field);
char     *hn_order_sql        (HnRegister     *reg,
                               const HnKind   *kind,
                               const char     *sort,
                               GError        **error);

G_END_DECLS
