/* What was changed: in one record, or in the whole register, newest first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-history-page.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-history-row.h"
#include "hn-history-words.h"
#include "hn-history.h"
#include "hn-spoken.h"
#include "hn-take-back.h"
#include "hn-toast.h"

/* Older changes are read when less than so many pages are left below. */
#define PAGES_AHEAD 2

struct _HnHistoryPage
{
  AdwNavigationPage parent_instance;

  HnContext *context;
  HnHistory *history;
  GPtrArray *kinds; /* of HnKind, as in the drop-down after "all" */

  AdwWindowTitle *window_title;
  GtkEditable *search_entry;
  GtkDropDown *kind_drop_down;
  AdwBanner *numbers_banner;
  AdwBanner *failure_banner;
  GtkStack *faces;
  AdwStatusPage *empty_page;
  AdwStatusPage *failed_page;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkRevealer *more_revealer;
};

G_DEFINE_FINAL_TYPE (HnHistoryPage, hn_history_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- what is shown ------------------------------------------------------- */

static const char *
choose_face (HnHistoryPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->history)) > 0)
    return "full";
  if (hn_history_get_failure (self->history) != NULL)
    return "failed";
  if (hn_history_get_loading (self->history) || !hn_history_get_complete (self->history))
    return "loading";

  return hn_history_is_filtered (self->history) ? "nothing" : "empty";
}

/* Said once, however often the page is brought up to date. */
static void
show_failure (HnHistoryPage *self,
              const char    *failure)
{
  if (!adw_banner_get_revealed (self->failure_banner)
      || !g_str_equal (adw_banner_get_title (self->failure_banner), failure))
    hn_failure_reveal (self->failure_banner, failure);
}

static void
update_faces (HnHistoryPage *self)
{
  const char *failure = hn_history_get_failure (self->history);
  const char *face = choose_face (self);
  gboolean full = g_str_equal (face, "full");

  gtk_stack_set_visible_child_name (self->faces, face);
  if (failure != NULL && full)
    show_failure (self, failure);
  else
    adw_banner_set_revealed (self->failure_banner, FALSE);
  if (failure != NULL && !full)
    hn_failure_fill (self->failed_page, failure);
  gtk_revealer_set_reveal_child (self->more_revealer, full && hn_history_get_loading (self->history));
}

/* What is not filled is filled too. */
static void
load_ahead (HnHistoryPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double below = gtk_adjustment_get_upper (adjustment) - page - gtk_adjustment_get_value (adjustment);

  if (page > 0 && below < PAGES_AHEAD * page && hn_history_get_failure (self->history) == NULL
      && g_str_equal (gtk_stack_get_visible_child_name (self->faces), "full"))
    hn_history_load_more (self->history);
}

