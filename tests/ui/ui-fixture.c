/* A window on a small register of an office, and waiting for what it shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

#include "hn-window.h"

static gint64
add (UiFixture *fixture, const char *kind, ...)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));
  HnRegister *reader = hn_store_get_reader (fixture->model.store);
  va_list fields;
  const char *field;

  va_start (fields, kind);
  while ((field = va_arg (fields, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      hn_register_set_input (reader, record, field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);

  return model_fixture_save (&fixture->model, record);
}

void
ui_fixture_set_up (UiFixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "shown-lists", "side-shown", "side-width" };

  model_fixture_set_up (&fixture->model, GUINT_TO_POINTER (3));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (hn_context_get_settings (fixture->model.context), keys[i]);

  fixture->organization =
    add (fixture, "organization", "name", "Hội Việt – Lào", "kind", "bilateral", "founded", "1998", NULL);
  fixture->branch =
    add (fixture, "organization", "name", "Chi hội Yên Thế", "kind", "branch", "parent", "Hội Việt – Lào", NULL);
  fixture->person = add (fixture, "person", "name", "Nguyễn Văn An", NULL);
  add (fixture, "office", "person", "Nguyễn Văn An", "organization", "Hội Việt – Lào", "title", "Chủ tịch", NULL);
}

void
ui_fixture_tear_down (UiFixture *fixture, gconstpointer data)
{
  model_fixture_tear_down (&fixture->model, data);
}

void
ui_wait (UiCheck check, gpointer data)
{
  while (!check (data))
    g_main_context_iteration (NULL, TRUE);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return *(gboolean *) data;
}

/* A window as a person has it before them: painted once. */
GtkWidget *
ui_open_window (UiFixture *fixture)
{
  GtkWidget *window = hn_window_new (NULL);
  gboolean painted = FALSE;
  gulong handler;

  hn_window_open (HN_WINDOW (window), fixture->model.path);
  gtk_window_present (GTK_WINDOW (window));
  handler = g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &painted);
  ui_wait (is_painted, &painted);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (window), handler);

  return window;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* A window that waits for an answer of its store goes when that is there. */
void
ui_close_window (GtkWidget *window)
{
  gpointer pointer = window;

  g_object_add_weak_pointer (G_OBJECT (window), &pointer);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_wait_gone (&pointer);
}

/* Returns when a weak pointer has lost what it points to. */
void
ui_wait_gone (gpointer *object)
{
  ui_wait (is_gone, object);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (text == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* (nullable): the first widget of a type that is seen below @root and says @text, if any is asked for */
GtkWidget *
ui_find (GtkWidget *root, GType type, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && says (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Sought;

static gboolean
is_said (gpointer data)
{
  Sought *sought = data;

  return ui_find (sought->root, GTK_TYPE_LABEL, sought->text) != NULL;
}

/* Returns when a label below @root says @text. */
void
ui_wait_text (GtkWidget *root, const char *text)
{
  Sought sought = { root, text };

  ui_wait (is_said, &sought);
}
