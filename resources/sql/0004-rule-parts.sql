-- SPDX-License-Identifier: GPL-3.0-or-later
-- A rule may be of one part of the year alone: of the first half or the second, of one quarter.
ALTER TABLE "report_rule" ADD COLUMN "part" INTEGER CHECK ("part" >= 0);

-- The two halves of TT 23/2022/TT-BTC are due on days of their own. Where the office has changed its rule, it stays.
INSERT OR IGNORE INTO "report_rule" ("id", "rules", "label", "period", "start_day", "start_shift", "end_day", "end_shift", "due_day", "due_shift", "valid_from", "source", "note", "part")
  SELECT 7300000000000018, "rules", "label", "period", "start_day", "start_shift", "end_day", "end_shift", 15, 2, "valid_from", "source", 'Gửi Sở Tài chính trước 15/2 năm sau', 2
  FROM "report_rule" WHERE "id" = 7300000000000012 AND "period" = 'half' AND "due_day" IS NULL AND "due_after" IS NULL;
UPDATE "report_rule" SET "part" = 1, "due_day" = 31, "due_shift" = 1, "note" = 'Gửi Sở Tài chính trước 31/7'
  WHERE "id" = 7300000000000012 AND "period" = 'half' AND "due_day" IS NULL AND "due_after" IS NULL;

-- What is derived of a rule knows the new field: it is made again.
DELETE FROM "search_report_rule";
