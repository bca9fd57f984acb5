/* Writes a list of records, for programs that we did not write to read it:
 *   make-plain-list REGISTER FILE.xlsx|.csv [ROWS-OF-A-SHEET [LOCALE]] */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-test-register.h"
#include "plain-register.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnPlainList) list = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3 || (argc > 4 && setlocale (LC_ALL, argv[4]) == NULL))
    {
      g_printerr ("make-plain-list: no file name, or no such locale\n");
      return 2;
    }

  reg = hn_test_create (argv[1]);
  list = plain_donations (reg);
  if (argc > 3)
    list->sheet_rows = (guint) g_ascii_strtoull (argv[3], NULL, 10);
  if (hn_plain_list_write (list, reg, argv[2], NULL, NULL, NULL, &error))
    return 0;

  g_printerr ("make-plain-list: %s\n", error->message);

  return 1;
}
