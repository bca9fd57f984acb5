/* What makes two records of a kind look like the same thing: what they are called, and how they can be reached. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-likeness.h"

#include <string.h>

#include "hn-clean.h"
#include "hn-fold.h"
#include "hn-query.h"

/* What names a record beside its title. */
static const struct
{
  const char *kind;
  const char *field;
} names[] = {
  { "organization", "short_name" },
  { "directive", "number" },
};

/* What is in the name of nearly every association, folded. */
static const char *const general_words[] = { "hoi",  "huu", "nghi", "viet", "nam", "lien",
                                            "hiep", "cac", "to",   "chuc", NULL };

static gboolean
is_name (const HnKind  *kind,
         const HnField *field)
{
  if (field->type == HN_TYPE_PHONE || field->type == HN_TYPE_EMAIL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i].kind, kind->name) && g_str_equal (names[i].field, field->name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_title (const HnKind  *kind,
             const HnField *field)
{
  g_autofree char *part = g_strdup_printf ("{%s}", field->name);

  return strstr (kind->title, part) != NULL;
}

/**
 * hn_likeness_traits:
 * @record: a record
 *
 * Returns: (transfer full) (element-type HnTrait): the fields that it may be known by again, of those that are set.
 *   Those of the title are only among them where all of them are
 */
GArray *
hn_likeness_traits (const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);
  GArray *traits = g_array_new (FALSE, FALSE, sizeof (HnTrait));
  gboolean titled = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if (is_in_title (kind, field) && hn_record_get (record, field->name) == NULL)
        titled = FALSE;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      HnTrait trait = { field, FALSE };

      if (hn_record_get (record, field->name) == NULL)
        continue;
      if (titled && is_in_title (kind, field))
        {
          trait.title = TRUE;
          g_array_append_val (traits, trait);
          trait.title = FALSE;
        }
      if (is_name (kind, field))
        g_array_append_val (traits, trait);
    }

  return traits;
}

/* --- texts ----------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *clean = hn_text_clean (text, HN_CLEAN_LINE);

  return hn_text_fold (clean);
}

/* Đức is not Dục, but either may have been meant by who typed duc: word by word, marks count where both have any. */
static gboolean
same_marks (const char *folded,
            const char *a,
            const char *b)
{
  g_auto (GStrv) plain = g_strsplit (folded, " ", -1);
  g_autofree char *first = hn_text_mark (a);
  g_autofree char *second = hn_text_mark (b);
  g_auto (GStrv) words = g_strsplit (first, " ", -1);
  g_auto (GStrv) others = g_strsplit (second, " ", -1);

  for (guint i = 0; plain[i] != NULL && words[i] != NULL && others[i] != NULL; i++)
    {
      if (!g_str_equal (words[i], others[i]) && !g_str_equal (words[i], plain[i]) && !g_str_equal (others[i], plain[i]))
        return FALSE;
    }

  return TRUE;
}

/* One of several numbers is enough; each in the form in which it is searched. */
static GStrv
phone_numbers (const char *text)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();

  hn_haystack_add_phone (haystack, text);

  return g_strsplit (hn_haystack_folded (haystack), "\n", -1);
}

static gboolean
share_one (GStrv a,
           GStrv b)
{
  for (guint i = 0; a[i] != NULL; i++)
    {
      if (*a[i] != '\0' && g_strv_contains ((const char *const *) b, a[i]))
        return TRUE;
    }

  return FALSE;
}

/* The words that tell one association from the others; all of them where there are none else. */
static GStrv
telling_words (const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,.()/", -1);
  g_autoptr (GStrvBuilder) telling = g_strv_builder_new ();
  GStrv found;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !g_strv_contains (general_words, words[i]))
        g_strv_builder_add (telling, words[i]);
    }
  found = g_strv_builder_end (telling);
  if (*found != NULL)
    return found;

  g_strfreev (found);

  return g_strsplit (folded, "\n", -1);
}

static gboolean
is_association (const HnTrait  *trait,
                const HnRecord *record)
{
  return trait->title && g_str_equal (hn_record_get_kind (record)->name, "organization");
}

