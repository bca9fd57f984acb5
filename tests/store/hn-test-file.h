/* The file of a register as a test finds it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

char  *hn_test_make                (void);
guint  hn_test_count_siblings      (const char      *path);
void   hn_test_assert_sentence     (const GError    *error);
void   hn_test_assert_saving_fails (HnRegister      *reg,
                                    HnRegisterError  code);
void   hn_test_assert_reads        (HnRegister      *reg);

G_END_DECLS
