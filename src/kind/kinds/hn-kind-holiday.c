/* Days on which nobody works, and the weekends on which everybody does instead. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "name", .label = { "Name", "Tên ngày nghỉ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "from", .label = { "From", "Từ ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FULL_DATE },
  { .name = "to", .label = { "To", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FULL_DATE },
  { .name = "yearly", .label = { "Every year", "Hằng năm" }, .type = HN_TYPE_BOOLEAN,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "working", .label = { "A weekend that is worked", "Ngày làm bù" }, .type = HN_TYPE_BOOLEAN,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_holiday = {
  .name = "holiday",
  .label = { "Holiday", "Ngày nghỉ" },
  .plural = { "Holidays", "Ngày nghỉ" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{name} {from}",
  .order = "-from",
};
