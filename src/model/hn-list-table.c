/* Records as a table for the clipboard: as text for a letter, and as cells for a spreadsheet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hn-number.h"
#include "hn-plain-cell.h"

/* Excel takes the format of a cell from mso-number-format and its value from x:num, LibreOffice Calc from sdnum and
 * sdval: so an amount is one in either, whatever decimal point the computer has, and 0912 keeps its nought. In sdnum
 * stand the language that the format is written in, that of the cell (0 is any; 1066, Vietnamese, for a date, or a
 * computer with another language puts the month first), and the format. */
#define HTML_HEAD \
  "<!DOCTYPE html>\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\">" \
  "<style>" \
  ".t {mso-number-format:\"\\@\"}" \
  " .d {mso-number-format:\"dd\\/mm\\/yyyy\"}" \
  " .p {mso-number-format:\"0\\.00%\"}" \
  " .n0 {mso-number-format:\"\\#\\,\\#\\#0\"}" \
  " .n1 {mso-number-format:\"\\#\\,\\#\\#0\\.0\"}" \
  " .n2 {mso-number-format:\"\\#\\,\\#\\#0\\.00\"}" \
  " .n3 {mso-number-format:\"\\#\\,\\#\\#0\\.000\"}" \
  " .n4 {mso-number-format:\"\\#\\,\\#\\#0\\.0000\"}" \
  "</style></head><body><table>\n"
#define HTML_FOOT "</table></body></html>\n"

typedef struct
{
  const HnPlainList *list;
  GString *text;
  GString *html;
  guint n_rows;
} Writer;

/* --- text ---------------------------------------------------------------- */

/* A tab or line end would be another cell or row; and a formula would be calculated where it is pasted. */
static void
add_text_cell (GString    *text,
               const char *printed)
{
  if (hn_plain_is_formula (printed))
    g_string_append_c (text, '\'');
  for (const char *at = printed; *at != '\0'; at++)
    g_string_append_c (text, strchr ("\t\r\n", *at) != NULL ? ' ' : *at);
}

static void
end_text_cell (GString  *text,
               gboolean  last)
{
  g_string_append_c (text, last ? '\n' : '\t');
}

/* --- cells --------------------------------------------------------------- */

static void
add_escaped (GString    *html,
             const char *printed)
{
  for (const char *at = printed; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (html, "&amp;");
        break;
      case '<':
        g_string_append (html, "&lt;");
        break;
      case '>':
        g_string_append (html, "&gt;");
        break;
      case '\n':
        /* A <br> would be another row to LibreOffice. */
        g_string_append_c (html, ' ');
        break;
      default:
        g_string_append_c (html, *at);
      }
}

