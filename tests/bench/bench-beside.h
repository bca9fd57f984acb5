/* What the program's list is measured against: bare SQL on the same register, made-up rows in the same view. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-page.h"

G_BEGIN_DECLS

/* --- bench-sql.c: a connection of its own, set as the register's */
typedef struct _BenchSql BenchSql;

BenchSql    *bench_sql_open      (const char  *path);
void         bench_sql_close     (BenchSql    *self);
double       bench_sql_like      (BenchSql    *self,
                                  const char  *folded);
double       bench_sql_order     (BenchSql    *self);

/* --- bench-made-up.c: the rows of the page filled with other records, without asking anybody for them */
typedef struct _BenchRefill BenchRefill;

BenchRefill *bench_refill_new    (BenchPage   *page);
void         bench_refill_free   (BenchRefill *self);
double       bench_refill_paint  (BenchRefill *self);

/* A list of as many made-up rows. */
GListModel  *bench_made_up_new   (BenchPage   *page);

G_END_DECLS
