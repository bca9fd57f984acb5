/* What the user interface needs before its first widget. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-ui.h"

#include <gio/gio.h>

#include "hn-help-book.h"
#include "hn-ui-resources.h"

/**
 * hn_ui_init:
 *
 * Registers templates, style, icons and the guide, once. (By hand: the linker drops constructors of a static library.)
 */
void
hn_ui_init (void)
{
  static gsize begun = 0;

  if (!g_once_init_enter (&begun))
    return;

  hn_ui_register_resource ();
  hn_help_init ();
  g_once_init_leave (&begun, 1);
}
