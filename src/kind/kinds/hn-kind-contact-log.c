/* Contacts with compatriots, what they wish and what became of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice contact_topic_choices[] = {
  { "residence", { "Residence", "Cư trú, xuất nhập cảnh" }, "cư trú" },
  { "housing", { "Buying a house", "Mua nhà ở" }, "buying a house;nhà ở" },
  { "return", { "Return", "Hồi hương" }, "trở về" },
  { "nationality", { "Nationality", "Quốc tịch" }, NULL },
  { "investment", { "Investment", "Đầu tư, kinh doanh" }, "đầu tư" },
  { "science", { "Science", "Khoa học, chuyên gia" }, "khoa học" },
  { "charity", { "Charity", "Từ thiện" }, NULL },
  { "family", { "Family", "Gia đình, thân nhân" }, "gia đình" },
  { "meeting", { "Meeting", "Gặp mặt, thăm hỏi" }, "gặp mặt" },
  { "other", { "Other", "Khác" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "contact", .label = { "Person or organization", "Người, tổ chức" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "person organization", .aliases = "person;organization" },
  { .name = "date", .label = { "Date", "Ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "topic", .label = { "Topic", "Nội dung quan tâm" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = contact_topic_choices },
  { .name = "content", .label = { "Content", "Nội dung" }, .type = HN_TYPE_NOTE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "follow_up_due", .label = { "Follow-up due", "Hạn giải quyết" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "due" },
  { .name = "done", .label = { "Done", "Đã xong" }, .type = HN_TYPE_BOOLEAN,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "date", "follow_up_due", NULL,
    { "The follow-up is due before the contact.",
      "Hạn giải quyết trước ngày tiếp xúc." } },
};

const HnKind hn_kind_contact_log = {
  .name = "contact_log",
  .label = { "Contact log entry", "Tiếp xúc, nguyện vọng" },
  .plural = { "Contact log", "Tiếp xúc, nguyện vọng" },
  .tab = HN_TAB_DIASPORA,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{contact}, {date}",
  .order = "-date",
};
