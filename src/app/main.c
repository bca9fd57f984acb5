/* The program: a command line where a verb is given, otherwise the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "hn-application.h"
#include "hn-cli.h"

/* A build that is not installed finds its translations where HN_LOCALEDIR says. */
static void
set_language (void)
{
  const char *folder = g_getenv ("HN_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : HN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GApplication) application = NULL;

  set_language ();
  if (hn_cli_handles (argc, argv))
    return hn_cli_run (argc, argv);

  application = hn_application_new ();

  return g_application_run (application, argc, argv);
}
