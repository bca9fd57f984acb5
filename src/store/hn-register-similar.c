/* Records that look like one that is to be added.
 *
 *   the title refers to something ──> the records that refer to it too ──┐
 *   texts, numbers of telephones ──> those whose search text has them ───┴─> compared field by field, best first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-dependents.h"
#include "hn-likeness.h"
#include "hn-register-private.h"
#include "hn-rosters.h"

/* More that look alike at first sight are not looked at more closely: nobody would read of them. */
#define MAX_CANDIDATES 2000

/* What each field weighs in the order of the answers. */
#define WEIGHT_EQUAL 2
#define WEIGHT_NEARLY 1

typedef struct
{
  gint64 id;
  guint  weight;
  char  *reason;
} Match;

typedef struct
{
  GStrv    texts;
  gboolean any;  /* one of them is enough */
  gboolean line; /* it is a whole line of the search text, not words of one */
} Needle;

/**
 * hn_similar_free:
 *
 * A #GDestroyNotify for lists of similar records.
 */
void
hn_similar_free (HnSimilar *similar)
{
  g_free (similar->title);
  g_free (similar->reason);
  g_free (similar);
}

static void
match_clear (gpointer data)
{
  g_free (((Match *) data)->reason);
}

static void
needle_clear (gpointer data)
{
  g_strfreev (((Needle *) data)->texts);
}

/* --- comparing ------------------------------------------------------- */

static void
add_label (GString       *labels,
           const HnField *field)
{
  g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", hn_field_get_label (field));
}

/* Of the fields of the title, one that differs is enough to make another record. */
static gboolean
compare_title (GArray         *traits,
               const HnRecord *record,
               const HnRecord *other,
               HnLike         *like)
{
  gboolean any = FALSE;

  *like = HN_LIKE_EQUAL;
  for (guint i = 0; i < traits->len; i++)
    {
      const HnTrait *trait = &g_array_index (traits, HnTrait, i);

      if (!trait->title)
        continue;
      any = TRUE;
      *like = MIN (*like, hn_likeness_compare (trait, record, other));
    }

  return any && *like != HN_LIKE_NOT && hn_likeness_dates (record, other);
}

static char *
say_reason (HnLike      title,
            const char *labels)
{
  if (title == HN_LIKE_NEARLY)
    return g_strdup_printf (_("Nearly the same: %s."), labels);

  /* Translators: followed by the fields that two records have in common */
  return g_strdup_printf (_("The same: %s."), labels);
}

static void
compare (GArray         *traits,
         const HnRecord *record,
         const HnRecord *other,
         GArray         *matches)
{
  HnLike like;
  gboolean titled = compare_title (traits, record, other, &like);
  g_autoptr (GString) labels = g_string_new (NULL);
  Match match = { .id = hn_record_get_id (other) };

  for (guint i = 0; i < traits->len; i++)
    {
      const HnTrait *trait = &g_array_index (traits, HnTrait, i);

      if (trait->title ? !titled : hn_likeness_compare (trait, record, other) != HN_LIKE_EQUAL)
        continue;
      match.weight += trait->title && like == HN_LIKE_NEARLY ? WEIGHT_NEARLY : WEIGHT_EQUAL;
      /* A number that is part of the title may be among both. */
      if (strstr (labels->str, hn_field_get_label (trait->field)) == NULL)
        add_label (labels, trait->field);
    }
  if (match.weight == 0)
    return;

  match.reason = say_reason (titled ? like : HN_LIKE_EQUAL, labels->str);
  g_array_append_val (matches, match);
}

/* --- candidates ------------------------------------------------------ */

static void
add_candidate (GHashTable *candidates,
               gint64      id)
{
  if (g_hash_table_size (candidates) < MAX_CANDIDATES)
    g_hash_table_add (candidates, g_memdup2 (&id, sizeof id));
}

