/* Shares of a whole that add up to it, by the largest remainder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-shares.h"

/* Twice as wide as a count, so that a count times the whole fits. */
__extension__ typedef unsigned __int128 Wide;

typedef struct
{
  guint   index;
  guint64 remainder;
} Rest;

static int
compare_rests (gconstpointer a,
               gconstpointer b)
{
  const Rest *one = a, *other = b;

  if (one->remainder != other->remainder)
    return one->remainder > other->remainder ? -1 : 1;

  return one->index < other->index ? -1 : one->index > other->index;
}

/**
 * hn_shares_divide:
 * @numbers: none below zero, their sum within a gint64
 * @whole: what the shares add up to: 1000 for per cents with one decimal
 * @shares: (out): one for each number
 *
 * Each share is its exact value rounded down or up, so that all of them add up to @whole; those with the
 * largest remainders are rounded up, of equal ones the earlier. All are zero where the numbers are.
 */
void
hn_shares_divide (const gint64 *numbers,
                  guint         n_numbers,
                  gint64        whole,
                  gint64       *shares)
{
  g_autofree Rest *rests = g_new (Rest, MAX (n_numbers, 1));
  guint64 sum = 0;
  gint64 left = whole;

  for (guint i = 0; i < n_numbers; i++)
    {
      shares[i] = 0;
      sum += (guint64) numbers[i];
    }
  if (sum == 0)
    return;

  for (guint i = 0; i < n_numbers; i++)
    {
      Wide product = (Wide) (guint64) numbers[i] * (guint64) whole;

      shares[i] = (gint64) (product / sum);
      rests[i] = (Rest) { i, (guint64) (product % sum) };
      left -= shares[i];
    }

  qsort (rests, n_numbers, sizeof (Rest), compare_rests);
  for (guint i = 0; i < n_numbers && left > 0; i++, left--)
    shares[rests[i].index]++;
}
