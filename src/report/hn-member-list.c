/* Which members a list shows and in what order, found by reading each table once from its beginning to its end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-member-list.h"

#include <stdlib.h>

#include "hn-sql.h"

/* How many rows are read between two looks at whether the list is still wanted. */
#define N_UNCHECKED 4096

/* The union first, then its associations, each with what belongs to it. ?1 is there for the others' sake. */
static const char organizations_sql[] =
  "SELECT o.\"id\", o.\"parent\", " HN_SQL_NAME_THEN ("o") " AS called, o.\"kind\" IN " HN_SQL_HOME_KINDS ", "
  HN_SQL_ORGANIZATION_NOW " FROM \"organization\" AS o WHERE ?1 = ?1"
  " ORDER BY CASE o.\"kind\" WHEN 'union' THEN 0 WHEN 'bilateral' THEN 1 ELSE 2 END, hn_sort_key (called), o.\"id\"";

/* Not by an index: each of its entries would need a page of the table. */
static const char memberships_sql[] =
  "SELECT m.\"person\", m.\"id\", m.\"organization\" FROM \"membership\" AS m NOT INDEXED WHERE ?1 = ?1 AND "
  HN_SQL_MEMBER_NOW;

static const char women_sql[] = "SELECT \"id\" FROM \"person\" WHERE \"gender\" = 'female' ORDER BY \"id\"";
static const char order_sql[] = "SELECT \"id\" FROM \"search_person\" ORDER BY \"sort_key\", \"id\"";

typedef struct
{
  gint64         id;
  gint64         parent;
  char          *name;
  gboolean       at_home;
  gboolean       exists;
  gboolean       visited;
  HnMemberGroup *group; /* or NULL: its members are not asked for */
} Organization;

/* While they are put in order. */
typedef struct
{
  gint64         person;
  gint64         id;
  HnMemberGroup *group;
} Member;

static void
organization_free (gpointer data)
{
  g_free (((Organization *) data)->name);
  g_free (data);
}

static void
group_free (gpointer data)
{
  g_free (((HnMemberGroup *) data)->name);
  g_free (data);
}

/**
 * hn_member_list_free:
 *
 * Frees the order of a list of members; the members themselves are read while it is written.
 */
void
hn_member_list_free (HnMemberList *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_ptr_array_unref (self->groups);
  g_free (self->ids);
  g_free (self);
}

/**
 * hn_member_list_set_cache:
 * @size: as of SQLite's cache_size
 *
 * Sets how much of its file a connection holds in memory.
 *
 * Returns: how much it was, 0 where it stays as it was
 */
gint64
hn_member_list_set_cache (HnRegister *reg,
                          gint64      size)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = %" G_GINT64_FORMAT, size);
  g_autoptr (HnRows) asked = hn_register_query (reg, "PRAGMA cache_size", "", NULL);
  gint64 before = asked != NULL && hn_rows_next (asked, NULL) ? hn_rows_integer (asked, 0) : 0;
  g_autoptr (HnRows) set = before != 0 ? hn_register_query (reg, sql, "", NULL) : NULL;

  if (set == NULL)
    return 0;

  hn_rows_next (set, NULL);

  return before;
}

/* --- organizations ------------------------------------------------------- */

