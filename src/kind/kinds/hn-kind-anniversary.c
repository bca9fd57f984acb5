/* Days that are celebrated: diplomatic relations, national days, the union's own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice anniversary_kind_choices[] = {
  { "diplomatic", { "Diplomatic relations", "Thiết lập quan hệ ngoại giao" }, NULL },
  { "national_day", { "National day", "Quốc khánh" }, NULL },
  { "tradition", { "Tradition day", "Ngày truyền thống" }, NULL },
  { "other", { "Other", "Khác" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "title", .label = { "What is celebrated", "Nội dung kỷ niệm" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "kind", .label = { "Kind", "Loại" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = anniversary_kind_choices, .initial = "diplomatic" },
  { .name = "country", .label = { "Country", "Nước" }, .type = HN_TYPE_COUNTRY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "day", .label = { "First day", "Ngày, tháng, năm" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_FULL_DATE },
  { .name = "checked", .label = { "Checked against a source", "Đã đối chiếu nguồn" }, .type = HN_TYPE_BOOLEAN,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "source", .label = { "Source", "Nguồn" }, .type = HN_TYPE_TEXT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_anniversary = {
  .name = "anniversary",
  .label = { "Anniversary", "Ngày kỷ niệm" },
  .plural = { "Anniversaries", "Ngày kỷ niệm" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{title}",
  .order = "title",
};
