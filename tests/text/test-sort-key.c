/* The order of Vietnamese text and names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-fold.h"
#include "hn-sort-key.h"
#include "reference.h"

typedef struct
{
  GBytes     *key;
  const char *text;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_bytes_unref (entry->key);
}

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return g_bytes_compare (((const Entry *) a)->key, ((const Entry *) b)->key);
}

/* Each of @texts stands before the next one. */
static void
assert_order (const char *const *texts,
              gboolean           names)
{
  for (gsize i = 0; texts[i] != NULL && texts[i + 1] != NULL; i++)
    {
      g_autoptr (GBytes) first = names ? hn_sort_key_name (texts[i], NULL) : hn_sort_key_text (texts[i]);
      g_autoptr (GBytes) second = names ? hn_sort_key_name (texts[i + 1], NULL) : hn_sort_key_text (texts[i + 1]);

      g_test_message ("“%s”, “%s”", texts[i], texts[i + 1]);
      g_assert_cmpint (g_bytes_compare (first, second), <, 0);
      g_assert_cmpint (g_bytes_compare (second, first), >, 0);
      if (!names)
        g_assert_cmpint (hn_collate (texts[i], texts[i + 1]), <, 0);
    }
}

static void
test_name_table (void)
{
  g_autoptr (GPtrArray) rows =
    reference_read ("name-sort.csv", "expected_rank,full_name,family,middle,given,search_fold");
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[(i * 17 + 5) % rows->len];
      g_autofree char *folded = hn_text_fold (row[1]);
      Entry entry = { hn_sort_key_name (row[1], NULL), row[1] };

      g_assert_cmpstr (folded, ==, row[5]);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      g_assert_cmpint (g_ascii_strtoll (row[0], NULL, 10), ==, i + 1);
      g_assert_cmpstr (g_array_index (entries, Entry, i).text, ==, row[1]);
    }
}

/* The ranks of letters and tones are those of the table, neighbour by neighbour. */
static void
test_letter_table (void)
{
  g_autoptr (GPtrArray) rows = reference_read ("collation.csv", "kind,rank,value,codepoint,note");
  g_autofree char *last_letter = NULL;
  g_autofree char *last_tone = NULL;
  guint letters = 0, tones = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = rows->pdata[i];

      if (g_str_equal (row[0], "letter"))
        {
          /* Tones and what follows count less than letters do. */
          g_autofree char *later = g_strconcat (row[2], "a", NULL);
          g_autofree char *earlier = g_strconcat (last_letter != NULL ? last_letter : "1", "z\u0323", NULL);

          g_assert_cmpint (hn_collate (earlier, later), <, 0);
          g_set_str (&last_letter, row[2]);
          letters++;
        }
      else
        {
          gunichar accent = (gunichar) g_ascii_strtoull (*row[3] != '\0' ? row[3] + 2 : "0", NULL, 16);
          g_autoptr (GString) syllable = g_string_new ("a");

          if (accent != 0)
            g_string_append_unichar (syllable, accent);
          if (last_tone != NULL)
            g_assert_cmpint (hn_collate (last_tone, syllable->str), <, 0);
          g_set_str (&last_tone, syllable->str);
          tones++;
        }
    }
  g_assert_cmpuint (letters, ==, 33);
  g_assert_cmpuint (tones, ==, 6);
}

static void
test_names (void)
{
  static const char *const order[] = {
    "", "An", "Chu An", "Đỗ An", "Nguyễn Bá An", "Nguyễn Thị An", "Nguyễn Thị Kim An", "Lê Án", "Lê Bảo Anh",
    "Hoàng Tá Anh", "Nguyễn Ánh", "Lê Bảo Ánh", "H'Hen Ba", "Y Hbang", "Ka Hbê", "H' Hen", NULL,
  };

  assert_order (order, TRUE);
}

