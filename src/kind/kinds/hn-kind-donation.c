/* Gifts received and given; goods with their value and its basis. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice direction_given_choices[] = {
  { "received", { "Received", "Tiếp nhận" }, "nhận" },
  { "given", { "Given", "Trao tặng" }, "trao" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice donation_form_choices[] = {
  { "money", { "Money", "Tiền" }, NULL },
  { "goods", { "Goods", "Hàng" }, "hiện vật" },
  { "service", { "Service", "Dịch vụ" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice donation_state_choices[] = {
  { "pledged", { "Pledged", "Cam kết" }, "hứa" },
  { "received", { "Received", "Đã nhận" }, "nhận" },
  { "handed_over", { "Handed over", "Đã bàn giao" }, "bàn giao" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "date", .label = { "Date", "Ngày nhận" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "received_on;received;ngày tiếp nhận" },
  { .name = "direction", .label = { "Direction", "Chiều" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_KEPT,
    .choices = direction_given_choices, .initial = "received" },
  { .name = "donor", .label = { "Donor", "Bên ủng hộ" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FREE_TEXT | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "organization person partner", .aliases = "tổ chức, cá nhân ủng hộ" },
  { .name = "campaign", .label = { "Campaign", "Đợt vận động" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "campaign" },
  { .name = "form", .label = { "Form", "Hình thức" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = donation_form_choices, .initial = "money" },
  { .name = "amount", .label = { "Amount", "Số tiền" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .currency = "currency", .when = "form=money" },
  { .name = "currency", .label = { "Currency", "Loại tiền" }, .type = HN_TYPE_CURRENCY,
    .flags = HN_FIELD_MAIN | HN_FIELD_KEPT,
    .when = "form=money", .initial = "VND" },
  { .name = "exchange_rate", .label = { "Exchange rate (VND for one)", "Tỷ giá (đồng cho một đơn vị)" }, .type = HN_TYPE_DECIMAL,
    .flags = HN_FIELD_KEPT,
    .decimals = 4, .when = "form=money", .aliases = "rate" },
  { .name = "rate_date", .label = { "Date of the rate", "Ngày tỷ giá" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_FULL_DATE | HN_FIELD_KEPT,
    .when = "form=money", .aliases = "exchange_rate_date" },
  { .name = "goods", .label = { "Goods", "Tên hàng" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .when = "form=goods|service" },
  { .name = "quantity", .label = { "Quantity", "Số lượng" }, .type = HN_TYPE_DECIMAL,
    .flags = HN_FIELD_MAIN,
    .decimals = 3, .when = "form=goods|service" },
  { .name = "unit", .label = { "Unit", "Đơn vị tính" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN,
    .when = "form=goods|service" },
  { .name = "value", .label = { "Value in VND", "Trị giá (đồng)" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .when = "form=goods|service", .aliases = "value_vnd;value_in_vnd" },
  { .name = "value_basis", .label = { "Basis of the value", "Căn cứ trị giá" }, .type = HN_TYPE_TEXT,
    .when = "form=goods|service", .aliases = "basis" },
  { .name = "state", .label = { "State", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = donation_state_choices, .initial = "received", .aliases = "status" },
  { .name = "beneficiary", .label = { "Beneficiary", "Nơi tiếp nhận, sử dụng" }, .type = HN_TYPE_TEXT },
  { .name = "area", .label = { "Area", "Địa bàn" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_KEPT,
    .targets = "area",
    .reverse = { "Donations for here", "Khoản ủng hộ cho địa bàn" } },
  { .name = "receipt_number", .label = { "Receipt number", "Số chứng từ" }, .type = HN_TYPE_TEXT,
    .aliases = "receipt" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnFieldGroup groups[] = {
  { { "Rate and value", "Tỷ giá, trị giá" }, "exchange_rate rate_date value_basis" },
  { { "State and use", "Tình trạng, nơi sử dụng" }, "direction state beneficiary area receipt_number" },
  { { NULL, NULL }, NULL },
};

static const HnRule rules[] = {
  { HN_RULE_VALUE_NEEDS, "form", "amount", "money",
    { "Give the amount.",
      "Hãy ghi số tiền." } },
  { HN_RULE_NEEDS, "amount", "currency", NULL,
    { "Say in which currency.",
      "Hãy cho biết loại tiền." } },
  { HN_RULE_VALUE_NEEDS, "form", "goods", "goods",
    { "Say which goods.",
      "Hãy ghi tên hàng." } },
  { HN_RULE_NEEDS, "exchange_rate", "rate_date", NULL,
    { "Give the date of the rate.",
      "Hãy ghi ngày của tỷ giá." } },
  { HN_RULE_NEEDS, "quantity", "unit", NULL,
    { "Give the unit of the quantity.",
      "Hãy ghi đơn vị tính." } },
};

const HnKind hn_kind_donation = {
  .name = "donation",
  .label = { "Donation", "Khoản ủng hộ" },
  .plural = { "Donations", "Khoản ủng hộ" },
  .tab = HN_TAB_DONATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{donor}, {date}",
  .order = "-date",
  .groups = groups,
};
