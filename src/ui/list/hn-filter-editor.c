/* What a chip of a filter opens: a few widgets that make one condition. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-filter-editor.h"

typedef struct
{
  HnContext *context;
  const HnFilterSlot *slot;
} HnFilterEditorPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HnFilterEditor, hn_filter_editor, ADW_TYPE_BIN)

static HnFilterEditorPrivate *
get_private (HnFilterEditor *self)
{
  return hn_filter_editor_get_instance_private (self);
}

static void
hn_filter_editor_dispose (GObject *object)
{
  g_clear_object (&get_private (HN_FILTER_EDITOR (object))->context);

  G_OBJECT_CLASS (hn_filter_editor_parent_class)->dispose (object);
}

static void
hn_filter_editor_class_init (HnFilterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hn_filter_editor_dispose;

  /**
   * HnFilterEditor::changed:
   * @condition: (nullable): as #HnListing takes it; %NULL asks for nothing
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hn_filter_editor_init (HnFilterEditor *self)
{
}

/**
 * hn_filter_editor_new:
 * @slot: what is filtered by; must stay
 * @term: (nullable): the condition that there is now
 *
 * The widgets for a condition of that kind. "changed" says what they ask for.
 */
GtkWidget *
hn_filter_editor_new (HnContext          *context,
                      const HnFilterSlot *slot,
                      const HnFilterTerm *term)
{
  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (slot != NULL, NULL);

  switch (slot->type)
    {
    case HN_SLOT_PERIOD:
      return hn_filter_period_new (context, slot, term);
    case HN_SLOT_CHOICE:
    case HN_SLOT_ANSWER:
      return hn_filter_choices_new (context, slot, term);
    case HN_SLOT_TREE:
    case HN_SLOT_COUNTRY:
    case HN_SLOT_RECORD:
      return hn_filter_records_new (context, slot, term);
    case HN_SLOT_LINKED:
      return hn_filter_linked_new (context, slot, term);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hn_filter_editor_set_slot:
 *
 * Called once, before anything is asked of it.
 */
void
hn_filter_editor_set_slot (HnFilterEditor     *self,
                           HnContext          *context,
                           const HnFilterSlot *slot)
{
  g_set_object (&get_private (self)->context, context);
  get_private (self)->slot = slot;
}

/**
 * hn_filter_editor_context:
 *
 * Returns: (transfer none): the window's store and undo
 */
HnContext *
hn_filter_editor_context (HnFilterEditor *self)
{
  return get_private (self)->context;
}

/**
 * hn_filter_editor_slot:
 *
 * Returns: (transfer none): what is asked about
 */
const HnFilterSlot *
hn_filter_editor_slot (HnFilterEditor *self)
{
  return get_private (self)->slot;
}

/**
 * hn_filter_editor_say:
 * @condition: (nullable): what is asked for now; %NULL is nothing
 */
void
hn_filter_editor_say (HnFilterEditor *self,
                      const char     *condition)
{
  g_signal_emit (self, signals[CHANGED], 0, condition);
}

/**
 * hn_filter_editor_close:
 *
 * Called when what has been chosen is all there is to choose.
 */
void
hn_filter_editor_close (HnFilterEditor *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}
