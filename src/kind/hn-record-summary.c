/* What a clerk would say of a record in one line: what it is, and what it is beside another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-summary.h"

#include <string.h>

#include "hn-clean.h"

/* --- fields -------------------------------------------------------------- */

typedef gboolean (*FieldTest) (const HnField *field);

static gboolean
is_money (const HnField *field)
{
  return field->type == HN_TYPE_MONEY;
}

static gboolean
is_date (const HnField *field)
{
  return field->type == HN_TYPE_DATE;
}

static gboolean
is_number (const HnField *field)
{
  return hn_field_is_number (field);
}

static gboolean
is_choice (const HnField *field)
{
  return field->type == HN_TYPE_CHOICE;
}

static gboolean
is_words (const HnField *field)
{
  return field->type == HN_TYPE_TEXT || field->type == HN_TYPE_PHONE;
}

static gboolean
stands_in_title (const HnKind  *kind,
                 const HnField *field)
{
  g_autofree char *part = g_strdup_printf ("{%s}", field->name);

  return strstr (kind->title, part) != NULL;
}

/* (nullable): the first field of the list that has a value and is not in the title */
static const HnField *
find_field (const HnRecord *record,
            FieldTest       test)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if ((field->flags & HN_FIELD_LIST) != 0 && test (field) && hn_record_get (record, field->name) != NULL
          && !stands_in_title (kind, field))
        return field;
    }

  return NULL;
}

