/* What the year plans for each indicator of the summary report, form M03. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kinds.h"

/* The rows of form M03 that hold figures. */
static const HnChoice indicator_choices[] = {
  { "1", { "1. Province-level member associations (associations)", "1. Số hội thành viên cấp tỉnh (hội)" }, NULL },
  { "2", { "2. Local associations and branches (associations)", "2. Số hội, chi hội cấp cơ sở (hội)" }, NULL },
  { "3", { "3. Members (people)", "3. Tổng số hội viên (người)" }, NULL },
  { "3.1", { "3.1. Members: women (people)", "3.1. Trong đó: nữ (người)" }, NULL },
  { "4", { "4. New members (people)", "4. Hội viên kết nạp mới (người)" }, NULL },
  { "5", { "5. Congresses and reorganizing conferences (times)", "5. Số đại hội, hội nghị kiện toàn (cuộc)" }, NULL },
  { "6", { "6. Information conferences (conferences)", "6. Hội nghị tuyên truyền, phổ biến (hội nghị)" }, NULL },
  { "7", { "7. Delegates at them (participations)", "7. Số đại biểu dự (lượt người)" }, NULL },
  { "8", { "8. News and articles (items)", "8. Tin, bài đăng tải (tin, bài)" }, NULL },
  { "9", { "9. Anniversaries and friendship exchanges (activities)", "9. Hoạt động kỷ niệm, giao lưu hữu nghị (hoạt động)" }, NULL },
  { "10", { "10. Participants (participations)", "10. Số lượt người tham gia (lượt người)" }, NULL },
  { "10.1", { "10.1. Participants: from abroad (participations)", "10.1. Trong đó: khách quốc tế (lượt người)" }, NULL },
  { "11", { "11. New cooperation agreements (papers)", "11. Thỏa thuận hợp tác ký mới (văn bản)" }, NULL },
  { "12", { "12. Delegations abroad (delegations)", "12. Đoàn ra (đoàn)" }, NULL },
  { "12.1", { "12.1. People in them (participations)", "12.1. Số người (lượt người)" }, NULL },
  { "13", { "13. Delegations received (delegations)", "13. Đoàn vào (đoàn)" }, NULL },
  { "13.1", { "13.1. Guests in them (participations)", "13.1. Số khách (lượt người)" }, NULL },
  { "14", { "14. International conferences (conferences)", "14. Hội nghị, hội thảo quốc tế (hội nghị)" }, NULL },
  { "15", { "15. New aid projects (projects)", "15. Khoản viện trợ mới (khoản)" }, NULL },
  { "15.1", { "15.1. New aid: programmes and projects (projects)", "15.1. Trong đó: chương trình, dự án (khoản)" }, NULL },
  { "15.2", { "15.2. New aid: other (projects)", "15.2. Phi dự án (khoản)" }, NULL },
  { "16", { "16. Aid committed (USD)", "16. Giá trị cam kết (USD)" }, NULL },
  { "17", { "17. Aid disbursed (USD)", "17. Giá trị giải ngân (USD)" }, NULL },
  { "18", { "18. Campaigns (times)", "18. Cuộc vận động ủng hộ (cuộc)" }, NULL },
  { "19", { "19. Gifts of money (million VND)", "19. Giá trị tiền ủng hộ (triệu đồng)" }, NULL },
  { "20", { "20. Gifts in kind (million VND)", "20. Trị giá hiện vật (triệu đồng)" }, NULL },
  { "21", { "21. Contacts abroad (people)", "21. Kiều bào có liên hệ (người)" }, NULL },
  { "22", { "22. Hometown associations in contact (associations)", "22. Hội đồng hương giữ liên hệ (hội)" }, NULL },
  { "23", { "23. Meetings with people from abroad (participations)", "23. Số lượt gặp mặt, tiếp kiều bào (lượt người)" }, NULL },
  { "24", { "24. Remittances through banks (million USD)", "24. Kiều hối qua ngân hàng (triệu USD)" }, NULL },
  { "25", { "25. Collectives rewarded (collectives)", "25. Tập thể được khen thưởng (tập thể)" }, NULL },
  { "26", { "26. Persons rewarded (persons)", "26. Cá nhân được khen thưởng (cá nhân)" }, NULL },
  { NULL, { NULL, NULL }, NULL },
};

static const HnField fields[] = {
  { .name = "indicator", .label = { "Indicator", "Chỉ tiêu" }, .type = HN_TYPE_CHOICE,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST,
    .choices = indicator_choices },
  { .name = "year", .label = { "Year", "Năm" }, .type = HN_TYPE_INTEGER,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "amount", .label = { "Planned", "Kế hoạch" }, .type = HN_TYPE_DECIMAL, .decimals = 2,
    .flags = HN_FIELD_REQUIRED | HN_FIELD_MAIN | HN_FIELD_LIST },
  { .name = "source", .label = { "Source", "Căn cứ" }, .type = HN_TYPE_TEXT,
    .flags = HN_FIELD_MAIN | HN_FIELD_LIST | HN_FIELD_KEPT },
  { .name = "note", .label = { "Note", "Ghi chú" }, .type = HN_TYPE_NOTE },
};

const HnKind hn_kind_plan_target = {
  .name = "plan_target",
  .label = { "Plan target", "Chỉ tiêu kế hoạch" },
  .plural = { "Plan targets", "Chỉ tiêu kế hoạch" },
  .tab = HN_TAB_NONE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = "{indicator} {year}",
  .order = "-year",
};
