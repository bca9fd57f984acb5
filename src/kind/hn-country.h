/* Countries and territories as the program brings them: codes, names, other spellings, regions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The groups of form M09, in its order. */
typedef enum
{
  HN_REGION_NORTHEAST_ASIA,
  HN_REGION_SOUTHEAST_ASIA,
  HN_REGION_EUROPE,
  HN_REGION_AMERICAS,
  HN_REGION_OCEANIA,
  HN_REGION_OTHER,
} HnRegion;

#define HN_N_REGIONS (HN_REGION_OTHER + 1)

typedef struct
{
  const char *code;    /* ISO 3166-1 alpha-2 */
  const char *name_vi; /* as Vietnamese offices write it */
  const char *name_en;
  const char *aliases; /* other spellings, separated by ; and perhaps "" */
  HnRegion    region;
} HnCountry;

/* By code; read from iso-codes when the program was built. */
extern const HnCountry hn_countries[];
extern const guint     hn_n_countries;

const HnCountry *hn_country_lookup   (const char *code);
const HnCountry *hn_country_find     (const char *text);
const char      *hn_region_code      (HnRegion    region);
gboolean         hn_region_from_code (const char *code,
                                      HnRegion   *region);
const char      *hn_region_heading   (HnRegion    region);

G_END_DECLS
