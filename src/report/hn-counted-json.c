/* What a report counted, as it is stored: JSON, compressed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-counted.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hn-json-add.h"
#include "hn-submission.h"

/* Of the way it is written here; what a later program wrote otherwise is not read as this. */
#define VERSION 1

static void
add_strings (JsonBuilder *json,
             const char  *name,
             GPtrArray   *texts)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (text != NULL)
        json_builder_add_string_value (json, text);
      else
        json_builder_add_null_value (json);
    }
  json_builder_end_array (json);
}

/* The records of one kind and column together. Ids have 63 bits, which not every reader of JSON keeps as a number. */
static void
add_records (JsonBuilder *json,
             GArray      *records)
{
  const HnCountedRecord *last = NULL;

  json_builder_set_member_name (json, "records");
  json_builder_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    {
      const HnCountedRecord *record = &g_array_index (records, HnCountedRecord, i);
      char id[24];

      if (last == NULL || record->kind != last->kind || record->column != last->column)
        {
          if (last != NULL)
            {
              json_builder_end_array (json);
              json_builder_end_object (json);
            }
          json_builder_begin_object (json);
          hn_json_add_string (json, "kind", record->kind->name);
          hn_json_add_integer (json, "column", record->column);
          json_builder_set_member_name (json, "ids");
          json_builder_begin_array (json);
          last = record;
        }
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, record->id);
      json_builder_add_string_value (json, id);
    }
  if (last != NULL)
    {
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_row (JsonBuilder        *json,
         const HnCountedRow *row)
{
  json_builder_begin_object (json);
  hn_json_add_integer (json, "style", row->style);
  hn_json_add_integer (json, "level", row->level);
  hn_json_add_string (json, "label", row->label);
  add_strings (json, "cells", row->cells);
  hn_json_add_integer (json, "numbers", (gint64) row->numbers);
  add_records (json, row->records);
  json_builder_end_object (json);
}

static void
add_table (JsonBuilder          *json,
           const HnCountedTable *table)
{
  json_builder_begin_object (json);
  hn_json_add_string (json, "name", table->name);
  hn_json_add_string (json, "title", table->title);
  add_strings (json, "columns", table->columns);
  hn_json_add_integer (json, "summed", (gint64) table->summed);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->rows->len; i++)
    add_row (json, g_ptr_array_index (table->rows, i));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "total");
  if (table->total != NULL)
    add_row (json, table->total);
  else
    json_builder_add_null_value (json);
  json_builder_end_object (json);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static void
add_names (JsonBuilder *json,
           GHashTable  *names)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (names), compare_ids);

  json_builder_set_member_name (json, "names");
  json_builder_begin_object (json);
  for (GList *item = ids; item != NULL; item = item->next)
    {
      char id[24];

      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, *(gint64 *) item->data);
      hn_json_add_string (json, id, g_hash_table_lookup (names, item->data));
    }
  json_builder_end_object (json);
}

static void
add_head (JsonBuilder     *json,
          const HnCounted *self)
{
  g_autofree char *from = hn_date_to_iso (self->from);
  g_autofree char *to = hn_date_to_iso (self->to);

  hn_json_add_integer (json, "version", VERSION);
  hn_json_add_integer (json, "change", self->change);
  hn_json_add_string (json, "period", self->period);
  hn_json_add_string (json, "rules", self->rules);
  hn_json_add_string (json, "from", from);
  hn_json_add_string (json, "to", to);
  hn_json_add_integer (json, "dress", self->dress);
  hn_json_add_integer (json, "areas", self->areas);
  hn_json_add_integer (json, "organization", self->organization);
  hn_json_add_integer (json, "sensitive", self->sensitive);
  json_builder_set_member_name (json, "forms");
  json_builder_begin_array (json);
  for (guint i = 0; self->forms[i] != NULL; i++)
    json_builder_add_string_value (json, self->forms[i]);
  json_builder_end_array (json);
}

/* The same for other programs. */
static char *
counted_to_json (const HnCounted *self)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  add_head (json, self);
  json_builder_set_member_name (json, "tables");
  json_builder_begin_array (json);
  for (guint i = 0; i < self->tables->len; i++)
    add_table (json, g_ptr_array_index (self->tables, i));
  json_builder_end_array (json);
  add_names (json, self->names);
  json_builder_end_object (json);
  root = json_builder_get_root (json);

  return json_to_string (root, FALSE);
}

static GBytes *
convert (GConverter  *converter,
         GBytes      *bytes,
         GError     **error)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (memory, converter);
  g_autoptr (GOutputStream) result = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (result, converted, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (result));
}

/**
 * hn_counted_to_bytes:
 *
 * Returns: (transfer full) (nullable): as it is stored
 */
GBytes *
hn_counted_to_bytes (const HnCounted  *self,
                     GError          **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  char *text = counted_to_json (self);
  g_autoptr (GBytes) plain = g_bytes_new_take (text, strlen (text));

  return convert (G_CONVERTER (compressor), plain, error);
}

