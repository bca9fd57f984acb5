/* Names of files, as they come and as they may go. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-name.h"

#include <string.h>

#include "hn-clean.h"

/* File systems take 255 bytes; some of them are left for " (2)". */
#define MAX_BYTES 200

/* Longer than this, what follows the last point is no extension. */
#define MAX_EXTENSION 12

/* What a name ends in, with its point; empty where it has none. */
static const char *
find_extension (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL && point != name && strlen (point) <= MAX_EXTENSION ? point : name + strlen (name);
}

/* The middle goes, so that the extension still says what the file is. */
static char *
cut (const char *name)
{
  const char *extension = find_extension (name);
  gsize room = MAX_BYTES - strlen (extension);
  const char *end;
  g_autofree char *stem = NULL;

  if (strlen (name) <= MAX_BYTES)
    return g_strdup (name);

  end = g_utf8_find_prev_char (name, name + room + 1);
  stem = g_strndup (name, (gsize) (end - name));

  return g_strconcat (g_strchomp (stem), extension, NULL);
}

/**
 * hn_attachment_name_clean:
 * @name: what a file is called, in any encoding
 *
 * Returns: (transfer full): the name as it is kept: in one normal form, without folders and invisible characters, of a
 *   bounded length; empty where nothing is left of it
 */
char *
hn_attachment_name_clean (const char *name)
{
  g_autofree char *clean = NULL;
  const char *slash;

  g_return_val_if_fail (name != NULL, NULL);

  clean = hn_text_clean (name, HN_CLEAN_LINE);
  slash = strrchr (clean, '/');

  return cut (slash != NULL ? slash + 1 : clean);
}

/**
 * hn_attachment_name_for_file:
 * @name: what an attachment is called
 *
 * A register may come from elsewhere: the name must lead into no other folder, hide no file, and be possible on the
 * memory sticks that go from office to office, which are formatted by Windows.
 *
 * Returns: (transfer full): a name for a file
 */
char *
hn_attachment_name_for_file (const char *name)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  clean = hn_text_clean (name, HN_CLEAN_LINE);
  g_strdelimit (clean, "/\\:*?\"<>|", '_');
  for (char *at = clean; *at == '.'; at++)
    *at = '_';
  if (*clean == '\0')
    return g_strdup ("_");

  return cut (clean);
}
