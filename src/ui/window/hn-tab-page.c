/* The lists of a tab, one shown at a time, and beside it the selected record.
 *
 *   switcher ── lists (a stack, each filled when it is first shown)
 *                 │ selection
 *                 ▼
 *               side: in a slim window a sheet over the list, else next to it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-tab-page-private.h"

#include "hn-spoken.h"

enum
{
  PROP_0,
  PROP_KIND,
  PROP_SIDE_SHOWN,
  PROP_SIDE_WANTED,
  PROP_SIDE_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnTabPage, hn_tab_page, ADW_TYPE_BIN)

/* --- the selected record --------------------------------------------------- */

static void
update_record_actions (HnTabPage *self)
{
  HnListPage *list = hn_tab_page_get_list (self);
  gboolean one = list != NULL && hn_list_page_get_selected_id (list) != 0;
  gboolean writable = !hn_store_is_read_only (hn_context_get_store (self->context));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", one && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.duplicate", one && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", one && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.history", one);
}

static void
selected_changed_cb (HnTabPage  *self,
                     GParamSpec *pspec,
                     HnListPage *list)
{
  if (list != hn_tab_page_get_list (self))
    return;

  hn_tab_page_update_side (self);
  update_record_actions (self);
}

/* In a narrow window a row that is pressed leads to its record. */
static void
activated_cb (HnTabPage  *self,
              gint64      id,
              HnListPage *list)
{
  hn_tab_page_update_side (self);
  hn_tab_page_move_side (self, TRUE);
  if (self->slim)
    gtk_widget_grab_focus (self->side);
}

/* --- the lists ----------------------------------------------------------- */

/* A list is built when it is first shown: one is what a start pays for. */
static HnListPage *
fill_list (HnTabPage *self,
           AdwBin    *bin)
{
  const HnKind *kind = g_object_get_data (G_OBJECT (bin), "kind");
  GtkWidget *list = hn_list_page_new (self->context, kind);

  hn_list_page_set_narrow (HN_LIST_PAGE (list), self->narrow);
  g_signal_connect_object (list, "notify::selected-id", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (bin, list);

  return HN_LIST_PAGE (list);
}

/* Of several kinds that do not fit, the one that is chosen is in sight; and a screen reader is told which it is. */
static void
show_chosen (HnTabPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->switcher_scroller);
  double upper = gtk_adjustment_get_upper (adjustment), page = gtk_adjustment_get_page_size (adjustment);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->lists);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      {
        gtk_adjustment_set_value (adjustment, upper * (i + 0.5) / n - page / 2);
        hn_spoken_tabs (self->switcher, i);
      }
}

static void
list_changed_cb (HnTabPage *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->lists);

  if (bin == NULL || self->context == NULL)
    return;

  if (adw_bin_get_child (ADW_BIN (bin)) == NULL)
    fill_list (self, ADW_BIN (bin));
  if (self->slim)
    hn_tab_page_move_side (self, FALSE);
  hn_tab_page_update_side (self);
  update_record_actions (self);
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static void
add_lists (HnTabPage    *self,
           GPtrArray    *kinds,
           const HnKind *first)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      const HnKind *kind = g_ptr_array_index (kinds, i);
      GtkWidget *bin = adw_bin_new ();

      g_object_set_data (G_OBJECT (bin), "kind", (gpointer) kind);
      adw_view_stack_add_titled (self->lists, bin, kind->name, hn_kind_get_plural (kind));
    }
  adw_view_stack_set_visible_child_name (self->lists, first->name);
}

/* --- actions ------------------------------------------------------------- */

