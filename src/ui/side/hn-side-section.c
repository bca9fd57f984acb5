/* What hangs on a record by one field: how many, the first few, all of them, and one more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-side-section.h"

#include <glib/gi18n-lib.h>

#include "hn-number.h"
#include "hn-spoken.h"
#include "hn-tabs.h"

static GtkWidget *
create_text (const char *text,
             const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* --- the rows ------------------------------------------------------------ */

static GtkWidget *
create_row (const HnRelatedSection *section,
            const HnRelatedRow     *related)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title;

  title = create_text (related->title, NULL);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, related->title);
  gtk_box_append (GTK_BOX (box), title);
  if (*related->detail != '\0')
    {
      GtkWidget *detail = create_text (related->detail, "dim-label");

      gtk_widget_add_css_class (detail, "numeric");
      gtk_label_set_max_width_chars (GTK_LABEL (detail), 18);
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, related->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, related->detail, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", section->related.kind->name, related->id);

  return row;
}

/* "All 27" */
static GtkWidget *
create_all_row (const HnRecordDetails  *details,
                const HnRelatedSection *section)
{
  g_autofree char *figures = hn_number_print (section->n_records, 0);
  /* Translators: %s is a number of records: of a list's first few, lead to the whole list */
  g_autofree char *text = g_strdup_printf (_("All %s"), figures);
  g_autofree char *value = hn_related_get_value (details->record);
  g_autofree char *condition = g_strdup_printf ("%s=%s", section->related.field->name, value);
  const char *const where[] = { condition, NULL };
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *arrow;

  gtk_box_append (GTK_BOX (box), create_text (text, "numeric"));
  arrow = hn_spoken_picture ("go-next-symbolic");
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_widget_add_css_class (box, "all-link");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hn_related_get_label (&section->related), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-list");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(s^as)", section->related.kind->name, where);

  return row;
}

static GtkWidget *
create_rows (const HnRecordDetails  *details,
             const HnRelatedSection *section)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "related");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hn_related_get_label (&section->related), -1);
  for (guint i = 0; i < section->rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (section, g_ptr_array_index (section->rows, i)));
  if (section->n_records > section->rows->len)
    gtk_list_box_append (GTK_LIST_BOX (list), create_all_row (details, section));

  return list;
}

/* --- the head ------------------------------------------------------------ */

static GtkWidget *
create_add_button (const HnRecordDetails  *details,
                   const HnRelatedSection *section)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *tooltip = hn_tab_add_label (section->related.kind);
  g_autofree char *value = hn_related_get_value (details->record);
  g_auto (GVariantBuilder) fields = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));

  g_variant_builder_add (&fields, "(ss)", section->related.field->name, value);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sa(ss))", section->related.kind->name, &fields);

  return button;
}

static GtkWidget *
create_head (const HnRecordDetails  *details,
             const HnRelatedSection *section)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *title, *count;

  title = create_text (hn_related_get_label (&section->related), section->n_records > 0 ? "heading" : "dim-label");
  gtk_box_append (GTK_BOX (head), title);
  if (section->n_records > 0)
    {
      g_autofree char *figures = hn_number_print (section->n_records, 0);

      count = create_text (figures, "dim-label");
      gtk_widget_add_css_class (count, "numeric");
      gtk_box_append (GTK_BOX (head), count);
    }
  gtk_widget_set_hexpand (gtk_widget_get_last_child (head), TRUE);
  gtk_box_append (GTK_BOX (head), create_add_button (details, section));

  return head;
}

/**
 * hn_side_section_new:
 * @details: a record
 * @section: what hangs on it
 */
GtkWidget *
hn_side_section_new (const HnRecordDetails  *details,
                     const HnRelatedSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set_data (G_OBJECT (box), "field", (gpointer) section->related.field);
  gtk_box_append (GTK_BOX (box), create_head (details, section));
  if (section->n_records > 0)
    gtk_box_append (GTK_BOX (box), create_rows (details, section));

  return box;
}

/**
 * hn_side_section_get_field:
 * @widget: a section
 *
 * Returns: the field by which its records hang on the one that is shown
 */
const HnField *
hn_side_section_get_field (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "field");
}
