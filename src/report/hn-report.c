/* The forms that the office sends, and making a report of some of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "hn-chart.h"
#include "hn-fold.h"
#include "hn-form.h"
#include "hn-letterhead.h"
#include "hn-sql.h"
#include "hn-supplement.h"

G_DEFINE_QUARK (hn-report-error-quark, hn_report_error)

static const HnFormSpec *const specs[] = {
  &hn_form_m01,
  &hn_form_m02,
  &hn_form_m03,
  &hn_form_m04,
  &hn_form_m05,
  &hn_form_m06,
  &hn_form_m07,
  &hn_form_m08,
  &hn_form_m09,
  &hn_form_m10,
  &hn_form_m11,
  &hn_form_m12,
  &hn_form_m13,
};

static const HnFormSpec *
find_spec (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    if (strcmp (specs[i]->name, name) == 0)
      return specs[i];

  return NULL;
}

/**
 * hn_report_form_names:
 *
 * Returns: the forms of a year's workbook in their order, %NULL-terminated
 */
const char *const *
hn_report_form_names (void)
{
  static const char *names[G_N_ELEMENTS (specs) + 1];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
        names[i] = specs[i]->name;
      g_once_init_leave (&ready, 1);
    }

  return names;
}

/**
 * hn_report_form_title:
 * @form: M08
 *
 * Returns: (nullable): its Vietnamese title, in which {TINH} stands for the office's province; %NULL for an
 *   unknown form
 */
const char *
hn_report_form_title (const char *form)
{
  const HnFormSpec *spec = find_spec (form);

  return spec != NULL ? spec->title : NULL;
}

static gboolean
has_form (const HnReport *report,
          const char     *name)
{
  for (guint i = 0; i < report->forms->len; i++)
    if (strcmp (((HnReportForm *) g_ptr_array_index (report->forms, i))->form, name) == 0)
      return TRUE;

  return FALSE;
}

static HnReportForm *
build_form (const HnFormSpec       *spec,
            HnReport               *report,
            HnRegister             *reg,
            const HnReportOptions  *options,
            GCancellable           *cancellable,
            GError                **error)
{
  g_autofree char *from = hn_date_to_iso (report->period->from);
  g_autofree char *to = hn_date_to_iso (report->period->to);
  const HnFormContext context = { reg, options, report->period, from, to, report->letterhead, cancellable };
  g_autoptr (HnReportForm) form = hn_report_form_new (spec->name, spec->title, spec->columns, spec->n_columns);

  form->landscape = spec->landscape;
  form->unit_line = g_strdup (spec->unit_line);
  if (!spec->build (&context, form, error))
    return NULL;

  return g_steal_pointer (&form);
}

static gboolean
run_sql (HnRegister  *reg,
         const char  *sql,
         GError     **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, "", error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  hn_rows_next (rows, &local);

  return hn_sql_done (&local, error);
}

static gboolean
build_charts (HnReport               *report,
              HnRegister             *reg,
              const HnReportOptions  *options,
              GCancellable           *cancellable,
              GError                **error)
{
  g_autofree char *from = hn_date_to_iso (report->period->from);
  g_autofree char *to = hn_date_to_iso (report->period->to);
  const HnFormContext context = { reg, options, report->period, from, to, report->letterhead, cancellable };

  report->chart_list = hn_charts_load (&context, error);

  return report->chart_list != NULL;
}

static gboolean
build_forms (HnReport               *report,
             HnRegister             *reg,
             const HnReportOptions  *options,
             HnProgress              progress,
             gpointer                progress_data,
             GCancellable           *cancellable,
             GError                **error)
{
  const char *const *forms = options->forms != NULL ? options->forms : hn_report_form_names ();
  guint n_forms = g_strv_length ((char **) forms);
  g_autoptr (HnRecord) profile = NULL;

  if (!hn_letterhead_find_profile (reg, report->period->to, &profile, error))
    return FALSE;
  report->letterhead = hn_letterhead_new (profile);

  for (guint i = 0; i < n_forms; i++)
    {
      const HnFormSpec *spec = find_spec (forms[i]);
      HnReportForm *form;

      if (spec == NULL)
        {
          g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_UNKNOWN_FORM, _("There is no form “%s”."),
                       forms[i]);
          return FALSE;
        }
      if (has_form (report, spec->name))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      form = build_form (spec, report, reg, options, cancellable, error);
      if (form == NULL)
        return FALSE;
      g_ptr_array_add (report->forms, form);
      if (progress != NULL)
        progress ((i + 1.0) / n_forms, progress_data);
    }

  return !options->charts || build_charts (report, reg, options, cancellable, error);
}

/**
 * hn_report_build:
 * @options: what is asked for
 * @progress: (nullable): called between forms
 * @error: %HN_REPORT_ERROR_UNKNOWN_FORM, %HN_REPORT_ERROR_TOO_LARGE, %G_IO_ERROR_CANCELLED, or what the
 *   register says
 *
 * Returns: (nullable): the report; its made_on is left to the caller
 */
HnReport *
hn_report_build (HnRegister             *reg,
                 const HnReportOptions  *options,
                 HnProgress              progress,
                 gpointer                progress_data,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autoptr (HnReport) report = g_new0 (HnReport, 1);
  gboolean good;

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (options != NULL && options->period != NULL, NULL);

  report->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  report->period = hn_period_copy (options->period);
  report->dress = options->dress;
  report->basis = options->basis;
  report->charts = options->charts;

  /* All forms see the register at one moment, whatever is saved meanwhile. */
  if (!run_sql (reg, "SAVEPOINT report", error))
    return NULL;
  good = build_forms (report, reg, options, progress, progress_data, cancellable, error)
         && (options->without_late || hn_supplement_add (report, reg, cancellable, error));
  good = run_sql (reg, "RELEASE report", good ? error : NULL) && good;

  return good ? g_steal_pointer (&report) : NULL;
}

/**
 * hn_report_free:
 *
 * Frees a report with all its forms.
 */
void
hn_report_free (HnReport *report)
{
  if (report == NULL)
    return;

  hn_period_free (report->period);
  hn_letterhead_free (report->letterhead);
  g_free (report->number);
  g_ptr_array_unref (report->forms);
  g_clear_pointer (&report->chart_list, g_ptr_array_unref);
  g_free (report);
}

/**
 * hn_report_file_name:
 *
 * Returns: (transfer full): a file name without marks or spaces: bao-cao-nam-2021.xlsx, and with its form's name
 *   at the end where the report has only one
 */
char *
hn_report_file_name (const HnReport *report)
{
  g_autofree char *label = hn_period_label (report->period);
  g_autofree char *folded = hn_text_fold (label);
  g_autoptr (GString) name = g_string_new ("bao-cao-");

  for (const char *c = folded; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (name, *c);
    else if (name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  if (report->forms->len == 1)
    {
      g_autofree char *form = g_ascii_strdown (((HnReportForm *) g_ptr_array_index (report->forms, 0))->form, -1);

      g_string_append_printf (name, "-%s", form);
    }
  g_string_append (name, ".xlsx");

  return g_string_free_and_steal (g_steal_pointer (&name));
}
