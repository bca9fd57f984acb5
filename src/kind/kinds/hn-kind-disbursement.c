/* What of an aid project was paid out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnField fields[] = {
  { .name = "aid_project", .label = { "Aid project", "Khoản viện trợ" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .targets = "aid_project" },
  { .name = "date", .label = { "Date", "Ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "amount", .label = { "Amount", "Số tiền" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .currency = "currency" },
  { .name = "currency", .label = { "Currency", "Loại tiền" }, .type = HN_TYPE_CURRENCY,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_KEPT,
    .initial = "USD" },
  { .name = "value", .label = { "Value in VND", "Trị giá (đồng)" }, .type = HN_TYPE_MONEY,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST,
    .aliases = "value_vnd;value_in_vnd" },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_disbursement = {
  .name = "disbursement",
  .label = { "Disbursement", "Giải ngân" },
  .plural = { "Disbursements", "Giải ngân" },
  .tab = HN_TAB_DONATIONS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{aid_project}, {date}",
  .order = "-date",
};
