/* One list of records: the search and the filter above it, its rows, and what they add up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "hn-list-page-private.h"
#include "hn-record-view.h"
#include "hn-saved-lists.h"
#include "hn-saved-menu.h"

enum
{
  PROP_0,
  PROP_SELECTED_ID,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnListPage, hn_list_page, ADW_TYPE_BIN)

/* --- what is selected ---------------------------------------------------- */

static void
update_selection (HnListPage *self)
{
  gint64 id = hn_id_selection_get_only_id (self->selection);
  guint n_selected = hn_id_selection_get_n_selected (self->selection);
  gboolean same = self->selected == id && self->n_selected == n_selected && n_selected < 2;
  guint position;

  if (id != 0 && hn_record_list_find (self->list, id, &position))
    self->last_selected = position;
  hn_list_page_update_actions (self);
  hn_list_page_add_up_selected (self);
  hn_list_page_update_foot (self);
  self->selected = id;
  self->n_selected = n_selected;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/* The list has its answer, the selection does not know of it yet. */
static void
remember_selection (HnListPage *self)
{
  self->had_selection = self->n_selected > 0;
}

/* Who deleted the selected record goes on with the one that stands there now. */
static void
select_next (HnListPage *self)
{
  guint n = hn_record_list_get_ids (self->list)->len;

  if (!self->had_selection || n == 0 || hn_id_selection_get_n_selected (self->selection) > 0)
    return;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), MIN (self->last_selected, n - 1), TRUE);
}

/* --- what is shown ------------------------------------------------------- */

static void
answered_cb (HnListPage *self,
             GHashTable *touched)
{
  hn_list_page_update_face (self);
  hn_list_page_update_placeholder (self);
  if (touched != NULL)
    hn_filter_bar_refresh (self->filter_bar);

  if (self->wanted != 0)
    hn_list_page_show_wanted (self);
  else if (touched == NULL)
    hn_list_page_scroll_to (self, 0, FALSE);
  else
    select_next (self);
  update_selection (self);
}

static void
filter_changed_cb (HnListPage *self)
{
  hn_list_query_set_where (self->query, hn_filter_get_where (hn_filter_bar_get_filter (self->filter_bar)));
  hn_list_page_update_actions (self);
}

static void
saved_chosen_cb (HnListPage        *self,
                 const HnSavedList *saved)
{
  g_autofree char *search = g_strdup (saved->search), *sort = g_strdup (saved->sort);
  g_autoptr (HnFilter) filter = hn_filter_new (self->kind, (const char *const *) saved->where);

  hn_filter_bar_set_filter (self->filter_bar, filter);
  hn_list_page_show_search (self, search);
  hn_list_page_set_sort (self, sort);
}

static void
retry_cb (HnListPage *self)
{
  hn_list_query_reload (self->query);
}

/**
 * hn_list_page_activate:
 *
 * Opens the form of a row, or in a narrow window the page of its record.
 */
void
hn_list_page_activate (HnListPage *self,
                       guint       position)
{
  GArray *ids = hn_record_list_get_ids (self->list);

  if (position >= ids->len)
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position)
      || hn_id_selection_get_n_selected (self->selection) > 1)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (self->narrow)
    g_signal_emit (self, signals[ACTIVATED], 0, g_array_index (ids, gint64, position));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "list.edit", NULL);
}

static void
row_activated_cb (HnListPage *self,
                  guint       position)
{
  hn_list_page_activate (self, position);
}

/* --- the first frame ----------------------------------------------------- */

static gboolean
release_cb (gpointer data)
{
  g_autoptr (HnListPage) self = data;

  hn_record_list_release_tail (self->list);

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                HnListPage    *self)
{
  g_clear_signal_handler (&self->painted, clock);
  g_idle_add (release_cb, g_object_ref (self));
}

static void
hn_list_page_map (GtkWidget *widget)
{
  HnListPage *self = HN_LIST_PAGE (widget);

  GTK_WIDGET_CLASS (hn_list_page_parent_class)->map (widget);

  if (self->painted == 0)
    self->painted = g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                                             G_CALLBACK (after_paint_cb), self, G_CONNECT_DEFAULT);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_list_page_dispose (GObject *object)
{
  HnListPage *self = HN_LIST_PAGE (object);

  g_clear_handle_id (&self->blink, g_source_remove);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_handle_id (&self->adapt, g_source_remove);
  if (self->keep != 0)
    hn_list_page_keep_columns_now (self);
  g_cancellable_cancel (self->adding_up);
  g_clear_object (&self->adding_up);
  g_clear_pointer (&self->selected_sums, g_ptr_array_unref);
  /* Columns that go take the order with them, which nobody wants to see any more. */
  self->arranging = TRUE;
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_LIST_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->query);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_list_page_parent_class)->dispose (object);
}

