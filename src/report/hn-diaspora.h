/* What form M09 says of people abroad, as it is read from the register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

#define HN_N_REGIONS 6 /* as the choices of a country's region */

typedef enum
{
  HN_PEOPLE_ALL,
  HN_PEOPLE_WOMEN,
  HN_PEOPLE_LABOUR,
  HN_PEOPLE_STUDY,
  HN_PEOPLE_SETTLED,
  HN_PEOPLE_OTHER,
  HN_N_PEOPLE,
} HnPeople;

typedef struct
{
  char   *code;
  char   *name;
  guint   region;
  gint64  people[HN_N_PEOPLE]; /* -1 where unknown */
  gint64  associations;
  gint64  prominent;
  HnDate  as_of;               /* of the count; unset where persons were counted */
  char   *note;
  GPtrArray *basis;            /* of HnBasis, the column being one of HnPeople, or behind them: */
} HnCountryPeople;

#define HN_BASIS_ASSOCIATIONS HN_N_PEOPLE
#define HN_BASIS_PROMINENT (HN_N_PEOPLE + 1)

typedef struct
{
  gint64 id;
  char  *years;       /* 2021, or 2016 - 2021 */
  gint64 millions;    /* of dollars, / 10^decimals */
  guint  decimals;
  char  *other_money; /* instead of it, in another currency */
  char  *source;
} HnRemittance;

typedef struct
{
  GPtrArray *countries;     /* of HnCountryPeople, the most people first */
  guint      n_peopled;     /* of them with people in them */
  gboolean   from_people;   /* counted from persons, since no counts by country are recorded */
  char      *region_notes[HN_N_REGIONS];
  char      *total_note;
  GPtrArray *notes;         /* of char* */
  GPtrArray *remittances;   /* of HnRemittance */
} HnDiaspora;

HnDiaspora *hn_diaspora_load (const HnFormContext  *context,
                              GError              **error);
void        hn_diaspora_free (HnDiaspora           *diaspora);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnDiaspora, hn_diaspora_free)

G_END_DECLS
