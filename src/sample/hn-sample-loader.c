/* Tables of the sample become records: a cell "organization:lao" is the row of that key, all else is as if typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-sample-loader.h"

#include "hn-csv.h"
#include "hn-sample-resources.h"
#include "hn-sample.h"

struct _HnSampleLoader
{
  HnRegister *reg;
  GHashTable *ids;  /* "kind:key" to a gint64* */
  GPtrArray  *keys; /* of "kind:key", in the order in which they were saved */
};

static GBytes *
lookup_table (const char  *kind,
              GError     **error)
{
  static gsize registered = 0;
  g_autofree char *path = g_strdup_printf (HN_RESOURCE_PATH "/sample/%s.csv", kind);

  if (g_once_init_enter (&registered))
    {
      hn_sample_register_resource ();
      g_once_init_leave (&registered, 1);
    }

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static const HnKind *
key_kind (const char *key)
{
  g_autofree char *name = g_strndup (key, strcspn (key, ":"));

  return hn_kind_lookup (name);
}

static gboolean
is_key (const char *cell)
{
  return strchr (cell, ':') != NULL && key_kind (cell) != NULL;
}

static gboolean
set_key (HnSampleLoader *self,
         HnRecord       *record,
         const HnField  *field,
         const char     *key,
         GError        **error)
{
  gint64 id = hn_sample_loader_lookup (self, key);

  if (id == 0)
    {
      g_set_error (error, HN_SAMPLE_ERROR, HN_SAMPLE_ERROR_DATA, "%s has no row %s", field->name, key);
      return FALSE;
    }

  hn_record_set_reference (record, field->name, key_kind (key), id);
  return TRUE;
}

static gboolean
set_cells (HnSampleLoader *self,
           HnRecord       *record,
           GStrv           names,
           GStrv           row,
           gboolean        currencies,
           GError        **error)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 1; names[i] != NULL; i++)
    {
      const char *name = names[i];
      const char *cell = row[i];
      const HnField *field = hn_kind_get_field (kind, name);

      if (field == NULL)
        {
          g_set_error (error, HN_SAMPLE_ERROR, HN_SAMPLE_ERROR_DATA, "%s has no field %s", kind->name, name);
          return FALSE;
        }
      /* An amount is read in its currency, which may stand in a later column. */
      if (*cell == '\0' || (field->type == HN_TYPE_CURRENCY) != currencies)
        continue;

      if (field->type == HN_TYPE_REFERENCE && is_key (cell))
        {
          if (!set_key (self, record, field, cell, error))
            return FALSE;
        }
      else if (!hn_register_set_input (self->reg, record, name, cell, error))
        {
          g_prefix_error (error, "%s %s, %s: ", kind->name, row[0], name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * hn_sample_loader_new:
 * @reg: a register with an open batch
 *
 * Returns: (transfer full): a loader that knows no keys yet
 */
HnSampleLoader *
hn_sample_loader_new (HnRegister *reg)
{
  HnSampleLoader *self = g_new0 (HnSampleLoader, 1);

  self->reg = g_object_ref (reg);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * hn_sample_loader_free:
 *
 * Lets go of the register, which keeps what was committed.
 */
void
hn_sample_loader_free (HnSampleLoader *self)
{
  g_clear_object (&self->reg);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_free (self);
}

/**
 * hn_sample_loader_get_register:
 *
 * Returns: (transfer none): the register that is filled
 */
HnRegister *
hn_sample_loader_get_register (HnSampleLoader *self)
{
  return self->reg;
}

/**
 * hn_sample_loader_add:
 * @kind: the name of a kind, which is also that of its table
 *
 * Saves every row of a table. What a row points to must have been saved before.
 *
 * Returns: %FALSE with an error that names the row and the field
 */
gboolean
hn_sample_loader_add (HnSampleLoader  *self,
                      const char      *kind,
                      GError         **error)
{
  g_autoptr (GBytes) bytes = lookup_table (kind, error);
  g_auto (HnCsv) table = { 0 };

  if (bytes == NULL)
    return FALSE;
  if (!hn_csv_read (&table, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    {
      g_prefix_error (error, "%s: ", kind);
      return FALSE;
    }

  for (guint i = 0; i < table.rows->len; i++)
    {
      GStrv row = g_ptr_array_index (table.rows, i);
      g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));

      if (!set_cells (self, record, table.names, row, TRUE, error)
          || !set_cells (self, record, table.names, row, FALSE, error)
          || !hn_sample_loader_save (self, record, row[0], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_sample_loader_save:
 * @key: what later rows call @record, without its kind
 *
 * Saves a record and remembers it under its key.
 */
gboolean
hn_sample_loader_save (HnSampleLoader  *self,
                       HnRecord        *record,
                       const char      *key,
                       GError         **error)
{
  const char *kind = hn_record_get_kind (record)->name;
  char *full_key;
  gint64 id;

  if (!hn_register_save (self->reg, record, error))
    {
      g_prefix_error (error, "%s %s: ", kind, key);
      return FALSE;
    }

  id = hn_record_get_id (record);
  full_key = g_strdup_printf ("%s:%s", kind, key);
  g_ptr_array_add (self->keys, full_key);
  g_hash_table_insert (self->ids, full_key, g_memdup2 (&id, sizeof id));
  return TRUE;
}

/**
 * hn_sample_loader_lookup:
 * @key: "kind:key"
 *
 * Returns: the id of the record that was saved under @key, or 0
 */
gint64
hn_sample_loader_lookup (HnSampleLoader *self,
                         const char     *key)
{
  gint64 *id = g_hash_table_lookup (self->ids, key);

  return id != NULL ? *id : 0;
}

/**
 * hn_sample_loader_get_key:
 * @id: of a record that the loader saved
 *
 * Returns: (nullable): its key, without the kind
 */
const char *
hn_sample_loader_get_key (HnSampleLoader *self,
                          gint64          id)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);

      if (hn_sample_loader_lookup (self, key) == id)
        return strchr (key, ':') + 1;
    }

  return NULL;
}

/**
 * hn_sample_loader_list:
 * @kind: the name of a kind
 *
 * Returns: (transfer full): the records of @kind, in the order in which they were saved
 */
GPtrArray *
hn_sample_loader_list (HnSampleLoader  *self,
                       const char      *kind,
                       GError         **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);

      if (g_str_equal (key_kind (key)->name, kind))
        g_array_append_vals (ids, g_hash_table_lookup (self->ids, key), 1);
    }

  return hn_register_load_many (self->reg, hn_kind_lookup (kind), (gint64 *) (void *) ids->data, ids->len, error);
}
