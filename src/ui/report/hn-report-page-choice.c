/* What is chosen for a report: what is offered, what was chosen last, and what the preview is told of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-report-memory.h"
#include "hn-report-page-private.h"
#include "hn-report-years.h"
#include "hn-rule-sets.h"

static char *
get_rules (HnReportPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->rules_drop_down);

  if (self->rules == NULL || selected == 0 || selected > self->rules->len)
    return NULL;

  return g_strdup (((const HnRuleSet *) g_ptr_array_index (self->rules, selected - 1))->name);
}

/* --- what was chosen last ------------------------------------------------ */

/* Days from one to another are asked for once, and nobody begins with no form at all. */
static void
remember (HnReportPage *self)
{
  const char *kind = hn_report_period_get_kind (self->period);
  g_autoptr (HnReportMemory) before = hn_report_memory_load (hn_context_get_settings (self->context));
  g_auto (GStrv) forms = hn_report_forms_get_forms (self->forms);
  HnReportMemory memory = {
    .forms = *forms != NULL ? forms : before->forms,
    .kind = g_str_equal (kind, "range") ? before->kind : (char *) kind,
    .dress = (HnDress) gtk_drop_down_get_selected (self->dress_drop_down),
    .areas = (HnAreas) gtk_drop_down_get_selected (self->areas_drop_down),
    .basis = gtk_check_button_get_active (self->basis_button),
    .charts = gtk_check_button_get_active (self->charts_button),
    .each = gtk_check_button_get_active (self->each_button),
  };

  hn_report_memory_save (&memory, hn_context_get_settings (self->context));
}

static void
recall (HnReportPage *self)
{
  g_autoptr (HnReportMemory) memory = hn_report_memory_load (hn_context_get_settings (self->context));

  if (memory->forms != NULL)
    hn_report_forms_set_forms (self->forms, (const char *const *) memory->forms);
  if (memory->kind != NULL)
    hn_report_period_set_kind (self->period, memory->kind, 1);
  gtk_drop_down_set_selected (self->dress_drop_down, memory->dress);
  gtk_drop_down_set_selected (self->areas_drop_down, memory->areas);
  gtk_check_button_set_active (self->basis_button, memory->basis);
  gtk_check_button_set_active (self->charts_button, memory->charts);
  gtk_check_button_set_active (self->each_button, memory->each);
}

/* --- what is chosen now -------------------------------------------------- */

/**
 * hn_report_page_choose:
 *
 * Tells the preview what is chosen now, and remembers it for the next time.
 */
void
hn_report_page_choose (HnReportPage *self)
{
  g_autoptr (HnReportChoice) choice = NULL;

  if (!self->ready)
    return;

  choice = hn_report_choice_new ();
  g_strfreev (choice->forms);
  choice->forms = hn_report_forms_get_forms (self->forms);
  choice->period = hn_report_period_get_period (self->period);
  choice->rules = get_rules (self);
  choice->dress = (HnDress) gtk_drop_down_get_selected (self->dress_drop_down);
  choice->areas = (HnAreas) gtk_drop_down_get_selected (self->areas_drop_down);
  choice->basis = gtk_check_button_get_active (self->basis_button);
  choice->charts = gtk_check_button_get_active (self->charts_button);
  choice->sensitive = gtk_check_button_get_active (self->sensitive_button);
  adw_overlay_split_view_set_show_sidebar (self->figure_split, FALSE);
  hn_report_preview_set_choice (self->preview, choice);
  remember (self);
}

/* --- what is offered ----------------------------------------------------- */

static gpointer
rules_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return hn_rule_sets_list (reg, error);
}

static void
rules_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnReportPage) self = user_data;
  GPtrArray *rules = hn_store_read_finish (HN_STORE (source), result, NULL);
  g_autoptr (GtkStringList) names = NULL;
  g_autofree char *proposed = NULL;
  guint selected = 0;

  if (rules == NULL)
    return;

  self->rules = rules;
  proposed = g_settings_get_string (hn_context_get_settings (self->context), "report-rule");
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("Rules of the Office"));
  for (guint i = 0; i < rules->len; i++)
    {
      const HnRuleSet *set = g_ptr_array_index (rules, i);

      gtk_string_list_append (names, set->label);
      if (g_ascii_strcasecmp (set->name, proposed) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->rules_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->rules_drop_down, selected);
}

/* The year that a person most likely wants, or the latest part of the one in which the office works. */
static void
propose_period (HnReportPage        *self,
                const HnReportYears *years)
{
  const char *kind = hn_report_period_get_kind (self->period);
  guint part = g_str_equal (kind, "month")     ? years->month
               : g_str_equal (kind, "quarter") ? years->quarter
               : g_str_equal (kind, "half")    ? years->half
                                               : 0;
  const HnPeriod *year = g_ptr_array_index (years->periods, part > 0 ? years->working : years->likely);

  hn_report_period_set_year (self->period, year->year);
  if (part > 0)
    hn_report_period_set_kind (self->period, kind, part);
}

/* She may have chosen something already. */
static void
years_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnReportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnReportYears) years = hn_report_years_load_finish (HN_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (years != NULL && years->periods->len > 0)
    propose_period (self, years);
  self->ready = TRUE;
  hn_report_page_choose (self);
}

/**
 * hn_report_page_load_choice:
 *
 * Sets what was chosen last, and asks the register which rules and years there are; then the first report is chosen.
 */
void
hn_report_page_load_choice (HnReportPage *self)
{
  HnStore *store = hn_context_get_store (self->context);

  recall (self);
  hn_store_read_async (store, rules_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable, rules_cb,
                       g_object_ref (self));
  hn_report_years_load_async (store, self->cancellable, years_cb, g_object_ref (self));
}
