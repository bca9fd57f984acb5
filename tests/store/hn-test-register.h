/* Registers and records for the tests of the store. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

char       *hn_test_path       (const char  *name);
HnRegister *hn_test_create     (const char  *path);
HnRegister *hn_test_open       (const char  *path);
gint64      hn_test_add        (HnRegister  *reg,
                                const char  *kind,
                                ...) G_GNUC_NULL_TERMINATED;
void        hn_test_set        (HnRegister  *reg,
                                const char  *kind,
                                gint64       id,
                                ...) G_GNUC_NULL_TERMINATED;
void        hn_test_delete     (HnRegister  *reg,
                                const char  *kind,
                                gint64       id,
                                HnDeleteMode mode,
                                gint64       replacement);
char       *hn_test_get        (HnRegister  *reg,
                                const char  *kind,
                                gint64       id,
                                const char  *field);
char       *hn_test_list       (HnRegister  *reg,
                                const char  *kind,
                                const char  *search,
                                const char  *where,
                                const char  *sort);
char       *hn_test_dump       (HnRegister  *reg);
void        hn_test_assert_fine (HnRegister *reg);
char       *hn_test_hash       (const char  *path);
char       *hn_test_ref        (const char  *kind,
                                gint64       id);
void        hn_test_undo       (HnRegister  *reg);
void        hn_test_redo       (HnRegister  *reg);
void        hn_test_assert_nothing (HnRegister *reg,
                                    gboolean    undoing);

/* A register of its own for each test. */
typedef struct
{
  HnRegister *reg;
} HnTestFixture;

void        hn_test_set_up      (HnTestFixture *fixture,
                                 gconstpointer  data);
void        hn_test_tear_down   (HnTestFixture *fixture,
                                 gconstpointer  data);
void        hn_test_restart     (HnTestFixture *fixture);
void        hn_test_assert_list (HnRegister    *reg,
                                 const char    *kind,
                                 const char    *where,
                                 const char    *expected);

G_END_DECLS
