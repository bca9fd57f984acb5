/* How reporting periods are cut, and when their reports are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice period_choices[] = {
  { "month", { "Month", "Tháng" }, NULL },
  { "quarter", { "Quarter", "Quý" }, NULL },
  { "half", { "Half-year", "6 tháng" }, NULL },
  { "nine_months", { "Nine months", "9 tháng" }, NULL },
  { "year", { "Year", "Năm" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "rules", .label = { "Rule set", "Bộ quy tắc" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "label", .label = { "Name of the set", "Tên bộ quy tắc" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "period", .label = { "Period", "Kỳ" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = period_choices },
  { .name = "part", .label = { "Only which one of the year", "Chỉ kỳ thứ mấy trong năm" }, .type = HN_TYPE_INTEGER },
  { .name = "start_day", .label = { "First day (of a month)", "Từ ngày (trong tháng)" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST, .initial = "1" },
  { .name = "start_shift", .label = { "Months after the first month of the period", "Lệch so với tháng đầu kỳ (tháng)" },
    .type = HN_TYPE_INTEGER, .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_SIGNED, .initial = "0" },
  { .name = "end_day", .label = { "Last day (of a month; 31 is the last)", "Đến ngày (trong tháng; 31 là ngày cuối tháng)" },
    .type = HN_TYPE_INTEGER, .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST, .initial = "31" },
  { .name = "end_shift", .label = { "Months after the last month of the period", "Lệch so với tháng cuối kỳ (tháng)" },
    .type = HN_TYPE_INTEGER, .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_SIGNED, .initial = "0" },
  { .name = "due_after", .label = { "Due so many working days after", "Hạn gửi: số ngày làm việc sau ngày chốt" },
    .type = HN_TYPE_INTEGER, .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "due_day", .label = { "Or due on the day (of a month)", "Hoặc hạn gửi: ngày trong tháng" }, .type = HN_TYPE_INTEGER },
  { .name = "due_shift", .label = { "Months after the last month", "Hạn gửi lệch so với tháng cuối kỳ (tháng)" },
    .type = HN_TYPE_INTEGER, .flags = HN_FIELD_SIGNED },
  { .name = "valid_from", .label = { "Valid from", "Áp dụng từ" }, .type = HN_TYPE_DATE, .flags = HN_FIELD_LIST },
  { .name = "valid_to", .label = { "Valid to", "Áp dụng đến" }, .type = HN_TYPE_DATE, .flags = HN_FIELD_LIST },
  { .name = "source", .label = { "Source", "Căn cứ" }, .type = HN_TYPE_TEXT, .flags = HN_FIELD_LIST },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "valid_from", "valid_to", NULL,
    { "The end is before the beginning.",
      "Ngày hết áp dụng trước ngày bắt đầu." } },
};

const HnKind hn_kind_report_rule = {
  .name = "report_rule",
  .label = { "Period rule", "Quy tắc kỳ báo cáo" },
  .plural = { "Period rules", "Quy tắc kỳ báo cáo" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{rules} {period} {part}",
  .order = "rules",
};
