/* What records are called, and what those are called that a record refers to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-country.h"
#include "hn-register-private.h"
#include "hn-value-print.h"

static char *get_title_in (HnRegister   *self,
                           const HnKind *kind,
                           gint64        id,
                           HnLanguage    language);

/**
 * hn_kind_title_uses:
 *
 * Returns: whether the field stands in the title of its kind
 */
gboolean
hn_kind_title_uses (const HnKind  *kind,
                    const HnField *field)
{
  g_autofree char *part = g_strdup_printf ("{%s}", field->name);

  return strstr (kind->title, part) != NULL;
}

/**
 * hn_kind_is_known_by:
 *
 * Returns: whether others show a record otherwise, are found by other words or stand elsewhere when the field changes
 */
gboolean
hn_kind_is_known_by (const HnKind  *kind,
                     const HnField *field)
{
  static const char *const others[] = { "name_order", "code", "name_en", "aliases", NULL };

  return hn_kind_title_uses (kind, field) || g_strv_contains (others, field->name);
}

/* The field that is the whole title, where it is one of words; its column is then the title. */
static const HnField *
sole_title_field (const HnKind *kind)
{
  gsize length = strlen (kind->title);
  g_autofree char *name = NULL;
  const HnField *field;

  if (length < 3 || kind->title[0] != '{' || strchr (kind->title, '}') != kind->title + length - 1)
    return NULL;

  name = g_strndup (kind->title + 1, length - 2);
  field = hn_kind_get_field (kind, name);

  return field != NULL && hn_field_is_text (field) ? field : NULL;
}

static char *
read_title (HnRegister    *self,
            const HnKind  *kind,
            const HnField *field,
            gint64         id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?1", field->name, kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, sql, NULL))
    return NULL;

  hn_statement_bind_integer (&statement, 1, id);

  return hn_statement_next (&statement, NULL) ? g_strdup (hn_statement_text (&statement, 0)) : NULL;
}

/* The Vietnamese name that the register gives a country; NULL if it has none of that code. */
static char *
find_country_name (HnRegister *self,
                   const char *code)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, "SELECT \"name\" FROM \"country\" WHERE \"code\" = ?1", NULL))
    return NULL;

  hn_statement_bind_text (&statement, 1, code);

  return hn_statement_next (&statement, NULL) ? g_strdup (hn_statement_text (&statement, 0)) : NULL;
}

/* The office's own name for a country goes before that of the program's table, which has both languages. */
static char *
country_shown (HnRegister *self,
               const char *code,
               HnLanguage  language,
               gboolean   *renamed)
{
  g_autofree char *name = find_country_name (self, code);
  const HnCountry *known = hn_country_lookup (code);

  if (name != NULL && (known == NULL || !g_str_equal (known->name_vi, name)))
    {
      *renamed = TRUE;
      return g_steal_pointer (&name);
    }

  if (known == NULL)
    return g_strdup (code);

  return g_strdup (language == HN_LANGUAGE_VIETNAMESE ? known->name_vi
                                                      : hn_label_get ((HnLabel) { known->name_en, known->name_vi }));
}

static char *
value_shown (HnRegister    *self,
             GVariant      *value,
             HnLanguage     language,
             gboolean      *renamed)
{
  const char *kind;
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return country_shown (self, g_variant_get_string (value, NULL), language, renamed);

  *renamed = TRUE;
  g_variant_get (value, "(&sx)", &kind, &id);

  return hn_kind_lookup (kind) != NULL ? get_title_in (self, hn_kind_lookup (kind), id, language) : NULL;
}

static void
fill_list (HnRegister    *self,
           HnRecord      *record,
           const HnField *field,
           HnLanguage     language,
           GVariant      *values)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  gboolean renamed = FALSE;

  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      g_autofree char *title = value_shown (self, value, language, &renamed);

      if (title != NULL)
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? "; " : "", title);
    }
  hn_record_set_shown (record, field->name, renamed ? shown->str : NULL);
}

