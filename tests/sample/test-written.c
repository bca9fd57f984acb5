/* The sample register is the same every time, and takes nobody's place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-file.h"

static HnRegister *sample;

/* What is given to a new register cannot be undone: there is nothing before it. */
static void
test_no_history (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = hn_register_history (sample, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 0);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Everything but the ids, which are random. */
static char *
dump (HnRegister *reg)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) records = sample_file_list (reg, kinds[i]->name, NULL, NULL);

      for (guint j = 0; j < records->len; j++)
        {
          g_autoptr (GString) line = g_string_new (kinds[i]->name);

          for (guint k = 0; k < kinds[i]->n_fields; k++)
            {
              g_autofree char *printed = hn_record_print (g_ptr_array_index (records, j), kinds[i]->fields[k].name);

              g_string_append_printf (line, "|%s", printed);
            }
          g_ptr_array_add (lines, g_string_free_and_steal (g_steal_pointer (&line)));
        }
    }

  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_same_twice (void)
{
  g_autoptr (HnRegister) again = sample_file_write ("again.huunghi");
  g_autofree char *first = dump (sample);
  g_autofree char *second = dump (again);

  g_assert_cmpuint (strlen (first), >, 100000);
  g_assert_true (g_str_equal (first, second));
}

static void
test_never_overwrites (void)
{
  g_autofree char *path = sample_file_path ("taken.huunghi");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_null (hn_sample_write (path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sample = sample_file_write ("sample.huunghi");

  g_test_add_func ("/sample/written/no-history", test_no_history);
  g_test_add_func ("/sample/written/same-twice", test_same_twice);
  g_test_add_func ("/sample/written/never-overwrites", test_never_overwrites);

  status = g_test_run ();
  g_object_unref (sample);
  return status;
}
