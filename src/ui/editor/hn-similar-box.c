/* What looks like the record that is typed, above its form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-similar-box.h"

#include <glib/gi18n-lib.h>

struct _HnSimilarBox
{
  AdwBin parent_instance;

  GtkBox *list;
};

enum
{
  SHOW_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnSimilarBox, hn_similar_box, ADW_TYPE_BIN)

static void
show_cb (GtkWidget *button,
         gpointer   user_data)
{
  HnSimilarBox *self = HN_SIMILAR_BOX (gtk_widget_get_ancestor (button, HN_TYPE_SIMILAR_BOX));
  const gint64 *id = user_data;

  g_signal_emit (self, signals[SHOW_RECORD], 0, *id);
}

static void
free_id (gpointer  id,
         GClosure *closure)
{
  g_free (id);
}

static GtkWidget *
create_text (const HnSimilar *similar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const lines[] = { similar->title, similar->reason };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_widget_set_visible (label, lines[i] != NULL && *lines[i] != '\0');
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
create_row (const HnSimilar *similar)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (C_("one that looks alike", "Show"));
  g_autofree char *name = g_strdup_printf (_("Show “%s”"), similar->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_cb), g_memdup2 (&similar->id, sizeof similar->id), free_id,
                         0);
  gtk_box_append (GTK_BOX (row), create_text (similar));
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

static void
hn_similar_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_SIMILAR_BOX);

  G_OBJECT_CLASS (hn_similar_box_parent_class)->dispose (object);
}

static void
hn_similar_box_class_init (HnSimilarBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_similar_box_dispose;

  /**
   * HnSimilarBox::show-record:
   * @id: of the record
   */
  signals[SHOW_RECORD] = g_signal_new ("show-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-similar-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HnSimilarBox, list);
}

static void
hn_similar_box_init (HnSimilarBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_similar_box_set_similar:
 * @similar: (element-type HnSimilar): what is pointed out; without any the box is not there
 */
void
hn_similar_box_set_similar (HnSimilarBox *self,
                            GPtrArray    *similar)
{
  GtkWidget *child;

  g_return_if_fail (HN_IS_SIMILAR_BOX (self));
  g_return_if_fail (similar != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < similar->len; i++)
    gtk_box_append (self->list, create_row (g_ptr_array_index (similar, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), similar->len > 0);
}