static void
fill_field (HnRegister    *self,
            HnRecord      *record,
            const HnField *field,
            HnLanguage     language)
{
  GVariant *value = hn_record_get (record, field->name);
  g_autofree char *title = NULL;
  gboolean renamed = FALSE;

  if (value == NULL || (field->type != HN_TYPE_REFERENCE && field->type != HN_TYPE_COUNTRY))
    return;
  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    {
      fill_list (self, record, field, language, value);
      return;
    }
  /* Words instead of a reference say themselves what they are called. */
  if (field->type == HN_TYPE_REFERENCE && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return;

  title = value_shown (self, value, language, &renamed);
  hn_record_set_shown (record, field->name, renamed ? title : NULL);
}

static HnRecord *
find_titled (HnRegister   *self,
             const HnKind *stored,
             gint64        id,
             HnLanguage    language)
{
  g_autoptr (HnRecord) record = hn_register_find (self, stored, id, NULL);

  for (guint i = 0; record != NULL && i < stored->n_fields; i++)
    {
      if (hn_kind_title_uses (stored, &stored->fields[i]))
        fill_field (self, record, &stored->fields[i], language);
    }

  return g_steal_pointer (&record);
}

/**
 * hn_register_fill_shown:
 *
 * Fills in what everything is called that the record refers to.
 */
void
hn_register_fill_shown (HnRegister *self,
                        HnRecord   *record)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    fill_field (self, record, &kind->fields[i], HN_LANGUAGE_OF_USER);
}

/**
 * hn_register_fill_shown_vi:
 *
 * The same in Vietnamese, for what the office prints.
 */
void
hn_register_fill_shown_vi (HnRegister *self,
                           HnRecord   *record)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    fill_field (self, record, &kind->fields[i], HN_LANGUAGE_VIETNAMESE);
}

static char *
get_title_in (HnRegister   *self,
              const HnKind *kind,
              gint64        id,
              HnLanguage    language)
{
  const HnKind *stored = hn_kind_stored (kind);
  const HnField *sole = sole_title_field (stored);
  g_autoptr (HnRecord) record = NULL;

  if (sole != NULL)
    return read_title (self, stored, sole, id);

  record = find_titled (self, stored, id, language);
  if (record == NULL)
    return NULL;

  return language == HN_LANGUAGE_VIETNAMESE ? hn_record_title_vi (record) : hn_record_title (record);
}

/**
 * hn_register_get_title:
 * @self: a register
 * @kind: a kind or view
 * @id: a record's id
 *
 * Returns: (transfer full) (nullable): what the record is called; %NULL if it is not there
 */
char *
hn_register_get_title (HnRegister   *self,
                       const HnKind *kind,
                       gint64        id)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return get_title_in (self, kind, id, HN_LANGUAGE_OF_USER);
}

/**
 * hn_register_get_title_vi:
 *
 * Returns: (transfer full) (nullable): as hn_register_get_title(), but always in Vietnamese, for what is printed or
 *   kept
 */
char *
hn_register_get_title_vi (HnRegister   *self,
                          const HnKind *kind,
                          gint64        id)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return get_title_in (self, kind, id, HN_LANGUAGE_VIETNAMESE);
}

/**
 * hn_record_title_words:
 *
 * What is stored about a record must not hang on the language of the program that stored it.
 *
 * Returns: (transfer full): its title, with the fields in the words of a workbook
 */
char *
hn_record_title_words (const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_auto (GStrv) parts = g_strsplit_set (kind->title, "{}", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 1; parts[i - 1] != NULL && parts[i] != NULL; i += 2)
    {
      g_autofree char *part = hn_record_print_vi (record, parts[i]);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", part);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * hn_register_title_words:
 *
 * Returns: (transfer full) (nullable): hn_record_title_words() of a record by its id; %NULL if it is not there
 */
char *
hn_register_title_words (HnRegister   *self,
                         const HnKind *kind,
                         gint64        id)
{
  const HnField *sole = sole_title_field (kind);
  g_autoptr (HnRecord) record = NULL;

  if (sole != NULL)
    return read_title (self, kind, sole, id);

  record = find_titled (self, kind, id, HN_LANGUAGE_VIETNAMESE);

  return record != NULL ? hn_record_title_words (record) : NULL;
}

/**
 * hn_register_find_country:
 *
 * Returns: the id of the country with a code, or 0
 */
gint64
hn_register_find_country (HnRegister *self,
                          const char *code)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, "SELECT \"id\" FROM \"country\" WHERE \"code\" = ?1", NULL))
    return 0;

  hn_statement_bind_text (&statement, 1, code);

  return hn_statement_next (&statement, NULL) ? hn_statement_integer (&statement, 0) : 0;
}
