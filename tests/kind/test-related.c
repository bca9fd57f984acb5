/* What hangs on a record: each kind's list of the fields that refer to it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-related.h"

/* What the table names stands first, refers to the kind, and can be added without another answer. */
static void
test_kind (gconstpointer data)
{
  const HnKind *kind = data;
  g_autoptr (GArray) list = hn_related_list (kind);
  gboolean offered = TRUE;

  for (guint i = 0; i < list->len; i++)
    {
      const HnRelated *related = &g_array_index (list, HnRelated, i);

      g_assert_null (related->kind->base);
      g_assert_true (hn_kind_get_field (related->kind, related->field->name) == related->field);
      if (related->field->type != HN_TYPE_COUNTRY)
        g_assert_true (hn_field_has_target (related->field, hn_kind_stored (kind)));
      else
        g_assert_cmpstr (kind->name, ==, "country");
      g_assert_true (offered || !related->offered);
      offered = related->offered;
    }
}

/* Two sections of one record must not be called the same. */
static void
test_labels (gconstpointer data)
{
  g_autoptr (GArray) list = hn_related_list (data);
  g_autoptr (GHashTable) english = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) vietnamese = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      const HnRelated *related = &g_array_index (list, HnRelated, i);
      gboolean own = related->field->reverse.en != NULL;
      const HnLabel label = own ? related->field->reverse : related->kind->plural;

      g_assert_nonnull (label.vi);
      g_assert_cmpstr (hn_related_get_label (related), ==, label.en);
      if (!g_hash_table_add (english, (gpointer) label.en) || !g_hash_table_add (vietnamese, (gpointer) label.vi))
        g_error ("Two sections beside %s are called “%s”, “%s”", ((const HnKind *) data)->name, label.en, label.vi);
    }
}

static void
test_organization (void)
{
  g_autoptr (GArray) list = hn_related_list (hn_kind_lookup ("organization"));
  const HnRelated *first = &g_array_index (list, HnRelated, 0);
  gboolean co_hosted = FALSE;

  g_assert_cmpstr (first->kind->name, ==, "organization");
  g_assert_cmpstr (first->field->name, ==, "parent");
  g_assert_true (first->offered);
  for (guint i = 0; i < list->len; i++)
    {
      const HnRelated *related = &g_array_index (list, HnRelated, i);

      if (g_str_equal (related->field->name, "co_hosts"))
        {
          co_hosted = TRUE;
          g_assert_false (related->offered);
        }
      /* Attachments may hang on anything; they are shown in a way of their own. */
      g_assert_cmpstr (related->kind->name, !=, "attachment");
    }
  g_assert_true (co_hosted);
}

static void
test_view (void)
{
  g_autoptr (GArray) list = hn_related_list (hn_kind_lookup ("overseas_contact"));
  const HnRelated *first = &g_array_index (list, HnRelated, 0);

  g_assert_cmpstr (first->kind->name, ==, "contact_log");
  g_assert_cmpuint (list->len, >, 3);
}

static void
test_value (void)
{
  g_autoptr (HnRecord) country = hn_record_new (hn_kind_lookup ("country"));
  g_autoptr (HnRecord) person = hn_record_new (hn_kind_lookup ("person"));
  g_autofree char *code = NULL, *id = NULL;

  hn_record_set_text (country, "code", "LA");
  hn_record_set_id (country, 7);
  hn_record_set_id (person, G_MAXINT64);
  code = hn_related_get_value (country);
  id = hn_related_get_value (person);
  g_assert_cmpstr (code, ==, "LA");
  g_assert_cmpstr (id, ==, "9223372036854775807");
}

int
main (int argc, char *argv[])
{
  const HnKind *const *kinds;
  guint n_kinds;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/related/organization", test_organization);
  g_test_add_func ("/related/view", test_view);
  g_test_add_func ("/related/value", test_value);

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *table = g_strdup_printf ("/related/%s/table", kinds[i]->name);
      g_autofree char *labels = g_strdup_printf ("/related/%s/labels", kinds[i]->name);

      g_test_add_data_func (table, kinds[i], test_kind);
      g_test_add_data_func (labels, kinds[i], test_labels);
    }

  return g_test_run ();
}
