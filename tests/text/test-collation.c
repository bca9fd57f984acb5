/* The order of single syllables against ICU's Vietnamese collation, which knows nothing of ours. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>
#include <unicode/ucol.h>

#include "hn-sort-key.h"
#include "syllables.h"

typedef struct
{
  GBytes  *key;
  char    *text;
  GBytes  *icu_key;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_bytes_unref (entry->key);
  g_bytes_unref (entry->icu_key);
  g_free (entry->text);
}

static GBytes *
make_icu_key (UCollator  *collator,
              const char *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  uint8_t key[256];
  int32_t size;

  utf16 = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  size = ucol_getSortKey (collator, (const UChar *) utf16, -1, key, sizeof key);
  g_assert_cmpint (size, <=, (int) sizeof key);
  return g_bytes_new (key, (gsize) size);
}

static gint
compare_ours (gconstpointer a,
              gconstpointer b)
{
  return g_bytes_compare (((const Entry *) a)->key, ((const Entry *) b)->key);
}

static void
add_entry (GArray     *entries,
           UCollator  *collator,
           const char *text)
{
  Entry entry = { hn_sort_key_text (text), g_strdup (text), make_icu_key (collator, text) };

  g_array_append_val (entries, entry);
}

static void
test_syllables (void)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  g_assert_true (U_SUCCESS (status));
  g_array_set_clear_func (entries, entry_clear);
  for (gsize i = 0; syllable_initials[i] != NULL; i++)
    for (gsize j = 0; syllable_rimes[j] != NULL; j++)
      for (guint tone = 0; tone < N_TONES; tone++)
        {
          g_autofree char *text = syllable_new (syllable_initials[i], syllable_rimes[j], tone);

          if (syllable_exists (syllable_initials[i], syllable_rimes[j]))
            add_entry (entries, collator, text);
        }
  for (char c = 'a'; c <= 'z'; c++)
    add_entry (entries, collator, (char[]) { c, 'x', '\0' });

  g_assert_cmpuint (entries->len, >, 20000);
  g_array_sort (entries, compare_ours);
  for (guint i = 1; i < entries->len; i++)
    {
      const Entry *first = &g_array_index (entries, Entry, i - 1), *second = &g_array_index (entries, Entry, i);

      if (g_bytes_compare (first->icu_key, second->icu_key) > 0)
        g_error ("%s stands before %s, but not by ICU", first->text, second->text);
      if (g_bytes_equal (first->key, second->key))
        g_assert_cmpstr (first->text, ==, second->text);
    }
  ucol_close (collator);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/collation/syllables", test_syllables);
  return g_test_run ();
}
