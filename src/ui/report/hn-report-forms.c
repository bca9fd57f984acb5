/* The forms of a report, each to be ticked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-report-forms.h"

#include <glib/gi18n-lib.h>

#include "hn-report.h"

struct _HnReportForms
{
  AdwBin parent_instance;

  GtkCheckButton *all_button;
  GtkListBox *list;
  GPtrArray *buttons; /* of GtkCheckButton, as the forms */
  gboolean filling;
};

enum
{
  CHANGED,
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnReportForms, hn_report_forms, ADW_TYPE_BIN)

/* Capitals are for paper; the province in a title depends on the year. */
static char *
make_name (const char *form)
{
  g_autoptr (GString) title = g_string_new (hn_report_form_title (form));
  g_autofree char *lower = NULL, *first = NULL;

  g_string_replace (title, "{TINH} ", "", 0);
  lower = g_utf8_strdown (title->str, -1);
  first = g_utf8_substring (title->str, 0, 1);

  return g_strconcat (first, g_utf8_next_char (lower), NULL);
}

static guint
count_ticked (HnReportForms *self)
{
  guint n = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->buttons, i));

  return n;
}

static void
update_all (HnReportForms *self)
{
  guint n = count_ticked (self);
  gboolean filling = self->filling;

  self->filling = TRUE;
  gtk_check_button_set_active (self->all_button, n == self->buttons->len);
  gtk_check_button_set_inconsistent (self->all_button, n > 0 && n < self->buttons->len);
  self->filling = filling;
}

static void
toggled_cb (HnReportForms *self)
{
  if (self->filling)
    return;

  update_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_toggled_cb (HnReportForms *self)
{
  gboolean active = gtk_check_button_get_active (self->all_button);

  if (self->filling)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), active);
  self->filling = FALSE;
  toggled_cb (self);
}

/* Who presses a form beside its box wants to see it. */
static void
activated_cb (HnReportForms *self,
              GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  gtk_check_button_set_active (g_ptr_array_index (self->buttons, index), TRUE);
  g_signal_emit (self, signals[CHOSEN], 0, hn_report_form_names ()[index]);
}

static void
add_form (HnReportForms *self,
          const char    *form)
{
  g_autofree char *name = make_name (form);
  g_autofree char *label = g_strdup_printf ("%s %s", form, name);
  GtkWidget *row = adw_action_row_new (), *button = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), form);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_list_box_append (self->list, row);
}

static void
hn_report_forms_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_REPORT_FORMS);

  G_OBJECT_CLASS (hn_report_forms_parent_class)->dispose (object);
}

static void
hn_report_forms_finalize (GObject *object)
{
  g_ptr_array_unref (HN_REPORT_FORMS (object)->buttons);

  G_OBJECT_CLASS (hn_report_forms_parent_class)->finalize (object);
}

static void
hn_report_forms_class_init (HnReportFormsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_report_forms_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_report_forms_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-report-forms.ui");
  gtk_widget_class_bind_template_child (widget_class, HnReportForms, all_button);
  gtk_widget_class_bind_template_child (widget_class, HnReportForms, list);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hn_report_forms_init (HnReportForms *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = TRUE;
  for (const char *const *form = hn_report_form_names (); *form != NULL; form++)
    add_form (self, *form);
  self->filling = FALSE;
  update_all (self);
}

/**
 * hn_report_forms_get_forms:
 *
 * Returns: (transfer full): the names of those that are ticked, in their order
 */
char **
hn_report_forms_get_forms (HnReportForms *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (HN_IS_REPORT_FORMS (self), NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_strv_builder_add (builder, hn_report_form_names ()[i]);

  return g_strv_builder_end (builder);
}

/**
 * hn_report_forms_set_forms:
 *
 * Ticks these and no others.
 */
void
hn_report_forms_set_forms (HnReportForms     *self,
                           const char *const *forms)
{
  g_return_if_fail (HN_IS_REPORT_FORMS (self));
  g_return_if_fail (forms != NULL);

  self->filling = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i),
                                 g_strv_contains (forms, hn_report_form_names ()[i]));
  self->filling = FALSE;
  toggled_cb (self);
}
