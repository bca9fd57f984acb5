/* A line of a page of the guide: a paragraph or a heading that the keyboard can stand on.
 *
 * A plain label cannot have the focus, and what has none is not read out to somebody who goes through a page by keys.
 * One with links has the focus by itself, at each of them.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-text.h"

#include "hn-help-markup.h"

struct _HnHelpText
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (HnHelpText, hn_help_text, GTK_TYPE_WIDGET)

static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *target)
{
  gtk_widget_activate_action (GTK_WIDGET (label), "help.show", "s", target);

  return GDK_EVENT_STOP;
}

static void
hn_help_text_dispose (GObject *object)
{
  HnHelpText *self = HN_HELP_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (hn_help_text_parent_class)->dispose (object);
}

static void
hn_help_text_class_init (HnHelpTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_help_text_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "help-text");
}

static void
hn_help_text_init (HnHelpText *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  g_signal_connect (self->label, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static GtkWidget *
create (HnHelpBook        *book,
        const GPtrArray   *spans,
        GtkAccessibleRole  role)
{
  HnHelpText *self = g_object_new (HN_TYPE_HELP_TEXT, "accessible-role", role, NULL);
  g_autofree char *markup = hn_help_markup (book, spans), *text = hn_help_markup_text (book, spans);

  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  gtk_widget_set_focusable (GTK_WIDGET (self), !hn_help_markup_has_links (spans));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}

/**
 * hn_help_text_new:
 * @book: where its links lead
 * @spans: (element-type HnHelpSpan): what it says
 *
 * A paragraph. Its links ask for help.show, with where they lead.
 */
GtkWidget *
hn_help_text_new (HnHelpBook      *book,
                  const GPtrArray *spans)
{
  g_return_val_if_fail (HN_IS_HELP_BOOK (book), NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  return create (book, spans, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
}

/**
 * hn_help_text_new_heading:
 * @level: 1 is the page's title
 */
GtkWidget *
hn_help_text_new_heading (HnHelpBook      *book,
                          const GPtrArray *spans,
                          int              level)
{
  GtkWidget *self;

  g_return_val_if_fail (HN_IS_HELP_BOOK (book), NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  self = create (book, spans, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (self, level == 1 ? "title-1" : "title-4");

  return self;
}
