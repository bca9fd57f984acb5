/* Records written to a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <sys/random.h>

#include "hn-register-private.h"
#include "hn-value.h"

/* Random over 63 bits, so that records made in different offices can meet in one register. */
static gint64
invent_id (void)
{
  guint64 bits;

  do
    {
      gssize got = getrandom (&bits, sizeof bits, 0);

      if (got != (gssize) sizeof bits && errno != EINTR)
        g_error ("The system gave no random number: %s", g_strerror (errno));
      if (got != (gssize) sizeof bits)
        bits = 0;
      bits &= G_MAXINT64;
    }
  while (bits == 0);

  return (gint64) bits;
}

static void
bind_member (HnStatement *statement,
             GVariant    *value)
{
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      hn_statement_bind_text (statement, 2, g_variant_get_string (value, NULL));
      return;
    }

  g_variant_get (value, "(&sx)", NULL, &id);
  hn_statement_bind_integer (statement, 2, id);
}

static gboolean
remove_list (HnRegister         *self,
             const HnListTable  *list,
             gint64              id,
             GError            **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, list->remove, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, id);

  return hn_statement_run (&statement, error);
}

static gboolean
write_list (HnRegister         *self,
            const HnListTable  *list,
            const HnRecord     *record,
            GError            **error)
{
  GVariant *values = hn_record_get (record, list->field->name);
  g_auto (HnStatement) statement = { 0 };

  if (values == NULL)
    return TRUE;
  if (!hn_statement_prepare (&statement, self, list->insert, error))
    return FALSE;

  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);

      hn_statement_bind_integer (&statement, 1, hn_record_get_id (record));
      bind_member (&statement, value);
      hn_statement_bind_integer (&statement, 3, (gint64) i);
      if (!hn_statement_run (&statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_lists (HnRegister      *self,
             const HnPlan    *plan,
             const HnRecord  *record,
             const HnRecord  *before,
             GError         **error)
{
  for (guint i = 0; i < plan->lists->len; i++)
    {
      const HnListTable *list = &g_array_index (plan->lists, HnListTable, i);

      if (before != NULL && !remove_list (self, list, hn_record_get_id (record), error))
        return FALSE;
      if (!write_list (self, list, record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_changed (const HnRecord *a,
            const HnRecord *b,
            const char     *field)
{
  GVariant *first = hn_record_get (a, field);
  GVariant *second = hn_record_get (b, field);

  if (first == NULL || second == NULL)
    return first != second;

  return !g_variant_equal (first, second);
}

static gboolean
is_renamed (const HnRecord *record,
            const HnRecord *before)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if (hn_kind_is_known_by (kind, field) && is_changed (record, before, field->name))
        return TRUE;
    }

  return FALSE;
}

/**
 * hn_register_write:
 * @self: a register in a transaction
 * @record: a record that keeps every rule
 * @before: (nullable): what is stored of it, %NULL if nothing is
 * @error: return location
 *
 * Returns: whether its rows are written; its search row is not yet
 */
gboolean
hn_register_write (HnRegister      *self,
                   HnRecord        *record,
                   const HnRecord  *before,
                   GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  const HnPlan *plan = hn_register_get_plan (self, kind);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, before != NULL ? plan->update : plan->insert, error))
    return FALSE;

  hn_plan_bind (plan, &statement, record);
  if (!hn_statement_run (&statement, error) || !write_lists (self, plan, record, before, error))
    return FALSE;

  hn_transaction_touch (self, kind, hn_record_get_id (record), before != NULL ? HN_CHANGE_SET : HN_CHANGE_ADD,
                        before != NULL && is_renamed (record, before), record);

  return TRUE;
}

/* A form says it beside the field; alone it must say of which field it speaks: "Abroad since: This is before the
 * birth." */
static char *
say_problem (const HnProblem *problem)
{
  const char *label = problem->field != NULL ? hn_field_get_label (problem->field) : NULL;

  if (label == NULL || strstr (problem->message, label) != NULL)
    return g_strdup (problem->message);

  return g_strdup_printf (C_("a field: what is wrong with it", "%s: %s"), label, problem->message);
}

static gboolean
refuse_invalid (GPtrArray  *problems,
                GError    **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *said = say_problem (g_ptr_array_index (problems, i));

      g_string_append_printf (message, "%s%s", i > 0 ? " " : "", said);
    }
  g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, message->str);

  return FALSE;
}

