/* The letterhead and signature of a report, from the office profile that was valid when its period ended. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-letterhead.h"

#include <string.h>

#include "hn-fold.h"
#include "hn-office-name.h"
#include "hn-sql.h"

/* The last recipient of every document: the clerk's office, which files it. */
#define ARCHIVE "Lưu: VT"

/* Those that are valid first, and of them the newest; then the oldest of the others. */
static const char profile_sql[] =
  "SELECT \"id\", COALESCE (" HN_SQL_FIRST_DAY ("\"valid_from\"") ", '') AS since FROM \"office_profile\""
  " ORDER BY since <= ?1 DESC, CASE WHEN since <= ?1 THEN since END DESC, since, \"id\" LIMIT 1";

/**
 * hn_letterhead_find_profile:
 * @day: a full date
 * @profile: (out) (nullable): %NULL where the register holds no profile
 *
 * The newest office profile that was valid at @day; where none was yet, the oldest. A profile without a date
 * has been valid always.
 *
 * Returns: %FALSE with @error set where the register could not be read
 */
gboolean
hn_letterhead_find_profile (HnRegister  *reg,
                            HnDate       day,
                            HnRecord   **profile,
                            GError     **error)
{
  g_autofree char *iso = hn_date_to_iso (day);
  g_autoptr (HnRows) rows = hn_register_query (reg, profile_sql, "s", error, iso);
  g_autoptr (GError) local = NULL;

  *profile = NULL;
  if (rows == NULL)
    return FALSE;
  if (hn_rows_next (rows, &local))
    *profile = hn_register_load (reg, hn_kind_lookup ("office_profile"), hn_rows_integer (rows, 0), &local);

  return hn_sql_done (&local, error);
}

/* "- Như trên;" and "Như trên" are the same: list marks are put on when the list is printed. */
static void
add_item (GStrvBuilder *items,
          const char   *text)
{
  g_autofree char *item = g_strstrip (g_strdup (text));
  char *start = item;
  gsize length;

  while (*start == '-' || *start == ' ')
    start++;
  length = strlen (start);
  while (length > 0 && strchr (";. ", start[length - 1]) != NULL)
    start[--length] = '\0';
  if (length > 0)
    g_strv_builder_add (items, start);
}

static char **
split_items (const char *text,
             const char *delimiters)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", delimiters, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add_item (items, parts[i]);

  return g_strv_builder_end (items);
}

/* Decree 30/2020/NĐ-CP, Appendix I, 9b: the list begins with those to whom the report is addressed, and ends
 * with the archive. An office that has written no list still gets these. */
static char **
list_recipients (const HnRecord  *profile,
                 char           **addressees)
{
  char **recipients = split_items (hn_record_get_text (profile, "recipients"), "\n");

  if (*recipients != NULL)
    return recipients;

  g_strfreev (recipients);

  return split_items (*addressees != NULL ? "Như trên\n" ARCHIVE : ARCHIVE, "\n");
}

static HnWordsFlags
words_flags (const HnRecord *profile)
{
  HnWordsFlags flags = HN_WORDS_DEFAULT;
  GVariant *round = hn_record_get (profile, "words_chan");

  if (g_strcmp0 (hn_record_get_text (profile, "words_linh"), "le") == 0)
    flags |= HN_WORDS_LE;
  if (g_strcmp0 (hn_record_get_text (profile, "words_nghin"), "ngan") == 0)
    flags |= HN_WORDS_NGAN;
  if (g_strcmp0 (hn_record_get_text (profile, "words_tu"), "bon") == 0)
    flags |= HN_WORDS_BON;
  if (round != NULL && g_variant_get_boolean (round))
    flags |= HN_WORDS_CHAN;

  return flags;
}

/**
 * hn_letterhead_new:
 * @profile: (nullable): %NULL gives an empty letterhead, whose lines are left to be filled in by hand
 */
HnLetterhead *
hn_letterhead_new (const HnRecord *profile)
{
  HnLetterhead *letterhead = g_new0 (HnLetterhead, 1);

  if (profile == NULL)
    {
      letterhead->addressees = g_new0 (char *, 1);
      letterhead->recipients = split_items (ARCHIVE, "\n");
      return letterhead;
    }

  letterhead->superior = g_strdup (hn_record_get_text (profile, "superior"));
  letterhead->name = g_strdup (hn_record_get_text (profile, "name"));
  letterhead->symbol = g_strdup (hn_record_get_text (profile, "symbol"));
  letterhead->place = g_strdup (hn_record_get_text (profile, "place"));
  letterhead->province = g_strdup (hn_record_get_text (profile, "province"));
  letterhead->addressees = split_items (hn_record_get_text (profile, "addressee"), ";\n");
  letterhead->authority = g_strdup (hn_record_get_text (profile, "authority"));
  letterhead->title = g_strdup (hn_record_get_text (profile, "title"));
  letterhead->signatory = g_strdup (hn_record_get_text (profile, "signatory"));
  letterhead->preparer = g_strdup (hn_record_get_text (profile, "preparer"));
  letterhead->recipients = list_recipients (profile, letterhead->addressees);
  letterhead->words = words_flags (profile);

  return letterhead;
}

/**
 * hn_letterhead_free:
 *
 * Frees the letterhead of a period's end.
 */
void
hn_letterhead_free (HnLetterhead *letterhead)
{
  if (letterhead == NULL)
    return;

  g_free (letterhead->superior);
  g_free (letterhead->name);
  g_free (letterhead->symbol);
  g_free (letterhead->place);
  g_free (letterhead->province);
  g_strfreev (letterhead->addressees);
  g_free (letterhead->authority);
  g_free (letterhead->title);
  g_free (letterhead->signatory);
  g_free (letterhead->preparer);
  g_strfreev (letterhead->recipients);
  g_free (letterhead);
}

/* "Bắc Giang" of "tỉnh Bắc Giang" */
static const char *
bare_province (const char *province)
{
  static const char *const words[] = { "tinh ", "thanh pho " };
  g_autofree char *folded = hn_text_fold (province);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      return g_utf8_offset_to_pointer (province, (glong) strlen (words[i]));

  return province;
}

/**
 * hn_letterhead_name_in_text:
 *
 * Returns: (transfer full) (nullable): the office's name as a sentence has it, whatever the letterhead's capitals
 */
char *
hn_letterhead_name_in_text (const HnLetterhead *letterhead)
{
  const char *places[3] = { NULL };
  guint n = 0;

  if (letterhead->place != NULL)
    places[n++] = letterhead->place;
  if (letterhead->province != NULL)
    places[n++] = bare_province (letterhead->province);

  return letterhead->name != NULL ? hn_office_name_in_text (letterhead->name, places) : NULL;
}

/**
 * hn_letterhead_province:
 *
 * The province as the title of form M09 names its people: "BẮC GIANG" for "tỉnh Bắc Giang". Without a
 * profile it is the country.
 */
char *
hn_letterhead_province (const HnLetterhead *letterhead)
{
  const char *province = letterhead->province != NULL ? letterhead->province : letterhead->place;

  return province != NULL ? g_utf8_strup (bare_province (province), -1) : g_strdup ("VIỆT NAM");
}
