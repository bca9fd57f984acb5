-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register as it began: a table a kind of record, the search text beside it, and the log of changes.
-- Column names are those of the kinds' fields; tests compare the two. A choice is checked by = and OR, since SQLite
-- makes a table of its own for every IN with more than two values, whenever a row is written: twice the time.

CREATE TABLE "organization" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "short_name" TEXT CHECK ("short_name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" = 'union' OR "kind" = 'bilateral' OR "kind" = 'local' OR "kind" = 'branch' OR "kind" = 'abroad' OR "kind" = 'hometown'),
  "parent" INTEGER REFERENCES "organization" ("id"),
  "area" INTEGER REFERENCES "area" ("id"),
  "host_institution" TEXT CHECK ("host_institution" <> ''),
  "founded" TEXT CHECK ("founded" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "founded" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "founded" GLOB '[0-9][0-9][0-9][0-9]'),
  "founding_decision_number" TEXT CHECK ("founding_decision_number" <> ''),
  "founding_decision_date" TEXT CHECK ("founding_decision_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "founding_decision_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "founding_decision_date" GLOB '[0-9][0-9][0-9][0-9]'),
  "status" TEXT NOT NULL CHECK ("status" = 'active' OR "status" = 'inactive' OR "status" = 'dissolved' OR "status" = 'merged'),
  "merged_into" INTEGER REFERENCES "organization" ("id"),
  "ended" TEXT CHECK ("ended" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "ended" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "ended" GLOB '[0-9][0-9][0-9][0-9]'),
  "address" TEXT CHECK ("address" <> ''),
  "phone" TEXT CHECK ("phone" <> ''),
  "email" TEXT CHECK ("email" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "organization_countries" (
  "record" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "value" TEXT NOT NULL REFERENCES "country" ("code") ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("record", "value")
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "name_order" TEXT CHECK ("name_order" <> ''),
  "birth" TEXT CHECK ("birth" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "birth" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "birth" GLOB '[0-9][0-9][0-9][0-9]'),
  "gender" TEXT CHECK ("gender" = 'male' OR "gender" = 'female' OR "gender" = 'other'),
  "ethnic_group" TEXT CHECK ("ethnic_group" <> ''),
  "phone" TEXT CHECK ("phone" <> ''),
  "email" TEXT CHECK ("email" <> ''),
  "home_area" INTEGER REFERENCES "area" ("id"),
  "address" TEXT CHECK ("address" <> ''),
  "occupation" TEXT CHECK ("occupation" <> ''),
  "workplace" TEXT CHECK ("workplace" <> ''),
  "education" TEXT CHECK ("education" <> ''),
  "field" TEXT CHECK ("field" <> ''),
  "languages" TEXT CHECK ("languages" <> ''),
  "party_member" INTEGER CHECK ("party_member" = 0 OR "party_member" = 1),
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "city" TEXT CHECK ("city" <> ''),
  "address_abroad" TEXT CHECK ("address_abroad" <> ''),
  "since" TEXT CHECK ("since" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "since" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "since" GLOB '[0-9][0-9][0-9][0-9]'),
  "residence_purpose" TEXT CHECK ("residence_purpose" = 'labour' OR "residence_purpose" = 'study' OR "residence_purpose" = 'settled' OR "residence_purpose" = 'other'),
  "role_abroad" TEXT CHECK ("role_abroad" <> ''),
  "relatives_at_home" TEXT CHECK ("relatives_at_home" <> ''),
  "prominent" INTEGER CHECK ("prominent" = 0 OR "prominent" = 1),
  "consent_basis" TEXT CHECK ("consent_basis" = 'consent' OR "consent_basis" = 'agreement' OR "consent_basis" = 'law' OR "consent_basis" = 'public_task' OR "consent_basis" = 'emergency' OR "consent_basis" = 'before_2026' OR "consent_basis" = 'withdrawn'),
  "consent_date" TEXT CHECK ("consent_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "consent_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "consent_date" GLOB '[0-9][0-9][0-9][0-9]'),
  "consent_by" TEXT CHECK ("consent_by" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "membership" (
  "id" INTEGER PRIMARY KEY,
  "person" INTEGER NOT NULL REFERENCES "person" ("id"),
  "organization" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "joined" TEXT CHECK ("joined" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "joined" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "joined" GLOB '[0-9][0-9][0-9][0-9]'),
  "left" TEXT CHECK ("left" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "left" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "left" GLOB '[0-9][0-9][0-9][0-9]'),
  "card_number" TEXT CHECK ("card_number" <> ''),
  "status" TEXT NOT NULL CHECK ("status" = 'active' OR "status" = 'suspended' OR "status" = 'left' OR "status" = 'deceased'),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "office" (
  "id" INTEGER PRIMARY KEY,
  "person" INTEGER NOT NULL REFERENCES "person" ("id"),
  "organization" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "term" INTEGER REFERENCES "term" ("id"),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "precedence" INTEGER CHECK ("precedence" >= 0),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "term" (
  "id" INTEGER PRIMARY KEY,
  "organization" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "number" TEXT NOT NULL CHECK ("number" <> ''),
  "congress_date" TEXT CHECK ("congress_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "congress_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "congress_date" GLOB '[0-9][0-9][0-9][0-9]'),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "delegates" INTEGER CHECK ("delegates" >= 0),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "headcount" (
  "id" INTEGER PRIMARY KEY,
  "organization" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "as_of" TEXT NOT NULL CHECK ("as_of" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "as_of" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "as_of" GLOB '[0-9][0-9][0-9][0-9]'),
  "members" INTEGER CHECK ("members" >= 0),
  "women" INTEGER CHECK ("women" >= 0),
  "under_35" INTEGER CHECK ("under_35" >= 0),
  "branches" INTEGER CHECK ("branches" >= 0),
  "qualifier" TEXT NOT NULL CHECK ("qualifier" = 'exactly' OR "qualifier" = 'over' OR "qualifier" = 'almost' OR "qualifier" = 'about'),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "award" (
  "id" INTEGER PRIMARY KEY,
  "recipient_organization" INTEGER REFERENCES "organization" ("id"),
  "recipient_person" INTEGER REFERENCES "person" ("id"),
  "recipient_text" TEXT CHECK ("recipient_text" <> ''),
  "form" TEXT NOT NULL CHECK ("form" = 'order' OR "form" = 'campaign_medal' OR "form" = 'emulation_flag' OR "form" = 'certificate' OR "form" = 'commendation' OR "form" = 'title' OR "form" = 'other'),
  "rank" TEXT CHECK ("rank" <> ''),
  "given_by" TEXT CHECK ("given_by" <> ''),
  "state" TEXT NOT NULL CHECK ("state" = 'proposed' OR "state" = 'sent' OR "state" = 'decided' OR "state" = 'presented'),
  "decision_number" TEXT CHECK ("decision_number" <> ''),
  "decision_date" TEXT CHECK ("decision_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "decision_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "decision_date" GLOB '[0-9][0-9][0-9][0-9]'),
  "presented_on" TEXT CHECK ("presented_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "presented_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "presented_on" GLOB '[0-9][0-9][0-9][0-9]'),
  "presented_by" TEXT CHECK ("presented_by" <> ''),
  "amount" INTEGER CHECK ("amount" >= 0),
  "reason" TEXT CHECK ("reason" <> ''),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("recipient_organization" IS NOT NULL) + ("recipient_person" IS NOT NULL) + ("recipient_text" IS NOT NULL) = 1)
) STRICT;

CREATE TABLE "event" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "type" TEXT NOT NULL CHECK ("type" = 'information_conference' OR "type" = 'exchange' OR "type" = 'meeting' OR "type" = 'contest' OR "type" = 'seminar' OR "type" = 'international_conference' OR "type" = 'anniversary' OR "type" = 'xuan_que_huong' OR "type" = 'tuan_le_tet_viet' OR "type" = 'charity' OR "type" = 'training' OR "type" = 'local_model' OR "type" = 'publication' OR "type" = 'congress' OR "type" = 'other'),
  "from" TEXT NOT NULL CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "place" TEXT CHECK ("place" <> ''),
  "area" INTEGER REFERENCES "area" ("id"),
  "host_organization" INTEGER REFERENCES "organization" ("id"),
  "host_partner" INTEGER REFERENCES "partner" ("id"),
  "host_text" TEXT CHECK ("host_text" <> ''),
  "occasion" TEXT CHECK ("occasion" <> ''),
  "anniversary" INTEGER CHECK ("anniversary" >= 0),
  "participants_domestic" INTEGER CHECK ("participants_domestic" >= 0),
  "participants_foreign" INTEGER CHECK ("participants_foreign" >= 0),
  "participants_online" INTEGER CHECK ("participants_online" >= 0),
  "groups" TEXT CHECK ("groups" <> ''),
  "cost" INTEGER CHECK ("cost" >= 0),
  "currency" TEXT CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
  "cost_source" TEXT CHECK ("cost_source" <> ''),
  "state" TEXT NOT NULL CHECK ("state" = 'planned' OR "state" = 'held' OR "state" = 'cancelled'),
  "result" TEXT CHECK ("result" <> ''),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("host_organization" IS NOT NULL) + ("host_partner" IS NOT NULL) + ("host_text" IS NOT NULL) <= 1),
  CHECK ("cost" IS NULL OR "currency" IS NOT NULL)
) STRICT;

CREATE TABLE "event_co_hosts" (
  "record" INTEGER NOT NULL REFERENCES "event" ("id"),
  "value" INTEGER NOT NULL REFERENCES "organization" ("id"),
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("record", "value")
) STRICT, WITHOUT ROWID;

CREATE TABLE "event_countries" (
  "record" INTEGER NOT NULL REFERENCES "event" ("id"),
  "value" TEXT NOT NULL REFERENCES "country" ("code") ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("record", "value")
) STRICT, WITHOUT ROWID;

CREATE TABLE "event_tasks" (
  "record" INTEGER NOT NULL REFERENCES "event" ("id"),
  "value" INTEGER NOT NULL REFERENCES "task" ("id"),
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("record", "value")
) STRICT, WITHOUT ROWID;

CREATE TABLE "participant" (
  "id" INTEGER PRIMARY KEY,
  "event" INTEGER NOT NULL REFERENCES "event" ("id"),
  "person_person" INTEGER REFERENCES "person" ("id"),
  "person_text" TEXT CHECK ("person_text" <> ''),
  "role" TEXT CHECK ("role" <> ''),
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "attended" INTEGER CHECK ("attended" = 0 OR "attended" = 1),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("person_person" IS NOT NULL) + ("person_text" IS NOT NULL) = 1)
) STRICT;

CREATE TABLE "delegation" (
  "id" INTEGER PRIMARY KEY,
  "direction" TEXT NOT NULL CHECK ("direction" = 'out' OR "direction" = 'in'),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "level" TEXT CHECK ("level" = 'ambassador' OR "level" = 'parliament' OR "level" = 'government' OR "level" = 'local_government' OR "level" = 'peoples_organisation' OR "level" = 'business' OR "level" = 'other'),
  "head" TEXT CHECK ("head" <> ''),
  "size" INTEGER CHECK ("size" >= 0),
  "from" TEXT NOT NULL CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "host" TEXT CHECK ("host" <> ''),
  "place" TEXT CHECK ("place" <> ''),
  "purpose" TEXT CHECK ("purpose" <> ''),
  "programme" TEXT CHECK ("programme" <> ''),
  "permission_number" TEXT CHECK ("permission_number" <> ''),
  "permission_date" TEXT CHECK ("permission_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "permission_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "permission_date" GLOB '[0-9][0-9][0-9][0-9]'),
  "cost_state" INTEGER CHECK ("cost_state" >= 0),
  "cost_partner" INTEGER CHECK ("cost_partner" >= 0),
  "cost_other" INTEGER CHECK ("cost_other" >= 0),
  "reported" INTEGER CHECK ("reported" = 0 OR "reported" = 1),
  "result" TEXT CHECK ("result" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "partner" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "type" TEXT NOT NULL CHECK ("type" = 'embassy' OR "type" = 'foreign_ngo' OR "type" = 'institute' OR "type" = 'sister_locality' OR "type" = 'firm' OR "type" = 'international_organisation' OR "type" = 'friendship_association' OR "type" = 'agency'),
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "contact" TEXT CHECK ("contact" <> ''),
  "phone" TEXT CHECK ("phone" <> ''),
  "email" TEXT CHECK ("email" <> ''),
  "address" TEXT CHECK ("address" <> ''),
  "national_day" TEXT CHECK ("national_day" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "agreement" (
  "id" INTEGER PRIMARY KEY,
  "partner" INTEGER NOT NULL REFERENCES "partner" ("id"),
  "organization" INTEGER REFERENCES "organization" ("id"),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "signed" TEXT CHECK ("signed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "signed" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "signed" GLOB '[0-9][0-9][0-9][0-9]'),
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "until" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "until" GLOB '[0-9][0-9][0-9][0-9]'),
  "content" TEXT CHECK ("content" <> ''),
  "state" TEXT NOT NULL CHECK ("state" = 'proposed' OR "state" = 'signed' OR "state" = 'in_force' OR "state" = 'ended'),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "greeting" (
  "id" INTEGER PRIMARY KEY,
  "direction" TEXT NOT NULL CHECK ("direction" = 'sent' OR "direction" = 'received'),
  "partner_partner" INTEGER REFERENCES "partner" ("id"),
  "partner_person" INTEGER REFERENCES "person" ("id"),
  "partner_organization" INTEGER REFERENCES "organization" ("id"),
  "partner_text" TEXT CHECK ("partner_text" <> ''),
  "occasion" TEXT NOT NULL CHECK ("occasion" <> ''),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]'),
  "form" TEXT NOT NULL CHECK ("form" = 'letter' OR "form" = 'telegram' OR "form" = 'flowers' OR "form" = 'card' OR "form" = 'gift' OR "form" = 'visit'),
  "signed_by" TEXT CHECK ("signed_by" <> ''),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("partner_partner" IS NOT NULL) + ("partner_person" IS NOT NULL) + ("partner_organization" IS NOT NULL) + ("partner_text" IS NOT NULL) = 1)
) STRICT;

CREATE TABLE "publication" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "type" TEXT NOT NULL CHECK ("type" = 'bulletin' OR "type" = 'book' OR "type" = 'web_article' OR "type" = 'fanpage' OR "type" = 'broadcast' OR "type" = 'press_article'),
  "issue" TEXT CHECK ("issue" <> ''),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]'),
  "organization" INTEGER REFERENCES "organization" ("id"),
  "count" INTEGER CHECK ("count" >= 0),
  "copies" INTEGER CHECK ("copies" >= 0),
  "views" INTEGER CHECK ("views" >= 0),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "directive" (
  "id" INTEGER PRIMARY KEY,
  "number" TEXT CHECK ("number" <> ''),
  "issuer" TEXT NOT NULL CHECK ("issuer" <> ''),
  "date" TEXT CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]'),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" = 'directive' OR "kind" = 'plan' OR "kind" = 'scheme' OR "kind" = 'resolution' OR "kind" = 'coordination_programme' OR "kind" = 'decision' OR "kind" = 'letter'),
  "parent" INTEGER REFERENCES "directive" ("id"),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "task" (
  "id" INTEGER PRIMARY KEY,
  "directive" INTEGER NOT NULL REFERENCES "directive" ("id"),
  "number" TEXT CHECK ("number" <> ''),
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "lead_organization" INTEGER REFERENCES "organization" ("id"),
  "lead_person" INTEGER REFERENCES "person" ("id"),
  "lead_text" TEXT CHECK ("lead_text" <> ''),
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "due" GLOB '[0-9][0-9][0-9][0-9]'),
  "state" TEXT NOT NULL CHECK ("state" = 'open' OR "state" = 'done' OR "state" = 'late' OR "state" = 'dropped'),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("lead_organization" IS NOT NULL) + ("lead_person" IS NOT NULL) + ("lead_text" IS NOT NULL) <= 1)
) STRICT;

CREATE TABLE "campaign" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "called_by" TEXT CHECK ("called_by" <> ''),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "purpose" TEXT CHECK ("purpose" <> ''),
  "target" INTEGER CHECK ("target" >= 0),
  "currency" TEXT CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
  "note" TEXT CHECK ("note" <> ''),
  CHECK ("target" IS NULL OR "currency" IS NOT NULL)
) STRICT;

CREATE TABLE "donation" (
  "id" INTEGER PRIMARY KEY,
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]'),
  "direction" TEXT NOT NULL CHECK ("direction" = 'received' OR "direction" = 'given'),
  "donor_organization" INTEGER REFERENCES "organization" ("id"),
  "donor_person" INTEGER REFERENCES "person" ("id"),
  "donor_partner" INTEGER REFERENCES "partner" ("id"),
  "donor_text" TEXT CHECK ("donor_text" <> ''),
  "campaign" INTEGER REFERENCES "campaign" ("id"),
  "form" TEXT NOT NULL CHECK ("form" = 'money' OR "form" = 'goods' OR "form" = 'service'),
  "amount" INTEGER CHECK ("amount" >= 0),
  "currency" TEXT CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
  "exchange_rate" INTEGER CHECK ("exchange_rate" >= 0),
  "rate_date" TEXT CHECK ("rate_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "goods" TEXT CHECK ("goods" <> ''),
  "quantity" INTEGER CHECK ("quantity" >= 0),
  "unit" TEXT CHECK ("unit" <> ''),
  "value" INTEGER CHECK ("value" >= 0),
  "value_basis" TEXT CHECK ("value_basis" <> ''),
  "state" TEXT NOT NULL CHECK ("state" = 'pledged' OR "state" = 'received' OR "state" = 'handed_over'),
  "beneficiary" TEXT CHECK ("beneficiary" <> ''),
  "area" INTEGER REFERENCES "area" ("id"),
  "receipt_number" TEXT CHECK ("receipt_number" <> ''),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("donor_organization" IS NOT NULL) + ("donor_person" IS NOT NULL) + ("donor_partner" IS NOT NULL) + ("donor_text" IS NOT NULL) = 1),
  CHECK ("amount" IS NULL OR "currency" IS NOT NULL)
) STRICT;

