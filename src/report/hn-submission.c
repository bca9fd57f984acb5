/* Reports that were sent: frozen, and written again byte for byte. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-submission.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-fold.h"
#include "hn-letterhead.h"
#include "hn-sql.h"
#include "hn-whole-file.h"

/* How often a report is begun again that is overtaken by changes; then they wait. */
#define MOST_TRIES 4

G_DEFINE_QUARK (hn-submission-error-quark, hn_submission_error)

/* By the names of the choices of submission.dress. */
static const char *const dress_names[] = {
  [HN_DRESS_REPORT] = "report",
  [HN_DRESS_APPENDIX] = "appendix",
  [HN_DRESS_LIST] = "list",
};

static const HnKind *
get_kind (void)
{
  return hn_kind_lookup ("submission");
}

/* --- freezing ------------------------------------------------------------ */

/* Beside the register: there is room for it there, and in /tmp often none. */
static GBytes *
make_workbook (HnRegister      *reg,
               const HnReport  *report,
               HnProgress       progress,
               gpointer         progress_data,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autofree char *place = g_path_get_dirname (hn_register_get_path (reg));
  g_autofree char *folder = g_build_filename (place, ".huu-nghi-XXXXXX", NULL);
  g_autofree char *path = NULL;
  char *content = NULL;
  gsize size = 0;
  gboolean good;

  if (g_mkdtemp (folder) == NULL)
    {
      g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE,
                   _("Nothing can be written beside the register (%s). Make room and try again."), g_strerror (errno));
      return NULL;
    }
  path = g_build_filename (folder, "sent.xlsx", NULL);
  good = hn_report_write_xlsx (report, reg, path, progress, progress_data, cancellable, error)
         && g_file_get_contents (path, &content, &size, error);
  g_unlink (path);
  g_rmdir (folder);

  return good ? g_bytes_new_take (content, size) : NULL;
}

