/* The register that was opened last, as the desktop's search looks through it.
 *
 *   words ──> hn_find_job() over three kinds ──> "person:12", "event:3" … the best first
 *   "person:12" ──> title, description, icon
 *
 * Nobody has asked for a window: a register that cannot be read gives no results, and nothing is said about it. It is
 * never made, brought up to date or written.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-search.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "hn-find-job.h"
#include "hn-search-words.h"

struct _HnSearch
{
  char *path;
  HnRegister *reg;  /* NULL until it is needed, and after it failed */
  guint64 device;   /* the file that it was opened from: another may have been put in its place */
  guint64 inode;
};

/* What has a name that somebody would look for on a desktop. */
static const char *const searched[] = { "person", "organization", "event", NULL };

/**
 * hn_search_new:
 *
 * Returns: (transfer full): one that finds nothing until hn_search_set_path()
 */
HnSearch *
hn_search_new (void)
{
  return g_new0 (HnSearch, 1);
}

/**
 * hn_search_free:
 * @self: (transfer full): a search
 *
 * Closes its register.
 */
void
hn_search_free (HnSearch *self)
{
  g_clear_object (&self->reg);
  g_free (self->path);
  g_free (self);
}

/**
 * hn_search_set_path:
 * @self: a search
 * @path: (nullable): where the register is; %NULL is nowhere
 */
void
hn_search_set_path (HnSearch   *self,
                    const char *path)
{
  if (g_set_str (&self->path, path))
    g_clear_object (&self->reg);
}

/**
 * hn_search_get_path:
 * @self: a search
 *
 * Returns: (nullable): where the register is that results are of
 */
const char *
hn_search_get_path (HnSearch *self)
{
  return self->path;
}

/* --- the register -------------------------------------------------------- */

/* (nullable): the register as it is now. A copy that was restored is another file of the same name. */
static HnRegister *
get_register (HnSearch *self)
{
  GStatBuf info;

  if (self->path == NULL || g_stat (self->path, &info) != 0)
    {
      g_clear_object (&self->reg);
      return NULL;
    }

  if (self->reg != NULL && (info.st_dev != self->device || info.st_ino != self->inode))
    g_clear_object (&self->reg);
  if (self->reg == NULL)
    self->reg = hn_register_open (self->path, HN_REGISTER_AS_IT_IS, NULL);
  self->device = info.st_dev;
  self->inode = info.st_ino;

  return self->reg;
}

/**
 * hn_search_parse:
 * @result: the name of a result, such as "person:12"
 * @kind: (out): of the record
 * @id: (out): of the record
 *
 * Returns: whether it is one that hn_search_find() could have found
 */
gboolean
hn_search_parse (const char    *result,
                 const HnKind **kind,
                 gint64        *id)
{
  const char *colon = strchr (result, ':');
  g_autofree char *name = colon != NULL ? g_strndup (result, (gsize) (colon - result)) : NULL;

  if (name == NULL || !g_strv_contains (searched, name)
      || !g_ascii_string_to_signed (colon + 1, 10, 1, G_MAXINT64, id, NULL))
    return FALSE;
  *kind = hn_kind_lookup (name);

  return TRUE;
}

/* --- finding ------------------------------------------------------------- */

/* (nullable) (element-type HnFindGroup) */
static GPtrArray *
find_groups (HnSearch     *self,
             const char   *text,
             GCancellable *cancellable)
{
  HnRegister *reg = get_register (self);
  HnFindRequest *request;
  GPtrArray *groups;

  if (reg == NULL)
    return NULL;

  request = hn_find_request_new (text, HN_SEARCH_OF_KIND);
  hn_find_request_limit (request, searched);
  groups = hn_find_job (reg, request, cancellable, NULL);
  hn_find_request_free (request);
  /* It may be damaged, or of another version by now: the next question opens it anew. */
  if (groups == NULL && !g_cancellable_is_cancelled (cancellable))
    g_clear_object (&self->reg);

  return groups;
}

/* (nullable): the hit at @n among those of a rank, from 0 */
static const HnFindHit *
find_hit (const HnFindGroup *group,
          guint              rank,
          guint              n)
{
  for (guint i = 0; i < group->hits->len; i++)
    {
      const HnFindHit *hit = g_ptr_array_index (group->hits, i);

      if (hit->rank == rank && n-- == 0)
        return hit;
    }

  return NULL;
}

/* The program shows kind under kind; a desktop has one list, of which it shows the top. What answers better goes first,
 * whatever its kind; of equals, the best of each kind, then the second of each. */
