/* Reports as they were sent: frozen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "form", .label = { "Form", "Mẫu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "period", .label = { "Period", "Kỳ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "from", .label = { "From", "Từ ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FULL_DATE },
  { .name = "to", .label = { "To", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FULL_DATE },
  { .name = "made_on", .label = { "Made on", "Ngày lập" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FULL_DATE },
  { .name = "sent_to", .label = { "Sent to", "Nơi nhận" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "to_whom;recipient" },
  { .name = "number", .label = { "Number and symbol", "Số, ký hiệu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "symbol" },
  { .name = "workbook", .label = { "Workbook", "Tệp bảng tính" }, .type = HN_TYPE_BYTES,
    .flags = HN_FIELD_REQUIRED },
  { .name = "sha256", .label = { "SHA-256", "SHA-256" }, .type = HN_TYPE_TEXT },
  { .name = "figures", .label = { "Figures", "Số liệu" }, .type = HN_TYPE_NOTE },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_submission = {
  .name = "submission",
  .label = { "Submission", "Báo cáo đã nộp" },
  .plural = { "Submissions", "Báo cáo đã nộp" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{form} {period}",
  .order = "-made_on",
};
