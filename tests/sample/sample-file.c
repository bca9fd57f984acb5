/* Sample registers as they are written, and what is in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-file.h"

char *
sample_file_path (const char *name)
{
  return g_build_filename (g_get_tmp_dir (), name, NULL);
}

HnRegister *
sample_file_write (const char *name)
{
  g_autofree char *path = sample_file_path (name);
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_sample_write (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reg);
  return reg;
}

GPtrArray *
sample_file_list (HnRegister *reg,
                  const char *kind,
                  const char *condition,
                  const char *also)
{
  const char *where[] = { condition, also, NULL };
  HnListing listing = { .kind = hn_kind_lookup (kind), .where = where };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, &error);
  GPtrArray *records;

  g_assert_no_error (error);
  records = hn_register_load_many (reg, listing.kind, (gint64 *) (void *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  return records;
}
