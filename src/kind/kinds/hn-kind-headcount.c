/* Figures that an organization states of itself; they stand beside the counted ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "organization", .label = { "Organization", "Tổ chức" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "organization" },
  { .name = "as_of", .label = { "As of", "Tính đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "date" },
  { .name = "members", .label = { "Members", "Hội viên" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "women", .label = { "Women", "Trong đó: nữ" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "under_35", .label = { "Under 35", "Dưới 35 tuổi" }, .type = HN_TYPE_INTEGER },
  { .name = "branches", .label = { "Branches", "Số chi hội" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "qualifier", .label = { "Qualifier", "Mức độ" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = hn_qualifier_choices, .initial = "exactly" },
  { .name = "source", .label = { "Source", "Nguồn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_MORE, "women", "members", NULL,
    { "There are more women than members.",
      "Số nữ nhiều hơn tổng số hội viên." } },
  { HN_RULE_NOT_MORE, "under_35", "members", NULL,
    { "There are more people under 35 than members.",
      "Số người dưới 35 tuổi nhiều hơn tổng số hội viên." } },
  { HN_RULE_ANY_OF, "members", "branches", NULL,
    { "Give the members or the branches.",
      "Hãy ghi số hội viên hoặc số chi hội." } },
};

const HnKind hn_kind_headcount = {
  .name = "headcount",
  .label = { "Headcount", "Số liệu công bố" },
  .plural = { "Headcounts", "Số liệu công bố" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{organization}, {as_of}",
  .order = "-as_of",
};
