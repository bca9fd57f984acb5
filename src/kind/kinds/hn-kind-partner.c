/* Embassies, foreign organizations and other partners. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

#include "hn-format.h"

static const HnChoice partner_type_choices[] = {
  { "embassy", { "Embassy", "Đại sứ quán, lãnh sự quán" }, "đại sứ quán" },
  { "foreign_ngo", { "Foreign NGO", "Tổ chức phi chính phủ nước ngoài" }, "ngo;pcpnn" },
  { "institute", { "Institute", "Viện, trường, trung tâm" }, "viện" },
  { "sister_locality", { "Sister locality", "Địa phương kết nghĩa" }, "kết nghĩa" },
  { "firm", { "Firm", "Doanh nghiệp" }, "công ty" },
  { "international_organisation", { "International organisation", "Tổ chức quốc tế" }, "international organization" },
  { "friendship_association", { "Friendship association", "Hội hữu nghị nước bạn" }, NULL },
  { "agency", { "Agency in Viet Nam", "Cơ quan, tổ chức trong nước" }, "cơ quan" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "name", .label = { "Name", "Tên đối tác" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "type", .label = { "Type", "Loại" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = partner_type_choices, .aliases = "kind" },
  { .name = "country", .label = { "Country", "Nước" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "contact", .label = { "Contact", "Đầu mối liên hệ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "phone", .label = { "Telephone", "Điện thoại" }, .type = HN_TYPE_PHONE,
    .flags = HN_FIELD_LIST },
  { .name = "email", .label = { "E-mail", "Thư điện tử" }, .type = HN_TYPE_EMAIL },
  { .name = "address", .label = { "Address", "Địa chỉ" }, .type = HN_TYPE_TEXT },
  { .name = "national_day", .label = { "National day (day/month)", "Quốc khánh (ngày/tháng)" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_LIST,
    .check = hn_format_check_day_month },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_partner = {
  .name = "partner",
  .label = { "Partner", "Đối tác" },
  .plural = { "Partners", "Đối tác" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{name}",
  .order = "name",
  .related = "agreement.partner greeting.partner event.host aid_project.foreign_ngo donation.donor",
};
