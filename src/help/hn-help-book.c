/* The guide in one language: its pages in the order in which they are read, and what is found in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-help-book.h"

#include <string.h>

#include <gio/gio.h>

#include "hn-help-resources.h"
#include "hn-query.h"

#define SUFFIX ".page"

/* What a page is found by: its title, and each of its lines. */
typedef struct
{
  const HnHelpPage *page;
  HnHaystack *title;
  GPtrArray *lines; /* of char */
  GPtrArray *haystacks; /* of HnHaystack, one a line */
} Entry;

struct _HnHelpBook
{
  GObject parent_instance;

  GHashTable *by_id;  /* of HnHelpPage, none of them owned */
  GPtrArray *pages;   /* of HnHelpPage, in the order of reading */
  GPtrArray *entries; /* of Entry, the same */
};

G_DEFINE_FINAL_TYPE (HnHelpBook, hn_help_book, G_TYPE_OBJECT)

/* --- reading ------------------------------------------------------------- */

/* A page is a part of the program, as a template is: one that cannot be read is no mistake of who uses it. */
static HnHelpPage *
read_page (const char *folder,
           const char *name)
{
  g_autofree char *path = g_strconcat (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  HnHelpPage *page = NULL;

  if (bytes != NULL)
    page = hn_help_page_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  if (page == NULL)
    g_error ("%s: %s", path, error->message);

  return page;
}

static void
read_pages (HnHelpBook *self,
            const char *language)
{
  g_autofree char *folder = g_strdup_printf (HN_RESOURCE_PATH "/help/%s/", language);
  g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      HnHelpPage *page = read_page (folder, names[i]);

      g_ptr_array_add (self->pages, page);
      g_hash_table_insert (self->by_id, page->id, page);
    }
}

/* --- the order ----------------------------------------------------------- */

static int
compare_sorts (gconstpointer a,
               gconstpointer b)
{
  const HnHelpPage *const *first = a, *const *second = b;
  int order = g_strcmp0 ((*first)->sort, (*second)->sort);

  return order != 0 ? order : strcmp ((*first)->id, (*second)->id);
}

/* The index, then the topics of each of its sections. */
static GPtrArray *
list_in_order (HnHelpBook *self)
{
  GPtrArray *ordered = g_ptr_array_new ();
  HnHelpPage *index = g_hash_table_lookup (self->by_id, HN_HELP_INDEX);

  if (index == NULL)
    return ordered;

  g_ptr_array_add (ordered, index);
  for (guint i = 0; i < index->body->children->len; i++)
    {
      const HnHelpBlock *section = index->body->children->pdata[i];

      if (section->type == HN_HELP_SECTION)
        {
          g_autoptr (GPtrArray) topics = hn_help_book_list_topics (self, HN_HELP_INDEX, section->id);

          g_ptr_array_extend (ordered, topics, NULL, NULL);
        }
    }

  return ordered;
}

/* --- what is found ------------------------------------------------------- */

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  hn_haystack_free (entry->title);
  g_ptr_array_unref (entry->lines);
  g_ptr_array_unref (entry->haystacks);
  g_free (entry);
}

static HnHaystack *
create_haystack (const char *text)
{
  HnHaystack *haystack = hn_haystack_new ();

  hn_haystack_add (haystack, text);

  return haystack;
}

static void
add_line (Entry           *entry,
          const GPtrArray *spans)
{
  g_autofree char *line = hn_help_spans_text (spans);

  if (*line == '\0')
    return;
  g_ptr_array_add (entry->haystacks, create_haystack (line));
  g_ptr_array_add (entry->lines, g_steal_pointer (&line));
}

static void
add_lines (Entry             *entry,
           const HnHelpBlock *block)
{
  add_line (entry, block->spans);
  for (guint i = 0; i < block->children->len; i++)
    {
      const HnHelpBlock *child = block->children->pdata[i];

      add_line (entry, child->title);
      add_lines (entry, child);
    }
}

static Entry *
create_entry (const HnHelpPage *page)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->page = page;
  entry->title = create_haystack (page->title);
  entry->lines = g_ptr_array_new_with_free_func (g_free);
  entry->haystacks = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_haystack_free);
  add_lines (entry, page->body);

  return entry;
}

/* --- the object ---------------------------------------------------------- */

static void
hn_help_book_finalize (GObject *object)
{
  HnHelpBook *self = HN_HELP_BOOK (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->pages);

  G_OBJECT_CLASS (hn_help_book_parent_class)->finalize (object);
}

static void
hn_help_book_class_init (HnHelpBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_help_book_finalize;
}

static void
hn_help_book_init (HnHelpBook *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_help_page_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
}

/**
 * hn_help_init:
 *
 * Registers the pages, before the first book. (By hand: the linker drops constructors of a static library.)
 */
void
hn_help_init (void)
{
  hn_help_register_resource ();
}

/**
 * hn_help_book_new:
 * @language: "C" or "vi"
 *
 * Reads all pages: they are in the program, and together no longer than a letter.
 */
