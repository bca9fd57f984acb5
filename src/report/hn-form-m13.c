/* M13: branches and members by area, a pair of columns an association. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include <string.h>

#include "hn-area-map.h"
#include "hn-sort-key.h"
#include "hn-sql.h"

/* NQ 202/2025/QH15: from this day there are no districts. */
#define NEW_MAP_DAY "2025-07-01"

/* Before the pairs of columns, and behind them. */
enum
{
  COLUMN_NUMBER,
  COLUMN_AREA,
  N_BEFORE,
};

enum
{
  BEHIND_BRANCHES,
  BEHIND_MEMBERS,
  BEHIND_DISTRICT,
  N_BEHIND,
};

/* Each organization with its area and the bilateral association above it, or 0: whoever is a member of the union itself
 * is counted as well. ?1 is there for the others' sake. */
#define TREE \
  "WITH RECURSIVE up (id, kind, area, above, root) AS (" \
  " SELECT o.\"id\", o.\"kind\", COALESCE (o.\"area\", 0), o.\"parent\"," \
  "  CASE WHEN o.\"kind\" = 'bilateral' THEN o.\"id\" END" \
  " FROM \"organization\" AS o WHERE o.\"kind\" IN " HN_SQL_HOME_KINDS " AND ?1 = ?1" \
  "  AND " HN_SQL_ORGANIZATION_NOW \
  " UNION ALL SELECT up.id, up.kind, up.area, p.\"parent\", CASE WHEN p.\"kind\" = 'bilateral' THEN p.\"id\" END" \
  " FROM up JOIN \"organization\" AS p ON p.\"id\" = up.above WHERE up.root IS NULL)," \
  " home (id, kind, area, root) AS (SELECT id, kind, area, COALESCE (max (root), 0) FROM up GROUP BY id) "

static const char associations_sql[] =
  "SELECT o.\"id\", " HN_SQL_NAME_THEN ("o") " AS called FROM \"organization\" AS o WHERE o.\"kind\" = 'bilateral' AND ?1 = ?1"
  " AND " HN_SQL_ORGANIZATION_NOW " ORDER BY hn_sort_key (called), o.\"id\"";

static const char branches_sql[] =
  TREE "SELECT area, root, count (*), 0 FROM home WHERE kind IN ('local', 'branch') GROUP BY area, root";

/* A person is one member of an association in an area, of however many of its branches there. */
static const char members_sql[] =
  TREE "SELECT home.area, home.root, 0, count (DISTINCT m.\"person\") FROM \"membership\" AS m"
  " JOIN home ON home.id = m.\"organization\" WHERE " HN_SQL_MEMBER_NOW " GROUP BY home.area, home.root";

/* The same once more by the records themselves. */
static const char branch_records_sql[] = TREE "SELECT area, root, id FROM home WHERE kind IN ('local', 'branch')";
static const char member_records_sql[] =
  TREE "SELECT home.area, home.root, MIN (m.\"id\") FROM \"membership\" AS m JOIN home ON home.id = m.\"organization\""
  " WHERE " HN_SQL_MEMBER_NOW " GROUP BY home.area, home.root, m.\"person\"";

/* Where a row stands: what is known first. */
typedef enum
{
  PART_UNITS,     /* units of the map */
  PART_PROVINCE,  /* associations of the whole province */
  PART_UNCERTAIN, /* what has no certain place on the map is listed as it is in the register, never guessed */
} Part;

typedef struct
{
  gint64  area;     /* of the map, or where it is not on it, as it is in the register */
  Part    part;
  gint64 *counts;   /* a pair an association, and one for those without */
  GPtrArray *basis; /* of HnBasis, by the index into counts */
} Place;

typedef struct
{
  HnAreaMap  *map;
  GHashTable *roots;  /* id of the association to the index of its pair, plus one */
  guint       n_pairs;
  gboolean    others; /* some have no association above them: the last pair is theirs */
  GPtrArray  *places; /* of Place */
} Count;

static void
place_free (gpointer data)
{
  g_free (((Place *) data)->counts);
  g_ptr_array_unref (((Place *) data)->basis);
  g_free (data);
}

static Place *
get_place (Count  *count,
           gint64  area)
{
  gint64 unit = hn_area_map_place (count->map, area);
  gint64 province = unit == 0 ? hn_area_map_province (count->map, area) : 0;
  Part part = unit != 0 ? PART_UNITS : province != 0 ? PART_PROVINCE : PART_UNCERTAIN;
  Place *place;

  if (part != PART_UNITS)
    unit = part == PART_PROVINCE ? province : area;
  for (guint i = 0; i < count->places->len; i++)
    {
      place = g_ptr_array_index (count->places, i);
      if (place->area == unit && place->part == part)
        return place;
    }

  place = g_new0 (Place, 1);
  place->area = unit;
  place->part = part;
  place->counts = g_new0 (gint64, 2 * count->n_pairs);
  place->basis = hn_basis_list_new ();
  g_ptr_array_add (count->places, place);

  return place;
}

