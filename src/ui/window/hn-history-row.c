/* One change in the history. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-history-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hn-change-lines.h"
#include "hn-history-words.h"
#include "hn-number.h"

struct _HnHistoryRow
{
  GtkBox parent_instance;

  gboolean read_only;
  GSignalGroup *signals;

  GtkLabel *heading;
  GtkWidget *card;
  GtkWidget *title_button;
  GtkLabel *sentence;
  GtkLabel *byline;
  GtkBox *changes;
  GtkButton *expand_button;
  GtkButton *more_button;
  GtkStack *state;
  GtkWidget *take_back_button;
};

enum
{
  SHOW_RECORD,
  MORE,
  TAKE_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnHistoryRow, hn_history_row, GTK_TYPE_BOX)

/* (transfer full) (nullable): what the row shows */
static HnHistoryItem *
get_item (HnHistoryRow *self)
{
  return g_signal_group_dup_target (self->signals);
}

/* --- parts --------------------------------------------------------------- */

static void
update_heading (HnHistoryRow  *self,
                HnHistoryItem *item)
{
  const char *heading = hn_history_item_get_heading (item);

  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL && *heading != '\0');
}

static void
update_state (HnHistoryRow  *self,
              HnHistoryItem *item)
{
  const char *state = "none";

  if (hn_history_item_get_busy (item))
    state = "busy";
  else if (hn_history_item_get_undone (item))
    state = "undone";
  else if (hn_history_item_can_take_back (item) && !self->read_only)
    state = "take-back";

  gtk_stack_set_visible_child_name (self->state, state);
  if (hn_history_item_get_undone (item))
    gtk_widget_add_css_class (self->card, "undone");
  else
    gtk_widget_remove_css_class (self->card, "undone");
}

/* What the record is called is pressed to get to it; one that is not there any more leads nowhere. */
static void
update_title (HnHistoryRow  *self,
              HnHistoryItem *item)
{
  const HnChangeHead *head = hn_history_item_get_head (item);
  g_autofree char *sentence = hn_change_sentence (head);
  g_autofree char *byline = hn_change_byline (item);

  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->byline, byline);
  gtk_widget_set_can_target (self->title_button, head->exists);
  gtk_widget_set_focusable (self->title_button, head->exists);
  gtk_widget_set_tooltip_text (self->title_button, head->exists ? _("Show the Record") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, byline, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take This Change Back"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static void
set_button (GtkButton  *button,
            const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  gtk_button_set_label (button, label != NULL ? label : "");
}

static void
update_buttons (HnHistoryRow          *self,
                HnHistoryItem         *item,
                const HnChangeDetails *details)
{
  gboolean expanded = hn_history_item_get_expanded (item);
  guint rest = details != NULL ? details->n_records - details->records->len : 0;
  g_autofree char *n = hn_number_print (rest, 0);
  g_autofree char *more = g_strdup_printf (ngettext ("%s More Record", "%s More Records", rest), n);

  if (details == NULL)
    set_button (self->expand_button, _("Show What Was Changed"));
  else if (expanded)
    set_button (self->expand_button, _("Show Less"));
  else if (details->n_records > 1)
    set_button (self->expand_button, _("Show the Records"));
  else
    set_button (self->expand_button, hn_change_lines_are_cut (details) ? _("Show All") : NULL);
  set_button (self->more_button, expanded && rest > 0 ? more : NULL);
}

static void
record_pressed_cb (GtkWidget    *line,
                   HnHistoryRow *self)
{
  const HnRecordChange *change = g_object_get_data (G_OBJECT (line), "change");

  g_signal_emit (self, signals[SHOW_RECORD], 0, change->kind->name, change->id);
}

/* The lines point into the details of the item. */
static void
clear_changes (HnHistoryRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->changes))) != NULL)
    gtk_box_remove (self->changes, child);
}

static void
update_changes (HnHistoryRow  *self,
                HnHistoryItem *item)
{
  const HnChangeDetails *details = hn_history_item_get_details (item);

  clear_changes (self);
  if (details != NULL)
    hn_change_lines_fill (self->changes, details, hn_history_item_get_expanded (item), G_CALLBACK (record_pressed_cb),
                          self);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), gtk_widget_get_first_child (GTK_WIDGET (self->changes)) != NULL);
  update_buttons (self, item, details);
}

