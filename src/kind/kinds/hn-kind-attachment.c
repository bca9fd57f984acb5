/* Files that belong to a record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "record", .label = { "Record", "Bản ghi" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "*" },
  { .name = "name", .label = { "Name", "Tên tệp" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "media_type", .label = { "Media type", "Kiểu tệp" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_LIST,
    .initial = "application/octet-stream" },
  { .name = "content", .label = { "Content", "Nội dung" }, .type = HN_TYPE_BYTES,
    .flags = HN_FIELD_REQUIRED },
  { .name = "caption", .label = { "Caption", "Chú thích" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "credit", .label = { "Credit", "Tác giả, nguồn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_KEPT },
};

const HnKind hn_kind_attachment = {
  .name = "attachment",
  .label = { "Attachment", "Tệp đính kèm" },
  .plural = { "Attachments", "Tệp đính kèm" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{name}",
  .order = "name",
};
