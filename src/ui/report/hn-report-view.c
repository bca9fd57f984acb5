/* The pages of a report one below the other, at any size. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-report-view.h"

#include <math.h>

#include "hn-paper-view.h"

#define MIN_ZOOM 0.35
#define MAX_ZOOM 5.0

/* A page that fits is not blown up beyond this. */
#define MAX_FIT 1.75

/* From one size to the next. */
#define STEP 1.2

/* What is left free beside the page, in pixels: its margins, and a scroll bar that comes. */
#define BESIDE 40

/* More pages are laid out when less than so many screens are left below. */
#define SCREENS_AHEAD 3

struct _HnReportView
{
  AdwBin parent_instance;

  HnReportPreview *preview;
  double zoom;
  gboolean fit;
  guint page;
  guint fitting; /* an idle source */

  GtkScrolledWindow *scroller; /* not owned */
  GtkListView *view;
};

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_FIT,
  PROP_PAGE,
  N_PROPS
};

enum
{
  PRESSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnReportView, hn_report_view, ADW_TYPE_BIN)

/* --- the size ------------------------------------------------------------ */

static void
set_zoom (HnReportView *self,
          double        zoom)
{
  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (fabs (zoom - self->zoom) < 0.001)
    return;

  self->zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* Of the widest page, in points. */
static double
widest_page (HnReportView *self)
{
  HnReportPages *pages = self->preview != NULL ? hn_report_preview_get_pages (self->preview) : NULL;
  guint n_pages = pages != NULL ? hn_paper_get_n_pages (pages->paper) : 0;
  double widest = 0, width, height;

  for (guint i = 0; i < n_pages; i++)
    {
      hn_paper_get_size (pages->paper, i, &width, &height);
      widest = MAX (widest, width);
    }

  return widest;
}

static void
fit_cb (gpointer data)
{
  HnReportView *self = data;
  double widest = widest_page (self);
  double room = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller)) - BESIDE;

  self->fitting = 0;
  if (self->fit && widest > 0 && room > 0)
    set_zoom (self, MIN (room / widest, MAX_FIT));
}

/* Not while widgets get their places, which it would change. */
static void
queue_fit (HnReportView *self)
{
  if (self->fit && self->fitting == 0)
    self->fitting = g_idle_add_once (fit_cb, self);
}

static void
set_fit (HnReportView *self,
         gboolean      fit)
{
  if (self->fit == fit)
    return;

  self->fit = fit;
  queue_fit (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

static gboolean
scroll_cb (HnReportView             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0)
    return FALSE;

  hn_report_view_zoom (self, dy < 0 ? 1 : -1);

  return TRUE;
}

/* --- the place ----------------------------------------------------------- */

/* The page in the middle of what is seen. */
static void
find_page (HnReportView *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  double middle = gtk_widget_get_height (view) / 2.0;
  GtkWidget *picked = gtk_widget_pick (view, gtk_widget_get_width (view) / 2.0, middle, GTK_PICK_DEFAULT);
  GtkWidget *paper =
    picked != NULL && !HN_IS_PAPER_VIEW (picked) ? gtk_widget_get_ancestor (picked, HN_TYPE_PAPER_VIEW) : picked;
  guint page = paper != NULL ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (paper), "page")) : self->page;

  if (page == self->page)
    return;

  self->page = page;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
scrolled_cb (HnReportView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double screen = gtk_adjustment_get_page_size (adjustment);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - screen;

  if (self->preview != NULL && screen > 0 && below < SCREENS_AHEAD * screen)
    hn_report_preview_load_more (self->preview);
  find_page (self);
}

static void
scroll_by (HnReportView *self,
           double        screens)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + screens * gtk_adjustment_get_page_size (adjustment));
}

/* Beyond the last figure of a page is the first of the next; Tab leads out of the pages. */
static gboolean
step_page (HnReportView *self,
           int           by)
{
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  GtkWidget *other = NULL;

  if (item != NULL)
    other = by > 0 ? gtk_widget_get_next_sibling (item) : gtk_widget_get_prev_sibling (item);

  return other != NULL && gtk_widget_child_focus (other, GTK_DIR_TAB_FORWARD);
}