/* --- callbacks ----------------------------------------------------------- */

static void
heading_changed_cb (HnHistoryRow  *self,
                    GParamSpec    *pspec,
                    HnHistoryItem *item)
{
  update_heading (self, item);
}

static void
state_changed_cb (HnHistoryRow  *self,
                  GParamSpec    *pspec,
                  HnHistoryItem *item)
{
  update_state (self, item);
}

static void
changes_changed_cb (HnHistoryRow  *self,
                    GParamSpec    *pspec,
                    HnHistoryItem *item)
{
  update_changes (self, item);
}

static void
bound_cb (HnHistoryRow  *self,
          HnHistoryItem *item)
{
  update_heading (self, item);
  update_title (self, item);
  update_state (self, item);
  update_changes (self, item);
}

static void
title_pressed_cb (HnHistoryRow *self)
{
  g_autoptr (HnHistoryItem) item = get_item (self);
  const HnChangeHead *head = hn_history_item_get_head (item);

  g_signal_emit (self, signals[SHOW_RECORD], 0, head->kind->name, head->record);
}

static void
expand_pressed_cb (HnHistoryRow *self)
{
  g_autoptr (HnHistoryItem) item = get_item (self);
  gboolean expanded = hn_history_item_get_expanded (item);

  if (hn_history_item_get_details (item) == NULL)
    g_signal_emit (self, signals[MORE], 0, item);
  hn_history_item_set_expanded (item, !expanded);
}

static void
more_pressed_cb (HnHistoryRow *self)
{
  g_autoptr (HnHistoryItem) item = get_item (self);

  g_signal_emit (self, signals[MORE], 0, item);
}

static void
take_back_pressed_cb (HnHistoryRow *self)
{
  g_autoptr (HnHistoryItem) item = get_item (self);

  g_signal_emit (self, signals[TAKE_BACK], 0, item);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_history_row_dispose (GObject *object)
{
  HnHistoryRow *self = HN_HISTORY_ROW (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (hn_history_row_parent_class)->dispose (object);
}

static void
hn_history_row_class_init (HnHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_history_row_dispose;

  /**
   * HnHistoryRow::show-record:
   * @kind: the name of a kind
   * @id: a record
   */
  signals[SHOW_RECORD] = g_signal_new ("show-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  /**
   * HnHistoryRow::more:
   * @item: the change of which more is to be read
   */
  signals[MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, HN_TYPE_HISTORY_ITEM);

  /**
   * HnHistoryRow::take-back:
   * @item: the change that is to be taken back
   */
  signals[TAKE_BACK] = g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, HN_TYPE_HISTORY_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, card);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, title_button);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, byline);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, changes);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, expand_button);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, more_button);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, state);
  gtk_widget_class_bind_template_child (widget_class, HnHistoryRow, take_back_button);
  gtk_widget_class_bind_template_callback (widget_class, title_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, expand_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_pressed_cb);
}

static void
hn_history_row_init (HnHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (HN_TYPE_HISTORY_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::heading", G_CALLBACK (heading_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::busy", G_CALLBACK (state_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::undone", G_CALLBACK (state_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::details", G_CALLBACK (changes_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::expanded", G_CALLBACK (changes_changed_cb), self);
  g_signal_connect_swapped (self->signals, "bind", G_CALLBACK (bound_cb), self);
}

/**
 * hn_history_row_new:
 * @read_only: nothing can be taken back
 */
GtkWidget *
hn_history_row_new (gboolean read_only)
{
  HnHistoryRow *self = g_object_new (HN_TYPE_HISTORY_ROW, NULL);

  self->read_only = read_only;

  return GTK_WIDGET (self);
}

/**
 * hn_history_row_set_item:
 * @item: (nullable): what it shows
 */
void
hn_history_row_set_item (HnHistoryRow  *self,
                         HnHistoryItem *item)
{
  g_return_if_fail (HN_IS_HISTORY_ROW (self));

  if (item == NULL)
    clear_changes (self);
  g_signal_group_set_target (self->signals, item);
}
