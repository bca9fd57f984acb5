/* A page of the guide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-help-leaf.h"

#include "hn-help-blocks.h"

struct _HnHelpLeaf
{
  AdwNavigationPage parent_instance;

  HnHelpBook *book;
  const HnHelpPage *page;
  GHashTable *headings; /* of GtkWidget, by the id of its section */
  GtkWidget *start;     /* what has the focus when the page is first shown */

  GtkViewport *viewport;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (HnHelpLeaf, hn_help_leaf, ADW_TYPE_NAVIGATION_PAGE)

static void
add_section_cb (const char *id,
                GtkWidget  *heading,
                gpointer    data)
{
  HnHelpLeaf *self = data;

  g_hash_table_insert (self->headings, g_strdup (id), heading);
}

/* A heading stands at the top of what is seen, and whoever listens hears it. */
static void
go_to (HnHelpLeaf *self,
       GtkWidget  *heading)
{
  gtk_widget_grab_focus (heading);
  gtk_viewport_scroll_to (self->viewport, heading, NULL);
}

/* Only the first time: whoever comes back is where she was. */
static void
hn_help_leaf_shown (AdwNavigationPage *page)
{
  HnHelpLeaf *self = HN_HELP_LEAF (page);
  GtkWidget *start = g_steal_pointer (&self->start);

  if (start != NULL)
    go_to (self, start);
}

static void
hn_help_leaf_dispose (GObject *object)
{
  HnHelpLeaf *self = HN_HELP_LEAF (object);

  self->start = NULL;
  g_clear_pointer (&self->headings, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_HELP_LEAF);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (hn_help_leaf_parent_class)->dispose (object);
}

static void
hn_help_leaf_class_init (HnHelpLeafClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_help_leaf_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hn_help_leaf_shown;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-help-leaf.ui");
  gtk_widget_class_bind_template_child (widget_class, HnHelpLeaf, viewport);
  gtk_widget_class_bind_template_child (widget_class, HnHelpLeaf, box);
}

static void
hn_help_leaf_init (HnHelpLeaf *self)
{
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_help_leaf_new:
 * @page: of @book
 * @section: (nullable): where it begins to be read
 */
AdwNavigationPage *
hn_help_leaf_new (HnHelpBook       *book,
                  const HnHelpPage *page,
                  const char       *section)
{
  HnHelpLeaf *self;

  g_return_val_if_fail (HN_IS_HELP_BOOK (book), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  self = g_object_new (HN_TYPE_HELP_LEAF, "title", page->title, NULL);
  self->book = g_object_ref (book);
  self->page = page;
  hn_help_blocks_add (self->box, book, page, add_section_cb, self);
  self->start = section != NULL ? g_hash_table_lookup (self->headings, section) : NULL;
  if (self->start == NULL)
    self->start = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * hn_help_leaf_get_page:
 *
 * Returns: (transfer none): what it shows
 */
const HnHelpPage *
hn_help_leaf_get_page (HnHelpLeaf *self)
{
  g_return_val_if_fail (HN_IS_HELP_LEAF (self), NULL);

  return self->page;
}

/**
 * hn_help_leaf_show_section:
 * @section: (nullable): of the page; its beginning where there is none
 */
void
hn_help_leaf_show_section (HnHelpLeaf *self,
                           const char *section)
{
  GtkWidget *heading;

  g_return_if_fail (HN_IS_HELP_LEAF (self));

  heading = section != NULL ? g_hash_table_lookup (self->headings, section) : NULL;
  go_to (self, heading != NULL ? heading : gtk_widget_get_first_child (GTK_WIDGET (self->box)));
}
