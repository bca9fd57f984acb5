/* What is remembered of lists: columns, orders, and filters under a name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-list-memory.h"
#include "hn-saved-lists.h"
#include "model-fixture.h"

static void
assert_column (const HnListLayout *layout,
               guint               index,
               const char         *field,
               int                 width)
{
  const HnListColumn *column = &g_array_index (layout->columns, HnListColumn, index);

  g_assert_cmpuint (index, <, layout->columns->len);
  g_assert_cmpstr (column->field->name, ==, field);
  g_assert_cmpint (column->width, ==, width);
}

static void
test_layout (ModelFixture  *fixture,
             gconstpointer  data)
{
  GSettings *settings = hn_context_get_settings (fixture->context);
  g_autoptr (HnListLayout) first = hn_list_memory_read (settings, fixture->kind);
  g_autoptr (HnListLayout) left = hn_list_layout_new (fixture->kind);
  g_autoptr (HnListLayout) again = NULL, reset = NULL, other = NULL;
  const HnListColumn note = { hn_kind_get_field (fixture->kind, "note"), 0 };

  g_assert_null (first->sort);
  assert_column (first, 0, "name", 0);

  g_array_index (left->columns, HnListColumn, 0).width = 240;
  g_array_remove_index (left->columns, 1);
  g_array_insert_val (left->columns, 0, note);
  left->sort = g_strdup ("-to");
  hn_list_memory_write (settings, fixture->kind, left);

  again = hn_list_memory_read (settings, fixture->kind);
  g_assert_cmpuint (again->columns->len, ==, first->columns->len);
  assert_column (again, 0, "note", 0);
  assert_column (again, 1, "name", 240);
  g_assert_cmpstr (again->sort, ==, "-to");

  /* Another list is not touched, nor this one any more. */
  other = hn_list_memory_read (settings, hn_kind_lookup ("person"));
  assert_column (other, 0, "name", 0);
  hn_list_memory_clear (settings, fixture->kind);
  reset = hn_list_memory_read (settings, fixture->kind);
  g_assert_cmpuint (reset->columns->len, ==, first->columns->len);
  g_assert_null (reset->sort);
}

/* Another version of the program may have written what this one does not know. */
static void
test_stale (ModelFixture  *fixture,
            gconstpointer  data)
{
  GSettings *settings = hn_context_get_settings (fixture->context);
  g_autoptr (HnListLayout) some = NULL, none = NULL;

  g_settings_set_value (settings, "lists",
                        g_variant_new_parsed ("{'campaign': <{'columns': <[('colour', 100), ('to', -7), ('to', 9)]>,"
                                              " 'sort': <'colour'>}>, 'partner': <{'columns': <[('colour', 1)]>}>,"
                                              " 'event': <'nonsense'>}"));
  some = hn_list_memory_read (settings, fixture->kind);
  g_assert_cmpuint (some->columns->len, ==, 1);
  assert_column (some, 0, "to", 0);
  g_assert_null (some->sort);

  none = hn_list_memory_read (settings, hn_kind_lookup ("partner"));
  assert_column (none, 0, "name", 0);
  g_settings_reset (settings, "lists");
}

/* The union and its associations stand before their branches until somebody sorts otherwise, by name too. */
static void
test_first_order (ModelFixture  *fixture,
                  gconstpointer  data)
{
  GSettings *settings = hn_context_get_settings (fixture->context);
  const HnKind *kind = hn_kind_lookup ("organization");
  g_autoptr (HnListLayout) layout = hn_list_memory_read (settings, kind);
  g_autoptr (HnListLayout) by_name = NULL;

  g_assert_cmpstr (layout->sort, ==, "kind");
  g_clear_pointer (&layout->sort, g_free);
  hn_list_memory_write (settings, kind, layout);
  by_name = hn_list_memory_read (settings, kind);
  g_assert_null (by_name->sort);
  g_settings_reset (settings, "lists");
}

static void
test_saved (ModelFixture  *fixture,
            gconstpointer  data)
{
  const HnKind *kind = hn_kind_lookup ("organization");
  const char *const where[] = { "kind=branch", "lacks:headcount@2026", NULL };
  g_autoptr (HnRecord) record =
    hn_saved_list_record (kind, "Chi hội chưa có số liệu 2026", where, "yên thế", "-founded");
  g_autoptr (HnRecord) plain = hn_saved_list_record (kind, "A", NULL, NULL, NULL);
  g_autoptr (GPtrArray) saved = NULL, others = NULL;
  g_autoptr (GError) error = NULL;
  const HnSavedList *first, *second;

  model_fixture_save (fixture, record);
  model_fixture_save (fixture, plain);
  saved = hn_saved_lists_read (hn_store_get_reader (fixture->store), kind, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (saved->len, ==, 2);

  first = g_ptr_array_index (saved, 0);
  second = g_ptr_array_index (saved, 1);
  g_assert_cmpstr (first->name, ==, "A");
  g_assert_true (hn_saved_list_is (first, NULL, NULL, NULL));
  g_assert_cmpstr (second->name, ==, "Chi hội chưa có số liệu 2026");
  g_assert_true (hn_saved_list_is (second, where, "yên thế", "-founded"));
  g_assert_false (hn_saved_list_is (second, where, NULL, "-founded"));

  others = hn_saved_lists_read (hn_store_get_reader (fixture->store), fixture->kind, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (others->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                                \
  g_test_add ("/model/list-memory/" path, ModelFixture, GUINT_TO_POINTER (1), model_fixture_set_up, test,              \
              model_fixture_tear_down)
  ADD ("layout", test_layout);
  ADD ("stale", test_stale);
  ADD ("first-order", test_first_order);
  ADD ("saved", test_saved);
#undef ADD

  return g_test_run ();
}
