/* The language that the person chose, in locales that have one and in those that have none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n.h>

#include "hn-kind.h"
#include "hn-language.h"

/* What the kinds' tables and the catalogue say must be of one language. */
static void
assert_speaks (const char *associations,
               const char *organization)
{
  g_assert_cmpstr (_("Associations"), ==, associations);
  g_assert_cmpstr (hn_kind_get_label (hn_kind_lookup ("organization")), ==, organization);
}

static void
test_choice (gconstpointer locale)
{
  g_setenv ("LC_ALL", locale, TRUE);
  if (setlocale (LC_ALL, "") == NULL)
    {
      g_test_skip ("this system does not have the locale");
      return;
    }

  hn_language_use ("vi", NULL);
  assert_speaks ("Tổ chức hội", "Tổ chức");
  hn_language_use ("en", NULL);
  assert_speaks ("Associations", "Organization");
  hn_language_use ("vi", "en");
  assert_speaks ("Tổ chức hội", "Tổ chức");
  /* Back to what the system says. */
  hn_language_use ("", "en");
  assert_speaks ("Associations", "Organization");
  hn_language_use ("", NULL);
  g_assert_null (g_getenv ("LANGUAGE"));
}

static void
test_system (void)
{
  static const char *const without[] = { "C", "C.UTF-8" };

  /* Without a choice even LANGUAGE does not make these locales speak: neither half of the words. */
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_setenv ("LC_ALL", without[i], TRUE);
      hn_language_use ("", NULL);
      assert_speaks ("Associations", "Organization");
      hn_language_use ("", "vi");
      assert_speaks ("Associations", "Organization");
    }

  g_setenv ("LC_ALL", "vi_VN.UTF-8", TRUE);
  hn_language_use ("", NULL);
  assert_speaks ("Tổ chức hội", "Tổ chức");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("HN_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_data_func ("/language/C", "C", test_choice);
  g_test_add_data_func ("/language/C.UTF-8", "C.UTF-8", test_choice);
  g_test_add_data_func ("/language/en_US.UTF-8", "en_US.UTF-8", test_choice);
  g_test_add_data_func ("/language/vi_VN.UTF-8", "vi_VN.UTF-8", test_choice);
  g_test_add_func ("/language/system", test_system);

  return g_test_run ();
}