/* --- back ---------------------------------------------------------------- */

static void
read_strings (JsonObject *object,
              const char *name,
              GPtrArray  *texts)
{
  JsonArray *array = json_object_get_array_member (object, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (texts, json_array_get_null_element (array, i)
                              ? NULL
                              : g_strdup (json_array_get_string_element (array, i)));
}

static void
read_records (HnCountedRow *row,
              JsonObject   *object)
{
  HnCountedRecord record = {
    hn_kind_lookup (json_object_get_string_member (object, "kind")),
    0,
    (int) json_object_get_int_member (object, "column"),
  };
  JsonArray *ids = json_object_get_array_member (object, "ids");

  for (guint i = 0; record.kind != NULL && i < json_array_get_length (ids); i++)
    {
      record.id = g_ascii_strtoll (json_array_get_string_element (ids, i), NULL, 10);
      g_array_append_val (row->records, record);
    }
}

static HnCountedRow *
read_row (JsonObject *object)
{
  HnCountedRow *row = hn_counted_row_new ();
  JsonArray *records = json_object_get_array_member (object, "records");

  row->style = (HnRowStyle) json_object_get_int_member (object, "style");
  row->level = (int) json_object_get_int_member (object, "level");
  row->label = g_strdup (json_object_get_string_member (object, "label"));
  row->numbers = (guint64) json_object_get_int_member (object, "numbers");
  read_strings (object, "cells", row->cells);
  for (guint i = 0; i < json_array_get_length (records); i++)
    read_records (row, json_array_get_object_element (records, i));

  return row;
}

static HnCountedTable *
read_table (JsonObject *object)
{
  HnCountedTable *table = hn_counted_table_new ();
  JsonArray *rows = json_object_get_array_member (object, "rows");

  table->name = g_strdup (json_object_get_string_member (object, "name"));
  table->title = g_strdup (json_object_get_string_member (object, "title"));
  table->summed = (guint64) json_object_get_int_member (object, "summed");
  read_strings (object, "columns", table->columns);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    g_ptr_array_add (table->rows, read_row (json_array_get_object_element (rows, i)));
  if (!json_object_get_null_member (object, "total"))
    table->total = read_row (json_object_get_object_member (object, "total"));

  return table;
}

static void
read_names (HnCounted  *self,
            JsonObject *names)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_object_iter_init (&iter, names);
  while (json_object_iter_next (&iter, &id, &node))
    hn_counted_add_name (self, g_ascii_strtoll (id, NULL, 10), json_node_get_string (node));
}

static void
read_head (HnCounted  *self,
           JsonObject *object)
{
  JsonArray *forms = json_object_get_array_member (object, "forms");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  self->change = json_object_get_int_member (object, "change");
  self->period = g_strdup (json_object_get_string_member (object, "period"));
  self->rules = g_strdup (json_object_get_string_member (object, "rules"));
  hn_date_from_iso (json_object_get_string_member (object, "from"), &self->from);
  hn_date_from_iso (json_object_get_string_member (object, "to"), &self->to);
  self->dress = (HnDress) json_object_get_int_member (object, "dress");
  self->areas = (HnAreas) json_object_get_int_member (object, "areas");
  self->organization = json_object_get_int_member (object, "organization");
  self->sensitive = json_object_get_int_member (object, "sensitive") != 0;
  for (guint i = 0; i < json_array_get_length (forms); i++)
    g_strv_builder_add (names, json_array_get_string_element (forms, i));
  self->forms = g_strv_builder_end (names);
}

/**
 * hn_counted_from_bytes:
 * @error: %HN_SUBMISSION_ERROR_NO_FIGURES where nothing was kept, or in a way that is not known here
 *
 * Returns: (transfer full) (nullable): what was stored
 */
HnCounted *
hn_counted_from_bytes (GBytes  *bytes,
                       GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) plain = g_bytes_get_size (bytes) > 0 ? convert (G_CONVERTER (decompressor), bytes, NULL) : NULL;
  g_autoptr (HnCounted) self = NULL;
  JsonObject *object = NULL;
  JsonArray *tables;

  if (plain != NULL
      && json_parser_load_from_data (parser, g_bytes_get_data (plain, NULL), (gssize) g_bytes_get_size (plain), NULL)
      && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    object = json_node_get_object (json_parser_get_root (parser));
  if (object == NULL || json_object_get_int_member_with_default (object, "version", 0) != VERSION)
    {
      g_set_error_literal (error, HN_SUBMISSION_ERROR, HN_SUBMISSION_ERROR_NO_FIGURES,
                           _("The figures were not kept with this report. Open its workbook to see them."));
      return NULL;
    }

  self = hn_counted_new_empty ();
  read_head (self, object);
  tables = json_object_get_array_member (object, "tables");
  for (guint i = 0; i < json_array_get_length (tables); i++)
    g_ptr_array_add (self->tables, read_table (json_array_get_object_element (tables, i)));
  read_names (self, json_object_get_object_member (object, "names"));

  return g_steal_pointer (&self);
}
