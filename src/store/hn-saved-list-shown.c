/* What a saved list is said to be: its list and its conditions in words, not as they are kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"

/* A change of the conditions alone does not say of which list they are. */
static const HnKind *
find_list (HnRegister     *self,
           const HnRecord *record)
{
  const char *name = hn_record_get_text (record, "list");
  g_autoptr (HnRecord) now = NULL;

  if (name == NULL && hn_record_get_id (record) != 0)
    {
      now = hn_register_find (self, hn_record_get_kind (record), hn_record_get_id (record), NULL);
      name = now != NULL ? hn_record_get_text (now, "list") : NULL;
    }

  return name != NULL ? hn_kind_lookup (name) : NULL;
}

static void
fill_conditions (HnRegister   *self,
                 HnRecord     *record,
                 const HnKind *list)
{
  const char *text = hn_record_get_text (record, "conditions");
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = NULL;

  if (text == NULL)
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *condition = g_steal_pointer (&lines[i]);

      lines[i] = hn_condition_describe (self, list, g_strstrip (condition));
    }
  words = g_strjoinv ("\n", lines);
  hn_record_set_shown (record, "conditions", words);
}

static void
fill_order (HnRecord     *record,
            const HnKind *list)
{
  const char *sort = hn_record_get_text (record, "sort");
  gboolean descending = sort != NULL && *sort == '-';
  const HnField *field = sort != NULL ? hn_kind_get_field (list, sort + (descending ? 1 : 0)) : NULL;
  g_autofree char *words = NULL;

  if (field == NULL)
    return;

  words = g_strconcat (hn_field_get_label (field), descending ? " ↓" : " ↑", NULL);
  hn_record_set_shown (record, "sort", words);
}

/**
 * hn_saved_list_fill_shown:
 * @record: of any kind; of others than a saved list nothing is changed
 *
 * Fills in, in the user's language, what a person would say instead of `countries=LA`: "Countries: Laos". What makes no
 * sense is shown as it is kept.
 */
void
hn_saved_list_fill_shown (HnRegister *self,
                          HnRecord   *record)
{
  const HnKind *list;

  if (!g_str_equal (hn_record_get_kind (record)->name, "saved_list"))
    return;

  list = find_list (self, record);
  if (list == NULL)
    return;

  if (hn_record_get (record, "list") != NULL)
    hn_record_set_shown (record, "list", hn_kind_get_plural (list));
  fill_conditions (self, record, list);
  fill_order (record, list);
}
