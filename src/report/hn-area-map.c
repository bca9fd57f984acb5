/* The areas of the register by the old map or the new one: districts until 30/06/2025, communes since.
 *
 *   district ◀── old commune ──▶ commune          parent to the left, successor to the right
 *
 * NQ 202/2025/QH15 and NQ 1658/NQ-UBTVQH15 ended the districts. A few old communes were divided, and a district has
 * no single successor: what cannot be said for certain has no place on the other map. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-area-map.h"

#include <string.h>

#include "hn-sql.h"

/* The last day of the old map. */
#define LAST_DISTRICT_DAY "2025-06-30"

/* No unit was renamed more often than this; a circle of successors ends here. */
#define MAX_STEPS 16

typedef enum
{
  LEVEL_PROVINCE,
  LEVEL_DISTRICT,
  LEVEL_OLD_COMMUNE,
  LEVEL_COMMUNE,
} Level;

typedef struct
{
  gint64  id;
  Level   level;
  gint64  parent;
  gint64  successor;
  char   *name;
  char   *valid_from; /* or NULL */
  char   *valid_to;   /* or NULL */
  gint64  before;     /* the one of its level that became it, or 0 */
  guint   n_before;   /* how many did */
  gint64  district;   /* of a commune: the one in which all that became it lay, or 0 */
  gboolean divided;   /* it lay in several */
} Area;

struct _HnAreaMap
{
  HnMap       map;
  char       *day;
  GHashTable *areas; /* id to Area */
};

static const char areas_sql[] =
  "SELECT \"id\", \"level\", \"parent\", \"successor\", \"name\", \"valid_to\", \"valid_from\" FROM \"area\"";

static void
area_free (gpointer data)
{
  Area *area = data;

  g_free (area->name);
  g_free (area->valid_from);
  g_free (area->valid_to);
  g_free (area);
}

static Level
level_of (const char *name)
{
  if (g_str_equal (name, "district"))
    return LEVEL_DISTRICT;
  if (g_str_equal (name, "old_commune"))
    return LEVEL_OLD_COMMUNE;

  return g_str_equal (name, "commune") ? LEVEL_COMMUNE : LEVEL_PROVINCE;
}

static Area *
find (const HnAreaMap *self,
      gint64           id)
{
  return g_hash_table_lookup (self->areas, &id);
}

static gboolean
read_areas (HnAreaMap   *self,
            HnRegister  *reg,
            GError     **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, areas_sql, "", error);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      Area *area = g_new0 (Area, 1);

      area->id = hn_rows_integer (rows, 0);
      area->level = level_of (hn_rows_text (rows, 1));
      area->parent = hn_rows_integer (rows, 2);
      area->successor = hn_rows_integer (rows, 3);
      area->name = g_strdup (hn_rows_text (rows, 4));
      area->valid_to = g_strdup (hn_rows_text (rows, 5));
      area->valid_from = g_strdup (hn_rows_text (rows, 6));
      g_hash_table_insert (self->areas, &area->id, area);
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/* Every area learns of the one of its level that became it. */
static void
find_predecessors (HnAreaMap *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->areas);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Area *area = value, *next = find (self, area->successor);

      if (next == NULL)
        continue;
      next->before = next->level == area->level ? area->id : 0;
      next->n_before++;
    }
}

/* What the area had become by @day or was until then, as long as that is of the same level. What was put together from
 * several stays what it is: which of them is meant, nobody knows. */
static Area *
at_day (const HnAreaMap *self,
        Area            *area,
        const char      *day)
{
  guint steps = 0;

  /* "2025" ends with 31/12. */
  for (; steps < MAX_STEPS && area->valid_to != NULL && strncmp (area->valid_to, day, strlen (area->valid_to)) < 0;
       steps++)
    {
      Area *next = find (self, area->successor);

      if (next == NULL || next->level != area->level)
        return area;
      area = next;
    }
  for (; steps < MAX_STEPS && area->valid_from != NULL && strcmp (area->valid_from, day) > 0; steps++)
    {
      Area *before = area->n_before == 1 ? find (self, area->before) : NULL;

      if (before == NULL)
        return area;
      area = before;
    }

  return area;
}

