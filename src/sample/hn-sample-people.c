/* Six hundred invented people, so that there is somebody to browse: 510 at home, 90 abroad. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sample-people.h"

#include "hn-inventor.h"
#include "hn-sample.h"

#define SEED 19981012 /* the day on which the union was founded */

/* How an organization is staffed. */
typedef struct
{
  const char *kind;
  const char *head;     /* the title of its first person */
  const char *deputy;   /* of the next, or NULL */
  guint       deputies;
  const char *further;  /* of the one after them, or NULL */
  const char *committee; /* of the rest of the committee, or NULL */
  guint       people;   /* all of them are members */
} Staffing;

static const Staffing staffings[] = {
  { "union", "Chủ tịch", "Phó Chủ tịch", 2, "Chánh Văn phòng", NULL, 4 },
  { "bilateral", "Chủ tịch", "Phó Chủ tịch", 2, NULL, "Ủy viên Ban Chấp hành", 9 },
  { "local", "Chủ tịch", "Phó Chủ tịch", 1, NULL, NULL, 5 },
  { "branch", "Chi hội trưởng", NULL, 0, NULL, NULL, 5 },
};

/* Every country of the diaspora count has somebody; these have more. */
static const struct
{
  const char *country;
  guint       people;
} abroad[] = {
  { "TW", 9 }, { "KR", 8 }, { "JP", 8 }, { "CZ", 8 }, { "DE", 7 }, { "RU", 6 }, { "PL", 4 }, { "UA", 4 }, { "CY", 3 },
};

static const Staffing *
find_staffing (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (staffings); i++)
    {
      if (g_str_equal (staffings[i].kind, kind))
        return &staffings[i];
    }

  return NULL;
}

static const char *
office_title (const Staffing *staffing,
              guint           rank)
{
  if (rank == 0)
    return staffing->head;
  if (rank <= staffing->deputies)
    return staffing->deputy;
  if (rank == staffing->deputies + 1 && staffing->further != NULL)
    return staffing->further;

  return staffing->committee;
}

static void
set_year (HnRecord   *record,
          const char *field,
          guint       year)
{
  g_autofree char *text = g_strdup_printf ("%u", year);

  hn_record_set_text (record, field, text);
}

static gboolean
add_membership (HnSampleLoader *loader,
                HnInventor     *inventor,
                const HnRecord *organization,
                const HnRecord *person,
                const char     *key,
                GError        **error)
{
  g_autoptr (HnRecord) membership = hn_record_new (hn_kind_lookup ("membership"));
  guint founded = MAX ((guint) hn_record_get_date (organization, "founded").year, 2000);
  guint grown = (guint) hn_record_get_date (person, "birth").year + 18;
  guint earliest = MIN (MAX (founded, grown), 2020);
  guint joined = founded >= 2021 ? founded : earliest + hn_inventor_below (inventor, 2021 - earliest);

  hn_record_set_reference (membership, "person", hn_kind_lookup ("person"), hn_record_get_id (person));
  hn_record_set_reference (membership, "organization", hn_kind_lookup ("organization"),
                           hn_record_get_id (organization));
  set_year (membership, "joined", joined);

  return hn_sample_loader_save (loader, membership, key, error);
}

/* The term 2018–2023, or from the founding where that was later. */
static void
set_term (HnSampleLoader *loader,
          HnRecord       *office,
          const HnRecord *organization,
          const char     *organization_key)
{
  g_autofree char *key = g_strconcat ("term:", organization_key, NULL);
  gint64 term = hn_sample_loader_lookup (loader, key);
  guint from = MAX ((guint) hn_record_get_date (organization, "founded").year, 2018);

  if (term != 0)
    hn_record_set_reference (office, "term", hn_kind_lookup ("term"), term);
  set_year (office, "from", from);
  set_year (office, "to", from == 2021 ? 2026 : 2023);
}

static gboolean
add_office (HnSampleLoader *loader,
            const HnRecord *organization,
            const char     *organization_key,
            const HnRecord *person,
            const char     *title,
            guint           rank,
            const char     *key,
            GError        **error)
{
  g_autoptr (HnRecord) office = hn_record_new (hn_kind_lookup ("office"));

  hn_record_set_reference (office, "person", hn_kind_lookup ("person"), hn_record_get_id (person));
  hn_record_set_reference (office, "organization", hn_kind_lookup ("organization"), hn_record_get_id (organization));
  hn_record_set_text (office, "title", title);
  hn_record_set_number (office, "precedence", rank + 1);
  set_term (loader, office, organization, organization_key);

  return hn_sample_loader_save (loader, office, key, error);
}

static gboolean
staff_organization (HnSampleLoader *loader,
                    HnInventor     *inventor,
                    const HnRecord *organization,
                    const char     *organization_key,
                    GError        **error)
{
  const Staffing *staffing = find_staffing (hn_record_get_text (organization, "kind"));

  for (guint i = 0; staffing != NULL && i < staffing->people; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s-%u", organization_key, i + 1);
      g_autoptr (HnRecord) person = hn_inventor_make (inventor);
      const char *title = office_title (staffing, i);

      if (!hn_sample_loader_save (loader, person, key, error)
          || !add_membership (loader, inventor, organization, person, key, error))
        return FALSE;
      if (title != NULL && !add_office (loader, organization, organization_key, person, title, i, key, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_country (HnSampleLoader *loader,
                HnInventor     *inventor,
                const char     *country,
                GError        **error)
{
  guint people = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (abroad); i++)
    {
      if (g_str_equal (abroad[i].country, country))
        people = abroad[i].people;
    }

  for (guint i = 0; i < people; i++)
    {
      g_autofree char *key = g_strdup_printf ("abroad-%s-%u", country, i + 1);
      g_autoptr (HnRecord) person = hn_inventor_make_abroad (inventor, country);

      if (!hn_sample_loader_save (loader, person, key, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
settle_abroad (HnSampleLoader *loader,
               HnInventor     *inventor,
               GError        **error)
{
  g_autoptr (GPtrArray) counts = hn_sample_loader_list (loader, "diaspora_count", error);

  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const char *country = hn_record_get_text (g_ptr_array_index (counts, i), "country");

      if (country != NULL && !settle_country (loader, inventor, country, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_sample_people_add:
 * @loader: a loader that has the sample's organizations, terms and diaspora counts
 *
 * Adds invented people: officers and members of every association and branch, and compatriots in every country
 * of the count. They are the same every time. Keys are "person:lao-1" and "person:abroad-CZ-1".
 */
gboolean
hn_sample_people_add (HnSampleLoader  *loader,
                      GError         **error)
{
  g_autoptr (GPtrArray) organizations = hn_sample_loader_list (loader, "organization", error);
  g_autoptr (HnInventor) inventor = NULL;

  if (organizations == NULL)
    return FALSE;
  inventor = hn_inventor_new (hn_sample_loader_get_register (loader), SEED, error);
  if (inventor == NULL)
    return FALSE;

  for (guint i = 0; i < organizations->len; i++)
    {
      const HnRecord *organization = g_ptr_array_index (organizations, i);
      const char *key = hn_sample_loader_get_key (loader, hn_record_get_id (organization));

      if (!staff_organization (loader, inventor, organization, key, error))
        return FALSE;
    }

  return settle_abroad (loader, inventor, error);
}