CREATE TABLE "aid_project" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "kind" TEXT NOT NULL CHECK ("kind" = 'programme' OR "kind" = 'project' OR "kind" = 'non_project' OR "kind" = 'emergency'),
  "foreign_ngo_partner" INTEGER REFERENCES "partner" ("id"),
  "foreign_ngo_text" TEXT CHECK ("foreign_ngo_text" <> ''),
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "local_owner" TEXT CHECK ("local_owner" <> ''),
  "governing_body" TEXT CHECK ("governing_body" <> ''),
  "field" TEXT CHECK ("field" <> ''),
  "area" INTEGER REFERENCES "area" ("id"),
  "committed_amount" INTEGER CHECK ("committed_amount" >= 0),
  "currency" TEXT CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
  "exchange_rate" INTEGER CHECK ("exchange_rate" >= 0),
  "rate_date" TEXT CHECK ("rate_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "counterpart" INTEGER CHECK ("counterpart" >= 0),
  "approval_number" TEXT CHECK ("approval_number" <> ''),
  "approval_date" TEXT CHECK ("approval_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "approval_date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "approval_date" GLOB '[0-9][0-9][0-9][0-9]'),
  "approval_body" TEXT CHECK ("approval_body" <> ''),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "beneficiaries" TEXT CHECK ("beneficiaries" <> ''),
  "state" TEXT NOT NULL CHECK ("state" = 'mobilising' OR "state" = 'committed' OR "state" = 'approved' OR "state" = 'running' OR "state" = 'finished' OR "state" = 'stopped'),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("foreign_ngo_partner" IS NOT NULL) + ("foreign_ngo_text" IS NOT NULL) <= 1),
  CHECK ("committed_amount" IS NULL OR "currency" IS NOT NULL)
) STRICT;