/* (nullable): the commune that an old one has become */
static Area *
commune_of (const HnAreaMap *self,
            Area            *area)
{
  for (guint i = 0; i < MAX_STEPS && area != NULL && area->level == LEVEL_OLD_COMMUNE; i++)
    area = find (self, area->successor);

  return area != NULL && area->level == LEVEL_COMMUNE ? area : NULL;
}

/* Every commune learns of the district in which the old communes lay that became it. */
static void
find_districts (HnAreaMap *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->areas);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Area *old = value;
      Area *commune = old->level == LEVEL_OLD_COMMUNE ? commune_of (self, old) : NULL;
      Area *district = find (self, old->parent);

      if (commune == NULL || district == NULL || district->level != LEVEL_DISTRICT)
        continue;
      district = at_day (self, district, LAST_DISTRICT_DAY);
      for (guint i = 0; i < MAX_STEPS && commune != NULL && commune->level == LEVEL_COMMUNE; i++)
        {
          commune->divided = commune->divided || (commune->district != 0 && commune->district != district->id);
          commune->district = district->id;
          commune = find (self, commune->successor);
        }
    }
}

/**
 * hn_area_map_load:
 * @day: in ISO; units are those of this day
 */
HnAreaMap *
hn_area_map_load (HnRegister  *reg,
                  HnMap        map,
                  const char  *day,
                  GError     **error)
{
  g_autoptr (HnAreaMap) self = g_new0 (HnAreaMap, 1);

  self->map = map;
  self->day = g_strdup (day);
  self->areas = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, area_free);
  if (!read_areas (self, reg, error))
    return NULL;
  find_predecessors (self);
  find_districts (self);

  return g_steal_pointer (&self);
}

/**
 * hn_area_map_free:
 *
 * Frees the map; areas are the register's records.
 */
void
hn_area_map_free (HnAreaMap *self)
{
  if (self == NULL)
    return;

  g_free (self->day);
  g_hash_table_unref (self->areas);
  g_free (self);
}

static Area *
district_of (const HnAreaMap *self,
             Area            *area)
{
  if (area->level == LEVEL_OLD_COMMUNE)
    return find (self, area->parent);
  if (area->level == LEVEL_COMMUNE)
    return area->divided ? NULL : find (self, area->district);

  return area->level == LEVEL_DISTRICT ? area : NULL;
}

/**
 * hn_area_map_place:
 * @area: an id, or 0
 *
 * Returns: the unit of the map that the area is, became, or lies in; 0 where that cannot be said
 */
gint64
hn_area_map_place (const HnAreaMap *self,
                   gint64           area)
{
  Area *found = find (self, area);
  const char *day = self->day;

  if (found == NULL)
    return 0;

  if (self->map == HN_MAP_COMMUNES)
    found = found->level == LEVEL_COMMUNE ? found : commune_of (self, found);
  else
    found = district_of (self, found);
  if (found == NULL)
    return 0;
  if (self->map == HN_MAP_DISTRICTS && strcmp (day, LAST_DISTRICT_DAY) > 0)
    day = LAST_DISTRICT_DAY;

  return at_day (self, found, day)->id;
}

/**
 * hn_area_map_province:
 * @area: an id, or 0
 *
 * Returns: the province, under its name on the map's day, if that is what the area is; else 0
 */
gint64
hn_area_map_province (const HnAreaMap *self,
                      gint64           area)
{
  Area *found = find (self, area);

  return found != NULL && found->level == LEVEL_PROVINCE ? at_day (self, found, self->day)->id : 0;
}

/**
 * hn_area_map_get_name:
 *
 * Returns: (nullable): what the area is called
 */
const char *
hn_area_map_get_name (const HnAreaMap *self,
                      gint64           area)
{
  const Area *found = find (self, area);

  return found != NULL ? found->name : NULL;
}

/**
 * hn_area_map_get_district:
 *
 * Returns: (nullable): the district in which a commune of today lay, where it lay in one
 */
const char *
hn_area_map_get_district (const HnAreaMap *self,
                          gint64           area)
{
  Area *found = find (self, area);
  const Area *district = found != NULL && found->level == LEVEL_COMMUNE ? district_of (self, found) : NULL;

  return district != NULL ? district->name : NULL;
}
