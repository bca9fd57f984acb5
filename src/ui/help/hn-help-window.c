/* The guide: its topics at the side, a page of it beside them.
 *
 * A window of its own, so that what it says can be read while it is done. What is chosen at the side begins anew; a
 * link leads on, and back.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-help-window.h"

#include <glib/gi18n-lib.h>

#include "hn-help-row.h"
#include "hn-kind.h"

struct _HnHelpWindow
{
  AdwWindow parent_instance;

  HnHelpBook *book;

  AdwNavigationSplitView *split;
  GtkEditable *entry;
  GtkStack *faces;
  GtkListBox *topics;
  GtkListBox *found;
  AdwNavigationPage *content_page;
  AdwNavigationView *leaves;
};

G_DEFINE_FINAL_TYPE (HnHelpWindow, hn_help_window, ADW_TYPE_WINDOW)

/* --- the page that is read ----------------------------------------------- */

static gboolean
shows (GtkListBoxRow    *row,
       const HnHelpPage *page)
{
  return hn_help_row_get_page (HN_HELP_ROW (row)) == page;
}

/* The side says where one is, however one came there. */
static void
leaf_changed_cb (HnHelpWindow *self)
{
  HnHelpLeaf *leaf = hn_help_window_get_leaf (self);
  const HnHelpPage *page = leaf != NULL ? hn_help_leaf_get_page (leaf) : NULL;
  GtkListBoxRow *row;

  if (page == NULL)
    return;

  adw_navigation_page_set_title (self->content_page, page->title);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
    if (shows (row, page))
      gtk_list_box_select_row (self->topics, row);
}

static AdwNavigationPage *
create_leaf (HnHelpWindow *self,
             const char   *target)
{
  const HnHelpPage *page = hn_help_book_get_page (self->book, target);
  g_autofree char *section = hn_help_target_section (target);

  if (page == NULL)
    page = hn_help_book_get_page (self->book, HN_HELP_INDEX);

  return hn_help_leaf_new (self->book, page, section);
}

/* What is chosen at the side has nothing before it to go back to. */
static void
begin_with (HnHelpWindow *self,
            const char   *target)
{
  AdwNavigationPage *leaf = create_leaf (self, target);

  adw_navigation_view_replace (self->leaves, &leaf, 1);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
row_activated_cb (HnHelpWindow *self,
                  HnHelpRow    *row)
{
  begin_with (self, hn_help_row_get_page (row)->id);
}

/* --- topics -------------------------------------------------------------- */

/* (nullable): the section of the index that a page belongs to */
static const HnHelpBlock *
find_section (HnHelpBook       *book,
              const HnHelpPage *page)
{
  const HnHelpPage *index = hn_help_book_get_page (book, HN_HELP_INDEX);
  g_autofree char *id = page->guides->len > 0 ? hn_help_target_section (page->guides->pdata[0]) : NULL;

  for (guint i = 0; i < index->body->children->len; i++)
    {
      const HnHelpBlock *section = index->body->children->pdata[i];

      if (id != NULL && g_strcmp0 (section->id, id) == 0)
        return section;
    }

  return NULL;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  HnHelpBook *book = user_data;
  const HnHelpBlock *section = find_section (book, hn_help_row_get_page (HN_HELP_ROW (row)));
  g_autofree char *title = section != NULL ? hn_help_spans_text (section->title) : NULL;
  GtkWidget *label;

  gtk_list_box_row_set_header (row, NULL);
  if (section == NULL
      || (before != NULL && find_section (book, hn_help_row_get_page (HN_HELP_ROW (before))) == section))
    return;

  label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                        "margin-top", 12, "margin-bottom", 3, "margin-start", 12, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_row_set_header (row, label);
}

static void
add_section_topics (HnHelpWindow *self,
                    const char   *section)
{
  g_autoptr (GPtrArray) topics = hn_help_book_list_topics (self->book, HN_HELP_INDEX, section);

  for (guint i = 0; i < topics->len; i++)
    gtk_list_box_append (self->topics, hn_help_row_new (topics->pdata[i], NULL));
}

static void
fill_topics (HnHelpWindow *self)
{
  const HnHelpPage *index = hn_help_book_get_page (self->book, HN_HELP_INDEX);

  gtk_list_box_append (self->topics, hn_help_row_new (index, NULL));
  for (guint i = 0; i < index->body->children->len; i++)
    {
      const HnHelpBlock *section = index->body->children->pdata[i];

      if (section->type == HN_HELP_SECTION)
        add_section_topics (self, section->id);
    }
}

/* --- searching ----------------------------------------------------------- */

static void
show_found (HnHelpWindow *self,
            GArray       *hits)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u page found", "%u pages found", hits->len), hits->len);

  gtk_list_box_remove_all (self->found);
  for (guint i = 0; i < hits->len; i++)
    {
      const HnHelpHit *hit = &g_array_index (hits, HnHelpHit, i);

      gtk_list_box_append (self->found, hn_help_row_new (hit->page, hit->words));
    }
  gtk_stack_set_visible_child_name (self->faces, hits->len > 0 ? "found" : "nothing");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (HnHelpWindow *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GArray) hits = hn_help_book_search (self->book, text);

  if (*text == '\0')
    gtk_stack_set_visible_child_name (self->faces, "topics");
  else
    show_found (self, hits);
}

