/* Dates as offices know them: a year, a month of it, or a day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* month and day are 0 where they are not known; year is 0 in an unset date. */
typedef struct
{
  guint16 year;
  guint8  month;
  guint8  day;
} HnDate;

gboolean hn_date_is_set     (HnDate        date);
gboolean hn_date_is_full    (HnDate        date);
gboolean hn_date_from_iso   (const char   *text,
                             HnDate       *date);
gboolean hn_date_parse      (const char   *text,
                             HnDate        today,
                             HnDate       *date);
guint    hn_date_parse_month (const char *text,
                              HnDate      today,
                              HnDate     *month);
HnDate   hn_date_today      (void);
char    *hn_date_to_iso     (HnDate        date);
char    *hn_date_print      (HnDate        date);
char    *hn_date_print_long (HnDate        date);
HnDate   hn_date_first      (HnDate        date);
HnDate   hn_date_last       (HnDate        date);
HnDate   hn_date_add_days   (HnDate        date,
                             int           days);
int      hn_date_compare    (HnDate        a,
                             HnDate        b);
int      hn_date_days       (HnDate        from,
                             HnDate        to);

G_END_DECLS
