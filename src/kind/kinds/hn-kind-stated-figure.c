/* Figures stated in documents, by indicator of form M03. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "indicator", .label = { "Indicator of form M03", "Chỉ tiêu (mẫu M03)" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "from", .label = { "From", "Từ" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "to", .label = { "To", "Đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "number", .label = { "Number", "Số" }, .type = HN_TYPE_DECIMAL,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .decimals = 3 },
  { .name = "unit", .label = { "Unit", "Đơn vị tính" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "qualifier", .label = { "Qualifier", "Mức độ" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = hn_qualifier_choices, .initial = "exactly" },
  { .name = "source", .label = { "Source", "Nguồn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_stated_figure = {
  .name = "stated_figure",
  .label = { "Stated figure", "Số liệu nêu trong văn bản" },
  .plural = { "Stated figures", "Số liệu nêu trong văn bản" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{indicator}, {to}",
  .order = "-to",
};
