/* list: the records of a kind, as a table, as comma separated text, as JSON or as a file for a spreadsheet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-plain-list.h"
#include "hn-record-json.h"
#include "hn-table.h"

#define PIECE 500 /* records in memory at a time */

typedef struct
{
  HnRegister   *reg;
  const HnKind *kind;
  HnOutput     *output;
  GPtrArray    *columns; /* of HnField */
  HnTable      *table;
  HnJsonWriter  json;
} Lister;

typedef void (*RecordFunc) (Lister         *lister,
                            const HnRecord *record);

static void
lister_clear (Lister *lister)
{
  g_clear_object (&lister->reg);
  g_clear_pointer (&lister->columns, g_ptr_array_unref);
  g_clear_pointer (&lister->table, hn_table_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lister, lister_clear)

/* --- what is asked for ------------------------------------------------- */

/* "-amount" with the field's own name. */
static gboolean
read_sort (const HnKind  *kind,
           const char    *text,
           char         **sort,
           GError       **error)
{
  gboolean descending;
  const HnField *field;

  if (text == NULL)
    return TRUE;

  descending = text[0] == '-';
  field = hn_cli_field (kind, text + descending, error);
  if (field == NULL)
    return FALSE;

  *sort = g_strconcat (descending ? "-" : "", field->name, NULL);
  return TRUE;
}

/* What the field is compared with is left to the store; its name ends where the operator begins. */
static char *
read_condition (const HnKind  *kind,
                const char    *text,
                GError       **error)
{
  gsize length = strcspn (text, "=!<>~^");
  g_autofree char *name = g_strndup (text, length);
  const HnField *field;

  if (g_str_has_prefix (text, "has:") || g_str_has_prefix (text, "lacks:"))
    return g_strdup (text);
  if (length == 0 || text[length] == '\0')
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not of the form FIELD=VALUE."), text);
      return NULL;
    }
  if (g_str_equal (name, "id"))
    return g_strdup (text);

  field = hn_cli_field (kind, name, error);
  return field != NULL ? g_strconcat (field->name, text + length, NULL) : NULL;
}

static GStrv
read_where (const HnKind       *kind,
            const char *const  *conditions,
            GError            **error)
{
  g_autoptr (GStrvBuilder) where = g_strv_builder_new ();

  for (; conditions != NULL && *conditions != NULL; conditions++)
    {
      char *condition = read_condition (kind, *conditions, error);

      if (condition == NULL)
        return NULL;
      g_strv_builder_take (where, condition);
    }

  return g_strv_builder_end (where);
}

static GArray *
find_records (const HnArguments  *arguments,
              HnRegister         *reg,
              const HnKind       *kind,
              GError            **error)
{
  HnListing listing = { .kind = kind, .search = hn_arguments_option (arguments, "search") };
  g_autofree char *sort = NULL;
  g_auto (GStrv) where = NULL;

  if (!read_sort (kind, hn_arguments_option (arguments, "sort"), &sort, error))
    return NULL;
  where = read_where (kind, hn_arguments_options (arguments, "where"), error);
  if (where == NULL || !hn_arguments_number (arguments, "limit", &listing.limit, error))
    return NULL;

  listing.sort = sort;
  listing.where = (const char *const *) where;

  return hn_register_list (reg, &listing, NULL, error);
}

/* --- rows -------------------------------------------------------------- */

static gboolean
for_each (Lister      *lister,
          GArray      *ids,
          RecordFunc   func,
          GError     **error)
{
  for (guint at = 0; at < ids->len && !hn_output_is_closed (lister->output); at += PIECE)
    {
      const gint64 *piece = &g_array_index (ids, gint64, at);
      g_autoptr (GPtrArray) records =
        hn_register_load_many (lister->reg, lister->kind, piece, MIN (PIECE, ids->len - at), error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          const HnRecord *record = g_ptr_array_index (records, i);

          if (record != NULL)
            func (lister, record);
        }
    }

  return TRUE;
}

static void
write_json_cb (Lister         *lister,
               const HnRecord *record)
{
  hn_json_begin (&lister->json, '{');
  hn_json_record_members (&lister->json, lister->reg, record);
  hn_json_end (&lister->json, '}');
}

static gboolean
print_json (Lister  *lister,
            GArray  *ids,
            GError **error)
{
  lister->json.output = lister->output;
  hn_json_begin (&lister->json, '[');
  if (!for_each (lister, ids, write_json_cb, error))
    return FALSE;
  hn_json_end (&lister->json, ']');

  return TRUE;
}

/* RFC 4180: quoted where it must be. */
static void
write_csv_cell (HnOutput   *output,
                const char *text,
                gboolean    first)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (!first)
    hn_output_text (output, ",");
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      hn_output_text (output, text);
      return;
    }

  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  hn_output_printf (output, "\"%s\"", doubled);
}

static void
write_csv_cb (Lister         *lister,
              const HnRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, hn_record_get_id (record));

  write_csv_cell (lister->output, id, TRUE);
  for (guint i = 0; i < lister->columns->len; i++)
    {
      const HnField *field = g_ptr_array_index (lister->columns, i);
      g_autofree char *plain = hn_record_plain (record, field);

      write_csv_cell (lister->output, plain, FALSE);
      if (field->type == HN_TYPE_REFERENCE)
        {
          g_autofree char *title = hn_record_plain_title (record, field);

          write_csv_cell (lister->output, title != NULL ? title : "", FALSE);
        }
    }
  hn_output_text (lister->output, "\r\n");
}

