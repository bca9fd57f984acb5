/* Awards, from the proposal to the presentation. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice award_form_choices[] = {
  { "order", { "Order", "Huân chương" }, NULL },
  { "campaign_medal", { "Commemorative medal", "Kỷ niệm chương" }, "medal" },
  { "emulation_flag", { "Emulation flag", "Cờ thi đua" }, "flag" },
  { "certificate", { "Certificate of merit", "Bằng khen" }, "certificate of merit" },
  { "commendation", { "Commendation", "Giấy khen" }, NULL },
  { "title", { "Emulation title", "Danh hiệu thi đua" }, NULL },
  { "other", { "Other", "Khác" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice award_state_choices[] = {
  { "proposed", { "Proposed", "Đề nghị" }, "đã đề nghị" },
  { "sent", { "Sent", "Đã trình" }, "trình" },
  { "decided", { "Decided", "Đã có quyết định" }, "có quyết định" },
  { "presented", { "Presented", "Đã trao" }, "trao" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "recipient", .label = { "Recipient", "Tập thể, cá nhân" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FREE_TEXT | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "organization person" },
  { .name = "form", .label = { "Form", "Hình thức" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = award_form_choices },
  { .name = "rank", .label = { "Rank", "Hạng, danh hiệu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "given_by", .label = { "Given by", "Cấp khen thưởng" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "state", .label = { "State", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = award_state_choices, .initial = "decided", .aliases = "status" },
  { .name = "decision_number", .label = { "Decision number", "Số quyết định" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "decision_date", .label = { "Date of the decision", "Ngày quyết định" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_LIST | HN_FIELD_KEPT,
    .aliases = "date" },
  { .name = "presented_on", .label = { "Presented on", "Ngày trao" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_KEPT },
  { .name = "presented_by", .label = { "Presented by", "Người trao" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_KEPT,
    .aliases = "by_whom" },
  { .name = "amount", .label = { "Money that goes with it", "Mức thưởng" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_KEPT },
  { .name = "reason", .label = { "Reason", "Thành tích" }, .type = HN_TYPE_NOTE },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "decision_date", "presented_on", NULL,
    { "It was presented before it was decided.",
      "Ngày trao trước ngày quyết định." } },
};

const HnKind hn_kind_award = {
  .name = "award",
  .label = { "Award", "Khen thưởng" },
  .plural = { "Awards", "Khen thưởng" },
  .tab = HN_TAB_ASSOCIATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{form} – {recipient}",
  .order = "-decision_date",
};
