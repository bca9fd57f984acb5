/* People: members, officers, contacts and donors are all of this one kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice gender_choices[] = {
  { "male", { "Male", "Nam" }, "m" },
  { "female", { "Female", "Nữ" }, "f" },
  { "other", { "Other", "Khác" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice residence_purpose_choices[] = {
  { "labour", { "Labour", "Lao động" }, "labor" },
  { "study", { "Study", "Học tập" }, "du học" },
  { "settled", { "Settled, married", "Định cư, kết hôn" }, "định cư;kết hôn" },
  { "other", { "Other, unknown", "Khác, chưa rõ" }, "khác;chưa rõ" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice consent_basis_choices[] = {
  { "consent", { "Consent", "Đồng ý của chủ thể" }, "đồng ý" },
  { "agreement", { "Agreement", "Thực hiện thỏa thuận" }, "thỏa thuận" },
  { "law", { "Other law", "Theo quy định của luật khác" }, "luật" },
  { "public_task", { "Task of a state body", "Phục vụ hoạt động của cơ quan nhà nước" }, "nhiệm vụ nhà nước" },
  { "emergency", { "Emergency, life and legitimate interest", "Bảo vệ tính mạng, lợi ích chính đáng" }, "khẩn cấp" },
  { "before_2026", { "Given before 1/1/2026", "Trước 1/1/2026" }, "cũ" },
  { "withdrawn", { "Withdrawn", "Đã rút lại" }, "rút" },
  { NULL, { NULL, NULL }, NULL },
};

const HnField hn_person_fields[HN_PERSON_N_FIELDS] = {
  { .name = "name", .label = { "Full name", "Họ và tên" }, .type = HN_TYPE_NAME,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "full_name;họ tên" },
  { .name = "name_order", .label = { "Sort as", "Sắp xếp theo" }, .type = HN_TYPE_TEXT,
    .aliases = "name_order_override" },
  { .name = "birth", .label = { "Born", "Ngày sinh" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "birth_date;born;năm sinh" },
  { .name = "gender", .label = { "Gender", "Giới tính" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = gender_choices, .aliases = "sex" },
  { .name = "ethnic_group", .label = { "Ethnic group", "Dân tộc" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_SENSITIVE },
  { .name = "phone", .label = { "Telephone", "Điện thoại" }, .type = HN_TYPE_PHONE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "sđt;số điện thoại" },
  { .name = "email", .label = { "E-mail", "Thư điện tử" }, .type = HN_TYPE_EMAIL },
  { .name = "home_area", .label = { "Home area", "Quê quán, địa bàn" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "area", .aliases = "area",
    .reverse = { "People from here", "Người có quê tại đây" } },
  { .name = "address", .label = { "Address", "Địa chỉ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_LIST },
  { .name = "occupation", .label = { "Occupation", "Nghề nghiệp" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_LIST },
  { .name = "workplace", .label = { "Workplace", "Chức vụ, đơn vị công tác" }, .type = HN_TYPE_TEXT },
  { .name = "education", .label = { "Education", "Trình độ" }, .type = HN_TYPE_TEXT },
  { .name = "field", .label = { "Field", "Lĩnh vực, chuyên môn" }, .type = HN_TYPE_TEXT },
  { .name = "languages", .label = { "Languages", "Ngoại ngữ" }, .type = HN_TYPE_TEXT },
  { .name = "party_member", .label = { "Party member", "Đảng viên" }, .type = HN_TYPE_BOOLEAN,
    .flags = HN_FIELD_SENSITIVE },
  { .name = "country", .label = { "Lives in", "Nước cư trú" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "lives_in;lives_in_country",
    .reverse = { "People who live there", "Người đang cư trú" } },
  { .name = "city", .label = { "City abroad", "Thành phố" }, .type = HN_TYPE_TEXT },
  { .name = "address_abroad", .label = { "Address abroad", "Địa chỉ ở nước ngoài" }, .type = HN_TYPE_TEXT },
  { .name = "since", .label = { "Abroad since", "Ra nước ngoài từ" }, .type = HN_TYPE_DATE,
    .aliases = "abroad_since;lives_since" },
  { .name = "residence_purpose", .label = { "Purpose of residence", "Mục đích cư trú" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_KEPT,
    .choices = residence_purpose_choices },
  { .name = "role_abroad", .label = { "Role in communities abroad", "Vai trò trong cộng đồng" }, .type = HN_TYPE_TEXT,
    .aliases = "role_in_communities_abroad;role" },
  { .name = "relatives_at_home", .label = { "Relatives at home", "Thân nhân trong nước" }, .type = HN_TYPE_TEXT,
    .aliases = "relatives" },
  { .name = "prominent", .label = { "Prominent (scholar, entrepreneur)", "Người tiêu biểu (trí thức, doanh nhân)" }, .type = HN_TYPE_BOOLEAN },
  { .name = "consent_basis", .label = { "Basis for keeping the data", "Căn cứ xử lý dữ liệu" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_KEPT,
    .choices = consent_basis_choices, .aliases = "consent" },
  { .name = "consent_date", .label = { "Consent given on", "Ngày đồng ý" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_KEPT },
  { .name = "consent_by", .label = { "Consent recorded by", "Người ghi nhận" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnFieldGroup hn_person_groups[] = {
  { { "Contact", "Liên hệ" }, "email address" },
  { { "Work and education", "Công tác, trình độ" }, "occupation workplace education field languages" },
  { { "Life abroad", "Cuộc sống ở nước ngoài" }, "country city address_abroad since residence_purpose role_abroad relatives_at_home prominent" },
  { { "Right to keep the data", "Căn cứ xử lý dữ liệu cá nhân" }, "consent_basis consent_date consent_by" },
  { { NULL, NULL }, NULL },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_LATER, "birth", "birth", NULL,
    { "This birth is yet to come. Check the year, and the date of this computer.",
      "Ngày sinh này chưa tới. Hãy kiểm tra năm sinh và ngày của máy tính này." } },
  { HN_RULE_NOT_AFTER, "birth", "since", NULL,
    { "This is before the birth.",
      "Ngày này trước ngày sinh." } },
  { HN_RULE_NEEDS, "consent_date", "consent_basis", NULL,
    { "Say on what basis the data are kept.",
      "Hãy cho biết căn cứ xử lý dữ liệu." } },
};

const HnKind hn_kind_person = {
  .name = "person",
  .label = { "Person", "Người" },
  .plural = { "People", "Người" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = hn_person_fields,
  .n_fields = G_N_ELEMENTS (hn_person_fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{name}",
  .order = "name",
  .groups = hn_person_groups,
  .related = "membership.person office.person award.recipient participant.person donation.donor "
             "contact_log.contact",
};
