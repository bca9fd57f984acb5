/* The log of changes page by page, without what each of them did. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-change-log.h"

#include "hn-changeset.h"
#include "hn-query.h"
#include "hn-register-private.h"

/* How many rows are looked through between two questions whether the answer is still wanted. */
#define ROWS_BETWEEN 256

/* A changeset is not read where only its length is asked for: SQLite knows that from the row's head. */
#define HEADS                                                                                                          \
  "SELECT \"c\".\"number\", \"c\".\"at\", \"c\".\"author\", \"c\".\"action\", \"c\".\"kind\", \"c\".\"record\","       \
  " \"c\".\"title\", \"c\".\"undone\", length (\"c\".\"changeset\"), \"o\".\"action\""                                 \
  " FROM \"change\" AS \"c\" LEFT JOIN \"change\" AS \"o\" ON \"o\".\"number\" = \"c\".\"of\""                         \
  " WHERE \"c\".\"number\" > ?1 AND \"c\".\"number\" < ?2"

/* These may touch other records than the one that they are named after. Those of an attachment never do, and theirs may
 * hold a whole file. */
#define MAY_TOUCH_OTHERS                                                                                               \
  "\"c\".\"action\" IN ('batch', 'delete', 'undo', 'redo') AND \"c\".\"kind\" IS NOT 'attachment'"

#define OF_RECORD " AND (\"c\".\"record\" = ?3 OR (" MAY_TOUCH_OTHERS " AND instr (\"c\".\"changeset\", ?4) > 0))"
#define OF_KIND " AND (\"c\".\"kind\" = ?5 OR (" MAY_TOUCH_OTHERS "))"

/**
 * hn_change_head_free:
 * @head: (transfer full): a change's head
 */
void
hn_change_head_free (HnChangeHead *head)
{
  g_free (head->at);
  g_free (head->author);
  g_free (head->action);
  g_free (head->of_action);
  g_free (head->title);
  g_free (head);
}

/* What is looked for in the log, and in a changeset of it. */
typedef struct
{
  HnRegister          *reg;
  const HnChangeQuery *query;
  const HnKind        *kind;
  HnQuery             *words;
  GHashTable          *answers; /* what has been compared with the words already: most titles come again and again */
  HnStatement          changeset;
  gboolean             found;
} Search;

static void
search_clear (Search *search)
{
  hn_statement_clear (&search->changeset);
  g_clear_pointer (&search->words, hn_query_unref);
  g_clear_pointer (&search->answers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* --- what a change touched ------------------------------------------- */

/* FALSE ends the reading of the changeset. */
static gboolean
look_at_row (const HnChangedRow  *row,
             gpointer             data,
             GError             **error)
{
  Search *search = data;

  search->found = (search->kind == NULL || row->kind == search->kind)
                  && (search->query->record == 0 || row->id == search->query->record);

  return !search->found;
}

static gboolean
touches (Search              *search,
         const HnChangeHead  *head,
         gboolean            *answer,
         GError             **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gboolean read;

  *answer = (search->kind == NULL || head->kind == search->kind)
            && (search->query->record == 0 || head->record == search->query->record);
  if (*answer)
    return TRUE;

  hn_statement_rewind (&search->changeset);
  hn_statement_bind_integer (&search->changeset, 1, head->number);
  if (!hn_statement_next (&search->changeset, error))
    return !search->changeset.failed;

  changeset = g_bytes_new_static (sqlite3_column_blob (search->changeset.stmt, 0),
                                  (gsize) sqlite3_column_bytes (search->changeset.stmt, 0));
  search->found = FALSE;
  read = hn_changeset_foreach (search->reg, changeset, look_at_row, search, error);
  *answer = search->found;

  return read || search->found;
}

static gboolean
compare (const Search       *search,
         const HnChangeHead *head)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();

  if (head->title != NULL)
    hn_haystack_add (haystack, head->title);
  if (head->author != NULL)
    hn_haystack_add (haystack, head->author);

  return hn_query_match (search->words, hn_haystack_folded (haystack), hn_haystack_marked (haystack)) != HN_MATCH_NONE;
}

static gboolean
matches (Search             *search,
         const HnChangeHead *head)
{
  g_autofree char *text = NULL;
  gpointer answer;

  if (search->words == NULL)
    return TRUE;

  text = g_strdup_printf ("%s\n%s", head->title != NULL ? head->title : "", head->author != NULL ? head->author : "");
  if (!g_hash_table_lookup_extended (search->answers, text, NULL, &answer))
    {
      answer = GINT_TO_POINTER (compare (search, head));
      g_hash_table_insert (search->answers, g_steal_pointer (&text), answer);
    }

  return GPOINTER_TO_INT (answer);
}

static gboolean
is_asked_for (const Search       *search,
              const HnChangeHead *head)
{
  const GArray *numbers = search->query->numbers;

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      if (g_array_index (numbers, gint64, i) == head->number)
        return TRUE;
    }

  return numbers == NULL;
}

/* --- the log --------------------------------------------------------- */

