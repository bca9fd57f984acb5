/* Tasks that a directive sets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice task_state_choices[] = {
  { "open", { "Open", "Đang thực hiện" }, "đang làm" },
  { "done", { "Done", "Hoàn thành" }, "xong" },
  { "late", { "Late", "Quá hạn" }, "chậm" },
  { "dropped", { "Dropped", "Dừng" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "directive", .label = { "Directive", "Văn bản" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "directive" },
  { .name = "number", .label = { "Number", "Số thứ tự" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "text", .label = { "Text", "Nội dung" }, .type = HN_TYPE_NOTE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "lead", .label = { "Lead", "Đơn vị chủ trì" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_FREE_TEXT | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "organization person",
    .reverse = { "Tasks led", "Nhiệm vụ chủ trì" } },
  { .name = "due", .label = { "Due", "Hạn" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "state", .label = { "State", "Tình trạng" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = task_state_choices, .initial = "open", .aliases = "status" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_task = {
  .name = "task",
  .label = { "Task", "Nhiệm vụ" },
  .plural = { "Tasks", "Nhiệm vụ" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{number}. {text}",
  .order = "directive",
  .related = "event.tasks aid_project.tasks",
};
