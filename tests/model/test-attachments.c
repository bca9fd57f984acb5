/* Files added to a record, listed without their contents, and brought out again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#include "hn-attachment-files.h"
#include "hn-attachment-list.h"
#include "model-fixture.h"

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"

/* --- adding -------------------------------------------------------------- */

typedef struct
{
  ModelFixture model;
  gint64 campaign;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (HnRecord) record = NULL;

  model_fixture_set_up (&fixture->model, GUINT_TO_POINTER (2));
  record = model_fixture_campaign ("Có tệp");
  fixture->campaign = model_fixture_save (&fixture->model, record);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  model_fixture_tear_down (&fixture->model, NULL);
}

typedef struct
{
  gboolean done;
  gboolean good;
  gint64 change;
  char *title;
  char *refusals;
  GError *error;
} Added;

static void
added_clear (Added *added)
{
  g_free (added->title);
  g_free (added->refusals);
  g_clear_error (&added->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Added, added_clear)

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Added *added = user_data;

  added->good = hn_attachment_add_finish (HN_STORE (source), result, &added->change, &added->title, &added->refusals,
                                          &added->error);
  added->done = TRUE;
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *content,
            gssize      size)
{
  char *path = g_build_filename (fixture->model.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, size, NULL));

  return path;
}

static void
add (Fixture           *fixture,
     const char *const *paths,
     GCancellable      *cancellable,
     Added             *added)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  hn_attachment_add_async (fixture->model.store, fixture->model.kind, fixture->campaign, files, gauge, cancellable,
                           added_cb, added);
  while (!added->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_listed (HnAttachmentList *list)
{
  while (hn_attachment_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static HnAttachmentList *
list_attachments (Fixture *fixture)
{
  HnAttachmentList *list = hn_attachment_list_new (fixture->model.store);

  hn_attachment_list_set_record (list, fixture->model.kind, fixture->campaign);
  wait_listed (list);
  g_assert_null (hn_attachment_list_get_failure (list));

  return list;
}

/* (transfer none): the list holds it */
static HnAttachment *
get_attachment (HnAttachmentList *list,
                guint             position)
{
  g_autoptr (HnAttachment) attachment = g_list_model_get_item (G_LIST_MODEL (list), position);

  return attachment;
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *picture = write_file (fixture, "ảnh.dat", PNG, sizeof PNG - 1);
  g_autoptr (HnAttachmentList) list = list_attachments (fixture);
  g_auto (Added) added = { 0 };
  HnAttachment *attachment;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  add (fixture, (const char *const[]) { picture, NULL }, NULL, &added);
  g_assert_no_error (added.error);
  g_assert_cmpint (added.change, >, 0);
  g_assert_cmpstr (added.title, ==, "ảnh.dat");
  g_assert_null (added.refusals);

  /* The list has heard of it, and knows the size without the content. */
  wait_listed (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  attachment = get_attachment (list, 0);
  g_assert_cmpstr (hn_attachment_get_name (attachment), ==, "ảnh.dat");
  g_assert_cmpstr (hn_attachment_get_media_type (attachment), ==, "image/png");
  g_assert_true (hn_attachment_is_image (attachment));
  g_assert_cmpuint (hn_attachment_get_size (attachment), ==, sizeof PNG - 1);
  g_assert_cmpstr (hn_attachment_get_caption (attachment), ==, "");
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  hn_store_undo_finish (HN_STORE (source), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Several files are one change; what cannot be kept is left out, and said. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first = write_file (fixture, "một.txt", "một", -1);
  g_autofree char *second = write_file (fixture, "hai.txt", "hai", -1);
  g_autofree char *empty = write_file (fixture, "rỗng.txt", "", 0);
  g_autofree char *gone = g_build_filename (fixture->model.folder, "mất.txt", NULL);
  g_autoptr (HnAttachmentList) list = NULL;
  g_auto (Added) added = { 0 };
  gboolean undone = FALSE;

  add (fixture, (const char *const[]) { first, empty, fixture->model.folder, gone, second, NULL }, NULL, &added);
  g_assert_no_error (added.error);
  g_assert_cmpstr (added.title, ==, "2 files");
  g_assert_nonnull (strstr (added.refusals, "“rỗng.txt” is empty"));
  g_assert_nonnull (strstr (added.refusals, "is a folder"));
  g_assert_nonnull (strstr (added.refusals, "“mất.txt” is not there any more"));

  list = list_attachments (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  hn_store_revert_async (fixture->model.store, added.change, NULL, undone_cb, &undone);
  while (!undone)
    g_main_context_iteration (NULL, TRUE);
  wait_listed (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
assert_refused (Fixture           *fixture,
                const char        *path,
                HnAttachmentError  code)
{
  g_auto (Added) added = { 0 };

  add (fixture, (const char *const[]) { path, NULL }, NULL, &added);
  g_assert_false (added.good);
  g_assert_error (added.error, HN_ATTACHMENT_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (added.error->message, "."));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *empty = write_file (fixture, "rỗng", "", 0);
  g_autofree char *secret = write_file (fixture, "kín", "x", 1);
  g_autofree char *large = write_file (fixture, "phim.mp4", "x", 1);
  g_autofree char *gone = g_build_filename (fixture->model.folder, "mất", NULL);

  assert_refused (fixture, empty, HN_ATTACHMENT_ERROR_EMPTY);
  assert_refused (fixture, gone, HN_ATTACHMENT_ERROR_GONE);
  assert_refused (fixture, fixture->model.folder, HN_ATTACHMENT_ERROR_NO_FILE);
  assert_refused (fixture, "/dev/null", HN_ATTACHMENT_ERROR_NO_FILE);
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);
  assert_refused (fixture, secret, HN_ATTACHMENT_ERROR_UNREADABLE);
  g_assert_cmpint (truncate (large, HN_ATTACHMENT_MAX_SIZE + 1), ==, 0);
  assert_refused (fixture, large, HN_ATTACHMENT_ERROR_TOO_LARGE);
}

/* Each may be kept, but not all at once. */
static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  const char *paths[6] = { NULL };
  g_autofree char *large = write_file (fixture, "lớn.bin", "x", 1);
  g_auto (Added) added = { 0 };

  g_assert_cmpint (truncate (large, HN_ATTACHMENT_MAX_SIZE), ==, 0);
  for (guint i = 0; i < 5; i++)
    paths[i] = large;
  add (fixture, paths, NULL, &added);
  g_assert_error (added.error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_TOO_LARGE);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "một.txt", "một", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnAttachmentList) list = NULL;
  g_auto (Added) added = { 0 };

  g_cancellable_cancel (cancellable);
  add (fixture, (const char *const[]) { path, NULL }, cancellable, &added);
  g_assert_error (added.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  list = list_attachments (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) content = g_bytes_new_static (PNG, sizeof PNG - 1);
  g_autoptr (HnAttachmentList) list = NULL;
  g_auto (Added) added = { 0 };

  hn_attachment_add_bytes_async (fixture->model.store, fixture->model.kind, fixture->campaign, "dán.png", content,
                                 added_cb, &added);
  while (!added.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (added.error);
  list = list_attachments (fixture);
  g_assert_cmpstr (hn_attachment_get_media_type (get_attachment (list, 0)), ==, "image/png");
}

/* --- the list ------------------------------------------------------------ */

/* Another caption makes another object; the others stay, and with them their thumbnails. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = write_file (fixture, "a.txt", "một", -1);
  g_autofree char *second = write_file (fixture, "b.txt", "hai", -1);
  g_autoptr (HnAttachment) kept = NULL;
  g_autoptr (HnRecord) record = NULL;
  HnAttachmentList *list;
  g_auto (Added) added = { 0 };

  add (fixture, (const char *const[]) { first, second, NULL }, NULL, &added);
  list = list_attachments (fixture);
  kept = g_object_ref (get_attachment (list, 0));
  record = hn_record_copy (hn_attachment_get_record (get_attachment (list, 1)));
  hn_record_set_text (record, "caption", "Lễ ký");
  model_fixture_save (&fixture->model, record);
  wait_listed (list);
  g_assert_true (get_attachment (list, 0) == kept);
  g_assert_cmpstr (hn_attachment_get_caption (get_attachment (list, 1)), ==, "Lễ ký");

  hn_attachment_list_set_record (list, NULL, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  hn_attachment_list_set_record (list, fixture->model.kind, fixture->campaign);
  g_assert_finalize_object (list);
}

/* --- out again ----------------------------------------------------------- */

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
write_out (Fixture       *fixture,
           HnAttachment  *attachment,
           const char    *path,
           GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  hn_attachment_write_async (fixture->model.store, attachment, file, NULL, result_cb, &result);
  hn_attachment_write_finish (fixture->model.store, wait_result (&result), error);
}

static void
assert_holds (const char *path,
              const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "một.txt", "một", -1);
  g_autofree char *there = write_file (fixture, "ra.txt", "cũ", -1);
  g_autofree char *nowhere = g_build_filename (fixture->model.folder, "không có", "ra.txt", NULL);
  g_autoptr (HnAttachmentList) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Added) added = { 0 };

  add (fixture, (const char *const[]) { path, NULL }, NULL, &added);
  list = list_attachments (fixture);
  write_out (fixture, get_attachment (list, 0), there, &error);
  g_assert_no_error (error);
  assert_holds (there, "một");

  write_out (fixture, get_attachment (list, 0), nowhere, &error);
  g_assert_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNWRITABLE);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* What is no file in that place is not replaced by one. */
static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "một.txt", "một", -1);
  g_autoptr (HnAttachmentList) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Added) added = { 0 };

  add (fixture, (const char *const[]) { path, NULL }, NULL, &added);
  list = list_attachments (fixture);
  write_out (fixture, get_attachment (list, 0), "/dev/full", &error);
  g_assert_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNWRITABLE);
  g_assert_false (g_file_test ("/dev/full", G_FILE_TEST_IS_REGULAR));
}

static char *
unpack (Fixture      *fixture,
        HnAttachment *attachment)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  hn_attachment_unpack_async (fixture->model.store, attachment, NULL, result_cb, &result);
  file = hn_attachment_unpack_finish (fixture->model.store, wait_result (&result), &error);
  g_assert_no_error (error);

  return g_file_get_path (file);
}

