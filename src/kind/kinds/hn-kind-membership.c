/* Who belongs to which association, from when to when. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice membership_status_choices[] = {
  { "active", { "Active", "Đang sinh hoạt" }, "hoạt động" },
  { "suspended", { "Suspended", "Tạm nghỉ" }, "tạm ngừng" },
  { "left", { "Left", "Đã ra khỏi hội" }, "ra hội" },
  { "deceased", { "Deceased", "Đã mất" }, "từ trần" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "person", .label = { "Person", "Họ và tên" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "person",
    .reverse = { "Memberships", "Tham gia hội" } },
  { .name = "organization", .label = { "Organization", "Hội, chi hội" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "organization" },
  { .name = "joined", .label = { "Joined", "Ngày vào hội" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "from" },
  { .name = "left", .label = { "Left", "Ngày ra hội" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_LIST,
    .aliases = "to" },
  { .name = "card_number", .label = { "Card number", "Số thẻ hội viên" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "card" },
  { .name = "status", .label = { "Status", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST,
    .choices = membership_status_choices, .initial = "active", .aliases = "state" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "joined", "left", NULL,
    { "Leaving is before joining.",
      "Ngày ra hội trước ngày vào hội." } },
};

const HnKind hn_kind_membership = {
  .name = "membership",
  .label = { "Membership", "Hội viên" },
  .plural = { "Memberships", "Hội viên" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{person} – {organization}",
  .order = "person",
};
