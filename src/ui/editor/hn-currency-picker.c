/* The currency of an amount, beside it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-currency-picker.h"

#include "hn-edit-answers.h"
#include "hn-spoken.h"

struct _HnCurrencyPicker
{
  AdwBin parent_instance;

  HnEdit *edit;
  const HnField *field;
  GtkDropDown *drop_down;
  GPtrArray *answers; /* of HnAnswer, as the rows of the list */
  gboolean updating;  /* by the program, not by a person */
};

G_DEFINE_FINAL_TYPE (HnCurrencyPicker, hn_currency_picker, ADW_TYPE_BIN)

static void
selected_cb (HnCurrencyPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->updating || selected >= self->answers->len)
    return;

  hn_edit_leave (self->edit, self->field);
  hn_edit_set_value (self->edit, self->field, ((const HnAnswer *) g_ptr_array_index (self->answers, selected))->value,
                     NULL);
}

static void
list_answers (HnCurrencyPicker *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = hn_edit_list_answers (self->edit, self->field);
  for (guint i = 0; i < self->answers->len; i++)
    gtk_string_list_append (labels, ((const HnAnswer *) g_ptr_array_index (self->answers, i))->label);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
}

static void
hn_currency_picker_dispose (GObject *object)
{
  HnCurrencyPicker *self = HN_CURRENCY_PICKER (object);

  self->updating = TRUE;
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_currency_picker_parent_class)->dispose (object);
}

static void
hn_currency_picker_finalize (GObject *object)
{
  g_clear_pointer (&HN_CURRENCY_PICKER (object)->answers, g_ptr_array_unref);

  G_OBJECT_CLASS (hn_currency_picker_parent_class)->finalize (object);
}

static void
hn_currency_picker_class_init (HnCurrencyPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hn_currency_picker_dispose;
  object_class->finalize = hn_currency_picker_finalize;
}

static void
hn_currency_picker_init (HnCurrencyPicker *self)
{
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "flat");
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

/**
 * hn_currency_picker_new:
 * @field: the currency, not the amount
 */
GtkWidget *
hn_currency_picker_new (HnEdit        *edit,
                        const HnField *field)
{
  HnCurrencyPicker *self = g_object_new (HN_TYPE_CURRENCY_PICKER, NULL);
  const char *label = hn_field_get_label (field);

  self->edit = g_object_ref (edit);
  self->field = field;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), label);
  hn_currency_picker_update (self);

  return GTK_WIDGET (self);
}

/**
 * hn_currency_picker_update:
 *
 * Shows the draft.
 */
void
hn_currency_picker_update (HnCurrencyPicker *self)
{
  int selected;

  g_return_if_fail (HN_IS_CURRENCY_PICKER (self));

  self->updating = TRUE;
  if (self->answers == NULL || hn_edit_find_answer (self->edit, self->field, self->answers) < 0)
    list_answers (self);
  selected = hn_edit_find_answer (self->edit, self->field, self->answers);
  gtk_drop_down_set_selected (self->drop_down, selected >= 0 ? (guint) selected : GTK_INVALID_LIST_POSITION);
  hn_spoken_name (GTK_WIDGET (self->drop_down), hn_field_get_label (self->field),
                  selected >= 0 ? ((const HnAnswer *) g_ptr_array_index (self->answers, (guint) selected))->label
                                : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), hn_draft_applies (hn_edit_get_draft (self->edit), self->field));
  self->updating = FALSE;
}
