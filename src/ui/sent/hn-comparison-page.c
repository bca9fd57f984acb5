/* A report that was sent beside today's count: what differs, and the records that make it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-comparison-page.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-number.h"
#include "hn-sent.h"
#include "hn-spoken.h"

/* So many differences are shown, and so many records of each: more than anybody reads. */
#define MAX_SHOWN 300
#define MAX_CAUSES 50

/* A difference with few records shows them at once. */
#define FEW_CAUSES 3

struct _HnComparisonPage
{
  AdwNavigationPage parent_instance;

  HnContext *context;
  gint64 id;
  GCancellable *cancellable;

  AdwWindowTitle *window_title;
  GtkStack *faces;
  AdwStatusPage *failed_page;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (HnComparisonPage, hn_comparison_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- one record ---------------------------------------------------------- */

static const char *
cause_word (HnCauseType type)
{
  switch (type)
    {
    case HN_CAUSE_LATE:
      return _("Added late");
    case HN_CAUSE_DELETED:
      return _("Deleted");
    case HN_CAUSE_CHANGED:
    default:
      return _("Changed");
    }
}

/* "Hoạt động · Đã sửa · Số đại biểu: 30 → 35" */
static char *
describe_cause (const HnCause *cause)
{
  g_autoptr (GString) text = g_string_new (cause_word (cause->type));

  g_string_append_printf (text, " · %s", hn_kind_get_label (cause->kind));
  for (guint i = 0; i < cause->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (cause->fields, i);

      g_string_append_printf (text, " · %s: %s → %s", hn_field_get_label (field->field),
                              field->before != NULL ? field->before : "–", field->after != NULL ? field->after : "–");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
make_cause_row (const HnCause *cause)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_cause (cause);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cause->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (cause->type == HN_CAUSE_DELETED)
    return row;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", cause->kind->name, cause->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hn_spoken_picture ("go-next-symbolic"));

  return row;
}

/* --- one difference ------------------------------------------------------ */

static char *
describe_difference (const HnDifference *difference)
{
  switch (difference->type)
    {
    case HN_DIFFERENCE_ROW_ADDED:
      return difference->now != NULL ? g_strdup_printf (_("Not in what was sent · %s"), difference->now)
                                     : g_strdup (_("Not in what was sent"));
    case HN_DIFFERENCE_ROW_GONE:
      return difference->then != NULL ? g_strdup_printf (_("Not counted any more · %s"), difference->then)
                                      : g_strdup (_("Not counted any more"));
    case HN_DIFFERENCE_FIGURE:
    default:
      return g_strdup_printf ("%s: %s → %s", difference->column, difference->then != NULL ? difference->then : "–",
                              difference->now != NULL ? difference->now : "–");
    }
}

static void
add_more (AdwExpanderRow *row,
          guint           n)
{
  GtkWidget *more = adw_action_row_new ();
  g_autofree char *number = hn_number_print (n, 0);
  g_autofree char *text = g_strdup_printf (ngettext ("%s More Record", "%s More Records", n), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), text);
  adw_expander_row_add_row (row, more);
}

/* Figures of one row that the same records make stand together. */
static gboolean
goes_on (const HnDifference *first,
         const HnDifference *other)
{
  if (g_strcmp0 (first->form, other->form) != 0 || g_strcmp0 (first->row, other->row) != 0
      || first->causes->len != other->causes->len)
    return FALSE;
  for (guint i = 0; i < first->causes->len; i++)
    if (((HnCause *) g_ptr_array_index (first->causes, i))->id
        != ((HnCause *) g_ptr_array_index (other->causes, i))->id)
      return FALSE;

  return TRUE;
}

static GtkWidget *
make_row (GPtrArray *differences,
          guint      first,
          guint      end)
{
  const HnDifference *difference = g_ptr_array_index (differences, first);
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (GString) subtitle = g_string_new (NULL);
  guint n = difference->causes->len;

  for (guint i = first; i < end; i++)
    {
      g_autofree char *line = describe_difference (g_ptr_array_index (differences, i));

      g_string_append_printf (subtitle, "%s%s", i > first ? "\n" : "", line);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), difference->row);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, difference->row, -1);
  for (guint i = 0; i < MIN (n, MAX_CAUSES); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_cause_row (g_ptr_array_index (difference->causes, i)));
  if (n > MAX_CAUSES)
    add_more (ADW_EXPANDER_ROW (row), n - MAX_CAUSES);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), n > 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), n > 0 && n <= FEW_CAUSES);

  return row;
}

