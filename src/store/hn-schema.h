/* The schema of a register: its versions, and whether it is what the kinds need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* A step from the version before to this one. */
typedef struct
{
  guint32 version;
  char   *sql;
} HnMigration;

guint32  hn_schema_version (void);
GArray  *hn_schema_list    (GError        **error);
gboolean hn_schema_migrate (HnRegister     *reg,
                            GArray         *migrations,
                            GError        **error);
gboolean hn_schema_check   (HnRegister     *reg,
                            GPtrArray      *problems,
                            GError        **error);
gboolean hn_schema_complete_search
                           (HnRegister     *reg,
                            GError        **error);
gboolean hn_schema_has_kinds (HnRegister   *reg,
                              gboolean     *has,
                              GError      **error);
GBytes  *hn_store_resource (const char     *name,
                            GError        **error);

G_END_DECLS
