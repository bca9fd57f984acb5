/* What a new register begins with: areas and countries. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-seed.h"

#include <string.h>

#include "hn-country.h"
#include "hn-csv.h"
#include "hn-register-private.h"
#include "hn-schema.h"

/* A date after all others: what has no end is valid then. */
#define ALWAYS "9999-12-31"

static const struct
{
  const char *word; /* in admin-units.csv */
  const char *level;
} levels[] = {
  { "tỉnh", "province" },
  { "huyện", "district" },
  { "xã (cũ)", "old_commune" },
  { "xã", "commune" },
};

/**
 * hn_seed_id:
 * @first: what the record is, in parts
 * @...: the other parts, and %NULL
 *
 * Returns: the id of a record of reference data, the same in every office's register: the first 63 bits of the
 *   SHA-256 of its parts
 */
gint64
hn_seed_id (const char *first,
            ...)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 id = 0;
  va_list parts;

  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
  va_end (parts);

  g_checksum_get_digest (checksum, digest, &size);
  for (guint i = 0; i < 8; i++)
    id = id << 8 | digest[i];

  return (gint64) (id & G_MAXINT64);
}

static const char *
get (const HnCsv *csv,
     guint        row,
     const char  *name)
{
  const char *text = hn_csv_get (csv, row, name);

  return text != NULL ? text : "";
}

static const char *
end_of (const HnCsv *csv,
        guint        row)
{
  const char *end = hn_csv_get (csv, row, "valid_to");

  return end != NULL ? end : ALWAYS;
}

static gint64
area_id (const HnCsv *csv,
         guint        row)
{
  return hn_seed_id ("area", get (csv, row, "level"), get (csv, row, "code"), get (csv, row, "valid_from"),
                     get (csv, row, "valid_to"), NULL);
}

/* The unit that had a code on a day; codes are used anew. -1 if there is none, or more than one. */
static int
find_unit (const HnCsv *csv,
           const char  *code,
           const char  *day)
{
  int found = -1;

  for (guint i = 0; code != NULL && i < csv->rows->len; i++)
    {
      if (!g_str_equal (get (csv, i, "code"), code) || g_strcmp0 (get (csv, i, "valid_from"), day) > 0
          || g_strcmp0 (end_of (csv, i), day) < 0)
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }

  return found;
}

static int
find_successor (const HnCsv *csv,
                guint        row)
{
  const char *end = hn_csv_get (csv, row, "valid_to");
  const char *name = hn_csv_get (csv, row, "successor_name");
  g_autofree char *next = NULL;
  HnDate date;
  int found;

  if (end == NULL || name == NULL || !hn_date_from_iso (end, &date))
    return -1;

  next = hn_date_to_iso (hn_date_add_days (date, 1));
  found = find_unit (csv, hn_csv_get (csv, row, "successor_code"), next);

  return found >= 0 && found != (int) row && g_str_equal (get (csv, (guint) found, "name"), name) ? found : -1;
}

static const char *
level_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if (g_str_equal (levels[i].word, word))
        return levels[i].level;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
save_area (HnRegister   *reg,
           const HnCsv  *csv,
           guint         row,
           GError      **error)
{
  static const char *const copied[] = { "name", "code", "valid_from", "valid_to", "former_province", "note" };
  const HnKind *kind = hn_kind_lookup ("area");
  g_autoptr (HnRecord) area = hn_record_new_empty (kind);
  int parent = find_unit (csv, hn_csv_get (csv, row, "parent_code"), end_of (csv, row));
  int successor = find_successor (csv, row);

  hn_record_set_id (area, area_id (csv, row));
  hn_record_set_text (area, "level", level_of (get (csv, row, "level")));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    hn_record_set_text (area, copied[i], hn_csv_get (csv, row, copied[i]));
  if (parent >= 0)
    hn_record_set_reference (area, "parent", kind, area_id (csv, (guint) parent));
  if (successor >= 0)
    hn_record_set_reference (area, "successor", kind, area_id (csv, (guint) successor));

  /* Nothing is checked yet: an area may come before the one that it belongs to. */
  return hn_register_write (reg, area, NULL, error);
}

/* Hà Bắc was parted into Bắc Giang and Bắc Ninh on 1/1/1997 (resolution of the National Assembly of 6/11/1996);
 * old papers and the names of associations still have it. It has no single successor. */
static gboolean
save_ha_bac (HnRegister  *reg,
             GError     **error)
{
  g_autoptr (HnRecord) area = hn_record_new_empty (hn_kind_lookup ("area"));

  hn_record_set_id (area, hn_seed_id ("area", "tỉnh", "Hà Bắc", "", "1996-12-31", NULL));
  hn_record_set_text (area, "name", "Tỉnh Hà Bắc");
  hn_record_set_text (area, "level", "province");
  hn_record_set_text (area, "valid_from", "1963-04-01");
  hn_record_set_text (area, "valid_to", "1996-12-31");
  hn_record_set_text (area, "note", "chia thành tỉnh Bắc Giang và tỉnh Bắc Ninh từ 01/01/1997");

  return hn_register_write (reg, area, NULL, error);
}

/**
 * hn_seed_areas:
 * @reg: a new register in an unrecorded batch
 * @error: return location
 *
 * Every unit of admin-units.csv, with the unit above it on its last day and the one that followed it where only
 * one did.
 *
 * Returns: whether they are in the register
 */
gboolean
hn_seed_areas (HnRegister  *reg,
               GError     **error)
{
  g_autoptr (GBytes) data = hn_store_resource ("admin-units.csv", error);
  g_auto (HnCsv) csv = { 0 };

  if (data == NULL || !hn_csv_read (&csv, g_bytes_get_data (data, NULL), g_bytes_get_size (data), error))
    return FALSE;

  for (guint i = 0; i < csv.rows->len; i++)
    {
      if (!save_area (reg, &csv, i, error))
        return FALSE;
    }

  return save_ha_bac (reg, error) && hn_transaction_remake (reg, error);
}

/**
 * hn_seed_countries:
 * @reg: a new register in an unrecorded batch
 * @error: return location
 *
 * Returns: whether the program's table of countries is in the register
 */
gboolean
hn_seed_countries (HnRegister  *reg,
                   GError     **error)
{
  const HnKind *kind = hn_kind_lookup ("country");

  for (guint i = 0; i < hn_n_countries; i++)
    {
      const HnCountry *country = &hn_countries[i];
      g_autoptr (HnRecord) record = hn_record_new_empty (kind);

      hn_record_set_id (record, hn_seed_id ("country", country->code, NULL));
      hn_record_set_text (record, "code", country->code);
      hn_record_set_text (record, "name", country->name_vi);
      hn_record_set_text (record, "name_en", country->name_en);
      hn_record_set_text (record, "region", hn_region_code (country->region));
      hn_record_set_text (record, "aliases", country->aliases);
      if (!hn_register_write (reg, record, NULL, error))
        return FALSE;
    }

  return hn_transaction_remake (reg, error);
}