static HnLike
compare_texts (const HnTrait  *trait,
               const HnRecord *a,
               const HnRecord *b,
               const char     *first,
               const char     *second)
{
  g_autofree char *folded = fold (first);
  g_autofree char *other = fold (second);
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) other_words = NULL;

  if (g_str_equal (folded, other))
    return same_marks (folded, first, second) ? HN_LIKE_EQUAL : HN_LIKE_NOT;
  /* A branch is called like the association that it belongs to. */
  if (!is_association (trait, a) || g_strcmp0 (hn_record_get_text (a, "kind"), hn_record_get_text (b, "kind")) != 0)
    return HN_LIKE_NOT;

  words = telling_words (first);
  other_words = telling_words (second);

  return g_strv_equal ((const char *const *) words, (const char *const *) other_words) ? HN_LIKE_NEARLY : HN_LIKE_NOT;
}

/**
 * hn_likeness_compare:
 * @trait: a field
 * @a: a record in which it is set
 * @b: another record of the same kind
 *
 * Returns: whether both have the same there: texts without regard to capitals, and to marks where only one has them;
 *   numbers of a telephone however they are written
 */
HnLike
hn_likeness_compare (const HnTrait  *trait,
                     const HnRecord *a,
                     const HnRecord *b)
{
  GVariant *value = hn_record_get (a, trait->field->name);
  GVariant *other = hn_record_get (b, trait->field->name);
  g_auto (GStrv) numbers = NULL;
  g_auto (GStrv) other_numbers = NULL;

  if (value == NULL || other == NULL)
    return HN_LIKE_NOT;
  if (g_variant_equal (value, other))
    return HN_LIKE_EQUAL;
  if (!hn_field_is_text (trait->field) || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
      || !g_variant_is_of_type (other, G_VARIANT_TYPE_STRING))
    return HN_LIKE_NOT;
  if (trait->field->type != HN_TYPE_PHONE)
    return compare_texts (trait, a, b, g_variant_get_string (value, NULL), g_variant_get_string (other, NULL));

  numbers = phone_numbers (g_variant_get_string (value, NULL));
  other_numbers = phone_numbers (g_variant_get_string (other, NULL));

  return share_one (numbers, other_numbers) ? HN_LIKE_EQUAL : HN_LIKE_NOT;
}

/* --- dates ----------------------------------------------------------- */

static const HnField *
main_date (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == HN_TYPE_DATE && (kind->fields[i].flags & HN_FIELD_LIST) != 0)
        return &kind->fields[i];
    }

  return NULL;
}

/**
 * hn_likeness_dates:
 * @a: a record
 * @b: another record of the same kind
 *
 * Two people of one name who were born on different days are two people, and an event that comes every year is another
 * every year; but an association was not founded twice.
 *
 * Returns: whether the dates that they stand by in time can be the same: one is not known, or not as precisely
 */
gboolean
hn_likeness_dates (const HnRecord *a,
                   const HnRecord *b)
{
  const HnKind *kind = hn_record_get_kind (a);
  const HnField *date = main_date (kind);
  const char *first = date != NULL ? hn_record_get_text (a, date->name) : NULL;
  const char *second = date != NULL ? hn_record_get_text (b, date->name) : NULL;

  if (first == NULL || second == NULL || g_str_equal (kind->name, "organization"))
    return TRUE;

  return g_str_has_prefix (first, second) || g_str_has_prefix (second, first);
}

/* --- finding --------------------------------------------------------- */

/**
 * hn_likeness_needles:
 * @trait: a field
 * @record: a record in which it is set
 * @lines: (out): whether they are whole lines there, not words within one
 *
 * Returns: (transfer full) (nullable): what stands in the folded search text of every record that is like it there: all
 *   of them, or of telephone numbers any; %NULL where the field is no text
 */
GStrv
hn_likeness_needles (const HnTrait  *trait,
                     const HnRecord *record,
                     gboolean       *lines)
{
  const char *text = hn_field_is_text (trait->field) ? hn_record_get_text (record, trait->field->name) : NULL;
  g_autofree char *folded = NULL;

  *lines = !is_association (trait, record);
  if (text == NULL)
    return NULL;
  if (trait->field->type == HN_TYPE_PHONE)
    return phone_numbers (text);
  if (!*lines)
    return telling_words (text);

  folded = fold (text);

  return g_strsplit (folded, "\n", -1);
}
