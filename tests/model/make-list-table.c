/* Writes what goes to the clipboard, for a spreadsheet to take it: make-list-table REGISTER FILE.html */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-table.h"
#include "hn-test-register.h"
#include "plain-register.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnPlainList) list = NULL;
  g_autoptr (HnListTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const char *html;
  gsize size;

  if (argc < 3)
    {
      g_printerr ("make-list-table: no file name\n");
      return 2;
    }

  reg = hn_test_create (argv[1]);
  list = plain_donations (reg);
  table = hn_list_table_new (reg, list, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  html = g_bytes_get_data (table->html, &size);
  g_file_set_contents (argv[2], html, (gssize) size, &error);
  g_assert_no_error (error);

  return 0;
}
