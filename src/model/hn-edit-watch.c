/* What others do to a record while it is edited. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-edit-layout.h"
#include "hn-edit-private.h"

static void
clash_free (HnClash *clash)
{
  g_free (clash->before);
  g_free (clash->theirs);
  g_free (clash->mine);
  g_free (clash);
}

/* (transfer full) (nullable): a value as it is printed */
static char *
print_value (const HnRecord *record,
             const HnField  *field)
{
  return hn_record_get (record, field->name) != NULL ? hn_record_print (record, field->name) : NULL;
}

/* What stands in the form, understood or not. */
static char *
print_mine (HnEdit        *self,
            const HnField *field)
{
  const char *typed = hn_draft_get_typed (self->draft, field);

  return typed != NULL ? g_strdup (typed) : print_value (hn_draft_get_record (self->draft), field);
}

static gboolean
is_same_value (const HnRecord *a,
               const HnRecord *b,
               const HnField  *field)
{
  GVariant *first = hn_record_get (a, field->name), *second = hn_record_get (b, field->name);

  return first == NULL || second == NULL ? first == second : g_variant_equal (first, second);
}

/* Whether the form says the same as the register by now. */
static gboolean
agrees (HnEdit        *self,
        const HnField *field)
{
  return hn_draft_get_typed (self->draft, field) == NULL
         && is_same_value (hn_draft_get_original (self->draft), hn_draft_get_record (self->draft), field);
}

static void
note_news (HnEdit         *self,
           const HnRecord *theirs)
{
  const HnRecord *original = hn_draft_get_original (self->draft), *mine = hn_draft_get_record (self->draft);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const HnField *field = &self->kind->fields[i];

      if (!is_same_value (original, theirs, field) && !is_same_value (mine, theirs, field)
          && !g_ptr_array_find (self->news, field, NULL))
        g_ptr_array_add (self->news, (gpointer) field);
    }
}

/* What stood there before both changed it; after a second change elsewhere still what it was at first. */
static void
note_clashes (HnEdit         *self,
              GPtrArray      *conflicts,
              const HnRecord *before)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      gpointer field = g_ptr_array_index (conflicts, i);

      if (!g_hash_table_contains (self->clashes, field))
        g_hash_table_insert (self->clashes, field, print_value (before, field));
    }
}

/**
 * hn_edit_take_theirs:
 * @theirs: (nullable): the record as it is stored now; %NULL if it is not any more
 *
 * Untouched fields take what they are there, touched ones are marked.
 */
void
hn_edit_take_theirs (HnEdit         *self,
                     const HnRecord *theirs)
{
  g_autoptr (HnRecord) before = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  self->gone = theirs == NULL;
  if (theirs != NULL)
    {
      before = hn_record_copy (hn_draft_get_original (self->draft));
      note_news (self, theirs);
      hn_edit_take_draft (self, hn_draft_rebase (self->draft, theirs, &conflicts));
      note_clashes (self, conflicts, before);
    }
  hn_edit_notify (self, HN_EDIT_PROP_NEWS);
  hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
}

/**
 * hn_edit_forget_news:
 *
 * What others changed meanwhile is of no interest any more: the record was saved, or another is edited. An answer that
 * is under way is dropped.
 */
void
hn_edit_forget_news (HnEdit *self)
{
  self->reading++;
  self->gone = FALSE;
  g_ptr_array_set_size (self->news, 0);
  g_hash_table_remove_all (self->clashes);
  hn_edit_notify (self, HN_EDIT_PROP_NEWS);
}

/* --- hearing of it ------------------------------------------------------- */

/**
 * hn_edit_load_job:
 *
 * An HnStoreJob: the record as it is stored, as the kind or view and with the id of the one that is given.
 */
gpointer
hn_edit_load_job (HnRegister    *reg,
                  gpointer       record,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return hn_register_load (reg, hn_record_get_view (record), hn_record_get_id (record), error);
}

typedef struct
{
  HnEdit *edit;
  guint reading;
} Reading;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (HnEdit) self = reading->edit;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) theirs = hn_store_read_finish (HN_STORE (source), result, &error);

  /* A save that runs finds out by itself, and a register that cannot be read says so then. */
  if (reading->reading != self->reading || self->saving
      || (theirs == NULL && !g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD)))
    return;
  if (theirs == NULL ? !self->gone : self->gone || !hn_record_equal (theirs, hn_draft_get_original (self->draft)))
    hn_edit_take_theirs (self, theirs);
}

static gboolean
is_named (HnEdit    *self,
          GPtrArray *changes)
{
  const HnRecord *record = hn_draft_get_original (self->draft);

  for (guint i = 0; i < changes->len; i++)
    {
      const HnRecordChange *change = g_ptr_array_index (changes, i);

      if (change->kind == hn_record_get_kind (record) && change->id == hn_record_get_id (record))
        return TRUE;
    }

  return FALSE;
}

