/* Delegations that leave or come. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice direction_travel_choices[] = {
  { "out", { "Outgoing", "Đoàn ra" }, "đi;ra" },
  { "in", { "Incoming", "Đoàn vào" }, "đến;vào" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice delegation_level_choices[] = {
  { "ambassador", { "Ambassador", "Đại sứ, đại diện ngoại giao" }, "đại sứ" },
  { "parliament", { "Parliament", "Quốc hội, nghị viện" }, "nghị viện" },
  { "government", { "Government", "Chính phủ, bộ ngành" }, "chính phủ" },
  { "local_government", { "Local government", "Chính quyền địa phương" }, "địa phương" },
  { "peoples_organisation", { "People's organisation", "Tổ chức nhân dân" }, "people's organisation;peoples organization" },
  { "business", { "Business", "Doanh nghiệp" }, "firm" },
  { "other", { "Other", "Khác" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "direction", .label = { "Direction", "Đoàn ra/vào" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = direction_travel_choices },
  { .name = "title", .label = { "Title", "Tên đoàn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "name" },
  { .name = "country", .label = { "Country", "Nước" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "level", .label = { "Level", "Cấp" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_LIST,
    .choices = delegation_level_choices },
  { .name = "head", .label = { "Head", "Trưởng đoàn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "size", .label = { "Size", "Số người" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "from", .label = { "From", "Từ ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "to", .label = { "To", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "host", .label = { "Host", "Cơ quan mời, đón tiếp" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_KEPT },
  { .name = "place", .label = { "Place", "Địa điểm" }, .type = HN_TYPE_TEXT },
  { .name = "purpose", .label = { "Purpose", "Mục đích, nội dung" }, .type = HN_TYPE_NOTE },
  { .name = "programme", .label = { "Programme", "Chương trình" }, .type = HN_TYPE_NOTE,
    .aliases = "program" },
  { .name = "permission_number", .label = { "Permission number", "Số văn bản cho phép" }, .type = HN_TYPE_TEXT },
  { .name = "permission_date", .label = { "Date of the permission", "Ngày văn bản" }, .type = HN_TYPE_DATE },
  { .name = "cost_state", .label = { "Cost: state budget", "Kinh phí: ngân sách nhà nước" }, .type = HN_TYPE_MONEY },
  { .name = "cost_partner", .label = { "Cost: partner", "Kinh phí: đối tác" }, .type = HN_TYPE_MONEY },
  { .name = "cost_other", .label = { "Cost: other", "Kinh phí: khác" }, .type = HN_TYPE_MONEY },
  { .name = "reported", .label = { "Result reported", "Đã báo cáo kết quả" }, .type = HN_TYPE_BOOLEAN },
  { .name = "result", .label = { "Result", "Kết quả" }, .type = HN_TYPE_NOTE },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnFieldGroup groups[] = {
  { { "Visit", "Nội dung chuyến đi" }, "level host place purpose programme" },
  { { "Permission", "Văn bản cho phép" }, "permission_number permission_date" },
  { { "Cost", "Kinh phí" }, "cost_state cost_partner cost_other" },
  { { "Outcome", "Kết quả" }, "reported result" },
  { { NULL, NULL }, NULL },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_delegation = {
  .name = "delegation",
  .label = { "Delegation", "Đoàn ra, đoàn vào" },
  .plural = { "Delegations", "Đoàn ra, đoàn vào" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{title}",
  .order = "-from",
  .groups = groups,
};
