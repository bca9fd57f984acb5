/* The history page and the attachments of a record: made, filled, filtered, and gone without a trace. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hn-attachment-dialog.h"
#include "hn-attachment-files.h"
#include "hn-attachment-tile.h"
#include "hn-attachments.h"
#include "hn-history-page.h"
#include "hn-history-row.h"
#include "hn-thumbnail.h"
#include "hn-ui.h"
#include "model-fixture.h"

static void
iterate_until (gboolean (*check) (gpointer data),
               gpointer   data)
{
  while (!check (data))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* A widget that waits for an answer of the store goes when that is there. */
static void
destroy_window (GtkWidget *window)
{
  gpointer pointer = window;

  g_object_add_weak_pointer (G_OBJECT (window), &pointer);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate_until (is_gone, &pointer);
}

static GtkWidget *
show (GtkWidget *child,
      int        width)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* (nullable): the first widget of a type below, in the order in which they are drawn, that is mapped */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What is looked for: a widget of a type, there or not. */
typedef struct
{
  GtkWidget *root;
  GType type;
  gboolean there;
} Wanted;

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;

  return (find (wanted->root, wanted->type) != NULL) == wanted->there;
}

static GtkWidget *
wait_for (GtkWidget *root,
          GType      type)
{
  Wanted wanted = { root, type, TRUE };

  iterate_until (is_as_wanted, &wanted);

  return find (root, type);
}

static void
wait_without (GtkWidget *root,
              GType      type)
{
  Wanted wanted = { root, type, FALSE };

  iterate_until (is_as_wanted, &wanted);
}

/* --- history ------------------------------------------------------------- */

static gint64
save_campaign (ModelFixture *fixture,
               const char   *name)
{
  g_autoptr (HnRecord) record = model_fixture_campaign (name);

  return model_fixture_save (fixture, record);
}

/* Nothing was changed, then something is, and a search that nothing answers. */
static void
test_history (ModelFixture  *fixture,
              gconstpointer  data)
{
  AdwNavigationPage *page = hn_history_page_new (fixture->context, NULL, 0);
  GtkWidget *window = show (GTK_WIDGET (page), 800);

  wait_for (window, ADW_TYPE_STATUS_PAGE);
  g_assert_null (find (window, HN_TYPE_HISTORY_ROW));
  save_campaign (fixture, "Đợt mới");
  wait_for (window, HN_TYPE_HISTORY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (find (window, GTK_TYPE_SEARCH_ENTRY)), "không có gì");
  wait_without (window, HN_TYPE_HISTORY_ROW);
  g_assert_nonnull (find (window, ADW_TYPE_STATUS_PAGE));
  gtk_editable_set_text (GTK_EDITABLE (find (window, GTK_TYPE_SEARCH_ENTRY)), "moi");
  wait_for (window, HN_TYPE_HISTORY_ROW);
  destroy_window (window);
}

static void
test_history_of_record (ModelFixture  *fixture,
                        gconstpointer  data)
{
  gint64 id = save_campaign (fixture, "Đợt mới");
  AdwNavigationPage *page = hn_history_page_new (fixture->context, fixture->kind, id);
  GtkWidget *window = show (GTK_WIDGET (page), 360);

  wait_for (window, HN_TYPE_HISTORY_ROW);
  g_assert_null (find (window, GTK_TYPE_DROP_DOWN));
  destroy_window (window);
}

static gboolean
is_undone (gpointer stack)
{
  return g_str_equal (gtk_stack_get_visible_child_name (stack), "undone");
}

/* Pressing what takes a change back does so, and says it. */
static void
test_take_back (ModelFixture  *fixture,
                gconstpointer  data)
{
  GtkWidget *window;
  HnListing listing = { .kind = fixture->kind, .search = "Đợt mới" };
  GtkWidget *row, *state;

  save_campaign (fixture, "Đợt mới");
  window = show (GTK_WIDGET (hn_history_page_new (fixture->context, NULL, 0)), 800);
  row = wait_for (window, HN_TYPE_HISTORY_ROW);
  state = find (row, GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (state)), ==, "take-back");
  g_signal_emit_by_name (gtk_stack_get_visible_child (GTK_STACK (state)), "clicked");
  iterate_until (is_undone, state);
  g_assert_cmpint (hn_register_count (hn_context_get_reader (fixture->context), &listing, NULL), ==, 0);
  destroy_window (window);
}

/* A page that goes while its first answer is on the way. */
static void
test_history_gone (ModelFixture  *fixture,
                   gconstpointer  data)
{
  for (int i = 0; i < 10; i++)
    {
      GObject *page = g_object_ref_sink (G_OBJECT (hn_history_page_new (fixture->context, NULL, 0)));

      g_assert_finalize_object (page);
    }
}

/* --- attachments --------------------------------------------------------- */

