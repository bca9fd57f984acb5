/* What a person chose last for a report, kept in the settings. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-memory.h"

#define KEY "report-choice"

static const char *const dresses[] = { "report", "appendix", "list" };
static const char *const areas[] = { "period", "communes", "districts" };

/* Settings outlive versions: what is not known any more is the first. */
static guint
find_name (const char *const *names,
           guint              n_names,
           GVariantDict      *dict,
           const char        *key)
{
  const char *name = NULL;

  if (!g_variant_dict_lookup (dict, key, "&s", &name))
    return 0;

  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (names[i], name))
      return i;

  return 0;
}

static gboolean
find_mark (GVariantDict *dict,
           const char   *key)
{
  gboolean mark = FALSE;

  g_variant_dict_lookup (dict, key, "b", &mark);

  return mark;
}

/* (transfer full) (nullable): those that there still are; %NULL where that is none */
static char **
find_forms (GVariantDict *dict)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  g_auto (GStrv) forms = NULL, kept = NULL;

  if (!g_variant_dict_lookup (dict, "forms", "^as", &forms))
    return NULL;

  for (const char *const *name = hn_report_form_names (); *name != NULL; name++)
    if (g_strv_contains ((const char *const *) forms, *name))
      g_strv_builder_add (known, *name);
  kept = g_strv_builder_end (known);

  return *kept != NULL ? g_steal_pointer (&kept) : NULL;
}

/**
 * hn_report_memory_load:
 *
 * Returns: (transfer full): what was chosen last; all forms of a year as stand-alone reports, where nothing was
 */
HnReportMemory *
hn_report_memory_load (GSettings *settings)
{
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariantDict) dict = NULL;
  HnReportMemory *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  value = g_settings_get_value (settings, KEY);
  dict = g_variant_dict_new (value);
  self = g_new0 (HnReportMemory, 1);
  self->forms = find_forms (dict);
  g_variant_dict_lookup (dict, "period", "s", &self->kind);
  self->dress = (HnDress) find_name (dresses, G_N_ELEMENTS (dresses), dict, "dress");
  self->areas = (HnAreas) find_name (areas, G_N_ELEMENTS (areas), dict, "areas");
  self->basis = find_mark (dict, "basis");
  self->charts = find_mark (dict, "charts");
  self->each = find_mark (dict, "each");

  return self;
}

/* Without those that are as they would be anyway. */
static GVariant *
to_variant (const HnReportMemory *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  guint n_all = g_strv_length ((char **) hn_report_form_names ());

  if (self->forms != NULL && g_strv_length (self->forms) < n_all)
    g_variant_dict_insert (&dict, "forms", "^as", self->forms);
  if (self->kind != NULL)
    g_variant_dict_insert (&dict, "period", "s", self->kind);
  if (self->dress != HN_DRESS_REPORT)
    g_variant_dict_insert (&dict, "dress", "s", dresses[self->dress]);
  if (self->areas != HN_AREAS_OF_PERIOD)
    g_variant_dict_insert (&dict, "areas", "s", areas[self->areas]);
  if (self->basis)
    g_variant_dict_insert (&dict, "basis", "b", TRUE);
  if (self->charts)
    g_variant_dict_insert (&dict, "charts", "b", TRUE);
  if (self->each)
    g_variant_dict_insert (&dict, "each", "b", TRUE);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/**
 * hn_report_memory_save:
 *
 * Keeps it for the next report.
 */
void
hn_report_memory_save (const HnReportMemory *self,
                       GSettings            *settings)
{
  g_autoptr (GVariant) value = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_SETTINGS (settings));

  value = to_variant (self);
  g_settings_set_value (settings, KEY, value);
}

/**
 * hn_report_memory_free:
 *
 * Frees the names.
 */
void
hn_report_memory_free (HnReportMemory *self)
{
  g_strfreev (self->forms);
  g_free (self->kind);
  g_free (self);
}
