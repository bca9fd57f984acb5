/* The room that the columns of a list get: as wide as their words need, and fewer where a window is small. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-view.h"

#include "hn-record-column.h"

/**
 * hn_record_view_fit:
 * @rows: what the view shows
 *
 * Makes those columns that have no width yet as wide as the first page needs.
 */
void
hn_record_view_fit (GtkColumnView *view,
                    GListModel    *rows)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (hn_record_column_get_field (column) != NULL && gtk_column_view_column_get_fixed_width (column) <= 0)
        hn_record_column_fit (column, rows, GTK_WIDGET (view));
    }
}

/* What the columns take together, and how much of it may be given or taken: of the names, and of the others. */
typedef struct
{
  int usual;
  int less_of_names;
  int less_of_others;
  int more;
  int cut;   /* what long texts would take beyond that */
  int roomy; /* of columns of words, with all they may be given */
} Widths;

static Widths
add_widths (GListModel *columns)
{
  Widths sum = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int least, usual, most;

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (!hn_record_column_get_range (column, &least, &usual, &most))
        {
          sum.usual += MAX (gtk_column_view_column_get_fixed_width (column), 0);
          continue;
        }
      sum.usual += usual;
      sum.more += most - usual;
      sum.cut += hn_record_column_get_cut (column);
      if (hn_record_column_is_roomy (column))
        sum.roomy += most + hn_record_column_get_cut (column);
      *(gtk_column_view_column_get_expand (column) ? &sum.less_of_names : &sum.less_of_others) += usual - least;
    }

  return sum;
}

/* How much of what there is, from 0 to 1, makes up a number of pixels. */
static double
get_part (int wanted,
          int there)
{
  return there > 0 ? CLAMP ((double) wanted / there, 0, 1) : 0;
}

static gboolean
is_usual (const HnListLayout *layout,
          const HnField      *field)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (g_array_index (layout->columns, HnListColumn, i).field == field)
      return TRUE;

  return FALSE;
}

/* The least that a column needs; one that has a width of its own needs that. */
static int
get_least (GtkColumnViewColumn *column)
{
  int least, usual, most;

  if (hn_record_column_get_range (column, &least, &usual, &most))
    return least;

  return MAX (gtk_column_view_column_get_fixed_width (column), 0);
}

/* What a person has put there or drawn, or sorts by, and the names stay. */
static gboolean
may_go (GtkColumnViewColumn *column,
        const HnField       *field,
        const HnField       *order,
        const HnListLayout  *usual)
{
  int least, usually, most;

  return field != order && !gtk_column_view_column_get_expand (column) && is_usual (usual, field)
         && hn_record_column_get_range (column, &least, &usually, &most);
}

/* Without which columns the others can be read: those at the end matter least. */
static void
choose_columns (GtkColumnView *view,
                const HnKind  *kind,
                int            room)
{
  g_autoptr (HnListLayout) usual = hn_list_layout_new (kind);
  GListModel *columns = gtk_column_view_get_columns (view);
  gboolean descending;
  const HnField *order = hn_record_view_find_order (view, kind, &descending);
  int lacking = -room;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (hn_record_column_get_field (column) != NULL)
        lacking += get_least (column);
    }

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);
      const HnField *field = hn_record_column_get_field (column);
      gboolean goes;

      if (field == NULL)
        continue;
      goes = lacking > 0 && may_go (column, field, order, usual);
      if (goes)
        lacking -= get_least (column);
      gtk_column_view_column_set_visible (column, !goes);
    }
}

/* What of the room goes to whom: each a part of what a column may be given, or has to give. */
typedef struct
{
  double more;
  double of_cut;
  double air;
  double less_of_names;
  double less_of_others;
} Parts;

static Parts
share_room (const Widths *sum,
            int           room)
{
  const int left = room - sum->usual, left_of_more = left - sum->more;

  return (Parts) {
    .more = get_part (left, sum->more),
    .of_cut = get_part (left_of_more, sum->cut),
    .air = sum->roomy > 0 ? (double) MAX (left_of_more - sum->cut, 0) / sum->roomy : 0,
    .less_of_others = get_part (-left, sum->less_of_others),
    .less_of_names = get_part (-left - sum->less_of_others, sum->less_of_names),
  };
}

static void
adapt_column (GtkColumnViewColumn *column,
              const Parts         *parts)
{
  const double cut = parts->of_cut * hn_record_column_get_cut (column);
  const double air = hn_record_column_is_roomy (column) ? parts->air : 0;
  int least, usual, most;
  double less;

  if (!hn_record_column_get_range (column, &least, &usual, &most))
    return;

  less = gtk_column_view_column_get_expand (column) ? parts->less_of_names : parts->less_of_others;
  hn_record_column_adapt (column,
                          (int) ((usual + parts->more * (most - usual) + cut) * (1 + air) - less * (usual - least)));
}

/**
 * hn_record_view_adapt:
 * @kind: of what it is a list
 * @room: how wide the view is, in pixels
 *
 * Gives what room there is to the columns whose texts are cut, then to all columns of words, and takes what is lacking
 * from them, as far as they can still be read; the names give way last, and where that is not enough the last columns
 * are not shown. A column that a person has drawn or added stays as it is.
 */
void
hn_record_view_adapt (GtkColumnView *view,
                      const HnKind  *kind,
                      int            room)
{
  GListModel *columns;
  Widths sum;
  Parts parts;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  choose_columns (view, kind, room);
  columns = gtk_column_view_get_columns (view);
  sum = add_widths (columns);
  parts = share_room (&sum, room);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      adapt_column (column, &parts);
    }
}