/* The records that refer to the same by a field of the title; the first such field is enough. */
static gboolean
find_by_reference (HnRegister      *self,
                   const HnRecord  *record,
                   const HnTrait   *trait,
                   GHashTable      *candidates,
                   GError         **error)
{
  const HnKind *target;
  gint64 id = hn_record_get_reference (record, trait->field->name, &target);
  const HnLink link = { hn_record_get_kind (record), trait->field, target };
  g_autoptr (GArray) ids = hn_link_find (self, &link, id, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    add_candidate (candidates, g_array_index (ids, gint64, i));

  return TRUE;
}

/* The search text has a line for each text, with a mark before the numbers of telephones. */
static gboolean
has_text (const char *folded,
          const char *text,
          gboolean    line)
{
  gsize length = strlen (text);

  for (const char *at = strstr (folded, text); at != NULL && length > 0; at = strstr (at + 1, text))
    {
      if (!line || ((at == folded || at[-1] == '\n') && (at[length] == '\0' || at[length] == '\n')))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_needle (const char   *folded,
            const Needle *needle)
{
  for (guint i = 0; needle->texts[i] != NULL; i++)
    {
      if (has_text (folded, needle->texts[i], needle->line) == needle->any)
        return needle->any;
    }

  return !needle->any;
}

/* A search finds the words anywhere; to read a row of search text is a fifth of the work of reading the record. */
static gboolean
add_found (HnRegister    *self,
           const HnKind  *kind,
           const Needle  *needle,
           GArray        *ids,
           GHashTable    *candidates,
           GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"folded\" FROM \"search_%s\" WHERE \"id\" = ?1", kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      hn_statement_bind_integer (&statement, 1, id);
      if (hn_statement_next (&statement, error) && has_needle (hn_statement_text (&statement, 0), needle))
        add_candidate (candidates, id);
      if (statement.failed)
        return FALSE;
      hn_statement_rewind (&statement);
    }

  return TRUE;
}

/* Where all rows are in memory a search is by far the fastest way to those that have the words. */
static gboolean
find_in_memory (HnRegister    *self,
                const HnKind  *kind,
                const Needle  *needle,
                GHashTable    *candidates,
                GError       **error)
{
  g_autofree char *all = g_strjoinv (" ", needle->texts);

  for (guint i = 0; needle->texts[i] != NULL && (i == 0 || needle->any); i++)
    {
      const char *text = needle->any ? needle->texts[i] : all;
      HnListing listing = { .kind = kind, .limit = MAX_CANDIDATES };
      g_autoptr (GArray) ids = NULL;

      listing.search = g_ascii_iscntrl (*text) ? text + 1 : text;
      if (*listing.search == '\0')
        continue;
      ids = hn_register_list (self, &listing, NULL, error);
      if (ids == NULL || !add_found (self, kind, needle, ids, candidates, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_in_table (HnRegister    *self,
               const HnKind  *kind,
               GArray        *needles,
               GHashTable    *candidates,
               GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\", \"folded\" FROM \"search_%s\"", kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  while (hn_statement_next (&statement, error))
    {
      const char *folded = hn_statement_text (&statement, 1);
      gboolean found = FALSE;

      for (guint i = 0; i < needles->len && !found; i++)
        found = has_needle (folded, &g_array_index (needles, Needle, i));
      if (found)
        add_candidate (candidates, hn_statement_integer (&statement, 0));
    }

  return !statement.failed;
}

static gboolean
find_by_text (HnRegister    *self,
              const HnKind  *kind,
              GArray        *needles,
              GHashTable    *candidates,
              GError       **error)
{
  if (self->rosters == NULL || hn_rosters_get (self->rosters, self, kind) == NULL)
    return needles->len == 0 || find_in_table (self, kind, needles, candidates, error);

  for (guint i = 0; i < needles->len; i++)
    {
      if (!find_in_memory (self, kind, &g_array_index (needles, Needle, i), candidates, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_candidates (HnRegister      *self,
                 const HnRecord  *record,
                 GArray          *traits,
                 GHashTable      *candidates,
                 GError         **error)
{
  g_autoptr (GArray) needles = g_array_new (FALSE, FALSE, sizeof (Needle));
  gboolean titled = FALSE;

  g_array_set_clear_func (needles, needle_clear);
  for (guint i = 0; i < traits->len; i++)
    {
      const HnTrait *trait = &g_array_index (traits, HnTrait, i);

      if (trait->title && hn_record_get_reference (record, trait->field->name, NULL) != 0)
        {
          if (!titled && !find_by_reference (self, record, trait, candidates, error))
            return FALSE;
          titled = TRUE;
        }
    }
  for (guint i = 0; i < traits->len; i++)
    {
      const HnTrait *trait = &g_array_index (traits, HnTrait, i);
      Needle needle = { .any = trait->field->type == HN_TYPE_PHONE };

      if (trait->title && titled)
        continue;
      needle.texts = hn_likeness_needles (trait, record, &needle.line);
      if (needle.texts == NULL)
        continue;
      g_array_append_val (needles, needle);
      titled = titled || trait->title;
    }

  return find_by_text (self, hn_record_get_kind (record), needles, candidates, error);
}

/* --- the answer ------------------------------------------------------ */

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;

  return (first->id > second->id) - (first->id < second->id);
}

static gboolean
compare_all (HnRegister      *self,
             const HnRecord  *record,
             GArray          *traits,
             GHashTable      *candidates,
             GArray          *matches,
             GError         **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr (GError) reason = NULL;
      g_autoptr (HnRecord) other = NULL;

      if (*(gint64 *) key == hn_record_get_id (record))
        continue;
      other = hn_register_find (self, hn_record_get_kind (record), *(gint64 *) key, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (other != NULL)
        compare (traits, record, other, matches);
    }
  g_array_sort (matches, compare_matches);

  return TRUE;
}

static GPtrArray *
find_similar (HnRegister      *self,
              const HnRecord  *record,
              guint            limit,
              GError         **error)
{
  g_autoptr (GArray) traits = hn_likeness_traits (record);
  g_autoptr (GHashTable) candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *found;

  g_array_set_clear_func (matches, match_clear);
  if (!find_candidates (self, record, traits, candidates, error)
      || !compare_all (self, record, traits, candidates, matches, error))
    return NULL;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_similar_free);
  for (guint i = 0; i < matches->len && (limit == 0 || i < limit); i++)
    {
      Match *match = &g_array_index (matches, Match, i);
      HnSimilar *similar = g_new0 (HnSimilar, 1);

      similar->id = match->id;
      similar->title = hn_register_get_title (self, hn_record_get_kind (record), match->id);
      similar->reason = g_steal_pointer (&match->reason);
      g_ptr_array_add (found, similar);
    }

  return found;
}

/**
 * hn_register_find_similar:
 * @self: a register
 * @record: a record, which need not be whole
 * @limit: how many at most, or 0 for all
 * @error: return location
 *
 * Looks for what may be there already: people of the same name whose birth is not known to differ, or with the same
 * telephone number or e-mail address; associations of the same name but for general words, or the same short name;
 * directives of the same number; and of every kind what would be called the same.
 *
 * Returns: (transfer full) (element-type HnSimilar): other records of its kind, the likest first
 */
GPtrArray *
hn_register_find_similar (HnRegister      *self,
                          const HnRecord  *record,
                          guint            limit,
                          GError         **error)
{
  GPtrArray *found;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  found = find_similar (self, record, limit, error);
  hn_register_end_read (self, begun);

  return found;
}
