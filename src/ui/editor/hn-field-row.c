/* What the rows of a form have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-field-row.h"

#include "hn-choice-row.h"
#include "hn-entry-row.h"
#include "hn-note-row.h"
#include "hn-reference-row.h"

G_DEFINE_INTERFACE (HnFieldRow, hn_field_row, GTK_TYPE_WIDGET)

static void
hn_field_row_default_init (HnFieldRowInterface *iface)
{
}

/**
 * hn_field_row_new:
 *
 * Returns: (transfer floating): the row that a field of this type is edited in
 */
GtkWidget *
hn_field_row_new (HnEdit        *edit,
                  const HnField *field)
{
  switch (field->type)
    {
    case HN_TYPE_CHOICE:
    case HN_TYPE_BOOLEAN:
    case HN_TYPE_CURRENCY:
      return hn_choice_row_new (edit, field);
    case HN_TYPE_REFERENCE:
    case HN_TYPE_COUNTRY:
      return hn_reference_row_new (edit, field);
    case HN_TYPE_NOTE:
      return hn_note_row_new (edit, field);
    case HN_TYPE_TEXT:
    case HN_TYPE_NAME:
    case HN_TYPE_PHONE:
    case HN_TYPE_EMAIL:
    case HN_TYPE_INTEGER:
    case HN_TYPE_DECIMAL:
    case HN_TYPE_PERCENT:
    case HN_TYPE_DATE:
    case HN_TYPE_MONEY:
    case HN_TYPE_BYTES:
    default:
      return hn_entry_row_new (edit, field);
    }
}

/**
 * hn_field_row_get_field:
 *
 * Returns: which field the row edits
 */
const HnField *
hn_field_row_get_field (HnFieldRow *self)
{
  g_return_val_if_fail (HN_IS_FIELD_ROW (self), NULL);

  return HN_FIELD_ROW_GET_IFACE (self)->get_field (self);
}

/**
 * hn_field_row_update:
 *
 * Shows the draft, and what is wrong with it.
 */
void
hn_field_row_update (HnFieldRow *self)
{
  g_return_if_fail (HN_IS_FIELD_ROW (self));

  HN_FIELD_ROW_GET_IFACE (self)->update (self);
}

/**
 * hn_field_row_next:
 *
 * Enter goes on to what comes after the row.
 */
void
hn_field_row_next (HnFieldRow *self)
{
  g_return_if_fail (HN_IS_FIELD_ROW (self));

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

/**
 * hn_field_row_say:
 * @label: in the row, for what is wrong
 * @described: what has the focus when the field is edited
 * @problem: (nullable): what is wrong
 *
 * Shows a problem below its field, and tells it to who cannot see it.
 */
void
hn_field_row_say (GtkWidget  *row,
                  GtkLabel   *label,
                  GtkWidget  *described,
                  const char *problem)
{
  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);

  if (problem != NULL)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (described), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (described), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
    }
  else if (gtk_widget_has_css_class (row, "error"))
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (described), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (described), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}