/* Who reads the newest changes sees what comes before them; who has read on is left where they are. */
static void
items_changed_cb (HnHistoryPage *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  update_faces (self);
  if (position == 0 && added > 0 && gtk_adjustment_get_value (adjustment) < 1)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

/* --- rows ---------------------------------------------------------------- */

/* An attachment is shown with what it belongs to. */
static void
find_shown (HnHistoryPage  *self,
            const HnKind  **kind,
            gint64         *id)
{
  g_autoptr (HnRecord) record = NULL;

  if (!g_str_equal ((*kind)->name, "attachment"))
    return;

  record = hn_register_load (hn_context_get_reader (self->context), *kind, *id, NULL);
  if (record != NULL)
    *id = hn_record_get_reference (record, "record", kind);
}

static void
show_record_cb (HnHistoryPage *self,
                const char    *name,
                gint64         id)
{
  const HnKind *kind = hn_kind_lookup (name);
  g_autofree char *title = NULL;

  find_shown (self, &kind, &id);
  title = hn_register_get_title (hn_context_get_reader (self->context), kind, id);
  if (title != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", kind->name, id);
  else
    hn_toast_say (GTK_WIDGET (self), _("This record is not in the register any more"));
}

static void
more_cb (HnHistoryPage *self,
         HnHistoryItem *item)
{
  hn_history_load_details (self->history, item);
}

static void
show_changes (GtkWidget    *page,
              const GArray *numbers,
              const char   *sentence)
{
  HnHistoryPage *self = HN_HISTORY_PAGE (page);
  g_autofree char *title = g_strdup_printf (_("What stands on “%s”"), sentence);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  gtk_drop_down_set_selected (self->kind_drop_down, 0);
  gtk_editable_set_text (self->search_entry, "");
  hn_history_set_search (self->history, NULL);
  adw_banner_set_title (self->numbers_banner, markup);
  adw_banner_set_revealed (self->numbers_banner, TRUE);
  hn_history_set_numbers (self->history, numbers);
}

static void
take_back_cb (HnHistoryPage *self,
              HnHistoryItem *item)
{
  hn_take_back (GTK_WIDGET (self), self->context, item, show_changes);
}

static void
row_setup_cb (HnHistoryPage *self,
              GtkListItem   *item)
{
  GtkWidget *row = hn_history_row_new (hn_store_is_read_only (hn_context_get_store (self->context)));

  g_signal_connect_object (row, "show-record", G_CALLBACK (show_record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
row_bind_cb (HnHistoryPage *self,
             GtkListItem   *item)
{
  HnHistoryItem *change = gtk_list_item_get_item (item);
  g_autofree char *sentence = hn_change_sentence (hn_history_item_get_head (change));

  gtk_list_item_set_accessible_label (item, sentence);
  hn_history_row_set_item (HN_HISTORY_ROW (gtk_list_item_get_child (item)), change);
}

static void
row_unbind_cb (HnHistoryPage *self,
               GtkListItem   *item)
{
  hn_history_row_set_item (HN_HISTORY_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- filters ------------------------------------------------------------- */

static void
search_changed_cb (HnHistoryPage *self)
{
  if (self->history != NULL)
    hn_history_set_search (self->history, gtk_editable_get_text (self->search_entry));
}

static void
search_stopped_cb (HnHistoryPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
kind_chosen_cb (HnHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  if (self->history != NULL && selected <= self->kinds->len)
    hn_history_set_kind (self->history, selected > 0 ? g_ptr_array_index (self->kinds, selected - 1) : NULL);
}

static void
numbers_cleared_cb (HnHistoryPage *self)
{
  adw_banner_set_revealed (self->numbers_banner, FALSE);
  hn_history_set_numbers (self->history, NULL);
}

static void
filters_cleared_cb (HnHistoryPage *self)
{
  gtk_drop_down_set_selected (self->kind_drop_down, 0);
  gtk_editable_set_text (self->search_entry, "");
  hn_history_set_search (self->history, NULL);
  numbers_cleared_cb (self);
}

static void
retry_cb (HnHistoryPage *self)
{
  hn_history_reload (self->history);
}

static void
fill_kinds (HnHistoryPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  gtk_string_list_append (names, _("All Kinds"));
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->base != NULL)
        continue;
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
      gtk_string_list_append (names, hn_kind_get_plural (kinds[i]));
    }
  gtk_drop_down_set_expression (self->kind_drop_down,
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (names));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_history_page_dispose (GObject *object)
{
  HnHistoryPage *self = HN_HISTORY_PAGE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_HISTORY_PAGE);

  G_OBJECT_CLASS (hn_history_page_parent_class)->dispose (object);
}

static void
hn_history_page_finalize (GObject *object)
{
  g_ptr_array_unref (HN_HISTORY_PAGE (object)->kinds);

  G_OBJECT_CLASS (hn_history_page_parent_class)->finalize (object);
}

static void
hn_history_page_class_init (HnHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_history_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, numbers_banner);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, faces);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryPage, more_revealer);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, numbers_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
hn_history_page_init (HnHistoryPage *self)
{
  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_drop_down (self->kind_drop_down, _("Kind of record"));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self));
}

static void
build_view (HnHistoryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->history)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (load_ahead), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (load_ahead), self, G_CONNECT_SWAPPED);
}

static void
set_words (HnHistoryPage *self,
           const HnKind  *kind,
           gint64         id)
{
  g_autofree char *title = NULL;

  if (kind == NULL)
    {
      adw_status_page_set_description (
        self->empty_page, _("Every record that is added, changed or deleted is noted here, and can be taken back."));
      return;
    }

  title = hn_register_get_title (hn_context_get_reader (self->context), kind, id);
  adw_window_title_set_subtitle (self->window_title, title != NULL ? title : hn_kind_get_label (kind));
  adw_status_page_set_description (self->empty_page, _("The record is as it was when the register began."));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_drop_down), FALSE);
}

/**
 * hn_history_page_new:
 * @context: what the window works with
 * @kind: (nullable): a kind or view; %NULL is the whole register
 * @id: a record of it, which may be gone
 *
 * Returns: the history of a record, or of the register
 */
AdwNavigationPage *
hn_history_page_new (HnContext    *context,
                     const HnKind *kind,
                     gint64        id)
{
  HnHistoryPage *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (kind == NULL || id != 0, NULL);

  self = g_object_new (HN_TYPE_HISTORY_PAGE, NULL);
  self->context = g_object_ref (context);
  set_words (self, kind, id);
  fill_kinds (self);
  self->history = hn_history_new (hn_context_get_store (context), kind != NULL ? id : 0);
  build_view (self);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (update_faces), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}
