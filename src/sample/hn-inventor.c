/* Plausible people: none of them exists, and their telephone numbers are nobody's. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-inventor.h"

#include "hn-names.h"

/* The districts of Bắc Giang as they were from 1999 to 2023. */
static const char *const districts[] = {
  "Thành phố Bắc Giang", "Huyện Việt Yên", "Huyện Hiệp Hòa", "Huyện Lạng Giang", "Huyện Lục Nam",
  "Huyện Lục Ngạn", "Huyện Sơn Động", "Huyện Tân Yên", "Huyện Yên Dũng", "Huyện Yên Thế",
};

static const char *const occupations[] = {
  "Giáo viên", "Nông dân", "Cán bộ hưu trí", "Công chức", "Bác sĩ", "Kỹ sư", "Doanh nhân", "Công nhân",
  "Kế toán", "Giảng viên", "Sinh viên", "Kinh doanh", "Cựu chiến binh", "Điều dưỡng", "Lái xe", "Thợ may",
};

static const char *const occupations_abroad[] = {
  "Công nhân", "Kinh doanh", "Kỹ sư", "Sinh viên", "Đầu bếp", "Nội trợ", "Bác sĩ", "Giảng viên", "Doanh nhân",
};

/* Where people of the province mostly live, and how often against the others. */
static const struct
{
  const char *country;
  const char *city;
  guint       weight;
} places[] = {
  { "TW", "Đài Bắc", 16 }, { "TW", "Cao Hùng", 9 }, { "KR", "Seoul", 11 }, { "KR", "Busan", 8 },
  { "JP", "Tokyo", 8 }, { "JP", "Osaka", 6 }, { "CZ", "Praha", 10 }, { "DE", "Berlin", 8 },
  { "RU", "Moskva", 6 }, { "PL", "Warszawa", 3 }, { "UA", "Kharkiv", 2 }, { "CY", "Nicosia", 2 },
  { "LA", "Viêng Chăn", 1 }, { "US", "Houston", 1 }, { "AU", "Sydney", 1 },
};

struct _HnInventor
{
  GRand        *rand;
  const HnKind *person;
  const HnKind *area;
  gint64        areas[G_N_ELEMENTS (districts)];
  guint         serial;
};

#define DRAW(self, table) ((table)[hn_inventor_below ((self), G_N_ELEMENTS (table))])

static gboolean
find_areas (HnInventor  *self,
            HnRegister  *reg,
            GError     **error)
{
  const HnField *field = hn_kind_get_field (self->person, "home_area");

  for (gsize i = 0; i < G_N_ELEMENTS (districts); i++)
    {
      g_autoptr (GVariant) area = hn_register_parse (reg, field, districts[i], NULL, error);

      if (area == NULL)
        return FALSE;
      g_variant_get (area, "(&sx)", NULL, &self->areas[i]);
    }

  return TRUE;
}

/**
 * hn_inventor_new:
 * @reg: a register with the areas of the province
 * @seed: which people
 *
 * Returns: (transfer full): an inventor, or %NULL if a district is not in the register
 */
