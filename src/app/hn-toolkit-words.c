/* The words of the toolkit where it has none in Vietnamese. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>

#include "hn-toolkit-words.h"

/* The toolkit's catalogue, and a word that is in it as soon as it is more than begun. */
#define DOMAIN "libadwaita"
#define A_WORD "Back"

/**
 * hn_toolkit_words_bind:
 *
 * Libadwaita says “Back” and “Credits” itself, and tells a screen reader that a toast has appeared; of these it has
 * none in Vietnamese. Where it does not say them in the person's language, it finds them in a catalogue of the
 * program's (po/libadwaita), which has only Vietnamese. To be called after libadwaita was made ready, which names its
 * own.
 */
void
hn_toolkit_words_bind (void)
{
  const char *unbuilt = g_getenv ("HN_LOCALEDIR");
  g_autofree char *folder = unbuilt != NULL ? g_build_filename (unbuilt, DOMAIN, NULL)
                                            : g_build_filename (HN_LOCALEDIR, "..", GETTEXT_PACKAGE, "locale", NULL);

  if (g_str_equal (dgettext (DOMAIN, A_WORD), A_WORD))
    bindtextdomain (DOMAIN, folder);
}
