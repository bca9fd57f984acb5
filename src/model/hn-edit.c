/* The editing of one record, from the first key to the save. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit.h"

#include "hn-edit-check.h"

struct _HnEdit
{
  GObject parent_instance;

  HnContext *context;
  HnWordsFlags words;
  const HnKind *kind;  /* or the view that it is edited in */
  HnDraft *draft;
  GPtrArray *problems; /* of HnProblem: all that keep it from being saved */
  GPtrArray *refused;  /* of HnProblem: what the register said at the last try */
  GHashTable *left;    /* the fields that were left once */
  gboolean tried;      /* to save: every problem is shown from now on */
  gboolean saving;
};

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_PROBLEMS,
  PROP_SAVING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnEdit, hn_edit, G_TYPE_OBJECT)

static void
notify (HnEdit *self,
        int     property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_problems (HnEdit *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = hn_draft_check (self->draft);
  notify (self, PROP_PROBLEMS);
}

static void
forget_refusal (HnEdit        *self,
                const HnField *field)
{
  for (guint i = 0; i < self->refused->len; i++)
    if (((const HnProblem *) g_ptr_array_index (self->refused, i))->field == field)
      {
        g_ptr_array_remove_index (self->refused, i);
        return;
      }
}

static void
take_draft (HnEdit        *self,
            const HnField *field,
            HnDraft       *draft)
{
  hn_draft_unref (self->draft);
  self->draft = draft;
  forget_refusal (self, field);

  notify (self, PROP_DRAFT);
  update_problems (self);
}

static void
hn_edit_finalize (GObject *object)
{
  HnEdit *self = HN_EDIT (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->draft, hn_draft_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_ptr_array_unref (self->refused);
  g_hash_table_unref (self->left);

  G_OBJECT_CLASS (hn_edit_parent_class)->finalize (object);
}

static void
hn_edit_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HnEdit *self = HN_EDIT (object);

  switch (prop_id)
    {
    case PROP_DRAFT:
      g_value_set_pointer (value, self->draft);
      break;
    case PROP_PROBLEMS:
      g_value_set_boxed (value, self->problems);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_edit_class_init (HnEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hn_edit_finalize;
  object_class->get_property = hn_edit_get_property;

  properties[PROP_DRAFT] = g_param_spec_pointer ("draft", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEMS] =
    g_param_spec_boxed ("problems", NULL, NULL, G_TYPE_PTR_ARRAY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_edit_init (HnEdit *self)
{
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_problem_free);
  self->left = g_hash_table_new (NULL, NULL);
}

/**
 * hn_edit_new:
 * @record: as it is in the register, or a new one
 */
HnEdit *
hn_edit_new (HnContext      *context,
             const HnRecord *record)
{
  HnEdit *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (HN_TYPE_EDIT, NULL);
  self->context = g_object_ref (context);
  self->words = hn_context_get_words (context);
  self->kind = hn_record_get_view (record);
  self->draft = hn_draft_new (record);
  self->problems = hn_draft_check (self->draft);

  return self;
}

HnContext *
hn_edit_get_context (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->context;
}

/**
 * hn_edit_get_kind:
 *
 * Returns: the kind or view that the record is edited as
 */
const HnKind *
hn_edit_get_kind (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->kind;
}

/**
 * hn_edit_get_draft:
 *
 * Returns: (transfer none): the record as it is now; "notify::draft" says that there is another one
 */
HnDraft *
hn_edit_get_draft (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->draft;
}

gboolean
hn_edit_get_saving (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), FALSE);

  return self->saving;
}

/**
 * hn_edit_set_input:
 *
 * Something was typed in a field.
 */
void
hn_edit_set_input (HnEdit        *self,
                   const HnField *field,
                   const char    *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (HN_IS_EDIT (self));

  now = hn_draft_get_input (self->draft, field);
  if (g_str_equal (now, text) && (field->flags & HN_FIELD_MULTIPLE) == 0)
    return;

  take_draft (self, field, hn_draft_set_input (self->draft, field, text, hn_date_today ()));
}

/**
 * hn_edit_set_value:
 * @value: (nullable): what was chosen, which is sunk if it floats
 * @shown: (nullable): of a reference, what it is called
 */
void
hn_edit_set_value (HnEdit        *self,
                   const HnField *field,
                   GVariant      *value,
                   const char    *shown)
{
  g_return_if_fail (HN_IS_EDIT (self));

  take_draft (self, field, hn_draft_set_value (self->draft, field, value, shown));
}

/**
 * hn_edit_leave:
 *
 * The field lost the focus: what is wrong with it is said from now on, not while it was being typed.
 */
void
hn_edit_leave (HnEdit        *self,
               const HnField *field)
{
  g_return_if_fail (HN_IS_EDIT (self));

  if (g_hash_table_add (self->left, (gpointer) field))
    notify (self, PROP_PROBLEMS);
}

static const HnProblem *
find_problem (GPtrArray     *problems,
              const HnField *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == field)
        return problem;
    }

  return NULL;
}

