/* Reading some members at once, in the order in which their records lie in the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-member-batch.h"

#include <stdlib.h>
#include <glib/gi18n-lib.h>

#include "hn-sql.h"

/* How many members are read between two looks at whether they are still wanted. */
#define N_UNCHECKED 64

/* ?1 is the memberships' ids in rising order; then their persons are gone through in rising order too, since each page
 * that is read twice costs more than sorting. The office is looked for by the person, who has few. */
static const char members_sql[] =
  "SELECT b.n, b.person, p.\"name\", p.\"birth\", p.\"gender\", p.\"occupation\", p.\"workplace\","
  " COALESCE (p.\"address\", p.\"address_abroad\", " HN_SQL_AREA_THEN ("p.\"home_area\"") "), p.\"phone\","
  " (SELECT group_concat (f.\"title\", ', ' ORDER BY f.\"precedence\" IS NULL, f.\"precedence\", f.\"id\")"
  "  FROM \"office\" AS f WHERE f.\"person\" = b.person AND +f.\"organization\" = b.organization"
  "  AND " HN_SQL_BEGUN ("f.\"from\"") " AND " HN_SQL_NOT_OVER ("f.\"to\"") "),"
  " b.joined, b.card, p.\"ethnic_group\", p.\"party_member\", b.note"
  " FROM (SELECT j.key AS n, m.\"person\" AS person, m.\"organization\" AS organization, m.\"joined\" AS joined,"
  "  m.\"card_number\" AS card, m.\"note\" AS note FROM json_each (?1) AS j CROSS JOIN \"membership\" AS m"
  "  ON m.\"id\" = j.value ORDER BY m.\"person\" LIMIT -1) AS b"
  " CROSS JOIN \"person\" AS p ON p.\"id\" = b.person";

/* Which column of the answer goes into which of the form; the organization is the group's. */
static const guint8 columns[] = {
  HN_MEMBER_NAME, HN_MEMBER_BIRTH, HN_MEMBER_GENDER, HN_MEMBER_OCCUPATION, HN_MEMBER_WORK,
  HN_MEMBER_ADDRESS, HN_MEMBER_PHONE, HN_MEMBER_OFFICE, HN_MEMBER_JOINED, HN_MEMBER_CARD,
  HN_MEMBER_ETHNIC_GROUP, HN_MEMBER_PARTY, HN_MEMBER_NOTE,
};

typedef struct
{
  gint64 id;
  guint  member;
} Place;

/**
 * hn_member_batch_new:
 * @ids: of all members; must live as long as the batch
 * @day: the list's day in ISO; must live as long as the batch
 *
 * Returns: (transfer full): a batch that is still to be read
 */
HnMemberBatch *
hn_member_batch_new (HnRegister   *reg,
                     const gint64 *ids,
                     guint         first,
                     guint         n_members,
                     const char   *day,
                     GCancellable *cancellable)
{
  HnMemberBatch *self = g_new0 (HnMemberBatch, 1);

  self->reg = reg;
  self->ids = ids;
  self->first = first;
  self->n_members = n_members;
  self->day = day;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->stop = g_cancellable_new ();
  self->members = g_new0 (HnBatchMember, n_members);
  self->words = g_string_sized_new ((gsize) n_members * 96 + 16);

  return self;
}

/**
 * hn_member_batch_free:
 *
 * Frees what was read of some members; the thread that read them is done with it.
 */
void
hn_member_batch_free (HnMemberBatch *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_object_unref (self->stop);
  g_free (self->members);
  g_string_free (self->words, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a, *second = b;

  return (first->id > second->id) - (first->id < second->id);
}

static char *
print_ids (const Place *places,
           guint        n_places)
{
  g_autoptr (GString) text = g_string_sized_new ((gsize) n_places * 20 + 2);

  for (guint i = 0; i < n_places; i++)
    g_string_append_printf (text, "%c%" G_GINT64_FORMAT, i == 0 ? '[' : ',', places[i].id);
  g_string_append_c (text, ']');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
take_member (HnMemberBatch *self,
             HnRows        *rows,
             HnBatchMember *member)
{
  member->person = hn_rows_integer (rows, 1);
  member->words = (guint32) self->words->len;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = hn_rows_text (rows, (int) i + 2);

      if (text != NULL)
        g_string_append (self->words, text);
      g_string_append_c (self->words, '\0');
    }
}

static gboolean
is_unwanted (HnMemberBatch *self)
{
  return g_cancellable_set_error_if_cancelled (self->stop, &self->error)
         || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
}

/**
 * hn_member_batch_read:
 *
 * Reads what it is to hold, on whichever thread; what went wrong stands in its error. A member who is not there any
 * more since the list was made makes the whole list untrue.
 */
void
hn_member_batch_read (HnMemberBatch *self)
{
  g_autofree Place *places = g_new (Place, MAX (self->n_members, 1));
  g_autofree char *ids = NULL;
  g_autoptr (HnRows) rows = NULL;
  guint n_read = 0;

  for (guint i = 0; i < self->n_members; i++)
    places[i] = (Place) { self->ids[self->first + i], i };
  qsort (places, self->n_members, sizeof *places, compare_places);
  ids = print_ids (places, self->n_members);

  rows = hn_register_query (self->reg, members_sql, "ss", &self->error, ids, self->day);
  while (rows != NULL && hn_rows_next (rows, &self->error))
    {
      if (n_read++ % N_UNCHECKED == 0 && is_unwanted (self))
        return;
      take_member (self, rows, &self->members[places[hn_rows_integer (rows, 0)].member]);
    }
  if (self->error == NULL && n_read != self->n_members)
    g_set_error_literal (&self->error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED,
                         _("Members were deleted while their list was being written. Make the report again."));
}

/**
 * hn_member_batch_get:
 * @member: from 0
 * @texts: (out): what stands in each column of form M02, %NULL where nothing does; the batch's own
 */
void
hn_member_batch_get (const HnMemberBatch  *self,
                     guint                 member,
                     const char          **texts)
{
  const char *word = self->words->str + self->members[member].words;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      texts[columns[i]] = *word != '\0' ? word : NULL;
      word += strlen (word) + 1;
    }
}
