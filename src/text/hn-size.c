/* The size of a file in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-size.h"

#include "hn-number.h"

/**
 * hn_size_print:
 * @bytes: how many
 *
 * In steps of 1024, as file windows in Vietnamese offices count; a comma before the one decimal, which only small
 * figures have. Never 1024 of a unit: 1 048 575 is "1 MB".
 *
 * Returns: (transfer full): "812 B", "35 KB", "1,2 MB"
 */
char *
hn_size_print (guint64 bytes)
{
  static const char *const units[] = { "B", "KB", "MB", "GB", "TB" };
  double size = (double) bytes;
  gint64 tenths;
  guint unit = 0;
  g_autofree char *number = NULL;

  while (size >= 1023.5 && unit + 1 < G_N_ELEMENTS (units))
    {
      size /= 1024;
      unit++;
    }

  tenths = (gint64) (size * 10 + 0.5);
  if (tenths >= 100 || unit == 0)
    tenths = (gint64) (size + 0.5) * 10;
  number = hn_number_print (tenths, 1);

  return g_strdup_printf ("%s %s", number, units[unit]);
}
