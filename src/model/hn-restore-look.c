/* What is in a copy of a register: read into the own folder, checked, and looked at there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-restore.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-carry.h"
#include "hn-copy.h"
#include "hn-letterhead.h"
#include "hn-register-file.h"
#include "hn-register-place.h"

/* How far it is when the file is read. */
#define READ 0.7

G_DEFINE_QUARK (hn-restore-error-quark, hn_restore_error)

typedef struct
{
  GFile *file;
  HnGauge *gauge;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_object_unref (look->gauge);
  g_free (look);
}

/* --- what lies aside ----------------------------------------------------- */

/* With what SQLite or an upgrade has put beside it. */
static void
remove_part (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part), *base = g_path_get_basename (part);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, base))
        g_unlink (path);
    }
}

static void
found_copy_clear (gpointer data)
{
  HnFoundCopy *self = data;

  if (self->part != NULL)
    remove_part (self->part);
  g_free (self->name);
  g_free (self->part);
  g_free (self->office);
}

/**
 * hn_found_copy_ref:
 *
 * Returns: (transfer full): @self, which stays until all have let it go
 */
HnFoundCopy *
hn_found_copy_ref (HnFoundCopy *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * hn_found_copy_unref:
 * @self: (transfer full): what was found in a copy; what was set aside to look at it goes with the last reference
 */
void
hn_found_copy_unref (HnFoundCopy *self)
{
  g_atomic_rc_box_release_full (self, found_copy_clear);
}

/* --- what is wrong ------------------------------------------------------- */

/* A database says in its header how many pages it has. */
static gboolean
is_cut_off (const char *part)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (part, FALSE, NULL);
  const guint8 *bytes = file != NULL ? (const guint8 *) g_mapped_file_get_contents (file) : NULL;
  guint64 page_size;
  guint32 n_pages;

  if (bytes == NULL || g_mapped_file_get_length (file) < 100)
    return FALSE;

  page_size = (guint64) bytes[16] << 8 | bytes[17];
  memcpy (&n_pages, bytes + 28, sizeof n_pages);

  return g_mapped_file_get_length (file) < (page_size == 1 ? 65536 : page_size) * GUINT32_FROM_BE (n_pages);
}

static gboolean
is_empty (const char *part)
{
  GStatBuf info;

  return g_stat (part, &info) == 0 && info.st_size == 0;
}

static void
set_error (GError        **error,
           HnRestoreError  code,
           const char     *name)
{
  static const char *const sentences[] = {
    [HN_RESTORE_ERROR_EMPTY] = N_("Nothing is in “%s”. Choose another copy."),
    [HN_RESTORE_ERROR_FOREIGN] = N_("“%s” is not a copy of a register of Hữu Nghị. Choose another file."),
    [HN_RESTORE_ERROR_CUT_OFF] =
      N_("The end of “%s” is missing. Fetch it once more from where it was kept, or choose another copy."),
    [HN_RESTORE_ERROR_DAMAGED] = N_("“%s” is damaged. Choose another copy, such as an older one."),
    [HN_RESTORE_ERROR_NEWER] =
      N_("“%s” was made by a newer version of Hữu Nghị. Install that version to restore it."),
  };

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, HN_RESTORE_ERROR, code, gettext (sentences[code]), name);
#pragma GCC diagnostic pop
}

/* What was said of a register that is opened, as it is of a copy that is restored. */
static void
explain (const char *part,
         const char *name,
         GError    **error)
{
  int code = (*error)->domain == HN_REGISTER_ERROR ? (*error)->code : -1;

  switch (code)
    {
    case HN_REGISTER_ERROR_FOREIGN:
      g_clear_error (error);
      set_error (error, is_empty (part) ? HN_RESTORE_ERROR_EMPTY : HN_RESTORE_ERROR_FOREIGN, name);
      break;
    case HN_REGISTER_ERROR_DAMAGED:
      g_clear_error (error);
      set_error (error, is_cut_off (part) ? HN_RESTORE_ERROR_CUT_OFF : HN_RESTORE_ERROR_DAMAGED, name);
      break;
    case HN_REGISTER_ERROR_NEWER:
      g_clear_error (error);
      set_error (error, HN_RESTORE_ERROR_NEWER, name);
      break;
    default:
      hn_register_place_speak_of (*error, part, name);
    }
}

/* --- what is in it ------------------------------------------------------- */

