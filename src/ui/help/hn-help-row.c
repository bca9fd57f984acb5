/* A page of the guide in a list: its title, and a line of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-row.h"

struct _HnHelpRow
{
  GtkListBoxRow parent_instance;

  const HnHelpPage *page; /* of the book, which lives as long as the window */
};

G_DEFINE_FINAL_TYPE (HnHelpRow, hn_help_row, GTK_TYPE_LIST_BOX_ROW)

static void
hn_help_row_class_init (HnHelpRowClass *klass)
{
}

static void
hn_help_row_init (HnHelpRow *self)
{
}

static GtkWidget *
create_label (const char *text,
              int         lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);

  return label;
}

/**
 * hn_help_row_new:
 * @page: (transfer none): a page of a book that outlives the row
 * @words: (nullable): a line of it, or what it is about
 */
GtkWidget *
hn_help_row_new (const HnHelpPage *page,
                 const char       *words)
{
  HnHelpRow *self = g_object_new (HN_TYPE_HELP_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *line;

  g_return_val_if_fail (page != NULL, GTK_WIDGET (self));

  self->page = page;
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_label (page->title, 0));
  if (words != NULL && *words != '\0')
    {
      line = create_label (words, 2);
      gtk_widget_add_css_class (line, "caption");
      gtk_widget_add_css_class (line, "dimmed");
      gtk_box_append (GTK_BOX (box), line);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "help-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title, -1);

  return GTK_WIDGET (self);
}

/**
 * hn_help_row_get_page:
 *
 * Returns: (transfer none): the page that it leads to
 */
const HnHelpPage *
hn_help_row_get_page (HnHelpRow *self)
{
  g_return_val_if_fail (HN_IS_HELP_ROW (self), NULL);

  return self->page;
}
