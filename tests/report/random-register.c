/* Registers of random records of every kind that a form reads: many dates at the ends of periods, much left out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-register.h"

#include "hn-test-register.h"

#define N_RECORDS 24

typedef struct
{
  HnRegister *reg;
  GRand      *rand;
  GPtrArray  *organizations; /* of references as they are typed */
  GPtrArray  *people;
  GPtrArray  *partners;
  GPtrArray  *campaigns;
  GPtrArray  *projects;
  GPtrArray  *events;
  GPtrArray  *areas;
  GPtrArray  *typed;         /* what the record that is being added says; freed behind it */
} Maker;

static const char *const countries[] = { "LA", "KH", "KR", "JP", "DE", "CZ", "US", "VN" };
static const char *const currencies[] = { "VND", "VND", "VND", "USD", "EUR", "JPY" };

/* --- words ---------------------------------------------------------------- */

static const char *
keep (Maker *self,
      char  *text)
{
  g_ptr_array_add (self->typed, text);

  return text;
}

static gboolean
chance (Maker *self,
        guint  one_in)
{
  return g_rand_int_range (self->rand, 0, (gint32) one_in) == 0;
}

static const char *
one_of (Maker             *self,
        const char *const *words,
        guint              n_words)
{
  return words[g_rand_int_range (self->rand, 0, (gint32) n_words)];
}

#define ONE_OF(...) one_of (self, (const char *const[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const char *const[]) { __VA_ARGS__ })))

static const char *
any (Maker     *self,
     GPtrArray *references)
{
  return g_ptr_array_index (references, g_rand_int_range (self->rand, 0, (gint32) references->len));
}

/* A reference, or none. */
static const char *
perhaps (Maker     *self,
         GPtrArray *references)
{
  return chance (self, 3) ? "" : any (self, references);
}

/* Most are days about the ends of months of reports; some only a month or a year. */
static const char *
date (Maker *self)
{
  int year = g_rand_int_range (self->rand, 2019, 2024), month = g_rand_int_range (self->rand, 1, 13);

  if (chance (self, 12))
    return keep (self, g_strdup_printf ("%d", year));
  if (chance (self, 6))
    return keep (self, g_strdup_printf ("%d-%02d", year, month));
  if (chance (self, 3))
    return keep (self, g_strdup_printf ("%d-12-%d", year, g_rand_int_range (self->rand, 13, 17)));

  return keep (self, g_strdup_printf ("%d-%02d-%02d", year, month, g_rand_int_range (self->rand, 1, 29)));
}

static const char *
perhaps_date (Maker *self)
{
  return chance (self, 3) ? "" : date (self);
}

static const char *
number (Maker *self,
        int    most)
{
  return chance (self, 5) ? "" : keep (self, g_strdup_printf ("%d", g_rand_int_range (self->rand, 0, most)));
}

static const char *
name (Maker      *self,
      const char *what)
{
  return keep (self, g_strdup_printf ("%s %d", what, g_rand_int_range (self->rand, 1, 1000)));
}

static void
store (Maker      *self,
       GPtrArray  *references,
       const char *kind,
       gint64      id)
{
  if (references != NULL)
    g_ptr_array_add (references, hn_test_ref (kind, id));
  g_ptr_array_set_size (self->typed, 0);
}

#define ADD(references, kind, ...) store (self, references, kind, hn_test_add (self->reg, kind, __VA_ARGS__, NULL))

/* --- records -------------------------------------------------------------- */

static void
find_areas (Maker *self)
{
  g_autoptr (HnRows) rows =
    hn_register_query (self->reg, "SELECT \"id\" FROM \"area\" ORDER BY \"level\", \"name\", \"id\"", "", NULL);

  while (hn_rows_next (rows, NULL))
    g_ptr_array_add (self->areas, hn_test_ref ("area", hn_rows_integer (rows, 0)));
}

