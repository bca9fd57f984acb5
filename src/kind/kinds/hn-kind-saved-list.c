/* Lists as somebody filtered them, kept under a name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "name", .label = { "Name", "Tên danh sách" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "list", .label = { "Of the list", "Lọc từ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "conditions", .label = { "Conditions (one a line)", "Điều kiện lọc (mỗi dòng một điều kiện)" },
    .type = HN_TYPE_NOTE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "search", .label = { "Searched for", "Từ tìm kiếm" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "sort", .label = { "In the order of", "Sắp xếp theo" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN },
};

const HnKind hn_kind_saved_list = {
  .name = "saved_list",
  .label = { "Saved list", "Danh sách đã lưu" },
  .plural = { "Saved lists", "Danh sách đã lưu" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{name}",
  .order = "name",
};