static void
test_name_details (void)
{
  g_autoptr (GBytes) none = hn_sort_key_name (NULL, NULL);
  g_autoptr (GBytes) empty = hn_sort_key_name ("", "");
  g_autoptr (GBytes) plain = hn_sort_key_name ("John Smith", NULL);
  g_autoptr (GBytes) blank = hn_sort_key_name ("John Smith", "");
  g_autoptr (GBytes) ordered = hn_sort_key_name ("John Smith", "Smith John");
  g_autoptr (GBytes) other = hn_sort_key_name ("John F. Smith", "Smith John");
  g_autoptr (GBytes) before = hn_sort_key_name ("Nguyễn Thị Sinh", NULL);
  g_autoptr (GBytes) after = hn_sort_key_name ("Nguyễn Văn Sơn", NULL);
  g_autoptr (GBytes) bare = hn_sort_key_name ("Nguyễn Văn An", NULL);
  g_autoptr (GBytes) nicknamed = hn_sort_key_name ("Nguyễn Văn An (Xuân)", NULL);
  g_autoptr (GBytes) next = hn_sort_key_name ("Phạm Văn An", NULL);

  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_true (g_bytes_equal (plain, blank));
  g_assert_cmpint (g_bytes_compare (before, ordered), <, 0);
  g_assert_cmpint (g_bytes_compare (ordered, after), <, 0);
  g_assert_false (g_bytes_equal (ordered, other));
  g_assert_cmpint (g_bytes_compare (bare, nicknamed), <, 0);
  g_assert_cmpint (g_bytes_compare (nicknamed, next), <, 0);
}

/* The keys are stored a million times. */
static void
test_name_size (void)
{
  g_autoptr (GBytes) key = hn_sort_key_name ("Nguyễn Thị Kim Ngân", NULL);

  g_assert_cmpuint (g_bytes_get_size (key), <=, 24);
}

static void
test_texts (void)
{
  static const char *const order[] = {
    "", "2", "10", "1000", "99999999999999999999999999999999", "100000000000000000000000000000000", "A", "Chi hội",
    "Chi hội 2", "Chi hội 3 a", "Chi hội 10", "Chi hội a", "Dung", "đi", "Hội A", "Hội Á", "Hội B", "hội C", "Hội Đ",
    "Lê A", "Lê Á", "Lê B", "Lế A", "Lệ A", "Muller", "Müllers", "Ngan", "Ngân", "Ngo", "Việt Nam", "Việt – Séc",
    "Việt-Trung", "Việt Trungs", "zz", "Ελλάδα", "Москва", "日本", NULL,
  };

  assert_order (order, FALSE);
  g_assert_cmpint (hn_collate (NULL, ""), ==, 0);
  g_assert_cmpint (hn_collate (NULL, "a"), <, 0);
}

/* What no reader calls a difference decides last, and always in the same way. */
static void
test_last_level (void)
{
  static const char *const alike[][2] = {
    { "hòa a", "hoà b" },      { "hoà a", "hòa b" },           { "LÊ a", "lê b" },   { "lê a", "LÊ b" },
    { "Việt-Nam a", "Việt Nam b" }, { "Việt Nam a", "Việt – Nam b" }, { "007 a", "7 b" },   { "7 a", "007 b" },
    { "“Lê” a", "Lê b" },      { "Müller a", "Muller b" },     { "K'Brêu a", "Kbrêu b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    g_assert_cmpint (hn_collate (alike[i][0], alike[i][1]), <, 0);
  g_assert_cmpint (hn_collate ("Hòa", "Hoà"), !=, 0);
  g_assert_cmpint (hn_collate ("Hòa", "Hoà"), ==, -hn_collate ("Hoà", "Hòa"));
  g_assert_cmpint (hn_collate ("Hòa", "hòa"), <, 0);
  g_assert_cmpint (hn_collate ("Hòa", "Hòa"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/sort-key/name-table", test_name_table);
  g_test_add_func ("/text/sort-key/letter-table", test_letter_table);
  g_test_add_func ("/text/sort-key/names", test_names);
  g_test_add_func ("/text/sort-key/name-details", test_name_details);
  g_test_add_func ("/text/sort-key/name-size", test_name_size);
  g_test_add_func ("/text/sort-key/texts", test_texts);
  g_test_add_func ("/text/sort-key/last-level", test_last_level);
  return g_test_run ();
}
