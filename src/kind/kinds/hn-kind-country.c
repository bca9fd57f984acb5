/* Countries and territories; the office may add and rename. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

#include "hn-format.h"

static const HnField fields[] = {
  { .name = "code", .label = { "Code (ISO 3166)", "Mã (ISO 3166)" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_UNIQUE | HN_FIELD_MAIN | HN_FIELD_LIST,
    .check = hn_format_check_country_code },
  { .name = "name", .label = { "Vietnamese name", "Tên tiếng Việt" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "name_en", .label = { "English name", "Tên tiếng Anh" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "region", .label = { "Region", "Khu vực" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = hn_region_choices, .initial = "other" },
  { .name = "aliases", .label = { "Other spellings (separated by ;)", "Cách viết khác (cách nhau bằng ;)" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
};

const HnKind hn_kind_country = {
  .name = "country",
  .label = { "Country", "Nước, vùng lãnh thổ" },
  .plural = { "Countries", "Nước, vùng lãnh thổ" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{name}",
  .order = "name",
  .related = "organization.countries partner.country person.country delegation.country diaspora_count.country",
};
