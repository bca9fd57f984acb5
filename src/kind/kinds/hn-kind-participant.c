/* Who took part in an event. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "event", .label = { "Event", "Hoạt động" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "event" },
  { .name = "person", .label = { "Person", "Họ và tên" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FREE_TEXT | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "person",
    .reverse = { "Events attended", "Hoạt động đã tham dự" } },
  { .name = "role", .label = { "Role", "Vai trò" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "country", .label = { "Country", "Nước" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "attended", .label = { "Attended", "Đã dự" }, .type = HN_TYPE_BOOLEAN,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_participant = {
  .name = "participant",
  .label = { "Participant", "Đại biểu" },
  .plural = { "Participants", "Đại biểu" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{person} – {event}",
  .order = "person",
};
