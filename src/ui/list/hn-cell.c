/* One line of text in a row of a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list has hundreds of cells before its first frame, and builds more while it is searched. A GtkInscription makes its
 * layout when it is made, outside of every row: GTK works out its style by every rule of the theme, and once more when
 * it stands in its row. This one makes its layout when it is drawn, and asks for the height of a line once a font. */

#include "hn-cell.h"

struct _HnCell
{
  GtkWidget parent_instance;

  char *text;
  PangoLayout *layout; /* NULL until it is needed */
  PangoEllipsizeMode ellipsize;
  gboolean numeric;
  gboolean at_end;
};

G_DEFINE_FINAL_TYPE (HnCell, hn_cell, GTK_TYPE_WIDGET)

static G_DEFINE_QUARK (hn-cell-heights, heights)

/* --- measures ------------------------------------------------------------ */

/* The heights of lines in pixels, by what describes the font, as long as the fonts are the same. */
typedef struct
{
  GHashTable *by_font;
  guint serial;
} Heights;

static void
heights_free (gpointer data)
{
  Heights *heights = data;

  g_hash_table_unref (heights->by_font);
  g_free (heights);
}

static Heights *
get_heights (PangoFontMap *fonts)
{
  Heights *heights = g_object_get_qdata (G_OBJECT (fonts), heights_quark ());

  if (heights == NULL)
    {
      heights = g_new0 (Heights, 1);
      heights->by_font =
        g_hash_table_new_full ((GHashFunc) pango_font_description_hash, (GEqualFunc) pango_font_description_equal,
                               (GDestroyNotify) pango_font_description_free, NULL);
      g_object_set_qdata_full (G_OBJECT (fonts), heights_quark (), heights, heights_free);
    }
  if (heights->serial != pango_font_map_get_serial (fonts))
    g_hash_table_remove_all (heights->by_font);
  heights->serial = pango_font_map_get_serial (fonts);

  return heights;
}

static int
measure_line (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static int
get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  Heights *heights = get_heights (pango_context_get_font_map (context));
  int height = GPOINTER_TO_INT (g_hash_table_lookup (heights->by_font, font));

  if (height > 0)
    return height;

  height = measure_line (context);
  g_hash_table_insert (heights->by_font, pango_font_description_copy (font), GINT_TO_POINTER (height));

  return height;
}

/* --- the text ------------------------------------------------------------ */

static PangoLayout *
get_layout (HnCell *self)
{
  if (self->layout != NULL)
    return self->layout;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, self->ellipsize);
  if (self->numeric)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (self->layout, attributes);
    }

  return self->layout;
}

static int
get_text_width (HnCell *self)
{
  int width;

  pango_layout_set_width (get_layout (self), -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);

  return width;
}

/* --- the widget ---------------------------------------------------------- */

static void
hn_cell_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  HnCell *self = HN_CELL (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_line_height (widget);
  else if (self->ellipsize == PANGO_ELLIPSIZE_NONE)
    *minimum = *natural = get_text_width (self);
  else
    *minimum = *natural = 0;
}

static void
hn_cell_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  HnCell *self = HN_CELL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), text_width, text_height;
  PangoLayout *layout;
  GdkRGBA color;

  if (self->text == NULL || *self->text == '\0')
    return;

  layout = get_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_widget_get_color (widget, &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->at_end ? (float) (width - text_width) : 0,
                                                          (float) ((height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
hn_cell_css_changed (GtkWidget         *widget,
                     GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hn_cell_parent_class)->css_changed (widget, change);

  if (HN_CELL (widget)->layout != NULL)
    pango_layout_context_changed (HN_CELL (widget)->layout);
}

/* The whole text, where there is no room for it. */
static gboolean
hn_cell_query_tooltip (GtkWidget  *widget,
                       int         x,
                       int         y,
                       gboolean    keyboard,
                       GtkTooltip *tooltip)
{
  HnCell *self = HN_CELL (widget);

  if (self->text == NULL || *self->text == '\0' || get_text_width (self) <= gtk_widget_get_width (widget))
    return FALSE;

  gtk_tooltip_set_text (tooltip, self->text);

  return TRUE;
}

static void
hn_cell_finalize (GObject *object)
{
  HnCell *self = HN_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (hn_cell_parent_class)->finalize (object);
}

static void
hn_cell_class_init (HnCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hn_cell_finalize;
  widget_class->measure = hn_cell_measure;
  widget_class->snapshot = hn_cell_snapshot;
  widget_class->css_changed = hn_cell_css_changed;
  widget_class->query_tooltip = hn_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
hn_cell_init (HnCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * hn_cell_new:
 * @ellipsize: where a text is cut that is too long; %PANGO_ELLIPSIZE_NONE takes the room that the text needs
 *
 * A cell without a text yet. It takes what width it gets: to measure the texts of all rows is what makes a list slow.
 */
GtkWidget *
hn_cell_new (PangoEllipsizeMode ellipsize)
{
  HnCell *self = g_object_new (HN_TYPE_CELL, NULL);

  self->ellipsize = ellipsize;

  return GTK_WIDGET (self);
}

/**
 * hn_cell_get_text:
 *
 * Returns: (nullable): what it shows
 */
const char *
hn_cell_get_text (HnCell *self)
{
  g_return_val_if_fail (HN_IS_CELL (self), NULL);

  return self->text;
}

/**
 * hn_cell_set_text:
 * @text: (nullable): one line
 */
void
hn_cell_set_text (HnCell     *self,
                  const char *text)
{
  g_return_if_fail (HN_IS_CELL (self));

  if (!g_set_str (&self->text, text))
    return;

  text = text != NULL ? text : "";
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->ellipsize == PANGO_ELLIPSIZE_NONE)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hn_cell_set_numeric:
 * @at_end: whether the text stands at the end of the cell
 *
 * Gives its figures one width, so that they stand one below the other.
 */
void
hn_cell_set_numeric (HnCell   *self,
                     gboolean  at_end)
{
  g_return_if_fail (HN_IS_CELL (self));

  self->numeric = TRUE;
  self->at_end = at_end;
  g_clear_object (&self->layout);
}
