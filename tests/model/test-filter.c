/* Filters of lists: their conditions, what a kind can be filtered by, and periods. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-filter-offer.h"
#include "hn-filter-period.h"
#include "hn-filter.h"
#include "model-fixture.h"

/* --- conditions ---------------------------------------------------------- */

static const HnFilterSlot *
find_slot (GPtrArray  *slots,
           const char *id)
{
  for (guint i = 0; i < slots->len; i++)
    {
      g_autofree char *other = hn_filter_slot_get_id (g_ptr_array_index (slots, i));

      if (g_str_equal (other, id))
        return g_ptr_array_index (slots, i);
    }

  g_error ("There is no slot %s", id);
}

static void
assert_where (const HnFilter *filter,
              const char     *expected)
{
  g_autofree char *joined = g_strjoinv (" & ", (char **) hn_filter_get_where (filter));

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_conditions (void)
{
  const HnKind *kind = hn_kind_lookup ("organization");
  const char *const where[] = { "kind=branch", "lacks:headcount@2026", "id>3", NULL };
  g_autoptr (GPtrArray) slots = hn_filter_slots (kind);
  const HnFilterSlot *of_kind = find_slot (slots, "kind"), *figures = find_slot (slots, "with-headcount");
  g_autoptr (HnFilter) none = hn_filter_new (kind, NULL);
  g_autoptr (HnFilter) filter = hn_filter_new (kind, where);
  g_autoptr (HnFilter) same = hn_filter_new (kind, hn_filter_get_where (filter));
  g_autoptr (HnFilter) other = NULL, fewer = NULL, least = NULL;

  g_assert_true (hn_filter_is_empty (none));
  g_assert_null (hn_filter_find (none, of_kind));
  g_assert_true (hn_filter_equal (filter, same));
  g_assert_false (hn_filter_equal (filter, none));
  g_assert_cmpstr (hn_filter_find (filter, of_kind)->text, ==, "kind=branch");
  g_assert_cmpstr (hn_filter_find (filter, figures)->text, ==, "lacks:headcount@2026");

  /* A condition changes at its place, and the filter that it was in does not. */
  other = hn_filter_with (filter, of_kind, "kind=branch|local");
  assert_where (other, "kind=branch|local & lacks:headcount@2026 & id>3");
  assert_where (filter, "kind=branch & lacks:headcount@2026 & id>3");
  fewer = hn_filter_with (other, of_kind, NULL);
  assert_where (fewer, "lacks:headcount@2026 & id>3");
  least = hn_filter_without (fewer, 1);
  assert_where (least, "lacks:headcount@2026");
}

/* What the store could not read stays, to be seen and taken off. */
static void
test_unknown (void)
{
  const HnKind *kind = hn_kind_lookup ("organization");
  const char *const where[] = { "colour=red", "kind!=branch", NULL };
  g_autoptr (GPtrArray) slots = hn_filter_slots (kind);
  g_autoptr (HnFilter) filter = hn_filter_new (kind, where);

  g_assert_cmpuint (hn_filter_get_size (filter), ==, 2);
  g_assert_false (hn_filter_get_term (filter, 0)->known);
  g_assert_true (hn_filter_get_term (filter, 1)->known);
  for (guint i = 0; i < slots->len; i++)
    g_assert_null (hn_filter_find (filter, g_ptr_array_index (slots, i)));
}

static void
test_slots (void)
{
  g_autoptr (GPtrArray) organization = hn_filter_slots (hn_kind_lookup ("organization"));
  g_autoptr (GPtrArray) donation = hn_filter_slots (hn_kind_lookup ("donation"));
  g_autoptr (GPtrArray) person = hn_filter_slots (hn_kind_lookup ("person"));
  const HnKind *const *kinds;
  guint n_kinds;

  g_assert_cmpint (find_slot (organization, "area")->type, ==, HN_SLOT_TREE);
  g_assert_true (find_slot (organization, "area")->first);
  g_assert_cmpint (find_slot (organization, "countries")->type, ==, HN_SLOT_COUNTRY);
  g_assert_cmpint (find_slot (organization, "founded")->type, ==, HN_SLOT_PERIOD);
  g_assert_false (find_slot (organization, "founded")->first);
  g_assert_cmpint (find_slot (organization, "with-membership")->type, ==, HN_SLOT_LINKED);
  /* A list by date is asked for a time first. */
  g_assert_true (find_slot (donation, "date")->first);
  g_assert_cmpint (find_slot (donation, "campaign")->type, ==, HN_SLOT_RECORD);
  g_assert_cmpint (find_slot (person, "prominent")->type, ==, HN_SLOT_ANSWER);

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) slots = hn_filter_slots (kinds[i]);
      guint n_first = 0;

      for (guint j = 0; j < slots->len; j++)
        {
          const HnFilterSlot *slot = g_ptr_array_index (slots, j);

          n_first += slot->first ? 1 : 0;
          g_assert_true (slot->field == NULL || (slot->field->flags & HN_FIELD_SENSITIVE) == 0);
          g_assert_nonnull (hn_filter_slot_get_label (slot));
        }
      g_assert_cmpuint (n_first, <=, 4);
    }
}

/* --- periods ------------------------------------------------------------- */