static gint64
count (HnRegister *reg,
       const char *kind)
{
  HnListing listing = { .kind = hn_kind_lookup (kind) };

  return MAX (0, hn_register_count (reg, &listing, NULL));
}

/* The log is in universal time. */
static HnDate
find_last_change (HnRegister *reg)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, "SELECT max (\"at\") FROM \"change\"", NULL, NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = NULL, local = NULL;
  HnDate none = { 0 };

  if (rows == NULL || !hn_rows_next (rows, NULL) || hn_rows_is_null (rows, 0))
    return none;
  at = g_date_time_new_from_iso8601 (hn_rows_text (rows, 0), utc);
  local = at != NULL ? g_date_time_to_local (at) : NULL;
  if (local == NULL)
    return none;

  return (HnDate) { (guint16) g_date_time_get_year (local), (guint8) g_date_time_get_month (local),
                    (guint8) g_date_time_get_day_of_month (local) };
}

static void
read_facts (HnFoundCopy *copy,
            HnRegister  *reg)
{
  g_autoptr (HnRecord) profile = NULL;

  if (hn_letterhead_find_profile (reg, hn_date_today (), &profile, NULL) && profile != NULL)
    copy->office = g_strdup (hn_record_get_text (profile, "name"));
  copy->n_organizations = count (reg, "organization");
  copy->n_people = count (reg, "person");
  copy->n_events = count (reg, "event");
  copy->changed = find_last_change (reg);
}

/* --- in the thread ------------------------------------------------------- */

static void
progress_cb (double   done,
             gpointer gauge)
{
  hn_gauge_tell (done * READ, gauge);
}

/* What another program had not finished when the file was copied is put in order with what lies beside it. */
static gboolean
fetch (const Look    *look,
       const char    *part,
       GCancellable  *cancellable,
       GError       **error)
{
  static const char *const endings[] = { "-journal", "-wal" };
  const char *path = g_file_peek_path (look->file);

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (path, endings[i], NULL), *to = g_strconcat (part, endings[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (beside);

      if (g_file_test (beside, G_FILE_TEST_IS_REGULAR) && !hn_carry_in (file, to, NULL, NULL, cancellable, error))
        return FALSE;
    }

  return hn_carry_in (look->file, part, progress_cb, look->gauge, cancellable, error);
}

static gboolean
look_into (HnFoundCopy   *copy,
           HnGauge       *gauge,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (HnRegister) reg = NULL;

  /* It may have come from a medium that can only be read. */
  g_chmod (copy->part, 0600);
  reg = hn_register_open (copy->part, HN_REGISTER_READ_WRITE, error);
  if (reg == NULL || !hn_copy_check (reg, cancellable, error))
    return FALSE;
  read_facts (copy, reg);
  hn_gauge_tell (1, gauge);

  return TRUE;
}

static HnFoundCopy *
look (const Look    *look,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (HnFoundCopy) copy = g_atomic_rc_box_new0 (HnFoundCopy);
  g_autofree char *base = g_file_get_basename (look->file), *shown = NULL, *own = NULL;

  if (!hn_register_place_make_folder (error))
    return NULL;

  shown = g_filename_display_name (base);
  copy->name = hn_register_place_name (base);
  own = hn_register_place_path (copy->name);
  copy->part = hn_file_sibling (own);
  if (!fetch (look, copy->part, cancellable, error))
    return NULL;
  if (!look_into (copy, look->gauge, cancellable, error))
    {
      explain (copy->part, shown, error);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  HnFoundCopy *copy = look (task_data, cancellable, &error);

  if (copy != NULL)
    g_task_return_pointer (task, copy, (GDestroyNotify) hn_found_copy_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hn_restore_look_async:
 * @file: what is thought to be a copy, anywhere
 * @gauge: is told how far it is
 *
 * Reads and checks all of it. A copy of an older version is brought up to date; the file stays as it is.
 */
void
hn_restore_look_async (GFile               *file,
                       HnGauge             *gauge,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (G_IS_FILE (file) && HN_IS_GAUGE (gauge));

  look = g_new0 (Look, 1);
  look->file = g_object_ref (file);
  look->gauge = g_object_ref (gauge);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * hn_restore_look_finish:
 * @error: return location; a sentence for the person
 *
 * Returns: (transfer full) (nullable): what is in it
 */
HnFoundCopy *
hn_restore_look_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
