/* Which fields a form shows, and in which order and company. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-layout.h"

#include <glib/gi18n-lib.h>

/* So many of a view's columns matter there, whatever they are in the kind's own form. */
#define N_FIRST_OF_VIEW 7

static void
section_free (HnEditSection *section)
{
  g_ptr_array_unref (section->fields);
  g_free (section);
}

static HnEditSection *
section_new (const char *title)
{
  HnEditSection *section = g_new0 (HnEditSection, 1);

  section->title = title;
  section->fields = g_ptr_array_new ();

  return section;
}

/* A currency stands beside its amount. */
static gboolean
is_beside_another (const HnKind  *kind,
                   const HnField *field)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].currency, field->name) == 0)
      return TRUE;

  return FALSE;
}

static void
add_field (GPtrArray     *fields,
           const HnKind  *kind,
           const HnField *field)
{
  if (!g_ptr_array_find (fields, field, NULL) && !is_beside_another (kind, field) && (field->flags & HN_FIELD_OWN) == 0)
    g_ptr_array_add (fields, (gpointer) field);
}

/* A view says which fields come first; the rest follow in the order of the kind. */
static GPtrArray *
list_fields (const HnKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();
  g_auto (GStrv) first = kind->columns != NULL ? g_strsplit (kind->columns, " ", -1) : g_new0 (char *, 1);

  for (guint i = 0; first[i] != NULL; i++)
    add_field (fields, kind, hn_kind_get_field (kind, first[i]));
  for (guint i = 0; i < kind->n_fields; i++)
    add_field (fields, kind, &kind->fields[i]);

  return fields;
}

/* What must be filled in and has a value from the start is no reason to make a form longer. */
static gboolean
comes_first (const HnKind  *kind,
             const HnField *field,
             guint          position)
{
  if (kind->columns != NULL)
    return position < N_FIRST_OF_VIEW;
  if ((field->flags & HN_FIELD_MAIN) != 0)
    return TRUE;

  return (field->flags & HN_FIELD_REQUIRED) != 0 && field->initial == NULL;
}

static void
move_named (GPtrArray     *from,
            const HnKind  *kind,
            const char    *names,
            HnEditSection *to)
{
  g_auto (GStrv) fields = g_strsplit (names, " ", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      gpointer field = (gpointer) hn_kind_get_field (kind, fields[i]);

      if (g_ptr_array_remove (from, field))
        g_ptr_array_add (to->fields, field);
    }
}

/* A section without fields is none, and one of a single field is called as that is. */
static void
take_section (GPtrArray     *sections,
              HnEditSection *section)
{
  if (section->fields->len == 1)
    section->title = hn_field_get_label (g_ptr_array_index (section->fields, 0));

  if (section->fields->len > 0)
    g_ptr_array_add (sections, section);
  else
    section_free (section);
}

/**
 * hn_edit_layout:
 * @kind: a kind or view
 *
 * The first section holds what matters for every record, then come the groups of the kind's table, and last what
 * stands in none.
 *
 * Returns: (transfer full) (element-type HnEditSection): every field of the kind once, but for currencies, which stand
 *   beside their amounts, and what the program writes for itself
 */
GPtrArray *
hn_edit_layout (const HnKind *kind)
{
  g_autoptr (GPtrArray) fields = NULL;
  HnEditSection *first, *rest;
  GPtrArray *sections;

  g_return_val_if_fail (kind != NULL, NULL);

  fields = list_fields (kind);
  sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  first = section_new (NULL);
  g_ptr_array_add (sections, first);
  rest = section_new (kind->groups != NULL ? C_("group of fields", "Other") : _("More Details"));

  for (guint i = 0; i < fields->len; i++)
    {
      gpointer field = g_ptr_array_index (fields, i);

      g_ptr_array_add (comes_first (kind, field, i) ? first->fields : rest->fields, field);
    }
  for (const HnFieldGroup *group = kind->groups; group != NULL && group->fields != NULL; group++)
    {
      HnEditSection *section = section_new (hn_label_get (group->label));

      move_named (rest->fields, kind, group->fields, section);
      take_section (sections, section);
    }
  take_section (sections, rest);

  return sections;
}

/**
 * hn_edit_section_is_filled:
 *
 * Returns: whether one of its fields holds something else than a new record has there, so that it must be seen
 */
gboolean
hn_edit_section_is_filled (const HnEditSection *section,
                           const HnDraft       *draft)
{
  g_return_val_if_fail (section != NULL && draft != NULL, FALSE);

  for (guint i = 0; i < section->fields->len; i++)
    if (hn_draft_is_filled (draft, g_ptr_array_index (section->fields, i)))
      return TRUE;

  return FALSE;
}

/**
 * hn_edit_section_describe:
 *
 * Returns: (transfer full) (nullable): the fields of the section that apply, as they stand below its title while it is
 *   folded; %NULL if none does
 */
char *
hn_edit_section_describe (const HnEditSection *section,
                          const HnDraft       *draft)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (section != NULL && draft != NULL, NULL);

  for (guint i = 0; i < section->fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (section->fields, i);

      if (hn_draft_applies (draft, field))
        g_strv_builder_add (names, hn_field_get_label (field));
    }
  list = g_strv_builder_end (names);

  return list[0] != NULL ? g_strjoinv (", ", list) : NULL;
}
