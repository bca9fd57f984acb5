/* M09: people of the province abroad, by region and country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-diaspora.h"
#include "hn-letterhead.h"
#include "hn-number.h"
#include "hn-shares.h"

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_NUMBER,
  COLUMN_WOMEN,
  COLUMN_SHARE,
  COLUMN_LABOUR,
  COLUMN_STUDY,
  COLUMN_SETTLED,
  COLUMN_OTHER,
  COLUMN_ASSOCIATIONS,
  COLUMN_PROMINENT,
  COLUMN_NOTE,
};

#define PURPOSES "Chia theo mục đích cư trú"

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_CODE, NULL, FALSE, 4 },
  { NULL, "Khu vực, quốc gia, vùng lãnh thổ", HN_COLUMN_TEXT, NULL, FALSE, 16 },
  { "Số người", "Tổng số", HN_COLUMN_INTEGER, "người", TRUE, 6.5 },
  { "Số người", "Nữ", HN_COLUMN_INTEGER, "người", TRUE, 5.5 },
  { NULL, "Tỷ lệ", HN_COLUMN_PERCENT, "%", TRUE, 6 },
  { PURPOSES, "Lao động", HN_COLUMN_INTEGER, "người", TRUE, 6 },
  { PURPOSES, "Học tập", HN_COLUMN_INTEGER, "người", TRUE, 6 },
  { PURPOSES, "Định cư, kết hôn", HN_COLUMN_INTEGER, "người", TRUE, 6.5 },
  { PURPOSES, "Khác, chưa rõ", HN_COLUMN_INTEGER, "người", TRUE, 6 },
  { NULL, "Hội đồng hương", HN_COLUMN_INTEGER, "hội", TRUE, 6.5 },
  { NULL, "Người tiêu biểu (trí thức, doanh nhân)", HN_COLUMN_INTEGER, "người", TRUE, 7.5 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 10 },
};

static const HnColumn remittance_columns[] = {
  { NULL, "Năm", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Kiều hối", HN_COLUMN_DECIMAL, "triệu USD", FALSE, 14 },
  { NULL, "Nguồn", HN_COLUMN_TEXT, NULL, FALSE, 30 },
};

static const char *const numerals[HN_N_REGIONS] = { "I", "II", "III", "IV", "V", "VI" };

/* Where the figures of a country stand. */
static const guint places[] = {
  [HN_PEOPLE_ALL] = COLUMN_NUMBER,
  [HN_PEOPLE_WOMEN] = COLUMN_WOMEN,
  [HN_PEOPLE_LABOUR] = COLUMN_LABOUR,
  [HN_PEOPLE_STUDY] = COLUMN_STUDY,
  [HN_PEOPLE_SETTLED] = COLUMN_SETTLED,
  [HN_PEOPLE_OTHER] = COLUMN_OTHER,
  [HN_BASIS_ASSOCIATIONS] = COLUMN_ASSOCIATIONS,
  [HN_BASIS_PROMINENT] = COLUMN_PROMINENT,
};

static void
add_basis (HnReportRow           *row,
           const HnCountryPeople *country)
{
  for (guint i = 0; i < country->basis->len; i++)
    {
      const HnBasis *basis = g_ptr_array_index (country->basis, i);

      hn_basis_list_append (row->basis, (int) places[basis->column], basis);
    }
}

static void
add_country (HnReportForm          *form,
             const HnCountryPeople *country,
             guint                  number,
             gint64                 share)
{
  HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);
  g_autofree char *code = g_strdup_printf ("%u", number);

  row->level = 1;
  add_basis (row, country);
  hn_row_set_text (row, COLUMN_CODE, code);
  hn_row_set_text (row, COLUMN_NAME, country->name);
  for (guint i = 0; i < HN_N_PEOPLE; i++)
    {
      if (country->people[i] >= 0)
        hn_row_set_integer (row, places[i], country->people[i]);
    }
  if (country->people[HN_PEOPLE_ALL] >= 0)
    hn_row_set_percent (row, COLUMN_SHARE, share, 1);
  if (country->associations > 0)
    hn_row_set_integer (row, COLUMN_ASSOCIATIONS, country->associations);
  if (country->prominent > 0)
    hn_row_set_integer (row, COLUMN_PROMINENT, country->prominent);
  hn_row_set_text (row, COLUMN_NOTE, country->note);
}

/* The people of a region, and which of the countries are in it. */
static gint64
count_region (const HnDiaspora *diaspora,
              guint             region,
              GPtrArray        *countries)
{
  gint64 sum = 0;

  for (guint i = 0; i < diaspora->countries->len; i++)
    {
      HnCountryPeople *country = g_ptr_array_index (diaspora->countries, i);

      if (country->region != region)
        continue;
      g_ptr_array_add (countries, country);
      sum += MAX (country->people[HN_PEOPLE_ALL], 0);
    }

  return sum;
}

/* A region has its own numeral even where those before it are not in the table. Its @share is divided among its
 * countries. */
