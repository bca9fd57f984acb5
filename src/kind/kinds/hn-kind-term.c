/* Congresses and the terms that they open. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "organization", .label = { "Organization", "Tổ chức" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "organization" },
  { .name = "number", .label = { "Number", "Khóa" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "khóa" },
  { .name = "congress_date", .label = { "Congress", "Ngày đại hội" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "congress" },
  { .name = "from", .label = { "From", "Từ" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "to", .label = { "To", "Đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "delegates", .label = { "Delegates", "Số đại biểu" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_LIST },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_term = {
  .name = "term",
  .label = { "Term", "Đại hội, nhiệm kỳ" },
  .plural = { "Terms", "Đại hội, nhiệm kỳ" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{organization}, khóa {number}",
  .order = "-from",
  .related = "office.term",
};