/* What the pages leave of the keys goes through them all. */
static gboolean
key_cb (HnReportView    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Page_Up:
      scroll_by (self, -0.9);
      return TRUE;
    case GDK_KEY_Page_Down:
      scroll_by (self, 0.9);
      return TRUE;
    case GDK_KEY_Left:
      return step_page (self, -1);
    case GDK_KEY_Right:
      return step_page (self, 1);
    case GDK_KEY_Up:
      scroll_by (self, -0.12);
      return TRUE;
    case GDK_KEY_Down:
      scroll_by (self, 0.12);
      return TRUE;
    case GDK_KEY_Home:
      scroll_by (self, -G_MAXINT);
      return TRUE;
    case GDK_KEY_End:
      scroll_by (self, G_MAXINT);
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- pages --------------------------------------------------------------- */

static void
pressed_cb (HnReportView *self,
            gpointer      spot)
{
  g_signal_emit (self, signals[PRESSED], 0, spot);
}

static void
setup_cb (HnReportView *self,
          GtkListItem  *item)
{
  GtkWidget *paper = hn_paper_view_new (self->preview);

  g_object_bind_property (self, "zoom", paper, "zoom", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (paper, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, paper);
  /* The page itself takes the focus, for its figures. */
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (HnReportView *self,
         GtkListItem  *item)
{
  HnReportPageItem *page = gtk_list_item_get_item (item);
  g_autofree char *name = hn_report_page_item_get_name (page);
  GtkWidget *paper = gtk_list_item_get_child (item);

  gtk_list_item_set_accessible_label (item, name);
  g_object_set_data (G_OBJECT (paper), "page", GUINT_TO_POINTER (gtk_list_item_get_position (item)));
  hn_paper_view_set_item (HN_PAPER_VIEW (paper), page);
}

static void
unbind_cb (HnReportView *self,
           GtkListItem  *item)
{
  hn_paper_view_set_item (HN_PAPER_VIEW (gtk_list_item_get_child (item)), NULL);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_report_view_dispose (GObject *object)
{
  HnReportView *self = HN_REPORT_VIEW (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_REPORT_VIEW);
  g_clear_object (&self->preview);

  G_OBJECT_CLASS (hn_report_view_parent_class)->dispose (object);
}

static void
hn_report_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HnReportView *self = HN_REPORT_VIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT:
      g_value_set_boolean (value, self->fit);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_report_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_FIT:
      set_fit (HN_REPORT_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags seen = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, MIN_ZOOM, MAX_ZOOM, 1, seen);
  properties[PROP_FIT] = g_param_spec_boolean ("fit", NULL, NULL, TRUE, seen | G_PARAM_WRITABLE);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, seen);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_report_view_class_init (HnReportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_report_view_dispose;
  object_class->get_property = hn_report_view_get_property;
  object_class->set_property = hn_report_view_set_property;

  install_properties (object_class);
  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HnReportView, view);
}

static void
add_controllers (HnReportView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
hn_report_view_init (HnReportView *self)
{
  GtkAdjustment *vertical;

  self->zoom = 1;
  self->fit = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The bin owns it: a child of the template would be disposed of twice. */
  self->scroller = GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)));
  add_controllers (self);
  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
}

/**
 * hn_report_view_set_preview:
 * @preview: whose pages are shown; it is set once
 */
void
hn_report_view_set_preview (HnReportView    *self,
                            HnReportPreview *preview)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (preview)));

  g_return_if_fail (HN_IS_REPORT_VIEW (self));
  g_return_if_fail (self->preview == NULL);

  self->preview = g_object_ref (preview);
  g_signal_connect_object (preview, "notify::state", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * hn_report_view_get_page:
 *
 * Returns: which page is looked at, from 0
 */
guint
hn_report_view_get_page (HnReportView *self)
{
  g_return_val_if_fail (HN_IS_REPORT_VIEW (self), 0);

  return self->page;
}

/**
 * hn_report_view_scroll_to:
 * @page: one that is known, from 0
 */
void
hn_report_view_scroll_to (HnReportView *self,
                          guint         page)
{
  g_autoptr (GtkScrollInfo) info = gtk_scroll_info_new ();

  g_return_if_fail (HN_IS_REPORT_VIEW (self));

  gtk_list_view_scroll_to (self->view, page, GTK_LIST_SCROLL_NONE, info);
}

/**
 * hn_report_view_zoom:
 * @by: 1 larger, -1 smaller, 0 as wide as there is room
 */
void
hn_report_view_zoom (HnReportView *self,
                     int           by)
{
  g_return_if_fail (HN_IS_REPORT_VIEW (self));

  set_fit (self, by == 0);
  if (by != 0)
    set_zoom (self, self->zoom * (by > 0 ? STEP : 1 / STEP));
}
