/* People abroad by country, their associations, what papers state of them, and the money they send. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-diaspora.h"

#include <string.h>

#include "hn-currency.h"
#include "hn-number.h"
#include "hn-sort-key.h"
#include "hn-sql.h"
#include "hn-stated.h"

/* The newest count of each country that was known at the day ?2. */
static const char counts_sql[] =
  "SELECT c.\"code\", c.\"name\", c.\"region\", n.\"id\", n.\"number\", n.\"women\", n.\"labour\", n.\"study\","
  " n.\"settled\", n.\"other\", n.\"qualifier\", n.\"source\", n.\"as_of\" FROM \"country\" AS c"
  " JOIN \"diaspora_count\" AS n ON n.\"id\" = (SELECT l.\"id\" FROM \"diaspora_count\" AS l"
  "  WHERE l.\"country\" = c.\"code\" AND ?1 = ?1 AND " HN_SQL_BEGUN ("l.\"as_of\"")
  "  ORDER BY " HN_SQL_FIRST_DAY ("l.\"as_of\"") " DESC, l.\"id\" LIMIT 1)"
  " WHERE c.\"code\" <> 'VN'";

#define PEOPLE \
  "SELECT c.\"code\", c.\"name\", c.\"region\", p.\"id\", p.\"gender\", p.\"residence_purpose\", p.\"prominent\"" \
  " FROM \"person\" AS p JOIN \"country\" AS c ON c.\"code\" = p.\"country\"" \
  " WHERE c.\"code\" <> 'VN' AND ?1 = ?1 AND " HN_SQL_BEGUN ("p.\"since\"")
static const char people_sql[] = PEOPLE;
static const char prominent_sql[] = PEOPLE " AND p.\"prominent\" = 1";

/* An association of two countries is one: it stands with the first. */
static const char associations_sql[] =
  "SELECT c.\"code\", c.\"name\", c.\"region\", o.\"id\" FROM \"organization\" AS o"
  " JOIN \"country\" AS c ON c.\"code\" = (SELECT l.\"value\" FROM \"organization_countries\" AS l"
  "  WHERE l.\"record\" = o.\"id\" ORDER BY l.\"position\" LIMIT 1)"
  " WHERE o.\"kind\" = 'abroad' AND c.\"code\" <> 'VN' AND ?1 = ?1 AND " HN_SQL_ORGANIZATION_NOW;

/* What was stated of all countries or a region: every row of the newest day, which may be up to the end of the
 * last month, as papers count on 31/12 what a report closes on 14/12. */
static const char stated_sql[] =
  "SELECT \"region\", \"number\", \"share\", \"countries_counted\", \"qualifier\", \"source\", \"as_of\""
  " FROM \"diaspora_count\" WHERE \"country\" IS NULL AND " HN_SQL_FIRST_DAY ("\"as_of\"") " ="
  " (SELECT max (" HN_SQL_FIRST_DAY ("\"as_of\"") ") FROM \"diaspora_count\" WHERE \"country\" IS NULL AND ?1 = ?1"
  "  AND " HN_SQL_FIRST_DAY ("\"as_of\"") " <= date (?2, 'start of month', '+1 month', '-1 day'))"
  " ORDER BY \"region\" IS NOT NULL, \"id\"";

static const char hometown_sql[] =
  "SELECT COUNT (*) FROM \"organization\" AS o WHERE o.\"kind\" = 'hometown' AND ?1 = ?1 AND " HN_SQL_ORGANIZATION_NOW;

static const char remittances_sql[] =
  "SELECT \"id\", \"from\", \"to\", \"amount\", \"currency\", \"source\" FROM \"remittance\""
  " WHERE ?1 = ?1 AND " HN_SQL_BEGUN ("\"from\"") " ORDER BY \"from\", \"to\", \"id\"";

static const char *const purposes[HN_N_PEOPLE] = {
  [HN_PEOPLE_LABOUR] = "labour", [HN_PEOPLE_STUDY] = "study", [HN_PEOPLE_SETTLED] = "settled",
};

/* Columns code, name and region of an answer; the rest is the reader's. */
typedef void (*HnCountryReader) (HnCountryPeople *country,
                                 HnRows          *rows);

static void
country_free (gpointer data)
{
  HnCountryPeople *country = data;

  g_free (country->code);
  g_free (country->name);
  g_free (country->note);
  g_ptr_array_unref (country->basis);
  g_free (country);
}

