/* What every page and dialog of a window is handed: the store, and what the office has settled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-context.h"

#include "hn-letterhead.h"

struct _HnContext
{
  GObject parent_instance;

  HnStore *store;
  GSettings *settings;
  char *undo_title;
  char *redo_title;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnContext, hn_context, G_TYPE_OBJECT)

static void
update_titles (HnContext *self)
{
  g_autofree char *undo_title = NULL, *redo_title = NULL;

  if (!hn_store_is_read_only (self->store))
    {
      undo_title = hn_register_undo_title (hn_context_get_reader (self));
      redo_title = hn_register_redo_title (hn_context_get_reader (self));
    }

  if (g_set_str (&self->undo_title, undo_title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_TITLE]);
  if (g_set_str (&self->redo_title, redo_title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_TITLE]);
}

static void
store_changed_cb (HnContext *self,
                  GPtrArray *changes)
{
  update_titles (self);
}

static void
hn_context_constructed (GObject *object)
{
  HnContext *self = HN_CONTEXT (object);

  G_OBJECT_CLASS (hn_context_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  update_titles (self);
}

static void
hn_context_finalize (GObject *object)
{
  HnContext *self = HN_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_free (self->undo_title);
  g_free (self->redo_title);

  G_OBJECT_CLASS (hn_context_parent_class)->finalize (object);
}

static void
hn_context_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  HnContext *self = HN_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_UNDO_TITLE:
      g_value_set_string (value, self->undo_title);
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, self->redo_title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_context_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  HnContext *self = HN_CONTEXT (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_context_class_init (HnContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hn_context_constructed;
  object_class->finalize = hn_context_finalize;
  object_class->get_property = hn_context_get_property;
  object_class->set_property = hn_context_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HN_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_TITLE] =
    g_param_spec_string ("undo-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_TITLE] =
    g_param_spec_string ("redo-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_context_init (HnContext *self)
{
  self->settings = g_settings_new (HN_APPLICATION_ID);
}

/**
 * hn_context_new:
 *
 * Returns: (transfer full): what is handed down to everything in one window, with the undo of that window
 */
HnContext *
hn_context_new (HnStore *store)
{
  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  return g_object_new (HN_TYPE_CONTEXT, "store", store, NULL);
}

/**
 * hn_context_get_store:
 *
 * Returns: (transfer none): the register that the window shows
 */
HnStore *
hn_context_get_store (HnContext *self)
{
  g_return_val_if_fail (HN_IS_CONTEXT (self), NULL);

  return self->store;
}

/**
 * hn_context_get_reader:
 *
 * Returns: (transfer none): the register for questions of the main thread that take no time: a record, a title
 */
HnRegister *
hn_context_get_reader (HnContext *self)
{
  g_return_val_if_fail (HN_IS_CONTEXT (self), NULL);

  return hn_store_get_reader (self->store);
}

/**
 * hn_context_get_settings:
 *
 * Returns: (transfer none): what the person, not the office, likes: widths, orders, languages
 */
GSettings *
hn_context_get_settings (HnContext *self)
{
  g_return_val_if_fail (HN_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * hn_context_get_words:
 *
 * Returns: how the office spells amounts today, as its profile says
 */
HnWordsFlags
hn_context_get_words (HnContext *self)
{
  g_autoptr (HnRecord) profile = NULL;
  g_autoptr (HnLetterhead) letterhead = NULL;

  g_return_val_if_fail (HN_IS_CONTEXT (self), HN_WORDS_DEFAULT);

  if (!hn_letterhead_find_profile (hn_context_get_reader (self), hn_date_today (), &profile, NULL) || profile == NULL)
    return HN_WORDS_DEFAULT;
  letterhead = hn_letterhead_new (profile);

  return letterhead->words;
}

/**
 * hn_context_get_tone_marks:
 *
 * Returns: where the tone marks of what is typed are put when it is saved
 */
HnToneMarks
hn_context_get_tone_marks (HnContext *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (HN_IS_CONTEXT (self), HN_TONE_MARKS_AS_TYPED);

  name = g_settings_get_string (self->settings, "tone-marks");

  return hn_tone_marks_from_name (name);
}

/**
 * hn_context_get_undo_title:
 *
 * Returns: (nullable): what the next undo takes back; %NULL where there is nothing
 */
const char *
hn_context_get_undo_title (HnContext *self)
{
  g_return_val_if_fail (HN_IS_CONTEXT (self), NULL);

  return self->undo_title;
}

/**
 * hn_context_get_redo_title:
 *
 * Returns: (nullable): what the next redo brings back; %NULL where there is nothing
 */
const char *
hn_context_get_redo_title (HnContext *self)
{
  g_return_val_if_fail (HN_IS_CONTEXT (self), NULL);

  return self->redo_title;
}
