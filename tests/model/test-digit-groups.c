/* Points between thousands while a number is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-digit-groups.h"

/* The cursor is written as | in both texts. */
static void
test_table (void)
{
  static const struct
  {
    const char *before, *typed, *grouped;
  } cases[] = {
    { "", "|", "|" },
    { "", "1|", "1|" },
    { "12", "123|", "123|" },
    { "123", "1234|", "1.234|" },
    { "1.234", "1.2345|", "12.345|" },
    { "", "|1234", "|1.234" },
    { "134", "12|34", "1.2|34" },
    { "234", "1|234", "1|.234" },
    { "1.234", "1.23|", "123|" },
    { "100.000", "1.5|00.000", "1.5|00.000" },
    { "", "123456789|", "123.456.789|" },
    { "-123", "-1234|", "-1.234|" },
    { "1234", "1234,5|", "1.234,5|" },
    { "1234,", "1234,|5", "1.234,|5" },
    { "124,5", "1234|,5", "1.234|,5" },
    { "1,5 t", "1,5 tỷ|", "1,5 tỷ|" },
    { "124", "12a4|", "12a4|" },
    { "", ".5|", ".5|" },
    /* A point that a person puts there stays until it parts thousands. */
    { "1", "1.|", "1.|" },
    { "1.", "1.5|", "1.5|" },
    { "1.5", "1.50|", "1.50|" },
    { "1.50", "1.500|", "1.500|" },
    { "1.500", "1.5000|", "15.000|" },
    { "1.5", "1.5 tỷ|", "1.5 tỷ|" },
    { "", "1.500.000|", "1.500.000|" },
    { "", "1.5|", "1.5|" },
    /* A point that was put in goes with its digits. */
    { "1.500", "1.|", "1|" },
    { "12.345", "2.345|", "2.345|" },
    { "1.234.567", "234.567|", "234.567|" },
    { "12.345", "1.345|", "1.345|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) typed = g_strsplit (cases[i].typed, "|", 2);
      g_autofree char *text = g_strconcat (typed[0], typed[1], NULL);
      int cursor = (int) g_utf8_strlen (typed[0], -1);
      g_autofree char *grouped = hn_digit_groups (cases[i].before, text, &cursor);
      g_autoptr (GString) shown = g_string_new (grouped);

      g_string_insert_c (shown, g_utf8_offset_to_pointer (grouped, cursor) - grouped, '|');
      g_assert_cmpstr (shown->str, ==, cases[i].grouped);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/digit-groups/table", test_table);

  return g_test_run ();
}
