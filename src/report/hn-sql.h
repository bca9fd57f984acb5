/* Conditions on dates of any precision, as SQL, and reading the answers to the report's questions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* The first day that a date can mean: '2021' is 2021-01-01, '2021-05' is 2021-05-01. As hn_period_contains(). */
#define HN_SQL_FIRST_DAY(date) "substr (" date " || '-01-01', 1, 10)"

/* A date falls into the period ?1 to ?2. */
#define HN_SQL_IN_PERIOD(date) "(" HN_SQL_FIRST_DAY (date) " BETWEEN ?1 AND ?2)"

/* Something that began at a date, or nobody knows when, had begun by the day ?2. */
#define HN_SQL_BEGUN(date) "(" date " IS NULL OR " HN_SQL_FIRST_DAY (date) " <= ?2)"

/* Something that ends with a date, which is its last day, had not ended by the day ?2: '2023' ends with 31/12. */
#define HN_SQL_NOT_OVER(date) "(" date " IS NULL OR " date " >= substr (?2, 1, length (" date ")))"

/* A membership m that is one at the day ?2. Leaving, unlike the end of an office, is a thing that happens on a day. */
#define HN_SQL_MEMBER_NOW \
  "(" HN_SQL_BEGUN ("m.\"joined\"") " AND CASE WHEN m.\"left\" IS NOT NULL THEN " HN_SQL_FIRST_DAY ("m.\"left\"") \
  " > ?2 ELSE m.\"status\" NOT IN ('left', 'deceased') END)"

/* An organization o that exists at the day ?2. */
#define HN_SQL_ORGANIZATION_NOW \
  "(" HN_SQL_BEGUN ("o.\"founded\"") " AND CASE WHEN o.\"ended\" IS NOT NULL THEN " HN_SQL_FIRST_DAY ("o.\"ended\"") \
  " > ?2 ELSE o.\"status\" = 'active' END)"

/* Kinds of organizations at home that have members. */
#define HN_SQL_HOME_KINDS "('union', 'bilateral', 'local', 'branch')"

/* Every organization that exists, with the bilateral association that it belongs to through any number of levels. A
 * chapter outlives the local association that it was put under. */
#define HN_SQL_BELOW \
  "WITH RECURSIVE line (root, id, kind, now) AS (" \
  "SELECT o.\"id\", o.\"id\", o.\"kind\", 1 FROM \"organization\" AS o" \
  " WHERE o.\"kind\" = 'bilateral' AND " HN_SQL_ORGANIZATION_NOW \
  " UNION SELECT l.root, o.\"id\", o.\"kind\", " HN_SQL_ORGANIZATION_NOW \
  " FROM line AS l JOIN \"organization\" AS o ON o.\"parent\" = l.id WHERE o.\"kind\" <> 'bilateral')," \
  " below (root, id, kind) AS MATERIALIZED (SELECT root, id, kind FROM line WHERE now) "

/* What an organization, a row of the table called @o, was called on the day ?2. A name without a beginning reaches back
 * to the one before it. */
#define HN_SQL_NAME_THEN(o) \
  "COALESCE ((SELECT n.\"name\" FROM \"former_name\" AS n WHERE n.\"organization\" = " o ".\"id\" AND " \
  HN_SQL_BEGUN ("n.\"from\"") " AND " HN_SQL_NOT_OVER ("n.\"to\"") \
  " ORDER BY " HN_SQL_FIRST_DAY ("n.\"to\"") ", n.\"id\" LIMIT 1), " o ".\"name\")"

/* What the area @id was called on the day ?2: it is followed to what succeeded it, and back to what it was before where
 * that is one and the same. An area that was divided has no successor and keeps its name, and so does one that was put
 * together from several. */
#define HN_SQL_AREA_THEN(id) \
  "(WITH RECURSIVE line (id, name, began, ended, next, step) AS (" \
  " SELECT a.\"id\", a.\"name\", a.\"valid_from\", a.\"valid_to\", a.\"successor\", 0 FROM \"area\" AS a" \
  "  WHERE a.\"id\" = " id \
  " UNION ALL SELECT a.\"id\", a.\"name\", NULL, a.\"valid_to\", a.\"successor\", step + 1" \
  "  FROM line JOIN \"area\" AS a ON a.\"id\" = next WHERE NOT " HN_SQL_NOT_OVER ("ended") " AND step < 16" \
  " UNION ALL SELECT a.\"id\", a.\"name\", a.\"valid_from\", NULL, NULL, step + 1" \
  "  FROM line JOIN \"area\" AS a ON a.\"successor\" = line.id WHERE NOT " HN_SQL_BEGUN ("began") " AND step < 16" \
  "  AND (SELECT count (*) FROM \"area\" AS b WHERE b.\"successor\" = line.id) = 1" \
  ") SELECT name FROM line ORDER BY step DESC LIMIT 1)"

/**
 * hn_sql_done:
 *
 * How reading the rows of an answer ended: moves @local, if set, to @error.
 *
 * Returns: whether @local was not set
 */
static inline gboolean
hn_sql_done (GError **local,
             GError **error)
{
  if (*local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (local));

  return FALSE;
}

G_END_DECLS