/* What is asked for beside a list is done by the list. */
static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autofree char *of_list = g_strconcat ("list.", name + strlen ("record."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (hn_tab_page_get_list (HN_TAB_PAGE (widget))), of_list, NULL);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  HnListPage *list = hn_tab_page_get_list (HN_TAB_PAGE (widget));
  gint64 id = hn_list_page_get_selected_id (list);

  if (id != 0)
    gtk_widget_activate_action (widget, "win.show-history", "(sx)", hn_list_page_get_kind (list)->name, id);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HnTabPage *self = HN_TAB_PAGE (widget);

  hn_tab_page_set_side_shown (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (hn_tab_page_get_list (self)));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_tab_page_dispose (GObject *object)
{
  HnTabPage *self = HN_TAB_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_TAB_PAGE);
  self->side = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_tab_page_parent_class)->dispose (object);
}

static void
hn_tab_page_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  HnTabPage *self = HN_TAB_PAGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, hn_tab_page_get_kind (self)->name);
      break;
    case PROP_SIDE_SHOWN:
      g_value_set_boolean (value, adw_overlay_split_view_get_show_sidebar (self->split));
      break;
    case PROP_SIDE_WANTED:
      g_value_set_boolean (value, self->wanted);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, self->side_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_tab_page_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  HnTabPage *self = HN_TAB_PAGE (object);

  switch (prop_id)
    {
    case PROP_SIDE_SHOWN:
      hn_tab_page_set_side_shown (self, g_value_get_boolean (value));
      break;
    case PROP_SIDE_WANTED:
      hn_tab_page_set_side_wanted (self, g_value_get_boolean (value));
      break;
    case PROP_SIDE_WIDTH:
      hn_tab_page_set_side_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDE_SHOWN] = g_param_spec_boolean ("side-shown", NULL, NULL, FALSE, both);
  properties[PROP_SIDE_WANTED] = g_param_spec_boolean ("side-wanted", NULL, NULL, FALSE, both);
  properties[PROP_SIDE_WIDTH] =
    g_param_spec_int ("side-width", NULL, NULL, HN_SIDE_MIN_WIDTH, HN_SIDE_MAX_WIDTH, HN_SIDE_MIN_WIDTH, both);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_tab_page_class_init (HnTabPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_tab_page_dispose;
  object_class->get_property = hn_tab_page_get_property;
  object_class->set_property = hn_tab_page_set_property;
  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "record.edit", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "record.duplicate", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "record.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "record.close", NULL, close_action);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-tab-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnTabPage, switcher_scroller);
  gtk_widget_class_bind_template_child (widget_class, HnTabPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, HnTabPage, lists);
  gtk_widget_class_bind_template_child (widget_class, HnTabPage, split);
  gtk_widget_class_bind_template_child (widget_class, HnTabPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, HnTabPage, handle);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  hn_tab_page_bind_side (widget_class);
}

static void
hn_tab_page_init (HnTabPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (self->handle, "col-resize");
}

/**
 * hn_tab_page_new:
 * @kinds: (element-type HnKind): whose lists the tab has
 * @first: of which of them it is shown first
 */
