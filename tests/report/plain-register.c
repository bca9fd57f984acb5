/* A few records with everything in them that a spreadsheet may take for something else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-register.h"

#include "hn-test-register.h"

static void
add_field (GPtrArray    *fields,
           const HnKind *kind,
           const char   *name)
{
  const HnField *field = hn_kind_get_field (kind, name);

  g_assert_nonnull (field);
  g_ptr_array_add (fields, (gpointer) field);
}

/* Gifts in the order in which they are added here. */
HnPlainList *
plain_donations (HnRegister *reg)
{
  const HnKind *kind = hn_kind_lookup ("donation");
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  HnPlainList *list;
  gint64 id;

  id = hn_test_add (reg, "donation", "date", "6/5/2021", "donor", "Ông \"Bảy\"; Lào", "amount", "1.500.000", "note",
                    "dòng một\ndòng hai", "receipt_number", "007", NULL);
  g_array_append_val (ids, id);
  id = hn_test_add (reg, "donation", "date", "5/2021", "donor", "=1+1", "currency", "USD", "amount", "1.234,50", "note",
                    "-cmd|' /C calc'!A0", "receipt_number", "+84 912", NULL);
  g_array_append_val (ids, id);
  id = hn_test_add (reg, "donation", "date", "2021", "donor", "Hội\tA", "form", "goods", "goods", "Gạo", "quantity",
                    "10,5", "unit", "tấn", "value", "150.000.000", "note", "@SUM(A1)", NULL);
  g_array_append_val (ids, id);

  add_field (fields, kind, "date");
  add_field (fields, kind, "donor");
  add_field (fields, kind, "form");
  add_field (fields, kind, "amount");
  add_field (fields, kind, "quantity");
  add_field (fields, kind, "value");
  add_field (fields, kind, "receipt_number");
  add_field (fields, kind, "note");
  list = hn_plain_list_new (kind, fields, ids, "Địa bàn: Yên Thế");
  list->made_on = (HnDate) { 2026, 11, 21 };

  return list;
}
