/* A work that may take longer than a blink: what it is, how far, and a way to end it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-work-dialog.h"

#include "hn-dialog.h"

/* What is done sooner than this, in milliseconds, needs no dialog. */
#define PATIENCE 500

struct _HnWorkDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent; /* weak */
  HnGauge *gauge;
  GCancellable *cancellable;
  guint patience;
  gboolean done;

  GtkWidget *cancel_button;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (HnWorkDialog, hn_work_dialog, ADW_TYPE_DIALOG)

static void
progress_cb (HnWorkDialog *self)
{
  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, hn_gauge_get_progress (self->gauge));
}

static void
closed_cb (HnWorkDialog *self)
{
  if (!self->done)
    g_cancellable_cancel (self->cancellable);
}

static void
patience_cb (gpointer data)
{
  HnWorkDialog *self = data;

  self->patience = 0;
  if (self->parent != NULL && gtk_widget_get_root (self->parent) != NULL)
    adw_dialog_present (ADW_DIALOG (self), self->parent);
}

static void
hn_work_dialog_dispose (GObject *object)
{
  HnWorkDialog *self = HN_WORK_DIALOG (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_WORK_DIALOG);

  G_OBJECT_CLASS (hn_work_dialog_parent_class)->dispose (object);
}

static void
hn_work_dialog_finalize (GObject *object)
{
  HnWorkDialog *self = HN_WORK_DIALOG (object);

  g_object_unref (self->gauge);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (hn_work_dialog_parent_class)->finalize (object);
}

static void
hn_work_dialog_class_init (HnWorkDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_work_dialog_dispose;
  object_class->finalize = hn_work_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-work-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnWorkDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HnWorkDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
hn_work_dialog_init (HnWorkDialog *self)
{
  self->gauge = hn_gauge_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->gauge, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hn_work_dialog_new:
 * @parent: over which it comes up, if the work takes that long
 * @title: what is being done
 *
 * Returns: (transfer full): to be held until the work is done; hn_work_dialog_done() ends it
 */
HnWorkDialog *
hn_work_dialog_new (GtkWidget  *parent,
                    const char *title)
{
  HnWorkDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_ref_sink (g_object_new (HN_TYPE_WORK_DIALOG, "title", title, NULL));
  g_set_weak_pointer (&self->parent, parent);
  self->patience = g_timeout_add_once (PATIENCE, patience_cb, self);

  return self;
}

/**
 * hn_work_dialog_get_gauge:
 *
 * Returns: (transfer none): to be told how far the work is
 */
HnGauge *
hn_work_dialog_get_gauge (HnWorkDialog *self)
{
  g_return_val_if_fail (HN_IS_WORK_DIALOG (self), NULL);

  return self->gauge;
}

/**
 * hn_work_dialog_get_cancellable:
 *
 * Returns: (transfer none): is cancelled when the dialog is closed before the work is done
 */
GCancellable *
hn_work_dialog_get_cancellable (HnWorkDialog *self)
{
  g_return_val_if_fail (HN_IS_WORK_DIALOG (self), NULL);

  return self->cancellable;
}

/**
 * hn_work_dialog_done:
 *
 * The work has ended, well or not: nothing is shown any more.
 */
void
hn_work_dialog_done (HnWorkDialog *self)
{
  g_return_if_fail (HN_IS_WORK_DIALOG (self));

  self->done = TRUE;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}
