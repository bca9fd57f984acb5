/* Documents that direct the work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice directive_kind_choices[] = {
  { "directive", { "Directive", "Chỉ thị" }, NULL },
  { "plan", { "Plan", "Kế hoạch" }, NULL },
  { "scheme", { "Scheme", "Đề án" }, NULL },
  { "resolution", { "Resolution", "Nghị quyết" }, NULL },
  { "coordination_programme", { "Coordination programme", "Chương trình phối hợp" }, "coordination program" },
  { "decision", { "Decision", "Quyết định" }, NULL },
  { "letter", { "Official letter", "Công văn" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "number", .label = { "Number", "Số, ký hiệu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "issuer", .label = { "Issuer", "Cơ quan ban hành" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "date", .label = { "Date", "Ngày ban hành" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "title", .label = { "Title", "Trích yếu" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "kind", .label = { "Kind", "Loại văn bản" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = directive_kind_choices, .aliases = "type" },
  { .name = "parent", .label = { "Implements", "Thực hiện văn bản" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_TREE | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "directive",
    .reverse = { "Documents that implement it", "Văn bản triển khai" } },
  { .name = "from", .label = { "From", "Từ" }, .type = HN_TYPE_DATE },
  { .name = "to", .label = { "To", "Đến" }, .type = HN_TYPE_DATE },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_directive = {
  .name = "directive",
  .label = { "Directive", "Văn bản chỉ đạo" },
  .plural = { "Directives", "Văn bản chỉ đạo" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{number} {title}",
  .order = "-date",
  .related = "task.directive directive.parent",
};
