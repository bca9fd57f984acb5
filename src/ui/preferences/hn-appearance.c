/* Light, dark, or as the system is: what the person has chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-appearance.h"

#include <adwaita.h>

static void
changed_cb (GSettings *settings)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme color_scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    color_scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    color_scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), color_scheme);
}

/**
 * hn_appearance_follow:
 * @settings: as long as they live, the program looks as they say
 *
 * To be called before the first window is made, so that none appears in the wrong colours.
 */
void
hn_appearance_follow (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (changed_cb), NULL);
  changed_cb (settings);
}