static void
hn_list_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HnListPage *self = HN_LIST_PAGE (object);

  switch (prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnListPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, faces);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, clear_search_button);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, clear_filters_button);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, failed_clear_button);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, view);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, foot);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, foot_label);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, selection_buttons);
  gtk_widget_class_bind_template_child (widget_class, HnListPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hn_list_page_class_init (HnListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_list_page_dispose;
  object_class->get_property = hn_list_page_get_property;
  widget_class->map = hn_list_page_map;

  /**
   * HnListPage:selected-id:
   *
   * The selected record; 0 where there is none or several. It is also notified where others are of several.
   */
  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HnListPage::activated:
   * @id: of a record
   *
   * In a narrow window: the record is to be shown instead of the list.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);

  hn_list_page_install_actions (widget_class);
  g_type_ensure (HN_TYPE_FILTER_BAR);
  bind_template (widget_class);
}

static void
hn_list_page_init (HnListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  hn_list_page_build_search (self);
  hn_list_page_build_menu (self);
}

static void
connect_query (HnListPage *self)
{
  g_signal_connect_object (self->query, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::state", G_CALLBACK (hn_list_page_update_face_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "notify::sums", G_CALLBACK (hn_list_page_update_foot), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hn_list_page_new:
 * @kind: a kind or view
 *
 * A page with the records of a kind; everything about it follows from the kind's table.
 */
GtkWidget *
hn_list_page_new (HnContext    *context,
                  const HnKind *kind)
{
  g_autoptr (HnListLayout) layout = NULL;
  HnListPage *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  layout = hn_list_memory_read (hn_context_get_settings (context), kind);
  self = g_object_new (HN_TYPE_LIST_PAGE, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;
  self->query = hn_list_query_new_sorted (hn_context_get_store (context), kind, layout->sort);
  self->list = hn_record_list_new (self->query);
  g_signal_connect_object (self->query, "answered", G_CALLBACK (remember_selection), self, G_CONNECT_SWAPPED);
  self->selection = hn_id_selection_new (self->list);
  self->saved_menu = hn_saved_menu_new (context, self->query);

  hn_list_page_fill_texts (self);
  hn_filter_bar_set_kind (self->filter_bar, context, kind);
  gtk_menu_button_set_popover (hn_filter_bar_get_saved_button (self->filter_bar), self->saved_menu);
  g_signal_connect_object (self->saved_menu, "chosen", G_CALLBACK (saved_chosen_cb), self, G_CONNECT_SWAPPED);
  hn_list_page_build_columns (self, layout);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  connect_query (self);
  hn_list_page_update_face (self);
  hn_list_page_update_placeholder (self);
  update_selection (self);

  return GTK_WIDGET (self);
}

/**
 * hn_list_page_get_kind:
 *
 * Returns: the kind or view whose records the page lists
 */
const HnKind *
hn_list_page_get_kind (HnListPage *self)
{
  g_return_val_if_fail (HN_IS_LIST_PAGE (self), NULL);

  return self->kind;
}

/**
 * hn_list_page_set_narrow:
 *
 * In a narrow window a record is two lines instead of a row of columns, and a touch opens it.
 */
void
hn_list_page_set_narrow (HnListPage *self,
                         gboolean    narrow)
{
  g_return_if_fail (HN_IS_LIST_PAGE (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  hn_record_view_set_narrow (self->view, narrow);
  hn_filter_bar_set_narrow (self->filter_bar, narrow);
  hn_list_page_update_columns_menu (self);
  hn_list_page_update_foot (self);
}

/**
 * hn_list_page_get_selected_id:
 *
 * Returns: the selected record; 0 where there is none or several
 */
gint64
hn_list_page_get_selected_id (HnListPage *self)
{
  g_return_val_if_fail (HN_IS_LIST_PAGE (self), 0);

  return self->selected;
}

/**
 * hn_list_page_get_selected_ids:
 *
 * Returns: (transfer full) (element-type gint64): the selected records, as the list has them
 */
GArray *
hn_list_page_get_selected_ids (HnListPage *self)
{
  g_return_val_if_fail (HN_IS_LIST_PAGE (self), NULL);

  return hn_id_selection_get_ids (self->selection);
}

/**
 * hn_list_page_select:
 * @id: of a record of the kind
 *
 * Selects a record and goes to it; if the search or the filter hides it, they are taken off.
 */
void
hn_list_page_select (HnListPage *self,
                     gint64      id)
{
  g_return_if_fail (HN_IS_LIST_PAGE (self));

  self->wanted = id;
  hn_id_selection_select_id (self->selection, id);
  if (!hn_list_query_get_loading (self->query))
    hn_list_page_show_wanted (self);
}

/**
 * hn_list_page_set_conditions:
 * @where: (nullable) (array zero-terminated=1): conditions, as #HnListing takes them
 *
 * Shows what meets the conditions, and nothing else.
 */
void
hn_list_page_set_conditions (HnListPage        *self,
                             const char *const *where)
{
  g_autoptr (HnFilter) filter = NULL;

  g_return_if_fail (HN_IS_LIST_PAGE (self));

  filter = hn_filter_new (self->kind, where);
  hn_list_page_show_search (self, NULL);
  hn_filter_bar_set_filter (self->filter_bar, filter);
}