static void
assert_preset (HnPeriodPreset  preset,
               HnDate          today,
               const char     *expected)
{
  g_autofree char *period = hn_filter_period_preset (preset, today);

  g_assert_cmpstr (period, ==, expected);
}

static void
test_presets (void)
{
  const HnDate august = { 2026, 8, 9 }, january = { 2026, 1, 31 };

  assert_preset (HN_PERIOD_THIS_YEAR, august, "2026");
  assert_preset (HN_PERIOD_LAST_YEAR, august, "2025");
  assert_preset (HN_PERIOD_THIS_QUARTER, august, "2026-07-01..2026-09-30");
  assert_preset (HN_PERIOD_LAST_QUARTER, august, "2026-04-01..2026-06-30");
  assert_preset (HN_PERIOD_LAST_QUARTER, january, "2025-10-01..2025-12-31");
  assert_preset (HN_PERIOD_THIS_MONTH, august, "2026-08");
  assert_preset (HN_PERIOD_LAST_MONTH, august, "2026-07");
  assert_preset (HN_PERIOD_LAST_MONTH, january, "2025-12");
}

static void
assert_typed (const char *text,
              const char *expected)
{
  g_autofree char *period = hn_filter_period_parse (text, (HnDate){ 2026, 8, 9 });

  g_assert_cmpstr (period, ==, expected);
}

static void
test_typed (void)
{
  assert_typed ("2021", "2021");
  assert_typed (" 5/2021 ", "2021-05");
  assert_typed ("6/5/2021", "2021-05-06");
  assert_typed ("Q2/2021", "2021-04-01..2021-06-30");
  assert_typed ("quý IV 2021", "2021-10-01..2021-12-31");
  assert_typed ("2020 – 2021", "2020..2021");
  assert_typed ("1/1/2021..31/3/2021", "2021-01-01..2021-03-31");
  assert_typed ("5/2021 đến 7/2021", "2021-05..2021-07");
  assert_typed ("2021 – 2021", "2021");
  assert_typed ("2022 – 2021", NULL);
  assert_typed ("Q5/2021", NULL);
  assert_typed ("soon", NULL);
  assert_typed ("", NULL);
}

static void
test_ends (void)
{
  g_autofree char *from = hn_filter_period_join ((HnDate){ 2021, 5, 0 }, (HnDate){ 0 });
  g_autofree char *to = hn_filter_period_join ((HnDate){ 0 }, (HnDate){ 2021, 0, 0 });
  g_autofree char *none = hn_filter_period_join ((HnDate){ 0 }, (HnDate){ 0 });

  g_assert_cmpstr (from, ==, "2021-05..");
  g_assert_cmpstr (to, ==, "..2021");
  g_assert_null (none);
}

/* --- what is offered ----------------------------------------------------- */

static void
offered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GPtrArray **offers = user_data;
  g_autoptr (GError) error = NULL;

  *offers = hn_filter_offer_finish (HN_STORE (source), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
offer (ModelFixture       *fixture,
       const HnFilterSlot *slot)
{
  GPtrArray *offers = NULL;

  hn_filter_offer_async (fixture->store, slot, "", NULL, offered_cb, &offers);
  while (offers == NULL)
    g_main_context_iteration (NULL, TRUE);

  return offers;
}

/* What there is in the list goes before what there may be. */
static void
test_offers (ModelFixture  *fixture,
             gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("donation"), *campaign = hn_kind_lookup ("campaign");
  g_autoptr (GPtrArray) slots = hn_filter_slots (kind);
  const HnFilterSlot *slot = find_slot (slots, "campaign");
  g_autoptr (GPtrArray) all = offer (fixture, slot);
  g_autoptr (HnRecord) wanted = model_fixture_campaign ("Đợt mới");
  g_autoptr (HnRecord) donation = hn_record_new (kind);
  g_autoptr (GPtrArray) used = NULL;
  g_autofree char *value = NULL, *expected = NULL, *title = NULL;
  gint64 id = model_fixture_save (fixture, wanted);

  g_assert_cmpuint (all->len, ==, 3);

  hn_record_set_text (donation, "date", "2021");
  hn_record_set (donation, "donor", g_variant_new_string ("Một người dân"));
  hn_record_set_number (donation, "amount", 1000);
  hn_record_set_reference (donation, "campaign", campaign, id);
  model_fixture_save (fixture, donation);
  used = offer (fixture, slot);
  g_assert_cmpuint (used->len, ==, 1);

  value = hn_filter_offer_value (slot->field, ((HnCandidate *) g_ptr_array_index (used, 0))->value);
  expected = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_assert_cmpstr (value, ==, expected);
  title = hn_filter_value_title (hn_store_get_reader (fixture->store), slot->field, value);
  g_assert_cmpstr (title, ==, "Đợt mới");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/filter/conditions", test_conditions);
  g_test_add_func ("/model/filter/unknown", test_unknown);
  g_test_add_func ("/model/filter/slots", test_slots);
  g_test_add_func ("/model/filter/presets", test_presets);
  g_test_add_func ("/model/filter/typed", test_typed);
  g_test_add_func ("/model/filter/ends", test_ends);
  g_test_add ("/model/filter/offers", ModelFixture, GUINT_TO_POINTER (3), model_fixture_set_up, test_offers,
              model_fixture_tear_down);

  return g_test_run ();
}
