/* Provinces, districts and communes with their validity and succession. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice area_level_choices[] = {
  { "province", { "Province", "Tỉnh, thành phố" }, "tỉnh" },
  { "district", { "District", "Huyện, thị xã, thành phố thuộc tỉnh" }, "huyện" },
  { "old_commune", { "Commune until 30/06/2025", "Xã, phường (cũ)" }, "xã (cũ)" },
  { "commune", { "Commune", "Xã, phường" }, "xã" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "name", .label = { "Name", "Tên" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "level", .label = { "Level", "Cấp" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = area_level_choices },
  { .name = "code", .label = { "Code", "Mã" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_LIST },
  { .name = "parent", .label = { "Within", "Thuộc" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_TREE | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "area",
    .reverse = { "Areas within it", "Địa bàn trực thuộc" } },
  { .name = "valid_from", .label = { "Valid from", "Từ ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "valid_to", .label = { "Valid to", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "successor", .label = { "Successor", "Đơn vị kế tiếp" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_TREE | HN_FIELD_LIST,
    .targets = "area",
    .reverse = { "Areas before it", "Địa bàn tiền thân" } },
  { .name = "former_province", .label = { "Former province", "Tỉnh cũ" }, .type = HN_TYPE_TEXT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "valid_from", "valid_to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_area = {
  .name = "area",
  .label = { "Area", "Địa bàn" },
  .plural = { "Areas", "Địa bàn" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{name}",
  .order = "name",
  .related = "area.parent organization.area person.home_area",
};