static void
remittance_free (gpointer data)
{
  HnRemittance *remittance = data;

  g_free (remittance->years);
  g_free (remittance->other_money);
  g_free (remittance->source);
  g_free (remittance);
}

/**
 * hn_diaspora_free:
 *
 * Frees the countries, what was sent home, and the notes on both.
 */
void
hn_diaspora_free (HnDiaspora *diaspora)
{
  if (diaspora == NULL)
    return;

  g_ptr_array_unref (diaspora->countries);
  g_ptr_array_unref (diaspora->notes);
  g_ptr_array_unref (diaspora->remittances);
  for (guint i = 0; i < HN_N_REGIONS; i++)
    g_free (diaspora->region_notes[i]);
  g_free (diaspora->total_note);
  g_free (diaspora);
}

static const HnChoice *
region_choices (void)
{
  return hn_kind_get_field (hn_kind_lookup ("country"), "region")->choices;
}

static guint
find_region (const char *name)
{
  const HnChoice *choices = region_choices ();

  for (guint i = 0; i < HN_N_REGIONS - 1; i++)
    if (g_strcmp0 (choices[i].name, name) == 0)
      return i;

  return HN_N_REGIONS - 1;
}

static HnCountryPeople *
get_country (HnDiaspora *diaspora,
             HnRows     *rows)
{
  HnCountryPeople *country;

  for (guint i = 0; i < diaspora->countries->len; i++)
    {
      country = g_ptr_array_index (diaspora->countries, i);
      if (g_strcmp0 (country->code, hn_rows_text (rows, 0)) == 0)
        return country;
    }

  country = g_new0 (HnCountryPeople, 1);
  country->code = g_strdup (hn_rows_text (rows, 0));
  country->name = g_strdup (hn_rows_text (rows, 1));
  country->region = find_region (hn_rows_text (rows, 2));
  country->basis = hn_basis_list_new ();
  for (guint i = 0; i < HN_N_PEOPLE; i++)
    country->people[i] = -1;
  g_ptr_array_add (diaspora->countries, country);

  return country;
}

/* The record in column 3 of an answer. */
static void
add_basis (HnCountryPeople *country,
           int              figure,
           const char      *kind,
           HnRows          *rows)
{
  hn_basis_list_add (country->basis, figure, kind, hn_rows_integer (rows, 3));
}

static void
read_count (HnCountryPeople *country,
            HnRows          *rows)
{
  for (int i = 0; i < HN_N_PEOPLE; i++)
    {
      country->people[i] = hn_rows_is_null (rows, 4 + i) ? -1 : hn_rows_integer (rows, 4 + i);
      if (country->people[i] >= 0)
        add_basis (country, i, "diaspora_count", rows);
    }

  country->note = hn_qualifier_word (hn_rows_text (rows, 10));
  hn_date_from_iso (hn_rows_text (rows, 12), &country->as_of);
}

static void
count_prominent (HnCountryPeople *country,
                 HnRows          *rows)
{
  if (hn_rows_integer (rows, 6) == 0)
    return;

  country->prominent++;
  add_basis (country, HN_BASIS_PROMINENT, "person", rows);
}

static void
count_person (HnCountryPeople *country,
              HnRows          *rows)
{
  HnPeople purpose = HN_PEOPLE_OTHER;

  for (guint i = 0; i < HN_N_PEOPLE; i++)
    {
      country->people[i] = MAX (country->people[i], 0);
      if (purposes[i] != NULL && g_strcmp0 (hn_rows_text (rows, 5), purposes[i]) == 0)
        purpose = (HnPeople) i;
    }

  country->people[HN_PEOPLE_ALL]++;
  country->people[purpose]++;
  add_basis (country, HN_PEOPLE_ALL, "person", rows);
  add_basis (country, purpose, "person", rows);
  if (g_strcmp0 (hn_rows_text (rows, 4), "female") == 0)
    {
      country->people[HN_PEOPLE_WOMEN]++;
      add_basis (country, HN_PEOPLE_WOMEN, "person", rows);
    }
  count_prominent (country, rows);
}

static void
count_association (HnCountryPeople *country,
                   HnRows          *rows)
{
  country->associations++;
  add_basis (country, HN_BASIS_ASSOCIATIONS, "organization", rows);
}

