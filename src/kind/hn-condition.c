/* Conditions on one field of a record, as the tables of kinds write them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-condition.h"

/**
 * hn_condition_parse:
 * @condition: (out caller-allocates): the condition; hn_condition_clear() frees what it holds
 * @text: "form=goods|service", "country!=VN" or the mere name of a field
 *
 * Returns: whether @text is a condition
 */
gboolean
hn_condition_parse (HnCondition *condition,
                    const char  *text)
{
  const char *equals;
  gboolean negated;

  g_return_val_if_fail (condition != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  *condition = (HnCondition) { 0 };
  equals = strchr (text, '=');
  if (equals == NULL)
    {
      condition->field = g_strdup (text);
      return *text != '\0';
    }

  negated = equals > text && equals[-1] == '!';
  condition->type = negated ? HN_CONDITION_IS_NOT : HN_CONDITION_IS;
  condition->field = g_strndup (text, (gsize) (equals - text) - (negated ? 1 : 0));
  condition->values = g_strsplit (equals + 1, "|", -1);

  return *condition->field != '\0' && condition->values[0] != NULL;
}

/**
 * hn_condition_holds:
 * @condition: a condition
 * @record: a record whose kind has the field
 *
 * Returns: whether it is so
 */
gboolean
hn_condition_holds (const HnCondition *condition,
                    const HnRecord    *record)
{
  const char *text;
  gboolean found;

  g_return_val_if_fail (condition != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  if (hn_record_get (record, condition->field) == NULL)
    return FALSE;
  if (condition->type == HN_CONDITION_SET)
    return TRUE;

  text = hn_record_get_text (record, condition->field);
  found = text != NULL && g_strv_contains ((const char *const *) condition->values, text);

  return found == (condition->type == HN_CONDITION_IS);
}

/**
 * hn_condition_clear:
 * @condition: a condition
 */
void
hn_condition_clear (HnCondition *condition)
{
  g_return_if_fail (condition != NULL);

  g_clear_pointer (&condition->field, g_free);
  g_clear_pointer (&condition->values, g_strfreev);
}
