/* Choices that several kinds share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

const HnChoice hn_qualifier_choices[] = {
  { "exactly", { "Exactly", "Đúng" }, "chính xác" },
  { "over", { "Over", "Hơn" }, "trên" },
  { "almost", { "Almost", "Gần" }, "gần như" },
  { "about", { "About", "Khoảng" }, "ước" },
  { NULL, { NULL, NULL }, NULL },
};

const HnChoice hn_region_choices[] = {
  { "northeast_asia", { "North-East Asia", "Đông Bắc Á" }, NULL },
  { "southeast_asia", { "South-East Asia", "Đông Nam Á" }, NULL },
  { "europe", { "Europe", "Châu Âu" }, NULL },
  { "americas", { "Americas", "Châu Mỹ" }, NULL },
  { "oceania", { "Oceania", "Châu Đại Dương" }, NULL },
  { "other", { "Other regions", "Khu vực khác" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};
