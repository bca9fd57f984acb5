/* A record saved that somebody else may have changed since it was read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-record-merge.h"
#include "hn-register-private.h"

static char *
print_value (HnRegister     *self,
             const HnRecord *record,
             const char     *field)
{
  g_autoptr (HnRecord) copy = NULL;

  if (hn_record_get (record, field) == NULL)
    return g_strdup (C_("a field's value", "nothing"));

  copy = hn_record_copy (record);
  hn_register_fill_shown (self, copy);

  return hn_record_print (copy, field);
}

static gboolean
refuse_conflicts (HnRegister      *self,
                  const HnRecord  *record,
                  const HnRecord  *theirs,
                  GPtrArray       *conflicts,
                  GError         **error)
{
  g_autofree char *title = hn_register_get_title (self, hn_record_get_kind (record), hn_record_get_id (record));
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const HnField *field = g_ptr_array_index (conflicts, i);
      g_autofree char *there = print_value (self, theirs, field->name);
      g_autofree char *here = print_value (self, record, field->name);

      if (i > 0)
        g_string_append (fields, "; ");
      /* Translators: a field, its value as somebody else saved it, and as it is in the form. */
      g_string_append_printf (fields, _("%s (saved: %s, here: %s)"), hn_field_get_label (field), there, here);
    }
  g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED,
               _("Somebody else has changed “%s” meanwhile: %s. Nothing was saved. Choose what shall stay and save "
                 "again."),
               title, fields->str);

  return FALSE;
}

/**
 * hn_register_merge:
 * @self: a register
 * @record: a record as it was changed here
 * @base: the same record as it was when the change began
 * @stored: (nullable): as it is stored now; %NULL if it is not there any more
 * @error: return location
 *
 * Sets in @record what only others changed.
 *
 * Returns: whether it may be saved; %HN_REGISTER_ERROR_CHANGED if a field was changed on both sides, or the record
 *   deleted
 */
gboolean
hn_register_merge (HnRegister      *self,
                   HnRecord        *record,
                   const HnRecord  *base,
                   const HnRecord  *stored,
                   GError         **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *title = NULL;

  if (stored == NULL)
    {
      title = hn_record_title (base);
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED,
                   _("Somebody else has deleted “%s” meanwhile, and nothing was saved. If it is still needed, take "
                     "the deletion back in the history, or add it anew."),
                   title);
      return FALSE;
    }

  conflicts = hn_record_merge (record, base, stored);

  return conflicts->len == 0 || refuse_conflicts (self, record, stored, conflicts, error);
}

static void
assign (HnRecord       *record,
        const HnRecord *values)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;

      hn_record_set (record, name, hn_record_get (values, name));
      hn_record_set_shown (record, name, hn_record_get_shown (values, name));
    }
}

/**
 * hn_register_save_over:
 * @self: a register
 * @record: a record of the register, changed
 * @base: the record as it was when the change began
 * @error: return location; as of hn_register_save(), and %HN_REGISTER_ERROR_CHANGED names the fields that somebody
 *   else has set to other values meanwhile, or says that the record was deleted
 *
 * Saves what was changed since @base and keeps what others changed in other fields; @record holds that too then. To
 * save over what others did, let @base be the record as they left it.
 *
 * Returns: whether it is saved; if not, nothing is, and @record is as it was
 */
gboolean
hn_register_save_over (HnRegister      *self,
                       HnRecord        *record,
                       const HnRecord  *base,
                       GError         **error)
{
  g_autoptr (HnRecord) merged = NULL;

  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (record != NULL && base != NULL, FALSE);
  g_return_val_if_fail (hn_record_get_id (record) != 0, FALSE);
  g_return_val_if_fail (hn_record_get_id (record) == hn_record_get_id (base), FALSE);

  merged = hn_record_copy (record);
  if (!hn_register_save_based (self, merged, base, error))
    return FALSE;

  assign (record, merged);

  return TRUE;
}
