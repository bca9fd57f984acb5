/* The file of a register as a test finds it: made, counted, read and written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-test-file.h"

#include <string.h>

#include "hn-test-register.h"

/* The path of a register that was made and closed. */
char *
hn_test_make (void)
{
  char *path = hn_test_path ("register.hng");

  g_object_unref (hn_test_create (path));

  return path;
}

/* What lies in the folder of a file beside it, whose names begin with its own. */
guint
hn_test_count_siblings (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (strstr (name, base) != NULL && !g_str_equal (name, base))
        count++;
    }

  return count;
}

/* What a person is told is a sentence. */
void
hn_test_assert_sentence (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

void
hn_test_assert_saving_fails (HnRegister      *reg,
                             HnRegisterError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));

  hn_record_set_text (record, "name", "Nguyễn Văn An");
  g_assert_false (hn_register_save (reg, record, &error));
  g_assert_error (error, HN_REGISTER_ERROR, (int) code);
  hn_test_assert_sentence (error);
  g_assert_cmpint (hn_record_get_id (record), ==, 0);
}

/* It answers with something of what each register begins with. */
void
hn_test_assert_reads (HnRegister *reg)
{
  g_autofree char *found = hn_test_list (reg, "area", NULL, "name=Tỉnh Hà Bắc", NULL);

  g_assert_cmpstr (found, ==, "Tỉnh Hà Bắc");
}
