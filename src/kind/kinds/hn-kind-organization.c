/* Organizations: the union, its associations and branches, and those of compatriots elsewhere. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice organization_kind_choices[] = {
  { "union", { "Union", "Liên hiệp" }, "liên hiệp" },
  { "bilateral", { "Bilateral association", "Hội song phương" }, "song phương;hội hữu nghị cấp tỉnh" },
  { "local", { "Local association", "Hội địa phương" }, "hội cấp huyện;hội huyện" },
  { "branch", { "Branch", "Chi hội" }, "chapter" },
  { "abroad", { "Association abroad", "Hội ở nước ngoài" }, "hội người Việt Nam ở nước ngoài" },
  { "hometown", { "Hometown association in another province", "Hội đồng hương ngoài tỉnh" }, "hội đồng hương;hometown association" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice organization_status_choices[] = {
  { "active", { "Active", "Đang hoạt động" }, "hoạt động" },
  { "inactive", { "Inactive", "Tạm ngừng" }, "không hoạt động" },
  { "dissolved", { "Dissolved", "Đã giải thể" }, "giải thể" },
  { "merged", { "Merged into another", "Đã sáp nhập" }, "merged into;sáp nhập" },
  { NULL, { NULL, NULL }, NULL },
};

const HnField hn_organization_fields[HN_ORGANIZATION_N_FIELDS] = {
  { .name = "name", .label = { "Name", "Tên tổ chức" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "tên;tên hội" },
  { .name = "short_name", .label = { "Short name", "Tên viết tắt" }, .type = HN_TYPE_TEXT },
  { .name = "kind", .label = { "Kind", "Loại" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = organization_kind_choices, .aliases = "type" },
  { .name = "parent", .label = { "Belongs to", "Trực thuộc" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_TREE | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "organization", .aliases = "parent organization;cấp trên",
    .reverse = { "Branches", "Tổ chức trực thuộc" } },
  { .name = "countries", .label = { "Countries", "Nước" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MULTIPLE | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "country;quốc gia" },
  { .name = "area", .label = { "Area", "Địa bàn" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "area" },
  { .name = "host_institution", .label = { "Host institution", "Đơn vị đặt chi hội" }, .type = HN_TYPE_TEXT,
    .aliases = "cơ quan" },
  { .name = "founded", .label = { "Founded", "Thành lập" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "năm thành lập" },
  { .name = "founding_decision_number", .label = { "Founding decision", "Số quyết định thành lập" }, .type = HN_TYPE_TEXT,
    .aliases = "decision_number" },
  { .name = "founding_decision_date", .label = { "Date of the decision", "Ngày quyết định" }, .type = HN_TYPE_DATE,
    .aliases = "decision_date" },
  { .name = "status", .label = { "Status", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST,
    .choices = organization_status_choices, .initial = "active", .aliases = "state" },
  { .name = "merged_into", .label = { "Merged into", "Sáp nhập vào" }, .type = HN_TYPE_REFERENCE,
    .targets = "organization", .when = "status=merged",
    .reverse = { "Merged into it", "Tổ chức đã sáp nhập vào" } },
  { .name = "ended", .label = { "Ended", "Ngừng từ" }, .type = HN_TYPE_DATE,
    .when = "status=inactive|dissolved|merged", .aliases = "dissolved" },
  { .name = "address", .label = { "Address", "Địa chỉ" }, .type = HN_TYPE_TEXT },
  { .name = "phone", .label = { "Telephone", "Điện thoại" }, .type = HN_TYPE_PHONE },
  { .name = "email", .label = { "E-mail", "Thư điện tử" }, .type = HN_TYPE_EMAIL },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnFieldGroup hn_organization_groups[] = {
  { { "Founding and end", "Thành lập, kết thúc" }, "founding_decision_number founding_decision_date host_institution status merged_into ended" },
  { { "Contact", "Liên hệ" }, "address phone email" },
  { { NULL, NULL }, NULL },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "founded", "ended", NULL,
    { "The end is before the founding.",
      "Ngày ngừng hoạt động trước ngày thành lập." } },
  { HN_RULE_VALUE_NEEDS, "status", "merged_into", "merged",
    { "Say into which organization it was merged.",
      "Hãy cho biết đã sáp nhập vào tổ chức nào." } },
};

const HnKind hn_kind_organization = {
  .name = "organization",
  .label = { "Organization", "Tổ chức" },
  .plural = { "Organizations", "Tổ chức" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = hn_organization_fields,
  .n_fields = G_N_ELEMENTS (hn_organization_fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{name}",
  .order = "name",
  /* By name, some eighty branches would stand before the union and its associations. */
  .first_order = "kind",
  .groups = hn_organization_groups,
  .related = "organization.parent office.organization membership.organization headcount.organization "
             "event.host donation.donor award.recipient term.organization",
};
