/* What the rows of a form have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-field-row.h"

#include "hn-choice-row.h"
#include "hn-edit-answers.h"
#include "hn-entry-row.h"
#include "hn-file-row.h"
#include "hn-note-row.h"
#include "hn-reference-row.h"
#include "hn-toggle-row.h"

typedef struct
{
  HnEdit *edit;
  const HnField *field;
  gboolean updating; /* by the program, not by a person */

  GtkLabel *title_label;
  GtkWidget *required_label;
  AdwBin *input_bin;
  AdwBin *suffix_bin;
  GtkLabel *hint_label;
  GtkLabel *mark_label;
  GtkLabel *problem_label;
} HnFieldRowPrivate;

enum
{
  PROP_0,
  PROP_EDIT,
  PROP_FIELD,
  PROP_INPUT,
  PROP_SUFFIX,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HnFieldRow, hn_field_row, ADW_TYPE_PREFERENCES_ROW)

static HnFieldRowPrivate *
get_private (HnFieldRow *self)
{
  return hn_field_row_get_instance_private (self);
}

static GtkWidget *
get_focus (HnFieldRow *self)
{
  HnFieldRowClass *klass = HN_FIELD_ROW_GET_CLASS (self);

  return klass->get_focus != NULL ? klass->get_focus (self) : adw_bin_get_child (get_private (self)->input_bin);
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  /* GTK 4.18 describes a field by what describes the label that it is described by. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

/* (nullable): of a list to choose from it is the button in it that has the focus and is read. */
static GtkAccessible *
get_button (HnFieldRow *self)
{
  GtkWidget *field = get_focus (self);

  return GTK_IS_DROP_DOWN (field) ? GTK_ACCESSIBLE (gtk_widget_get_first_child (field)) : NULL;
}

/* What is said of a field, or what is wrong with it. */
static void
relate (GtkAccessible         *field,
        GtkAccessibleRelation  relation,
        GtkLabel              *label)
{
  if (field == NULL)
    return;

  if (label != NULL)
    gtk_accessible_update_relation (field, relation, label, NULL, -1);
  else
    gtk_accessible_reset_relation (field, relation);
}

/* What stands below the field describes it: what is wrong with it, or else what is said about it. */
static void
describe (HnFieldRow *self)
{
  HnFieldRowPrivate *priv = get_private (self);
  GtkLabel *said = gtk_widget_get_visible (GTK_WIDGET (priv->mark_label)) ? priv->mark_label : priv->hint_label;

  if (gtk_widget_get_visible (GTK_WIDGET (priv->problem_label)))
    said = priv->problem_label;

  if (!gtk_widget_get_visible (GTK_WIDGET (said)))
    said = NULL;

  relate (GTK_ACCESSIBLE (get_focus (self)), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, said);
  relate (get_button (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, said);
}

/* The field is said to be wrong, and by which words, or is good again. */
static void
mark_wrong (GtkAccessible *field,
            GtkLabel      *problem)
{
  if (field == NULL)
    return;

  if (problem != NULL)
    gtk_accessible_update_state (field, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (field, GTK_ACCESSIBLE_STATE_INVALID);
  relate (field, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, problem);
}

/* What was sent stays as it was; it can be looked at. */
static gboolean
is_frozen (HnFieldRowPrivate *priv)
{
  HnDraft *draft = hn_edit_get_draft (priv->edit);

  return (priv->field->flags & HN_FIELD_FROZEN) != 0 && !hn_draft_is_new (draft)
         && hn_record_get (hn_draft_get_original (draft), priv->field->name) != NULL;
}

static void
show_draft (HnFieldRow *self,
            gboolean    typing)
{
  HnFieldRowPrivate *priv = get_private (self);
  g_autofree char *hint = hn_edit_get_hint (priv->edit, priv->field);
  g_autofree char *mark = hn_edit_get_mark (priv->edit, priv->field);

  priv->updating = TRUE;
  HN_FIELD_ROW_GET_CLASS (self)->show (self, typing);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !is_frozen (priv));
  priv->updating = FALSE;
  set_label (priv->hint_label, hint);
  set_label (priv->mark_label, mark);
  hn_field_row_say (self, hn_edit_get_problem (priv->edit, priv->field));
}

/* Not only what has the focus comes in sight, but also its name above and what is said below. */
static void
scroll_here (HnFieldRow *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), GTK_WIDGET (self), NULL);
}

