/* The selected record beside its list: what it is, what is known of it, and what hangs on it.
 *
 *   selection ── a pause ──> one job of the reading thread ──> details ──> widgets made anew
 *                  ▲
 *   store "changed" ┘
 *
 * Who goes through a list with the arrow keys waits for nothing: only the record at which they stop is read.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-record-side.h"

#include <glib/gi18n-lib.h>

#include "hn-attachments.h"
#include "hn-currency.h"
#include "hn-failure.h"
#include "hn-list-jobs.h"
#include "hn-number.h"
#include "hn-record-details.h"
#include "hn-side-fields.h"
#include "hn-side-section.h"
#include "hn-spoken.h"

/* Longer than between two repeats of a key that is held down, shorter than a glance to the side. */
#define PAUSE_MS 60

/* More than these are added up at the foot of the list only, which tells how far it is. */
#define MAX_ADDED_UP 10000

/* Of each sort of those that hang on the record. */
#define N_ROWS 5

struct _HnRecordSide
{
  AdwBin parent_instance;

  HnContext *context;
  const HnKind *kind;
  gint64 id;
  GArray *several;           /* ids, or NULL */
  gint64 shown;              /* the id of the record that the widgets show */
  GCancellable *cancellable; /* of the job that is waited for */
  guint pause;
  gboolean sheet;
  gboolean stale; /* to be read when it is seen */

  GtkStack *faces;
  GtkWidget *back_button;
  AdwButtonContent *back_content;
  GtkLabel *several_title;
  GtkLabel *several_sums;
  GtkLabel *failed_label;
  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  GtkWidget *edit_button;
  GtkWidget *attachments;
  GtkBox *fields_box;
  GtkBox *attachments_box;
  GtkBox *sections_box;
};

enum
{
  PROP_0,
  PROP_SHEET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnRecordSide, hn_record_side, ADW_TYPE_BIN)

/* --- what is shown ------------------------------------------------------- */

static void
show_face (HnRecordSide *self,
           const char   *name)
{
  if (g_strcmp0 (name, "record") != 0)
    self->shown = 0;
  gtk_stack_set_visible_child_name (self->faces, name);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* (nullable): the section in which the focus is */
static const HnField *
find_focused_section (HnRecordSide *self)
{
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    if (gtk_widget_get_focus_child (GTK_WIDGET (self->sections_box)) == section)
      return hn_side_section_get_field (section);

  return NULL;
}

static void
focus_section (HnRecordSide  *self,
               const HnField *field)
{
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections_box)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    if (hn_side_section_get_field (section) == field && gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD))
      return;

  gtk_widget_grab_focus (self->edit_button);
}

static void
fill_sections (HnRecordSide          *self,
               const HnRecordDetails *details)
{
  const HnField *focused = find_focused_section (self);

  clear_box (self->sections_box);
  for (guint i = 0; i < details->sections->len; i++)
    gtk_box_append (self->sections_box, hn_side_section_new (details, g_ptr_array_index (details->sections, i)));
  if (focused != NULL)
    focus_section (self, focused);
}

static void
show_details (HnRecordSide          *self,
              const HnRecordDetails *details)
{
  gboolean same = self->shown == self->id;

  gtk_label_set_label (self->title_label, details->title);
  gtk_label_set_label (self->summary_label, details->summary);
  clear_box (self->fields_box);
  if (details->fields->len > 0)
    gtk_box_append (self->fields_box, hn_side_fields_new (details->fields));
  gtk_widget_set_visible (GTK_WIDGET (self->fields_box), details->fields->len > 0);
  if (!same)
    hn_attachments_set_record (HN_ATTACHMENTS (self->attachments), self->kind, self->id);
  fill_sections (self, details);

  self->shown = self->id;
  show_face (self, "record");
  if (!same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_failure (HnRecordSide *self,
              const GError *error)
{
  /* A record that is gone leaves the list too, which then says what is selected instead. */
  if (g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD))
    {
      show_face (self, "none");
      return;
    }
  gtk_label_set_label (self->failed_label, error->message);
  show_face (self, "failed");
  hn_failure_say (GTK_WIDGET (self), error->message);
}

/* --- reading ------------------------------------------------------------- */

static void
cancel (HnRecordSide *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Whether an answer is the one that is waited for. */
static gboolean
is_wanted (HnRecordSide *self,
           GAsyncResult *result)
{
  return self->cancellable != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
details_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HnRecordSide) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecordDetails) details = hn_store_read_finish (HN_STORE (source), result, &error);

  if (!is_wanted (self, result))
    return;

  g_clear_object (&self->cancellable);
  if (details != NULL)
    show_details (self, details);
  else
    show_failure (self, error);
}

static void
sums_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HnRecordSide) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = hn_store_read_finish (HN_STORE (source), result, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!is_wanted (self, result))
    return;

  g_clear_object (&self->cancellable);
  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const HnSum *sum = g_ptr_array_index (sums, i);
      g_autofree char *amount = hn_money_print (sum->amount, sum->currency);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", hn_field_get_label (sum->field), amount);
    }
  gtk_label_set_label (self->several_sums, error != NULL ? error->message : text->str);
}

