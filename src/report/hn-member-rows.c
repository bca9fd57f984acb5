/* The rows of a list of members: while some are written, the next ones are read on another thread.
 *
 *   batch being given ──▶ next()          read ahead, of its own connection ──▶ the batch after it
 *
 * The first batches are small, so that whoever looks at one page does not wait for what is on the next hundred. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-member-rows.h"

#include "hn-member-batch.h"

#define FIRST_BATCH 64
#define LAST_BATCH 32768
#define BATCH_GROWTH 8

typedef struct
{
  HnRowSource    parent;
  HnMemberList  *list;
  char          *day;
  GArray        *heads;    /* of guint: the row of each group's head */
  HnReportForm  *scratch;  /* holds the two rows that are given out */
  HnReportRow   *head;
  HnReportRow   *row;

  HnRegister    *reg;      /* of the last seek, borrowed */
  HnRegister    *own;      /* for reading ahead, opened when it is worth it */
  GCancellable  *cancellable;
  guint          at;       /* the next row */
  guint          group;    /* the one that it is in */
  guint          size;     /* of the next batch */
  HnMemberBatch *batch;    /* or NULL */
  HnMemberBatch *ahead;    /* being read by @reader */
  GThread       *reader;
} MemberRows;

/* --- batches ------------------------------------------------------------- */

static gpointer
read_ahead (gpointer data)
{
  hn_member_batch_read (data);

  return NULL;
}

/* The batch that was read ahead, waited for; NULL where none was. */
static HnMemberBatch *
take_ahead (MemberRows *self)
{
  if (self->reader == NULL)
    return NULL;

  g_thread_join (g_steal_pointer (&self->reader));

  return g_steal_pointer (&self->ahead);
}

static void
forget (MemberRows *self)
{
  if (self->ahead != NULL)
    g_cancellable_cancel (self->ahead->stop);
  hn_member_batch_free (take_ahead (self));
  g_clear_pointer (&self->batch, hn_member_batch_free);
}

static HnMemberBatch *
make_batch (MemberRows *self,
            HnRegister *reg,
            guint       first)
{
  guint n_members = MIN (self->size, self->list->n_members - first);

  self->size = MIN (self->size * BATCH_GROWTH, LAST_BATCH);

  return hn_member_batch_new (reg, self->list->ids, first, n_members, self->day, self->cancellable);
}

/* Begins to read what comes behind the batch. Whoever asked may be using its own connection meanwhile, so there is
 * another one; where it cannot be had, nothing is read ahead. */
static void
begin_ahead (MemberRows *self)
{
  guint first = self->batch->first + self->batch->n_members;

  if (first >= self->list->n_members || self->batch->n_members <= FIRST_BATCH)
    return;
  if (self->own == NULL)
    {
      self->own = hn_register_open (hn_register_get_path (self->reg), HN_REGISTER_READ_ONLY, NULL);
      if (self->own != NULL)
        hn_member_list_set_cache (self->own, HN_MEMBER_CACHE);
    }
  if (self->own == NULL)
    return;

  self->ahead = make_batch (self, self->own, first);
  hn_register_set_cancellable (self->own, self->ahead->stop);
  self->reader = g_thread_new ("members", read_ahead, self->ahead);
}

/* Makes @member be in the batch. */
static gboolean
reach (MemberRows  *self,
       guint        member,
       GError     **error)
{
  if (self->batch != NULL && member >= self->batch->first && member < self->batch->first + self->batch->n_members)
    return TRUE;

  g_clear_pointer (&self->batch, hn_member_batch_free);
  self->batch = take_ahead (self);
  if (self->batch == NULL)
    {
      self->batch = make_batch (self, self->reg, member);
      hn_member_batch_read (self->batch);
    }
  if (self->batch->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->batch->error));
      g_clear_pointer (&self->batch, hn_member_batch_free);
      return FALSE;
    }
  begin_ahead (self);

  return TRUE;
}

/* --- rows ---------------------------------------------------------------- */

/* The words of a row that is given out belong to its batch. */
static void
lend_text (HnReportRow *row,
           guint        column,
           HnCellType   type,
           const char  *text)
{
  HnCell *cell = hn_row_cell (row, column);

  cell->type = text != NULL ? type : HN_CELL_EMPTY;
  cell->text = (char *) text;
}

static void
set_basis (HnReportRow *row,
           const char  *kind,
           gint64       id)
{
  for (guint i = 0; i < row->basis->len; i++)
    {
      HnBasis *basis = g_ptr_array_index (row->basis, i);

      if (g_str_equal (basis->kind, kind))
        {
          g_array_index (basis->ids, gint64, 0) = id;
          return;
        }
    }

  hn_row_add_basis (row, kind, id);
}

static const char *
print_gender (const char *name)
{
  static const HnField *field;
  const HnChoice *choice;

  if (name == NULL)
    return NULL;
  if (g_once_init_enter_pointer (&field))
    g_once_init_leave_pointer (&field, hn_kind_get_field (hn_kind_lookup ("person"), "gender"));
  choice = hn_field_get_choice (field, name);

  return choice != NULL ? choice->label.vi : name;
}