static void
add_region (HnReportForm     *form,
            const HnDiaspora *diaspora,
            guint             region,
            const char       *name,
            gint64            share)
{
  g_autoptr (GPtrArray) countries = g_ptr_array_new ();
  g_autofree gint64 *numbers = NULL;
  g_autofree gint64 *shares = NULL;
  HnReportRow *head;

  count_region (diaspora, region, countries);
  if (countries->len == 0)
    return;

  head = hn_form_add_row (form, HN_ROW_GROUP);
  hn_row_set_text (head, COLUMN_CODE, numerals[region]);
  hn_row_set_text (head, COLUMN_NAME, name);
  hn_row_set_text (head, COLUMN_NOTE, diaspora->region_notes[region]);

  numbers = g_new (gint64, countries->len);
  shares = g_new (gint64, countries->len);
  for (guint i = 0; i < countries->len; i++)
    numbers[i] = MAX (((HnCountryPeople *) g_ptr_array_index (countries, i))->people[HN_PEOPLE_ALL], 0);
  hn_shares_divide (numbers, countries->len, share, shares);
  for (guint i = 0; i < countries->len; i++)
    add_country (form, g_ptr_array_index (countries, i), i + 1, shares[i]);
}

/* Shares are rounded by region first and then within each, so that a region's share is right by itself, is the sum of
 * its countries', and all add up to 100,0. */
static void
add_regions (HnReportForm     *form,
             const HnDiaspora *diaspora)
{
  const HnField *region = hn_kind_get_field (hn_kind_lookup ("country"), "region");
  gint64 numbers[HN_N_REGIONS], shares[HN_N_REGIONS];

  for (guint i = 0; i < HN_N_REGIONS; i++)
    {
      g_autoptr (GPtrArray) countries = g_ptr_array_new ();

      numbers[i] = count_region (diaspora, i, countries);
    }
  hn_shares_divide (numbers, HN_N_REGIONS, 1000, shares);

  for (guint i = 0; i < HN_N_REGIONS; i++)
    add_region (form, diaspora, i, region->choices[i].label.vi, shares[i]);
}

static void
add_notes (HnReportForm     *form,
           const HnDiaspora *diaspora)
{
  if (diaspora->from_people)
    hn_form_add_note (form, "Chưa có số liệu theo từng nước: đếm theo những người ghi trong sổ.");
  for (guint i = 0; i < diaspora->notes->len; i++)
    hn_form_add_note (form, "%s", (const char *) g_ptr_array_index (diaspora->notes, i));
}

/* The small table below: money sent home. */
static void
add_remittances (HnReportForm     *form,
                 const HnDiaspora *diaspora)
{
  HnReportForm *table;

  if (diaspora->remittances->len == 0)
    return;

  table = hn_report_form_new (form->form, "KIỀU HỐI THEO NĂM", remittance_columns, G_N_ELEMENTS (remittance_columns));
  for (guint i = 0; i < diaspora->remittances->len; i++)
    {
      const HnRemittance *remittance = g_ptr_array_index (diaspora->remittances, i);
      HnReportRow *row = hn_form_add_row (table, HN_ROW_PLAIN);

      hn_row_add_basis (row, "remittance", remittance->id);
      hn_row_set_text (row, 0, remittance->years);
      if (remittance->other_money != NULL)
        hn_row_set_text (row, 1, remittance->other_money);
      else
        hn_row_set_decimal (row, 1, remittance->millions, remittance->decimals);
      hn_row_set_text (row, 2, remittance->source);
    }

  form->appended = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  g_ptr_array_add (form->appended, table);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autoptr (HnDiaspora) diaspora = hn_diaspora_load (context, error);
  g_autofree char *province = hn_letterhead_province (context->letterhead);
  g_autofree char *people = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GString) title = g_string_new (form->title);

  if (diaspora == NULL)
    return FALSE;

  g_string_replace (title, "{TINH}", province, 0);
  g_set_str (&form->title, title->str);
  form->subtitle = hn_form_as_of (context->period);
  add_regions (form, diaspora);
  if (diaspora->countries->len == 0)
    hn_form_add_nothing (form);

  if (!hn_form_sum_groups (form, error) || !hn_form_add_total (form, COLUMN_NAME, "TỔNG CỘNG", error))
    return FALSE;
  people = hn_number_print (hn_row_cell (form->total, COLUMN_NUMBER)->number, 0);
  label = g_strdup_printf ("TỔNG CỘNG: %s người, %u quốc gia, vùng lãnh thổ", people, diaspora->n_peopled);
  hn_row_set_text (form->total, COLUMN_NAME, label);
  hn_row_set_text (form->total, COLUMN_NOTE, diaspora->total_note);
  add_notes (form, diaspora);
  add_remittances (form, diaspora);

  return TRUE;
}

const HnFormSpec hn_form_m09 = {
  .name = "M09",
  .title = "THỐNG KÊ NGƯỜI {TINH} Ở NƯỚC NGOÀI THEO QUỐC GIA, VÙNG LÃNH THỔ",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .unit_line = "Đơn vị tính: người",
  .build = build,
};