static void
search_activate_cb (HnHelpWindow *self)
{
  GtkListBoxRow *row;

  /* What was typed last may not have been searched for yet. */
  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->found, 0);
  if (row != NULL && *gtk_editable_get_text (self->entry) != '\0')
    row_activated_cb (self, HN_HELP_ROW (row));
}

/* From what is typed to what is found. */
static gboolean
key_pressed_cb (HnHelpWindow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->faces), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (HnHelpWindow *self)
{
  gtk_editable_set_text (self->entry, "");
}

/* --- actions ------------------------------------------------------------- */

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnHelpWindow *self = HN_HELP_WINDOW (widget);
  const char *target = g_variant_get_string (parameter, NULL);
  HnHelpLeaf *leaf = hn_help_window_get_leaf (self);
  g_autofree char *section = hn_help_target_section (target);

  if (leaf != NULL && hn_help_book_get_page (self->book, target) == hn_help_leaf_get_page (leaf))
    hn_help_leaf_show_section (leaf, section);
  else
    adw_navigation_view_push (self->leaves, create_leaf (self, target));
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  HnHelpWindow *self = HN_HELP_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_help_window_dispose (GObject *object)
{
  HnHelpWindow *self = HN_HELP_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_HELP_WINDOW);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (hn_help_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, split);
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, faces);
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, topics);
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, found);
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, HnHelpWindow, leaves);
  gtk_widget_class_bind_template_callback (widget_class, leaf_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
hn_help_window_class_init (HnHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_help_window_dispose;

  gtk_widget_class_install_action (widget_class, "help.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "help.show", "s", HN_HELP_INDEX);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  bind_template (widget_class);
}

static void
hn_help_window_init (HnHelpWindow *self)
{
  const HnLabel language = { "C", "vi" };
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->book = hn_help_book_new (hn_label_get (language));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_list_box_set_header_func (self->topics, update_header, g_object_ref (self->book), g_object_unref);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->topics));
  fill_topics (self);
}

/**
 * hn_help_window_new:
 *
 * The guide in the language of the program, with no page open yet.
 */
GtkWidget *
hn_help_window_new (void)
{
  return g_object_new (HN_TYPE_HELP_WINDOW, NULL);
}

/**
 * hn_help_window_show:
 * @target: "page" or "page#section"; "" is the first page, as is one that is not there
 */
void
hn_help_window_show (HnHelpWindow *self,
                     const char   *target)
{
  g_return_if_fail (HN_IS_HELP_WINDOW (self));
  g_return_if_fail (target != NULL);

  begin_with (self, target);
}

/**
 * hn_help_window_get_leaf:
 *
 * Returns: (transfer none) (nullable): the page that is read
 */
HnHelpLeaf *
hn_help_window_get_leaf (HnHelpWindow *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (HN_IS_HELP_WINDOW (self), NULL);

  page = adw_navigation_view_get_visible_page (self->leaves);

  return page != NULL ? HN_HELP_LEAF (page) : NULL;
}

/* --- the one of an application ------------------------------------------- */

/* (nullable) */
static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *window = gtk_application_get_windows (application); window != NULL; window = window->next)
    if (HN_IS_HELP_WINDOW (window->data))
      return window->data;

  return NULL;
}

/**
 * hn_help_window_present:
 * @target: "page" or "page#section"; "" is the first page, or the one that is read already
 *
 * Shows a page of the guide; there is one window of it.
 */
void
hn_help_window_present (GtkApplication *application,
                        const char     *target)
{
  GtkWindow *window;

  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_return_if_fail (target != NULL);

  window = find_window (application);
  if (window == NULL)
    {
      window = GTK_WINDOW (hn_help_window_new ());
      gtk_window_set_application (window, application);
      hn_help_window_show (HN_HELP_WINDOW (window), target);
    }
  else if (*target != '\0')
    {
      hn_help_window_show (HN_HELP_WINDOW (window), target);
    }
  gtk_window_present (window);
}

/**
 * hn_help_window_renew:
 *
 * The language has changed: where the guide is open, the same page is shown in the other one.
 */
void
hn_help_window_renew (GtkApplication *application)
{
  GtkWindow *window;
  HnHelpLeaf *leaf;
  g_autofree char *target = NULL;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  window = find_window (application);
  if (window == NULL)
    return;
  leaf = hn_help_window_get_leaf (HN_HELP_WINDOW (window));
  target = g_strdup (leaf != NULL ? hn_help_leaf_get_page (leaf)->id : "");
  gtk_window_destroy (window);
  hn_help_window_present (application, target);
}
