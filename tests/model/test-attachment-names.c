/* What a file is called in the register, and outside of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-name.h"

#include <locale.h>
#include <string.h>

static void
assert_clean (const char *name,
              const char *expected)
{
  g_autofree char *clean = hn_attachment_name_clean (name);

  g_assert_cmpstr (clean, ==, expected);
}

static void
assert_for_file (const char *name,
                 const char *expected)
{
  g_autofree char *file = hn_attachment_name_for_file (name);

  g_assert_cmpstr (file, ==, expected);
}

static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (300, 'a');
  g_autofree char *long_pdf = g_strconcat (long_name, ".pdf", NULL);
  g_autofree char *cut = hn_attachment_name_clean (long_pdf);

  assert_clean ("Quyết  định\tsố 5.pdf", "Quyết định số 5.pdf");
  assert_clean ("a\xcc\x81nh.jpg", "ánh.jpg");
  assert_clean ("an\u202egpj.exe", "angpj.exe");
  assert_clean ("/home/an/ảnh.jpg", "ảnh.jpg");
  assert_clean ("\n", "");
  g_assert_cmpuint (strlen (cut), ==, 200);
  g_assert_true (g_str_has_suffix (cut, "a.pdf"));

  assert_for_file ("ảnh.jpg", "ảnh.jpg");
  assert_for_file ("../../etc/passwd", "___.._etc_passwd");
  assert_for_file (".bashrc", "_bashrc");
  assert_for_file ("C:\\ảnh?.jpg", "C__ảnh_.jpg");
  assert_for_file ("", "_");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment-names", test_names);

  return g_test_run ();
}