static void
clear_groups (HnComparisonPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
say_how_many (HnComparisonPage *self,
              guint             n)
{
  g_autofree char *shown = hn_number_print (MAX_SHOWN, 0);
  g_autofree char *all = hn_number_print (n, 0);
  g_autofree char *text = g_strdup_printf (_("The first %s of %s differences are shown."), shown, all);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (self->groups, label);
}

static GtkWidget *
make_group (const char *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *title = hn_report_form_title (form);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), form);
  if (title != NULL && strchr (title, '{') == NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), title);

  return group;
}

/* A group a form. */
static void
show_differences (HnComparisonPage *self,
                  GPtrArray        *differences)
{
  GtkWidget *group = NULL;
  const char *form = NULL;
  guint end;

  clear_groups (self);
  for (guint i = 0; i < MIN (differences->len, MAX_SHOWN); i = end)
    {
      const HnDifference *difference = g_ptr_array_index (differences, i);

      for (end = i + 1; end < differences->len && goes_on (difference, g_ptr_array_index (differences, end));)
        end++;
      if (g_strcmp0 (form, difference->form) != 0)
        {
          form = difference->form;
          group = make_group (form);
          gtk_box_append (self->groups, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (differences, i, end));
    }
  if (differences->len > MAX_SHOWN)
    say_how_many (self, differences->len);
  gtk_stack_set_visible_child_name (self->faces, differences->len > 0 ? "full" : "same");
}

/* --- reading ------------------------------------------------------------- */

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HnComparisonPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = hn_submission_compare_finish (HN_STORE (source), result, &error);

  /* What was asked before the last question may come all the same. */
  if (self->context == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (differences != NULL)
    {
      show_differences (self, differences);
      return;
    }

  hn_failure_fill (self->failed_page, error->message);
  gtk_stack_set_visible_child_name (self->faces, "failed");
}

static void
load (HnComparisonPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  hn_submission_compare_async (hn_context_get_store (self->context), self->id, self->cancellable, compared_cb,
                               g_object_ref (self));
}

static void
retry_cb (HnComparisonPage *self)
{
  gtk_stack_set_visible_child_name (self->faces, "loading");
  load (self);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_comparison_page_dispose (GObject *object)
{
  HnComparisonPage *self = HN_COMPARISON_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_COMPARISON_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_comparison_page_parent_class)->dispose (object);
}

static void
hn_comparison_page_finalize (GObject *object)
{
  g_object_unref (HN_COMPARISON_PAGE (object)->cancellable);

  G_OBJECT_CLASS (hn_comparison_page_parent_class)->finalize (object);
}

static void
hn_comparison_page_class_init (HnComparisonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_comparison_page_dispose;
  object_class->finalize = hn_comparison_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnComparisonPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HnComparisonPage, faces);
  gtk_widget_class_bind_template_child (widget_class, HnComparisonPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnComparisonPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
hn_comparison_page_init (HnComparisonPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_comparison_page_new:
 * @id: a submission
 *
 * Returns: (transfer floating): the page; it counts again when something is saved
 */
AdwNavigationPage *
hn_comparison_page_new (HnContext *context,
                        gint64     id)
{
  HnComparisonPage *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_COMPARISON_PAGE, NULL);
  self->context = g_object_ref (context);
  self->id = id;
  title = hn_register_get_title (hn_context_get_reader (context), hn_kind_lookup ("submission"), id);
  adw_window_title_set_subtitle (self->window_title, title != NULL ? title : "");
  g_signal_connect_object (hn_context_get_store (context), "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}
