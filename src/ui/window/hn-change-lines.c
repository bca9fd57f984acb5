/* What a change did to its records, a line a field: before and after. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-change-lines.h"

#include <glib/gi18n-lib.h>

#include "hn-history-words.h"

/* What is shown of a change before somebody asks for all of it. */
#define FEW_FIELDS 3
#define FEW_CHARS 80

/* --- a field ------------------------------------------------------------- */

/* (transfer full): the text, or as much of it as is shown at first, as markup */
static char *
make_value (const char *text,
            gboolean    whole)
{
  g_autofree char *cut = whole ? NULL : hn_text_shorten (text, FEW_CHARS);

  return g_markup_escape_text (cut != NULL ? cut : text, -1);
}

static char *
make_line (const HnFieldChange *change,
           gboolean             whole)
{
  g_autofree char *label = g_markup_escape_text (hn_field_get_label (change->field), -1);
  g_autofree char *before = change->before != NULL ? make_value (change->before, whole) : NULL;
  g_autofree char *after = change->after != NULL ? make_value (change->after, whole) : NULL;

  if (before != NULL && after != NULL)
    return g_strdup_printf ("<span alpha=\"75%%\">%s:</span> <span alpha=\"75%%\">%s</span> → %s", label, before,
                            after);
  if (before != NULL)
    return g_strdup_printf ("<span alpha=\"75%%\">%s:</span> <s>%s</s>", label, before);

  return g_strdup_printf ("<span alpha=\"75%%\">%s:</span> %s", label, after);
}

static GtkWidget *
make_label (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);

  return label;
}

/* What a record that came or went is called stands above its fields already. */
static gboolean
is_told (const HnChangedRecord *record,
         const HnFieldChange   *change)
{
  return record->change->type != HN_CHANGE_SET
         && g_strcmp0 (change->after != NULL ? change->after : change->before, record->title) == 0;
}

/* (transfer container): of HnFieldChange */
static GPtrArray *
list_fields (const HnChangedRecord *record)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; record->change->fields != NULL && i < record->change->fields->len; i++)
    {
      const HnFieldChange *change = g_ptr_array_index (record->change->fields, i);

      if (!is_told (record, change))
        g_ptr_array_add (fields, (gpointer) change);
    }

  return fields;
}

static void
add_fields (GtkBox                *box,
            const HnChangedRecord *record,
            gboolean               whole)
{
  g_autoptr (GPtrArray) fields = list_fields (record);

  for (guint i = 0; i < (whole ? fields->len : MIN (fields->len, FEW_FIELDS)); i++)
    {
      g_autofree char *line = make_line (g_ptr_array_index (fields, i), whole);

      gtk_box_append (box, make_label (line));
    }
}

/* --- a record among several ---------------------------------------------- */

static void
add_title (GtkBox          *box,
           HnChangedRecord *record,
           GCallback        pressed,
           gpointer         user_data)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", hn_change_type_label (record->change->type), record->title);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "record");
  if (!record->exists)
    {
      gtk_box_append (box, label);
      return;
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Show the Record"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sentence");
  g_object_set_data (G_OBJECT (button), "change", record->change);
  g_signal_connect_object (button, "clicked", pressed, user_data, G_CONNECT_DEFAULT);
  gtk_box_append (box, button);
}

/**
 * hn_change_lines_are_cut:
 *
 * Returns: whether hn_change_lines_fill() leaves anything out of a change of one record until all of it is asked for
 */
gboolean
hn_change_lines_are_cut (const HnChangeDetails *details)
{
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (details != NULL, FALSE);

  if (details->n_records != 1 || details->records->len != 1)
    return FALSE;

  fields = list_fields (g_ptr_array_index (details->records, 0));
  for (guint i = 0; i < fields->len; i++)
    {
      const HnFieldChange *change = g_ptr_array_index (fields, i);

      if (i >= FEW_FIELDS || (change->before != NULL && g_utf8_strlen (change->before, -1) > FEW_CHARS)
          || (change->after != NULL && g_utf8_strlen (change->after, -1) > FEW_CHARS))
        return TRUE;
    }

  return FALSE;
}

/**
 * hn_change_lines_fill:
 * @box: an empty box
 * @whole: everything, not only the beginning
 * @pressed: (GtkWidget *, gpointer): a record's title was pressed; the widget's data "change" says which
 *
 * A change of several records is a sum at first, and each record with all its fields if @whole.
 */
void
hn_change_lines_fill (GtkBox                *box,
                      const HnChangeDetails *details,
                      gboolean               whole,
                      GCallback              pressed,
                      gpointer               user_data)
{
  g_autofree char *sum = NULL, *markup = NULL;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (details != NULL);

  sum = hn_change_sum (details);
  if (sum != NULL)
    {
      markup = g_markup_escape_text (sum, -1);
      gtk_box_append (box, make_label (markup));
    }

  for (guint i = 0; i < details->records->len && (sum == NULL || whole); i++)
    {
      HnChangedRecord *record = g_ptr_array_index (details->records, i);

      if (sum != NULL)
        add_title (box, record, pressed, user_data);
      add_fields (box, record, whole);
    }
}
