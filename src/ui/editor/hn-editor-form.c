/* The fields of one record: the first ones in sight, the others folded by subject. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-editor-form.h"

#include "hn-edit-layout.h"
#include "hn-field-row.h"

/* One part of the form. */
typedef struct
{
  const HnEditSection *section;
  AdwExpanderRow *expander; /* NULL for the first */
  GPtrArray *rows;          /* of HnFieldRow */
} Part;

struct _HnEditorForm
{
  GtkBox parent_instance;

  HnEdit *edit;
  GPtrArray *parts;  /* of Part */
  gboolean updating; /* by the program, not by a person */

  AdwPreferencesGroup *first_group;
  AdwPreferencesGroup *more_group;
};

enum
{
  END,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnEditorForm, hn_editor_form, GTK_TYPE_BOX)

static void
part_free (Part *part)
{
  g_ptr_array_unref (part->rows);
  g_free (part);
}

/* --- showing the draft --------------------------------------------------- */

/* Fields that do not apply are not there. */
static void
update_row (HnEditorForm *self,
            HnFieldRow   *row)
{
  gtk_widget_set_visible (GTK_WIDGET (row),
                          hn_draft_applies (hn_edit_get_draft (self->edit), hn_field_row_get_field (row)));
  hn_field_row_update (row);
}

/* What is in a part is said while it cannot be seen. */
static void
update_expander (HnEditorForm *self,
                 Part         *part)
{
  g_autofree char *names = hn_edit_section_describe (part->section, hn_edit_get_draft (self->edit));
  gboolean said =
    names == NULL || adw_expander_row_get_expanded (part->expander) || g_str_equal (names, part->section->title);

  adw_expander_row_set_subtitle (part->expander, said ? "" : names);
  gtk_widget_set_visible (GTK_WIDGET (part->expander), names != NULL);
}

static void
update_part (HnEditorForm *self,
             Part         *part)
{
  for (guint i = 0; i < part->rows->len; i++)
    update_row (self, g_ptr_array_index (part->rows, i));
  if (part->expander != NULL)
    update_expander (self, part);
}

static void
update (HnEditorForm *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    update_part (self, g_ptr_array_index (self->parts, i));
}

/* What holds something is seen. */
static void
unfold_filled (HnEditorForm *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (part->expander != NULL)
        adw_expander_row_set_expanded (part->expander,
                                       hn_edit_section_is_filled (part->section, hn_edit_get_draft (self->edit)));
    }
  self->updating = FALSE;
}

/* --- going through it ---------------------------------------------------- */

static gboolean
focus_part (Part  *part,
            guint  from)
{
  for (guint i = from; i < part->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (part->rows, i);

      if (gtk_widget_get_visible (row))
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}

/* A part that is folded has the focus on its title, where Enter unfolds it. */
static gboolean
focus_beginning (Part *part)
{
  if (part->expander == NULL)
    return focus_part (part, 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (part->expander)))
    return FALSE;
  if (adw_expander_row_get_expanded (part->expander))
    return focus_part (part, 0);

  return gtk_widget_child_focus (GTK_WIDGET (part->expander), GTK_DIR_TAB_FORWARD);
}

static void
focus_after (HnEditorForm *self,
             guint         part,
             guint         row)
{
  if (focus_part (g_ptr_array_index (self->parts, part), row + 1))
    return;
  while (++part < self->parts->len)
    if (focus_beginning (g_ptr_array_index (self->parts, part)))
      return;

  g_signal_emit (self, signals[END], 0);
}

/* Enter was pressed in the row that has the focus. */
static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnEditorForm *self = HN_EDITOR_FORM (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, HN_TYPE_FIELD_ROW) : NULL;

  for (guint i = 0; row != NULL && i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      guint index;

      if (g_ptr_array_find (part->rows, row, &index))
        {
          focus_after (self, i, index);
          return;
        }
    }
}

static Part *
find_part (HnEditorForm   *self,
           AdwExpanderRow *expander)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (part->expander == expander)
        return part;
    }

  return NULL;
}

/* Who unfolds a part wants to fill it in. */
static void
expanded_cb (HnEditorForm   *self,
             GParamSpec     *pspec,
             AdwExpanderRow *expander)
{
  Part *part = find_part (self, expander);

  update_expander (self, part);
  if (!self->updating && adw_expander_row_get_expanded (expander))
    focus_part (part, 0);
}

/* --- building ------------------------------------------------------------ */

static AdwExpanderRow *
create_expander (HnEditorForm *self,
                 const char   *title)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (expander), 1);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->more_group, expander);

  return ADW_EXPANDER_ROW (expander);
}

