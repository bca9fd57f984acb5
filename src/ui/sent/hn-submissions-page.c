/* What is due, late and sent in a year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-submissions-page.h"

#include <glib/gi18n-lib.h>

#include "hn-due-row.h"
#include "hn-failure.h"
#include "hn-report-years.h"
#include "hn-sent.h"
#include "hn-spoken.h"

struct _HnSubmissionsPage
{
  AdwNavigationPage parent_instance;

  HnContext *context;
  HnReportYears *years;
  GCancellable *cancellable; /* of what is read now */
  GPtrArray *rows;           /* of GtkWidget, in the groups */
  GPtrArray *list;           /* of HnDue: of the year; or NULL */
  GPtrArray *names;          /* of text: the rule sets of the drop-down, after all of them */
  char *rules;               /* the one that is wanted; "" is all of them */
  gboolean filling;          /* what is selected is not the person's choice */

  GtkDropDown *year_drop_down;
  AdwComboRow *rules_row;
  GtkStack *faces;
  AdwStatusPage *failed_page;
  AdwPreferencesGroup *late_group;
  AdwPreferencesGroup *open_group;
  AdwPreferencesGroup *sent_group;
};

G_DEFINE_FINAL_TYPE (HnSubmissionsPage, hn_submissions_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_failure (HnSubmissionsPage *self,
              const GError      *error)
{
  hn_failure_fill (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->faces, "failed");
}

static AdwPreferencesGroup *
group_of (HnSubmissionsPage *self,
          const HnDue       *due)
{
  if (due->submission != 0)
    return self->sent_group;

  return due->state == HN_DUE_LATE ? self->late_group : self->open_group;
}

static void
clear_rows (HnSubmissionsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)),
                                    row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* --- the rules ----------------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The sets that ask for something in the year. Where the one that is wanted does not, all of them are shown. */
static void
fill_rules (HnSubmissionsPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < self->list->len; i++)
    {
      const HnDue *due = g_ptr_array_index (self->list, i);
      const char *name = hn_period_rules_get_name (due->period->rules);

      if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL))
        g_ptr_array_add (self->names, g_strdup (name));
    }
  g_ptr_array_sort (self->names, compare_names);

  gtk_string_list_append (labels, _("All"));
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      gtk_string_list_append (labels, name);
      if (g_ascii_strcasecmp (name, self->rules) == 0)
        selected = i + 1;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->rules_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->rules_row, selected);
  self->filling = FALSE;
}

static const char *
get_selected_rules (HnSubmissionsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->rules_row);

  return selected > 0 && selected <= self->names->len ? g_ptr_array_index (self->names, selected - 1) : "";
}

/* --- the list ------------------------------------------------------------ */

static void
show_list (HnSubmissionsPage *self)
{
  const char *rules = get_selected_rules (self);
  guint n_of[3] = { 0 };
  AdwPreferencesGroup *const groups[] = { self->sent_group, self->open_group, self->late_group };

  clear_rows (self);
  for (guint i = 0; i < self->list->len; i++)
    {
      const HnDue *due = g_ptr_array_index (self->list, i);
      AdwPreferencesGroup *group = group_of (self, due);
      GtkWidget *row;

      if (!hn_due_is_by (due, rules))
        continue;
      row = hn_due_row_new (self->context, due);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
      for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
        n_of[j] += groups[j] == group;
    }
  for (guint j = 0; j < G_N_ELEMENTS (groups); j++)
    gtk_widget_set_visible (GTK_WIDGET (groups[j]), n_of[j] > 0);
  gtk_stack_set_visible_child_name (self->faces, self->list->len > 0 ? "full" : "empty");
}

static void
rules_chosen_cb (HnSubmissionsPage *self)
{
  if (self->filling || self->list == NULL)
    return;

  g_set_str (&self->rules, get_selected_rules (self));
  show_list (self);
}

/* @list is (transfer full). */
static void
take_list (HnSubmissionsPage *self,
           GPtrArray         *list)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = list;
  fill_rules (self);
  show_list (self);
}

/* --- the year ------------------------------------------------------------ */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnSubmissionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hn_due_load_finish (HN_STORE (source), result, &error);

  /* What was asked before the last question may come all the same. */
  if (self->context == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (list != NULL)
    take_list (self, g_steal_pointer (&list));
  else
    show_failure (self, error);
}

static GCancellable *
start_over (HnSubmissionsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  return self->cancellable;
}

static void
load (HnSubmissionsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_drop_down);
  const HnPeriod *period;

  if (self->years == NULL || selected >= self->years->periods->len)
    return;

  period = g_ptr_array_index (self->years->periods, selected);
  hn_due_load_async (hn_context_get_store (self->context), period->year, start_over (self), loaded_cb,
                     g_object_ref (self));
}

static void
year_chosen_cb (HnSubmissionsPage *self)
{
  load (self);
}

/* --- the years ----------------------------------------------------------- */

static void
years_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnSubmissionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnReportYears) years = hn_report_years_load_finish (HN_STORE (source), result, &error);
  g_autoptr (GtkStringList) names = NULL;

  if (self->context == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (years == NULL)
    {
      show_failure (self, error);
      return;
    }

  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < years->periods->len; i++)
    gtk_string_list_append (names, ((const HnPeriod *) g_ptr_array_index (years->periods, i))->name);
  g_clear_pointer (&self->years, hn_report_years_free);
  gtk_drop_down_set_model (self->year_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_drop_down, years->working);
  self->years = g_steal_pointer (&years);
  load (self);
}

static void
load_years (HnSubmissionsPage *self)
{
  gtk_stack_set_visible_child_name (self->faces, "loading");
  hn_report_years_load_async (hn_context_get_store (self->context), start_over (self), years_cb, g_object_ref (self));
}

static void
retry_cb (HnSubmissionsPage *self)
{
  load_years (self);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_submissions_page_dispose (GObject *object)
{
  HnSubmissionsPage *self = HN_SUBMISSIONS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_SUBMISSIONS_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->years, hn_report_years_free);

  G_OBJECT_CLASS (hn_submissions_page_parent_class)->dispose (object);
}

static void
hn_submissions_page_finalize (GObject *object)
{
  HnSubmissionsPage *self = HN_SUBMISSIONS_PAGE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self->rules);

  G_OBJECT_CLASS (hn_submissions_page_parent_class)->finalize (object);
}

static void
hn_submissions_page_class_init (HnSubmissionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_submissions_page_dispose;
  object_class->finalize = hn_submissions_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-submissions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, year_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, rules_row);
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, faces);
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, late_group);
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, open_group);
  gtk_widget_class_bind_template_child (widget_class, HnSubmissionsPage, sent_group);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, rules_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
hn_submissions_page_init (HnSubmissionsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_drop_down (self->year_drop_down, _("Year"));
}

/**
 * hn_submissions_page_new:
 *
 * Returns: (transfer floating): the page; it follows what is saved
 */
AdwNavigationPage *
hn_submissions_page_new (HnContext *context)
{
  HnSubmissionsPage *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_SUBMISSIONS_PAGE, NULL);
  self->context = g_object_ref (context);
  self->rules = g_settings_get_string (hn_context_get_settings (context), "report-rule");
  g_signal_connect_object (hn_context_get_store (context), "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load_years (self);

  return ADW_NAVIGATION_PAGE (self);
}
