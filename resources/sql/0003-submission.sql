-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the submission needs beside the work itself: how periods are cut and when they are due, days off, the names
-- that organizations had, and the year's plan.

-- An international conference needs a permission and a report of its own (QĐ 06/2020/QĐ-TTg).
ALTER TABLE "event" ADD COLUMN "permission_number" TEXT CHECK ("permission_number" <> '');
ALTER TABLE "event" ADD COLUMN "permission_date" TEXT CHECK ("permission_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "permission_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "permission_date" GLOB '[0-9][0-9][0-9][0-9]');
ALTER TABLE "event" ADD COLUMN "reported_on" TEXT CHECK ("reported_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "reported_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "reported_on" GLOB '[0-9][0-9][0-9][0-9]');

-- How a report was made that was sent, and what it counted.
ALTER TABLE "submission" ADD COLUMN "rules" TEXT CHECK ("rules" <> '');
ALTER TABLE "submission" ADD COLUMN "dress" TEXT CHECK ("dress" = 'report' OR "dress" = 'appendix' OR "dress" = 'list');
ALTER TABLE "submission" ADD COLUMN "counted" BLOB;

CREATE TABLE "anniversary" (
  "id" INTEGER PRIMARY KEY,
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "kind" TEXT NOT NULL CHECK ("kind" = 'diplomatic' OR "kind" = 'national_day' OR "kind" = 'tradition' OR "kind" = 'other'),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "checked" INTEGER CHECK ("checked" = 0 OR "checked" = 1),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "search_anniversary" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "anniversary_country" ON "anniversary" ("country");
CREATE INDEX "search_anniversary_order" ON "search_anniversary" ("sort_key");

CREATE TABLE "report_rule" (
  "id" INTEGER PRIMARY KEY,
  "rules" TEXT NOT NULL CHECK ("rules" <> ''),
  "label" TEXT CHECK ("label" <> ''),
  "period" TEXT NOT NULL CHECK ("period" = 'month' OR "period" = 'quarter' OR "period" = 'half' OR "period" = 'nine_months' OR "period" = 'year'),
  "start_day" INTEGER NOT NULL CHECK ("start_day" >= 0),
  "start_shift" INTEGER NOT NULL,
  "end_day" INTEGER NOT NULL CHECK ("end_day" >= 0),
  "end_shift" INTEGER NOT NULL,
  "due_after" INTEGER CHECK ("due_after" >= 0),
  "due_day" INTEGER CHECK ("due_day" >= 0),
  "due_shift" INTEGER,
  "valid_from" TEXT CHECK ("valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]'),
  "valid_to" TEXT CHECK ("valid_to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "valid_to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "valid_to" GLOB '[0-9][0-9][0-9][0-9]'),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "holiday" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "from" TEXT NOT NULL CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "yearly" INTEGER CHECK ("yearly" = 0 OR "yearly" = 1),
  "working" INTEGER CHECK ("working" = 0 OR "working" = 1),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "former_name" (
  "id" INTEGER PRIMARY KEY,
  "organization" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT NOT NULL CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "plan_target" (
  "id" INTEGER PRIMARY KEY,
  "indicator" TEXT NOT NULL CHECK ("indicator" = '1' OR "indicator" = '2' OR "indicator" = '3' OR "indicator" = '3.1' OR "indicator" = '4' OR "indicator" = '5' OR "indicator" = '6' OR "indicator" = '7' OR "indicator" = '8' OR "indicator" = '9' OR "indicator" = '10' OR "indicator" = '10.1' OR "indicator" = '11' OR "indicator" = '12' OR "indicator" = '12.1' OR "indicator" = '13' OR "indicator" = '13.1' OR "indicator" = '14' OR "indicator" = '15' OR "indicator" = '15.1' OR "indicator" = '15.2' OR "indicator" = '16' OR "indicator" = '17' OR "indicator" = '18' OR "indicator" = '19' OR "indicator" = '20' OR "indicator" = '21' OR "indicator" = '22' OR "indicator" = '23' OR "indicator" = '24' OR "indicator" = '25' OR "indicator" = '26'),
  "year" INTEGER NOT NULL CHECK ("year" >= 0),
  "amount" INTEGER NOT NULL CHECK ("amount" >= 0),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE INDEX "former_name_organization" ON "former_name" ("organization");
CREATE TABLE "search_report_rule" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "search_report_rule_order" ON "search_report_rule" ("sort_key");

CREATE TABLE "search_holiday" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "search_holiday_order" ON "search_holiday" ("sort_key");

CREATE TABLE "search_former_name" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "search_former_name_order" ON "search_former_name" ("sort_key");

CREATE TABLE "search_plan_target" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "search_plan_target_order" ON "search_plan_target" ("sort_key");

-- Article numbers of the decrees are as superiors' letters give them; every rule can be edited.
INSERT INTO "report_rule" ("id", "rules", "label", "period", "start_day", "start_shift", "end_day", "end_shift", "due_after", "due_day", "due_shift", "valid_from", "valid_to", "source", "note") VALUES
  (7300000000000001, 'ND09', 'Nghị định 09/2019/NĐ-CP (chốt ngày 14)', 'month', 15, -1, 14, 0, 2, NULL, NULL, '2019-03-12', NULL, 'NĐ 09/2019/NĐ-CP, Điều 12', 'Gửi chậm nhất 2 ngày làm việc sau ngày chốt (theo thực tế các tỉnh; Nghị định: ít nhất 1 ngày)'),
  (7300000000000002, 'ND09', 'Nghị định 09/2019/NĐ-CP (chốt ngày 14)', 'quarter', 15, -1, 14, 0, 2, NULL, NULL, '2019-03-12', NULL, 'NĐ 09/2019/NĐ-CP, Điều 12', 'Gửi chậm nhất 2 ngày làm việc sau ngày chốt (theo thực tế các tỉnh; Nghị định: ít nhất 1 ngày)'),
  (7300000000000003, 'ND09', 'Nghị định 09/2019/NĐ-CP (chốt ngày 14)', 'half', 15, -1, 14, 0, 2, NULL, NULL, '2019-03-12', NULL, 'NĐ 09/2019/NĐ-CP, Điều 12', 'Gửi chậm nhất 2 ngày làm việc sau ngày chốt (theo thực tế các tỉnh; Nghị định: ít nhất 1 ngày)'),
  (7300000000000004, 'ND09', 'Nghị định 09/2019/NĐ-CP (chốt ngày 14)', 'year', 15, -1, 14, 0, 2, NULL, NULL, '2019-03-12', NULL, 'NĐ 09/2019/NĐ-CP, Điều 12', 'Gửi chậm nhất 2 ngày làm việc sau ngày chốt (theo thực tế các tỉnh; Nghị định: ít nhất 1 ngày)'),
  (7300000000000005, 'ND09', 'Nghị định 09/2019/NĐ-CP (chốt ngày 14)', 'nine_months', 15, -1, 14, 0, 2, NULL, NULL, '2019-03-12', NULL, 'QĐ 01/2023/QĐ-UBND Khánh Hòa, Điều 4', 'Không phải kỳ của Nghị định; các tỉnh dùng'),
  (7300000000000006, 'CALENDAR', 'Theo năm dương lịch', 'month', 1, 0, 31, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (7300000000000007, 'CALENDAR', 'Theo năm dương lịch', 'quarter', 1, 0, 31, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (7300000000000008, 'CALENDAR', 'Theo năm dương lịch', 'half', 1, 0, 31, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (7300000000000009, 'CALENDAR', 'Theo năm dương lịch', 'nine_months', 1, 0, 31, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (7300000000000010, 'CALENDAR', 'Theo năm dương lịch', 'year', 1, 0, 31, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (7300000000000011, 'TT23', 'Thông tư 23/2022/TT-BTC (viện trợ)', 'month', 1, 0, 31, 0, NULL, 10, 1, '2022-04-06', NULL, 'TT 23/2022/TT-BTC', NULL),
  (7300000000000012, 'TT23', 'Thông tư 23/2022/TT-BTC (viện trợ)', 'half', 1, 0, 31, 0, NULL, NULL, NULL, '2022-04-06', NULL, 'TT 23/2022/TT-BTC', '6 tháng đầu: gửi Sở Tài chính trước 31/7; 6 tháng cuối: trước 15/2 năm sau'),
  (7300000000000013, 'TT23', 'Thông tư 23/2022/TT-BTC (viện trợ)', 'year', 1, 0, 31, 1, NULL, 28, 2, '2022-04-06', NULL, 'TT 23/2022/TT-BTC', 'Gồm tháng chỉnh lý quyết toán, đến 31/01 năm sau'),
  (7300000000000014, 'ND80', 'Nghị định 80/2020/NĐ-CP (viện trợ PCPNN)', 'year', 1, 0, 31, 0, NULL, 15, 1, '2020-09-17', '2025-12-08', 'NĐ 80/2020/NĐ-CP', 'Đã thay bằng NĐ 313/2025/NĐ-CP từ 08/12/2025; cần kiểm tra ngày gửi mới'),
  (7300000000000015, 'ND58', 'Nghị định 58/2022/NĐ-CP (tổ chức PCPNN)', 'year', 15, -1, 14, 0, NULL, 18, 0, '2022-11-01', NULL, 'NĐ 58/2022/NĐ-CP, Mẫu 04–07', NULL),
  (7300000000000016, 'QD06', 'Quyết định 06/2020/QĐ-TTg (hội nghị quốc tế)', 'year', 15, -1, 14, 0, NULL, 18, 0, '2020-04-15', NULL, 'QĐ 06/2020/QĐ-TTg, Mẫu 03', NULL),
  (7300000000000017, 'HOI', 'Báo cáo năm của hội', 'year', 1, 0, 31, 0, NULL, 1, 0, '2010-07-01', NULL, 'NĐ 45/2010/NĐ-CP, Điều 24', 'Đã thay bằng NĐ 126/2024/NĐ-CP từ 26/11/2024; cần kiểm tra ngày gửi');

-- Days off move with the moon and with each year's decision; the office enters those of the coming year.
INSERT INTO "holiday" ("id", "name", "from", "to", "yearly") VALUES
  (7300000000000101, 'Tết Dương lịch', '2000-01-01', NULL, 1),
  (7300000000000102, 'Ngày Giải phóng miền Nam', '2000-04-30', NULL, 1),
  (7300000000000103, 'Ngày Quốc tế Lao động', '2000-05-01', NULL, 1),
  (7300000000000104, 'Quốc khánh', '2000-09-02', NULL, 1),
  (7300000000000105, 'Tết Nguyên đán Tân Sửu', '2021-02-10', '2021-02-16', NULL),
  (7300000000000106, 'Giỗ Tổ Hùng Vương', '2021-04-21', NULL, NULL),
  (7300000000000107, 'Tết Nguyên đán Nhâm Dần', '2022-01-31', '2022-02-04', NULL),
  (7300000000000108, 'Giỗ Tổ Hùng Vương', '2022-04-11', NULL, NULL),
  (7300000000000109, 'Tết Nguyên đán Quý Mão', '2023-01-20', '2023-01-26', NULL),
  (7300000000000110, 'Tết Nguyên đán Giáp Thìn', '2024-02-08', '2024-02-14', NULL),
  (7300000000000111, 'Giỗ Tổ Hùng Vương', '2024-04-18', NULL, NULL),
  (7300000000000112, 'Tết Nguyên đán Ất Tỵ', '2025-01-27', '2025-01-31', NULL),
  (7300000000000113, 'Giỗ Tổ Hùng Vương', '2025-04-07', NULL, NULL),
  (7300000000000114, 'Tết Nguyên đán Bính Ngọ', '2026-02-16', '2026-02-20', NULL),
  (7300000000000115, 'Giỗ Tổ Hùng Vương', '2026-04-27', NULL, NULL);
