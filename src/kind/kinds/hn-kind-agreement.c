/* Agreements and twinnings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice agreement_state_choices[] = {
  { "proposed", { "Proposed", "Đề xuất" }, NULL },
  { "signed", { "Signed", "Đã ký" }, NULL },
  { "in_force", { "In force", "Đang thực hiện" }, "hiệu lực" },
  { "ended", { "Ended", "Đã kết thúc" }, "hết hiệu lực" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "partner", .label = { "Partner", "Đối tác" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "partner" },
  { .name = "organization", .label = { "Organization", "Tổ chức" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "organization" },
  { .name = "title", .label = { "Title", "Tên thỏa thuận" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "signed", .label = { "Signed", "Ngày ký" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "date" },
  { .name = "until", .label = { "Until", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "to" },
  { .name = "content", .label = { "Content", "Nội dung" }, .type = HN_TYPE_NOTE },
  { .name = "state", .label = { "State", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = agreement_state_choices, .initial = "signed", .aliases = "status" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "signed", "until", NULL,
    { "The end is before the signing.",
      "Ngày hết hạn trước ngày ký." } },
};

const HnKind hn_kind_agreement = {
  .name = "agreement",
  .label = { "Agreement", "Thỏa thuận, kết nghĩa" },
  .plural = { "Agreements", "Thỏa thuận, kết nghĩa" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{title}",
  .order = "-signed",
};
