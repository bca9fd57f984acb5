/* What the measuring programs share: a clock, memory, and how they say what they measured. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sides of a figure: the program, and what is measured beside it in the same run. */
#define BENCH_OURS "ours"
#define BENCH_BESIDE "beside"

double bench_now    (void);
double bench_worked (void);
double bench_processors (void);
void   bench_say    (const char *figure,
                     const char *side,
                     const char *what,
                     double      value);
double bench_memory (const char *field);
double bench_median (GArray     *samples);
double bench_p99    (GArray     *samples);

/* The program, then what is beside it, then the other way round: what drifts, drifts for both. */
#define BENCH_OURS_FIRST(turn) ((turn) % 2 == 0)

G_END_DECLS