CREATE TABLE "aid_project_tasks" (
  "record" INTEGER NOT NULL REFERENCES "aid_project" ("id"),
  "value" INTEGER NOT NULL REFERENCES "task" ("id"),
  "position" INTEGER NOT NULL,
  PRIMARY KEY ("record", "value")
) STRICT, WITHOUT ROWID;

CREATE TABLE "disbursement" (
  "id" INTEGER PRIMARY KEY,
  "aid_project" INTEGER NOT NULL REFERENCES "aid_project" ("id"),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]'),
  "amount" INTEGER NOT NULL CHECK ("amount" >= 0),
  "currency" TEXT NOT NULL CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
  "value" INTEGER CHECK ("value" >= 0),
  "note" TEXT CHECK ("note" <> ''),
  CHECK ("amount" IS NULL OR "currency" IS NOT NULL)
) STRICT;

CREATE TABLE "contact_log" (
  "id" INTEGER PRIMARY KEY,
  "contact_person" INTEGER REFERENCES "person" ("id"),
  "contact_organization" INTEGER REFERENCES "organization" ("id"),
  "date" TEXT NOT NULL CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "date" GLOB '[0-9][0-9][0-9][0-9]'),
  "topic" TEXT NOT NULL CHECK ("topic" = 'residence' OR "topic" = 'housing' OR "topic" = 'return' OR "topic" = 'nationality' OR "topic" = 'investment' OR "topic" = 'science' OR "topic" = 'charity' OR "topic" = 'family' OR "topic" = 'meeting' OR "topic" = 'other'),
  "content" TEXT CHECK ("content" <> ''),
  "follow_up_due" TEXT CHECK ("follow_up_due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "follow_up_due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "follow_up_due" GLOB '[0-9][0-9][0-9][0-9]'),
  "done" INTEGER CHECK ("done" = 0 OR "done" = 1),
  "note" TEXT CHECK ("note" <> ''),
  CHECK (("contact_person" IS NOT NULL) + ("contact_organization" IS NOT NULL) = 1)
) STRICT;