/* A field is left for another one, not while the window is only behind another, or below what it offers. */
static void
focus_changed_cb (HnFieldRow *self)
{
  HnFieldRowPrivate *priv = get_private (self);
  HnFieldRowClass *klass = HN_FIELD_ROW_GET_CLASS (self);

  if (priv->edit == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)) || gtk_widget_is_focus (get_focus (self)))
    return;

  /* What was marked there is not what the person is at any more. */
  if (GTK_IS_EDITABLE (get_focus (self)))
    gtk_editable_select_region (GTK_EDITABLE (get_focus (self)), 0, 0);
  if (klass->leave != NULL)
    klass->leave (self);
  hn_edit_leave (priv->edit, priv->field);
  hn_field_row_update (self);
}

static void
entered_cb (HnFieldRow *self)
{
  scroll_here (self);
}

static void
pressed_cb (HnFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
hn_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_focus (HN_FIELD_ROW (widget)));
}

/* --- the object ---------------------------------------------------------- */

/* The star, for who does not see it. */
static void
show_required (HnFieldRow *self)
{
  HnFieldRowPrivate *priv = get_private (self);
  gboolean required = (priv->field->flags & HN_FIELD_REQUIRED) != 0;

  gtk_widget_set_visible (priv->required_label, required);
  if (!required)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_focus (self)), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  if (get_button (self) != NULL)
    gtk_accessible_update_property (get_button (self), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
}

