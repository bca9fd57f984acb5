/* Everything that is shown beside a list of its selected record, read at once by a reading thread.
 *
 *   record ─┬─ title, summary           (hn-record-summary.c)
 *           ├─ fields with a value      references as links
 *           └─ sections: what hangs on it, as HnKind.related says; each a count and the first few
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-details.h"

#include "hn-record-summary.h"

struct _HnDetailsRequest
{
  const HnKind *kind;
  gint64 id;
  guint n_rows;
};

static void
detail_link_free (gpointer data)
{
  HnDetailLink *link = data;

  g_free (link->title);
  g_free (link);
}

static void
detail_free (gpointer data)
{
  HnDetail *detail = data;

  g_clear_pointer (&detail->links, g_ptr_array_unref);
  g_free (detail->text);
  g_free (detail);
}

static void
related_row_free (gpointer data)
{
  HnRelatedRow *row = data;

  g_free (row->title);
  g_free (row->detail);
  g_free (row);
}

static void
related_section_free (gpointer data)
{
  HnRelatedSection *section = data;

  g_ptr_array_unref (section->rows);
  g_free (section);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnRelatedSection, related_section_free)

/**
 * hn_record_details_free:
 *
 * A #GDestroyNotify for all that is shown beside a list of one record.
 */
void
hn_record_details_free (HnRecordDetails *details)
{
  g_clear_pointer (&details->record, hn_record_unref);
  g_clear_pointer (&details->fields, g_ptr_array_unref);
  g_clear_pointer (&details->sections, g_ptr_array_unref);
  g_free (details->title);
  g_free (details->summary);
  g_free (details);
}

/**
 * hn_details_request_new:
 * @kind: a kind or view
 * @id: a record of it
 * @n_rows: how many of those that hang on it, of each sort, are wanted by name
 */
HnDetailsRequest *
hn_details_request_new (const HnKind *kind,
                        gint64        id,
                        guint         n_rows)
{
  HnDetailsRequest *request = g_new0 (HnDetailsRequest, 1);

  request->kind = kind;
  request->id = id;
  request->n_rows = n_rows;

  return request;
}

/**
 * hn_details_request_free:
 *
 * A #GDestroyNotify for what hn_record_details_job() is asked with.
 */
void
hn_details_request_free (HnDetailsRequest *request)
{
  g_free (request);
}

/* --- fields -------------------------------------------------------------- */

static void
add_link (GPtrArray  *links,
          HnRegister *reg,
          GVariant   *value)
{
  HnDetailLink *link = g_new0 (HnDetailLink, 1);
  const char *kind;

  g_variant_get (value, "(&sx)", &kind, &link->id);
  link->kind = hn_kind_lookup (kind);
  link->title = hn_register_get_title (reg, link->kind, link->id);
  if (link->title != NULL)
    g_ptr_array_add (links, link);
  else
    detail_link_free (link);
}

/* (nullable): the records that a value refers to; %NULL where it is something else */
static GPtrArray *
read_links (HnRegister    *reg,
            const HnField *field,
            GVariant      *value)
{
  GPtrArray *links;

  if (field->type != HN_TYPE_REFERENCE || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return NULL;

  links = g_ptr_array_new_with_free_func (detail_link_free);
  if ((field->flags & HN_FIELD_MULTIPLE) == 0)
    add_link (links, reg, value);
  else
    for (gsize i = 0; i < g_variant_n_children (value); i++)
      {
        g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

        add_link (links, reg, child);
      }

  return links;
}

static void
add_field (HnRecordDetails *details,
           HnRegister      *reg,
           const HnField   *field,
           GPtrArray       *said)
{
  GVariant *value = hn_record_get (details->record, field->name);
  HnDetail *detail;

  /* An amount is printed with its currency, and a file is opened, not read. */
  if (value == NULL || field->type == HN_TYPE_CURRENCY || field->type == HN_TYPE_BYTES
      || g_ptr_array_find (said, field, NULL) || hn_kind_title_is (hn_record_get_kind (details->record), field))
    return;

  detail = g_new0 (HnDetail, 1);
  detail->field = field;
  detail->text = hn_record_print (details->record, field->name);
  detail->links = read_links (reg, field, value);
  g_ptr_array_add (details->fields, detail);
}

/* A view has an order of its own. */
static void
add_fields (HnRecordDetails *details,
            HnRegister      *reg,
            const HnKind    *kind,
            GPtrArray       *said)
{
  g_auto (GStrv) columns = kind->columns != NULL ? g_strsplit (kind->columns, " ", -1) : NULL;

  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    add_field (details, reg, hn_kind_get_field (kind, columns[i]), said);
  for (guint i = 0; columns == NULL && i < kind->n_fields; i++)
    add_field (details, reg, &kind->fields[i], said);
}

/* --- what hangs on it ---------------------------------------------------- */

static void
add_rows (HnRelatedSection *section,
          GPtrArray        *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const HnRecord *record = g_ptr_array_index (records, i);
      HnRelatedRow *row;

      if (record == NULL)
        continue;
      row = g_new0 (HnRelatedRow, 1);
      row->id = hn_record_get_id (record);
      row->title = hn_record_title_beside (record, section->related.field);
      row->detail = hn_record_detail_beside (record, section->related.field);
      g_ptr_array_add (section->rows, row);
    }
}

