/* One place in a list of records: it stays at its position while what it shows changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-row-private.h"

struct _HnListRow
{
  GObject parent_instance;

  GWeakRef source;
  HnListRowFetch fetch;
  guint position;
  gint64 id;
  HnRecord *record;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_POSITION,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnListRow, hn_list_row, G_TYPE_OBJECT)

static void
hn_list_row_finalize (GObject *object)
{
  HnListRow *self = HN_LIST_ROW (object);

  g_weak_ref_clear (&self->source);
  g_clear_pointer (&self->record, hn_record_unref);

  G_OBJECT_CLASS (hn_list_row_parent_class)->finalize (object);
}

static void
hn_list_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  HnListRow *self = HN_LIST_ROW (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, hn_list_row_get_record (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_list_row_class_init (HnListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hn_list_row_finalize;
  object_class->get_property = hn_list_row_get_property;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RECORD] =
    g_param_spec_boxed ("record", NULL, NULL, HN_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_list_row_init (HnListRow *self)
{
  g_weak_ref_init (&self->source, NULL);
}

/**
 * hn_list_row_get_id:
 *
 * Returns: the id of the record that the row shows now
 */
gint64
hn_list_row_get_id (HnListRow *self)
{
  g_return_val_if_fail (HN_IS_LIST_ROW (self), 0);

  return self->id;
}

/**
 * hn_list_row_get_position:
 *
 * Returns: where in its list the row stands, from 0
 */
guint
hn_list_row_get_position (HnListRow *self)
{
  g_return_val_if_fail (HN_IS_LIST_ROW (self), 0);

  return self->position;
}

/**
 * hn_list_row_get_record:
 *
 * The record that the row shows. It is read when it is first asked for, so that a row that nobody sees costs nothing.
 * "notify::record" says that there is another one.
 *
 * Returns: (transfer none) (nullable): the record; %NULL where it is gone or could not be read, which the list says
 */
HnRecord *
hn_list_row_get_record (HnListRow *self)
{
  g_autoptr (GObject) source = NULL;

  g_return_val_if_fail (HN_IS_LIST_ROW (self), NULL);

  if (self->record != NULL)
    return self->record;

  source = g_weak_ref_get (&self->source);
  if (source != NULL)
    self->record = self->fetch (source, self->id);

  return self->record;
}

/**
 * hn_list_row_new:
 * @source: the list that the row is of, which is not kept alive by it
 * @fetch: reads a record of @source
 * @position: in the list, from 0
 * @id: of the record
 *
 * Returns: (transfer full): a row, whose record is read when it is asked for
 */
HnListRow *
hn_list_row_new (GObject        *source,
                 HnListRowFetch  fetch,
                 guint           position,
                 gint64          id)
{
  HnListRow *self = g_object_new (HN_TYPE_LIST_ROW, NULL);

  g_weak_ref_set (&self->source, source);
  self->fetch = fetch;
  self->position = position;
  self->id = id;

  return self;
}

/**
 * hn_list_row_move:
 * @position: where the row is now: rows before it came or went
 */
void
hn_list_row_move (HnListRow *self,
                  guint      position)
{
  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/**
 * hn_list_row_refill:
 *
 * Shows another record, or the same one read afresh. A NULL record is read when it is asked for.
 */
void
hn_list_row_refill (HnListRow *self,
                    gint64     id,
                    HnRecord  *record)
{
  g_clear_pointer (&self->record, hn_record_unref);
  if (record != NULL)
    self->record = hn_record_ref (record);

  if (self->id != id)
    {
      self->id = id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