static void
open_number (GString           *html,
             const HnPlainCell *cell)
{
  static const char *const formats[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000" };
  gboolean percent = cell->type == HN_PLAIN_PERCENT;
  guint decimals = MIN (cell->decimals, G_N_ELEMENTS (formats) - 1);
  g_autofree char *value = hn_number_to_c (cell->number, cell->decimals);
  g_autofree char *class = percent ? g_strdup ("p") : g_strdup_printf ("n%u", decimals);

  g_string_append_printf (html, "<td class=\"%s\" align=\"right\" sdval=\"%s\" sdnum=\"1033;0;%s\" x:num=\"%s\">",
                          class, value, percent ? "0.00%" : formats[decimals], value);
}

static void
open_cell (GString           *html,
           const HnPlainCell *cell)
{
  int day;

  switch (cell->type)
    {
    case HN_PLAIN_NUMBER:
    case HN_PLAIN_PERCENT:
      open_number (html, cell);
      break;
    case HN_PLAIN_DATE:
      day = hn_plain_cell_serial (cell);
      g_string_append_printf (
        html, "<td class=\"d\" align=\"left\" sdval=\"%d\" sdnum=\"1033;1066;DD/MM/YYYY\" x:num=\"%d\">", day, day);
      break;
    case HN_PLAIN_TEXT:
      g_string_append (html, "<td class=\"t\" sdnum=\"1033;0;@\">");
      break;
    case HN_PLAIN_EMPTY:
    default:
      g_string_append (html, "<td>");
      break;
    }
}

static gboolean
add_record (const HnRecord  *record,
            gpointer         user_data,
            GError         **error)
{
  Writer *self = user_data;
  GPtrArray *fields = self->list->fields;

  g_string_append (self->html, "<tr>");
  for (guint i = 0; i < fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (fields, i);
      g_autofree char *printed = hn_record_print (record, field->name);
      g_auto (HnPlainCell) cell = { 0 };

      hn_plain_cell_init (&cell, record, field);
      add_text_cell (self->text, printed);
      end_text_cell (self->text, i + 1 == fields->len);
      open_cell (self->html, &cell);
      add_escaped (self->html, printed);
      g_string_append (self->html, "</td>");
    }
  g_string_append (self->html, "</tr>\n");
  self->n_rows++;

  return TRUE;
}

static void
add_head (Writer *self)
{
  GPtrArray *fields = self->list->fields;

  g_string_append (self->html, HTML_HEAD "<tr>");
  for (guint i = 0; i < fields->len; i++)
    {
      const char *label = hn_field_get_label (g_ptr_array_index (fields, i));

      add_text_cell (self->text, label);
      end_text_cell (self->text, i + 1 == fields->len);
      g_string_append (self->html, "<th class=\"t\" align=\"left\">");
      add_escaped (self->html, label);
      g_string_append (self->html, "</th>");
    }
  g_string_append (self->html, "</tr>\n");
}

/**
 * hn_list_table_new:
 * @list: the records and columns
 * @progress: (nullable): called with what is done, 0 to 1, on the calling thread
 * @error: %HN_REGISTER_ERROR, %G_IO_ERROR_CANCELLED, %G_IO_ERROR_MESSAGE_TOO_LARGE
 *
 * Prints the labels of the columns and every record as a Vietnamese office does.
 *
 * Returns: (transfer full): the table, which has no more than %HN_LIST_TABLE_MAX_ROWS rows
 */
HnListTable *
hn_list_table_new (HnRegister         *reg,
                   const HnPlainList  *list,
                   HnProgress          progress,
                   gpointer            progress_data,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new (NULL);
  Writer writer = { list, text, html, 0 };
  HnListTable *self;

  g_return_val_if_fail (HN_IS_REGISTER (reg) && list != NULL, NULL);

  if (list->ids->len > HN_LIST_TABLE_MAX_ROWS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                           _("These are too many rows to be pasted. Export the list instead, and open the file."));
      return NULL;
    }

  add_head (&writer);
  if (!hn_plain_list_for_each (list, reg, add_record, &writer, progress, progress_data, cancellable, error))
    return NULL;
  g_string_append (html, HTML_FOOT);

  self = g_new0 (HnListTable, 1);
  self->text = g_string_free_and_steal (g_steal_pointer (&text));
  self->html = g_string_free_to_bytes (g_steal_pointer (&html));
  self->n_rows = writer.n_rows;

  return self;
}

/**
 * hn_list_table_free:
 *
 * Frees both forms of the copied rows.
 */
void
hn_list_table_free (HnListTable *self)
{
  g_free (self->text);
  g_bytes_unref (self->html);
  g_free (self);
}

/* --- on a reading thread ------------------------------------------------- */

typedef struct
{
  HnPlainList *list;
  HnGauge *gauge;
} Request;

static void
request_free (Request *request)
{
  hn_plain_list_unref (request->list);
  g_object_unref (request->gauge);
  g_free (request);
}

static gpointer
table_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;

  return hn_list_table_new (reg, request->list, hn_gauge_tell, request->gauge, cancellable, error);
}

/**
 * hn_list_table_async:
 * @gauge: told how far it is
 *
 * hn_list_table_new() on a reading thread.
 */
void
hn_list_table_async (HnStore             *store,
                     HnPlainList         *list,
                     HnGauge             *gauge,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Request *request;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (list != NULL && HN_IS_GAUGE (gauge));

  request = g_new0 (Request, 1);
  request->list = hn_plain_list_ref (list);
  request->gauge = g_object_ref (gauge);
  hn_store_read_async (store, table_job, request, (GDestroyNotify) request_free, (GDestroyNotify) hn_list_table_free,
                       cancellable, callback, user_data);
}

/**
 * hn_list_table_finish:
 *
 * Returns: (transfer full) (nullable): the rows as text and as a table of HTML
 */
HnListTable *
hn_list_table_finish (HnStore       *store,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  return hn_store_read_finish (store, result, error);
}