static void
add_part (HnEditorForm        *self,
          const HnEditSection *section)
{
  Part *part = g_new0 (Part, 1);

  part->section = section;
  part->rows = g_ptr_array_new ();
  part->expander = section->title != NULL ? create_expander (self, section->title) : NULL;
  g_ptr_array_add (self->parts, part);

  for (guint i = 0; i < section->fields->len; i++)
    {
      GtkWidget *row = hn_field_row_new (self->edit, g_ptr_array_index (section->fields, i));

      g_ptr_array_add (part->rows, row);
      if (part->expander == NULL)
        adw_preferences_group_add (self->first_group, row);
      else
        adw_expander_row_add_row (part->expander, row);
    }
}

static void
hn_editor_form_dispose (GObject *object)
{
  HnEditorForm *self = HN_EDITOR_FORM (object);

  g_ptr_array_set_size (self->parts, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_EDITOR_FORM);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_editor_form_parent_class)->dispose (object);
}

static void
hn_editor_form_finalize (GObject *object)
{
  g_ptr_array_unref (HN_EDITOR_FORM (object)->parts);

  G_OBJECT_CLASS (hn_editor_form_parent_class)->finalize (object);
}

static void
hn_editor_form_class_init (HnEditorFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_editor_form_dispose;
  object_class->finalize = hn_editor_form_finalize;

  /**
   * HnEditorForm::end:
   *
   * Enter was pressed in the last field.
   */
  signals[END] =
    g_signal_new ("end", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_action);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-editor-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HnEditorForm, first_group);
  gtk_widget_class_bind_template_child (widget_class, HnEditorForm, more_group);
}

static void
hn_editor_form_init (HnEditorForm *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_editor_form_set_edit:
 * @edit: what the form is of, once and for all
 */
void
hn_editor_form_set_edit (HnEditorForm *self,
                         HnEdit       *edit)
{
  GPtrArray *layout;

  g_return_if_fail (HN_IS_EDITOR_FORM (self));
  g_return_if_fail (HN_IS_EDIT (edit));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  layout = hn_edit_get_layout (edit);
  for (guint i = 0; i < layout->len; i++)
    add_part (self, g_ptr_array_index (layout, i));
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), self->parts->len > 1);

  g_signal_connect_object (edit, "notify::problems", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  unfold_filled (self);
}

/**
 * hn_editor_form_reset:
 *
 * Shows the draft in every field, also in the one in which somebody was typing: it is another record's.
 */
void
hn_editor_form_reset (HnEditorForm *self)
{
  g_return_if_fail (HN_IS_EDITOR_FORM (self));

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->rows->len; j++)
        hn_field_row_reset (g_ptr_array_index (part->rows, j));
    }
  unfold_filled (self);
}

/**
 * hn_editor_form_get_first:
 *
 * Returns: (transfer none) (nullable): the field in which the typing begins: the first that holds nothing yet
 */
GtkWidget *
hn_editor_form_get_first (HnEditorForm *self)
{
  const Part *part;
  HnDraft *draft;

  g_return_val_if_fail (HN_IS_EDITOR_FORM (self), NULL);
  g_return_val_if_fail (self->parts->len > 0, NULL);

  part = g_ptr_array_index (self->parts, 0);
  draft = hn_edit_get_draft (self->edit);
  for (guint i = 0; hn_draft_is_new (draft) && i < part->rows->len; i++)
    {
      const HnField *field = hn_field_row_get_field (g_ptr_array_index (part->rows, i));

      if (hn_draft_applies (draft, field) && hn_record_get (hn_draft_get_record (draft), field->name) == NULL)
        return g_ptr_array_index (part->rows, i);
    }

  return part->rows->len > 0 ? g_ptr_array_index (part->rows, 0) : NULL;
}

/**
 * hn_editor_form_focus_field:
 *
 * Unfolds what hides the field.
 *
 * Returns: whether the form has it
 */
gboolean
hn_editor_form_focus_field (HnEditorForm  *self,
                            const HnField *field)
{
  g_return_val_if_fail (HN_IS_EDITOR_FORM (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->rows->len; j++)
        {
          HnFieldRow *row = g_ptr_array_index (part->rows, j);

          if (hn_field_row_get_field (row) != field)
            continue;
          self->updating = TRUE;
          if (part->expander != NULL)
            adw_expander_row_set_expanded (part->expander, TRUE);
          self->updating = FALSE;
          return gtk_widget_grab_focus (GTK_WIDGET (row));
        }
    }

  return FALSE;
}