/* Unpacked twice it is two files, which nobody else can look into, and which cannot be written. */
static void
test_unpack (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "một.txt", "một", -1);
  g_autofree char *first = NULL, *second = NULL, *folder = NULL, *old = NULL;
  g_autoptr (HnAttachmentList) list = NULL;
  const struct utimbuf long_ago = { 1000, 1000 };
  g_auto (Added) added = { 0 };
  GStatBuf status;

  add (fixture, (const char *const[]) { path, NULL }, NULL, &added);
  list = list_attachments (fixture);
  first = unpack (fixture, get_attachment (list, 0));
  assert_holds (first, "một");
  g_assert_cmpint (g_stat (first, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0400);
  folder = g_path_get_dirname (first);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  /* What was unpacked long ago goes. */
  g_assert_cmpint (g_utime (first, (struct utimbuf *) &long_ago), ==, 0);
  g_assert_cmpint (g_utime (folder, (struct utimbuf *) &long_ago), ==, 0);
  second = unpack (fixture, get_attachment (list, 0));
  g_assert_cmpstr (first, !=, second);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/attachments/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("add", test_add);
  ADD ("several", test_several);
  ADD ("refused", test_refused);
  ADD ("too-many", test_too_many);
  ADD ("cancelled", test_cancelled);
  ADD ("bytes", test_bytes);
  ADD ("list", test_list);
  ADD ("write", test_write);
  ADD ("device", test_device);
  ADD ("unpack", test_unpack);
#undef ADD

  return g_test_run ();
}
