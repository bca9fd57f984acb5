/* The columns of a list of records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-column.h"

#include <string.h>

#include "hn-cell.h"
#include "hn-list-memory.h"
#include "hn-list-row.h"

/* What a column takes at least and at most, in pixels; with the cell's padding. */
#define MIN_WIDTH 72
#define MAX_WIDTH 200
#define TITLE_WIDTH 300
#define NAME_WIDTH 170
#define CHOICE_WIDTH 110

/* What a text takes where there is room for all of it, and what where there is too little. */
#define WHOLE_WIDTH 420
#define SQUEEZED_WIDTH 96
#define SQUEEZED_TITLE_WIDTH 250
#define SQUEEZED_HEADER_WIDTH 150
#define PADDING 20
#define SORT_INDICATOR 22

/* So many rows decide how wide a column is. */
#define FITTED_ROWS 24

static G_DEFINE_QUARK (hn-record-column-field, field)
static G_DEFINE_QUARK (hn-record-column-fitted, fitted)
static G_DEFINE_QUARK (hn-record-column-whole, whole)
static G_DEFINE_QUARK (hn-record-column-least, least)
static G_DEFINE_QUARK (hn-record-column-cut, cut)
static G_DEFINE_QUARK (hn-record-column-now, now)
static G_DEFINE_QUARK (hn-record-column-item, item)

static gboolean
is_title (const HnKind  *kind,
          const HnField *field)
{
  g_autofree char *part = g_strdup_printf ("{%s}", field->name);

  return g_str_has_prefix (kind->title, part);
}

static int
get_number (GtkColumnViewColumn *column,
            GQuark               name)
{
  return GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (column), name));
}

static void
set_number (GtkColumnViewColumn *column,
            GQuark               name,
            int                  number)
{
  g_object_set_qdata (G_OBJECT (column), name, GINT_TO_POINTER (number));
}

/* A cell has one line. */
static char *
print_cell (HnListRow     *row,
            const HnField *field)
{
  HnRecord *record = hn_list_row_get_record (row);
  char *text = record != NULL ? hn_record_print (record, field->name) : g_strdup ("");
  char *line_end = strchr (text, '\n');

  if (line_end != NULL)
    *line_end = '\0';

  return text;
}

/* --- cells --------------------------------------------------------------- */

/**
 * hn_record_cell_set_item:
 * @item: which shows the widget
 */
void
hn_record_cell_set_item (GtkWidget   *cell,
                         GtkListItem *item)
{
  g_object_set_qdata (G_OBJECT (cell), item_quark (), item);
}

/**
 * hn_record_cell_get_item:
 * @widget: any widget
 *
 * Returns: (nullable): the row's place in the list, where the widget is what a column shows of it
 */
GtkListItem *
hn_record_cell_get_item (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), item_quark ());
}

static void
set_up (GtkListItem        *item,
        const HnField      *field,
        PangoEllipsizeMode  ellipsize)
{
  GtkWidget *cell = hn_cell_new (ellipsize);

  if (hn_field_is_number (field))
    hn_cell_set_numeric (HN_CELL (cell), TRUE);
  hn_record_cell_set_item (cell, item);
  gtk_list_item_set_child (item, cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const HnField            *field)
{
  set_up (item, field, PANGO_ELLIPSIZE_END);
}

/* The names of branches differ at their end. */
static void
setup_title_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                const HnField            *field)
{
  set_up (item, field, PANGO_ELLIPSIZE_MIDDLE);
}

static void
show_cell (GtkListItem   *item,
           const HnField *field)
{
  HnListRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = print_cell (row, field);

  hn_cell_set_text (HN_CELL (gtk_list_item_get_child (item)), text);
}

static void
record_changed_cb (HnListRow   *row,
                   GParamSpec  *pspec,
                   GtkListItem *item)
{
  show_cell (item, g_object_get_qdata (G_OBJECT (item), field_quark ()));
}

/* Of the relations of a table GTK 4.18 tells a screen reader this one. The cell has its place when it is filled
 * first. */
static void
name_column (GtkListItem   *item,
             const HnField *field)
{
  GtkWidget *place = gtk_widget_get_parent (gtk_list_item_get_child (item));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_RELATION_COL_INDEX_TEXT,
                                  hn_field_get_label (field), -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const HnField            *field)
{
  if (g_object_get_qdata (G_OBJECT (item), field_quark ()) == NULL)
    name_column (item, field);
  g_object_set_qdata (G_OBJECT (item), field_quark (), (gpointer) field);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::record", G_CALLBACK (record_changed_cb), item, 0);
  show_cell (item, field);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

/**
 * hn_record_column_new:
 *
 * A column that prints one field: numbers at the right with figures of one width, what is unknown empty. Its sorter
 * only carries the wish; the store sorts.
 */
GtkColumnViewColumn *
hn_record_column_new (const HnKind  *kind,
                      const HnField *field)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", is_title (kind, field) ? G_CALLBACK (setup_title_cb) : G_CALLBACK (setup_cb),
                    (gpointer) field);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) field);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  column = gtk_column_view_column_new (hn_field_get_label (field), factory);
  gtk_column_view_column_set_id (column, field->name);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, is_title (kind, field));
  gtk_column_view_column_set_sorter (column, sorter);
  g_object_set_qdata (G_OBJECT (column), field_quark (), (gpointer) field);

  return column;
}

/**
 * hn_record_column_get_field:
 *
 * Returns: (nullable): what the column prints; %NULL for the one of a narrow window
 */
