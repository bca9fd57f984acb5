/* Since when a register is kept, and of which days it tells all the same.
 *
 * What was due before an office began its register was sent on paper, or never: the program knows nothing of it and
 * does not call it late. Who enters what happened then does so for its reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-begun.h"

#include "hn-sql.h"

#define DAYS_OF(table, field) "SELECT " HN_SQL_FIRST_DAY ("\"" field "\"") " AS day FROM \"" table "\""

static const char first_change_sql[] = "SELECT substr (\"at\", 1, 10) FROM \"change\" ORDER BY \"number\" LIMIT 1";

/* The days on which something happened that a form counts by its day. */
static const char days_sql[] =
  "SELECT day FROM (" DAYS_OF ("event", "from") " UNION " DAYS_OF ("delegation", "from") " UNION "
  DAYS_OF ("donation", "date") " UNION " DAYS_OF ("disbursement", "date") " UNION " DAYS_OF ("award", "decision_date")
  " UNION " DAYS_OF ("agreement", "signed") " UNION " DAYS_OF ("publication", "date") " UNION "
  DAYS_OF ("contact_log", "date") ") WHERE day IS NOT NULL ORDER BY day";

struct _HnBegun
{
  HnDate  since;
  GArray *days; /* of HnDate, ascending */
};

/**
 * hn_begun_free:
 *
 * Frees what is known of a register's beginning.
 */
void
hn_begun_free (HnBegun *self)
{
  g_array_unref (self->days);
  g_free (self);
}

/* A register in which nothing was ever changed is begun today. */
static gboolean
read_since (HnBegun     *self,
            HnRegister  *reg,
            HnDate       today,
            GError     **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, first_change_sql, "", error);
  g_autoptr (GError) local = NULL;

  self->since = today;
  if (rows != NULL && hn_rows_next (rows, &local))
    hn_date_from_iso (hn_rows_text (rows, 0), &self->since);

  return rows != NULL && hn_sql_done (&local, error);
}

static gboolean
read_days (HnBegun     *self,
           HnRegister  *reg,
           GError     **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, days_sql, "", error);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      HnDate day;

      if (hn_date_from_iso (hn_rows_text (rows, 0), &day))
        g_array_append_val (self->days, day);
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/**
 * hn_begun_load:
 * @today: when a register begins in which nothing was changed yet
 *
 * Returns: (transfer full) (nullable): since when @reg is kept: the day of its first change
 */
HnBegun *
hn_begun_load (HnRegister  *reg,
               HnDate       today,
               GError     **error)
{
  g_autoptr (HnBegun) self = g_new0 (HnBegun, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (HnDate));
  if (!read_since (self, reg, today, error) || !read_days (self, reg, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hn_begun_covers:
 *
 * Returns: whether the register can answer for the period: it ended after the register was begun, or something that
 *   happened in it was entered
 */
gboolean
hn_begun_covers (const HnBegun  *self,
                 const HnPeriod *period)
{
  guint low = 0, high = self->days->len;

  if (hn_date_compare (period->to, self->since) >= 0)
    return TRUE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (hn_date_compare (g_array_index (self->days, HnDate, middle), period->from) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->days->len && hn_date_compare (g_array_index (self->days, HnDate, low), period->to) <= 0;
}
