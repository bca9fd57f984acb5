/* The letterhead and habits of the office, by date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice period_rule_choices[] = {
  { "nd09", { "Decree 09/2019 (15/12 to 14/12)", "Nghị định 09/2019 (15/12 – 14/12)" }, "decree_09" },
  { "calendar", { "Calendar year", "Năm dương lịch" }, "calendar_year" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice words_linh_choices[] = {
  { "linh", { "linh", "linh" }, NULL },
  { "le", { "lẻ", "lẻ" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice words_nghin_choices[] = {
  { "nghin", { "nghìn", "nghìn" }, NULL },
  { "ngan", { "ngàn", "ngàn" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice words_tu_choices[] = {
  { "tu", { "tư", "tư" }, NULL },
  { "bon", { "bốn", "bốn" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "name", .label = { "Name of the office", "Tên cơ quan" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "valid_from", .label = { "Valid from", "Áp dụng từ" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "superior", .label = { "Superior body", "Cơ quan cấp trên" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "superior_body" },
  { .name = "place", .label = { "Place name", "Địa danh" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "place_name" },
  { .name = "province", .label = { "Province, as reports name it", "Tên tỉnh trong báo cáo" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "symbol", .label = { "Symbol after the number", "Ký hiệu văn bản" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "symbols" },
  { .name = "addressee", .label = { "Addressed to", "Kính gửi" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN },
  { .name = "authority", .label = { "Authority line", "Thẩm quyền ký" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN },
  { .name = "signatory", .label = { "Signatory", "Người ký" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "title", .label = { "Title of the signatory", "Chức vụ người ký" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "signatory_title" },
  { .name = "preparer", .label = { "Prepared by", "Người lập biểu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN },
  { .name = "recipients", .label = { "Recipients (one a line)", "Nơi nhận (mỗi dòng một nơi)" }, .type = HN_TYPE_NOTE,
    .flags = HN_FIELD_MAIN },
  { .name = "cutoff", .label = { "Report year", "Năm báo cáo" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = period_rule_choices, .initial = "nd09", .aliases = "period_cutoff;form_of_period_cutoff" },
  { .name = "words_linh", .label = { "One hundred and one", "Đọc 101" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED,
    .choices = words_linh_choices, .initial = "linh" },
  { .name = "words_nghin", .label = { "Thousand", "Đọc 1.000" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED,
    .choices = words_nghin_choices, .initial = "nghin" },
  { .name = "words_tu", .label = { "Twenty-four", "Đọc 24" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED,
    .choices = words_tu_choices, .initial = "tu" },
  { .name = "words_chan", .label = { "Say “chẵn” after round amounts", "Thêm “chẵn” sau số tròn" }, .type = HN_TYPE_BOOLEAN },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnFieldGroup groups[] = {
  { { "How amounts are read", "Cách đọc số tiền" }, "words_linh words_nghin words_tu words_chan" },
  { { NULL, NULL }, NULL },
};

const HnKind hn_kind_office_profile = {
  .name = "office_profile",
  .label = { "Office profile", "Thông tin cơ quan" },
  .plural = { "Office profiles", "Thông tin cơ quan" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{name}",
  .order = "-valid_from",
  .groups = groups,
};
