/* Aid from foreign non-governmental organizations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice aid_kind_choices[] = {
  { "programme", { "Programme", "Chương trình" }, "program" },
  { "project", { "Project", "Dự án" }, NULL },
  { "non_project", { "Non-project", "Phi dự án" }, NULL },
  { "emergency", { "Emergency", "Khẩn cấp" }, "cứu trợ khẩn cấp" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice aid_state_choices[] = {
  { "mobilising", { "Being sought", "Đang vận động" }, "vận động" },
  { "committed", { "Committed", "Đã cam kết" }, "cam kết" },
  { "approved", { "Approved", "Đã phê duyệt" }, "phê duyệt" },
  { "running", { "Running", "Đang thực hiện" }, "thực hiện" },
  { "finished", { "Finished", "Đã kết thúc" }, "kết thúc" },
  { "stopped", { "Stopped", "Dừng" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "name", .label = { "Name", "Tên khoản viện trợ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "kind", .label = { "Kind", "Hình thức" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = aid_kind_choices, .aliases = "type" },
  { .name = "foreign_ngo", .label = { "Foreign NGO", "Bên cung cấp viện trợ" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_FREE_TEXT | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "partner", .aliases = "ngo" },
  { .name = "country", .label = { "Country", "Quốc tịch" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "local_owner", .label = { "Local owner", "Chủ khoản viện trợ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "owner" },
  { .name = "governing_body", .label = { "Governing body", "Cơ quan chủ quản" }, .type = HN_TYPE_TEXT },
  { .name = "field", .label = { "Field", "Lĩnh vực" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_LIST },
  { .name = "area", .label = { "Area", "Địa bàn" }, .type = HN_TYPE_REFERENCE,
    .targets = "area" },
  { .name = "committed_amount", .label = { "Committed amount", "Giá trị cam kết" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .currency = "currency", .aliases = "amount;committed" },
  { .name = "currency", .label = { "Currency", "Loại tiền" }, .type = HN_TYPE_CURRENCY,
    .flags = HN_FIELD_MAIN | HN_FIELD_KEPT,
    .when = "committed_amount", .initial = "USD" },
  { .name = "exchange_rate", .label = { "Exchange rate (VND for one)", "Tỷ giá (đồng cho một đơn vị)" }, .type = HN_TYPE_DECIMAL,
    .decimals = 4, .aliases = "rate" },
  { .name = "rate_date", .label = { "Date of the rate", "Ngày tỷ giá" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_FULL_DATE,
    .aliases = "exchange_rate_date" },
  { .name = "counterpart", .label = { "Counterpart funds (VND)", "Vốn đối ứng (đồng)" }, .type = HN_TYPE_MONEY },
  { .name = "approval_number", .label = { "Approval number", "Số quyết định phê duyệt" }, .type = HN_TYPE_TEXT },
  { .name = "approval_date", .label = { "Date of the approval", "Ngày phê duyệt" }, .type = HN_TYPE_DATE },
  { .name = "approval_body", .label = { "Approved by", "Cơ quan phê duyệt" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_KEPT },
  { .name = "from", .label = { "From", "Từ" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "to", .label = { "To", "Đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "beneficiaries", .label = { "Beneficiaries", "Đối tượng thụ hưởng" }, .type = HN_TYPE_TEXT },
  { .name = "state", .label = { "State", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST,
    .choices = aid_state_choices, .initial = "committed", .aliases = "status" },
  { .name = "tasks", .label = { "Tasks it fulfils", "Nhiệm vụ thực hiện" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_MULTIPLE,
    .targets = "task", .aliases = "task" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnFieldGroup groups[] = {
  { { "Purpose and place", "Nội dung, nơi thực hiện" }, "governing_body field area beneficiaries" },
  { { "Money", "Nguồn vốn" }, "exchange_rate rate_date counterpart" },
  { { "Approval", "Phê duyệt" }, "approval_number approval_date approval_body" },
  { { "Progress", "Tiến độ" }, "state tasks" },
  { { NULL, NULL }, NULL },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
  { HN_RULE_NEEDS, "committed_amount", "currency", NULL,
    { "Say in which currency.",
      "Hãy cho biết loại tiền." } },
  { HN_RULE_NEEDS, "exchange_rate", "rate_date", NULL,
    { "Give the date of the rate.",
      "Hãy ghi ngày của tỷ giá." } },
};

const HnKind hn_kind_aid_project = {
  .name = "aid_project",
  .label = { "Aid project", "Viện trợ PCPNN" },
  .plural = { "Aid projects", "Viện trợ PCPNN" },
  .tab = HN_TAB_DONATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{name}",
  .order = "-from",
  .groups = groups,
  .related = "disbursement.aid_project",
};
