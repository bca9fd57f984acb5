/* Writes a PDF for check-pdf.py: make-pdf FILE report|appendix|list ROWS LOCALE */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper-fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

int
main (int    argc,
      char **argv)
{
  static const char *const dresses[] = { "report", "appendix", "list", NULL };
  g_autoptr (HnReport) report = NULL;
  g_autoptr (HnPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  HnDress dress = HN_DRESS_REPORT;

  g_assert_cmpint (argc, ==, 5);
  /* 2: the locale is missing here */
  if (setlocale (LC_ALL, argv[4]) == NULL)
    return 2;
  for (guint i = 0; dresses[i] != NULL; i++)
    if (strcmp (dresses[i], argv[2]) == 0)
      dress = (HnDress) i;

  report = paper_report_new (dress);
  paper_report_add (report, "M01", (guint) atoi (argv[3]));
  paper_report_add (report, "M08", 3)->landscape = TRUE;
  paper = hn_paper_new (report);
  if (!hn_paper_write_pdf (paper, NULL, argv[1], NULL, NULL, NULL, &error))
    g_error ("%s", error->message);

  return 0;
}
