/* The report: what is chosen, its pages as they will be, and the records behind each figure.
 *
 *   period, rules, dress, forms ──> choice ──> HnReportPreview ──> HnReportView: pages
 *                                                                       │ a figure is pressed
 *                                                                       ▼
 *                                                                  HnFigureSide: its records ──> the editor
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-report-page-private.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-report-files.h"
#include "hn-send-dialog.h"
#include "hn-send.h"
#include "hn-spoken.h"

G_DEFINE_FINAL_TYPE (HnReportPage, hn_report_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- what is shown ------------------------------------------------------- */

static const char *
choose_face (HnReportPage *self)
{
  gboolean shown = g_list_model_get_n_items (G_LIST_MODEL (self->preview)) > 0;

  switch (hn_report_preview_get_state (self->preview))
    {
    case HN_PREVIEW_FAILED:
      return "failed";
    case HN_PREVIEW_LOADING:
      return shown ? "full" : "loading";
    case HN_PREVIEW_FULL:
      return "full";
    case HN_PREVIEW_EMPTY:
    default:
      return self->ready ? "empty" : "waiting";
    }
}

/* "15/12/2020 – 14/12/2021 (NĐ 09)": the days are always said. */
static char *
describe_window (const HnReport *report)
{
  const HnPeriod *period = report->period;
  g_autofree char *from = hn_date_print (period->from), *to = hn_date_print (period->to);

  if (period->kind == HN_PERIOD_RANGE)
    return g_strdup_printf ("%s – %s", from, to);

  return g_strdup_printf ("%s – %s (%s)", from, to, hn_period_rules_get_name (period->rules));
}

static void
update_page_label (HnReportPage *self)
{
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->preview));
  guint page = MIN (hn_report_view_get_page (self->view) + 1, n_pages);
  g_autofree char *words = NULL;

  if (n_pages == 0 || !g_str_equal (choose_face (self), "full"))
    words = g_strdup ("");
  else if (hn_report_preview_is_complete (self->preview))
    words = g_strdup_printf (_("Page %u of %u"), page, n_pages);
  else
    words = g_strdup_printf (_("Page %u of more than %u"), page, n_pages);
  gtk_label_set_label (self->page_label, words);
}

/* What a function asks that knows reports by their options; it points to what the preview has. */
static HnReportOptions
get_options (HnReportPage *self)
{
  return hn_report_choice_options (hn_report_preview_get_choice (self->preview),
                                   hn_report_preview_get_pages (self->preview)->report->period);
}

static void
offer_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnReportPage) self = user_data;
  g_autoptr (HnSendOffer) offer = hn_send_offer_load_finish (HN_STORE (source), result, NULL);
  g_autofree char *day = NULL, *words = NULL;

  if (offer == NULL || self->sent_button == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->sent_button), hn_date_is_set (offer->before));
  if (!hn_date_is_set (offer->before))
    return;
  day = hn_date_print (offer->before);
  words = g_strdup_printf (_("Sent on %s"), day);
  gtk_button_set_label (self->sent_button, words);
}

/* Whether this report was sent already. */
static void
ask_sent (HnReportPage *self)
{
  HnReportOptions options = get_options (self);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  hn_send_offer_load_async (hn_context_get_store (self->context), &options, self->asking, offer_cb,
                            g_object_ref (self));
}

/* No report is seen of which it could be said. */
static void
forget_sent (HnReportPage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asked = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->sent_button), FALSE);
}

static void
state_changed_cb (HnReportPage *self)
{
  HnPreviewState state = hn_report_preview_get_state (self->preview);
  HnReportPages *pages = hn_report_preview_get_pages (self->preview);
  const char *failure = hn_report_preview_get_failure (self->preview);
  g_autofree char *window = state == HN_PREVIEW_FULL ? describe_window (pages->report) : NULL;

  if (state != HN_PREVIEW_LOADING)
    adw_window_title_set_subtitle (self->window_title, window != NULL ? window : "");
  if (failure != NULL)
    hn_failure_fill (self->failed_page, failure);
  gtk_stack_set_visible_child_name (self->faces, choose_face (self));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), state == HN_PREVIEW_LOADING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", state == HN_PREVIEW_FULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-pdf", state == HN_PREVIEW_FULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-workbook", state == HN_PREVIEW_FULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.send",
                                 state == HN_PREVIEW_FULL
                                   && !hn_store_is_read_only (hn_context_get_store (self->context)));
  if (state == HN_PREVIEW_FULL && self->asked != pages)
    {
      self->asked = pages;
      ask_sent (self);
    }
  else if (state == HN_PREVIEW_EMPTY || state == HN_PREVIEW_FAILED)
    forget_sent (self);
  update_page_label (self);
}

