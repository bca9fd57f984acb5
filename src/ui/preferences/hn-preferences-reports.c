/* The page of the preferences with the rules that cut the periods of reports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-preferences-reports.h"

#include <glib/gi18n-lib.h>

#include "hn-record-row.h"
#include "hn-rule-groups.h"

struct _HnPreferencesReports
{
  AdwPreferencesPage parent_instance;

  HnContext *context;
  GCancellable *cancellable; /* of what is read now, or NULL */
  GPtrArray *groups;         /* of HnRuleGroup, as shown; or NULL */
  GPtrArray *rows;           /* of GtkWidget: a row a set */
  gboolean filling;          /* what is selected is not the person's choice */

  AdwComboRow *proposed_row;
  AdwPreferencesGroup *sets_group;
};

G_DEFINE_FINAL_TYPE (HnPreferencesReports, hn_preferences_reports, ADW_TYPE_PREFERENCES_PAGE)

/* --- which one is proposed ----------------------------------------------- */

static void
proposed_cb (HnPreferencesReports *self)
{
  guint selected = adw_combo_row_get_selected (self->proposed_row);
  const char *name = "";

  if (self->filling || self->groups == NULL || selected > self->groups->len)
    return;
  if (selected > 0)
    name = ((const HnRuleGroup *) g_ptr_array_index (self->groups, selected - 1))->name;
  g_settings_set_string (hn_context_get_settings (self->context), "report-rule", name);
}

/* The office's own, then the sets of the register. */
static void
fill_proposed (HnPreferencesReports *self)
{
  g_autofree char *name = g_settings_get_string (hn_context_get_settings (self->context), "report-rule");
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, _("Rules of the Office"));
  for (guint i = 0; i < self->groups->len; i++)
    {
      const HnRuleGroup *group = g_ptr_array_index (self->groups, i);

      gtk_string_list_append (labels, group->label);
      if (g_ascii_strcasecmp (group->name, name) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->proposed_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->proposed_row, selected);
  self->filling = FALSE;
}

/* --- the sets ------------------------------------------------------------ */

static GtkWidget *
create_rule_row (HnPreferencesReports *self,
                 const HnRecord       *rule)
{
  g_autofree char *title = hn_record_print (rule, "period");
  g_autofree char *subtitle = hn_rule_describe (rule);

  return hn_record_row_new (self->context, rule, title, subtitle, NULL);
}

static GtkWidget *
create_set_row (HnPreferencesReports *self,
                const HnRuleGroup    *group)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), group->label);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), group->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, group->label, -1);
  for (guint i = 0; i < group->rules->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_rule_row (self, g_ptr_array_index (group->rules, i)));

  return row;
}

/* (nullable): the set that stands in a row now */
static const char *
get_open_set (HnPreferencesReports *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (adw_expander_row_get_expanded (g_ptr_array_index (self->rows, i)))
      return ((const HnRuleGroup *) g_ptr_array_index (self->groups, i))->name;

  return NULL;
}

/* Who has corrected a rule finds its set open as it was. */
static void
show_groups (HnPreferencesReports *self,
             GPtrArray            *groups)
{
  g_autofree char *open = g_strdup (get_open_set (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->sets_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  self->groups = g_ptr_array_ref (groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const HnRuleGroup *group = g_ptr_array_index (groups, i);
      GtkWidget *row = create_set_row (self, group);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_strcmp0 (group->name, open) == 0);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->sets_group, row);
    }
  fill_proposed (self);
}

static void
show_failure (HnPreferencesReports *self,
              const GError         *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_preferences_group_set_description (self->sets_group, markup);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnPreferencesReports) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = hn_rule_groups_load_finish (HN_STORE (source), result, &error);

  if (self->context == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (groups != NULL)
    show_groups (self, groups);
  else
    show_failure (self, error);
}

static void
load (HnPreferencesReports *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hn_rule_groups_load_async (hn_context_get_store (self->context), self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_preferences_reports_dispose (GObject *object)
{
  HnPreferencesReports *self = HN_PREFERENCES_REPORTS (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_PREFERENCES_REPORTS);
  g_clear_object (&self->context);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (hn_preferences_reports_parent_class)->dispose (object);
}

static void
hn_preferences_reports_finalize (GObject *object)
{
  HnPreferencesReports *self = HN_PREFERENCES_REPORTS (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hn_preferences_reports_parent_class)->finalize (object);
}

static void
hn_preferences_reports_class_init (HnPreferencesReportsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_preferences_reports_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_preferences_reports_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-preferences-reports.ui");
  gtk_widget_class_bind_template_child (widget_class, HnPreferencesReports, proposed_row);
  gtk_widget_class_bind_template_child (widget_class, HnPreferencesReports, sets_group);
  gtk_widget_class_bind_template_callback (widget_class, proposed_cb);
}

static void
hn_preferences_reports_init (HnPreferencesReports *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_preferences_reports_set_context:
 *
 * Shows the rules of the register, and follows what is saved. To be called once.
 */
void
hn_preferences_reports_set_context (HnPreferencesReports *self,
                                    HnContext            *context)
{
  g_return_if_fail (HN_IS_PREFERENCES_REPORTS (self));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (hn_context_get_store (context), "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
