/* Letters, telegrams and flowers for an occasion. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

static const HnChoice direction_sent_choices[] = {
  { "sent", { "Sent", "Gửi đi" }, "đi;out" },
  { "received", { "Received", "Nhận được" }, "đến;in" },
  { NULL, { NULL, NULL }, NULL },
};

static const HnChoice greeting_form_choices[] = {
  { "letter", { "Letter", "Thư" }, NULL },
  { "telegram", { "Telegram", "Điện" }, NULL },
  { "flowers", { "Flowers", "Hoa chúc mừng" }, "hoa" },
  { "card", { "Card", "Thiếp" }, NULL },
  { "gift", { "Gift", "Quà" }, NULL },
  { "visit", { "Visit", "Thăm hỏi trực tiếp" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "direction", .label = { "Direction", "Chiều" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = direction_sent_choices, .initial = "sent" },
  { .name = "partner", .label = { "To or from", "Nơi nhận, nơi gửi" }, .type = HN_TYPE_REFERENCE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_FREE_TEXT | HN_FIELD_MAIN | HN_FIELD_LIST,
    .targets = "partner person organization", .aliases = "person;correspondent" },
  { .name = "occasion", .label = { "Occasion", "Dịp" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "date", .label = { "Date", "Ngày" }, .type = HN_TYPE_DATE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "form", .label = { "Form", "Hình thức" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT,
    .choices = greeting_form_choices, .initial = "letter" },
  { .name = "signed_by", .label = { "Signed by", "Người ký" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_greeting = {
  .name = "greeting",
  .label = { "Greeting", "Thư, điện, hoa chúc mừng" },
  .plural = { "Greetings", "Thư, điện, hoa chúc mừng" },
  .tab = HN_TAB_EVENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{occasion} – {partner}",
  .order = "-date",
};