/* An empty field is not wrong before the person says that the form is done. */
static gboolean
is_said (HnEdit        *self,
         const HnField *field)
{
  if (self->tried)
    return TRUE;
  if (!g_hash_table_contains (self->left, field))
    return FALSE;

  return hn_draft_get_typed (self->draft, field) != NULL
         || hn_record_get (hn_draft_get_record (self->draft), field->name) != NULL;
}

/**
 * hn_edit_get_problem:
 *
 * Returns: (nullable): what is wrong with the field, in words; "notify::problems" says when to ask
 */
const char *
hn_edit_get_problem (HnEdit        *self,
                     const HnField *field)
{
  const HnProblem *problem;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  problem = find_problem (self->refused, field);
  if (problem == NULL && is_said (self, field))
    problem = find_problem (self->problems, field);

  return problem != NULL ? problem->message : NULL;
}

/**
 * hn_edit_first_problem:
 *
 * Returns: (nullable): the first field, in the order of the form, that keeps the record from being saved
 */
const HnField *
hn_edit_first_problem (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const HnField *field = &self->kind->fields[i];

      if (find_problem (self->problems, field) != NULL || find_problem (self->refused, field) != NULL)
        return field;
    }

  return NULL;
}

/**
 * hn_edit_get_hint:
 *
 * Returns: (transfer full) (nullable): what helps to check a field: an amount in words
 */
char *
hn_edit_get_hint (HnEdit        *self,
                  const HnField *field)
{
  const HnRecord *record;
  const char *currency = NULL;
  gint64 amount;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  record = hn_draft_get_record (self->draft);
  if (field->type != HN_TYPE_MONEY || hn_draft_get_typed (self->draft, field) != NULL
      || !hn_record_get_number (record, field->name, &amount))
    return NULL;
  if (field->currency != NULL)
    currency = hn_record_get_text (record, field->currency);

  return hn_words_money (amount, currency != NULL ? currency : "VND", self->words);
}

/* --- saving -------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  gint64 change;
} Saved;

static void
set_saving (HnEdit   *self,
            gboolean  saving)
{
  if (self->saving == saving)
    return;

  self->saving = saving;
  notify (self, PROP_SAVING);
}

static void
refuse (HnEdit *self,
        GTask  *task)
{
  set_saving (self, FALSE);
  notify (self, PROP_PROBLEMS);
  g_task_return_new_error_literal (task, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, "The record breaks a rule");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HnEdit *self = g_task_get_source_object (task);
  GError *error = NULL;
  Saved saved;

  set_saving (self, FALSE);
  if (hn_store_save_finish (HN_STORE (source), result, &saved.id, &saved.change, &error))
    g_task_return_pointer (task, g_memdup2 (&saved, sizeof saved), g_free);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HnEdit *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (HnEditVerdict) verdict = hn_store_read_finish (HN_STORE (source), result, &error);

  if (verdict == NULL)
    {
      set_saving (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  if (verdict->problems->len > 0)
    {
      g_ptr_array_unref (self->refused);
      self->refused = g_steal_pointer (&verdict->problems);
      verdict->problems = g_ptr_array_new ();
      refuse (self, task);
      return;
    }
  hn_store_save_async (HN_STORE (source), verdict->record, NULL, saved_cb, g_steal_pointer (&task));
}

/* Words for a record that was not chosen may still name one: the register decides. */
static gboolean
is_settled_by_register (HnEdit          *self,
                        const HnProblem *problem)
{
  const HnField *field = problem->field;

  return (field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY)
         && hn_draft_get_typed (self->draft, field) != NULL;
}

static gboolean
has_own_problems (HnEdit *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    if (!is_settled_by_register (self, g_ptr_array_index (self->problems, i)))
      return TRUE;

  return FALSE;
}

/**
 * hn_edit_save_async:
 *
 * Saves the record if nothing keeps it from that; otherwise every problem is shown from now on. A save that runs is
 * not started a second time.
 */
void
hn_edit_save_async (HnEdit              *self,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HN_IS_EDIT (self));
  g_return_if_fail (!self->saving);

  task = g_task_new (self, NULL, callback, user_data);
  self->tried = TRUE;
  g_ptr_array_set_size (self->refused, 0);
  if (has_own_problems (self))
    {
      refuse (self, task);
      return;
    }

  set_saving (self, TRUE);
  hn_store_read_async (hn_context_get_store (self->context), hn_edit_check_job, hn_edit_check_new (self->draft),
                       (GDestroyNotify) hn_edit_check_free, (GDestroyNotify) hn_edit_verdict_free, NULL, checked_cb,
                       g_steal_pointer (&task));
}

/**
 * hn_edit_save_finish:
 * @id: (out) (optional): the id of the record
 *
 * Returns: whether it was saved; %HN_REGISTER_ERROR_INVALID where hn_edit_first_problem() says what is wrong
 */
gboolean
hn_edit_save_finish (HnEdit        *self,
                     GAsyncResult  *result,
                     gint64        *id,
                     GError       **error)
{
  g_autofree Saved *saved = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saved = g_task_propagate_pointer (G_TASK (result), error);
  if (saved == NULL)
    return FALSE;
  if (id != NULL)
    *id = saved->id;

  return TRUE;
}
