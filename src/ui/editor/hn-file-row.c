/* A field that holds the content of a file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-file-row.h"

#include <glib/gi18n-lib.h>

struct _HnFileRow
{
  HnFieldRow parent_instance;

  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (HnFileRow, hn_file_row, HN_TYPE_FIELD_ROW)

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnFileRow) self = user_data;
  HnFieldRow *row = HN_FIELD_ROW (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (hn_field_row_is_updating (row))
    return;

  if (content == NULL)
    hn_field_row_say (row, error->message);
  else
    hn_edit_set_value (hn_field_row_get_edit (row), hn_field_row_get_field (row),
                       g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, content, TRUE), NULL);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnFileRow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    g_file_load_bytes_async (file, NULL, loaded_cb, g_steal_pointer (&self));
}

static void
choose_cb (HnFileRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, hn_field_get_label (hn_field_row_get_field (HN_FIELD_ROW (self))));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
show_draft (HnFieldRow *row,
            gboolean    typing)
{
  HnFileRow *self = HN_FILE_ROW (row);
  g_autofree char *size =
    hn_draft_get_input (hn_edit_get_draft (hn_field_row_get_edit (row)), hn_field_row_get_field (row));

  gtk_label_set_label (self->label, *size != '\0' ? size : C_("content of a file", "None"));
}

static GtkWidget *
get_focus (HnFieldRow *row)
{
  return GTK_WIDGET (HN_FILE_ROW (row)->button);
}

static void
hn_file_row_class_init (HnFileRowClass *klass)
{
  HN_FIELD_ROW_CLASS (klass)->show = show_draft;
  HN_FIELD_ROW_CLASS (klass)->get_focus = get_focus;
}

static void
hn_file_row_init (HnFileRow *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_("C_hoose…")));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self, "input", self->label, "suffix", self->button, NULL);
}