HnHelpBook *
hn_help_book_new (const char *language)
{
  HnHelpBook *self = g_object_new (HN_TYPE_HELP_BOOK, NULL);
  g_autoptr (GPtrArray) ordered = NULL;

  g_return_val_if_fail (language != NULL, self);

  read_pages (self, language);
  ordered = list_in_order (self);
  for (guint i = 0; i < ordered->len; i++)
    g_ptr_array_add (self->entries, create_entry (ordered->pdata[i]));

  return self;
}

/**
 * hn_help_book_get_pages:
 *
 * Returns: (transfer none) (element-type HnHelpPage): all pages, in no order
 */
const GPtrArray *
hn_help_book_get_pages (HnHelpBook *self)
{
  g_return_val_if_fail (HN_IS_HELP_BOOK (self), NULL);

  return self->pages;
}

/**
 * hn_help_book_get_page:
 * @target: a page's id, or that and a section: "page#section"
 *
 * Returns: (transfer none) (nullable): the page
 */
const HnHelpPage *
hn_help_book_get_page (HnHelpBook *self,
                       const char *target)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (HN_IS_HELP_BOOK (self), NULL);
  g_return_val_if_fail (target != NULL, NULL);

  id = g_strndup (target, strcspn (target, "#"));

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hn_help_target_section:
 * @target: "page" or "page#section"
 *
 * Returns: (transfer full) (nullable): the section
 */
char *
hn_help_target_section (const char *target)
{
  const char *mark;

  g_return_val_if_fail (target != NULL, NULL);

  mark = strchr (target, '#');

  return mark != NULL ? g_strdup (mark + 1) : NULL;
}

/**
 * hn_help_book_list_topics:
 * @page: a guide
 * @section: (nullable): of it
 *
 * Returns: (transfer full) (element-type HnHelpPage): the pages that say their link stands there, in their order
 */
GPtrArray *
hn_help_book_list_topics (HnHelpBook *self,
                          const char *page,
                          const char *section)
{
  g_autofree char *target = NULL;
  GPtrArray *topics;

  g_return_val_if_fail (HN_IS_HELP_BOOK (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  target = section != NULL ? g_strconcat (page, "#", section, NULL) : g_strdup (page);
  topics = g_ptr_array_new ();
  for (guint i = 0; i < self->pages->len; i++)
    {
      HnHelpPage *topic = self->pages->pdata[i];

      if (g_ptr_array_find_with_equal_func (topic->guides, target, g_str_equal, NULL))
        g_ptr_array_add (topics, topic);
    }
  g_ptr_array_sort (topics, compare_sorts);

  return topics;
}

/* --- searching ----------------------------------------------------------- */

/* The better match of the line comes into @best. */
static const char *
find_line (const Entry   *entry,
           const HnQuery *query,
           HnMatch       *best)
{
  const char *line = NULL;

  *best = HN_MATCH_NONE;
  for (guint i = 0; i < entry->lines->len; i++)
    {
      HnHaystack *haystack = entry->haystacks->pdata[i];
      HnMatch match = hn_query_match (query, hn_haystack_folded (haystack), hn_haystack_marked (haystack));

      if (match != HN_MATCH_NONE && (*best == HN_MATCH_NONE || match < *best))
        {
          *best = match;
          line = entry->lines->pdata[i];
        }
    }

  return line;
}

/* What is asked by whole words is not answered by parts of other words. */
static void
search_entry (const Entry   *entry,
              const HnQuery *query,
              GArray        *in_titles,
              GArray        *in_lines)
{
  HnMatch in_title = hn_query_match (query, hn_haystack_folded (entry->title), hn_haystack_marked (entry->title));
  HnMatch in_line;
  HnHelpHit hit = { entry->page, find_line (entry, query, &in_line) };

  if (in_title != HN_MATCH_NONE)
    {
      hit.words = entry->page->description;
      g_array_append_val (in_titles, hit);
    }
  else if (in_line != HN_MATCH_NONE && in_line < HN_MATCH_INSIDE)
    g_array_append_val (in_lines, hit);
}

/**
 * hn_help_book_search:
 * @text: what was typed; marks may be left out
 *
 * Returns: (transfer full) (element-type HnHelpHit): the pages with all of the words in their title, and behind them
 *   those with all of them in one line; nothing where no word was typed
 */
GArray *
hn_help_book_search (HnHelpBook *self,
                     const char *text)
{
  g_autoptr (HnQuery) query = NULL;
  g_autoptr (GArray) in_lines = g_array_new (FALSE, FALSE, sizeof (HnHelpHit));
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (HnHelpHit));

  g_return_val_if_fail (HN_IS_HELP_BOOK (self), hits);
  g_return_val_if_fail (text != NULL, hits);

  query = hn_query_new (text);
  if (hn_query_is_empty (query))
    return hits;

  for (guint i = 0; i < self->entries->len; i++)
    search_entry (self->entries->pdata[i], query, hits, in_lines);
  g_array_append_vals (hits, in_lines->data, in_lines->len);

  return hits;
}
