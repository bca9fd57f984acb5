/* Registers full of invented people, for measuring. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sample.h"

#define PEOPLE 3000

static HnRegister *
write_people (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_sample_write_people (path, PEOPLE, &error);

  g_assert_no_error (error);
  return reg;
}

static gint64
count (HnRegister *reg,
       const char *kind)
{
  HnListing listing = { .kind = hn_kind_lookup (kind) };
  g_autoptr (GError) error = NULL;
  gint64 n = hn_register_count (reg, &listing, &error);

  g_assert_no_error (error);
  return n;
}

static char *
dump_people (HnRegister *reg)
{
  HnListing listing = { .kind = hn_kind_lookup ("person"), .sort = "phone" };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, NULL);
  g_autoptr (GPtrArray) people =
    hn_register_load_many (reg, listing.kind, (gint64 *) (void *) ids->data, ids->len, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Only those at home: by their telephone number they have an order of their own. */
  for (guint i = 0; i < people->len; i++)
    {
      const HnRecord *person = g_ptr_array_index (people, i);
      g_autofree char *home = hn_record_print (person, "home_area");

      if (hn_record_get (person, "phone") != NULL)
        g_string_append_printf (text, "%s|%s|%s|%s|%s\n", hn_record_get_text (person, "name"),
                                hn_record_get_text (person, "birth"), hn_record_get_text (person, "phone"),
                                hn_record_get_text (person, "occupation"), home);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_counts (void)
{
  g_autoptr (HnRegister) reg = write_people ("counts.huunghi");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count (reg, "person"), ==, PEOPLE);
  g_assert_cmpint (count (reg, "membership"), >, PEOPLE * 66 / 100);
  g_assert_cmpint (count (reg, "membership"), <, PEOPLE * 74 / 100);
  g_assert_cmpint (count (reg, "overseas_contact"), >, PEOPLE * 7 / 100);
  g_assert_cmpint (count (reg, "overseas_contact"), <, PEOPLE * 13 / 100);

  problems = hn_register_verify (reg, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_same_twice (void)
{
  g_autoptr (HnRegister) first = write_people ("first.huunghi");
  g_autoptr (HnRegister) second = write_people ("second.huunghi");
  g_autofree char *of_first = dump_people (first);
  g_autofree char *of_second = dump_people (second);

  g_assert_cmpuint (strlen (of_first), >, PEOPLE * 50);
  g_assert_cmpstr (of_first, ==, of_second);
}

/* What is added to a register that somebody works with can be undone. */
static void
test_added_can_be_undone (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "added.huunghi", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_sample_write (path, &error);
  gint64 before;

  g_assert_no_error (error);
  before = count (reg, "person");
  g_assert_true (hn_generate_people (reg, 50, HN_BATCH_RECORDED, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (reg, "person"), ==, before + 50);

  g_assert_true (hn_register_undo (reg, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (reg, "person"), ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generate/counts", test_counts);
  g_test_add_func ("/generate/same-twice", test_same_twice);
  g_test_add_func ("/generate/added-can-be-undone", test_added_can_be_undone);

  return g_test_run ();
}