/* "M01, M03–M05": forms that follow each other are named by the first and the last. */
static char *
name_forms (const HnReport *report)
{
  const char *const *all = hn_report_form_names ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint begun = 0;
  const char *last = NULL;

  for (guint i = 0; i <= g_strv_length ((char **) all); i++)
    {
      gboolean has = FALSE;

      for (guint j = 0; all[i] != NULL && j < report->forms->len && !has; j++)
        has = g_str_equal (((HnReportForm *) g_ptr_array_index (report->forms, j))->form, all[i]);
      if (has && begun++ == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", all[i]);
      if (!has && begun > 1)
        g_string_append_printf (text, "%s%s", begun > 2 ? "–" : ", ", last);
      if (!has)
        begun = 0;
      last = all[i];
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
set_bytes (HnRecord   *record,
           const char *field,
           GBytes     *bytes)
{
  hn_record_set (record, field, g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
}

static void
set_date (HnRecord   *record,
          const char *field,
          HnDate      date)
{
  g_autofree char *iso = hn_date_to_iso (date);

  hn_record_set_text (record, field, iso);
}

static void
set_words (HnRecord   *record,
           const char *field,
           const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed != NULL && *trimmed != '\0')
    hn_record_set_text (record, field, trimmed);
}

static HnRecord *
make_record (const HnReport           *report,
             const HnCounted          *counted,
             const HnSubmissionFacts  *facts,
             GBytes                   *workbook,
             GError                  **error)
{
  g_autoptr (GBytes) figures = hn_counted_to_bytes (counted, error);
  g_autoptr (HnRecord) record = hn_record_new (get_kind ());
  g_autofree char *forms = name_forms (report);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, workbook);
  g_autofree char *summary = hn_counted_summary (counted);

  if (figures == NULL)
    return NULL;

  hn_record_set_text (record, "form", forms);
  hn_record_set_text (record, "period", report->period->name);
  set_date (record, "from", report->period->from);
  set_date (record, "to", report->period->to);
  set_date (record, "made_on", facts->sent_on);
  set_words (record, "sent_to", facts->sent_to);
  set_words (record, "number", facts->number);
  set_words (record, "note", facts->note);
  hn_record_set_text (record, "rules", counted->rules);
  hn_record_set_text (record, "dress", dress_names[counted->dress]);
  hn_record_set_text (record, "sha256", sha256);
  set_words (record, "figures", summary);
  set_bytes (record, "workbook", workbook);
  set_bytes (record, "counted", figures);

  return g_steal_pointer (&record);
}

static HnReport *
build (HnRegister               *reg,
       const HnReportOptions    *options,
       const HnSubmissionFacts  *facts,
       GCancellable             *cancellable,
       GError                  **error)
{
  HnReportOptions with_basis = *options;
  HnReport *report;

  with_basis.basis = TRUE;
  report = hn_report_build (reg, &with_basis, NULL, NULL, cancellable, error);
  if (report == NULL)
    return NULL;

  report->basis = options->basis;
  report->made_on = facts->sent_on;
  report->number = facts->number != NULL && *facts->number != '\0' ? g_strdup (facts->number) : NULL;

  return report;
}

/* Somebody who saves does not wait for a whole workbook. */
typedef struct
{
  HnRegister *reg;
  gboolean    alone; /* nothing is to be saved meanwhile */
  HnProgress  progress;
  gpointer    progress_data;
} Pace;

static void
pace_cb (double   done,
         gpointer user_data)
{
  Pace *pace = user_data;

  if (pace->progress != NULL)
    pace->progress (done, pace->progress_data);
  if (!pace->alone)
    hn_register_let_save (pace->reg);
}

static HnRecord *
prepare_once (HnRegister               *reg,
              const HnReportOptions    *options,
              const HnSubmissionFacts  *facts,
              Pace                     *pace,
              GCancellable             *cancellable,
              GError                  **error)
{
  g_autoptr (HnReport) report = build (reg, options, facts, cancellable, error);
  g_autoptr (HnCounted) counted = NULL;
  g_autoptr (GBytes) workbook = NULL;

  counted = report != NULL ? hn_counted_new (reg, report, options, cancellable, error) : NULL;
  if (counted == NULL)
    return NULL;
  workbook = facts->workbook != NULL ? g_bytes_ref (facts->workbook)
                                     : make_workbook (reg, report, pace_cb, pace, cancellable, error);

  return workbook != NULL ? make_record (report, counted, facts, workbook, error) : NULL;
}

/**
 * hn_submission_prepare:
 * @reg: a register, which is only read; what others save meanwhile may go first
 * @options: what is sent
 * @facts: to whom and when
 * @progress: (nullable): called while the workbook is written
 * @error: return location
 *
 * Makes the report, its workbook, its figures and the records behind each of them, all of one moment: what was changed
 * while it was made makes it begin again.
 *
 * Returns: (transfer full) (nullable): the submission, which hn_register_save() then keeps
 */
HnRecord *
hn_submission_prepare (HnRegister               *reg,
                       const HnReportOptions    *options,
                       const HnSubmissionFacts  *facts,
                       HnProgress                progress,
                       gpointer                  progress_data,
                       GCancellable             *cancellable,
                       GError                  **error)
{
  Pace pace = { reg, FALSE, progress, progress_data };

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (hn_date_is_full (facts->sent_on), NULL);

  for (guint i = 1; i <= MOST_TRIES; i++)
    {
      gint64 change = hn_register_last_change (reg);
      g_autoptr (GError) reason = NULL;
      g_autoptr (HnRecord) record = NULL;
      gboolean changed, begun = FALSE;

      /* The last time it is of the moment at which it begins. */
      pace.alone = i == MOST_TRIES;
      if (pace.alone && !hn_register_begin_read (reg, &begun, error))
        return NULL;
      record = prepare_once (reg, options, facts, &pace, cancellable, &reason);
      changed = hn_register_last_change (reg) != change;
      if (pace.alone)
        hn_register_end_read (reg, begun);
      if (!changed || pace.alone || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          if (record == NULL)
            g_propagate_error (error, g_steal_pointer (&reason));
          return g_steal_pointer (&record);
        }
    }

  g_assert_not_reached ();
}

/**
 * hn_submission_freeze:
 * @reg: a register; what is saved is one change, or a part of the batch under way
 *
 * Keeps what hn_submission_prepare() makes. None of it changes with what is entered later.
 *
 * Returns: the id of the submission, or 0; nothing is kept then
 */
gint64
hn_submission_freeze (HnRegister               *reg,
                      const HnReportOptions    *options,
                      const HnSubmissionFacts  *facts,
                      HnProgress                progress,
                      gpointer                  progress_data,
                      GCancellable             *cancellable,
                      GError                  **error)
{
  g_autoptr (HnRecord) record =
    hn_submission_prepare (reg, options, facts, progress, progress_data, cancellable, error);

  return record != NULL && hn_register_save (reg, record, error) ? hn_record_get_id (record) : 0;
}

/* --- reading ------------------------------------------------------------- */

/**
 * hn_submission_read_workbook:
 * @error: %HN_SUBMISSION_ERROR_DAMAGED where it is not what was sent, by its SHA-256
 *
 * Returns: (transfer full) (nullable): the workbook as it was sent
 */
GBytes *
hn_submission_read_workbook (HnRegister  *reg,
                             gint64       id,
                             GError     **error)
{
  g_autoptr (HnRecord) record = hn_register_load (reg, get_kind (), id, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  const char *kept;

  if (record == NULL)
    return NULL;
  bytes = hn_register_read_content (reg, get_kind (), id, "workbook", error);
  if (bytes == NULL)
    return NULL;

  kept = hn_record_get_text (record, "sha256");
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (kept == NULL || g_ascii_strcasecmp (kept, sha256) == 0)
    return g_steal_pointer (&bytes);

  g_set_error (error, HN_SUBMISSION_ERROR, HN_SUBMISSION_ERROR_DAMAGED,
               _ (
                 "The workbook that is kept is not the one that was sent: its SHA-256 is %s, that of what was sent %s. "
                 "Look for it in a copy of the register."),
               sha256, kept);

  return NULL;
}

/**
 * hn_submission_read_figures:
 * @error: %HN_SUBMISSION_ERROR_NO_FIGURES where none are kept
 *
 * Returns: (transfer full) (nullable): what was counted
 */
HnCounted *
hn_submission_read_figures (HnRegister  *reg,
                            gint64       id,
                            GError     **error)
{
  g_autoptr (GBytes) bytes = hn_register_read_content (reg, get_kind (), id, "counted", error);

  return bytes != NULL ? hn_counted_from_bytes (bytes, error) : NULL;
}

/**
 * hn_submission_export:
 * @path: where the workbook goes, over what is there
 *
 * Returns: whether the workbook is written as it was sent, byte for byte
 */
gboolean
hn_submission_export (HnRegister  *reg,
                      gint64       id,
                      const char  *path,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = hn_submission_read_workbook (reg, id, error);
  g_autofree char *unfinished = NULL;
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return FALSE;
  unfinished = hn_whole_file_begin (path, error);
  if (unfinished == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (unfinished, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0666, error))
    return hn_whole_file_finish (unfinished, path, error);

  hn_whole_file_abandon (unfinished);

  return FALSE;
}

/**
 * hn_submission_file_name:
 *
 * Returns: (transfer full): a file name without marks or spaces: m04-2021-da-gui-2021-12-14.xlsx
 */
char *
hn_submission_file_name (const HnRecord *submission)
{
  g_autofree char *words =
    g_strjoin ("-", hn_record_get_text (submission, "form"), hn_record_get_text (submission, "period"), "da-gui",
               hn_record_get_text (submission, "made_on"), NULL);
  g_autofree char *folded = hn_text_fold (words);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (name, *c);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  g_string_append (name, ".xlsx");

  return g_string_free_and_steal (g_steal_pointer (&name));
}

/* --- the next number ----------------------------------------------------- */

static const char numbers_sql[] =
  "SELECT \"number\" FROM \"submission\" WHERE \"number\" IS NOT NULL AND substr (\"made_on\", 1, 4) = ?1";

/**
 * hn_submission_suggest_number:
 * @day: on which the report is sent
 *
 * Numbers begin again every year; below 10 they have a leading 0: Decree 30/2020/NĐ-CP, Appendix I.
 *
 * Returns: (transfer full) (nullable): the number after the highest of the year, with the office's symbol: 05/BC-LHHN
 */
char *
hn_submission_suggest_number (HnRegister  *reg,
                              HnDate       day,
                              GError     **error)
{
  g_autofree char *year = g_strdup_printf ("%04d", day.year);
  g_autoptr (HnRows) rows = hn_register_query (reg, numbers_sql, "s", error, year);
  g_autoptr (HnRecord) profile = NULL;
  g_autoptr (GError) local = NULL;
  const char *symbol;
  gint64 highest = 0;

  while (rows != NULL && hn_rows_next (rows, &local))
    highest = MAX (highest, g_ascii_strtoll (hn_rows_text (rows, 0), NULL, 10));
  if (rows == NULL || !hn_sql_done (&local, error) || !hn_letterhead_find_profile (reg, day, &profile, error))
    return NULL;

  symbol = profile != NULL ? hn_record_get_text (profile, "symbol") : NULL;

  return g_strdup_printf ("%02" G_GINT64_FORMAT "/BC%s%s", highest + 1, symbol != NULL ? "-" : "",
                          symbol != NULL ? symbol : "");
}