static gboolean
has_date_in_title (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_date (&kind->fields[i]) && stands_in_title (kind, &kind->fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * hn_kind_title_is:
 *
 * Returns: whether a record is called by this field alone
 */
gboolean
hn_kind_title_is (const HnKind  *kind,
                  const HnField *field)
{
  g_autofree char *whole = g_strdup_printf ("{%s}", field->name);

  return g_str_equal (kind->title, whole);
}

/* --- words --------------------------------------------------------------- */

static char *
lower_first (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup ("");
  first = g_utf8_strdown (text, (gssize) (g_utf8_next_char (text) - text));

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static char *
upper_first (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup ("");
  first = g_utf8_strup (text, (gssize) (g_utf8_next_char (text) - text));

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* (nullable): "2021 – 2026", where @field is the beginning of something that has an end */
static char *
print_span (const HnRecord *record,
            const HnField  *field)
{
  g_autofree char *from = NULL, *to = NULL;

  if (!g_str_equal (field->name, "from") || hn_kind_field_index (hn_record_get_kind (record), "to") < 0
      || hn_record_get (record, "to") == NULL)
    return NULL;

  from = hn_record_print (record, "from");
  to = hn_record_print (record, "to");

  return g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf ("%s – %s", from, to);
}

/* "founded 1998" */
static char *
print_labelled (const HnRecord *record,
                const HnField  *field)
{
  g_autofree char *label = lower_first (hn_field_get_label (field));
  g_autofree char *value = hn_record_print (record, field->name);

  return g_strdup_printf ("%s %s", label, value);
}

/* "over 6.000" */
static char *
print_qualified (const HnRecord *record,
                 const HnField  *field)
{
  const HnField *qualifier = hn_kind_get_field (hn_record_get_kind (record), "qualifier");
  const char *name = qualifier != NULL ? hn_record_get_text (record, "qualifier") : NULL;
  g_autofree char *number = hn_record_print (record, field->name);
  g_autofree char *printed = NULL, *word = NULL;

  if (name == NULL || g_str_equal (name, "exactly"))
    return g_steal_pointer (&number);

  printed = hn_record_print (record, "qualifier");
  word = lower_first (printed);

  return g_strdup_printf ("%s %s", word, number);
}

/* --- one record ---------------------------------------------------------- */

static void
add_part (GPtrArray     *parts,
          GPtrArray     *used,
          const HnField *field,
          char          *part)
{
  g_ptr_array_add (parts, part);
  if (used != NULL && field != NULL)
    g_ptr_array_add (used, (gpointer) field);
}

/**
 * hn_record_summary:
 * @record: a record with the titles of what it refers to
 * @used: (nullable) (element-type HnField): where the fields are added whose values it says
 *
 * "Bilateral association · founded 1998": what sort it is, or of what kind; when; how much.
 *
 * Returns: (transfer full): one quiet line
 */
char *
hn_record_summary (const HnRecord *record,
                   GPtrArray      *used)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const HnField *choice, *date, *money;
  char *span;

  g_return_val_if_fail (record != NULL, NULL);

  choice = find_field (record, is_choice);
  add_part (parts, used, choice,
            choice != NULL ? hn_record_print (record, choice->name)
                           : g_strdup (hn_kind_get_label (hn_record_get_view (record))));

  date = find_field (record, is_date);
  span = date != NULL ? print_span (record, date) : NULL;
  if (date != NULL)
    add_part (parts, used, date, span != NULL ? span : print_labelled (record, date));
  if (span != NULL && used != NULL)
    g_ptr_array_add (used, (gpointer) hn_kind_get_field (hn_record_get_kind (record), "to"));

  money = find_field (record, is_money);
  if (money != NULL)
    add_part (parts, used, money, hn_record_print (record, money->name));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* --- beside another ------------------------------------------------------ */

/* What joins the parts of a title. */
static gboolean
is_joint (gunichar c)
{
  return c == ' ' || c == ',' || c == '.' || c == '-' || c == 0x2013;
}

/* "X, khóa V" without X is "khóa V", "Y – X" is "Y". */
static char *
cut_out (const char *title,
         const char *part)
{
  const char *start = title, *end = title + strlen (title);

  if (*part == '\0')
    return g_strdup (title);
  if (g_str_has_prefix (title, part))
    for (start += strlen (part); *start != '\0' && is_joint (g_utf8_get_char (start));)
      start = g_utf8_next_char (start);
  else if (g_str_has_suffix (title, part))
    for (end -= strlen (part); end > title && is_joint (g_utf8_get_char (g_utf8_prev_char (end)));)
      end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}

/* A chairmanship seen from the person says of what: a record is nothing without what it must refer to. */
static void
append_needed (GString        *title,
               const HnRecord *record,
               const HnField  *beside)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      g_autofree char *printed = NULL;

      if (field->type != HN_TYPE_REFERENCE || (field->flags & HN_FIELD_REQUIRED) == 0 || field == beside
          || stands_in_title (kind, field))
        continue;
      printed = hn_record_print (record, field->name);
      if (*printed != '\0')
        g_string_append_printf (title, "%s%s", title->len > 0 ? " – " : "", printed);
    }
}

/**
 * hn_record_title_beside:
 * @record: a record that refers to another
 * @field: by which field
 *
 * Returns: (transfer full): what it is called where that other one is known: "Chairman – Nguyễn Văn An" is
 *   "Chairman – Hội hữu nghị Việt Nam – Lào" beside that person
 */
char *
hn_record_title_beside (const HnRecord *record,
                        const HnField  *field)
{
  g_autofree char *whole = NULL, *printed = NULL, *part = NULL, *rest = NULL;
  g_autoptr (GString) title = NULL;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  whole = hn_record_title (record);
  if (!stands_in_title (hn_record_get_kind (record), field) || (field->flags & HN_FIELD_MULTIPLE) != 0)
    rest = g_strdup (whole);
  else
    {
      printed = hn_record_print (record, field->name);
      part = hn_text_clean (printed, HN_CLEAN_LINE);
      rest = cut_out (whole, part);
    }

  title = g_string_new (rest);
  append_needed (title, record, field);
  if (title->len == 0)
    return g_steal_pointer (&whole);

  return upper_first (title->str);
}

/**
 * hn_record_detail_beside:
 * @record: a record that refers to another
 * @field: by which field
 *
 * Returns: (transfer full): what more is to be known of it at a glance: how much, when, how many, or what sort;
 *   empty where nothing is
 */
char *
hn_record_detail_beside (const HnRecord *record,
                         const HnField  *field)
{
  static const FieldTest others[] = { is_number, is_words, is_choice };
  const HnField *found;
  char *span;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  found = find_field (record, is_money);
  if (found != NULL)
    return hn_record_print (record, found->name);

  found = has_date_in_title (hn_record_get_kind (record)) ? NULL : find_field (record, is_date);
  if (found != NULL)
    {
      span = print_span (record, found);
      return span != NULL ? span : hn_record_print (record, found->name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      found = find_field (record, others[i]);
      if (found != NULL)
        return print_qualified (record, found);
    }

  return g_strdup ("");
}
