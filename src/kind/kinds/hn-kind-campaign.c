/* Campaigns that gifts answer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "name", .label = { "Name", "Tên đợt vận động" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "called_by", .label = { "Called by", "Cơ quan phát động" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "from", .label = { "From", "Từ ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "to", .label = { "To", "Đến ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "purpose", .label = { "Purpose", "Mục đích" }, .type = HN_TYPE_NOTE,
    .flags = HN_FIELD_MAIN },
  { .name = "target", .label = { "Target", "Chỉ tiêu" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_LIST,
    .currency = "currency" },
  { .name = "currency", .label = { "Currency", "Loại tiền" }, .type = HN_TYPE_CURRENCY,
    .flags = HN_FIELD_KEPT,
    .when = "target", .initial = "VND" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
  { HN_RULE_NEEDS, "target", "currency", NULL,
    { "Say in which currency.",
      "Hãy cho biết loại tiền." } },
};

const HnKind hn_kind_campaign = {
  .name = "campaign",
  .label = { "Campaign", "Đợt vận động" },
  .plural = { "Campaigns", "Đợt vận động" },
  .tab = HN_TAB_DONATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{name}",
  .order = "-from",
  .related = "donation.campaign",
};