GtkWidget *
hn_tab_page_new (HnContext    *context,
                 GPtrArray    *kinds,
                 const HnKind *first)
{
  HnTabPage *self;
  GSettings *settings;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (kinds != NULL && kinds->len > 0, NULL);
  g_return_val_if_fail (first != NULL, NULL);

  self = g_object_new (HN_TYPE_TAB_PAGE, NULL);
  settings = hn_context_get_settings (context);
  add_lists (self, kinds, first);
  self->context = g_object_ref (context);
  g_settings_bind (settings, "side-shown", self, "side-wanted", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "side-width", self, "side-width", G_SETTINGS_BIND_DEFAULT);
  list_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * hn_tab_page_has_kind:
 *
 * Returns: whether the tab has a list of the kind or view
 */
gboolean
hn_tab_page_has_kind (HnTabPage    *self,
                      const HnKind *kind)
{
  g_return_val_if_fail (HN_IS_TAB_PAGE (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  return adw_view_stack_get_child_by_name (self->lists, kind->name) != NULL;
}

/**
 * hn_tab_page_get_kind:
 *
 * Returns: (nullable): the kind whose list is seen
 */
const HnKind *
hn_tab_page_get_kind (HnTabPage *self)
{
  g_return_val_if_fail (HN_IS_TAB_PAGE (self), NULL);

  return hn_kind_lookup (adw_view_stack_get_visible_child_name (self->lists));
}

/**
 * hn_tab_page_get_list:
 *
 * Returns: (transfer none): the list that is shown
 */
HnListPage *
hn_tab_page_get_list (HnTabPage *self)
{
  GtkWidget *bin;

  g_return_val_if_fail (HN_IS_TAB_PAGE (self), NULL);

  bin = adw_view_stack_get_visible_child (self->lists);

  return HN_LIST_PAGE (adw_bin_get_child (ADW_BIN (bin)));
}

/**
 * hn_tab_page_show_list:
 * @kind: one of the tab's
 *
 * Returns: (transfer none): its list, which is shown now
 */
HnListPage *
hn_tab_page_show_list (HnTabPage    *self,
                       const HnKind *kind)
{
  g_return_val_if_fail (HN_IS_TAB_PAGE (self), NULL);
  g_return_val_if_fail (hn_tab_page_has_kind (self, kind), NULL);

  adw_view_stack_set_visible_child_name (self->lists, kind->name);

  return hn_tab_page_get_list (self);
}

/**
 * hn_tab_page_show_record:
 * @kind: one of the tab's
 * @id: a record of it
 *
 * Shows it in its list and at the side, where the person has not put that away.
 */
void
hn_tab_page_show_record (HnTabPage    *self,
                         const HnKind *kind,
                         gint64        id)
{
  HnListPage *list = hn_tab_page_show_list (self, kind);

  g_return_if_fail (list != NULL);

  hn_list_page_select (list, id);
  if (self->slim)
    {
      hn_record_side_set_record (hn_tab_page_take_side (self), kind, id);
      hn_tab_page_move_side (self, TRUE);
    }
}

/**
 * hn_tab_page_step:
 * @by: 1 for the next list, -1 for the one before; the last is followed by the first
 */
void
hn_tab_page_step (HnTabPage *self,
                  int        by)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  guint n, at = 0;

  g_return_if_fail (HN_IS_TAB_PAGE (self));

  pages = adw_view_stack_get_pages (self->lists);
  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  while (at < n && !gtk_selection_model_is_selected (pages, at))
    at++;
  gtk_selection_model_select_item (pages, (guint) ((int) (at + n) + by) % n, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (hn_tab_page_get_list (self)), GTK_DIR_TAB_FORWARD);
}

/**
 * hn_tab_page_set_narrow:
 * @narrow: there is no room for the switcher, which a drop-down elsewhere stands for, nor for columns
 * @slim: there is not even room for two things next to each other
 */
void
hn_tab_page_set_narrow (HnTabPage *self,
                        gboolean   narrow,
                        gboolean   slim)
{
  g_return_if_fail (HN_IS_TAB_PAGE (self));

  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_scroller), !narrow);
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->lists)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    if (adw_bin_get_child (ADW_BIN (bin)) != NULL)
      hn_list_page_set_narrow (HN_LIST_PAGE (adw_bin_get_child (ADW_BIN (bin))), narrow);

  if (self->slim == slim)
    return;
  self->slim = slim;
  gtk_widget_set_visible (self->handle, !slim);
  hn_tab_page_update_width (self);
  adw_overlay_split_view_set_collapsed (self->split, slim);
  hn_tab_page_move_side (self, !slim && self->wanted && self->side != NULL);
}

/**
 * hn_tab_page_get_side:
 *
 * Returns: (transfer none) (nullable): the selected record, where it is shown
 */
GtkWidget *
hn_tab_page_get_side (HnTabPage *self)
{
  g_return_val_if_fail (HN_IS_TAB_PAGE (self), NULL);

  return adw_overlay_split_view_get_show_sidebar (self->split) ? self->side : NULL;
}
