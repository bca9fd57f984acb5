/* The search of a list, and beside it, in chips, what the list is filtered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "hn-filter-chip.h"
#include "hn-filter-menu.h"
#include "hn-spoken.h"

/* Of the search, in letters, as in the Blueprint file. */
#define WIDE_CHARS 11

struct _HnFilterBar
{
  AdwBin parent_instance;

  HnContext *context;
  HnFilter *filter;
  GPtrArray *slots;              /* of HnFilterSlot */
  GPtrArray *slot_chips;         /* for each slot its chip, or NULL */
  GPtrArray *plain_chips;        /* of conditions that no slot shows */
  const HnFilterSlot *added;     /* was just asked for, and may be without a condition */
  gboolean narrow;
  guint opening;

  GtkWidget *narrow_row;
  GtkWidget *wide_row;
  AdwWrapBox *chips;
  GtkSearchEntry *search;
  GtkMenuButton *add_button;
  GtkWidget *add_label;
  GtkWidget *clear_button;
  GtkMenuButton *saved_button;
  GtkMenuButton *columns_button;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnFilterBar, hn_filter_bar, ADW_TYPE_BIN)

static void update_chips (HnFilterBar *self);

static void
take_filter (HnFilterBar *self,
             HnFilter    *filter)
{
  g_clear_pointer (&self->filter, hn_filter_unref);
  self->filter = filter;
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
slot_index (HnFilterBar        *self,
            const HnFilterSlot *slot)
{
  guint index = 0;

  g_ptr_array_find (self->slots, slot, &index);

  return index;
}

/* --- chips --------------------------------------------------------------- */

static void
slot_changed_cb (HnFilterBar  *self,
                 const char   *condition,
                 HnFilterChip *chip)
{
  const HnFilterSlot *slot = hn_filter_chip_get_slot (chip);

  if (condition == NULL && self->added == slot && !hn_filter_chip_is_open (chip))
    self->added = NULL;
  take_filter (self, hn_filter_with (self->filter, slot, condition));
}

/* A chip that was added and left without a choice goes again. */
static void
chip_closed_cb (HnFilterBar *self)
{
  self->added = NULL;
  update_chips (self);
}

static void
plain_removed_cb (HnFilterBar  *self,
                  const char   *condition,
                  HnFilterChip *chip)
{
  for (guint i = 0; i < hn_filter_get_size (self->filter); i++)
    if (g_strcmp0 (hn_filter_get_term (self->filter, i)->text, hn_filter_chip_get_text (chip)) == 0)
      {
        take_filter (self, hn_filter_without (self->filter, i));
        return;
      }
}

static void
insert_chip (HnFilterBar *self,
             GtkWidget   *chip)
{
  adw_wrap_box_append (self->chips, chip);
}

static HnFilterChip *
ensure_chip (HnFilterBar *self,
             guint        index)
{
  GtkWidget *chip = g_ptr_array_index (self->slot_chips, index);

  if (chip != NULL)
    return HN_FILTER_CHIP (chip);

  chip = hn_filter_chip_new (self->context, g_ptr_array_index (self->slots, index));
  g_signal_connect_object (chip, "changed", G_CALLBACK (slot_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "closed", G_CALLBACK (chip_closed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_index (self->slot_chips, index) = chip;
  insert_chip (self, chip);

  return HN_FILTER_CHIP (chip);
}

static void
update_slot (HnFilterBar *self,
             guint        index)
{
  const HnFilterSlot *slot = g_ptr_array_index (self->slots, index);
  const HnFilterTerm *term = hn_filter_find (self->filter, slot);
  gboolean shown = term != NULL || slot == self->added || (slot->first && !self->narrow);

  if (!shown && g_ptr_array_index (self->slot_chips, index) == NULL)
    return;

  hn_filter_chip_show (ensure_chip (self, index), hn_filter_get_kind (self->filter), term);
  gtk_widget_set_visible (g_ptr_array_index (self->slot_chips, index), shown);
}

static gboolean
has_slot (HnFilterBar        *self,
          const HnFilterTerm *term)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const HnFilterSlot *slot = g_ptr_array_index (self->slots, i);

      if (hn_filter_slot_fits (slot, term))
        return hn_filter_find (self->filter, slot) == term;
    }

  return FALSE;
}

static void
update_plain (HnFilterBar *self)
{
  for (guint i = 0; i < self->plain_chips->len; i++)
    adw_wrap_box_remove (self->chips, g_ptr_array_index (self->plain_chips, i));
  g_ptr_array_set_size (self->plain_chips, 0);

  for (guint i = 0; i < hn_filter_get_size (self->filter); i++)
    {
      const HnFilterTerm *term = hn_filter_get_term (self->filter, i);
      GtkWidget *chip;

      if (has_slot (self, term))
        continue;
      chip = hn_filter_chip_new (self->context, NULL);
      hn_filter_chip_show (HN_FILTER_CHIP (chip), hn_filter_get_kind (self->filter), term);
      g_signal_connect_object (chip, "changed", G_CALLBACK (plain_removed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->plain_chips, chip);
      insert_chip (self, chip);
    }
}

/* The first ones as their table has them, then what was added, then the button that adds. */
static void
order_chips (HnFilterBar *self)
{
  GtkWidget *last = self->narrow ? NULL : GTK_WIDGET (self->search);

  for (int first = 1; first >= 0; first--)
    for (guint i = 0; i < self->slots->len; i++)
      {
        const HnFilterSlot *slot = g_ptr_array_index (self->slots, i);
        GtkWidget *chip = g_ptr_array_index (self->slot_chips, i);

        if (chip == NULL || slot->first != first)
          continue;
        adw_wrap_box_reorder_child_after (self->chips, chip, last);
        last = chip;
      }
  for (guint i = 0; i < self->plain_chips->len; i++)
    {
      adw_wrap_box_reorder_child_after (self->chips, g_ptr_array_index (self->plain_chips, i), last);
      last = g_ptr_array_index (self->plain_chips, i);
    }
  if (!self->narrow)
    adw_wrap_box_reorder_child_after (self->chips, GTK_WIDGET (self->add_button), last);
}

static void
update_chips (HnFilterBar *self)
{
  gboolean empty = hn_filter_is_empty (self->filter);

  for (guint i = 0; i < self->slots->len; i++)
    update_slot (self, i);
  update_plain (self);
  order_chips (self);
  /* One is taken off by its own button. */
  gtk_widget_set_visible (self->clear_button, hn_filter_get_size (self->filter) > 1);
  gtk_widget_set_visible (self->wide_row, !self->narrow || !empty || self->added != NULL);
}

/* --- what may be added --------------------------------------------------- */

static gboolean
open_cb (gpointer data)
{
  HnFilterBar *self = data;

  self->opening = 0;
  if (self->added != NULL)
    hn_filter_chip_open (ensure_chip (self, slot_index (self, self->added)));

  return G_SOURCE_REMOVE;
}

/* What is missing is mostly looked for: it is asked for at once, and may still be changed. */
static void
add (HnFilterBar        *self,
     const HnFilterSlot *slot)
{
  self->added = slot;
  if (slot->type == HN_SLOT_LINKED && hn_filter_find (self->filter, slot) == NULL)
    {
      g_autofree char *condition = g_strconcat ("lacks:", slot->linked->name, NULL);

      take_filter (self, hn_filter_with (self->filter, slot, condition));
    }
  else
    update_chips (self);
  /* It must have its place before it can open something there. */
  if (self->opening == 0)
    self->opening = g_idle_add (open_cb, self);
}

/* In a narrow window the first ones are not seen either. */
static void
fill_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  HnFilterBar *self = HN_FILTER_BAR (user_data);
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();

  for (guint i = 0; i < self->slots->len; i++)
    {
      const HnFilterSlot *slot = g_ptr_array_index (self->slots, i);

      if ((self->narrow || !slot->first) && hn_filter_find (self->filter, slot) == NULL)
        g_ptr_array_add (offered, (gpointer) slot);
    }
  hn_filter_menu_fill (HN_FILTER_MENU (gtk_menu_button_get_popover (self->add_button)), offered);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_filter_bar_dispose (GObject *object)
{
  HnFilterBar *self = HN_FILTER_BAR (object);

  g_clear_handle_id (&self->opening, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_FILTER_BAR);
  g_clear_pointer (&self->plain_chips, g_ptr_array_unref);
  g_clear_pointer (&self->slot_chips, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->filter, hn_filter_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_filter_bar_parent_class)->dispose (object);
}

static void
hn_filter_bar_class_init (HnFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_filter_bar_dispose;

  /**
   * HnFilterBar::changed:
   *
   * The person filters by something else.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, narrow_row);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, wide_row);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, add_button);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, add_label);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, clear_button);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, saved_button);
  gtk_widget_class_bind_template_child (widget_class, HnFilterBar, columns_button);
}

/* In a narrow window there are no columns. */
static void
name_columns_button (HnFilterBar *self)
{
  const char *name = self->narrow ? _("Sort the List") : _("Columns and Order");

  gtk_menu_button_set_icon_name (self->columns_button,
                                 self->narrow ? "view-sort-descending-symbolic" : "hn-columns-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->columns_button), name);
  hn_spoken_name (GTK_WIDGET (self->columns_button), name, NULL);
}

static void
hn_filter_bar_init (HnFilterBar *self)
{
  GtkWidget *menu = hn_filter_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (menu, "chosen", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->add_button, menu);
  /* Not when it is shown, which is after the focus has looked for a row. */
  gtk_menu_button_set_create_popup_func (self->add_button, fill_menu_cb, self, NULL);
  hn_spoken_name (GTK_WIDGET (self->add_button), _("Filter"), NULL);
  hn_spoken_name (GTK_WIDGET (self->saved_button), _("Saved Filters"), NULL);
  name_columns_button (self);
  self->plain_chips = g_ptr_array_new ();
}

/**
 * hn_filter_bar_set_kind:
 *
 * Says of which kind the list is. To be called once, first.
 */
void
hn_filter_bar_set_kind (HnFilterBar  *self,
                        HnContext    *context,
                        const HnKind *kind)
{
  g_return_if_fail (HN_IS_FILTER_BAR (self));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (kind != NULL && self->context == NULL);

  self->context = g_object_ref (context);
  self->filter = hn_filter_new (kind, NULL);
  self->slots = hn_filter_slots (kind);
  self->slot_chips = g_ptr_array_new ();
  g_ptr_array_set_size (self->slot_chips, (int) self->slots->len);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), self->slots->len > 0);
  update_chips (self);
}

/**
 * hn_filter_bar_get_filter:
 *
 * Returns: (transfer none): what the list is filtered by
 */
HnFilter *
hn_filter_bar_get_filter (HnFilterBar *self)
{
  g_return_val_if_fail (HN_IS_FILTER_BAR (self), NULL);

  return self->filter;
}

/**
 * hn_filter_bar_set_filter:
 *
 * Filters by something else, and says so.
 */
void
hn_filter_bar_set_filter (HnFilterBar *self,
                          HnFilter    *filter)
{
  g_return_if_fail (HN_IS_FILTER_BAR (self));
  g_return_if_fail (filter != NULL);

  if (!hn_filter_equal (self->filter, filter))
    take_filter (self, hn_filter_ref (filter));
}

/**
 * hn_filter_bar_refresh:
 *
 * Reads anew what the records on the chips are called.
 */
void
hn_filter_bar_refresh (HnFilterBar *self)
{
  g_return_if_fail (HN_IS_FILTER_BAR (self));

  if (!hn_filter_is_empty (self->filter))
    update_chips (self);
}

static void
move (GtkWidget *widget,
      GtkWidget *from,
      GtkWidget *to)
{
  g_object_ref (widget);
  if (ADW_IS_WRAP_BOX (from))
    adw_wrap_box_remove (ADW_WRAP_BOX (from), widget);
  else
    gtk_box_remove (GTK_BOX (from), widget);
  if (ADW_IS_WRAP_BOX (to))
    adw_wrap_box_append (ADW_WRAP_BOX (to), widget);
  else
    gtk_box_append (GTK_BOX (to), widget);
  g_object_unref (widget);
}

/**
 * hn_filter_bar_set_narrow:
 *
 * In a narrow window the search has a row of its own, and only what filters is seen of the rest. What chooses columns
 * chooses the order alone.
 */
void
hn_filter_bar_set_narrow (HnFilterBar *self,
                          gboolean     narrow)
{
  GtkWidget *chips, *wide;

  g_return_if_fail (HN_IS_FILTER_BAR (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  chips = GTK_WIDGET (self->chips);
  wide = self->wide_row;
  move (GTK_WIDGET (self->search), narrow ? chips : self->narrow_row, narrow ? self->narrow_row : chips);
  move (GTK_WIDGET (self->add_button), narrow ? chips : self->narrow_row, narrow ? self->narrow_row : chips);
  move (GTK_WIDGET (self->saved_button), narrow ? wide : self->narrow_row, narrow ? self->narrow_row : wide);
  move (GTK_WIDGET (self->columns_button), narrow ? wide : self->narrow_row, narrow ? self->narrow_row : wide);
  if (!narrow)
    {
      adw_wrap_box_reorder_child_after (self->chips, GTK_WIDGET (self->search), NULL);
      gtk_box_reorder_child_after (GTK_BOX (wide), GTK_WIDGET (self->saved_button), self->clear_button);
    }
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), narrow);
  /* Words twice as large need the room; it grows where there is some. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), narrow ? 4 : WIDE_CHARS);
  gtk_widget_set_visible (self->add_label, !narrow);
  name_columns_button (self);
  gtk_widget_set_visible (self->narrow_row, narrow);
  update_chips (self);
}

/**
 * hn_filter_bar_get_search:
 *
 * Returns: (transfer none): the entry of the list's search
 */
GtkSearchEntry *
hn_filter_bar_get_search (HnFilterBar *self)
{
  g_return_val_if_fail (HN_IS_FILTER_BAR (self), NULL);

  return self->search;
}

/**
 * hn_filter_bar_get_saved_button:
 *
 * Returns: (transfer none): the button whose menu holds the filters kept under a name
 */
GtkMenuButton *
hn_filter_bar_get_saved_button (HnFilterBar *self)
{
  g_return_val_if_fail (HN_IS_FILTER_BAR (self), NULL);

  return self->saved_button;
}

/**
 * hn_filter_bar_get_columns_button:
 *
 * Returns: (transfer none): the button whose menu chooses columns and the order
 */
GtkMenuButton *
hn_filter_bar_get_columns_button (HnFilterBar *self)
{
  g_return_val_if_fail (HN_IS_FILTER_BAR (self), NULL);

  return self->columns_button;
}