/* A picture of so many pixels, as a file. */
static GBytes *
make_picture (int width,
              int height)
{
  gsize stride = (gsize) width * 3;
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (stride * (gsize) height), stride * (gsize) height);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, pixels, stride);

  return gdk_texture_save_to_png_bytes (texture);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_there (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static GdkTexture *
make_thumbnail (GBytes  *content,
                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hn_thumbnail_make_async (content, 200, NULL, result_cb, &result);
  iterate_until (is_there, &result);

  return hn_thumbnail_make_finish (result, error);
}

static void
test_thumbnail (void)
{
  g_autoptr (GBytes) wide = make_picture (1000, 500);
  g_autoptr (GBytes) tiny = make_picture (10, 20);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (wide, 0, 20);
  g_autoptr (GBytes) words = g_bytes_new_static ("không phải ảnh", 14);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) small = make_thumbnail (wide, &error);
  g_autoptr (GdkTexture) same = make_thumbnail (tiny, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (small), ==, 200);
  g_assert_cmpint (gdk_texture_get_height (small), ==, 100);
  g_assert_cmpint (gdk_texture_get_width (same), ==, 10);

  g_assert_null (make_thumbnail (cut, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (make_thumbnail (words, &error));
  g_assert_nonnull (error);
}

static void
attach (ModelFixture *fixture,
        gint64        id,
        const char   *name,
        GBytes       *content)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *refusals = NULL;
  gint64 change;

  hn_attachment_add_bytes_async (fixture->store, fixture->kind, id, name, content, result_cb, &result);
  iterate_until (is_there, &result);
  hn_attachment_add_finish (fixture->store, result, &change, &title, &refusals, &error);
  g_assert_no_error (error);
}

static gboolean
has_picture (gpointer data)
{
  GtkWidget *picture = find (data, GTK_TYPE_PICTURE);

  return picture != NULL && gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

/* A tile comes with the attachment, gets its thumbnail, and goes with it. */
static void
test_attachments (ModelFixture  *fixture,
                  gconstpointer  data)
{
  gint64 id = save_campaign (fixture, "Có ảnh");
  g_autoptr (GBytes) picture = make_picture (400, 300);
  GtkWidget *attachments = hn_attachments_new (fixture->context);
  GtkWidget *window = show (attachments, 400);
  GtkWidget *tile;

  hn_attachments_set_record (HN_ATTACHMENTS (attachments), fixture->kind, id);
  g_assert_null (find (window, HN_TYPE_ATTACHMENT_TILE));
  attach (fixture, id, "ảnh.png", picture);
  tile = wait_for (window, HN_TYPE_ATTACHMENT_TILE);
  iterate_until (has_picture, tile);

  /* Back again it is there at once. */
  hn_attachments_set_record (HN_ATTACHMENTS (attachments), NULL, 0);
  g_assert_null (find (window, HN_TYPE_ATTACHMENT_TILE));
  hn_attachments_set_record (HN_ATTACHMENTS (attachments), fixture->kind, id);
  tile = wait_for (window, HN_TYPE_ATTACHMENT_TILE);
  g_assert_true (has_picture (tile));

  gtk_widget_activate_action (tile, "attachment.delete", NULL);
  wait_without (window, HN_TYPE_ATTACHMENT_TILE);
  destroy_window (window);
}

/* Gone while a thumbnail is being made. */
static void
test_attachments_gone (ModelFixture  *fixture,
                       gconstpointer  data)
{
  gint64 id = save_campaign (fixture, "Có ảnh");
  g_autoptr (GBytes) picture = make_picture (2000, 1500);
  GtkWidget *attachments = hn_attachments_new (fixture->context);
  GtkWidget *window = show (attachments, 400);

  attach (fixture, id, "ảnh.png", picture);
  hn_attachments_set_record (HN_ATTACHMENTS (attachments), fixture->kind, id);
  wait_for (window, HN_TYPE_ATTACHMENT_TILE);
  destroy_window (window);
}

static void
test_dialog (ModelFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("attachment"));
  g_autoptr (HnAttachment) attachment = NULL;
  AdwDialog *dialog;

  hn_record_set_text (record, "name", "ảnh.jpg");
  attachment = hn_attachment_new (record);
  dialog = g_object_ref_sink (hn_attachment_dialog_new (fixture->context, attachment));
  g_assert_true (adw_dialog_get_can_close (dialog));
  g_assert_finalize_object (dialog);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();
  g_test_add_func ("/ui/pages/thumbnail", test_thumbnail);

#define ADD(path, test)                                                                                                \
  g_test_add ("/ui/pages/" path, ModelFixture, GUINT_TO_POINTER (3), model_fixture_set_up, test,                       \
              model_fixture_tear_down)
  ADD ("history", test_history);
  ADD ("history-of-record", test_history_of_record);
  ADD ("take-back", test_take_back);
  ADD ("history-gone", test_history_gone);
  ADD ("attachments", test_attachments);
  ADD ("attachments-gone", test_attachments_gone);
  ADD ("dialog", test_dialog);
#undef ADD

  return g_test_run ();
}
