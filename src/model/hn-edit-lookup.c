/* Names that were typed and not chosen, looked up when their field is left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-check.h"
#include "hn-edit-private.h"

typedef struct
{
  HnEdit *edit;
  const HnField *field;
  char *text;
} Question;

typedef struct
{
  GVariant *value; /* NULL where the text names nothing */
  char *shown;     /* of a single record */
  char *message;   /* why nothing was found */
} Finding;

static void
question_free (Question *question)
{
  g_clear_object (&question->edit);
  g_free (question->text);
  g_free (question);
}

static void
finding_free (Finding *finding)
{
  g_clear_pointer (&finding->value, g_variant_unref);
  g_free (finding->shown);
  g_free (finding->message);
  g_free (finding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Finding, finding_free)

static Question *
question_new (HnEdit        *edit,
              const HnField *field,
              const char    *text)
{
  Question *question = g_new0 (Question, 1);

  question->edit = edit != NULL ? g_object_ref (edit) : NULL;
  question->field = field;
  question->text = g_strdup (text);

  return question;
}

static gpointer
look_up_job (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Question *question = data;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GVariant) value = hn_register_parse (reg, question->field, question->text, NULL, &reason);
  Finding *finding = g_new0 (Finding, 1);
  const char *kind;
  gint64 id;

  if (reason != NULL)
    finding->message = hn_edit_explain_words (question->text, reason);
  if (value == NULL)
    return finding;

  g_variant_take_ref (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)")))
    {
      g_variant_get (value, "(&sx)", &kind, &id);
      finding->shown = hn_register_get_title (reg, hn_kind_lookup (kind), id);
    }
  finding->value = g_steal_pointer (&value);

  return finding;
}

static void
add_found (HnEdit        *self,
           const HnField *field,
           GVariant      *values)
{
  g_autoptr (GVariant) kept = g_variant_ref (values);

  hn_edit_set_input (self, field, "");
  for (gsize i = 0; i < g_variant_n_children (kept); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (kept, i);

      hn_edit_add_value (self, field, value, NULL);
    }
}

static void
take_finding (HnEdit        *self,
              const HnField *field,
              Finding       *finding)
{
  if (finding->message != NULL)
    {
      hn_edit_refuse (self, field, finding->message);
      return;
    }
  /* Where words may stand, they say no more than they did. */
  if (finding->value == NULL
      || (field->type == HN_TYPE_REFERENCE && g_variant_is_of_type (finding->value, G_VARIANT_TYPE_STRING)))
    return;
  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    add_found (self, field, finding->value);
  else
    hn_edit_set_value (self, field, finding->value, finding->shown);
}

/* (transfer full) (nullable): what stands in the field and is not chosen */
static char *
get_words (HnEdit        *self,
           const HnField *field)
{
  const char *typed = hn_draft_get_typed (self->draft, field);

  if (typed == NULL && field->type == HN_TYPE_REFERENCE)
    typed = hn_record_get_text (hn_draft_get_record (self->draft), field->name);

  return g_strdup (typed);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Question *question = user_data;
  HnEdit *self = question->edit;
  const HnField *field = question->field;
  /* If the register cannot be read, a save will say so. */
  g_autoptr (Finding) finding = hn_store_read_finish (HN_STORE (source), result, NULL);
  g_autofree char *words = get_words (self, field);

  if (g_strcmp0 (g_hash_table_lookup (self->looked_up, field), question->text) == 0)
    g_hash_table_remove (self->looked_up, field);
  if (finding != NULL && !self->saving && g_strcmp0 (words, question->text) == 0)
    take_finding (self, field, finding);
  else
    hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
  question_free (question);
}

/**
 * hn_edit_look_up:
 *
 * Called when a field was left: what it holds is looked up, so that the form can complete it.
 */
void
hn_edit_look_up (HnEdit        *self,
                 const HnField *field)
{
  g_autofree char *words = NULL;

  if (field->type != HN_TYPE_REFERENCE && field->type != HN_TYPE_COUNTRY)
    return;
  words = get_words (self, field);
  if (words == NULL)
    return;

  hn_store_read_async (hn_context_get_store (self->context), look_up_job, question_new (NULL, field, words),
                       (GDestroyNotify) question_free, (GDestroyNotify) finding_free, NULL, looked_up_cb,
                       question_new (self, field, words));
  g_hash_table_insert (self->looked_up, (gpointer) field, g_steal_pointer (&words));
}
