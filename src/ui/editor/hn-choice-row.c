/* A field with a few answers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-choice-row.h"

#include <glib/gi18n-lib.h>

/* The currencies that the offices meet; others are offered where a record has them. */
static const char *const currencies[] = {
  "VND", "USD", "EUR", "JPY", "KRW", "CNY", "LAK", "KHR", "RUB", "CZK", "GBP", "AUD", "CAD", "CHF", "SGD", "THB", "TWD",
};

struct _HnChoiceRow
{
  AdwComboRow parent_instance;

  HnEdit *edit;
  const HnField *field;
  GPtrArray *values; /* of GVariant, as the rows of the model; NULL for none */
  gboolean updating; /* by the program, not by a person */
};

static void field_row_iface_init (HnFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnChoiceRow, hn_choice_row, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (HN_TYPE_FIELD_ROW, field_row_iface_init))

static GVariant *
get_value (HnChoiceRow *self)
{
  return hn_record_get (hn_draft_get_record (hn_edit_get_draft (self->edit)), self->field->name);
}

static gboolean
is_value (GVariant *a,
          GVariant *b)
{
  return a == NULL || b == NULL ? a == b : g_variant_equal (a, b);
}

static guint
find_value (HnChoiceRow *self,
            GVariant    *value)
{
  for (guint i = 0; i < self->values->len; i++)
    if (is_value (g_ptr_array_index (self->values, i), value))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
add_answer (HnChoiceRow   *self,
            GtkStringList *answers,
            GVariant      *value,
            const char    *label)
{
  g_ptr_array_add (self->values, value != NULL ? g_variant_ref_sink (value) : NULL);
  gtk_string_list_append (answers, label);
}

static void
add_currencies (HnChoiceRow   *self,
                GtkStringList *answers)
{
  GVariant *value = get_value (self);

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    add_answer (self, answers, g_variant_new_string (currencies[i]), currencies[i]);
  if (value != NULL && find_value (self, value) == GTK_INVALID_LIST_POSITION)
    add_answer (self, answers, value, g_variant_get_string (value, NULL));
}

static void
add_answers (HnChoiceRow   *self,
             GtkStringList *answers)
{
  const HnField *field = self->field;
  gboolean required = (field->flags & HN_FIELD_REQUIRED) != 0;

  /* A required field without an answer yet must be able to show that. */
  if (!required || get_value (self) == NULL)
    add_answer (self, answers, NULL, required ? _("Choose…") : C_("no answer", "Not set"));

  if (field->type == HN_TYPE_CURRENCY)
    add_currencies (self, answers);
  else if (field->type == HN_TYPE_BOOLEAN)
    {
      add_answer (self, answers, g_variant_new_boolean (TRUE), C_("answer", "Yes"));
      add_answer (self, answers, g_variant_new_boolean (FALSE), C_("answer", "No"));
    }
  else
    for (const HnChoice *choice = field->choices; choice->name != NULL; choice++)
      add_answer (self, answers, g_variant_new_string (choice->name), hn_label_get (choice->label));
}

static void
selected_cb (HnChoiceRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->updating || self->edit == NULL || selected >= self->values->len)
    return;

  hn_edit_leave (self->edit, self->field);
  hn_edit_set_value (self->edit, self->field, g_ptr_array_index (self->values, selected), NULL);
}

static const HnField *
get_field (HnFieldRow *row)
{
  return HN_CHOICE_ROW (row)->field;
}

static void
say (HnChoiceRow *self,
     const char  *problem)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), problem != NULL ? problem : "");
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static void
update (HnFieldRow *row)
{
  HnChoiceRow *self = HN_CHOICE_ROW (row);

  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_value (self, get_value (self)));
  self->updating = FALSE;

  say (self, hn_edit_get_problem (self->edit, self->field));
}

static void
field_row_iface_init (HnFieldRowInterface *iface)
{
  iface->get_field = get_field;
  iface->update = update;
}

static void
hn_choice_row_dispose (GObject *object)
{
  HnChoiceRow *self = HN_CHOICE_ROW (object);

  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_choice_row_parent_class)->dispose (object);
}

static void
hn_choice_row_finalize (GObject *object)
{
  HnChoiceRow *self = HN_CHOICE_ROW (object);

  g_ptr_array_unref (self->values);

  G_OBJECT_CLASS (hn_choice_row_parent_class)->finalize (object);
}

static void
hn_choice_row_class_init (HnChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hn_choice_row_dispose;
  object_class->finalize = hn_choice_row_finalize;
}

static void
free_value (gpointer value)
{
  g_clear_pointer ((GVariant **) &value, g_variant_unref);
}

static void
hn_choice_row_init (HnChoiceRow *self)
{
  self->values = g_ptr_array_new_with_free_func (free_value);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
hn_choice_row_new (HnEdit        *edit,
                   const HnField *field)
{
  HnChoiceRow *self = g_object_new (HN_TYPE_CHOICE_ROW, "title", hn_field_get_label (field), "use-markup", FALSE, NULL);
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  self->updating = TRUE;
  self->edit = g_object_ref (edit);
  self->field = field;
  add_answers (self, answers);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (answers));
  self->updating = FALSE;
  update (HN_FIELD_ROW (self));

  return GTK_WIDGET (self);
}
