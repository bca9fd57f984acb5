/* The days on which Viet Nam and other countries took up relations: what a register knows of anniversaries. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-seed.h"

#include "hn-csv.h"
#include "hn-register-private.h"
#include "hn-schema.h"

/* VUFO's own day: it was founded as the Viet Nam Peace Committee on 17/11/1950. */
static const char tradition_sql[] =
  "INSERT INTO \"anniversary\" (\"id\", \"kind\", \"title\", \"day\", \"checked\") VALUES"
  " (7300000000000201, 'tradition', 'Ngày truyền thống Liên hiệp các tổ chức hữu nghị Việt Nam', '1950-11-17', 1)";

/* A country that the office has taken out of its register has no anniversary there. */
static const char relation_sql[] =
  "INSERT INTO \"anniversary\" (\"id\", \"country\", \"kind\", \"title\", \"day\", \"checked\", \"source\", \"note\")"
  " SELECT ?1, \"code\", 'diplomatic', 'Thiết lập quan hệ ngoại giao Việt Nam - ' || ?3, ?4, ?5, ?6, ?7"
  " FROM \"country\" WHERE \"code\" = ?2";

/* National days that everybody knows, of the countries with which associations are common. No page was read for them,
 * as their source says; the office enters those of other countries. */
static const struct
{
  const char *country;
  const char *day;
  const char *title;
} national_days[] = {
  { "CN", "1949-10-01", "Quốc khánh nước Cộng hòa Nhân dân Trung Hoa" },
  { "CU", "1959-01-01", "Quốc khánh nước Cộng hòa Cuba" },
  { "CZ", "1918-10-28", "Quốc khánh Cộng hòa Séc" },
  { "DE", "1990-10-03", "Quốc khánh Cộng hòa Liên bang Đức" },
  { "FR", "1789-07-14", "Quốc khánh Cộng hòa Pháp" },
  { "IN", "1950-01-26", "Ngày Cộng hòa của Cộng hòa Ấn Độ" },
  { "IT", "1946-06-02", "Quốc khánh Cộng hòa Italia" },
  { "KH", "1953-11-09", "Quốc khánh Vương quốc Campuchia" },
  { "LA", "1975-12-02", "Quốc khánh nước Cộng hòa Dân chủ Nhân dân Lào" },
  { "RU", "1990-06-12", "Quốc khánh Liên bang Nga" },
  { "SK", "1992-09-01", "Quốc khánh Cộng hòa Slovakia" },
  { "US", "1776-07-04", "Quốc khánh Hợp chúng quốc Hoa Kỳ" },
};

static const char national_sql[] =
  "INSERT INTO \"anniversary\" (\"id\", \"country\", \"kind\", \"title\", \"day\", \"checked\", \"source\")"
  " SELECT ?1, \"code\", 'national_day', ?3, ?4, 1, 'Hiểu biết phổ thông; cơ quan đối chiếu lại'"
  " FROM \"country\" WHERE \"code\" = ?2";

static gboolean
save_national_day (HnRegister  *reg,
                   guint        index,
                   GError     **error)
{
  const char *code = national_days[index].country;
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, reg, national_sql, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, hn_seed_id ("anniversary", "national_day", code, NULL));
  hn_statement_bind_text (&statement, 2, code);
  hn_statement_bind_text (&statement, 3, national_days[index].title);
  hn_statement_bind_text (&statement, 4, national_days[index].day);

  return hn_statement_run (&statement, error);
}

static gboolean
save_relation (HnRegister   *reg,
               const HnCsv  *csv,
               guint         row,
               GError      **error)
{
  const char *code = hn_csv_get (csv, row, "iso2");
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, reg, relation_sql, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, hn_seed_id ("anniversary", "diplomatic", code, NULL));
  hn_statement_bind_text (&statement, 2, code);
  hn_statement_bind_text (&statement, 3, hn_csv_get (csv, row, "country_vi"));
  hn_statement_bind_text (&statement, 4, hn_csv_get (csv, row, "date_established"));
  hn_statement_bind_integer (&statement, 5, g_strcmp0 (hn_csv_get (csv, row, "confidence"), "high") == 0);
  hn_statement_bind_text (&statement, 6, hn_csv_get (csv, row, "source"));
  hn_statement_bind_text (&statement, 7, hn_csv_get (csv, row, "note"));

  return hn_statement_run (&statement, error);
}

/**
 * hn_seed_anniversaries:
 * @reg: a register in a transaction, with its countries
 * @error: return location
 *
 * Every row of diplomatic-relations.csv; "checked" are those whose day was read in a source. National days of the
 * commonest countries. Their search rows are left to hn_schema_complete_search().
 *
 * Returns: whether they are in the register
 */
gboolean
hn_seed_anniversaries (HnRegister  *reg,
                       GError     **error)
{
  g_autoptr (GBytes) data = hn_store_resource ("diplomatic-relations.csv", error);
  g_auto (HnCsv) csv = { 0 };

  if (data == NULL || !hn_csv_read (&csv, g_bytes_get_data (data, NULL), g_bytes_get_size (data), error))
    return FALSE;

  for (guint i = 0; i < csv.rows->len; i++)
    if (!save_relation (reg, &csv, i, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (national_days); i++)
    if (!save_national_day (reg, i, error))
      return FALSE;

  return hn_register_execute (reg, tradition_sql, error);
}