static gboolean
read_countries (const HnFormContext  *context,
                HnDiaspora           *diaspora,
                const char           *sql,
                HnCountryReader       reader,
                GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      HnCountryPeople *country = get_country (diaspora, rows);

      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      reader (country, rows);
    }

  return hn_sql_done (&local, error);
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  const HnCountryPeople *one = *(HnCountryPeople *const *) a, *other = *(HnCountryPeople *const *) b;

  if (one->people[HN_PEOPLE_ALL] != other->people[HN_PEOPLE_ALL])
    return one->people[HN_PEOPLE_ALL] > other->people[HN_PEOPLE_ALL] ? -1 : 1;

  return hn_collate (one->name, other->name);
}

/* "gần 4.000 người, 42 quốc gia, vùng lãnh thổ, 60,2%" of what a row states. */
static char *
print_stated (HnRows *rows)
{
  g_autofree char *qualifier = hn_qualifier_word (hn_rows_text (rows, 4));
  g_autoptr (GString) text = g_string_new (NULL);

  if (!hn_rows_is_null (rows, 1))
    {
      g_autofree char *number = hn_number_print (hn_rows_integer (rows, 1), 0);

      g_string_append_printf (text, "%s%s%s người", qualifier != NULL ? qualifier : "", qualifier != NULL ? " " : "",
                              number);
    }
  if (!hn_rows_is_null (rows, 3))
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT " quốc gia, vùng lãnh thổ", text->len > 0 ? ", " : "",
                            hn_rows_integer (rows, 3));
  if (!hn_rows_is_null (rows, 2))
    {
      g_autofree char *share = hn_number_print (hn_rows_integer (rows, 2), 2);

      g_string_append_printf (text, "%s%s%%", text->len > 0 ? ", " : "", share);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* All of it in one note, regions in their order. */
static void
add_stated_note (HnDiaspora  *diaspora,
                 char *const *regions,
                 const char  *total,
                 const char  *origin)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (total != NULL)
    g_string_append (note, total);
  for (guint i = 0; i < HN_N_REGIONS; i++)
    if (regions[i] != NULL)
      g_string_append_printf (note, "%s%s %s", note->len > 0 ? "; " : "", region_choices ()[i].label.vi, regions[i]);
  if (note->len > 0)
    g_ptr_array_add (diaspora->notes, g_strdup_printf ("Số liệu công bố: %s (%s).", note->str, origin));
}

static gboolean
load_stated (const HnFormContext  *context,
             HnDiaspora           *diaspora,
             GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, stated_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;
  char *regions[HN_N_REGIONS] = { NULL };
  g_autofree char *total = NULL;
  g_autofree char *origin = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      const char *region = hn_rows_text (rows, 0);
      char **place = region != NULL ? &regions[find_region (region)] : &total;
      g_autofree char *day = NULL;
      HnDate as_of;

      hn_date_from_iso (hn_rows_text (rows, 6), &as_of);
      day = hn_date_print (as_of);
      if (origin == NULL)
        origin = hn_rows_is_null (rows, 5) ? g_strdup_printf ("tính đến %s", day)
                                           : g_strdup_printf ("%s, tính đến %s", hn_rows_text (rows, 5), day);
      g_free (*place);
      *place = print_stated (rows);
    }

  add_stated_note (diaspora, regions, total, origin);
  /* How many countries there are is said below the table. */
  if (total != NULL)
    diaspora->total_note = g_strdup_printf ("Công bố: %.*s", (int) strcspn (total, ","), total);
  for (guint i = 0; i < HN_N_REGIONS; i++)
    {
      diaspora->region_notes[i] = regions[i] != NULL ? g_strconcat ("Công bố: ", regions[i], NULL) : NULL;
      g_free (regions[i]);
    }

  return hn_sql_done (&local, error);
}

/* The day of most counts stands under the table, an older one with its country. */
static void
add_count_days (HnDiaspora *diaspora)
{
  g_autofree char *day = NULL;
  HnDate newest = { 0 };

  for (guint i = 0; i < diaspora->countries->len; i++)
    {
      const HnCountryPeople *country = g_ptr_array_index (diaspora->countries, i);

      if (hn_date_compare (country->as_of, newest) > 0)
        newest = country->as_of;
    }
  if (!hn_date_is_set (newest))
    return;

  for (guint i = 0; i < diaspora->countries->len; i++)
    {
      HnCountryPeople *country = g_ptr_array_index (diaspora->countries, i);
      g_autofree char *older = hn_date_print (country->as_of);
      g_autofree char *note = g_steal_pointer (&country->note);

      if (!hn_date_is_set (country->as_of) || hn_date_compare (country->as_of, newest) == 0)
        country->note = g_steal_pointer (&note);
      else
        country->note = g_strdup_printf ("%s%s%s", note != NULL ? note : "", note != NULL ? ", " : "", older);
    }

  day = hn_date_print (newest);
  g_ptr_array_add (diaspora->notes, g_strdup_printf ("Số người theo từng nước: tính đến %s.", day));
}