/* The index of an association's pair, and of the one for those without. */
static guint
get_pair (Count  *count,
          gint64  root)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (count->roots, &root));

  count->others = count->others || found == 0;

  return found > 0 ? found - 1 : count->n_pairs - 1;
}

static gboolean
read_counts (const HnFormContext  *context,
             Count                *count,
             const char           *sql,
             GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      Place *place = get_place (count, hn_rows_integer (rows, 0));
      guint pair = get_pair (count, hn_rows_integer (rows, 1));

      place->counts[2 * pair] += hn_rows_integer (rows, 2);
      place->counts[2 * pair + 1] += hn_rows_integer (rows, 3);
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/* @of_pair: 0 for branches, 1 for members */
static gboolean
read_records (const HnFormContext  *context,
              Count                *count,
              const char           *sql,
              const char           *kind,
              guint                 of_pair,
              GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      guint pair = get_pair (count, hn_rows_integer (rows, 1));

      hn_basis_list_add (get_place (count, hn_rows_integer (rows, 0))->basis, (int) (2 * pair + of_pair), kind,
                         hn_rows_integer (rows, 2));
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/* --- columns ------------------------------------------------------------- */

/* "Lào" for "Hội Hữu nghị Việt Nam - Lào": the head over two narrow columns. */
static const char *
short_name (const char *name)
{
  const char *dash = strstr (name, "Việt Nam");

  if (dash == NULL)
    return name;
  dash += strlen ("Việt Nam");
  while (*dash == ' ' || *dash == '-' || g_str_has_prefix (dash, "–"))
    dash = g_utf8_next_char (dash);

  return *dash != '\0' ? dash : name;
}

static void
set_pair (HnReportForm *form,
          guint         column,
          const char   *group)
{
  hn_form_set_column (form, column, group, "Chi hội", HN_COLUMN_INTEGER, NULL, TRUE, 4.5);
  hn_form_set_column (form, column + 1, group, "Hội viên", HN_COLUMN_INTEGER, NULL, TRUE, 5.5);
}

static gboolean
read_associations (const HnFormContext  *context,
                   Count                *count,
                   GPtrArray            *names,
                   GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, associations_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      gint64 id = hn_rows_integer (rows, 0);

      g_ptr_array_add (names, g_strdup (short_name (hn_rows_text (rows, 1))));
      g_hash_table_insert (count->roots, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (names->len));
    }
  count->n_pairs = names->len + 1;

  return rows != NULL && hn_sql_done (&local, error);
}

static void
make_columns (HnReportForm *form,
              Count        *count,
              GPtrArray    *names,
              HnMap         map)
{
  guint n_pairs = count->n_pairs - (count->others ? 0 : 1);
  guint behind = N_BEFORE + 2 * n_pairs;

  hn_form_set_n_columns (form, behind + N_BEHIND - (map == HN_MAP_COMMUNES ? 0 : 1));
  hn_form_set_column (form, COLUMN_NUMBER, NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5);
  hn_form_set_column (form, COLUMN_AREA, NULL, map == HN_MAP_COMMUNES ? "Địa bàn (xã, phường)" : "Địa bàn (huyện)",
                      HN_COLUMN_TEXT, NULL, FALSE, 16);
  for (guint i = 0; i < n_pairs; i++)
    set_pair (form, N_BEFORE + 2 * i, i < names->len ? g_ptr_array_index (names, i) : "Khác");
  set_pair (form, behind + BEHIND_BRANCHES, "Tổng số");
  if (map == HN_MAP_COMMUNES)
    hn_form_set_column (form, behind + BEHIND_DISTRICT, NULL, "Đơn vị hành chính cũ (huyện)", HN_COLUMN_TEXT, NULL,
                        FALSE, 12);
}

/* --- rows ---------------------------------------------------------------- */

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Count *count = data;
  const Place *first = a, *second = b;
  const char *first_name = hn_area_map_get_name (count->map, first->area);
  const char *second_name = hn_area_map_get_name (count->map, second->area);

  if (first->part != second->part)
    return first->part < second->part ? -1 : 1;
  if (first_name == NULL || second_name == NULL)
    return (first_name == NULL) - (second_name == NULL);

  return hn_collate (first_name, second_name);
}

