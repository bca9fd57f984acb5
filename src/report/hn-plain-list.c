/* A list of records as a person sees it, to be handed on: which records, which of their fields, and what it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-plain-list.h"

#include <inttypes.h>
#include <string.h>


#include "hn-fold.h"
#include "hn-number.h"

/* So many records are in memory at a time. */
#define PIECE 500

/**
 * hn_plain_list_new:
 * @kind: a kind or view
 * @fields: (element-type HnField): its columns, from first to last; copied
 * @ids: (element-type gint64): its records in their order; copied
 * @filter: (nullable): what the list was filtered by, in words
 *
 * Returns: (transfer full): a list as it is today, which any thread may hold
 */
HnPlainList *
hn_plain_list_new (const HnKind *kind,
                   GPtrArray    *fields,
                   GArray       *ids,
                   const char   *filter)
{
  HnPlainList *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (fields != NULL && ids != NULL, NULL);

  self = g_atomic_rc_box_new0 (HnPlainList);
  self->kind = kind;
  self->fields = g_ptr_array_copy (fields, NULL, NULL);
  /* The array's own function would free what these only point to. */
  g_ptr_array_set_free_func (self->fields, NULL);
  self->ids = g_array_copy (ids);
  self->filter = filter != NULL && *filter != '\0' ? g_strdup (filter) : NULL;
  self->made_on = hn_date_today ();
  self->language = HN_LANGUAGE_VIETNAMESE;

  return self;
}

/**
 * hn_plain_list_ref:
 *
 * A list is written by another thread, which holds it meanwhile.
 *
 * Returns: (transfer full): the same list
 */
HnPlainList *
hn_plain_list_ref (HnPlainList *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
plain_list_clear (HnPlainList *self)
{
  g_ptr_array_unref (self->fields);
  g_array_unref (self->ids);
  g_free (self->filter);
}

/**
 * hn_plain_list_unref:
 *
 * Frees it when neither who asked for it nor who writes it holds it.
 */
void
hn_plain_list_unref (HnPlainList *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) plain_list_clear);
}

/**
 * hn_plain_list_fields:
 *
 * Returns: (transfer full) (element-type HnField): the columns that the list of @kind has when nobody chose others,
 *   without those that are sensitive by law
 */
GPtrArray *
hn_plain_list_fields (const HnKind *kind)
{
  g_auto (GStrv) names = NULL;
  GPtrArray *fields;

  g_return_val_if_fail (kind != NULL, NULL);

  fields = g_ptr_array_new ();
  names = kind->columns != NULL ? g_strsplit (kind->columns, " ", -1) : NULL;
  for (guint i = 0; names != NULL ? names[i] != NULL : i < kind->n_fields; i++)
    {
      const HnField *field = names != NULL ? hn_kind_get_field (kind, names[i]) : &kind->fields[i];

      if (field != NULL && (field->flags & (HN_FIELD_LIST | HN_FIELD_SENSITIVE)) == HN_FIELD_LIST)
        g_ptr_array_add (fields, (gpointer) field);
    }

  return fields;
}

/**
 * hn_plain_list_file_name:
 * @suffix: "xlsx" or "csv"
 *
 * Returns: (transfer full): what the file of a list is called, "danh-sach-hoat-dong-2026-11-21.xlsx"
 */
char *
hn_plain_list_file_name (const HnKind *kind,
                         const char   *suffix)
{
  g_autofree char *folded = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (kind != NULL && suffix != NULL, NULL);

  folded = hn_text_fold (kind->plural.vi);
  for (char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      *at = '-';
  day = hn_date_to_iso (hn_date_today ());

  return g_strdup_printf ("danh-sach-%s-%s.%s", folded, day, suffix);
}

/**
 * hn_plain_list_describe:
 *
 * What a list is handed on with is Vietnamese, as every workbook is; only the filter is in the words it was made with.
 *
 * Returns: (transfer full): how many records, by what they were chosen, and when: "37 bản ghi · Địa bàn: Yên Thế ·
 *   21/11/2026"
 */
char *
hn_plain_list_describe (const HnPlainList *self)
{
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  number = hn_number_print (self->ids->len, 0);
  count = g_strdup_printf ("%s bản ghi", number);
  day = hn_date_print (self->made_on);

  return g_strjoin (" · ", count, self->filter != NULL ? self->filter : day, self->filter != NULL ? day : NULL, NULL);
}

/**
 * hn_plain_list_label:
 * @index: of a column
 *
 * Returns: what stands above the column
 */
const char *
hn_plain_list_label (const HnPlainList *self,
                     guint              index)
{
  const HnField *field = g_ptr_array_index (self->fields, index);

  return field->label.vi;
}

/**
 * hn_plain_list_for_each:
 * @func: called for each record in its order; ends it by returning %FALSE with an error
 * @progress: (nullable): called between pieces
 *
 * A record that was deleted in the meantime is passed over.
 *
 * Returns: whether all were gone through
 */
gboolean
hn_plain_list_for_each (const HnPlainList  *self,
                        HnRegister         *reg,
                        HnPlainListFunc     func,
                        gpointer            user_data,
                        HnProgress          progress,
                        gpointer            progress_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  for (guint at = 0; at < self->ids->len; at += PIECE)
    {
      const gint64 *piece = &g_array_index (self->ids, gint64, at);
      guint n = MIN (PIECE, self->ids->len - at);
      g_autoptr (GPtrArray) records = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      records = self->language == HN_LANGUAGE_VIETNAMESE ? hn_register_load_many_vi (reg, self->kind, piece, n, error)
                                                         : hn_register_load_many (reg, self->kind, piece, n, error);
      if (records == NULL)
        return FALSE;

      for (guint i = 0; i < records->len; i++)
        {
          const HnRecord *record = g_ptr_array_index (records, i);

          if (record != NULL && !func (record, user_data, error))
            return FALSE;
        }
      if (progress != NULL)
        progress ((double) (at + n) / self->ids->len, progress_data);
    }

  return TRUE;
}

/**
 * hn_plain_list_write:
 * @path: ends in .csv for separated text, else it will be a workbook; a file that is there is replaced
 * @progress: (nullable): called with what is done, 0 to 1, on the calling thread
 * @error: %HN_REPORT_ERROR_WRITE, %HN_REGISTER_ERROR, %G_IO_ERROR_CANCELLED, %G_FILE_ERROR
 *
 * Writes the file beside @path and then moves it there: never half a file, and after an error or a cancellation an
 * old one stands as it was.
 */
gboolean
hn_plain_list_write (const HnPlainList  *self,
                     HnRegister         *reg,
                     const char         *path,
                     HnProgress          progress,
                     gpointer            progress_data,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".csv"))
    return hn_plain_list_write_csv (self, reg, path, progress, progress_data, cancellable, error);

  return hn_plain_list_write_xlsx (self, reg, path, progress, progress_data, cancellable, error);
}
