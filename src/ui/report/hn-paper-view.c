/* One page of a report on the screen.
 *
 * It is painted by a thread, at the size at which it is seen; until then the picture before is shown, or a white page.
 * Paper is white, also where the window is dark. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-paper-view-private.h"

#include <math.h>

/* Round the page, in pixels. */
#define MARGIN 12

/* No picture is larger, in pixels of a side. */
#define MAX_SIDE 8192.0

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

enum
{
  PRESSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnPaperView, hn_paper_view, GTK_TYPE_WIDGET)

static void
get_page_size (HnPaperView *self,
               double      *width,
               double      *height)
{
  *width = *height = 0;
  if (self->item != NULL)
    hn_paper_get_size (hn_report_page_item_get_pages (self->item)->paper, hn_report_page_item_get_index (self->item),
                       width, height);
}

/* --- painting ------------------------------------------------------------ */

typedef struct
{
  HnReportPages *pages;
  guint page;
  double scale; /* device pixels a point */
} Painting;

static void
painting_free (gpointer data)
{
  Painting *painting = data;

  hn_report_pages_unref (painting->pages);
  g_free (painting);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Painting *painting = data;
  cairo_surface_t *surface;
  double width, height;
  gboolean held;
  cairo_t *cr;

  hn_paper_get_size (painting->pages->paper, painting->page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * painting->scale),
                                        (int) ceil (height * painting->scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, painting->scale, painting->scale);
  held = hn_paper_draw (painting->pages->paper, painting->page, cr);
  cairo_destroy (cr);
  g_task_return_pointer (task, held ? make_texture (surface) : NULL, g_object_unref);
  cairo_surface_destroy (surface);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HnPaperView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* Another page or size is wanted meanwhile. */
  if (g_task_get_cancellable (G_TASK (result)) != self->painting)
    return;

  texture = g_task_propagate_pointer (G_TASK (result), &error);
  g_clear_object (&self->painting);
  if (texture == NULL && error == NULL && self->item != NULL)
    {
      /* The page is made again, and says so. */
      hn_report_preview_read_page (self->preview, self->item);
      return;
    }
  if (texture == NULL)
    return;

  g_set_object (&self->texture, texture);
  self->stale = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
wanted_scale (HnPaperView *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  double width, height;

  get_page_size (self, &width, &height);

  return MIN (self->zoom * gdk_surface_get_scale (surface), MAX_SIDE / MAX (width, height));
}

static void
stop_painting (HnPaperView *self)
{
  g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
}

static void
paint (HnPaperView *self)
{
  double scale = wanted_scale (self);
  g_autoptr (GTask) task = NULL;
  Painting *painting;

  if (scale == self->painted_scale && (self->painting != NULL || !self->stale))
    return;

  stop_painting (self);
  self->painting = g_cancellable_new ();
  self->painted_scale = scale;
  painting = g_new0 (Painting, 1);
  painting->pages = hn_report_pages_ref (hn_report_page_item_get_pages (self->item));
  painting->page = hn_report_page_item_get_index (self->item);
  painting->scale = scale;
  /* Not as the task's source: the painting thread may be the last to let go of that, and of a widget it must not. */
  task = g_task_new (NULL, self->painting, painted_cb, g_object_ref (self));
  g_task_set_task_data (task, painting, painting_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * hn_paper_view_get_page:
 * @page: (out): where the page lies in the widget, in pixels
 */
void
hn_paper_view_get_page (HnPaperView     *self,
                        graphene_rect_t *page)
{
  double width, height;

  get_page_size (self, &width, &height);
  width *= self->zoom;
  height *= self->zoom;
  graphene_rect_init (page, (float) floor (MAX ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2, MARGIN)),
                      MARGIN, (float) width, (float) height);
}

static void
snapshot_shadow (GtkSnapshot           *snapshot,
                 const graphene_rect_t *page)
{
  GskRoundedRect outline;
  GdkRGBA shade = { 0, 0, 0, 0.25f };

  gsk_rounded_rect_init_from_rect (&outline, page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 1, 4);
}

/* A line below the figure, and round the one that keys have chosen a frame. */
static void
snapshot_current (HnPaperView           *self,
                  GtkSnapshot           *snapshot,
                  const graphene_rect_t *page)
{
  const HnPaperSpot *spot = hn_paper_view_get_spot (self);
  const GdkRGBA ink = { 0.1f, 0.37f, 0.71f, 1 };
  float zoom = (float) self->zoom;

  if (spot == NULL)
    return;

  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT (page->origin.x + (float) spot->text.x * zoom,
                                                  page->origin.y + (float) (spot->text.y + spot->text.height) * zoom
                                                    - 1,
                                                  (float) spot->text.width * zoom, 1.5f));
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      GskRoundedRect frame;
      const float widths[] = { 2, 2, 2, 2 };
      const GdkRGBA colors[] = { ink, ink, ink, ink };

      gsk_rounded_rect_init_from_rect (&frame,
                                       &GRAPHENE_RECT_INIT (page->origin.x + (float) spot->cell.x * zoom,
                                                            page->origin.y + (float) spot->cell.y * zoom,
                                                            (float) spot->cell.width * zoom,
                                                            (float) spot->cell.height * zoom),
                                       2);
      gtk_snapshot_append_border (snapshot, &frame, widths, colors);
    }
}

