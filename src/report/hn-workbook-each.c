/* A report as one workbook a form, as an office sends them to different bodies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  HnProgress progress;
  gpointer progress_data;
  double from;
  double part;
} Step;

static void
tell_step (double   done,
           gpointer user_data)
{
  Step *step = user_data;

  if (step->progress != NULL)
    step->progress (step->from + step->part * done, step->progress_data);
}

/* The report of one of its forms; the charts go with the first. Nothing in it is its own but the array. */
static HnReport
pick_form (const HnReport *report,
           guint           index)
{
  HnReport one = *report;

  one.forms = g_ptr_array_new ();
  one.charts = report->charts && index == 0;
  g_ptr_array_add (one.forms, g_ptr_array_index (report->forms, index));

  return one;
}

static gboolean
write_all (const HnReport *report,
           HnRegister     *reg,
           const char     *folder,
           GPtrArray      *names,
           Step           *step,
           GCancellable   *cancellable,
           GError        **error)
{
  step->part = 1.0 / report->forms->len;
  for (guint i = 0; i < report->forms->len; i++)
    {
      HnReport one = pick_form (report, i);
      char *name = hn_report_file_name (&one);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean good;

      g_ptr_array_add (names, name);
      step->from = i * step->part;
      good = hn_report_write_xlsx (&one, reg, path, tell_step, step, cancellable, error);
      g_ptr_array_unref (one.forms);
      if (!good)
        return FALSE;
    }

  return TRUE;
}

static gboolean
fail (const char  *folder,
      GError     **error)
{
  int reason = errno;
  g_autofree char *shown = g_filename_display_name (folder);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason), _("“%s” cannot be written: %s"), shown,
               g_strerror (reason));

  return FALSE;
}

static gboolean
move_all (const char  *from,
          const char  *folder,
          GPtrArray   *names,
          GPtrArray   *paths,
          GError     **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *made = g_build_filename (from, g_ptr_array_index (names, i), NULL);
      char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_ptr_array_add (paths, path);
      if (g_rename (made, path) != 0)
        return fail (path, error);
    }

  return TRUE;
}

/**
 * hn_report_write_xlsx_each:
 * @folder: which is there
 * @paths: (out) (transfer full): of char*, what was written, in the order of the forms
 * @error: as hn_report_write_xlsx()
 *
 * Writes a workbook a form, each by its own name. All are made beside each other before the first one is put into the
 * folder: after an error or a cancellation there is none, and old ones stand as they were.
 */
gboolean
hn_report_write_xlsx_each (const HnReport  *report,
                           HnRegister      *reg,
                           const char      *folder,
                           GPtrArray      **paths,
                           HnProgress       progress,
                           gpointer         progress_data,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autofree char *unfinished = g_build_filename (folder, ".huu-nghi-XXXXXX", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_free);
  Step step = { .progress = progress, .progress_data = progress_data };
  gboolean good;

  g_return_val_if_fail (report != NULL && report->forms->len > 0, FALSE);
  g_return_val_if_fail (folder != NULL && paths != NULL, FALSE);

  if (g_mkdtemp (unfinished) == NULL)
    return fail (folder, error);

  good = write_all (report, reg, unfinished, names, &step, cancellable, error)
         && move_all (unfinished, folder, names, moved, error);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *left = g_build_filename (unfinished, g_ptr_array_index (names, i), NULL);

      g_unlink (left);
    }
  g_rmdir (unfinished);
  if (good)
    *paths = g_steal_pointer (&moved);

  return good;
}