static void
store_changed_cb (HnEdit    *self,
                  GPtrArray *changes)
{
  const HnRecord *original = hn_draft_get_original (self->draft);
  Reading *reading;

  if (hn_draft_is_new (self->draft) || (changes != NULL && !is_named (self, changes)))
    return;

  reading = g_new0 (Reading, 1);
  reading->edit = g_object_ref (self);
  reading->reading = ++self->reading;
  hn_store_read_async (hn_context_get_store (self->context), hn_edit_load_job, hn_record_copy (original),
                       (GDestroyNotify) hn_record_unref, (GDestroyNotify) hn_record_unref, NULL, read_cb, reading);
}

/**
 * hn_edit_watch:
 *
 * From now on it hears when somebody else changes the record that is edited.
 */
void
hn_edit_watch (HnEdit *self)
{
  g_signal_connect_object (hn_context_get_store (self->context), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- what the form asks -------------------------------------------------- */

/**
 * hn_edit_get_news:
 *
 * Returns: (transfer none) (element-type HnField): what somebody else has changed while the form was open;
 *   "notify::news" says that it is more
 */
GPtrArray *
hn_edit_get_news (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->news;
}

/**
 * hn_edit_is_gone:
 *
 * Returns: whether somebody else has deleted the record
 */
gboolean
hn_edit_is_gone (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), FALSE);

  return self->gone;
}

/**
 * hn_edit_make_new:
 *
 * What stands in the form will be saved as a new record, in the place of the one that was deleted.
 */
void
hn_edit_make_new (HnEdit *self)
{
  g_return_if_fail (HN_IS_EDIT (self));

  hn_edit_forget_news (self);
  self->same_is_another = TRUE;
  hn_edit_take_draft (self, hn_draft_make_new (self->draft));
}

static HnClash *
describe_clash (HnEdit        *self,
                const HnField *field)
{
  HnClash *clash = g_new0 (HnClash, 1);

  clash->field = field;
  clash->before = g_strdup (g_hash_table_lookup (self->clashes, field));
  clash->theirs = print_value (hn_draft_get_original (self->draft), field);
  clash->mine = print_mine (self, field);

  return clash;
}

static gboolean
is_clash (HnEdit        *self,
          const HnField *field)
{
  return g_hash_table_contains (self->clashes, field) && !agrees (self, field);
}

static void
add_clash (HnEdit        *self,
           GPtrArray     *clashes,
           const HnField *field)
{
  if (is_clash (self, field))
    g_ptr_array_add (clashes, describe_clash (self, field));
  if (field->currency != NULL)
    add_clash (self, clashes, hn_kind_get_field (self->kind, field->currency));
}

/**
 * hn_edit_list_clashes:
 *
 * Returns: (transfer full) (element-type HnClash): what two people have changed to different values, in the order of
 *   the form, until hn_edit_settle() is told which of them stays
 */
GPtrArray *
hn_edit_list_clashes (HnEdit *self)
{
  GPtrArray *clashes;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) clash_free);
  for (guint i = 0; i < self->layout->len; i++)
    {
      const HnEditSection *section = g_ptr_array_index (self->layout, i);

      for (guint j = 0; j < section->fields->len; j++)
        add_clash (self, clashes, g_ptr_array_index (section->fields, j));
    }

  return clashes;
}

/**
 * hn_edit_get_mark:
 *
 * Returns: (transfer full) (nullable): what stands at a field that somebody else has changed too
 */
char *
hn_edit_get_mark (HnEdit        *self,
                  const HnField *field)
{
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  if (!is_clash (self, field))
    return NULL;

  theirs = print_value (hn_draft_get_original (self->draft), field);

  return theirs != NULL ? g_strdup_printf (_("Changed elsewhere to “%s”"), theirs)
                        : g_strdup (_("Emptied elsewhere"));
}

/**
 * hn_edit_settle:
 * @field: one of hn_edit_list_clashes()
 * @take_theirs: whether it becomes what it is in the register; otherwise what stands in the form will be saved
 */
void
hn_edit_settle (HnEdit        *self,
                const HnField *field,
                gboolean       take_theirs)
{
  const HnRecord *theirs;

  g_return_if_fail (HN_IS_EDIT (self));

  g_hash_table_remove (self->clashes, field);
  theirs = hn_draft_get_original (self->draft);
  if (take_theirs)
    hn_edit_set_value (self, field, hn_record_get (theirs, field->name), hn_record_get_shown (theirs, field->name));
  else
    hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
}
