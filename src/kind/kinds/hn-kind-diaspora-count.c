/* How many people of the province live in which country. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "country", .label = { "Country", "Nước" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "region", .label = { "Region", "Khu vực" }, .type = HN_TYPE_CHOICE,
    .choices = hn_region_choices },
  { .name = "as_of", .label = { "As of", "Tính đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "date" },
  { .name = "number", .label = { "Number", "Số người" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "women", .label = { "Women", "Nữ" }, .type = HN_TYPE_INTEGER },
  { .name = "labour", .label = { "Labour", "Lao động" }, .type = HN_TYPE_INTEGER },
  { .name = "study", .label = { "Study", "Học tập" }, .type = HN_TYPE_INTEGER },
  { .name = "settled", .label = { "Settled, married", "Định cư, kết hôn" }, .type = HN_TYPE_INTEGER },
  { .name = "other", .label = { "Other, unknown", "Khác, chưa rõ" }, .type = HN_TYPE_INTEGER },
  { .name = "countries_counted", .label = { "Countries counted", "Số nước, vùng lãnh thổ" }, .type = HN_TYPE_INTEGER },
  { .name = "share", .label = { "Share", "Tỷ lệ" }, .type = HN_TYPE_PERCENT,
    .flags = HN_FIELD_LIST },
  { .name = "qualifier", .label = { "Qualifier", "Mức độ" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = hn_qualifier_choices, .initial = "exactly" },
  { .name = "source", .label = { "Source", "Nguồn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnFieldGroup groups[] = {
  { { "Of them", "Trong đó" }, "women labour study settled other" },
  { { NULL, NULL }, NULL },
};

static const HnRule rules[] = {
  { HN_RULE_ANY_OF, "number", "share", NULL,
    { "Give the number or the share.",
      "Hãy ghi số người hoặc tỷ lệ." } },
  { HN_RULE_NOT_MORE, "women", "number", NULL,
    { "There are more women than people.",
      "Số nữ nhiều hơn tổng số người." } },
};

const HnKind hn_kind_diaspora_count = {
  .name = "diaspora_count",
  .label = { "Diaspora count", "Số người theo nước" },
  .plural = { "Diaspora counts", "Số người theo nước" },
  .tab = HN_TAB_DIASPORA,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{country}, {as_of}",
  .order = "-as_of",
  .groups = groups,
};