static void
take_ranked (GPtrArray    *groups,
             guint         rank,
             GStrvBuilder *results)
{
  for (guint n = 0; n < HN_SEARCH_OF_KIND; n++)
    for (guint i = 0; i < groups->len; i++)
      {
        const HnFindHit *hit = find_hit (g_ptr_array_index (groups, i), rank, n);

        if (hit != NULL)
          g_strv_builder_take (results, g_strdup_printf ("%s:%" G_GINT64_FORMAT, hit->kind->name, hit->id));
      }
}

/**
 * hn_search_find:
 * @self: a search
 * @text: words, with or without marks
 * @cancellable: (nullable): may end it early, with nothing found
 *
 * Any thread may call it, if no other uses @self meanwhile.
 *
 * Returns: (transfer full): people, organizations and events, the best first, each by a name that stays the same; none
 *   where there are no words, or the register cannot be read
 */
GStrv
hn_search_find (HnSearch     *self,
                const char   *text,
                GCancellable *cancellable)
{
  g_autoptr (HnQuery) query = hn_query_new (text);
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  g_autoptr (GPtrArray) groups = hn_query_is_empty (query) ? NULL : find_groups (self, text, cancellable);

  for (guint rank = 0; groups != NULL && rank <= HN_FIND_WORST_RANK; rank++)
    take_ranked (groups, rank, results);

  return g_strv_builder_end (results);
}

/* Whether there may have been more of the kind of a result than were listed. */
static gboolean
is_cut_short (const char *const *results,
              const char        *result)
{
  gsize length = strcspn (result, ":") + 1;
  guint n_of_kind = 0;

  for (guint i = 0; results[i] != NULL; i++)
    if (strncmp (results[i], result, length) == 0)
      n_of_kind++;

  return n_of_kind >= HN_SEARCH_OF_KIND;
}

/**
 * hn_search_narrow:
 * @self: a search
 * @results: what was found for the beginning of @text
 * @text: the words by now
 * @cancellable: (nullable): may end it early, with nothing found
 *
 * Returns: (transfer full): as hn_search_find(), but none that was not there before; only of a kind of which not all
 *   were listed, the best among those that were left out come in
 */
GStrv
hn_search_narrow (HnSearch          *self,
                  const char *const *results,
                  const char        *text,
                  GCancellable      *cancellable)
{
  g_autoptr (GStrvBuilder) narrowed = g_strv_builder_new ();
  g_auto (GStrv) found = *results != NULL ? hn_search_find (self, text, cancellable) : g_new0 (char *, 1);

  for (guint i = 0; found[i] != NULL; i++)
    if (g_strv_contains (results, found[i]) || is_cut_short (results, found[i]))
      g_strv_builder_add (narrowed, found[i]);

  return g_strv_builder_end (narrowed);
}

/* --- what a result looks like -------------------------------------------- */

/* A damaged register may hold what no message can carry. */
static void
add_text (GVariantBuilder *meta,
          const char      *key,
          const char      *text)
{
  g_variant_builder_add (meta, "{sv}", key, g_variant_new_take_string (g_utf8_make_valid (text, -1)));
}

static void
describe_one (HnRegister      *reg,
              const char      *result,
              const HnRecord  *record,
              GVariantBuilder *metas)
{
  g_autofree char *title = hn_record_title (record);
  g_autofree char *description = hn_search_words (reg, record);
  g_autoptr (GIcon) icon = g_themed_icon_new (hn_search_icon (hn_record_get_kind (record)));
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  add_text (metas, "id", result);
  add_text (metas, "name", title);
  add_text (metas, "description", description);
  g_variant_builder_add (metas, "{sv}", "icon", serialized);
  g_variant_builder_close (metas);
}

/**
 * hn_search_describe:
 * @self: a search
 * @results: names of results
 *
 * Returns: (transfer floating): `aa{sv}`, the title, description and icon of each that is still there
 */
GVariant *
hn_search_describe (HnSearch          *self,
                    const char *const *results)
{
  HnRegister *reg = get_register (self);
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; reg != NULL && results[i] != NULL; i++)
    {
      const HnKind *kind;
      gint64 id;
      g_autoptr (HnRecord) record =
        hn_search_parse (results[i], &kind, &id) ? hn_register_load (reg, kind, id, NULL) : NULL;

      if (record != NULL)
        describe_one (reg, results[i], record, &metas);
    }

  return g_variant_builder_end (&metas);
}