CREATE TABLE "diaspora_count" (
  "id" INTEGER PRIMARY KEY,
  "country" TEXT REFERENCES "country" ("code") ON UPDATE CASCADE,
  "region" TEXT CHECK ("region" = 'northeast_asia' OR "region" = 'southeast_asia' OR "region" = 'europe' OR "region" = 'americas' OR "region" = 'oceania' OR "region" = 'other'),
  "as_of" TEXT NOT NULL CHECK ("as_of" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "as_of" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "as_of" GLOB '[0-9][0-9][0-9][0-9]'),
  "number" INTEGER CHECK ("number" >= 0),
  "women" INTEGER CHECK ("women" >= 0),
  "labour" INTEGER CHECK ("labour" >= 0),
  "study" INTEGER CHECK ("study" >= 0),
  "settled" INTEGER CHECK ("settled" >= 0),
  "other" INTEGER CHECK ("other" >= 0),
  "countries_counted" INTEGER CHECK ("countries_counted" >= 0),
  "share" INTEGER CHECK ("share" BETWEEN 0 AND 10000),
  "qualifier" TEXT NOT NULL CHECK ("qualifier" = 'exactly' OR "qualifier" = 'over' OR "qualifier" = 'almost' OR "qualifier" = 'about'),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "remittance" (
  "id" INTEGER PRIMARY KEY,
  "from" TEXT NOT NULL CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT NOT NULL CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "amount" INTEGER NOT NULL CHECK ("amount" >= 0),
  "currency" TEXT NOT NULL CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> ''),
  CHECK ("amount" IS NULL OR "currency" IS NOT NULL)
) STRICT;