static gboolean
read_rows (HnRelatedSection *section,
           HnRegister       *reg,
           const HnListing  *listing,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (GArray) ids = hn_register_list (reg, listing, cancellable, error);
  g_autoptr (GPtrArray) records = NULL;

  if (ids == NULL)
    return FALSE;

  records = hn_register_load_many (reg, listing->kind, (gint64 *) ids->data, ids->len, error);
  if (records == NULL)
    return FALSE;
  add_rows (section, records);

  return TRUE;
}

/* (nullable): who stands before whom, where the kind knows; %NULL is its list's own order */
static const char *
get_order (const HnKind *kind)
{
  return hn_kind_field_index (kind, "precedence") >= 0 ? "precedence" : NULL;
}

static gboolean
add_section (HnRecordDetails        *details,
             HnRegister             *reg,
             const HnDetailsRequest *request,
             const HnRelated        *related,
             GCancellable           *cancellable,
             GError                **error)
{
  g_autoptr (HnRelatedSection) section = g_new0 (HnRelatedSection, 1);
  g_autofree char *value = hn_related_get_value (details->record);
  g_autofree char *condition = g_strdup_printf ("%s=%s", related->field->name, value);
  const char *const where[] = { condition, NULL };
  HnListing listing = { .kind = related->kind, .where = where, .sort = get_order (related->kind) };

  section->related = *related;
  section->rows = g_ptr_array_new_with_free_func (related_row_free);
  section->n_records = hn_register_count (reg, &listing, error);
  if (section->n_records < 0)
    return FALSE;

  /* One more stands where "all" would. */
  listing.limit = section->n_records == request->n_rows + 1 ? section->n_records : request->n_rows;
  if (section->n_records > 0 && !read_rows (section, reg, &listing, cancellable, error))
    return FALSE;
  if (section->n_records > 0 || related->offered)
    g_ptr_array_add (details->sections, g_steal_pointer (&section));

  return TRUE;
}

/**
 * hn_record_details_job:
 * @request: an #HnDetailsRequest
 *
 * An #HnStoreJob.
 *
 * Returns: (transfer full): an #HnRecordDetails
 */
gpointer
hn_record_details_job (HnRegister   *reg,
                       gpointer      request,
                       GCancellable *cancellable,
                       GError      **error)
{
  const HnDetailsRequest *wanted = request;
  g_autoptr (HnRecordDetails) details = g_new0 (HnRecordDetails, 1);
  g_autoptr (GArray) related = hn_related_list (wanted->kind);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  details->record = hn_register_load (reg, wanted->kind, wanted->id, error);
  if (details->record == NULL)
    return NULL;

  details->title = hn_record_title (details->record);
  details->summary = hn_record_summary (details->record, said);
  details->fields = g_ptr_array_new_with_free_func (detail_free);
  details->sections = g_ptr_array_new_with_free_func (related_section_free);
  add_fields (details, reg, wanted->kind, said);
  for (guint i = 0; i < related->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_section (details, reg, wanted, &g_array_index (related, HnRelated, i), cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&details);
}
