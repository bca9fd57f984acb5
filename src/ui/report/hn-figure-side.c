/* The records behind a figure, beside the page that it stands on: one is opened, corrected, and the page follows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-figure-side.h"

#include <glib/gi18n-lib.h>

#include "hn-editor.h"
#include "hn-failure.h"
#include "hn-spoken.h"

struct _HnFigureSide
{
  AdwBin parent_instance;

  HnContext *context;
  HnReportChoice *choice; /* or NULL */
  HnPaperSpot spot;
  HnFigure *figure;       /* or NULL */
  GCancellable *cancellable;

  GtkStack *faces;
  GtkLabel *value_label;
  GtkLabel *about_label;
  GtkLabel *sentence_label;
  GtkListBox *list;
  GtkLabel *more_label;
  GtkLabel *failed_label;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnFigureSide, hn_figure_side, ADW_TYPE_BIN)

/* --- what is shown ------------------------------------------------------- */

static void
add_row (HnFigureSide         *self,
         const HnFigureRecord *record)
{
  GtkWidget *row = adw_action_row_new (), *image = hn_spoken_picture ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 record->title != NULL ? record->title : hn_kind_get_label (record->kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), record->detail != NULL ? record->detail : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* "95, members: 95 records": who cannot see it hears that the side has opened. */
static void
announce (HnFigureSide *self)
{
  g_autofree char *words =
    g_strdup_printf ("%s. %s. %s", self->figure->value, self->figure->about, self->figure->sentence);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_figure (HnFigureSide *self)
{
  const HnFigure *figure = self->figure;
  gint64 more = figure->n_records - figure->records->len;

  gtk_label_set_label (self->value_label, figure->value);
  gtk_label_set_label (self->about_label, figure->about);
  gtk_label_set_label (self->sentence_label, figure->sentence);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < figure->records->len; i++)
    add_row (self, g_ptr_array_index (figure->records, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), figure->records->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), more > 0);
  if (more > 0)
    {
      g_autofree char *words =
        g_strdup_printf (_("These are the first %u. The workbook’s sheet of records lists all."),
                         figure->records->len);

      gtk_label_set_label (self->more_label, words);
    }
  gtk_stack_set_visible_child_name (self->faces, "full");
  announce (self);
}

static void
explained_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HnFigureSide) self = user_data;
  g_autoptr (GError) error = NULL;
  HnFigure *figure = hn_figure_explain_finish (HN_STORE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->faces == NULL)
    {
      hn_figure_free (figure);
      return;
    }
  if (figure == NULL)
    {
      gtk_label_set_label (self->failed_label, error->message);
      gtk_stack_set_visible_child_name (self->faces, "failed");
      hn_failure_say (GTK_WIDGET (self), error->message);
      return;
    }

  g_clear_pointer (&self->figure, hn_figure_free);
  self->figure = figure;
  show_figure (self);
}

static void
explain (HnFigureSide *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hn_figure_explain_async (hn_context_get_store (self->context), self->choice, &self->spot, self->cancellable,
                           explained_cb, g_object_ref (self));
}

/* --- what is done -------------------------------------------------------- */

static void
row_activated_cb (HnFigureSide  *self,
                  GtkListBoxRow *row)
{
  const HnFigureRecord *chosen = g_ptr_array_index (self->figure->records, gtk_list_box_row_get_index (row));
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record =
    hn_register_load (hn_context_get_reader (self->context), chosen->kind, chosen->id, &error);

  if (record == NULL)
    hn_failure_show (GTK_WIDGET (self), _("The Record Cannot Be Read"), error);
  else
    adw_dialog_present (hn_editor_new (self->context, record), GTK_WIDGET (self));
}

static void
close_cb (HnFigureSide *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
retry_cb (HnFigureSide *self)
{
  explain (self);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_figure_side_dispose (GObject *object)
{
  HnFigureSide *self = HN_FIGURE_SIDE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_FIGURE_SIDE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_figure_side_parent_class)->dispose (object);
}

static void
hn_figure_side_finalize (GObject *object)
{
  HnFigureSide *self = HN_FIGURE_SIDE (object);

  hn_report_choice_free (self->choice);
  hn_figure_free (self->figure);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (hn_figure_side_parent_class)->finalize (object);
}

static void
hn_figure_side_class_init (HnFigureSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_figure_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_figure_side_finalize;

  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-figure-side.ui");
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, faces);
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, value_label);
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, about_label);
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, list);
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, more_label);
  gtk_widget_class_bind_template_child (widget_class, HnFigureSide, failed_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
hn_figure_side_init (HnFigureSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_figure_side_set_context:
 * @context: the window's store and undo, for what is opened from here
 */
void
hn_figure_side_set_context (HnFigureSide *self,
                            HnContext    *context)
{
  g_return_if_fail (HN_IS_FIGURE_SIDE (self));

  g_set_object (&self->context, context);
}

/**
 * hn_figure_side_explain:
 * @choice: the report
 * @spot: where the figure stands in it
 *
 * Shows the records behind a figure as soon as they are read.
 */
void
hn_figure_side_explain (HnFigureSide         *self,
                        const HnReportChoice *choice,
                        const HnPaperSpot    *spot)
{
  g_return_if_fail (HN_IS_FIGURE_SIDE (self));
  g_return_if_fail (choice != NULL && spot != NULL);

  hn_report_choice_free (self->choice);
  self->choice = hn_report_choice_copy (choice);
  self->spot = *spot;
  gtk_stack_set_visible_child_name (self->faces, "loading");
  explain (self);
}

/**
 * hn_figure_side_reload:
 *
 * Shows the same figure, as the register is now.
 */
void
hn_figure_side_reload (HnFigureSide *self)
{
  g_return_if_fail (HN_IS_FIGURE_SIDE (self));

  if (self->choice != NULL)
    explain (self);
}
