/* The only column of a list in a narrow window: a record in two lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-narrow-column.h"

#include <string.h>

#include "hn-cell.h"
#include "hn-list-memory.h"
#include "hn-list-row.h"
#include "hn-record-column.h"

static G_DEFINE_QUARK (hn-narrow-column-kind, kind)

/* --- the words ----------------------------------------------------------- */

/* Of what kind, where, when; what is long and the same in many rows comes last. */
static int
rank_of (const HnField *field)
{
  switch ((int) field->type)
    {
    case HN_TYPE_CHOICE:
      return 0;
    case HN_TYPE_COUNTRY:
      return 1;
    case HN_TYPE_REFERENCE:
      return g_str_equal (field->targets, "area") ? 1 : 4;
    case HN_TYPE_DATE:
      return 2;
    default:
      return 3;
    }
}

/* What is so unless somebody says otherwise needs no place. */
static gboolean
is_usual (const HnRecord *record,
          const HnField  *field)
{
  return field->type == HN_TYPE_CHOICE && field->initial != NULL
         && g_strcmp0 (hn_record_get_text (record, field->name), field->initial) == 0;
}

static void
add_details (GString        *details,
             const HnRecord *record,
             const HnField  *field,
             const char     *title)
{
  g_autofree char *text = hn_record_print (record, field->name);
  char *line_end = strchr (text, '\n');

  if (line_end != NULL)
    *line_end = '\0';
  if (*text != '\0' && strstr (title, text) == NULL)
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", text);
}

/* The columns beside the title, as far as they are known and say something. */
static char *
print_details (const HnKind   *kind,
               const HnRecord *record,
               const char     *title)
{
  g_autoptr (GPtrArray) fields = hn_list_first_fields (kind);
  g_autoptr (GString) details = g_string_new (NULL);

  for (int rank = 0; rank <= 4; rank++)
    for (guint i = 0; i < fields->len; i++)
      {
        const HnField *field = g_ptr_array_index (fields, i);

        if (rank_of (field) == rank && !hn_field_is_number (field) && !is_usual (record, field))
          add_details (details, record, field, title);
      }

  return g_string_free_and_steal (g_steal_pointer (&details));
}

/* The first amount or number that is known: it stands by itself, where the eye finds it. */
static char *
print_number (const HnKind   *kind,
              const HnRecord *record)
{
  g_autoptr (GPtrArray) fields = hn_list_first_fields (kind);

  for (guint i = 0; i < fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (fields, i);
      g_autofree char *text = hn_field_is_number (field) ? hn_record_print (record, field->name) : NULL;

      if (text != NULL && *text != '\0')
        return g_steal_pointer (&text);
    }

  return g_strdup ("");
}

/* --- cells --------------------------------------------------------------- */

/* A title over a line of details and a number. */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const HnKind             *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *details = hn_cell_new (PANGO_ELLIPSIZE_END), *number = hn_cell_new (PANGO_ELLIPSIZE_NONE);

  gtk_widget_set_hexpand (details, TRUE);
  hn_cell_set_numeric (HN_CELL (details), FALSE);
  hn_cell_set_numeric (HN_CELL (number), TRUE);
  gtk_widget_add_css_class (line, "secondary");
  gtk_box_append (GTK_BOX (line), details);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (box), hn_cell_new (PANGO_ELLIPSIZE_MIDDLE));
  gtk_box_append (GTK_BOX (box), line);
  hn_record_cell_set_item (box, item);
  gtk_list_item_set_child (item, box);
}

static void
show_record (GtkListItem  *item,
             const HnKind *kind)
{
  HnRecord *record = hn_list_row_get_record (gtk_list_item_get_item (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *details = gtk_widget_get_first_child (gtk_widget_get_next_sibling (title));
  GtkWidget *number = gtk_widget_get_next_sibling (details);
  g_autofree char *name = record != NULL ? hn_record_title (record) : NULL;
  g_autofree char *words = record != NULL ? print_details (kind, record, name) : NULL;
  g_autofree char *figures = record != NULL ? print_number (kind, record) : g_strdup ("");

  hn_cell_set_text (HN_CELL (title), name);
  hn_cell_set_text (HN_CELL (details), words);
  hn_cell_set_text (HN_CELL (number), figures);
}

static void
record_changed_cb (HnListRow   *row,
                   GParamSpec  *pspec,
                   GtkListItem *item)
{
  show_record (item, g_object_get_qdata (G_OBJECT (item), kind_quark ()));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const HnKind             *kind)
{
  g_object_set_qdata (G_OBJECT (item), kind_quark (), (gpointer) kind);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::record", G_CALLBACK (record_changed_cb), item, 0);
  show_record (item, kind);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

/**
 * hn_narrow_column_new:
 *
 * Two lines for all: what the record is called, and below it of what kind it is, where, and how many. It is not
 * visible at first.
 */
GtkColumnViewColumn *
hn_narrow_column_new (const HnKind *kind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) kind);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) kind);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  column = gtk_column_view_column_new (hn_kind_get_plural (kind), factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_visible (column, FALSE);

  return column;
}
