/* Reports as they were sent: frozen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice dress_choices[] = {
  { "report", { "Report", "Báo cáo" }, NULL },
  { "appendix", { "Appendix", "Phụ lục" }, NULL },
  { "list", { "List", "Danh sách" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "form", .label = { "Form", "Mẫu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FROZEN },
  { .name = "period", .label = { "Period", "Kỳ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FROZEN },
  { .name = "from", .label = { "From", "Từ ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FULL_DATE | HN_FIELD_FROZEN },
  { .name = "to", .label = { "To", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FULL_DATE | HN_FIELD_FROZEN },
  { .name = "made_on", .label = { "Sent on", "Ngày gửi" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FULL_DATE | HN_FIELD_FROZEN,
    .aliases = "Made on;Ngày lập;sent_on" },
  { .name = "sent_to", .label = { "Sent to", "Nơi nhận" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FROZEN,
    .aliases = "to_whom;recipient" },
  { .name = "number", .label = { "Number and symbol", "Số, ký hiệu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FROZEN,
    .aliases = "symbol" },
  { .name = "rules", .label = { "Period rules", "Quy tắc kỳ" }, .type = HN_TYPE_TEXT, .flags = HN_FIELD_FROZEN },
  { .name = "dress", .label = { "Dress", "Hình thức trình bày" }, .type = HN_TYPE_CHOICE, .flags = HN_FIELD_FROZEN,
    .choices = dress_choices },
  { .name = "workbook", .label = { "Workbook", "Tệp bảng tính" }, .type = HN_TYPE_BYTES,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FROZEN },
  { .name = "sha256", .label = { "SHA-256", "SHA-256" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_FROZEN | HN_FIELD_OWN },
  { .name = "figures", .label = { "Figures", "Số liệu" }, .type = HN_TYPE_NOTE,
    .flags = HN_FIELD_FROZEN | HN_FIELD_OWN },
  /* The figures in full with the records behind each, as hn-counted.h reads them. */
  { .name = "counted", .label = { "What was counted", "Căn cứ số liệu" }, .type = HN_TYPE_BYTES,
    .flags = HN_FIELD_FROZEN | HN_FIELD_OWN },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_submission = {
  .name = "submission",
  .label = { "Submission", "Báo cáo đã gửi" },
  .plural = { "Submissions", "Báo cáo đã gửi" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{form} {period}",
  .order = "-made_on",
};
