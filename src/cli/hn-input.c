/* Applies FIELD=VALUE to a record, in the order that the fields need rather than the one in which they were typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-input.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"

typedef struct
{
  const HnField *field;
  const char    *value; /* behind the equals sign */
} Assignment;

static gboolean
read_assignment (const HnKind  *kind,
                 const char    *text,
                 Assignment    *assignment,
                 GError       **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = NULL;

  if (equals == NULL || equals == text)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not of the form FIELD=VALUE."), text);
      return FALSE;
    }

  name = g_strndup (text, (gsize) (equals - text));
  assignment->field = hn_cli_field (kind, name, error);
  assignment->value = equals + 1;

  return assignment->field != NULL;
}

static GArray *
read_assignments (const HnKind       *kind,
                  const char *const  *texts,
                  GError            **error)
{
  g_autoptr (GArray) assignments = g_array_new (FALSE, FALSE, sizeof (Assignment));

  for (; *texts != NULL; texts++)
    {
      Assignment assignment;

      if (!read_assignment (kind, *texts, &assignment, error))
        return NULL;
      g_array_append_val (assignments, assignment);
    }

  return g_steal_pointer (&assignments);
}

static gboolean
is_assigned (GArray     *assignments,
             const char *name)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      if (g_str_equal (g_array_index (assignments, Assignment, i).field->name, name))
        return TRUE;
    }

  return FALSE;
}

/* --- files ------------------------------------------------------------- */

/* What the file itself tells is filled in, where the kind has a field for it and nobody typed it. */
static void
describe_file (HnRecord   *record,
               GArray     *assignments,
               const char *path,
               const char *content,
               gsize       size)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *type = g_content_type_guess (path, (const guchar *) content, size, NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
  const struct { const char *field; const char *text; } facts[] = {
    { "name", name }, { "media_type", media_type }, { "sha256", sum },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (facts[i].text != NULL && hn_kind_field_index (kind, facts[i].field) >= 0
          && !is_assigned (assignments, facts[i].field))
        hn_record_set_text (record, facts[i].field, facts[i].text);
    }
}

/* "@FILE" is the content of a file. */
static gboolean
apply_file (HnRecord         *record,
            GArray           *assignments,
            const Assignment *assignment,
            GError          **error)
{
  const char *path = assignment->value + 1;
  g_autofree char *content = NULL;
  GBytes *bytes;
  gsize size;

  if (*assignment->value == '\0')
    {
      hn_record_set (record, assignment->field->name, NULL);
      return TRUE;
    }
  if (*assignment->value != '@')
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_FAILED, _("Write %s=@FILE to keep the content of a file."),
                   assignment->field->name);
      return FALSE;
    }
  if (!g_file_get_contents (path, &content, &size, error))
    return FALSE;

  describe_file (record, assignments, path, content, size);
  bytes = g_bytes_new_take (g_steal_pointer (&content), size);
  hn_record_set (record, assignment->field->name, g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
  g_bytes_unref (bytes);

  return TRUE;
}

/* --- all others -------------------------------------------------------- */

static gboolean
apply_one (HnRegister       *reg,
           HnRecord         *record,
           GArray           *assignments,
           const Assignment *assignment,
           GError          **error)
{
  if (assignment->field->type == HN_TYPE_BYTES)
    return apply_file (record, assignments, assignment, error);
  if (hn_register_set_input (reg, record, assignment->field->name, assignment->value, error))
    return TRUE;

  g_prefix_error (error, "%s: ", assignment->field->name);
  return FALSE;
}

/* Several that are written one by one are all kept: countries=CZ countries=SK. */
static void
join_repeated (GArray    *assignments,
               GPtrArray *joined)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      Assignment *first = &g_array_index (assignments, Assignment, i);

      for (guint j = i + 1; j < assignments->len && (first->field->flags & HN_FIELD_MULTIPLE) != 0;)
        {
          const Assignment *other = &g_array_index (assignments, Assignment, j);

          if (other->field != first->field)
            {
              j++;
              continue;
            }
          first->value = g_strconcat (first->value, ";", other->value, NULL);
          g_ptr_array_add (joined, (gpointer) first->value);
          g_array_remove_index (assignments, j);
        }
    }
}

/**
 * hn_input_apply:
 * @assignments: "field=value" each, %NULL-terminated; an empty value clears the field, "@FILE" is the content of a file
 *
 * Sets what was typed. A currency is set before the amounts that are read in it, wherever it was typed.
 *
 * Returns: %FALSE with %HN_CLI_ERROR_USAGE where a field is not known, and with another error where a value is wrong
 */
gboolean
hn_input_apply (HnRegister         *reg,
                HnRecord           *record,
                const char *const  *assignments,
                GError            **error)
{
  g_autoptr (GArray) all = read_assignments (hn_record_get_kind (record), assignments, error);
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_free);

  if (all == NULL)
    return FALSE;

  join_repeated (all, joined);
  for (int currencies = 1; currencies >= 0; currencies--)
    {
      for (guint i = 0; i < all->len; i++)
        {
          const Assignment *assignment = &g_array_index (all, Assignment, i);

          if ((assignment->field->type == HN_TYPE_CURRENCY) == currencies
              && !apply_one (reg, record, all, assignment, error))
            return FALSE;
        }
    }

  return TRUE;
}
