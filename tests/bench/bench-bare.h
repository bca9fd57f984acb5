/* Bare libxlsxwriter and bare SQL: the same cells and the same questions, and nothing else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

/* The cells of a report's tables, in memory before anything is measured. */
typedef struct _BenchCells BenchCells;

BenchCells   *bench_cells_read    (const HnReport *report,
                                   HnRegister     *reg);
void          bench_cells_write   (BenchCells     *self,
                                   const char     *path);
void          bench_cells_print   (BenchCells     *self,
                                   const char     *path);
void          bench_cells_free    (BenchCells     *self);

/* All questions that were put to SQLite. */
typedef struct _BenchQueries BenchQueries;

void          bench_queries_watch (void);
BenchQueries *bench_queries_record(void);
void          bench_queries_stop  (BenchQueries   *self);
double        bench_queries_run   (BenchQueries   *self);
void          bench_queries_free  (BenchQueries   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCells, bench_cells_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchQueries, bench_queries_free)

G_END_DECLS
