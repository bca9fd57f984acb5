/* What the year plans for each indicator of the summary report, form M03. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "indicator", .label = { "Indicator", "Chỉ tiêu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "year", .label = { "Year", "Năm" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "amount", .label = { "Planned", "Kế hoạch" }, .type = HN_TYPE_DECIMAL, .decimals = 2,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "source", .label = { "Source", "Căn cứ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_plan_target = {
  .name = "plan_target",
  .label = { "Plan target", "Chỉ tiêu kế hoạch" },
  .plural = { "Plan targets", "Chỉ tiêu kế hoạch" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{indicator} {year}",
  .order = "-year",
};
