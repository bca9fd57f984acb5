/* Writes the report made by hand, for programs that we did not write to read it: make-workbook FILE.xlsx [LOCALE] */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hand-made.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HnReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 2 || (argc > 2 && setlocale (LC_ALL, argv[2]) == NULL))
    {
      g_printerr ("make-workbook: no file name, or no such locale\n");
      return 2;
    }

  report = hand_made_report ();
  if (hn_report_write_xlsx (report, NULL, argv[1], NULL, NULL, NULL, &error))
    return 0;

  g_printerr ("make-workbook: %s\n", error->message);

  return 1;
}