static gboolean
check_before_save (HnRegister      *self,
                   const HnRecord  *record,
                   GError         **error)
{
  g_autoptr (GPtrArray) problems = hn_register_check_record (self, record, error);

  if (problems == NULL)
    return FALSE;

  return problems->len == 0 || refuse_invalid (problems, error);
}

/* What is stored of a record that has an id. One that is to be filled into a new register may bring its own. */
static gboolean
find_before (HnRegister      *self,
             const HnRecord  *record,
             HnRecord       **before,
             GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autoptr (GError) reason = NULL;

  *before = NULL;
  if (hn_record_get_id (record) == 0)
    return TRUE;

  *before = hn_register_find (self, kind, hn_record_get_id (record), &reason);
  if (*before != NULL)
    return TRUE;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (self->transaction->mode == HN_BATCH_INITIAL)
    return TRUE;

  g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD,
               _("This “%s” is not in the register any more; it may have been deleted. Add it anew."),
               hn_kind_get_label (kind));

  return FALSE;
}

/* Where a base is known, what is stored may be another by now, or gone. */
static gboolean
find_and_merge (HnRegister      *self,
                HnRecord        *record,
                const HnRecord  *base,
                HnRecord       **before,
                GError         **error)
{
  g_autoptr (GError) reason = NULL;

  if (base == NULL)
    return find_before (self, record, before, error);

  *before = hn_register_find (self, hn_record_get_kind (record), hn_record_get_id (record), &reason);
  if (reason == NULL)
    return hn_register_merge (self, record, base, *before, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/* What a record holds of something that was done is never done otherwise. */
static gboolean
check_frozen (const HnRecord  *record,
              const HnRecord  *before,
              GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if ((field->flags & HN_FIELD_FROZEN) == 0 || hn_record_get (before, field->name) == NULL
          || !is_changed (record, before, field->name))
        continue;
      g_set_error (
        error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
        _("“%s” of “%s” stays as it was sent. If it was wrong, delete the record and make it anew."),
        hn_field_get_label (field), hn_kind_get_label (kind));
      return FALSE;
    }

  return TRUE;
}

/* Within what hn_transaction_enter() began. */
static gboolean
save_entered (HnRegister      *self,
              HnRecord        *record,
              const HnRecord  *base,
              HnRecord       **before,
              GError         **error)
{
  if (!find_and_merge (self, record, base, before, error) || !check_before_save (self, record, error))
    return FALSE;
  if (*before != NULL && hn_record_equal (*before, record))
    return TRUE;
  if (*before != NULL && !check_frozen (record, *before, error))
    return FALSE;
  if (hn_record_get_id (record) == 0)
    hn_record_set_id (record, invent_id ());

  return hn_register_write (self, record, *before, error);
}

/**
 * hn_register_save_based:
 * @self: a register
 * @record: as of hn_register_save()
 * @base: (nullable): the record as it was when somebody began to change it; %NULL: whatever is stored is overwritten
 * @error: return location
 *
 * Returns: whether it is saved; if not, @record may hold what others changed
 */
gboolean
hn_register_save_based (HnRegister      *self,
                        HnRecord        *record,
                        const HnRecord  *base,
                        GError         **error)
{
  g_autoptr (HnRecord) before = NULL;
  g_autofree char *title = NULL;
  gint64 id;
  gboolean good;

  if (!hn_transaction_enter (self, error))
    return FALSE;

  id = hn_record_get_id (record);
  good = save_entered (self, record, base, &before, error);
  if (good && self->transaction->mode == HN_BATCH_RECORDED)
    {
      hn_register_fill_shown (self, record);
      title = hn_record_title (record);
    }
  good = hn_transaction_leave (self, good, before != NULL ? "set" : "add", hn_record_get_kind (record),
                               hn_record_get_id (record), title, error);
  if (!good)
    hn_record_set_id (record, id);

  return good;
}

/**
 * hn_register_save:
 * @self: a register
 * @record: the record; a new one, which has no id, gets one
 * @error: return location
 *
 * One whose values are those that are stored already is not recorded as a change.
 *
 * Returns: whether it is saved: on the disk, or in the batch that is under way.
 *   %HN_REGISTER_ERROR_INVALID names everything that is wrong with it
 */
gboolean
hn_register_save (HnRegister  *self,
                  HnRecord    *record,
                  GError     **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return hn_register_save_based (self, record, NULL, error);
}