/* Associations in other provinces have no row in a table of countries. */
static gboolean
load_hometown (const HnFormContext  *context,
               HnDiaspora           *diaspora,
               GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, hometown_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  if (hn_rows_next (rows, &local) && hn_rows_integer (rows, 0) > 0)
    g_ptr_array_add (diaspora->notes, g_strdup_printf ("Ngoài ra có %" G_GINT64_FORMAT
                                                       " hội đồng hương ở các tỉnh, thành phố trong nước.",
                                                       hn_rows_integer (rows, 0)));

  return hn_sql_done (&local, error);
}

static HnRemittance *
read_remittance (HnRows *rows)
{
  HnRemittance *remittance = g_new0 (HnRemittance, 1);
  const char *from = hn_rows_text (rows, 1), *to = hn_rows_text (rows, 2), *currency = hn_rows_text (rows, 4);
  HnDate first, last;

  hn_date_from_iso (from, &first);
  hn_date_from_iso (to, &last);
  remittance->id = hn_rows_integer (rows, 0);
  remittance->source = g_strdup (hn_rows_text (rows, 5));
  if (first.year == last.year)
    remittance->years = g_strdup_printf ("%d", first.year);
  else
    remittance->years = g_strdup_printf ("%d - %d", first.year, last.year);

  if (g_strcmp0 (currency, "USD") != 0)
    {
      g_autofree char *number = hn_number_print (hn_rows_integer (rows, 3), hn_currency_decimals (currency));

      remittance->other_money = g_strdup_printf ("%s %s", number, currency);
      return remittance;
    }

  /* Cents in a million dollars. */
  remittance->millions = hn_rows_integer (rows, 3);
  for (remittance->decimals = 8; remittance->decimals > 0 && remittance->millions % 10 == 0; remittance->decimals--)
    remittance->millions /= 10;

  return remittance;
}

static gboolean
load_remittances (const HnFormContext  *context,
                  HnDiaspora           *diaspora,
                  GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, remittances_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    g_ptr_array_add (diaspora->remittances, read_remittance (rows));

  return hn_sql_done (&local, error);
}

/**
 * hn_diaspora_load:
 *
 * Countries with the newest counts that were known at the period's end. Where no count by country is recorded,
 * the persons that the register keeps are counted instead.
 */
HnDiaspora *
hn_diaspora_load (const HnFormContext  *context,
                  GError              **error)
{
  g_autoptr (HnDiaspora) diaspora = g_new0 (HnDiaspora, 1);

  diaspora->countries = g_ptr_array_new_with_free_func (country_free);
  diaspora->notes = g_ptr_array_new_with_free_func (g_free);
  diaspora->remittances = g_ptr_array_new_with_free_func (remittance_free);

  if (!read_countries (context, diaspora, counts_sql, read_count, error))
    return NULL;
  add_count_days (diaspora);
  if (diaspora->countries->len > 0)
    {
      if (!read_countries (context, diaspora, prominent_sql, count_prominent, error))
        return NULL;
    }
  else
    {
      if (!read_countries (context, diaspora, people_sql, count_person, error))
        return NULL;
      diaspora->from_people = diaspora->countries->len > 0;
    }
  if (!read_countries (context, diaspora, associations_sql, count_association, error)
      || !load_stated (context, diaspora, error) || !load_hometown (context, diaspora, error)
      || !load_remittances (context, diaspora, error))
    return NULL;

  g_ptr_array_sort (diaspora->countries, compare_countries);
  for (guint i = 0; i < diaspora->countries->len; i++)
    if (((HnCountryPeople *) g_ptr_array_index (diaspora->countries, i))->people[HN_PEOPLE_ALL] > 0)
      diaspora->n_peopled++;

  return g_steal_pointer (&diaspora);
}
