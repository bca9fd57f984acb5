/* A file that belongs to a record, without its content. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment.h"

#include "hn-attachment-name.h"

struct _HnAttachment
{
  GObject parent_instance;

  HnRecord *record;
};

G_DEFINE_FINAL_TYPE (HnAttachment, hn_attachment, G_TYPE_OBJECT)

static void
hn_attachment_finalize (GObject *object)
{
  HnAttachment *self = HN_ATTACHMENT (object);

  hn_record_unref (self->record);

  G_OBJECT_CLASS (hn_attachment_parent_class)->finalize (object);
}

static void
hn_attachment_class_init (HnAttachmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_attachment_finalize;
}

static void
hn_attachment_init (HnAttachment *self)
{
}

/**
 * hn_attachment_new:
 * @record: of kind attachment, as the store reads it
 */
HnAttachment *
hn_attachment_new (HnRecord *record)
{
  HnAttachment *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (HN_TYPE_ATTACHMENT, NULL);
  self->record = hn_record_ref (record);

  return self;
}

/**
 * hn_attachment_get_record:
 *
 * Returns: (transfer none): the record of kind `attachment`, without the content
 */
HnRecord *
hn_attachment_get_record (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), NULL);

  return self->record;
}

/**
 * hn_attachment_get_id:
 *
 * Returns: the id of its record
 */
gint64
hn_attachment_get_id (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), 0);

  return hn_record_get_id (self->record);
}

static const char *
get_text (HnAttachment *self,
          const char   *field)
{
  const char *text = hn_record_get_text (self->record, field);

  return text != NULL ? text : "";
}

/**
 * hn_attachment_get_name:
 *
 * Returns: (nullable): the name of the file as it was added, with its ending
 */
const char *
hn_attachment_get_name (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), NULL);

  return get_text (self, "name");
}

/**
 * hn_attachment_get_media_type:
 *
 * Returns: (nullable): what the content is, such as `application/pdf`
 */
const char *
hn_attachment_get_media_type (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), NULL);

  return get_text (self, "media_type");
}

/**
 * hn_attachment_get_caption:
 *
 * Returns: what the picture or paper shows, empty where nobody has said it
 */
const char *
hn_attachment_get_caption (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), NULL);

  return get_text (self, "caption");
}

/**
 * hn_attachment_get_credit:
 *
 * Returns: whose it is, empty where nobody has said it
 */
const char *
hn_attachment_get_credit (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), NULL);

  return get_text (self, "credit");
}

/**
 * hn_attachment_get_size:
 *
 * Returns: the length of the content in bytes
 */
guint64
hn_attachment_get_size (HnAttachment *self)
{
  GVariant *content;

  g_return_val_if_fail (HN_IS_ATTACHMENT (self), 0);

  content = hn_record_get (self->record, "content");

  return content != NULL && g_variant_is_of_type (content, G_VARIANT_TYPE_INT64)
           ? (guint64) g_variant_get_int64 (content)
           : 0;
}

/**
 * hn_attachment_is_image:
 *
 * Returns: whether a thumbnail may be made of it
 */
gboolean
hn_attachment_is_image (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), FALSE);

  return g_str_has_prefix (get_text (self, "media_type"), "image/");
}

/**
 * hn_attachment_make_file_name:
 *
 * Returns: (transfer full): a name that a file in any folder can have
 */
char *
hn_attachment_make_file_name (HnAttachment *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT (self), NULL);

  return hn_attachment_name_for_file (get_text (self, "name"));
}
