/* Bulletins, books, articles and broadcasts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice publication_type_choices[] = {
  { "bulletin", { "Bulletin", "Bản tin" }, "tập san" },
  { "book", { "Book", "Sách" }, NULL },
  { "web_article", { "Web article", "Tin, bài trên trang điện tử" }, "tin bài" },
  { "fanpage", { "Fan page", "Bài trên trang mạng xã hội" }, "facebook" },
  { "broadcast", { "Broadcast", "Phát thanh, truyền hình" }, "truyền hình" },
  { "press_article", { "Press article", "Bài trên báo" }, "báo" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "title", .label = { "Title", "Tên ấn phẩm, tin bài" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "name" },
  { .name = "type", .label = { "Type", "Loại" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = publication_type_choices, .aliases = "kind" },
  { .name = "issue", .label = { "Issue", "Số" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "date", .label = { "Date", "Ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "organization", .label = { "Organization", "Đơn vị thực hiện" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_KEPT,
    .targets = "organization" },
  { .name = "count", .label = { "Number of pieces", "Số tin, bài" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_LIST,
    .initial = "1" },
  { .name = "copies", .label = { "Copies", "Số bản" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "views", .label = { "Views", "Lượt xem" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_publication = {
  .name = "publication",
  .label = { "Publication", "Ấn phẩm, thông tin" },
  .plural = { "Publications", "Ấn phẩm, thông tin" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{title}",
  .order = "-date",
};