static void
hn_paper_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  HnPaperView *self = HN_PAPER_VIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t page;

  if (self->item == NULL)
    return;

  paint (self);
  hn_paper_view_get_page (self, &page);
  snapshot_shadow (snapshot, &page);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &page);
  else
    gtk_snapshot_append_color (snapshot, &white, &page);
  snapshot_current (self, snapshot, &page);
}

static void
hn_paper_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  HnPaperView *self = HN_PAPER_VIEW (widget);
  double width, height;

  get_page_size (self, &width, &height);
  *minimum = *natural =
    (int) ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->zoom) + 2 * MARGIN;
}

/* --- the object ---------------------------------------------------------- */

static void
item_changed_cb (HnPaperView *self)
{
  g_autofree char *name = self->item != NULL ? hn_report_page_item_get_name (self->item) : NULL;
  guint current = self->current;

  self->stale = TRUE;
  stop_painting (self);
  self->painted_scale = 0;
  hn_paper_view_update_spots (self);
  self->current = G_MAXUINT;
  hn_paper_view_set_current (self, current < self->spots->len ? current : G_MAXUINT);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hn_paper_view_dispose (GObject *object)
{
  HnPaperView *self = HN_PAPER_VIEW (object);

  stop_painting (self);
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->texture);
  g_clear_object (&self->preview);

  G_OBJECT_CLASS (hn_paper_view_parent_class)->dispose (object);
}

static void
hn_paper_view_finalize (GObject *object)
{
  g_array_unref (HN_PAPER_VIEW (object)->spots);

  G_OBJECT_CLASS (hn_paper_view_parent_class)->finalize (object);
}

static void
hn_paper_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, HN_PAPER_VIEW (object)->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_paper_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  HnPaperView *self = HN_PAPER_VIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      if (self->zoom == g_value_get_double (value))
        return;
      self->zoom = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_paper_view_class_init (HnPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_paper_view_dispose;
  object_class->finalize = hn_paper_view_finalize;
  object_class->get_property = hn_paper_view_get_property;
  object_class->set_property = hn_paper_view_set_property;
  widget_class->measure = hn_paper_view_measure;
  widget_class->snapshot = hn_paper_view_snapshot;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.1, 10, 1,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HnPaperView::pressed:
   * @spot: (type gpointer): an #HnPaperSpot, the figure that was chosen
   */
  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hn_paper_view_init (HnPaperView *self)
{
  self->zoom = 1;
  self->current = G_MAXUINT;
  self->spots = g_array_new (FALSE, FALSE, sizeof (HnPaperSpot));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  hn_paper_view_add_controllers (self);
}

/**
 * hn_paper_view_new:
 * @preview: makes pages again that are not held any more
 *
 * Returns: (transfer floating): the view of one page
 */
GtkWidget *
hn_paper_view_new (HnReportPreview *preview)
{
  HnPaperView *self = g_object_new (HN_TYPE_PAPER_VIEW, NULL);

  self->preview = g_object_ref (preview);

  return GTK_WIDGET (self);
}

/**
 * hn_paper_view_set_item:
 * @item: (nullable): the page that is shown
 */
void
hn_paper_view_set_item (HnPaperView      *self,
                        HnReportPageItem *item)
{
  g_return_if_fail (HN_IS_PAPER_VIEW (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    self->changed = g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  /* What it showed was another page. */
  g_clear_object (&self->texture);
  self->current = G_MAXUINT;
  item_changed_cb (self);
}
