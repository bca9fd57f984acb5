/* A prepared statement that goes back to its connection's store of them when it is no longer needed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct
{
  HnRegister   *reg;
  sqlite3_stmt *stmt;
  char         *key;    /* NULL: not kept */
  gboolean      failed; /* hn_statement_next() ended with an error */
} HnStatement;

gboolean    hn_statement_prepare      (HnStatement *self,
                                       HnRegister  *reg,
                                       const char  *sql,
                                       GError     **error);
gboolean    hn_statement_prepare_once (HnStatement *self,
                                       HnRegister  *reg,
                                       const char  *sql,
                                       GError     **error);
void        hn_statement_clear        (HnStatement *self);
void        hn_statement_rewind       (HnStatement *self);
gboolean    hn_statement_next         (HnStatement *self,
                                       GError     **error);
gboolean    hn_statement_run          (HnStatement *self,
                                       GError     **error);
void        hn_statement_bind_integer (HnStatement *self,
                                       int          index,
                                       gint64       value);
void        hn_statement_bind_text    (HnStatement *self,
                                       int          index,
                                       const char  *value);
void        hn_statement_bind_bytes   (HnStatement *self,
                                       int          index,
                                       GBytes      *value);
gint64      hn_statement_integer      (HnStatement *self,
                                       int          column);
const char *hn_statement_text         (HnStatement *self,
                                       int          column);
gboolean    hn_statement_is_null      (HnStatement *self,
                                       int          column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnStatement, hn_statement_clear)

G_END_DECLS