/* The first page of a form that was chosen, if it is known. */
static void
form_chosen_cb (HnReportPage *self,
                const char   *name)
{
  HnReportPages *pages = hn_report_preview_get_pages (self->preview);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->preview));

  for (guint i = 0; pages != NULL && i < n_pages; i++)
    {
      const HnReportForm *form = g_ptr_array_index (pages->report->forms, hn_paper_get_form (pages->paper, i, NULL));

      if (!g_str_equal (form->form, name))
        continue;
      hn_report_view_scroll_to (self->view, i);
      break;
    }
  if (adw_overlay_split_view_get_collapsed (self->forms_split))
    adw_overlay_split_view_set_show_sidebar (self->forms_split, FALSE);
}

static void
pressed_cb (HnReportPage *self,
            gpointer      spot)
{
  hn_figure_side_explain (self->figure, hn_report_preview_get_choice (self->preview), spot);
  adw_overlay_split_view_set_show_sidebar (self->figure_split, TRUE);
}

static void
figure_closed_cb (HnReportPage *self)
{
  adw_overlay_split_view_set_show_sidebar (self->figure_split, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* What was corrected is counted anew beside the page too. */
static void
store_changed_cb (HnReportPage *self)
{
  if (adw_overlay_split_view_get_show_sidebar (self->figure_split))
    hn_figure_side_reload (self->figure);
}

static void
retry_cb (HnReportPage *self)
{
  hn_report_preview_reload (self->preview);
}

/* --- actions ------------------------------------------------------------- */

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  HnReportPage *self = HN_REPORT_PAGE (widget);

  hn_report_print (widget, self->context, hn_report_preview_get_pages (self->preview));
}

static void
save (HnReportPage *self,
      HnExportAs    as)
{
  hn_report_save_present (GTK_WIDGET (self), self->context, hn_report_preview_get_choice (self->preview),
                          hn_report_preview_get_pages (self->preview)->report, as);
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  save (HN_REPORT_PAGE (widget), HN_EXPORT_PDF);
}

static void
save_workbook_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HnReportPage *self = HN_REPORT_PAGE (widget);

  save (self, gtk_check_button_get_active (self->each_button) ? HN_EXPORT_WORKBOOKS : HN_EXPORT_WORKBOOK);
}

static void
send_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnReportPage *self = HN_REPORT_PAGE (widget);
  HnReportOptions options = get_options (self);

  hn_send_dialog_present (widget, self->context, &options);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  hn_report_view_zoom (HN_REPORT_PAGE (widget)->view, g_variant_get_int32 (parameter));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int by;
  } zooms[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "report.save-workbook", NULL, save_workbook_action);
  gtk_widget_class_install_action (widget_class, "report.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "report.zoom", "i", zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save-workbook", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK, "report.zoom", "i", zooms[i].by);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_report_page_dispose (GObject *object)
{
  HnReportPage *self = HN_REPORT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_REPORT_PAGE);
  g_clear_object (&self->preview);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hn_report_page_parent_class)->dispose (object);
}

static void
hn_report_page_finalize (GObject *object)
{
  HnReportPage *self = HN_REPORT_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->rules, g_ptr_array_unref);

  G_OBJECT_CLASS (hn_report_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, period);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, rules_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, dress_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, basis_button);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, charts_button);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, each_button);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, sensitive_button);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, forms_split);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, figure_split);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, forms);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, figure);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, faces);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, view);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, areas_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnReportPage, sent_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "choice_changed_cb", G_CALLBACK (hn_report_page_choose));
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_page_label);
}

static void
hn_report_page_class_init (HnReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_report_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_report_page_finalize;

  g_type_ensure (HN_TYPE_FIGURE_SIDE);
  g_type_ensure (HN_TYPE_REPORT_FORMS);
  g_type_ensure (HN_TYPE_REPORT_PERIOD);
  g_type_ensure (HN_TYPE_REPORT_VIEW);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
hn_report_page_init (HnReportPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_menus (GTK_WIDGET (self));
  hn_spoken_drop_down (self->rules_drop_down, _("Rules of the period"));
  hn_spoken_drop_down (self->dress_drop_down, _("What stands round the table"));
  hn_spoken_drop_down (self->areas_drop_down, _("Areas of statistics"));
}

/**
 * hn_report_page_new:
 * @context: what the window works with
 *
 * Returns: the report that was made last, of the period that is most likely wanted; at first all forms of a year
 */
AdwNavigationPage *
hn_report_page_new (HnContext *context)
{
  HnReportPage *self;
  HnStore *store;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_REPORT_PAGE, NULL);
  store = hn_context_get_store (context);
  self->context = g_object_ref (context);
  self->preview = hn_report_preview_new (store);
  hn_report_view_set_preview (self->view, self->preview);
  hn_figure_side_set_context (self->figure, context);
  g_signal_connect_object (self->preview, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  state_changed_cb (self);
  hn_report_page_load_choice (self);

  return ADW_NAVIGATION_PAGE (self);
}
