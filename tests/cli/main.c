/* The command line alone, for its tests: the program without its window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-cli.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");

  return hn_cli_run (argc, argv);
}
