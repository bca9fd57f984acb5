/* Countries and territories as the program brings them: codes, names, other spellings, regions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-country.h"

#include <string.h>

#include "hn-fold.h"

typedef struct
{
  GHashTable *marked; /* spelling with its marks -> HnCountry */
  GHashTable *folded; /* spelling without marks -> HnCountry */
} Index;

static const struct
{
  const char *code;
  const char *heading;
} regions[] = {
  [HN_REGION_NORTHEAST_ASIA] = { "northeast_asia", "I. Đông Bắc Á" },
  [HN_REGION_SOUTHEAST_ASIA] = { "southeast_asia", "II. Đông Nam Á" },
  [HN_REGION_EUROPE] = { "europe", "III. Châu Âu" },
  [HN_REGION_AMERICAS] = { "americas", "IV. Châu Mỹ" },
  [HN_REGION_OCEANIA] = { "oceania", "V. Châu Đại Dương" },
  [HN_REGION_OTHER] = { "other", "VI. Khu vực khác" },
};

/* In-đô-nê-xi-a, Inđônêxia and IN ĐÔ NÊ XI A are one spelling. */
static char *
without_separators (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (g_ascii_isalnum (*from) || (guchar) *from >= 0x80)
      *to++ = *from;
  *to = '\0';
  return text;
}

static void
index_spelling (Index           *index,
                const char      *spelling,
                const HnCountry *country)
{
  g_hash_table_insert (index->marked, without_separators (hn_text_mark (spelling)), (gpointer) country);
  g_hash_table_insert (index->folded, without_separators (hn_text_fold (spelling)), (gpointer) country);
}

static Index *
index_new (void)
{
  Index *index = g_new (Index, 1);

  index->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < hn_n_countries; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (hn_countries[i].aliases, ";", -1);

      index_spelling (index, hn_countries[i].name_vi, &hn_countries[i]);
      index_spelling (index, hn_countries[i].name_en, &hn_countries[i]);
      for (guint j = 0; aliases[j] != NULL; j++)
        index_spelling (index, aliases[j], &hn_countries[i]);
    }
  return index;
}

static const Index *
get_index (void)
{
  static Index *index;

  if (g_once_init_enter_pointer (&index))
    g_once_init_leave_pointer (&index, index_new ());
  return index;
}

/**
 * hn_country_lookup:
 * @code: an ISO 3166-1 alpha-2 code, in capitals
 *
 * Returns: (nullable): the country of that code
 */
const HnCountry *
hn_country_lookup (const char *code)
{
  guint low = 0;
  guint high = hn_n_countries;

  g_return_val_if_fail (code != NULL, NULL);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (code, hn_countries[middle].code);

      if (order == 0)
        return &hn_countries[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

/**
 * hn_country_find:
 * @text: what stands in a paper: a code, a Vietnamese or English name, an older or shorter spelling
 *
 * Finds the country that is meant. Capitals, marks, hyphens and spaces do not matter as long as they are not needed
 * to tell two apart: "MY" is Malaysia, "Mỹ" and "my" are the United States; "AO" is Angola, "Áo" and "ao" Austria.
 *
 * Returns: (nullable): the country, or %NULL if none answers to @text
 */
const HnCountry *
hn_country_find (const char *text)
{
  const Index *index = get_index ();
  g_autofree char *marked = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *capitals = NULL;
  g_autofree char *trimmed = NULL;
  const HnCountry *country;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  country = hn_country_lookup (trimmed);
  if (country != NULL)
    return country;

  marked = without_separators (hn_text_mark (text));
  country = g_hash_table_lookup (index->marked, marked);
  if (country != NULL)
    return country;

  folded = without_separators (hn_text_fold (text));
  /* Marks that were typed are meant: bí is not Bỉ. */
  country = strcmp (marked, folded) == 0 ? g_hash_table_lookup (index->folded, folded) : NULL;
  if (country != NULL)
    return country;

  capitals = g_ascii_strup (trimmed, -1);
  return hn_country_lookup (capitals);
}

/**
 * hn_region_code:
 * @region: a region
 *
 * Returns: its name in the register, "northeast_asia" for one
 */
const char *
hn_region_code (HnRegion region)
{
  g_return_val_if_fail ((guint) region < HN_N_REGIONS, NULL);
  return regions[region].code;
}

/**
 * hn_region_from_code:
 * @code: (nullable): a region's name in the register
 * @region: (out): the region
 *
 * Returns: whether there is such a region
 */
gboolean
hn_region_from_code (const char *code,
                     HnRegion   *region)
{
  for (guint i = 0; i < HN_N_REGIONS; i++)
    if (g_strcmp0 (code, regions[i].code) == 0)
      {
        *region = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hn_region_heading:
 * @region: a region
 *
 * Returns: its row in form M09, numbered: "I. Đông Bắc Á"
 */
const char *
hn_region_heading (HnRegion region)
{
  g_return_val_if_fail ((guint) region < HN_N_REGIONS, NULL);
  return regions[region].heading;
}