static const HnReportRow *
fill_head (MemberRows          *self,
           const HnMemberGroup *group)
{
  g_autofree char *text = g_strdup_printf ("%s (%u hội viên)", group->name, group->n_members);

  hn_row_set_text (self->head, HN_MEMBER_NAME, text);
  set_basis (self->head, "organization", group->organization);

  return self->head;
}

/* The note stands in the last column, whether those before it that are sensitive are there or not. */
static const HnReportRow *
fill_row (MemberRows          *self,
          const HnMemberGroup *group,
          guint                member)
{
  HnReportRow *row = self->row;
  const char *texts[HN_MEMBER_N_COLUMNS] = { NULL };

  hn_member_batch_get (self->batch, member - self->batch->first, texts);
  texts[HN_MEMBER_GENDER] = print_gender (texts[HN_MEMBER_GENDER]);
  texts[HN_MEMBER_ORGANIZATION] = group->name;
  if (texts[HN_MEMBER_PARTY] != NULL)
    texts[HN_MEMBER_PARTY] = *texts[HN_MEMBER_PARTY] == '1' ? "Có" : "Không";

  hn_row_cell (row, HN_MEMBER_NUMBER)->type = HN_CELL_INTEGER;
  hn_row_cell (row, HN_MEMBER_NUMBER)->number = (gint64) member + 1;
  for (guint column = HN_MEMBER_NAME; column < self->scratch->n_columns - 1; column++)
    lend_text (row, column, column == HN_MEMBER_BIRTH || column == HN_MEMBER_JOINED ? HN_CELL_DATE : HN_CELL_TEXT,
               texts[column]);
  lend_text (row, self->scratch->n_columns - 1, HN_CELL_TEXT, texts[HN_MEMBER_NOTE]);
  set_basis (row, "membership", self->list->ids[member]);
  set_basis (row, "person", self->batch->members[member - self->batch->first].person);

  return row;
}

static const HnReportRow *
member_rows_next (HnRowSource  *source,
                  GError      **error)
{
  MemberRows *self = (MemberRows *) source;
  const HnMemberGroup *group;
  guint row = self->at;
  guint member;

  g_return_val_if_fail (self->reg != NULL, NULL);

  if (row >= self->parent.n_rows)
    return NULL;

  while (self->group + 1 < self->heads->len && g_array_index (self->heads, guint, self->group + 1) <= row)
    self->group++;
  group = g_ptr_array_index (self->list->groups, self->group);
  if (row == g_array_index (self->heads, guint, self->group))
    {
      self->at++;
      return fill_head (self, group);
    }

  member = row - self->group - 1;
  if (!reach (self, member, error))
    return NULL;
  self->at++;

  return fill_row (self, group, member);
}

static gboolean
member_rows_seek (HnRowSource   *source,
                  HnRegister    *reg,
                  guint          row,
                  GCancellable  *cancellable,
                  GError       **error)
{
  MemberRows *self = (MemberRows *) source;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  forget (self);
  self->reg = reg;
  g_set_object (&self->cancellable, cancellable);
  self->at = row;
  self->group = 0;
  self->size = FIRST_BATCH;

  return TRUE;
}

static void
member_rows_free (HnRowSource *source)
{
  MemberRows *self = (MemberRows *) source;

  forget (self);
  for (guint column = HN_MEMBER_NAME; column < self->scratch->n_columns; column++)
    hn_row_cell (self->row, column)->text = NULL;
  hn_report_form_free (self->scratch);
  g_clear_object (&self->own);
  g_clear_object (&self->cancellable);
  hn_member_list_free (self->list);
  g_array_unref (self->heads);
  g_free (self->day);
  g_free (self);
}

/**
 * hn_member_rows_new:
 * @list: (transfer full):
 *
 * Returns: (transfer full): its rows for form M02, a head before each group
 */
HnRowSource *
hn_member_rows_new (const HnFormContext *context,
                    HnMemberList        *list)
{
  MemberRows *self = g_new0 (MemberRows, 1);
  guint hidden = context->options->sensitive ? 0 : 2;

  self->list = list;
  self->day = g_strdup (context->to);
  self->heads = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < list->groups->len; i++)
    {
      guint head = ((const HnMemberGroup *) g_ptr_array_index (list->groups, i))->first + i;

      g_array_append_val (self->heads, head);
    }
  self->scratch = hn_report_form_new (NULL, NULL, NULL, HN_MEMBER_N_COLUMNS - hidden);
  self->head = hn_form_add_row (self->scratch, HN_ROW_GROUP);
  self->row = hn_form_add_row (self->scratch, HN_ROW_PLAIN);
  self->parent.n_rows = list->n_members + list->groups->len;
  self->parent.seek = member_rows_seek;
  self->parent.next = member_rows_next;
  self->parent.free = member_rows_free;

  return &self->parent;
}