static void
read_several (HnRecordSide *self)
{
  g_autofree char *figures = hn_number_print (self->several->len, 0);
  g_autofree char *title = g_strdup_printf (ngettext ("%s selected", "%s selected", self->several->len), figures);

  gtk_label_set_label (self->several_title, title);
  gtk_label_set_label (self->several_sums, "");
  show_face (self, "several");
  if (!hn_kind_has_sums (self->kind) || self->several->len > MAX_ADDED_UP)
    return;

  self->cancellable = g_cancellable_new ();
  hn_store_read_async (hn_context_get_store (self->context), hn_sum_job, hn_sum_request_new (self->kind, self->several),
                       (GDestroyNotify) hn_sum_request_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                       sums_read_cb, g_object_ref (self));
}

static void
read_record (HnRecordSide *self)
{
  self->cancellable = g_cancellable_new ();
  hn_store_read_async (hn_context_get_store (self->context), hn_record_details_job,
                       hn_details_request_new (self->kind, self->id, N_ROWS), (GDestroyNotify) hn_details_request_free,
                       (GDestroyNotify) hn_record_details_free, self->cancellable, details_read_cb,
                       g_object_ref (self));
}

static gboolean
pause_over_cb (gpointer data)
{
  HnRecordSide *self = data;

  self->pause = 0;
  self->stale = FALSE;
  if (self->several != NULL)
    read_several (self);
  else
    read_record (self);

  return G_SOURCE_REMOVE;
}

/* Reads what is to be shown, as soon as it is seen. */
static void
refresh (HnRecordSide *self)
{
  cancel (self);
  self->stale = TRUE;
  if (self->several == NULL && self->id == 0)
    {
      self->stale = FALSE;
      show_face (self, "none");
    }
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
store_changed_cb (HnRecordSide *self,
                  GPtrArray    *changes)
{
  refresh (self);
}

static void
set_kind (HnRecordSide *self,
          const HnKind *kind)
{
  self->kind = kind;
  if (kind != NULL)
    adw_button_content_set_label (self->back_content, hn_kind_get_plural (kind));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_record_side_map (GtkWidget *widget)
{
  HnRecordSide *self = HN_RECORD_SIDE (widget);

  GTK_WIDGET_CLASS (hn_record_side_parent_class)->map (widget);

  if (self->stale)
    refresh (self);
}

/* What is likely to be wanted first: the way back, or the form. */
static gboolean
hn_record_side_grab_focus (GtkWidget *widget)
{
  HnRecordSide *self = HN_RECORD_SIDE (widget);

  if (gtk_widget_grab_focus (self->sheet ? self->back_button : self->edit_button))
    return TRUE;

  return GTK_WIDGET_CLASS (hn_record_side_parent_class)->grab_focus (widget);
}

static void
hn_record_side_dispose (GObject *object)
{
  HnRecordSide *self = HN_RECORD_SIDE (object);

  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_RECORD_SIDE);
  g_clear_pointer (&self->several, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_record_side_parent_class)->dispose (object);
}

static void
hn_record_side_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHEET:
      g_value_set_boolean (value, HN_RECORD_SIDE (object)->sheet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_record_side_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HnRecordSide *self = HN_RECORD_SIDE (object);

  switch (prop_id)
    {
    case PROP_SHEET:
      if (self->sheet != g_value_get_boolean (value))
        {
          self->sheet = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_record_side_class_init (HnRecordSideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_record_side_dispose;
  object_class->get_property = hn_record_side_get_property;
  object_class->set_property = hn_record_side_set_property;
  widget_class->grab_focus = hn_record_side_grab_focus;
  widget_class->map = hn_record_side_map;

  properties[PROP_SHEET] = g_param_spec_boolean ("sheet", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-record-side.ui");
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, faces);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, back_button);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, back_content);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, several_title);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, several_sums);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, failed_label);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, scroller);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, title_label);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, edit_button);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, fields_box);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, attachments_box);
  gtk_widget_class_bind_template_child (widget_class, HnRecordSide, sections_box);
}

static void
hn_record_side_init (HnRecordSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_menus (GTK_WIDGET (self));
}

/**
 * hn_record_side_new:
 *
 * Returns: (transfer floating): what stands beside a list, empty until a record is selected
 */
GtkWidget *
hn_record_side_new (HnContext *context)
{
  HnRecordSide *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_RECORD_SIDE, NULL);
  self->context = g_object_ref (context);
  self->attachments = hn_attachments_new (context);
  gtk_box_append (self->attachments_box, self->attachments);
  g_signal_connect_object (hn_context_get_store (context), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * hn_record_side_set_record:
 * @kind: a kind or view
 * @id: a record of it, or 0 where none is selected
 */
void
hn_record_side_set_record (HnRecordSide *self,
                           const HnKind *kind,
                           gint64        id)
{
  g_return_if_fail (HN_IS_RECORD_SIDE (self));

  if (self->kind == kind && self->id == id && self->several == NULL)
    return;

  set_kind (self, kind);
  self->id = id;
  g_clear_pointer (&self->several, g_array_unref);
  refresh (self);
}

/**
 * hn_record_side_set_several:
 * @kind: a kind or view
 * @ids: (element-type gint64): records of it; not changed afterwards
 */
void
hn_record_side_set_several (HnRecordSide *self,
                            const HnKind *kind,
                            GArray       *ids)
{
  g_return_if_fail (HN_IS_RECORD_SIDE (self));
  g_return_if_fail (ids != NULL);

  set_kind (self, kind);
  self->id = 0;
  g_clear_pointer (&self->several, g_array_unref);
  self->several = g_array_ref (ids);
  refresh (self);
}
