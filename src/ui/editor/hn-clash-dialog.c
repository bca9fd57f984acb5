/* Which of two people's values stays, field by field. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-clash-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"

struct _HnClashDialog
{
  AdwDialog parent_instance;

  HnEdit *edit;
  GPtrArray *clashes; /* of HnClash */
  GPtrArray *theirs;  /* of GtkCheckButton, as the clashes: whether theirs stays */

  GtkBox *groups;
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnClashDialog, hn_clash_dialog, ADW_TYPE_DIALOG)

static void
save_cb (HnClashDialog *self)
{
  for (guint i = 0; i < self->clashes->len; i++)
    hn_edit_settle (self->edit, ((const HnClash *) g_ptr_array_index (self->clashes, i))->field,
                    gtk_check_button_get_active (g_ptr_array_index (self->theirs, i)));

  g_signal_emit (self, signals[SETTLED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static const char *
print (const char *value)
{
  return value != NULL ? value : C_("value of a field", "Empty");
}

/* A row with a radio button: what stays, and whose it is. */
static GtkWidget *
add_answer (AdwPreferencesGroup *group,
            const char          *value,
            const char          *whose)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), print (value));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), whose);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);

  return button;
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_clash (HnClashDialog *self,
           const HnClash *clash)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *group = adw_preferences_group_new ();
  g_autofree char *before = g_strdup_printf (_("Before: %s"), print (clash->before));
  GtkWidget *label = create_label (hn_field_get_label (clash->field), "heading");
  GtkWidget *mine, *theirs;

  mine = add_answer (ADW_PREFERENCES_GROUP (group), clash->mine, _("As you have typed it"));
  theirs = add_answer (ADW_PREFERENCES_GROUP (group), clash->theirs, _("As somebody else has saved it"));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (mine));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), TRUE);
  if (self->theirs->len == 0)
    adw_dialog_set_focus (ADW_DIALOG (self), mine);
  g_ptr_array_add (self->theirs, theirs);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_label (before, "dim-label"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_margin_top (group, 6);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (self->groups, box);
}

static void
hn_clash_dialog_dispose (GObject *object)
{
  HnClashDialog *self = HN_CLASH_DIALOG (object);

  g_ptr_array_set_size (self->theirs, 0);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_CLASH_DIALOG);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_clash_dialog_parent_class)->dispose (object);
}

static void
hn_clash_dialog_finalize (GObject *object)
{
  HnClashDialog *self = HN_CLASH_DIALOG (object);

  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_ptr_array_unref (self->theirs);

  G_OBJECT_CLASS (hn_clash_dialog_parent_class)->finalize (object);
}

static void
hn_clash_dialog_class_init (HnClashDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_clash_dialog_dispose;
  object_class->finalize = hn_clash_dialog_finalize;

  /**
   * HnClashDialog::settled:
   *
   * Every field is decided, and the record shall be saved.
   */
  signals[SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-clash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnClashDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
hn_clash_dialog_init (HnClashDialog *self)
{
  self->theirs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_clash_dialog_new:
 * @edit: has hn_edit_list_clashes()
 */
AdwDialog *
hn_clash_dialog_new (HnEdit *edit)
{
  HnClashDialog *self;

  g_return_val_if_fail (HN_IS_EDIT (edit), NULL);

  self = g_object_new (HN_TYPE_CLASH_DIALOG, NULL);
  self->edit = g_object_ref (edit);
  self->clashes = hn_edit_list_clashes (edit);
  for (guint i = 0; i < self->clashes->len; i++)
    add_clash (self, g_ptr_array_index (self->clashes, i));

  return ADW_DIALOG (self);
}
