-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists as somebody filtered them, kept under a name.

CREATE TABLE "saved_list" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "list" TEXT NOT NULL CHECK ("list" <> ''),
  "conditions" TEXT CHECK ("conditions" <> ''),
  "search" TEXT CHECK ("search" <> ''),
  "sort" TEXT CHECK ("sort" <> '')
) STRICT;

CREATE TABLE "search_saved_list" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "search_saved_list_order" ON "search_saved_list" ("sort_key");