const HnField *
hn_record_column_get_field (GtkColumnViewColumn *column)
{
  return g_object_get_qdata (G_OBJECT (column), field_quark ());
}

static int
text_width (GtkWidget  *widget,
            const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* What has the most letters in the first rows is measured, and not all of them: that is a tenth of a start. */
static char *
find_longest (const HnField *field,
              GListModel    *rows)
{
  guint n = MIN (g_list_model_get_n_items (rows), FITTED_ROWS);
  g_autofree char *longest = g_strdup ("");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HnListRow) row = g_list_model_get_item (rows, i);
      g_autofree char *text = print_cell (row, field);

      if (g_utf8_strlen (text, -1) > g_utf8_strlen (longest, -1))
        g_set_str (&longest, text);
    }

  return g_steal_pointer (&longest);
}

/**
 * hn_record_column_fit:
 * @rows: the list; its first page counts
 * @widget: whose font counts
 *
 * Makes the column as wide as what it shows first. It stays so: a column that moves with the rows cannot be read.
 */
void
hn_record_column_fit (GtkColumnViewColumn *column,
                      GListModel          *rows,
                      GtkWidget           *widget)
{
  const HnField *field = hn_record_column_get_field (column);
  g_autofree char *longest = find_longest (field, rows);
  int header = text_width (widget, gtk_column_view_column_get_title (column));
  int width = MAX (header + SORT_INDICATOR, text_width (widget, longest)), whole;

  /* The first page may hold one answer only; the others have their place. */
  for (const HnChoice *choice = field->choices; choice != NULL && choice->name != NULL; choice++)
    width = MAX (width, MIN (text_width (widget, hn_label_get (choice->label)), CHOICE_WIDTH));

  /* Of the names on the next page some have four words. */
  if (gtk_column_view_column_get_expand (column) && (field->type == HN_TYPE_NAME || field->type == HN_TYPE_REFERENCE))
    width = MAX (width, NAME_WIDTH);

  whole = CLAMP (width + PADDING, MIN_WIDTH, WHOLE_WIDTH);
  set_number (column, cut_quark (), MAX (width + PADDING - whole, 0));
  width = MIN (whole, gtk_column_view_column_get_expand (column) ? TITLE_WIDTH : MAX_WIDTH);
  set_number (column, fitted_quark (), width);
  set_number (column, whole_quark (), whole);
  set_number (column, least_quark (), CLAMP (header + PADDING, SQUEEZED_WIDTH, SQUEEZED_HEADER_WIDTH));
  set_number (column, now_quark (), width);
  gtk_column_view_column_set_fixed_width (column, width);
}

/* Words are known by their beginning; a number to call, a date or an answer is not. */
static gboolean
may_be_cut (const HnField *field)
{
  return (hn_field_is_text (field) && field->type != HN_TYPE_PHONE) || field->type == HN_TYPE_REFERENCE
         || field->type == HN_TYPE_COUNTRY;
}

/**
 * hn_record_column_get_range:
 * @least: (out): how narrow it may become, in pixels
 * @usual: (out): how wide it is as long as there is room
 * @most: (out): how wide its first rows would like it
 *
 * Returns: whether the width is for the program to choose: not where a person has drawn it, or before the first rows
 */
gboolean
hn_record_column_get_range (GtkColumnViewColumn *column,
                            int                 *least,
                            int                 *usual,
                            int                 *most)
{
  const HnField *field = hn_record_column_get_field (column);

  *usual = get_number (column, fitted_quark ());
  if (field == NULL || *usual == 0 || hn_record_column_get_width (column) != 0)
    return FALSE;

  *least = *usual;
  *most = get_number (column, whole_quark ());
  if (may_be_cut (field))
    *least = MIN (*usual, gtk_column_view_column_get_expand (column) ? SQUEEZED_TITLE_WIDTH
                                                                     : get_number (column, least_quark ()));

  return TRUE;
}

/**
 * hn_record_column_get_cut:
 *
 * Returns: what a long text lacks where the column is as wide as its range allows, in pixels
 */
int
hn_record_column_get_cut (GtkColumnViewColumn *column)
{
  return get_number (column, cut_quark ());
}

/**
 * hn_record_column_is_roomy:
 *
 * Returns: whether the column shows words, which have air in a wide window; figures stay close to each other
 */
gboolean
hn_record_column_is_roomy (GtkColumnViewColumn *column)
{
  const HnField *field = hn_record_column_get_field (column);

  return field != NULL && may_be_cut (field);
}

/**
 * hn_record_column_adapt:
 * @width: in pixels
 *
 * Makes the column as wide as the window has room for; nothing of it is remembered.
 */
void
hn_record_column_adapt (GtkColumnViewColumn *column,
                        int                  width)
{
  if (get_number (column, now_quark ()) == width)
    return;

  set_number (column, now_quark (), width);
  gtk_column_view_column_set_fixed_width (column, width);
}

/**
 * hn_record_column_get_width:
 *
 * Returns: the width that a person has drawn the column to, in pixels; 0 where it is as wide as its rows need
 */
int
hn_record_column_get_width (GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  return width == get_number (column, now_quark ()) ? 0 : MAX (width, 0);
}

/**
 * hn_record_column_set_width:
 * @width: in pixels; 0 waits for the first rows
 */
void
hn_record_column_set_width (GtkColumnViewColumn *column,
                            int                  width)
{
  gtk_column_view_column_set_fixed_width (column, width > 0 ? width : -1);
}