static HnChangeHead *
read_head (HnStatement *statement)
{
  HnChangeHead *head = g_new0 (HnChangeHead, 1);
  const char *kind = hn_statement_text (statement, 4);

  head->number = hn_statement_integer (statement, 0);
  head->at = g_strdup (hn_statement_text (statement, 1));
  head->author = g_strdup (hn_statement_text (statement, 2));
  head->action = g_strdup (hn_statement_text (statement, 3));
  head->kind = kind != NULL ? hn_kind_lookup (kind) : NULL;
  head->record = hn_statement_integer (statement, 5);
  head->title = g_strdup (hn_statement_text (statement, 6));
  head->undone = hn_statement_integer (statement, 7) != 0;
  head->size = hn_statement_integer (statement, 8);
  head->of_action = g_strdup (hn_statement_text (statement, 9));

  return head;
}

/* The id as a changeset holds it: eight bytes, the highest first. */
static void
bind_record (HnStatement *statement,
             gint64       id)
{
  guint64 bytes = GUINT64_TO_BE ((guint64) id);

  sqlite3_bind_blob (statement->stmt, 4, &bytes, sizeof bytes, SQLITE_TRANSIENT);
}

static gboolean
prepare (Search       *search,
         HnStatement  *statement,
         GError      **error)
{
  const HnChangeQuery *query = search->query;
  g_autofree char *sql = g_strconcat (HEADS, query->record != 0 ? OF_RECORD : "", search->kind != NULL ? OF_KIND : "",
                                      " ORDER BY \"c\".\"number\" DESC", NULL);

  if (!hn_statement_prepare (&search->changeset, search->reg,
                             "SELECT \"changeset\" FROM \"change\" WHERE \"number\" = ?1", error)
      || !hn_statement_prepare (statement, search->reg, sql, error))
    return FALSE;

  hn_statement_bind_integer (statement, 1, query->after);
  hn_statement_bind_integer (statement, 2, query->before > 0 ? query->before : G_MAXINT64);
  if (query->record != 0)
    {
      hn_statement_bind_integer (statement, 3, query->record);
      bind_record (statement, query->record);
    }
  if (search->kind != NULL)
    hn_statement_bind_text (statement, 5, search->kind->name);

  return TRUE;
}

static gboolean
add_head (Search        *search,
          HnChangeHead  *head,
          GPtrArray     *heads,
          GError       **error)
{
  g_autoptr (HnChangeHead) owned = head;
  gboolean wanted;

  if (!is_asked_for (search, head) || !matches (search, head))
    return TRUE;
  if (!touches (search, head, &wanted, error))
    return FALSE;

  if (wanted)
    {
      head->exists = head->kind != NULL && hn_register_exists (search->reg, head->kind, head->record);
      g_ptr_array_add (heads, g_steal_pointer (&owned));
    }

  return TRUE;
}

static GPtrArray *
read_heads (HnRegister           *self,
            const HnChangeQuery  *query,
            GCancellable         *cancellable,
            GError              **error)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_change_head_free);
  g_auto (Search) search = { .reg = self, .query = query };
  g_auto (HnStatement) statement = { 0 };
  guint n_rows = 0;

  search.kind = query->kind != NULL ? hn_kind_stored (query->kind) : NULL;
  search.words = query->search != NULL ? hn_query_new (query->search) : NULL;
  search.answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!prepare (&search, &statement, error))
    return NULL;

  while ((query->limit == 0 || heads->len < query->limit) && hn_statement_next (&statement, error))
    {
      if (n_rows++ % ROWS_BETWEEN == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!add_head (&search, read_head (&statement), heads, error))
        return NULL;
    }

  return statement.failed ? NULL : g_steal_pointer (&heads);
}

/**
 * hn_register_change_heads:
 * @self: a register
 * @query: which changes
 * @cancellable: (nullable): may end it
 * @error: return location
 *
 * A change is of a record, or of a kind, if it added, set or deleted it, be it along with others.
 *
 * Returns: (transfer full) (element-type HnChangeHead): the changes, newest first
 */
GPtrArray *
hn_register_change_heads (HnRegister           *self,
                          const HnChangeQuery  *query,
                          GCancellable         *cancellable,
                          GError              **error)
{
  GPtrArray *heads;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  heads = read_heads (self, query, cancellable, error);
  hn_register_end_read (self, begun);

  return heads;
}

/**
 * hn_register_undone_changes:
 * @self: a register
 * @from: the number of a change
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the changes from that number on that are taken back and not made
 *   again, in their order
 */
GArray *
hn_register_undone_changes (HnRegister  *self,
                            gint64       from,
                            GError     **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (HnStatement) statement = { 0 };

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  if (!hn_statement_prepare (
        &statement, self,
        "SELECT \"number\" FROM \"change\" WHERE \"number\" >= ?1 AND \"undone\" <> 0 ORDER BY \"number\"", error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, from);
  while (hn_statement_next (&statement, error))
    {
      gint64 number = hn_statement_integer (&statement, 0);

      g_array_append_val (numbers, number);
    }

  return statement.failed ? NULL : g_steal_pointer (&numbers);
}
