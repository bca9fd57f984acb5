/* Money sent home, by period. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "from", .label = { "From", "Từ" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "to", .label = { "To", "Đến" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "amount", .label = { "Amount", "Số tiền" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .currency = "currency" },
  { .name = "currency", .label = { "Currency", "Loại tiền" }, .type = HN_TYPE_CURRENCY,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_KEPT,
    .initial = "USD" },
  { .name = "source", .label = { "Source", "Nguồn" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

static const HnRule rules[] = {
  { HN_RULE_NOT_AFTER, "from", "to", NULL,
    { "The end is before the beginning.",
      "Ngày kết thúc trước ngày bắt đầu." } },
};

const HnKind hn_kind_remittance = {
  .name = "remittance",
  .label = { "Remittance", "Kiều hối" },
  .plural = { "Remittances", "Kiều hối" },
  .tab = HN_TAB_DIASPORA,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .rules = rules,
  .n_rules = G_N_ELEMENTS (rules),
  .title = "{from} – {to}",
  .order = "-from",
};
