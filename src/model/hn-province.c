/* The provinces and centrally-run cities of today: what a new register offers.
 *
 * Resolution 202/2025/QH15 of the National Assembly made 34 of 63, from 1/7/2025; cities have become Đồng Nai
 * (30/2026/QH16, from 30/4/2026), Quảng Ninh (36/2026/QH16) and Bắc Ninh (39/2026/QH16, from 20/9/2026). The areas of a
 * register are another matter: those are of the province whose office writes the report, and of each day.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-province.h"

/* In the order of the alphabet. A place that is called by a person is named in full (Decree 30/2020/NĐ-CP, Appendix I,
 * 4a). */
const HnProvince hn_provinces[] = {
  { "An Giang", FALSE, FALSE },  { "Bắc Ninh", TRUE, FALSE },   { "Cà Mau", FALSE, FALSE },
  { "Cao Bằng", FALSE, FALSE },  { "Cần Thơ", TRUE, FALSE },    { "Đà Nẵng", TRUE, FALSE },
  { "Đắk Lắk", FALSE, FALSE },   { "Điện Biên", FALSE, FALSE }, { "Đồng Nai", TRUE, FALSE },
  { "Đồng Tháp", FALSE, FALSE }, { "Gia Lai", FALSE, FALSE },   { "Hà Nội", TRUE, FALSE },
  { "Hà Tĩnh", FALSE, FALSE },   { "Hải Phòng", TRUE, FALSE },  { "Hồ Chí Minh", TRUE, TRUE },
  { "Huế", TRUE, FALSE },        { "Hưng Yên", FALSE, FALSE },  { "Khánh Hòa", FALSE, FALSE },
  { "Lai Châu", FALSE, FALSE },  { "Lạng Sơn", FALSE, FALSE },  { "Lào Cai", FALSE, FALSE },
  { "Lâm Đồng", FALSE, FALSE },  { "Nghệ An", FALSE, FALSE },   { "Ninh Bình", FALSE, FALSE },
  { "Phú Thọ", FALSE, FALSE },   { "Quảng Ngãi", FALSE, FALSE }, { "Quảng Ninh", TRUE, FALSE },
  { "Quảng Trị", FALSE, FALSE }, { "Sơn La", FALSE, FALSE },    { "Tây Ninh", FALSE, FALSE },
  { "Thái Nguyên", FALSE, FALSE }, { "Thanh Hóa", FALSE, FALSE }, { "Tuyên Quang", FALSE, FALSE },
  { "Vĩnh Long", FALSE, FALSE },
};

const guint hn_n_provinces = G_N_ELEMENTS (hn_provinces);

/**
 * hn_province_title:
 *
 * Returns: (transfer full): as it stands in a sentence: "tỉnh Lào Cai", "thành phố Huế"
 */
char *
hn_province_title (const HnProvince *self)
{
  return g_strconcat (self->is_city ? "thành phố " : "tỉnh ", self->name, NULL);
}

/**
 * hn_province_place:
 *
 * Returns: (transfer full): as it stands before the date of a paper: "Lào Cai", "Thành phố Hồ Chí Minh"
 */
char *
hn_province_place (const HnProvince *self)
{
  return g_strconcat (self->is_whole ? "Thành phố " : "", self->name, NULL);
}

/**
 * hn_province_office:
 *
 * Returns: (transfer full): what the office of a province is called
 */
char *
hn_province_office (const HnProvince *self)
{
  g_autofree char *title = hn_province_title (self);

  return g_strconcat ("Liên hiệp các tổ chức hữu nghị ", title, NULL);
}

/**
 * hn_province_superior:
 *
 * Returns: (transfer full): whom its office reports to
 */
char *
hn_province_superior (const HnProvince *self)
{
  g_autofree char *title = hn_province_title (self);

  return g_strconcat ("Ủy ban nhân dân ", title, NULL);
}
