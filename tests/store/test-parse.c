/* What a person types for a value that only the register knows: records, countries, codes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-test-register.h"
#include "hn-value.h"

typedef HnTestFixture Fixture;

static void
assert_parsed (Fixture    *fixture,
               const char *kind,
               const char *field,
               const char *text,
               const char *expected)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup (kind));
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;

  hn_register_set_input (fixture->reg, record, field, text, &error);
  g_assert_no_error (error);
  printed = hn_record_print (record, field);
  g_assert_cmpstr (printed, ==, expected);
}

static void
assert_not_parsed (Fixture    *fixture,
                   const char *kind,
                   const char *field,
                   const char *text,
                   int         code)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup (kind));
  g_autoptr (GError) error = NULL;

  g_assert_false (hn_register_set_input (fixture->reg, record, field, text, &error));
  g_assert_error (error, HN_KIND_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_parse (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 an = hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn Đức", NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, an);
  g_autofree char *ref = hn_test_ref ("person", an);

  hn_test_add (fixture->reg, "organization", "name", "Hội hữu nghị Việt Nam – Séc, Slovakia", "short_name", "Hội Séc",
               "kind", "bilateral", NULL);
  hn_test_add (fixture->reg, "organization", "name", "Hội hữu nghị Việt Nam – Đức", "kind", "bilateral", NULL);

  assert_parsed (fixture, "membership", "person", number, "Nguyễn Văn Đức");
  assert_parsed (fixture, "membership", "person", ref, "Nguyễn Văn Đức");
  assert_parsed (fixture, "membership", "person", " nguyen  van duc ", "Nguyễn Văn Đức");
  assert_parsed (fixture, "membership", "organization", "hội séc", "Hội hữu nghị Việt Nam – Séc, Slovakia");
  assert_parsed (fixture, "donation", "donor", ref, "Nguyễn Văn Đức");
  assert_parsed (fixture, "donation", "donor", "Nguyễn Văn Đức", "Nguyễn Văn Đức");
  assert_parsed (fixture, "donation", "donor", "Một nhà hảo tâm", "Một nhà hảo tâm");
  assert_parsed (fixture, "donation", "donor", "", "");
  assert_parsed (fixture, "event", "co_hosts", "Hội hữu nghị Việt Nam – Séc, Slovakia; hoi huu nghi viet nam – duc",
                 "Hội hữu nghị Việt Nam – Séc, Slovakia; Hội hữu nghị Việt Nam – Đức");
  assert_parsed (fixture, "event", "co_hosts", "Hội Séc, Hội Séc", "Hội hữu nghị Việt Nam – Séc, Slovakia");
  assert_parsed (fixture, "organization", "countries", "Séc; Slovakia",
                 hn_label_get ((HnLabel) { "Czechia; Slovakia", "Séc; Slovakia" }));
  assert_parsed (fixture, "person", "home_area", "huyện tân yên", "Huyện Tân Yên");

  assert_not_parsed (fixture, "membership", "person", "Nguyễn Văn Dục", HN_KIND_ERROR_BAD_VALUE);
  assert_not_parsed (fixture, "membership", "person", "4711", HN_KIND_ERROR_BAD_VALUE);
  assert_not_parsed (fixture, "membership", "person", "organization:4711", HN_KIND_ERROR_BAD_VALUE);
  assert_not_parsed (fixture, "membership", "nonsense", "x", HN_KIND_ERROR_UNKNOWN_FIELD);
}

static void
test_parse_ambiguous (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup ("membership"));
  g_autoptr (GError) error = NULL;
  gint64 first = hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn Đức", NULL);
  g_autofree char *ref = hn_test_ref ("person", first);

  for (guint i = 0; i < 4; i++)
    hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn Dục", NULL);

  /* With its marks, a name is that of one only. */
  assert_parsed (fixture, "membership", "person", "Nguyễn Văn Đức", "Nguyễn Văn Đức");
  g_assert_false (hn_register_set_input (fixture->reg, record, "person", "Nguyễn Văn Dục", &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "person:"));
  g_assert_nonnull (strstr (error->message, "…"));
  g_assert_null (strstr (error->message, ref));
}

/* The office's own countries, and its own names for them. */
static void
test_parse_country (Fixture       *fixture,
                    gconstpointer  data)
{
  hn_test_add (fixture->reg, "country", "code", "XK", "name", "Cốt-xô-vô", "aliases", "Kosovo; Côxôvô", "region",
               "europe", NULL);
  assert_parsed (fixture, "person", "country", "côxôvô", "Cốt-xô-vô");
  assert_parsed (fixture, "person", "country", "Kosovo", "Cốt-xô-vô");
  assert_parsed (fixture, "person", "country", "xk", "Cốt-xô-vô");
  assert_not_parsed (fixture, "person", "country", "Atlantis", HN_KIND_ERROR_BAD_VALUE);
}

#define ADD(name, func) g_test_add ("/parse/" name, Fixture, NULL, hn_test_set_up, func, hn_test_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_parse);
  ADD ("ambiguous", test_parse_ambiguous);
  ADD ("country", test_parse_country);

  return g_test_run ();
}
