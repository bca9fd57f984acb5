/* One change as a list of them shows it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-history-item.h"

struct _HnHistoryItem
{
  GObject parent_instance;

  HnChangeHead *head;
  HnChangeDetails *details;
  GDateTime *time;
  char *heading;
  gboolean busy;
  gboolean expanded;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_DETAILS,
  PROP_EXPANDED,
  PROP_HEADING,
  PROP_UNDONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnHistoryItem, hn_history_item, G_TYPE_OBJECT)

static void
hn_history_item_finalize (GObject *object)
{
  HnHistoryItem *self = HN_HISTORY_ITEM (object);

  g_clear_pointer (&self->head, hn_change_head_free);
  g_clear_pointer (&self->details, hn_change_details_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->heading);

  G_OBJECT_CLASS (hn_history_item_parent_class)->finalize (object);
}

static void
hn_history_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HnHistoryItem *self = HN_HISTORY_ITEM (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_DETAILS:
      g_value_set_pointer (value, self->details);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_UNDONE:
      g_value_set_boolean (value, self->head->undone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_history_item_class_init (HnHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = hn_history_item_finalize;
  object_class->get_property = hn_history_item_get_property;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_DETAILS] = g_param_spec_pointer ("details", NULL, NULL, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_history_item_init (HnHistoryItem *self)
{
}

/* The day and the hour of a change are those of the place where it is looked at. */
static GDateTime *
local_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

/**
 * hn_history_item_new:
 * @head: (transfer full): a change
 * @details: (transfer full) (nullable): what it did, if that is known already
 */
HnHistoryItem *
hn_history_item_new (HnChangeHead    *head,
                     HnChangeDetails *details)
{
  HnHistoryItem *self;

  g_return_val_if_fail (head != NULL, NULL);

  self = g_object_new (HN_TYPE_HISTORY_ITEM, NULL);
  self->head = head;
  self->details = details;
  self->time = local_time (head->at);

  return self;
}

/**
 * hn_history_item_get_head:
 *
 * Returns: (transfer none): what the change was, without its details
 */
const HnChangeHead *
hn_history_item_get_head (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), NULL);

  return self->head;
}

/**
 * hn_history_item_get_time:
 *
 * Returns: (transfer none) (nullable): when it was, in local time; %NULL where the log does not say it in ISO 8601
 */
GDateTime *
hn_history_item_get_time (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), NULL);

  return self->time;
}

/**
 * hn_history_item_get_details:
 *
 * Returns: (transfer none) (nullable): what it did, as far as that has been read
 */
HnChangeDetails *
hn_history_item_get_details (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), NULL);

  return self->details;
}

/**
 * hn_history_item_set_details:
 * @details: (transfer full): what it did
 */
void
hn_history_item_set_details (HnHistoryItem   *self,
                             HnChangeDetails *details)
{
  g_return_if_fail (HN_IS_HISTORY_ITEM (self));

  g_clear_pointer (&self->details, hn_change_details_free);
  self->details = details;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

/**
 * hn_history_item_get_heading:
 *
 * Returns: (nullable): the day, if the change is the first of its day in the list
 */
const char *
hn_history_item_get_heading (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), NULL);

  return self->heading;
}

/**
 * hn_history_item_set_heading:
 * @heading: (nullable): the day, of the first change of a day; %NULL for those below it
 */
void
hn_history_item_set_heading (HnHistoryItem *self,
                             const char    *heading)
{
  g_return_if_fail (HN_IS_HISTORY_ITEM (self));

  if (g_set_str (&self->heading, heading))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}

/**
 * hn_history_item_get_undone:
 *
 * Returns: whether the change has been taken back, and not made again
 */
gboolean
hn_history_item_get_undone (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), FALSE);

  return self->head->undone;
}

/**
 * hn_history_item_set_undone:
 * @undone: whether the change has been taken back and not made again
 */
void
hn_history_item_set_undone (HnHistoryItem *self,
                            gboolean       undone)
{
  g_return_if_fail (HN_IS_HISTORY_ITEM (self));

  if (self->head->undone == undone)
    return;

  self->head->undone = undone;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDONE]);
}

/**
 * hn_history_item_get_busy:
 *
 * Returns: whether the change is being read or taken back
 */
gboolean
hn_history_item_get_busy (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), FALSE);

  return self->busy;
}

/**
 * hn_history_item_set_busy:
 * @busy: whether it is being taken back, or its details are read
 */
void
hn_history_item_set_busy (HnHistoryItem *self,
                          gboolean       busy)
{
  g_return_if_fail (HN_IS_HISTORY_ITEM (self));

  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * hn_history_item_get_expanded:
 *
 * Returns: whether everything is shown that is known of it, or only the beginning
 */
gboolean
hn_history_item_get_expanded (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), FALSE);

  return self->expanded;
}

/**
 * hn_history_item_set_expanded:
 * @expanded: whether its details are shown below it
 */
void
hn_history_item_set_expanded (HnHistoryItem *self,
                              gboolean       expanded)
{
  g_return_if_fail (HN_IS_HISTORY_ITEM (self));

  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/**
 * hn_history_item_can_take_back:
 *
 * Returns: whether it is a change that has not been taken back; whether others stand on it is found out by trying
 */
gboolean
hn_history_item_can_take_back (HnHistoryItem *self)
{
  g_return_val_if_fail (HN_IS_HISTORY_ITEM (self), FALSE);

  return !self->head->undone && self->head->of_action == NULL;
}
