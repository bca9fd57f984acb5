/* Any edits, all undone, all redone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-test-register.h"

typedef struct
{
  HnRegister *reg;
  GPtrArray  *records; /* of "kind:id" */
} Play;

static const char *
any (Play       *play,
     const char *kind)
{
  g_autofree char *prefix = g_strconcat (kind, ":", NULL);

  for (guint tries = 0; tries < 50 && play->records->len > 0; tries++)
    {
      const char *ref =
        g_ptr_array_index (play->records, (guint) g_test_rand_int_range (0, (gint32) play->records->len));

      if (g_str_has_prefix (ref, prefix))
        return ref;
    }

  return NULL;
}

static const char *
one_of (const char *const *words)
{
  return words[g_test_rand_int_range (0, (gint32) g_strv_length ((char **) words))];
}

/* Sets a field if the value can be read and kept; what is refused is refused. */
static void
try_set (Play       *play,
         HnRecord   *record,
         const char *field,
         const char *text)
{
  if (text != NULL)
    hn_register_set_input (play->reg, record, field, text, NULL);
}

static void
change_record (Play     *play,
               HnRecord *record)
{
  static const char *const names[] = { "Nguyễn Văn An",           "Trần Thị Bình", "Lê Hoà",
                                       "Hội hữu nghị Việt – Đức", "Quỹ vắc-xin",   NULL };
  static const char *const dates[] = { "2020", "2021-05", "2021-05-06", "", NULL };
  static const char *const countries[] = { "VN", "CZ; SK", "JP", "DE", "", NULL };
  static const char *const amounts[] = { "1000000", "30000000", "0", "", NULL };
  const char *kind = hn_record_get_kind (record)->name;

  try_set (play, record, "name", one_of (names));
  try_set (play, record, "note", one_of (names));
  if (g_str_equal (kind, "organization"))
    {
      try_set (play, record, "countries", one_of (countries));
      try_set (play, record, "parent", any (play, "organization"));
      try_set (play, record, "founded", one_of (dates));
    }
  else if (g_str_equal (kind, "person"))
    {
      try_set (play, record, "country", one_of (countries));
      try_set (play, record, "birth", one_of (dates));
    }
  else if (g_str_equal (kind, "event"))
    {
      try_set (play, record, "title", one_of (names));
      try_set (play, record, "from", one_of (dates));
      try_set (play, record, "host", any (play, "organization"));
      try_set (play, record, "co_hosts", any (play, "organization"));
      try_set (play, record, "countries", one_of (countries));
    }
  else
    {
      try_set (play, record, "person", any (play, "person"));
      try_set (play, record, "organization", any (play, "organization"));
      try_set (play, record, "donor", any (play, g_test_rand_bit () ? "person" : "organization"));
      try_set (play, record, "date", one_of (dates));
      try_set (play, record, "amount", one_of (amounts));
    }
}

static void
add_any (Play *play)
{
  static const char *const kinds[] = { "organization", "person", "membership", "event", "donation", NULL };
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (one_of (kinds)));

  try_set (play, record, "kind", "bilateral");
  try_set (play, record, "type", "exchange");
  try_set (play, record, "from", "2021");
  try_set (play, record, "date", "2021");
  try_set (play, record, "direction", "received");
  try_set (play, record, "form", "money");
  change_record (play, record);
  if (hn_register_save (play->reg, record, NULL))
    g_ptr_array_add (play->records, hn_test_ref (hn_record_get_kind (record)->name, hn_record_get_id (record)));
}

static void
set_any (Play *play)
{
  const char *ref;
  g_auto (GStrv) parts = NULL;
  g_autoptr (HnRecord) record = NULL;

  if (play->records->len == 0)
    return;

  ref = g_ptr_array_index (play->records, (guint) g_test_rand_int_range (0, (gint32) play->records->len));
  parts = g_strsplit (ref, ":", 2);
  record = hn_register_load (play->reg, hn_kind_lookup (parts[0]), g_ascii_strtoll (parts[1], NULL, 10), NULL);
  if (record == NULL)
    return;

  change_record (play, record);
  hn_register_save (play->reg, record, NULL);
}

static void
delete_any (Play *play)
{
  const char *ref;
  const char *other;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) others = NULL;

  if (play->records->len == 0)
    return;

  ref = g_ptr_array_index (play->records, (guint) g_test_rand_int_range (0, (gint32) play->records->len));
  parts = g_strsplit (ref, ":", 2);
  other = any (play, parts[0]);
  others = g_strsplit (other != NULL ? other : ref, ":", 2);
  hn_register_delete (play->reg, hn_kind_lookup (parts[0]), g_ascii_strtoll (parts[1], NULL, 10),
                      (HnDeleteMode) g_test_rand_int_range (HN_DELETE_ALONE, HN_DELETE_REPLACE + 1),
                      g_ascii_strtoll (others[1], NULL, 10), NULL);
}

static void
edit_any (Play *play)
{
  int choice = g_test_rand_int_range (0, 10);

  if (choice < 5)
    add_any (play);
  else if (choice < 8)
    set_any (play);
  else
    delete_any (play);
}

static void
test_property (HnTestFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  guint n_edits = 150;
  gint64 last;

  g_ptr_array_add (dumps, hn_test_dump (fixture->reg));
  for (guint i = 0; i < n_edits; i++)
    {
      Play play = { fixture->reg, records };

      last = hn_register_last_change (fixture->reg);
      edit_any (&play);
      if (hn_register_last_change (fixture->reg) != last)
        g_ptr_array_add (dumps, hn_test_dump (fixture->reg));
    }
  hn_test_assert_fine (fixture->reg);
  g_assert_cmpuint (dumps->len, >, 20);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = dumps->len - 1; i > 0; i--)
        {
          g_autofree char *dump = NULL;

          hn_test_undo (fixture->reg);
          dump = hn_test_dump (fixture->reg);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
        }
      hn_test_assert_nothing (fixture->reg, TRUE);
      hn_test_restart (fixture);
      hn_test_assert_fine (fixture->reg);
      for (guint i = 1; i < dumps->len; i++)
        {
          g_autofree char *dump = NULL;

          hn_test_redo (fixture->reg);
          dump = hn_test_dump (fixture->reg);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
        }
      hn_test_assert_nothing (fixture->reg, FALSE);
      hn_test_restart (fixture);
    }
}

#define ADD(name, func) g_test_add ("/undo-any/" name, HnTestFixture, NULL, hn_test_set_up, func, hn_test_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("once", test_property);
  ADD ("again", test_property);
  ADD ("once-more", test_property);

  return g_test_run ();
}