static gboolean
read_organizations (const HnFormContext  *context,
                    GPtrArray            *organizations,
                    GError              **error)
{
  g_autoptr (HnRows) rows =
    hn_register_query (context->reg, organizations_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      Organization *organization = g_new0 (Organization, 1);

      organization->id = hn_rows_integer (rows, 0);
      organization->parent = hn_rows_integer (rows, 1);
      organization->name = g_strdup (hn_rows_text (rows, 2));
      organization->at_home = hn_rows_integer (rows, 3) != 0;
      organization->exists = hn_rows_integer (rows, 4) != 0;
      g_ptr_array_add (organizations, organization);
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/* Gives a group to the organization and to what is below it, in the order of the list. */
static void
visit (HnMemberList *self,
       GPtrArray    *organizations,
       Organization *organization,
       gboolean      abroad_too)
{
  if (organization->visited)
    return;

  organization->visited = TRUE;
  if (organization->exists && (organization->at_home || abroad_too))
    {
      organization->group = g_new0 (HnMemberGroup, 1);
      organization->group->organization = organization->id;
      organization->group->name = g_strdup (organization->name);
      g_ptr_array_add (self->groups, organization->group);
    }
  for (guint i = 0; i < organizations->len; i++)
    {
      Organization *below = g_ptr_array_index (organizations, i);

      if (below->parent == organization->id)
        visit (self, organizations, below, abroad_too);
    }
}

/* Without an organization that was asked for, whatever stands under nothing is a beginning; what is left then hangs on
 * itself in a circle. */
static gboolean
make_groups (HnMemberList         *self,
             const HnFormContext  *context,
             GPtrArray            *organizations,
             GError              **error)
{
  g_autoptr (HnRecord) missing = NULL;

  if (context->options->organization == 0)
    {
      for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < organizations->len; i++)
          if (pass > 0 || ((Organization *) g_ptr_array_index (organizations, i))->parent == 0)
            visit (self, organizations, g_ptr_array_index (organizations, i), FALSE);
      return TRUE;
    }

  for (guint i = 0; i < organizations->len; i++)
    {
      Organization *organization = g_ptr_array_index (organizations, i);

      if (organization->id != context->options->organization)
        continue;
      self->name = g_strdup (organization->name);
      visit (self, organizations, organization, !organization->at_home);
      return TRUE;
    }

  missing = hn_register_load (context->reg, hn_kind_lookup ("organization"), context->options->organization, error);

  return missing != NULL;
}

/* --- members ------------------------------------------------------------- */

static gboolean
is_cancelled (const HnFormContext  *context,
              guint                 row,
              GError              **error)
{
  return row % N_UNCHECKED == 0 && g_cancellable_set_error_if_cancelled (context->cancellable, error);
}

static gboolean
read_members (const HnFormContext  *context,
              GPtrArray            *organizations,
              GArray               *members,
              GError              **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (HnRows) rows = hn_register_query (context->reg, memberships_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < organizations->len; i++)
    {
      Organization *organization = g_ptr_array_index (organizations, i);

      g_hash_table_insert (by_id, &organization->id, organization);
    }

  for (guint i = 1; rows != NULL && hn_rows_next (rows, &local); i++)
    {
      gint64 id = hn_rows_integer (rows, 2);
      const Organization *organization = g_hash_table_lookup (by_id, &id);
      Member member;

      if (is_cancelled (context, i, error))
        return FALSE;
      if (organization == NULL || organization->group == NULL)
        continue;
      member = (Member) { hn_rows_integer (rows, 0), hn_rows_integer (rows, 1), organization->group };
      g_array_append_val (members, member);
    }

  return rows != NULL && hn_sql_done (&local, error);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *first = a, *second = b;

  if (first->person != second->person)
    return first->person < second->person ? -1 : 1;
  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

/* Puts the memberships of a person side by side and counts them; two in one organization at once are one. */
static void
count_members (HnMemberList *self,
               GArray       *members)
{
  Member *all = (Member *) members->data;
  guint kept = 0;

  /* An empty array has no data, which qsort() must not be given. */
  if (members->len > 0)
    qsort (all, members->len, sizeof *all, compare_members);
  for (guint i = 0; i < members->len; i++)
    {
      gboolean same_person = kept > 0 && all[kept - 1].person == all[i].person;

      if (same_person && all[kept - 1].group == all[i].group)
        continue;
      self->n_persons += !same_person;
      all[i].group->n_members++;
      all[kept++] = all[i];
    }
  g_array_set_size (members, kept);
  self->n_members = kept;
}

/* Both go by the persons' ids: a register of any size is passed through once. */
static gboolean
count_women (HnMemberList         *self,
             const HnFormContext  *context,
             GArray               *members,
             GError              **error)
{
  const Member *member = (const Member *) members->data, *end = member + members->len;
  g_autoptr (HnRows) rows = hn_register_query (context->reg, women_sql, "", error);
  g_autoptr (GError) local = NULL;

  for (guint i = 1; rows != NULL && member < end && hn_rows_next (rows, &local); i++)
    {
      gint64 woman = hn_rows_integer (rows, 0);

      if (is_cancelled (context, i, error))
        return FALSE;
      while (member < end && member->person < woman)
        member++;
      self->n_women += member < end && member->person == woman;
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/* Where the memberships begin of persons whose ids have the same first bits. Ids are drawn at random, so that there are
 * few in each part. */
#define PART_BITS 16
#define N_PARTS (1 << PART_BITS)

static guint
part_of (gint64 person)
{
  return (guint) ((guint64) person >> (63 - PART_BITS)) % N_PARTS;
}

static guint *
find_parts (GArray *members)
{
  guint *starts = g_new (guint, N_PARTS + 1);
  guint part = 0;

  for (guint i = 0; i < members->len; i++)
    for (guint own = part_of (g_array_index (members, Member, i).person); part <= own; part++)
      starts[part] = i;
  for (; part <= N_PARTS; part++)
    starts[part] = members->len;

  return starts;
}

/* The first membership of the person, or of one behind. */
static guint
find_person (GArray      *members,
             const guint *starts,
             gint64       person)
{
  guint low = starts[part_of (person)], high = starts[part_of (person) + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (members, Member, middle).person < person)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Deals the members out to their groups in the order of all people's names. */
static gboolean
put_in_order (HnMemberList         *self,
              const HnFormContext  *context,
              GArray               *members,
              GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, order_sql, "", error);
  g_autofree guint *starts = find_parts (members);
  g_autoptr (GError) local = NULL;

  self->ids = g_new0 (gint64, MAX (members->len, 1));
  for (guint i = 1; rows != NULL && hn_rows_next (rows, &local); i++)
    {
      gint64 person = hn_rows_integer (rows, 0);

      if (is_cancelled (context, i, error))
        return FALSE;
      for (guint at = find_person (members, starts, person); at < members->len; at++)
        {
          const Member *member = &g_array_index (members, Member, at);

          if (member->person != person)
            break;
          self->ids[member->group->first + member->group->n_members++] = member->id;
        }
    }

  return rows != NULL && hn_sql_done (&local, error);
}

/* Where the groups stand; those without members go. */
static void
place_groups (HnMemberList *self)
{
  guint first = 0;

  for (guint i = 0; i < self->groups->len;)
    {
      HnMemberGroup *group = g_ptr_array_index (self->groups, i);

      if (group->n_members == 0)
        {
          g_ptr_array_remove_index (self->groups, i);
          continue;
        }
      group->first = first;
      first += group->n_members;
      group->n_members = 0;
      i++;
    }
}

static gboolean
load (HnMemberList         *self,
      const HnFormContext  *context,
      GError              **error)
{
  g_autoptr (GPtrArray) organizations = g_ptr_array_new_with_free_func (organization_free);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));

  if (!read_organizations (context, organizations, error) || !make_groups (self, context, organizations, error)
      || !read_members (context, organizations, members, error))
    return FALSE;

  count_members (self, members);
  place_groups (self);

  return count_women (self, context, members, error) && put_in_order (self, context, members, error);
}

/**
 * hn_member_list_load:
 *
 * The members, at the end of the period, of the organization that the options name and of all below it; of all at home
 * where they name none.
 *
 * Returns: (transfer full) (nullable): the list; %NULL with @error set where the register could not be read, or
 *   has no such organization
 */
HnMemberList *
hn_member_list_load (const HnFormContext  *context,
                     GError              **error)
{
  g_autoptr (HnMemberList) self = g_new0 (HnMemberList, 1);
  gint64 cache = hn_member_list_set_cache (context->reg, HN_MEMBER_CACHE);
  gboolean good;

  self->groups = g_ptr_array_new_with_free_func (group_free);
  good = load (self, context, error);
  if (cache != 0)
    hn_member_list_set_cache (context->reg, cache);

  return good ? g_steal_pointer (&self) : NULL;
}
