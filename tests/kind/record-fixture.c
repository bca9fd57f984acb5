/* Records as a test types them, on a day that stays the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

HnRecord *
record_new (const char *kind)
{
  return hn_record_new (hn_kind_lookup (kind));
}

void
record_type (HnRecord   *record,
             const char *field,
             const char *text)
{
  g_autoptr (GError) error = NULL;

  hn_record_set_input (record, field, text, RECORD_TODAY, &error);
  g_assert_no_error (error);
}

void
record_assert_printed (const HnRecord *record,
                       const char     *field,
                       const char     *expected)
{
  g_autofree char *printed = hn_record_print (record, field);

  g_assert_cmpstr (printed, ==, expected);
}