CREATE TABLE "stated_figure" (
  "id" INTEGER PRIMARY KEY,
  "indicator" TEXT NOT NULL CHECK ("indicator" <> ''),
  "from" TEXT CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "from" GLOB '[0-9][0-9][0-9][0-9]'),
  "to" TEXT NOT NULL CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "to" GLOB '[0-9][0-9][0-9][0-9]'),
  "number" INTEGER NOT NULL CHECK ("number" >= 0),
  "unit" TEXT CHECK ("unit" <> ''),
  "qualifier" TEXT NOT NULL CHECK ("qualifier" = 'exactly' OR "qualifier" = 'over' OR "qualifier" = 'almost' OR "qualifier" = 'about'),
  "source" TEXT CHECK ("source" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "area" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "level" TEXT NOT NULL CHECK ("level" = 'province' OR "level" = 'district' OR "level" = 'old_commune' OR "level" = 'commune'),
  "code" TEXT CHECK ("code" <> ''),
  "parent" INTEGER REFERENCES "area" ("id"),
  "valid_from" TEXT CHECK ("valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]'),
  "valid_to" TEXT CHECK ("valid_to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "valid_to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "valid_to" GLOB '[0-9][0-9][0-9][0-9]'),
  "successor" INTEGER REFERENCES "area" ("id"),
  "former_province" TEXT CHECK ("former_province" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "country" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL CHECK ("code" <> '') UNIQUE,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "name_en" TEXT CHECK ("name_en" <> ''),
  "region" TEXT NOT NULL CHECK ("region" = 'northeast_asia' OR "region" = 'southeast_asia' OR "region" = 'europe' OR "region" = 'americas' OR "region" = 'oceania' OR "region" = 'other'),
  "aliases" TEXT CHECK ("aliases" <> '')
) STRICT;

CREATE TABLE "attachment" (
  "id" INTEGER PRIMARY KEY,
  "record_kind" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "media_type" TEXT NOT NULL CHECK ("media_type" <> ''),
  "content" BLOB NOT NULL,
  "caption" TEXT CHECK ("caption" <> ''),
  "credit" TEXT CHECK ("credit" <> '')
) STRICT;

CREATE TABLE "submission" (
  "id" INTEGER PRIMARY KEY,
  "form" TEXT NOT NULL CHECK ("form" <> ''),
  "period" TEXT NOT NULL CHECK ("period" <> ''),
  "from" TEXT NOT NULL CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "to" TEXT NOT NULL CHECK ("to" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "made_on" TEXT NOT NULL CHECK ("made_on" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  "sent_to" TEXT CHECK ("sent_to" <> ''),
  "number" TEXT CHECK ("number" <> ''),
  "workbook" BLOB NOT NULL,
  "sha256" TEXT CHECK ("sha256" <> ''),
  "figures" TEXT CHECK ("figures" <> ''),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

CREATE TABLE "office_profile" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "valid_from" TEXT CHECK ("valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' OR "valid_from" GLOB '[0-9][0-9][0-9][0-9]'),
  "superior" TEXT CHECK ("superior" <> ''),
  "place" TEXT NOT NULL CHECK ("place" <> ''),
  "province" TEXT CHECK ("province" <> ''),
  "symbol" TEXT CHECK ("symbol" <> ''),
  "addressee" TEXT CHECK ("addressee" <> ''),
  "authority" TEXT CHECK ("authority" <> ''),
  "signatory" TEXT CHECK ("signatory" <> ''),
  "title" TEXT CHECK ("title" <> ''),
  "preparer" TEXT CHECK ("preparer" <> ''),
  "recipients" TEXT CHECK ("recipients" <> ''),
  "cutoff" TEXT NOT NULL CHECK ("cutoff" = 'nd09' OR "cutoff" = 'calendar'),
  "words_linh" TEXT NOT NULL CHECK ("words_linh" = 'linh' OR "words_linh" = 'le'),
  "words_nghin" TEXT NOT NULL CHECK ("words_nghin" = 'nghin' OR "words_nghin" = 'ngan'),
  "words_tu" TEXT NOT NULL CHECK ("words_tu" = 'tu' OR "words_tu" = 'bon'),
  "words_chan" INTEGER CHECK ("words_chan" = 0 OR "words_chan" = 1),
  "note" TEXT CHECK ("note" <> '')
) STRICT;

-- What references are looked up by.
CREATE INDEX "organization_parent" ON "organization" ("parent");
CREATE INDEX "organization_area" ON "organization" ("area");
CREATE INDEX "organization_merged_into" ON "organization" ("merged_into");
CREATE INDEX "organization_countries_value" ON "organization_countries" ("value");
CREATE INDEX "person_home_area" ON "person" ("home_area");
CREATE INDEX "person_country" ON "person" ("country");
CREATE INDEX "membership_person" ON "membership" ("person");
CREATE INDEX "membership_organization" ON "membership" ("organization");
CREATE INDEX "office_person" ON "office" ("person");
CREATE INDEX "office_organization" ON "office" ("organization");
CREATE INDEX "office_term" ON "office" ("term");
CREATE INDEX "term_organization" ON "term" ("organization");
CREATE INDEX "headcount_organization" ON "headcount" ("organization");
CREATE INDEX "award_recipient_organization" ON "award" ("recipient_organization");
CREATE INDEX "award_recipient_person" ON "award" ("recipient_person");
CREATE INDEX "event_area" ON "event" ("area");
CREATE INDEX "event_host_organization" ON "event" ("host_organization");
CREATE INDEX "event_host_partner" ON "event" ("host_partner");
CREATE INDEX "event_co_hosts_value" ON "event_co_hosts" ("value");
CREATE INDEX "event_countries_value" ON "event_countries" ("value");
CREATE INDEX "event_tasks_value" ON "event_tasks" ("value");
CREATE INDEX "participant_event" ON "participant" ("event");
CREATE INDEX "participant_person_person" ON "participant" ("person_person");
CREATE INDEX "participant_country" ON "participant" ("country");
CREATE INDEX "delegation_country" ON "delegation" ("country");
CREATE INDEX "partner_country" ON "partner" ("country");
CREATE INDEX "agreement_partner" ON "agreement" ("partner");
CREATE INDEX "agreement_organization" ON "agreement" ("organization");
CREATE INDEX "greeting_partner_partner" ON "greeting" ("partner_partner");
CREATE INDEX "greeting_partner_person" ON "greeting" ("partner_person");
CREATE INDEX "greeting_partner_organization" ON "greeting" ("partner_organization");
CREATE INDEX "publication_organization" ON "publication" ("organization");
CREATE INDEX "directive_parent" ON "directive" ("parent");
CREATE INDEX "task_directive" ON "task" ("directive");
CREATE INDEX "task_lead_organization" ON "task" ("lead_organization");
CREATE INDEX "task_lead_person" ON "task" ("lead_person");
CREATE INDEX "donation_donor_organization" ON "donation" ("donor_organization");
CREATE INDEX "donation_donor_person" ON "donation" ("donor_person");
CREATE INDEX "donation_donor_partner" ON "donation" ("donor_partner");
CREATE INDEX "donation_campaign" ON "donation" ("campaign");
CREATE INDEX "donation_area" ON "donation" ("area");
CREATE INDEX "aid_project_foreign_ngo_partner" ON "aid_project" ("foreign_ngo_partner");
CREATE INDEX "aid_project_country" ON "aid_project" ("country");
CREATE INDEX "aid_project_area" ON "aid_project" ("area");
CREATE INDEX "aid_project_tasks_value" ON "aid_project_tasks" ("value");
CREATE INDEX "disbursement_aid_project" ON "disbursement" ("aid_project");
CREATE INDEX "contact_log_contact_person" ON "contact_log" ("contact_person");
CREATE INDEX "contact_log_contact_organization" ON "contact_log" ("contact_organization");
CREATE INDEX "diaspora_count_country" ON "diaspora_count" ("country");
CREATE INDEX "area_parent" ON "area" ("parent");
CREATE INDEX "area_successor" ON "area" ("successor");
CREATE INDEX "attachment_record" ON "attachment" ("record");

-- What a record is found and ordered by: made from it, never a source of its own.
CREATE TABLE "search_organization" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_person" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_membership" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_office" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_term" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_headcount" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_award" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_event" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_participant" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_delegation" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_partner" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_agreement" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_greeting" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_publication" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_directive" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_task" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_campaign" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_donation" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_aid_project" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_disbursement" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_contact_log" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_diaspora_count" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_remittance" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_stated_figure" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_area" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_country" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_attachment" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_submission" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE TABLE "search_office_profile" (
  "id" INTEGER PRIMARY KEY,
  "sort_key" BLOB NOT NULL,
  "folded" TEXT NOT NULL,
  "marked" TEXT NOT NULL
) STRICT;

CREATE INDEX "search_organization_order" ON "search_organization" ("sort_key");
CREATE INDEX "search_person_order" ON "search_person" ("sort_key");
CREATE INDEX "search_membership_order" ON "search_membership" ("sort_key");
CREATE INDEX "search_office_order" ON "search_office" ("sort_key");
CREATE INDEX "search_term_order" ON "search_term" ("sort_key");
CREATE INDEX "search_headcount_order" ON "search_headcount" ("sort_key");
CREATE INDEX "search_award_order" ON "search_award" ("sort_key");
CREATE INDEX "search_event_order" ON "search_event" ("sort_key");
CREATE INDEX "search_participant_order" ON "search_participant" ("sort_key");
CREATE INDEX "search_delegation_order" ON "search_delegation" ("sort_key");
CREATE INDEX "search_partner_order" ON "search_partner" ("sort_key");
CREATE INDEX "search_agreement_order" ON "search_agreement" ("sort_key");
CREATE INDEX "search_greeting_order" ON "search_greeting" ("sort_key");
CREATE INDEX "search_publication_order" ON "search_publication" ("sort_key");
CREATE INDEX "search_directive_order" ON "search_directive" ("sort_key");
CREATE INDEX "search_task_order" ON "search_task" ("sort_key");
CREATE INDEX "search_campaign_order" ON "search_campaign" ("sort_key");
CREATE INDEX "search_donation_order" ON "search_donation" ("sort_key");
CREATE INDEX "search_aid_project_order" ON "search_aid_project" ("sort_key");
CREATE INDEX "search_disbursement_order" ON "search_disbursement" ("sort_key");
CREATE INDEX "search_contact_log_order" ON "search_contact_log" ("sort_key");
CREATE INDEX "search_diaspora_count_order" ON "search_diaspora_count" ("sort_key");
CREATE INDEX "search_remittance_order" ON "search_remittance" ("sort_key");
CREATE INDEX "search_stated_figure_order" ON "search_stated_figure" ("sort_key");
CREATE INDEX "search_area_order" ON "search_area" ("sort_key");
CREATE INDEX "search_country_order" ON "search_country" ("sort_key");
CREATE INDEX "search_attachment_order" ON "search_attachment" ("sort_key");
CREATE INDEX "search_submission_order" ON "search_submission" ("sort_key");
CREATE INDEX "search_office_profile_order" ON "search_office_profile" ("sort_key");

-- Every save, in order, with the changeset that undoes it. Undone: 1 and may be redone, 2 and may not, since
-- something else was saved after it was undone.
CREATE TABLE "change" (
  "number" INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL,
  "author" TEXT,
  "action" TEXT NOT NULL CHECK ("action" = 'add' OR "action" = 'set' OR "action" = 'delete' OR "action" = 'batch' OR "action" = 'undo' OR "action" = 'redo'),
  "kind" TEXT,
  "record" INTEGER,
  "title" TEXT,
  "of" INTEGER REFERENCES "change" ("number"),
  "undone" INTEGER NOT NULL DEFAULT 0 CHECK ("undone" = 0 OR "undone" = 1 OR "undone" = 2),
  "changeset" BLOB NOT NULL
) STRICT;

CREATE INDEX "change_of" ON "change" ("of");
CREATE INDEX "change_undone" ON "change" ("undone") WHERE "undone" = 1;