static void
add_place (HnReportForm *form,
           const Count  *count,
           const Place  *place,
           guint         number)
{
  HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);
  const char *name = hn_area_map_get_name (count->map, place->area);
  guint n_pairs = count->n_pairs - (count->others ? 0 : 1);
  guint behind = N_BEFORE + 2 * n_pairs;
  gint64 branches = 0, members = 0;

  for (guint i = 0; i < place->basis->len; i++)
    {
      const HnBasis *basis = g_ptr_array_index (place->basis, i);

      hn_basis_list_append (row->basis, N_BEFORE + basis->column, basis);
      hn_basis_list_append (row->basis, (int) behind + BEHIND_BRANCHES + basis->column % 2, basis);
    }
  hn_row_set_integer (row, COLUMN_NUMBER, number);
  hn_row_set_text (row, COLUMN_AREA, name != NULL ? name : "Chưa ghi địa bàn");
  for (guint i = 0; i < 2 * n_pairs; i += 2)
    {
      if (place->counts[i] > 0)
        hn_row_set_integer (row, N_BEFORE + i, place->counts[i]);
      if (place->counts[i + 1] > 0)
        hn_row_set_integer (row, N_BEFORE + i + 1, place->counts[i + 1]);
      branches += place->counts[i];
      members += place->counts[i + 1];
    }
  hn_row_set_integer (row, behind + BEHIND_BRANCHES, branches);
  hn_row_set_integer (row, behind + BEHIND_MEMBERS, members);
  if (behind + BEHIND_DISTRICT < form->n_columns && place->part == PART_UNITS)
    hn_row_set_text (row, behind + BEHIND_DISTRICT, hn_area_map_get_district (count->map, place->area));
}

static const char *
part_name (Part  part,
           HnMap map)
{
  if (part == PART_PROVINCE)
    return "Cấp tỉnh";

  return map == HN_MAP_COMMUNES ? "Chưa xác định được xã, phường" : "Chưa xác định được huyện";
}

static void
add_places (HnReportForm *form,
            Count        *count,
            HnMap         map)
{
  guint number = 0;

  g_ptr_array_sort_values_with_data (count->places, compare_places, count);
  for (guint i = 0; i < count->places->len; i++)
    {
      const Place *place = g_ptr_array_index (count->places, i);
      const Place *before = i > 0 ? g_ptr_array_index (count->places, i - 1) : NULL;

      if (place->part != PART_UNITS && (before == NULL || before->part != place->part))
        hn_row_set_text (hn_form_add_row (form, HN_ROW_GROUP), COLUMN_AREA, part_name (place->part, map));
      add_place (form, count, place, ++number);
    }
  if (number == 0)
    hn_form_add_nothing (form);
}

static gboolean
fill (const HnFormContext  *context,
      HnReportForm         *form,
      Count                *count,
      HnMap                 map,
      GError              **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!read_associations (context, count, names, error) || !read_counts (context, count, branches_sql, error)
      || !read_counts (context, count, members_sql, error))
    return FALSE;

  if (context->options->basis
      && (!read_records (context, count, branch_records_sql, "organization", 0, error)
          || !read_records (context, count, member_records_sql, "membership", 1, error)))
    return FALSE;

  make_columns (form, count, names, map);
  add_places (form, count, map);

  return hn_form_add_total (form, COLUMN_AREA, "TỔNG CỘNG", error);
}

/* The map that is asked for, else that of the period's end. */
static HnMap
choose_map (const HnFormContext *context)
{
  switch (context->options->areas)
    {
    case HN_AREAS_COMMUNES:
      return HN_MAP_COMMUNES;
    case HN_AREAS_DISTRICTS:
      return HN_MAP_DISTRICTS;
    case HN_AREAS_OF_PERIOD:
    default:
      return strcmp (context->to, NEW_MAP_DAY) < 0 ? HN_MAP_DISTRICTS : HN_MAP_COMMUNES;
    }
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  HnMap map = choose_map (context);
  g_autoptr (HnAreaMap) areas = hn_area_map_load (context->reg, map, context->to, error);
  g_autoptr (GHashTable) roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  Count count = { .map = areas, .roots = roots, .places = places };

  if (areas == NULL || !fill (context, form, &count, map, error))
    return FALSE;

  form->subtitle = hn_form_as_of (context->period);
  hn_form_add_note (form, "Người sinh hoạt ở nhiều hội hoặc nhiều địa bàn được tính ở mỗi nơi.");

  return TRUE;
}

const HnFormSpec hn_form_m13 = {
  .name = "M13",
  .title = "THỐNG KÊ TỔ CHỨC HỘI VÀ HỘI VIÊN THEO ĐỊA BÀN",
  .landscape = TRUE,
  .build = build,
};