static void
add_organizations (Maker *self)
{
  ADD (self->organizations, "organization", "name", "Liên hiệp", "kind", "union", "area", any (self, self->areas));
  for (guint i = 0; i < 4; i++)
    ADD (self->organizations, "organization", "name", name (self, "Hội Hữu nghị Việt Nam - Nước"), "kind", "bilateral",
         "parent", g_ptr_array_index (self->organizations, 0), "founded", perhaps_date (self), "area",
         perhaps (self, self->areas), "countries", one_of (self, countries, 6));
  for (guint i = 0; i < N_RECORDS; i++)
    {
      gboolean ended = chance (self, 5);

      ADD (self->organizations, "organization", "name", name (self, "Chi hội"), "kind",
           ONE_OF ("local", "branch", "branch", "abroad", "hometown"), "parent", perhaps (self, self->organizations),
           "area", perhaps (self, self->areas), "countries", one_of (self, countries, 8), "status",
           ended ? "inactive" : "active", ended && chance (self, 2) ? "ended" : "note", ended ? "2021-12-14" : "");
    }
}

static void
add_people (Maker *self)
{
  for (guint i = 0; i < 3 * N_RECORDS; i++)
    {
      gboolean abroad = chance (self, 3);

      ADD (self->people, "person", "name", name (self, "Nguyễn Văn"), "gender", ONE_OF ("male", "female", ""),
           "country", abroad ? one_of (self, countries, 8) : "", "since", abroad ? perhaps_date (self) : "",
           "residence_purpose", abroad ? ONE_OF ("labour", "study", "settled", "other", "") : "", "prominent",
           abroad ? ONE_OF ("yes", "no", "") : "");
    }
  for (guint i = 0; i < 5 * N_RECORDS; i++)
    ADD (NULL, "membership", "person", any (self, self->people), "organization", any (self, self->organizations),
         "joined", perhaps_date (self), "status", ONE_OF ("active", "active", "active", "left", "deceased"));
  for (guint i = 0; i < N_RECORDS; i++)
    {
      ADD (NULL, "membership", "person", any (self, self->people), "organization", any (self, self->organizations),
           "joined", "2015", "left", date (self), "status", "left");
      ADD (NULL, "office", "person", any (self, self->people), "organization", any (self, self->organizations), "title",
           ONE_OF ("Chủ tịch", "Phó Chủ tịch", "Ủy viên"), "from", perhaps_date (self));
      ADD (NULL, "term", "organization", any (self, self->organizations), "number", "II", "congress_date",
           perhaps_date (self));
    }
}

static void
add_events (Maker *self)
{
  for (guint i = 0; i < 6 * N_RECORDS; i++)
    {
      const char *cost = number (self, 90000000);

      ADD (self->events, "event", "title", name (self, "Hoạt động"), "type",
           ONE_OF ("information_conference", "exchange", "meeting", "international_conference", "congress",
                   "anniversary"),
           "from", date (self), "state", ONE_OF ("held", "held", "held", "planned", "cancelled"), "host",
           perhaps (self, self->organizations), "countries", one_of (self, countries, 7), "participants_domestic",
           number (self, 500), "participants_foreign", number (self, 50), "participants_online", number (self, 50),
           "currency", *cost != '\0' ? one_of (self, currencies, 6) : "VND", "cost", cost, "area",
           perhaps (self, self->areas));
    }
  for (guint i = 0; i < 2 * N_RECORDS; i++)
    {
      ADD (NULL, "participant", "event", any (self, self->events), "person", any (self, self->people), "attended",
           ONE_OF ("yes", "no", ""));
      ADD (NULL, "publication", "title", name (self, "Tin"), "type", "bulletin", "date", date (self), "count",
           number (self, 9));
      ADD (NULL, "delegation", "direction", ONE_OF ("out", "in"), "title", name (self, "Đoàn"), "country",
           ONE_OF ("LA", "KR", "JP", ""), "size", number (self, 30), "from", date (self), "cost_state",
           number (self, 99999999), "cost_partner", number (self, 99999999), "cost_other", number (self, 99999999));
      ADD (NULL, "contact_log", "contact", any (self, self->people), "date", date (self), "topic", "other", "content",
           "Hỏi thăm");
      ADD (NULL, "agreement", "partner", any (self, self->partners), "title", name (self, "Thỏa thuận"), "signed",
           perhaps_date (self), "state", ONE_OF ("signed", "proposed"));
    }
}

