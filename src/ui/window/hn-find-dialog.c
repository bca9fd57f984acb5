/* Finding a record of any kind by a few words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-find-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-find-row.h"
#include "hn-find.h"

/* So many lines a page key goes. */
#define PAGE 8

struct _HnFindDialog
{
  AdwDialog parent_instance;

  HnFind *find;
  gboolean wanted; /* Enter was pressed before there was an answer */

  GtkSearchEntry *entry;
  GtkStack *faces;
  GtkWidget *scroller;
  GtkListBox *list;
  AdwStatusPage *nothing_page;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (HnFindDialog, hn_find_dialog, ADW_TYPE_DIALOG)

/* --- going there --------------------------------------------------------- */

/* The dialog gives back the focus when it closes; what it leads to must come after that. */
static void
open_row (HnFindDialog *self,
          HnFindRow    *row)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *text = g_strdup (hn_find_get_answered (self->find));
  const HnKind *kind = hn_find_row_get_kind (row);
  gint64 id = hn_find_row_get_id (row);

  if (window == NULL)
    return;

  g_object_ref (window);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (id != 0)
    gtk_widget_activate_action (window, "win.show-record", "(sx)", kind->name, id);
  else
    gtk_widget_activate_action (window, "win.search-list", "(ss)", kind->name, text);
}

static void
row_activated_cb (HnFindDialog  *self,
                  GtkListBoxRow *row)
{
  open_row (self, HN_FIND_ROW (row));
}

static gboolean
is_answered (HnFindDialog *self)
{
  return g_strcmp0 (hn_find_get_text (self->find), hn_find_get_answered (self->find)) == 0;
}

/* Who types fast means what was typed, not what stood there before. */
static void
activate_cb (HnFindDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!is_answered (self))
    self->wanted = TRUE;
  else if (row != NULL && hn_find_get_state (self->find) == HN_FIND_FOUND)
    open_row (self, HN_FIND_ROW (row));
}

/* --- what is shown ------------------------------------------------------- */

static void
add_group (HnFindDialog      *self,
           const HnFindGroup *group)
{
  for (guint i = 0; i < group->hits->len; i++)
    gtk_list_box_append (self->list, hn_find_row_new (group, g_ptr_array_index (group->hits, i)));
  if (group->n_found > group->hits->len)
    gtk_list_box_append (self->list, hn_find_row_new_all (group));
}

static void
show_groups (HnFindDialog *self)
{
  GPtrArray *groups = hn_find_get_groups (self->find);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  gtk_stack_set_visible_child_name (self->faces, "found");
}

static void
show_nothing (HnFindDialog *self,
              gboolean      typed)
{
  adw_status_page_set_title (self->nothing_page, typed ? _("Nothing Found") : _("Find Anything"));
  adw_status_page_set_description (
    self->nothing_page, typed ? _("Fewer words, or only their beginnings, find more. Marks do not matter.")
                              : _("People, organizations, events, gifts: type a few letters, with or without marks."));
  gtk_stack_set_visible_child_name (self->faces, "nothing");
}

static void
answered_cb (HnFindDialog *self)
{
  switch (hn_find_get_state (self->find))
    {
    case HN_FIND_FOUND:
      show_groups (self);
      break;
    case HN_FIND_NOTHING:
    case HN_FIND_NO_RECENT:
      show_nothing (self, hn_find_get_state (self->find) == HN_FIND_NOTHING);
      break;
    case HN_FIND_FAILED:
      hn_failure_fill (self->failed_page, hn_find_get_error (self->find)->message);
      gtk_stack_set_visible_child_name (self->faces, "failed");
      break;
    case HN_FIND_WAITING:
    default:
      break;
    }

  if (self->wanted)
    {
      self->wanted = FALSE;
      activate_cb (self);
    }
}

static void
search_changed_cb (HnFindDialog *self)
{
  self->wanted = FALSE;
  hn_find_set_text (self->find, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
stop_search_cb (HnFindDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *heading = hn_find_row_get_heading (HN_FIND_ROW (row));
  GtkWidget *label;

  if (before != NULL && hn_find_row_get_heading (HN_FIND_ROW (before)) == heading)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_top (label, before != NULL ? 18 : 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

/* --- keys ---------------------------------------------------------------- */

static void
scroll_to (HnFindDialog  *self,
           GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  /* With the first row comes the heading above it. */
  if (gtk_list_box_row_get_index (row) == 0)
    gtk_adjustment_set_value (adjustment, 0);
  else if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
move (HnFindDialog *self,
      int           rows)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = NULL;

  /* A page ends at the last row. */
  for (; rows != 0 && next == NULL; rows += rows > 0 ? -1 : 1)
    next = index + rows >= 0 ? gtk_list_box_get_row_at_index (self->list, index + rows) : NULL;
  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, next);
      scroll_to (self, next);
    }

  return TRUE;
}

static gboolean
key_pressed_cb (HnFindDialog    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move (self, PAGE);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move (self, -PAGE);
    default:
      return FALSE;
    }
}

/* --- the object ---------------------------------------------------------- */

static void
hn_find_dialog_dispose (GObject *object)
{
  HnFindDialog *self = HN_FIND_DIALOG (object);

  g_clear_object (&self->find);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_FIND_DIALOG);

  G_OBJECT_CLASS (hn_find_dialog_parent_class)->dispose (object);
}

static void
hn_find_dialog_class_init (HnFindDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_find_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnFindDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, HnFindDialog, faces);
  gtk_widget_class_bind_template_child (widget_class, HnFindDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, HnFindDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HnFindDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HnFindDialog, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hn_find_dialog_init (HnFindDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * hn_find_dialog_new:
 *
 * Leads to what is chosen by win.show-record and win.search-list.
 */
AdwDialog *
hn_find_dialog_new (HnContext *context)
{
  HnFindDialog *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_FIND_DIALOG, NULL);
  self->find = hn_find_new (hn_context_get_store (context));
  g_signal_connect_object (self->find, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}

/**
 * hn_find_dialog_set_text:
 * @text: what is looked for, as if it had been typed
 */
void
hn_find_dialog_set_text (HnFindDialog *self,
                         const char   *text)
{
  g_return_if_fail (HN_IS_FIND_DIALOG (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  hn_find_set_text (self->find, text);
}
