/* Who holds which office, in which term. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "person", .label = { "Person", "Họ và tên" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "person" },
  { .name = "organization", .label = { "Organization", "Tổ chức" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "organization" },
  { .name = "title", .label = { "Title", "Chức danh" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "term", .label = { "Term", "Nhiệm kỳ" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "term" },
  { .name = "from", .label = { "From", "Từ" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "to", .label = { "To", "Đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "precedence", .label = { "Precedence", "Thứ tự" }, .type = HN_TYPE_INTEGER },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_office = {
  .name = "office",
  .label = { "Office", "Chức vụ" },
  .plural = { "Offices", "Chức vụ" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{title} – {person}",
  .order = "person",
};
