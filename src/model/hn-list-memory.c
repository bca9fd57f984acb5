/* How a person likes the lists: columns with their order and widths, and what they are sorted by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-memory.h"

#define KEY "lists"

/* A view names all its fields, the most important first; so many of them are columns at first. */
#define VIEW_COLUMNS 7

/* What a column may have been drawn to. */
#define MAX_WIDTH 4000

static void
add_named (GPtrArray    *fields,
           const HnKind *kind,
           guint         limit)
{
  g_auto (GStrv) names = g_strsplit (kind->columns, " ", -1);

  for (guint i = 0; names[i] != NULL && i < limit; i++)
    g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, names[i]));
}

/**
 * hn_list_fields:
 * @kind: a kind or view
 *
 * Returns: (transfer container): which fields may be columns of its list, as pointers to #HnField
 */
GPtrArray *
hn_list_fields (const HnKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  g_return_val_if_fail (kind != NULL, fields);

  if (kind->columns != NULL)
    add_named (fields, kind, G_MAXUINT);
  for (guint i = 0; kind->columns == NULL && i < kind->n_fields; i++)
    if (kind->fields[i].type != HN_TYPE_BYTES)
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);

  return fields;
}

/**
 * hn_list_first_fields:
 * @kind: a kind or view
 *
 * Returns: (transfer container): which fields its list shows until a person wants others, as pointers to #HnField
 */
GPtrArray *
hn_list_first_fields (const HnKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  g_return_val_if_fail (kind != NULL, fields);

  if (kind->columns != NULL)
    add_named (fields, kind, VIEW_COLUMNS);
  for (guint i = 0; kind->columns == NULL && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HN_FIELD_LIST) != 0)
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);

  return fields;
}

static HnListLayout *
layout_new_empty (void)
{
  HnListLayout *self = g_new0 (HnListLayout, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (HnListColumn));

  return self;
}

static void
add_column (HnListLayout  *self,
            const HnField *field,
            int            width)
{
  const HnListColumn column = { field, width };

  g_array_append_val (self->columns, column);
}

static void
add_first_columns (HnListLayout *self,
                   const HnKind *kind)
{
  g_autoptr (GPtrArray) fields = hn_list_first_fields (kind);

  for (guint i = 0; i < fields->len; i++)
    add_column (self, g_ptr_array_index (fields, i), 0);
}

/**
 * hn_list_layout_new:
 *
 * The columns and the order that the kind's table says.
 */
HnListLayout *
hn_list_layout_new (const HnKind *kind)
{
  HnListLayout *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = layout_new_empty ();
  self->sort = g_strdup (kind->first_order);
  add_first_columns (self, kind);

  return self;
}

/**
 * hn_list_layout_free:
 *
 * Frees the columns and the order that were remembered of a list.
 */
void
hn_list_layout_free (HnListLayout *self)
{
  g_array_unref (self->columns);
  g_free (self->sort);
  g_free (self);
}

static gboolean
has_column (const HnListLayout *self,
            const HnField      *field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, HnListColumn, i).field == field)
      return TRUE;

  return FALSE;
}

/* Of another version of the program there may be fields that this one does not have. */
static void
read_columns (HnListLayout *self,
              const HnKind *kind,
              GVariantDict *list)
{
  g_autoptr (GPtrArray) fields = hn_list_fields (kind);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name;
  int width;

  if (!g_variant_dict_lookup (list, "columns", "a(si)", &iter))
    return;

  while (g_variant_iter_next (iter, "(&si)", &name, &width))
    {
      const HnField *field = hn_kind_get_field (kind, name);

      if (field != NULL && g_ptr_array_find (fields, field, NULL) && !has_column (self, field))
        add_column (self, field, CLAMP (width, 0, MAX_WIDTH));
    }
}

static void
read_sort (HnListLayout *self,
           const HnKind *kind,
           GVariantDict *list)
{
  const char *sort;

  if (!g_variant_dict_lookup (list, "sort", "&s", &sort))
    sort = kind->first_order;
  if (sort == NULL || *sort == '\0' || g_str_equal (sort, kind->order))
    return;
  if (hn_kind_get_field (kind, *sort == '-' ? sort + 1 : sort) != NULL)
    self->sort = g_strdup (sort);
}

static GVariantDict *
read_list (GSettings    *settings,
           const HnKind *kind)
{
  g_autoptr (GVariant) lists = g_settings_get_value (settings, KEY);
  g_autoptr (GVariant) list = g_variant_lookup_value (lists, kind->name, G_VARIANT_TYPE_VARDICT);

  return g_variant_dict_new (list);
}

/**
 * hn_list_memory_read:
 *
 * Returns: (transfer full): how the list of the kind was left; as its table says where it never was changed
 */
HnListLayout *
hn_list_memory_read (GSettings    *settings,
                     const HnKind *kind)
{
  g_autoptr (HnListLayout) self = NULL;
  g_autoptr (GVariantDict) list = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = layout_new_empty ();
  list = read_list (settings, kind);
  read_columns (self, kind, list);
  read_sort (self, kind, list);
  if (self->columns->len == 0)
    add_first_columns (self, kind);

  return g_steal_pointer (&self);
}

static void
write_list (GSettings    *settings,
            const HnKind *kind,
            GVariant     *list)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY);
  g_auto (GVariantDict) lists = G_VARIANT_DICT_INIT (before);

  if (list != NULL)
    g_variant_dict_insert_value (&lists, kind->name, list);
  else
    g_variant_dict_remove (&lists, kind->name);
  g_settings_set_value (settings, KEY, g_variant_dict_end (&lists));
}

/**
 * hn_list_memory_write:
 *
 * Keeps how the list of the kind is left.
 */
void
hn_list_memory_write (GSettings          *settings,
                      const HnKind       *kind,
                      const HnListLayout *layout)
{
  g_auto (GVariantDict) list = G_VARIANT_DICT_INIT (NULL);
  GVariantBuilder columns;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (kind != NULL && layout != NULL);

  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(si)"));
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const HnListColumn *column = &g_array_index (layout->columns, HnListColumn, i);

      g_variant_builder_add (&columns, "(si)", column->field->name, column->width);
    }
  g_variant_dict_insert_value (&list, "columns", g_variant_builder_end (&columns));
  g_variant_dict_insert (&list, "sort", "s", layout->sort != NULL ? layout->sort : "");
  write_list (settings, kind, g_variant_dict_end (&list));
}

/**
 * hn_list_memory_clear:
 *
 * Forgets how the list of the kind was left.
 */
void
hn_list_memory_clear (GSettings    *settings,
                      const HnKind *kind)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (kind != NULL);

  write_list (settings, kind, NULL);
}
