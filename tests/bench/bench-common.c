/* What the measuring programs share: a clock, memory, and how they say what they measured. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-common.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/**
 * bench_now:
 *
 * Returns: the monotonic clock in milliseconds, the same for all programs of the machine
 */
double
bench_now (void)
{
  return read_clock (CLOCK_MONOTONIC);
}

/**
 * bench_worked:
 *
 * Returns: how long this thread has had a processor, in milliseconds; on a busy machine less than has passed
 */
double
bench_worked (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

/**
 * bench_processors:
 *
 * Returns: how long all threads of the program together have had a processor, in milliseconds
 */
double
bench_processors (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

/**
 * bench_say:
 * @figure: what is measured
 * @side: %BENCH_OURS or %BENCH_BESIDE
 * @what: which case of it; no tabs
 *
 * Prints one sample as a line that tests/bench/bench.py reads.
 */
void
bench_say (const char *figure,
           const char *side,
           const char *what,
           double      value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s\t%s\t%s\t%s\n", figure, side, what, g_ascii_formatd (digits, sizeof digits, "%.4f", value));
}

/**
 * bench_memory:
 * @field: of /proc/self/status, "VmRSS:" or another in kB
 *
 * Returns: its megabytes
 */
double
bench_memory (const char *field)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, field);

  return line != NULL ? (double) atol (line + strlen (field)) / 1024 : 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
at (GArray *samples,
    guint   percent)
{
  g_return_val_if_fail (samples->len > 0, 0);

  g_array_sort (samples, compare);

  return g_array_index (samples, double, samples->len *percent / 100);
}

/**
 * bench_median:
 * @samples: (element-type double): sorted by this
 */
double
bench_median (GArray *samples)
{
  return at (samples, 50);
}

/**
 * bench_p99:
 * @samples: (element-type double): sorted by this
 *
 * Returns: what one in a hundred is above
 */
double
bench_p99 (GArray *samples)
{
  return at (samples, 99);
}