HnInventor *
hn_inventor_new (HnRegister  *reg,
                 guint32      seed,
                 GError     **error)
{
  g_autoptr (HnInventor) self = g_new0 (HnInventor, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->person = hn_kind_lookup ("person");
  self->area = hn_kind_lookup ("area");
  if (!find_areas (self, reg, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hn_inventor_free:
 *
 * Frees the random numbers; what was invented is in the register.
 */
void
hn_inventor_free (HnInventor *self)
{
  g_rand_free (self->rand);
  g_free (self);
}

/**
 * hn_inventor_below:
 * @limit: 1 or more
 *
 * Returns: a number from 0 to @limit - 1
 */
guint
hn_inventor_below (HnInventor *self,
                   guint       limit)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) limit);
}

/**
 * hn_inventor_spread:
 * @limit: 1 or more
 *
 * Returns: as hn_inventor_below(), of all 63 bits
 */
gint64
hn_inventor_spread (HnInventor *self,
                    gint64      limit)
{
  guint64 high = g_rand_int (self->rand);

  return (gint64) (((high << 32 | g_rand_int (self->rand)) >> 1) % (guint64) limit);
}

/* Half of the older people are known by the year of their birth only, as in most lists. */
static void
set_birth (HnInventor *self,
           HnRecord   *record)
{
  guint year = 1942 + hn_inventor_below (self, 60);
  g_autofree char *birth = NULL;

  if (year < 1965 && hn_inventor_below (self, 2) == 0)
    birth = g_strdup_printf ("%u", year);
  else
    birth = g_strdup_printf ("%u-%02u-%02u", year, 1 + hn_inventor_below (self, 12), 1 + hn_inventor_below (self, 28));

  hn_record_set_text (record, "birth", birth);
}

static HnRecord *
make_named (HnInventor *self)
{
  HnRecord *record = hn_record_new (self->person);
  gboolean woman = hn_inventor_below (self, 100) < 42;
  g_autofree char *name = hn_names_invent (self->rand, woman);

  self->serial++;
  hn_record_set_text (record, "name", name);
  hn_record_set_text (record, "gender", woman ? "female" : "male");
  set_birth (self, record);

  return record;
}

static guint
set_home (HnInventor *self,
          HnRecord   *record)
{
  guint district = hn_inventor_below (self, G_N_ELEMENTS (districts));

  hn_record_set_reference (record, "home_area", self->area, self->areas[district]);
  return district;
}

static void
set_email (HnInventor *self,
           HnRecord   *record)
{
  g_autofree char *email = g_strdup_printf ("nguoi.mau.%u@example.com", self->serial);

  hn_record_set_text (record, "email", email);
}

/**
 * hn_inventor_make:
 *
 * Returns: (transfer full): a person who lives in the province
 */
HnRecord *
hn_inventor_make (HnInventor *self)
{
  HnRecord *record = make_named (self);
  guint district = set_home (self, record);
  g_autofree char *phone =
    g_strdup_printf ("09%02u %03u %03u", self->serial / 1000000 % 100, self->serial / 1000 % 1000, self->serial % 1000);
  g_autofree char *address = g_strdup_printf ("Thôn số %u, %s", 1 + hn_inventor_below (self, 40), districts[district]);

  hn_record_set_text (record, "phone", phone);
  hn_record_set_text (record, "address", address);
  hn_record_set_text (record, "occupation", DRAW (self, occupations));
  if (hn_inventor_below (self, 4) == 0)
    set_email (self, record);

  return record;
}

/* Most of those in North-East Asia went there to work; those elsewhere mostly stayed. */
static const char *
draw_purpose (HnInventor *self,
              const char *country)
{
  static const char *const asian[] = { "labour", "labour", "labour", "study", "settled" };
  static const char *const elsewhere[] = { "settled", "settled", "labour", "study", "other" };

  if (g_str_equal (country, "TW") || g_str_equal (country, "KR") || g_str_equal (country, "JP"))
    return DRAW (self, asian);

  return DRAW (self, elsewhere);
}

/* Leaving home is never before the age of eighteen. */
static void
set_since (HnInventor *self,
           HnRecord   *record)
{
  guint born = (guint) hn_record_get_date (record, "birth").year;
  g_autofree char *since = g_strdup_printf ("%u", MIN (2021, born + 18 + hn_inventor_below (self, 12)));

  hn_record_set_text (record, "since", since);
}

/**
 * hn_inventor_make_abroad:
 * @country: an ISO 3166 code
 *
 * Returns: (transfer full): a person of the province who lives in @country
 */
HnRecord *
hn_inventor_make_abroad (HnInventor *self,
                         const char *country)
{
  HnRecord *record = make_named (self);

  set_home (self, record);
  set_email (self, record);
  set_since (self, record);
  hn_record_set_text (record, "country", country);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_equal (places[i].country, country) && hn_inventor_below (self, 2) == 0)
        hn_record_set_text (record, "city", places[i].city);
    }
  hn_record_set_text (record, "occupation", DRAW (self, occupations_abroad));
  hn_record_set_text (record, "residence_purpose", draw_purpose (self, country));
  if (hn_inventor_below (self, 8) == 0)
    hn_record_set_number (record, "prominent", 1);
  hn_record_set_text (record, "consent_basis", hn_inventor_below (self, 3) == 0 ? "consent" : "before_2026");

  return record;
}

/**
 * hn_inventor_make_somewhere:
 *
 * Returns: (transfer full): a person who lives in the province or, one in ten, abroad
 */
HnRecord *
hn_inventor_make_somewhere (HnInventor *self)
{
  guint total = 0;
  guint at;

  if (hn_inventor_below (self, 10) != 0)
    return hn_inventor_make (self);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    total += places[i].weight;
  at = hn_inventor_below (self, total);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (at < places[i].weight)
        return hn_inventor_make_abroad (self, places[i].country);
      at -= places[i].weight;
    }

  g_assert_not_reached ();
}
