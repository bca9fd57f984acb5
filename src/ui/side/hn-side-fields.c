/* The fields of a record that have a value, as rows of a label and a value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-side-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-record-details.h"
#include "hn-toast.h"

/* A link to a record: its kind and id. */
#define RECORD_SCHEME "record:"

/* Longer than this, a text stands below its label, over the whole width. */
#define LONG_TEXT 80

/* --- links --------------------------------------------------------------- */

static gboolean
link_activated_cb (GtkLabel   *label,
                   const char *uri)
{
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (uri, RECORD_SCHEME))
    return GDK_EVENT_PROPAGATE;

  parts = g_strsplit (uri + strlen (RECORD_SCHEME), "/", 2);
  gtk_widget_activate_action (GTK_WIDGET (label), "win.show-record", "(sx)", parts[0],
                              (gint64) g_ascii_strtoll (parts[1], NULL, 10));

  return GDK_EVENT_STOP;
}

static char *
mark_up_records (GPtrArray *links)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const HnDetailLink *link = g_ptr_array_index (links, i);
      g_autofree char *title = g_markup_escape_text (link->title, -1);

      g_string_append_printf (markup, "%s<a href=\"" RECORD_SCHEME "%s/%" G_GINT64_FORMAT "\">%s</a>",
                              i > 0 ? "\n" : "", link->kind->name, link->id, title);
    }

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

/* What a telephone can dial. */
static char *
make_tel_uri (const char *number)
{
  g_autoptr (GString) uri = g_string_new ("tel:");

  for (; *number != '\0'; number++)
    if (g_ascii_isdigit (*number) || *number == '+')
      g_string_append_c (uri, *number);

  return g_string_free_and_steal (g_steal_pointer (&uri));
}

/* (nullable): where an address or number leads */
static char *
make_uri (const HnDetail *detail)
{
  if (detail->field->type == HN_TYPE_EMAIL)
    return g_strconcat ("mailto:", detail->text, NULL);
  if (detail->field->type == HN_TYPE_PHONE)
    return make_tel_uri (detail->text);
  if (g_str_has_prefix (detail->text, "https://") || g_str_has_prefix (detail->text, "http://"))
    return g_strdup (detail->text);

  return NULL;
}

static char *
mark_up (const HnDetail *detail,
         const char     *uri)
{
  if (detail->links != NULL && detail->links->len > 0)
    return mark_up_records (detail->links);
  if (uri != NULL)
    return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", uri, detail->text);

  return g_markup_escape_text (detail->text, -1);
}

/* --- rows ---------------------------------------------------------------- */

static void
copy_cb (GtkButton  *button,
         const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  hn_toast_say (GTK_WIDGET (button), _("Copied"));
}

static void
free_text (gpointer  text,
           GClosure *closure)
{
  g_free (text);
}

static GtkWidget *
create_copy_button (const HnDetail *detail)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Copy"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_cb), g_strdup (detail->text), free_text, 0);

  return button;
}

static GtkWidget *
create_value (const HnDetail *detail)
{
  g_autofree char *uri = make_uri (detail);
  g_autofree char *markup = mark_up (detail, uri);
  GtkWidget *label = gtk_label_new (NULL), *box;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (hn_field_is_number (detail->field) || detail->field->type == HN_TYPE_DATE)
    gtk_widget_add_css_class (label, "numeric");
  if (uri != NULL || (detail->links != NULL && detail->links->len > 0))
    gtk_widget_add_css_class (label, "links");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hn_field_get_label (detail->field), -1);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);
  if (uri == NULL || detail->links != NULL)
    return label;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_copy_button (detail));

  return box;
}

static GtkWidget *
create_label (const HnField *field)
{
  GtkWidget *label = gtk_label_new (hn_field_get_label (field));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static gboolean
is_long (const HnDetail *detail)
{
  return detail->field->type == HN_TYPE_NOTE
         && (strchr (detail->text, '\n') != NULL || g_utf8_strlen (detail->text, -1) > LONG_TEXT);
}

/**
 * hn_side_fields_new:
 * @fields: (element-type HnDetail): what to show
 *
 * References are links to their records, telephone numbers and addresses lead to who calls or writes, everything can
 * be selected and copied.
 */
GtkWidget *
hn_side_fields_new (GPtrArray *fields)
{
  GtkWidget *widget = gtk_grid_new ();
  GtkGrid *grid = GTK_GRID (widget);
  int row = 0;

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  for (guint i = 0; i < fields->len; i++)
    {
      const HnDetail *detail = g_ptr_array_index (fields, i);
      gboolean below = is_long (detail);

      gtk_grid_attach (grid, create_label (detail->field), 0, row, below ? 2 : 1, 1);
      if (below)
        row++;
      gtk_grid_attach (grid, create_value (detail), below ? 0 : 1, row++, below ? 2 : 1, 1);
    }

  return widget;
}
