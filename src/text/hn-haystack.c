/* The text that a record is found by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-haystack.h"

#include <string.h>

#include "hn-char.h"
#include "hn-letter.h"
#include "hn-phone.h"
#include "hn-query.h"

typedef struct
{
  GString *texts;
  GString *initials;
  GString *whole;
} Side;

struct _HnHaystack
{
  Side     folded;
  Side     marked;
  GString *phones;
};

static void
begin_line (GString *lines)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
}

static void
side_init (Side *side)
{
  side->texts = g_string_new (NULL);
  side->initials = g_string_new (NULL);
  side->whole = g_string_new (NULL);
}

static void
side_clear (Side *side)
{
  g_string_free (side->texts, TRUE);
  g_string_free (side->initials, TRUE);
  g_string_free (side->whole, TRUE);
}

static const char *
side_join (Side    *side,
           GString *phones)
{
  GString *parts[] = { side->texts, side->initials, phones };

  g_string_truncate (side->whole, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i]->len > 0)
      {
        begin_line (side->whole);
        g_string_append_len (side->whole, parts[i]->str, (gssize) parts[i]->len);
      }
  return side->whole->str;
}

static void
add_letters (HnHaystack     *haystack,
             const HnLetter *letters,
             gsize           n)
{
  if (n == 0)
    return;
  begin_line (haystack->folded.texts);
  hn_letters_put_base (letters, n, haystack->folded.texts);
  begin_line (haystack->marked.texts);
  hn_letters_put_whole (letters, n, haystack->marked.texts);
}

static void
add_initials (HnHaystack     *haystack,
              const HnLetter *letters,
              gsize           n)
{
  gboolean in_word = FALSE;

  begin_line (haystack->folded.initials);
  begin_line (haystack->marked.initials);
  g_string_append_c (haystack->folded.initials, HN_HAYSTACK_INITIALS);
  g_string_append_c (haystack->marked.initials, HN_HAYSTACK_INITIALS);
  for (gsize i = 0; i < n; i++)
    {
      if (letters[i].base == ' ')
        in_word = FALSE;
      else if (!in_word && hn_char_is_word (letters[i].base))
        {
          in_word = TRUE;
          hn_letters_put_base (&letters[i], 1, haystack->folded.initials);
          hn_letters_put_whole (&letters[i], 1, haystack->marked.initials);
        }
    }
}

/* Leaves words without digits and punctuation in @letters, in place. Returns how many letters those are. */
static gsize
keep_alphabetic (HnLetter *letters,
                 gsize     n)
{
  gsize kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      gboolean space = letters[i].base == ' ' && kept > 0 && letters[kept - 1].base != ' ';

      if (space || g_unichar_isalpha (letters[i].base))
        letters[kept++] = letters[i];
    }
  return kept > 0 && letters[kept - 1].base == ' ' ? kept - 1 : kept;
}

/**
 * hn_haystack_new:
 *
 * Begins the text that a record is found by. Add every field, then keep hn_haystack_folded() and
 * hn_haystack_marked() with the record: hn_query_match() needs nothing else.
 *
 * Returns: (transfer full): an empty haystack
 */
HnHaystack *
hn_haystack_new (void)
{
  HnHaystack *haystack = g_new0 (HnHaystack, 1);

  side_init (&haystack->folded);
  side_init (&haystack->marked);
  haystack->phones = g_string_new (NULL);
  return haystack;
}

/**
 * hn_haystack_free:
 * @haystack: (transfer full): a haystack
 */
void
hn_haystack_free (HnHaystack *haystack)
{
  side_clear (&haystack->folded);
  side_clear (&haystack->marked);
  g_string_free (haystack->phones, TRUE);
  g_free (haystack);
}

/**
 * hn_haystack_add:
 * @haystack: a haystack
 * @text: (nullable): a text, of one line or several
 *
 * Adds a text that is searched word by word.
 */
void
hn_haystack_add (HnHaystack *haystack,
                 const char *text)
{
  g_autofree HnLetter *letters = NULL;
  gsize n;

  g_return_if_fail (haystack != NULL);

  if (text == NULL)
    return;
  letters = hn_letters_read (text, &n);
  hn_letters_settle (letters, n);
  add_letters (haystack, letters, n);
}

/**
 * hn_haystack_add_name:
 * @haystack: a haystack
 * @name: (nullable): the name of a person or an organization
 *
 * Adds a name, which is found as any other text and by its initials as well.
 */
void
hn_haystack_add_name (HnHaystack *haystack,
                      const char *name)
{
  g_autofree HnLetter *letters = NULL;
  gsize n;

  g_return_if_fail (haystack != NULL);

  if (name == NULL)
    return;
  letters = hn_letters_read (name, &n);
  hn_letters_settle (letters, n);
  add_letters (haystack, letters, n);
  if (n > 0)
    add_initials (haystack, letters, n);
}

/**
 * hn_haystack_add_phone:
 * @haystack: a haystack
 * @phone: (nullable): a phone number, or several with anything between them but spaces, dots, dashes and
 *   parentheses
 *
 * Adds phone numbers, which are found by any run of their digits however spaced, with +84, 0084 and a leading
 * zero alike. Words beside the number ("Zalo") are found as text.
 */
void
hn_haystack_add_phone (HnHaystack *haystack,
                       const char *phone)
{
  g_autofree HnLetter *letters = NULL;
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) numbers = NULL;
  gsize n;

  g_return_if_fail (haystack != NULL);

  if (phone == NULL)
    return;
  letters = hn_letters_read (phone, &n);
  hn_letters_put_base (letters, n, folded);
  hn_letters_settle (letters, n);
  add_letters (haystack, letters, keep_alphabetic (letters, n));

  g_strcanon (folded->str, "0123456789 .+()", ';');
  numbers = g_strsplit (folded->str, ";", -1);
  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      g_autofree char *digits = hn_phone_digits (numbers[i]);

      if (*digits == '\0')
        continue;
      begin_line (haystack->phones);
      g_string_append_printf (haystack->phones, "%c%s", HN_HAYSTACK_PHONE, digits);
    }
}

/**
 * hn_haystack_folded:
 * @haystack: a haystack
 *
 * Returns: what was added, folded: valid UTF-8 in lines, "" if there was nothing; valid until @haystack is
 *   changed or freed
 */
const char *
hn_haystack_folded (HnHaystack *haystack)
{
  g_return_val_if_fail (haystack != NULL, NULL);

  return side_join (&haystack->folded, haystack->phones);
}

/**
 * hn_haystack_marked:
 * @haystack: a haystack
 *
 * Returns: what was added, with its marks, character for character beside hn_haystack_folded()
 */
const char *
hn_haystack_marked (HnHaystack *haystack)
{
  g_return_val_if_fail (haystack != NULL, NULL);

  return side_join (&haystack->marked, haystack->phones);
}
