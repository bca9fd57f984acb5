/* The editing of one record, from the first key to the save. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-private.h"

#include "hn-completion.h"
#include "hn-edit-layout.h"
#include "hn-phone.h"

static GParamSpec *properties[HN_EDIT_N_PROPS];

G_DEFINE_FINAL_TYPE (HnEdit, hn_edit, G_TYPE_OBJECT)
G_DEFINE_QUARK (hn-edit-error-quark, hn_edit_error)

/**
 * hn_edit_notify:
 *
 * Notifies of a property; the parts of the form's state stand in several files, the properties in one.
 */
void
hn_edit_notify (HnEdit         *self,
                HnEditProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * hn_edit_take_draft:
 * @draft: (transfer full): what is edited from now on
 */
void
hn_edit_take_draft (HnEdit  *self,
                    HnDraft *draft)
{
  hn_draft_unref (self->draft);
  self->draft = draft;
  hn_edit_notify (self, HN_EDIT_PROP_DRAFT);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = hn_draft_check (self->draft);
  hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
}

static void
change (HnEdit        *self,
        const HnField *field,
        HnDraft       *draft)
{
  hn_edit_forget_refusal (self, field);
  hn_edit_take_draft (self, draft);
}

static void
hn_edit_finalize (GObject *object)
{
  HnEdit *self = HN_EDIT (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->layout, g_ptr_array_unref);
  g_clear_pointer (&self->draft, hn_draft_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_ptr_array_unref (self->refused);
  g_hash_table_unref (self->left);
  g_hash_table_unref (self->looked_up);
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->saved, hn_record_unref);
  g_ptr_array_unref (self->similar);
  g_clear_pointer (&self->asked, hn_record_unref);
  g_clear_pointer (&self->same, hn_similar_free);
  g_ptr_array_unref (self->news);
  g_hash_table_unref (self->clashes);

  G_OBJECT_CLASS (hn_edit_parent_class)->finalize (object);
}

static void
hn_edit_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HnEdit *self = HN_EDIT (object);

  switch ((HnEditProperty) prop_id)
    {
    case HN_EDIT_PROP_DRAFT:
      g_value_set_pointer (value, self->draft);
      break;
    case HN_EDIT_PROP_PROBLEMS:
      g_value_set_boxed (value, self->problems);
      break;
    case HN_EDIT_PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case HN_EDIT_PROP_SIMILAR:
      g_value_set_boxed (value, self->similar);
      break;
    case HN_EDIT_PROP_NEWS:
      g_value_set_boxed (value, self->news);
      break;
    case HN_EDIT_PROP_0:
    case HN_EDIT_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
array_property (const char *name)
{
  return g_param_spec_boxed (name, NULL, NULL, G_TYPE_PTR_ARRAY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
hn_edit_class_init (HnEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hn_edit_finalize;
  object_class->get_property = hn_edit_get_property;

  properties[HN_EDIT_PROP_DRAFT] =
    g_param_spec_pointer ("draft", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[HN_EDIT_PROP_PROBLEMS] = array_property ("problems");
  properties[HN_EDIT_PROP_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[HN_EDIT_PROP_SIMILAR] = array_property ("similar");
  properties[HN_EDIT_PROP_NEWS] = array_property ("news");

  g_object_class_install_properties (object_class, HN_EDIT_N_PROPS, properties);
}

static void
hn_edit_init (HnEdit *self)
{
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_problem_free);
  self->left = g_hash_table_new (NULL, NULL);
  self->looked_up = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->similar = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_similar_free);
  self->news = g_ptr_array_new ();
  self->clashes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
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
  self->layout = hn_edit_layout (self->kind);
  self->draft = hn_draft_new (record);
  self->problems = hn_draft_check (self->draft);
  hn_edit_watch (self);

  return self;
}

/**
 * hn_edit_get_context:
 *
 * Returns: (transfer none): the window's store and undo
 */
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

/**
 * hn_edit_get_layout:
 *
 * Returns: (transfer none) (element-type HnEditSection): the fields as the form shows them
 */
GPtrArray *
hn_edit_get_layout (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->layout;
}

/**
 * hn_edit_get_saving:
 *
 * Returns: whether a save is under way, during which nothing may be typed
 */
gboolean
hn_edit_get_saving (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), FALSE);

  return self->saving;
}

/**
 * hn_edit_start_over:
 *
 * Begins the next record of a pile: what the pile has in common is filled in already, and nothing is wrong yet.
 */
void
hn_edit_start_over (HnEdit *self)
{
  g_autoptr (HnRecord) next = NULL;

  g_return_if_fail (HN_IS_EDIT (self));

  next = hn_record_new_like (self->saved != NULL ? self->saved : hn_draft_get_record (self->draft));
  g_hash_table_remove_all (self->left);
  g_hash_table_remove_all (self->looked_up);
  g_ptr_array_set_size (self->refused, 0);
  self->tried = FALSE;
  hn_edit_drop_similar (self);
  hn_edit_forget_news (self);
  hn_edit_take_draft (self, hn_draft_new (next));
}

/* What must be filled in to create a record is often the same as here: a term is one of this organization. */
static void
copy_required (HnRecord       *other,
               const HnRecord *record)
{
  const HnKind *from = hn_record_get_kind (record), *to = hn_record_get_kind (other);

  for (guint i = 0; i < to->n_fields; i++)
    {
      const HnField *field = &to->fields[i], *same = hn_kind_get_field (from, field->name);

      if (field->type != HN_TYPE_REFERENCE || (field->flags & HN_FIELD_REQUIRED) == 0 || same == NULL
          || g_strcmp0 (same->targets, field->targets) != 0 || ((same->flags ^ field->flags) & HN_FIELD_MULTIPLE) != 0)
        continue;
      hn_record_set (other, field->name, hn_record_get (record, same->name));
      hn_record_set_shown (other, field->name, hn_record_get_shown (record, same->name));
    }
}

/**
 * hn_edit_begin_other:
 * @kind: a kind that a reference of this record may point to
 * @title: what was typed there
 *
 * Returns: (transfer full): a new record of that kind with what is known of it
 */
HnRecord *
hn_edit_begin_other (HnEdit       *self,
                     const HnKind *kind,
                     const char   *title)
{
  const HnField *field;
  HnRecord *other;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  other = hn_record_new (kind);
  copy_required (other, hn_draft_get_record (self->draft));
  field = hn_completion_title_field (kind);
  if (field != NULL)
    hn_record_set_input (other, field->name, title, hn_date_today (), NULL);

  return other;
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

  /* Of a name that is being typed the first letters name nothing yet: what is found is offered below. */
  if (field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY)
    g_hash_table_remove (self->left, field);
  change (self, field, hn_draft_set_input (self->draft, field, text, hn_date_today ()));
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

  change (self, field, hn_draft_set_value (self->draft, field, value, shown));
}

/* A number that was typed in one go is parted as people read it; what stood there before stays as it is. */
static void
part_phone (HnEdit        *self,
            const HnField *field)
{
  const char *now = hn_record_get_text (hn_draft_get_record (self->draft), field->name);
  const char *before = hn_record_get_text (hn_draft_get_original (self->draft), field->name);
  g_autofree char *parted = NULL;

  if (now == NULL || g_strcmp0 (now, before) == 0)
    return;

  parted = hn_phone_part (now);
  hn_edit_set_input (self, field, parted);
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
  g_return_if_fail (field != NULL);

  if (field->type == HN_TYPE_PHONE)
    part_phone (self, field);
  hn_edit_look_up (self, field);
  hn_edit_ask_similar (self, field);
  if (g_hash_table_add (self->left, (gpointer) field))
    hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
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