static void
add_gifts (Maker *self)
{
  for (guint i = 0; i < 5; i++)
    ADD (self->campaigns, "campaign", "name", name (self, "Cuộc vận động"), "from", perhaps_date (self));
  for (guint i = 0; i < 2 * N_RECORDS; i++)
    {
      const char *currency = one_of (self, currencies, 6);
      gboolean rate = chance (self, 2);

      ADD (NULL, "donation", "date", date (self), "donor",
           chance (self, 3) ? any (self, self->people) : any (self, self->organizations), "campaign",
           perhaps (self, self->campaigns), "form", "money", "currency", currency, "amount", "12345", "exchange_rate",
           rate ? "1234,5678" : "", "rate_date", rate ? "2021-01-01" : "", "state",
           ONE_OF ("received", "handed_over", "pledged"), "direction", ONE_OF ("received", "received", "given"));
      ADD (NULL, "donation", "date", date (self), "donor", any (self, self->partners), "campaign",
           perhaps (self, self->campaigns), "form", ONE_OF ("goods", "service"), "goods", "Gạo", "quantity",
           number (self, 500), "unit", "kg", "value", number (self, 90000000), "state",
           ONE_OF ("received", "handed_over", "pledged"));
    }
  for (guint i = 0; i < 4 * N_RECORDS; i++)
    ADD (NULL, "award", "recipient",
         i % 3 == 0   ? any (self, self->people)
         : i % 3 == 1 ? any (self, self->organizations)
                      : "Một tập thể",
         "form", ONE_OF ("order", "certificate", "commendation"), "decision_date", perhaps_date (self), "amount",
         number (self, 3000000), "state", ONE_OF ("decided", "presented", "proposed"));
}

static void
add_aid (Maker *self)
{
  for (guint i = 0; i < N_RECORDS; i++)
    {
      const char *amount = number (self, 100000);
      gboolean rate = chance (self, 2);

      ADD (self->projects, "aid_project", "name", name (self, "Dự án"), "kind",
           ONE_OF ("programme", "project", "non_project", "emergency"), "currency",
           *amount != '\0' ? one_of (self, currencies, 6) : "USD", "committed_amount", amount, "exchange_rate",
           rate ? "23456,78" : "", "rate_date", rate ? "2021-01-01" : "", "counterpart", number (self, 99999999),
           "approval_date", perhaps_date (self), "state", ONE_OF ("mobilising", "approved", "running", "finished"));
    }
  for (guint i = 0; i < 2 * N_RECORDS; i++)
    ADD (NULL, "disbursement", "aid_project", any (self, self->projects), "date", date (self), "currency",
         ONE_OF ("USD", "USD", "USD", "EUR"), "amount", "777");
}

static void
add_others (Maker *self)
{
  for (guint i = 0; i < N_RECORDS / 2; i++)
    {
      ADD (NULL, "remittance", "from", "2021", "to", ONE_OF ("2021", "2022"), "currency", ONE_OF ("USD", "USD", "JPY"),
           "amount", "1234567");
      ADD (NULL, "plan_target", "indicator", ONE_OF ("3", "9", "10", "12", "16", "19", "24"), "year",
           ONE_OF ("2021", "2022"), "amount", "100,5");
    }
}

static Maker *
maker_new (HnRegister *reg,
           guint32     seed)
{
  Maker *self = g_new0 (Maker, 1);
  GPtrArray **lists[] = {
    &self->organizations, &self->people, &self->partners, &self->campaigns,
    &self->projects, &self->events, &self->areas, &self->typed,
  };

  self->reg = reg;
  self->rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
maker_free (Maker *self)
{
  GPtrArray *const lists[] = {
    self->organizations, self->people, self->partners, self->campaigns,
    self->projects, self->events, self->areas, self->typed,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  g_rand_free (self->rand);
  g_free (self);
}

/* The same register for the same @seed, but for the records' ids. */
void
random_register_fill (HnRegister *reg,
                      guint32     seed)
{
  Maker *self = maker_new (reg, seed);
  g_autoptr (GError) error = NULL;

  hn_register_begin (reg, HN_BATCH_INITIAL, NULL, &error);
  g_assert_no_error (error);
  find_areas (self);
  for (guint i = 0; i < 5; i++)
    ADD (self->partners, "partner", "name", name (self, "Quỹ"), "type", "foreign_ngo", "country",
         one_of (self, countries, 8));
  add_organizations (self);
  add_people (self);
  add_events (self);
  add_gifts (self);
  add_aid (self);
  add_others (self);
  hn_register_commit (reg, &error);
  g_assert_no_error (error);
  maker_free (self);
}
