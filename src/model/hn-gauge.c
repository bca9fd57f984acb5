/* How far a long work is: told by the thread that does it, shown by the one that waits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-gauge.h"

/* The steps of a progress bar. */
#define STEPS 1000

struct _HnGauge
{
  GObject parent_instance;

  GMainContext *context; /* of whoever waits */
  int step;              /* atomic: how far the work is */
  int told;              /* atomic: whether somebody is on the way to say so */
  double progress;
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnGauge, hn_gauge, G_TYPE_OBJECT)

static void
hn_gauge_finalize (GObject *object)
{
  HnGauge *self = HN_GAUGE (object);

  g_main_context_unref (self->context);

  G_OBJECT_CLASS (hn_gauge_parent_class)->finalize (object);
}

static void
hn_gauge_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  HnGauge *self = HN_GAUGE (object);

  switch (prop_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_gauge_class_init (HnGaugeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hn_gauge_finalize;
  object_class->get_property = hn_gauge_get_property;

  /**
   * HnGauge:progress:
   *
   * How much is done, 0 to 1; notified on the thread that made the gauge.
   */
  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_gauge_init (HnGauge *self)
{
  self->context = g_main_context_ref_thread_default ();
}

/**
 * hn_gauge_new:
 *
 * Returns: (transfer full): a gauge at nought, told by any thread and read by the main one
 */
HnGauge *
hn_gauge_new (void)
{
  return g_object_new (HN_TYPE_GAUGE, NULL);
}

/**
 * hn_gauge_get_progress:
 *
 * Returns: how much of the work is done, from 0 to 1
 */
double
hn_gauge_get_progress (HnGauge *self)
{
  g_return_val_if_fail (HN_IS_GAUGE (self), 0);

  return self->progress;
}

static gboolean
tell_cb (gpointer data)
{
  HnGauge *self = data;

  g_atomic_int_set (&self->told, FALSE);
  self->progress = (double) g_atomic_int_get (&self->step) / STEPS;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);

  return G_SOURCE_REMOVE;
}

/**
 * hn_gauge_tell:
 * @done: 0 to 1
 * @gauge: an #HnGauge
 *
 * Any thread may call this, as often as it likes: whoever waits hears the latest when it has time. It has the shape of
 * an #HnProgress.
 */
void
hn_gauge_tell (double   done,
               gpointer gauge)
{
  HnGauge *self = gauge;
  int step = (int) (CLAMP (done, 0, 1) * STEPS);
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (HN_IS_GAUGE (gauge));

  if (g_atomic_int_exchange (&self->step, step) == step || g_atomic_int_exchange (&self->told, TRUE))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_object_ref (self), g_object_unref);
  g_source_set_static_name (source, "[hn] progress of a thread");
  g_source_attach (source, self->context);
}
