/* One way to filter a list: a button that says what is chosen and opens the choice, and one that takes it off. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-filter-chip.h"

#include <glib/gi18n-lib.h>

#include "hn-filter-editor.h"
#include "hn-spoken.h"

struct _HnFilterChip
{
  AdwBin parent_instance;

  HnContext *context;
  const HnFilterSlot *slot; /* NULL: a condition that can only be taken off */
  HnFilter *filter;         /* of the one condition that is shown, or empty */

  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *plain;
  GtkLabel *plain_label;
  GtkWidget *remove;
};

enum
{
  CHANGED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnFilterChip, hn_filter_chip, ADW_TYPE_BIN)

static const HnFilterTerm *
get_term (HnFilterChip *self)
{
  return self->filter != NULL && !hn_filter_is_empty (self->filter) ? hn_filter_get_term (self->filter, 0) : NULL;
}

static void
editor_changed_cb (HnFilterChip *self,
                   const char   *condition)
{
  g_signal_emit (self, signals[CHANGED], 0, condition);
}

static void
remove_clicked_cb (HnFilterChip *self)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
}

static void
closed_cb (HnFilterChip *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* What is offered may have changed since it was last open: it is made anew each time. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  HnFilterChip *self = user_data;
  GtkWidget *popover = gtk_menu_button_get_popover (button) != NULL ? GTK_WIDGET (gtk_menu_button_get_popover (button))
                                                                    : gtk_popover_new ();
  GtkWidget *editor = hn_filter_editor_new (self->context, self->slot, get_term (self));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), editor);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  if (gtk_menu_button_get_popover (button) == NULL)
    {
      gtk_widget_add_css_class (popover, "filter");
      g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, popover);
    }
}

static void
hn_filter_chip_dispose (GObject *object)
{
  HnFilterChip *self = HN_FILTER_CHIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_FILTER_CHIP);
  g_clear_pointer (&self->filter, hn_filter_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_filter_chip_parent_class)->dispose (object);
}

static void
hn_filter_chip_class_init (HnFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_filter_chip_dispose;

  /**
   * HnFilterChip::changed:
   * @condition: (nullable): as #HnListing takes it; %NULL asks for nothing
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * HnFilterChip::closed:
   *
   * The choice was closed, whether something was chosen or not.
   */
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, HnFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, HnFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, HnFilterChip, plain);
  gtk_widget_class_bind_template_child (widget_class, HnFilterChip, plain_label);
  gtk_widget_class_bind_template_child (widget_class, HnFilterChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
hn_filter_chip_init (HnFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_filter_chip_new:
 * @slot: (nullable): what is filtered by; must stay; %NULL for a condition that can only be taken off
 */
GtkWidget *
hn_filter_chip_new (HnContext          *context,
                    const HnFilterSlot *slot)
{
  HnFilterChip *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_FILTER_CHIP, NULL);
  self->context = g_object_ref (context);
  self->slot = slot;
  gtk_widget_set_visible (GTK_WIDGET (self->button), slot != NULL);
  gtk_widget_set_visible (self->plain, slot == NULL);
  if (slot != NULL)
    gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);

  return GTK_WIDGET (self);
}

/**
 * hn_filter_chip_get_slot:
 *
 * Returns: (nullable): what is filtered by
 */
const HnFilterSlot *
hn_filter_chip_get_slot (HnFilterChip *self)
{
  g_return_val_if_fail (HN_IS_FILTER_CHIP (self), NULL);

  return self->slot;
}

/**
 * hn_filter_chip_get_text:
 *
 * Returns: (nullable): the condition that is shown
 */
const char *
hn_filter_chip_get_text (HnFilterChip *self)
{
  g_return_val_if_fail (HN_IS_FILTER_CHIP (self), NULL);

  return get_term (self) != NULL ? get_term (self)->text : NULL;
}

/* A chip is not the middle of a sentence. */
static char *
describe (HnFilterChip       *self,
          const HnKind       *kind,
          const HnFilterTerm *term)
{
  g_autofree char *words = hn_condition_describe (hn_context_get_reader (self->context), kind, term->text);
  const char *rest = *words != '\0' ? g_utf8_next_char (words) : words;
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

static void
set_words (HnFilterChip *self,
           const char   *words)
{
  gtk_label_set_label (self->label, words);
  gtk_label_set_label (self->plain_label, words);
  hn_spoken_name (GTK_WIDGET (self->button), words, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_utf8_strlen (words, -1) > 24 ? words : NULL);
}

/**
 * hn_filter_chip_show:
 * @kind: of the list
 * @term: (nullable): the condition; %NULL where nothing is asked for
 *
 * Shows a condition.
 */
void
hn_filter_chip_show (HnFilterChip       *self,
                     const HnKind       *kind,
                     const HnFilterTerm *term)
{
  const char *const where[] = { term != NULL ? term->text : NULL, NULL };
  g_autofree char *words = NULL;

  g_return_if_fail (HN_IS_FILTER_CHIP (self));
  g_return_if_fail (kind != NULL);

  g_clear_pointer (&self->filter, hn_filter_unref);
  self->filter = hn_filter_new (kind, where);
  words = term != NULL ? describe (self, kind, term) : g_strdup (hn_filter_slot_get_label (self->slot));
  set_words (self, words);
  gtk_widget_set_visible (self->remove, term != NULL);
  if (term != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

/**
 * hn_filter_chip_open:
 *
 * Opens the choice.
 */
void
hn_filter_chip_open (HnFilterChip *self)
{
  g_return_if_fail (HN_IS_FILTER_CHIP (self));

  gtk_menu_button_popup (self->button);
}

/**
 * hn_filter_chip_is_open:
 *
 * Returns: whether the person is choosing its values, so that it must not be taken away
 */
gboolean
hn_filter_chip_is_open (HnFilterChip *self)
{
  g_return_val_if_fail (HN_IS_FILTER_CHIP (self), FALSE);

  return gtk_menu_button_get_active (self->button);
}