static void
hn_field_row_constructed (GObject *object)
{
  HnFieldRow *self = HN_FIELD_ROW (object);
  HnFieldRowPrivate *priv = get_private (self);
  HnFieldRowClass *klass = HN_FIELD_ROW_GET_CLASS (self);
  const char *label = hn_field_get_label (priv->field);

  G_OBJECT_CLASS (hn_field_row_parent_class)->constructed (object);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_label_set_label (priv->title_label, label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (get_focus (self)), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  priv->title_label, NULL, -1);
  show_required (self);
  g_signal_connect_object (get_focus (self), "notify::has-focus", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  priv->updating = TRUE;
  if (klass->begin != NULL)
    klass->begin (self);
  hn_field_row_reset (self);
}

static void
hn_field_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HnFieldRowPrivate *priv = get_private (HN_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_EDIT:
      g_value_set_object (value, priv->edit);
      break;
    case PROP_FIELD:
      g_value_set_pointer (value, (gpointer) priv->field);
      break;
    case PROP_INPUT:
      g_value_set_object (value, adw_bin_get_child (priv->input_bin));
      break;
    case PROP_SUFFIX:
      g_value_set_object (value, adw_bin_get_child (priv->suffix_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_field_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  HnFieldRowPrivate *priv = get_private (HN_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_EDIT:
      priv->edit = g_value_dup_object (value);
      break;
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    case PROP_INPUT:
      adw_bin_set_child (priv->input_bin, g_value_get_object (value));
      break;
    case PROP_SUFFIX:
      adw_bin_set_child (priv->suffix_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_field_row_dispose (GObject *object)
{
  HnFieldRow *self = HN_FIELD_ROW (object);

  g_clear_object (&get_private (self)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (hn_field_row_parent_class)->dispose (object);
}

static void
hn_field_row_class_init (HnFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hn_field_row_constructed;
  object_class->get_property = hn_field_row_get_property;
  object_class->set_property = hn_field_row_set_property;
  object_class->dispose = hn_field_row_dispose;
  widget_class->grab_focus = hn_field_row_grab_focus;

  properties[PROP_EDIT] = g_param_spec_object ("edit", NULL, NULL, HN_TYPE_EDIT,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIELD] =
    g_param_spec_pointer ("field", NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INPUT] =
    g_param_spec_object ("input", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUFFIX] =
    g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, required_label);
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, input_bin);
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, suffix_bin);
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, hint_label);
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, mark_label);
  gtk_widget_class_bind_template_child_private (widget_class, HnFieldRow, problem_label);
}

static void
hn_field_row_init (HnFieldRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (press, "released", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* --- for everybody ------------------------------------------------------- */

static GType
choose_type (HnEdit        *edit,
             const HnField *field)
{
  g_autoptr (GPtrArray) answers = NULL;

  switch (field->type)
    {
    case HN_TYPE_CHOICE:
    case HN_TYPE_BOOLEAN:
    case HN_TYPE_CURRENCY:
      answers = hn_edit_list_answers (edit, field);
      return hn_answers_are_few (answers) ? HN_TYPE_TOGGLE_ROW : HN_TYPE_CHOICE_ROW;
    case HN_TYPE_REFERENCE:
    case HN_TYPE_COUNTRY:
      return HN_TYPE_REFERENCE_ROW;
    case HN_TYPE_NOTE:
      return HN_TYPE_NOTE_ROW;
    case HN_TYPE_BYTES:
      return HN_TYPE_FILE_ROW;
    case HN_TYPE_TEXT:
    case HN_TYPE_NAME:
    case HN_TYPE_PHONE:
    case HN_TYPE_EMAIL:
    case HN_TYPE_INTEGER:
    case HN_TYPE_DECIMAL:
    case HN_TYPE_PERCENT:
    case HN_TYPE_DATE:
    case HN_TYPE_MONEY:
    default:
      return HN_TYPE_ENTRY_ROW;
    }
}

/**
 * hn_field_row_new:
 *
 * Returns: (transfer floating): the row that a field of this type is edited in
 */
GtkWidget *
hn_field_row_new (HnEdit        *edit,
                  const HnField *field)
{
  g_return_val_if_fail (HN_IS_EDIT (edit), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (choose_type (edit, field), "edit", edit, "field", field, NULL);
}

/**
 * hn_field_row_get_edit:
 *
 * Returns: (transfer none) (nullable): what the row edits; %NULL when the form is about to go
 */
HnEdit *
hn_field_row_get_edit (HnFieldRow *self)
{
  g_return_val_if_fail (HN_IS_FIELD_ROW (self), NULL);

  return get_private (self)->edit;
}

/**
 * hn_field_row_get_field:
 *
 * Returns: which field the row edits
 */
const HnField *
hn_field_row_get_field (HnFieldRow *self)
{
  g_return_val_if_fail (HN_IS_FIELD_ROW (self), NULL);

  return get_private (self)->field;
}

/**
 * hn_field_row_is_updating:
 *
 * Returns: whether what changes in the row is not a person's doing
 */
gboolean
hn_field_row_is_updating (HnFieldRow *self)
{
  HnFieldRowPrivate *priv;

  g_return_val_if_fail (HN_IS_FIELD_ROW (self), TRUE);

  priv = get_private (self);

  return priv->updating || priv->edit == NULL;
}

/**
 * hn_field_row_update:
 *
 * Shows the draft, and what is said about it. What a person is typing stays as typed until the field is left.
 */
void
hn_field_row_update (HnFieldRow *self)
{
  g_return_if_fail (HN_IS_FIELD_ROW (self));

  show_draft (self, gtk_widget_is_focus (get_focus (self)));
}

/**
 * hn_field_row_reset:
 *
 * Shows the draft, whoever is typing.
 */
void
hn_field_row_reset (HnFieldRow *self)
{
  g_return_if_fail (HN_IS_FIELD_ROW (self));

  show_draft (self, FALSE);
}

/**
 * hn_field_row_next:
 *
 * Enter goes on to what comes after the row, which the form knows.
 */
void
hn_field_row_next (HnFieldRow *self)
{
  g_return_if_fail (HN_IS_FIELD_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "form.next", NULL);
}

/**
 * hn_field_row_say:
 * @problem: (nullable): what is wrong
 *
 * Shows a problem below its field, and tells it to who cannot see it.
 */
void
hn_field_row_say (HnFieldRow *self,
                  const char *problem)
{
  HnFieldRowPrivate *priv;
  gboolean was_wrong;

  g_return_if_fail (HN_IS_FIELD_ROW (self));

  priv = get_private (self);
  was_wrong = gtk_widget_has_css_class (GTK_WIDGET (self), "error");
  set_label (priv->problem_label, problem);

  describe (self);

  if (problem == NULL && !was_wrong)
    return;
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  mark_wrong (GTK_ACCESSIBLE (get_focus (self)), problem != NULL ? priv->problem_label : NULL);
  mark_wrong (get_button (self), problem != NULL ? priv->problem_label : NULL);
}
