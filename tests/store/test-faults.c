/* Every write to the disk fails in its turn: what a save leaves behind is all of it or nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "hn-test-register.h"
#include "hn-test-vfs.h"

/* More calls than any of the deeds below makes. */
#define MAX_CALLS 4000

/* One thing that is done to a register. */
typedef gboolean (*Deed) (HnRegister  *reg,
                          GError     **error);

static gboolean
save (HnRegister  *reg,
      GError     **error)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("organization"));

  hn_record_set_text (record, "name", "Hội hữu nghị Việt Nam – Nhật Bản");
  hn_record_set_text (record, "kind", "bilateral");
  hn_record_set_text (record, "countries", "JP");

  return hn_register_save (reg, record, error);
}

static gboolean
save_batch (HnRegister  *reg,
            GError     **error)
{
  if (!hn_register_begin (reg, HN_BATCH_RECORDED, "Nhiều", error))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (!save (reg, error))
        {
          hn_register_rollback (reg);
          return FALSE;
        }
    }

  return hn_register_commit (reg, error);
}

static gboolean
undo (HnRegister  *reg,
      GError     **error)
{
  return hn_register_undo (reg, NULL, error);
}

static gboolean
delete_clear (HnRegister  *reg,
              GError     **error)
{
  HnListing listing = { .kind = hn_kind_lookup ("country"), .where = (const char *const[]) { "code=CZ", NULL } };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, error);

  return ids != NULL && ids->len == 1
         && hn_register_delete (reg, listing.kind, g_array_index (ids, gint64, 0), HN_DELETE_CLEAR, 0, error);
}

/* A change is in the log if, and only if, it is in the register. */
static void
check_after (const char *path,
             const char *before,
             gint64      last,
             gboolean    done)
{
  g_autoptr (HnRegister) reg = hn_test_open (path);
  g_autofree char *after = hn_test_dump (reg);
  gboolean same = g_str_equal (before, after);

  hn_test_assert_fine (reg);
  g_assert_cmpint (same, ==, hn_register_last_change (reg) == last);
  if (done)
    g_assert_false (same);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

static void
test_deed (gconstpointer data)
{
  Deed deed = *(const Deed *) data;
  g_autofree char *path = hn_test_path ("register.hng");
  g_autofree char *before = NULL;
  HnRegister *reg = hn_test_create (path);
  gint64 last;
  guint call;

  hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Séc", "kind", "bilateral", "countries", "CZ",
               NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn An", "country", "CZ", NULL);
  before = hn_test_dump (reg);
  last = hn_register_last_change (reg);
  g_object_unref (reg);

  for (call = 1; call < MAX_CALLS; call++)
    {
      g_autofree char *copy = hn_test_path ("copy.hng");
      g_autoptr (GError) error = NULL;
      gboolean done;

      copy_file (path, copy);
      reg = hn_test_open (copy);
      hn_test_vfs_fail_at (call);
      done = deed (reg, &error);
      g_assert_cmpint (done, ==, error == NULL);
      if (error != NULL)
        g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED);
      g_object_unref (reg);
      if (!hn_test_vfs_failed ())
        break;

      hn_test_vfs_fail_at (0);
      check_after (copy, before, last, done);
      g_unlink (copy);
    }

  hn_test_vfs_fail_at (0);
  g_test_message ("%u calls", call);
  g_assert_cmpuint (call, >, 5);
  g_assert_cmpuint (call, <, MAX_CALLS);
}

int
main (int    argc,
      char **argv)
{
  static const Deed deeds[] = { save, save_batch, undo, delete_clear };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  hn_test_vfs_install ();
  g_test_add_data_func ("/faults/save", &deeds[0], test_deed);
  g_test_add_data_func ("/faults/batch", &deeds[1], test_deed);
  g_test_add_data_func ("/faults/undo", &deeds[2], test_deed);
  g_test_add_data_func ("/faults/delete", &deeds[3], test_deed);

  return g_test_run ();
}
