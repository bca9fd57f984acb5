/* The provinces, to choose one of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-province-row.h"

#include <glib/gi18n-lib.h>

#include "hn-fold.h"
#include "hn-province.h"

/* What is typed is looked for with and without marks. */
static char *
search_text (GtkStringObject *item)
{
  g_autofree char *folded = hn_text_fold (gtk_string_object_get_string (item));

  return g_strjoin (" ", gtk_string_object_get_string (item), folded, NULL);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_list_item_set_accessible_label (item, text);
}

/**
 * hn_province_row_fill:
 * @row: a combo row with a search field
 *
 * Offers the provinces, below what says that none is chosen.
 */
void
hn_province_row_fill (AdwComboRow *row)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) expression =
    gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (search_text), NULL, NULL);

  gtk_string_list_append (list, _("Choose…"));
  for (guint i = 0; i < hn_n_provinces; i++)
    {
      /* In the order of their names: what it is comes behind. */
      g_autofree char *text =
        g_strdup_printf ("%s (%s)", hn_provinces[i].name, hn_provinces[i].is_city ? "thành phố" : "tỉnh");

      gtk_string_list_append (list, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}
