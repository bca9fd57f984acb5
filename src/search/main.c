/* The program that the desktop's search starts and asks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-search-provider.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (GApplication) provider = NULL;

  setlocale (LC_ALL, "");
  provider = hn_search_provider_new ();

  return g_application_run (provider, argc, argv);
}