/* A table that is handed on has no sensitive data (NĐ 356/2025, Điều 4). */
static gboolean
print_csv (Lister  *lister,
           GArray  *ids,
           GError **error)
{
  hn_output_text (lister->output, "id");
  for (guint i = 0; i < lister->kind->n_fields; i++)
    {
      const HnField *field = &lister->kind->fields[i];

      if ((field->flags & HN_FIELD_SENSITIVE) != 0)
        continue;
      g_ptr_array_add (lister->columns, (gpointer) field);
      hn_output_printf (lister->output, ",%s", field->name);
      if (field->type == HN_TYPE_REFERENCE)
        hn_output_printf (lister->output, ",%s_name", field->name);
    }
  hn_output_text (lister->output, "\r\n");

  return for_each (lister, ids, write_csv_cb, error);
}

/* --- table ------------------------------------------------------------- */

static GStrv
make_row (Lister         *lister,
          const HnRecord *record)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  g_strv_builder_take (row, g_strdup_printf ("%" G_GINT64_FORMAT, hn_record_get_id (record)));
  for (guint i = 0; i < lister->columns->len; i++)
    {
      const HnField *field = g_ptr_array_index (lister->columns, i);

      g_strv_builder_take (row, hn_record_print (record, field->name));
    }

  return g_strv_builder_end (row);
}

static void
measure_cb (Lister         *lister,
            const HnRecord *record)
{
  g_auto (GStrv) row = make_row (lister, record);

  hn_table_measure (lister->table, (const char *const *) row);
}

static void
print_cb (Lister         *lister,
          const HnRecord *record)
{
  g_auto (GStrv) row = make_row (lister, record);

  hn_table_print (lister->table, lister->output, (const char *const *) row);
}

static GStrv
make_head (Lister *lister)
{
  g_autoptr (GStrvBuilder) head = g_strv_builder_new ();

  g_strv_builder_add (head, "id");
  for (guint i = 0; i < lister->columns->len; i++)
    {
      const HnField *field = g_ptr_array_index (lister->columns, i);

      if (hn_field_is_number (field))
        hn_table_align_end (lister->table, i + 1);
      g_strv_builder_add (head, hn_field_get_label (field));
    }

  return g_strv_builder_end (head);
}

static gboolean
print_table (Lister  *lister,
             GArray  *ids,
             GError **error)
{
  g_auto (GStrv) head = NULL;

  g_ptr_array_unref (lister->columns);
  lister->columns = hn_plain_list_fields (lister->kind);
  lister->table = hn_table_new (lister->columns->len + 1);
  hn_table_align_end (lister->table, 0);
  head = make_head (lister);
  hn_table_measure (lister->table, (const char *const *) head);
  if (!for_each (lister, ids, measure_cb, error))
    return FALSE;

  hn_table_print (lister->table, lister->output, (const char *const *) head);
  hn_table_rule (lister->table, lister->output);
  return for_each (lister, ids, print_cb, error);
}

/* --- file -------------------------------------------------------------- */

static gboolean
check_output (const char  *path,
              GError     **error)
{
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  if (lower == NULL || g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".csv"))
    return TRUE;

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” must end in .xlsx or .csv."), path);
  return FALSE;
}

/* In words; the conditions make sense, since the records were found by them. */
static char *
describe_filter (Lister            *lister,
                 const HnArguments *arguments)
{
  const char *search = hn_arguments_option (arguments, "search");
  g_auto (GStrv) where = read_where (lister->kind, hn_arguments_options (arguments, "where"), NULL);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (search != NULL)
    g_strv_builder_take (parts, g_strdup_printf ("“%s”", search));
  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    g_strv_builder_take (parts, hn_condition_describe (lister->reg, lister->kind, where[i]));
  words = g_strv_builder_end (parts);

  return g_strjoinv (" · ", words);
}

static gboolean
write_file (Lister             *lister,
            GArray             *ids,
            const HnArguments  *arguments,
            GError            **error)
{
  const char *path = hn_arguments_option (arguments, "output");
  g_autoptr (GPtrArray) fields = hn_plain_list_fields (lister->kind);
  g_autofree char *filter = describe_filter (lister, arguments);
  g_autoptr (HnPlainList) list = hn_plain_list_new (lister->kind, fields, ids, filter);

  if (!hn_plain_list_write (list, lister->reg, path, NULL, NULL, NULL, error))
    return FALSE;

  hn_output_printf (lister->output, "%s\n", path);
  return TRUE;
}

gboolean
hn_verb_list (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  g_auto (Lister) lister = { .output = output, .columns = g_ptr_array_new () };
  g_autoptr (GArray) ids = NULL;
  const char *format;

  lister.kind = hn_cli_kind (arguments, 1, error);
  if (lister.kind == NULL || !hn_arguments_format (arguments, "table|csv|json", &format, error)
      || !check_output (hn_arguments_option (arguments, "output"), error))
    return FALSE;
  lister.reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  if (lister.reg == NULL)
    return FALSE;
  ids = find_records (arguments, lister.reg, lister.kind, error);
  if (ids == NULL)
    return FALSE;

  if (hn_arguments_option (arguments, "output") != NULL)
    return write_file (&lister, ids, arguments, error);
  if (g_str_equal (format, "json"))
    return print_json (&lister, ids, error);
  if (g_str_equal (format, "csv"))
    return print_csv (&lister, ids, error);
  return print_table (&lister, ids, error);
}
