/* The provinces and centrally-run cities of today. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;    /* without what it is: "Lào Cai" */
  gboolean    is_city; /* centrally run */
  gboolean    is_whole; /* "thành phố" belongs to its name wherever a place is named */
} HnProvince;

extern const HnProvince hn_provinces[];
extern const guint hn_n_provinces;

char *hn_province_title    (const HnProvince *self);
char *hn_province_place    (const HnProvince *self);
char *hn_province_office   (const HnProvince *self);
char *hn_province_superior (const HnProvince *self);

G_END_DECLS
