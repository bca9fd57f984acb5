/* Files of a person and registers of the program's own, in folders that go with the test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-fixture.h"

#include <glib/gstdio.h>

#include "hn-letterhead.h"
#include "hn-register-make.h"
#include "hn-register-place.h"
#include "hn-sample.h"

void
files_set_up (FilesFixture *fixture,
              gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("hn-registers-XXXXXX", NULL);
  fixture->own = hn_register_place_folder ();
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_chmod (folder, 0700);
  g_rmdir (folder);
}

void
files_tear_down (FilesFixture *fixture,
                 gconstpointer data)
{
  remove_all (fixture->folder);
  remove_all (fixture->own);
  g_free (fixture->folder);
  g_free (fixture->own);
}

guint
files_n_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* --- waiting ------------------------------------------------------------- */

void
files_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
files_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}
char *
files_make_office (const char *name,
                   const char *office,
                   GError    **error)
{
  g_autoptr (HnRecord) profile = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (office != NULL)
    {
      profile = hn_record_new (hn_kind_lookup ("office_profile"));
      hn_record_set_text (profile, "name", office);
      hn_record_set_text (profile, "place", "Lào Cai");
    }
  hn_register_make_office_async (name, profile, NULL, files_done_cb, &result);

  return hn_register_make_finish (files_wait_for (&result), error);
}

HnFoundCopy *
files_look (const char *path,
            GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GAsyncResult) result = NULL;

  hn_restore_look_async (file, gauge, NULL, files_done_cb, &result);

  return hn_restore_look_finish (files_wait_for (&result), error);
}

char *
files_write_sample (FilesFixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "mau.huunghi", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_sample_write (path, &error);

  g_assert_no_error (error);

  return path;
}

gint64
files_count (const char *path,
             const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, &error);
  HnListing listing = { .kind = hn_kind_lookup (kind) };

  g_assert_no_error (error);

  return hn_register_count (reg, &listing, NULL);
}

char *
files_get_office (const char *path)
{
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, NULL);
  g_autoptr (HnRecord) profile = NULL;

  g_assert_true (hn_letterhead_find_profile (reg, hn_date_today (), &profile, NULL));

  return profile != NULL ? g_strdup (hn_record_get_text (profile, "name")) : NULL;
}
