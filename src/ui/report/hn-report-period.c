/* Chooses the period of a report: a year, a part of it, several, or from a day to a day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-report-period.h"

#include <glib/gi18n-lib.h>

#include "hn-date.h"
#include "hn-failure.h"
#include "hn-spoken.h"

/* As the rows of kind_drop_down. */
typedef enum
{
  KIND_YEAR,
  KIND_HALF,
  KIND_NINE_MONTHS,
  KIND_QUARTER,
  KIND_MONTH,
  KIND_TERM,
  KIND_RANGE,
} Kind;

/* By which a kind is remembered. */
static const char *const kind_names[] = { "year", "half", "nine-months", "quarter", "month", "term", "range" };

struct _HnReportPeriod
{
  AdwBin parent_instance;

  GtkDropDown *kind_drop_down;
  GtkDropDown *part_drop_down;
  GtkSpinButton *first_year_spin;
  GtkSpinButton *year_spin;
  GtkWidget *dash_label;
  GtkEditable *from_entry;
  GtkEditable *to_entry;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnReportPeriod, hn_report_period, ADW_TYPE_BIN)

static Kind
get_kind (HnReportPeriod *self)
{
  return (Kind) gtk_drop_down_get_selected (self->kind_drop_down);
}

static void
tell_cb (HnReportPeriod *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkStringList *
list_parts (Kind kind)
{
  static const char *const quarters[] = { "I", "II", "III", "IV", NULL };
  static const char *const months[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", NULL };

  if (kind == KIND_HALF)
    {
      GtkStringList *halves = gtk_string_list_new (NULL);

      gtk_string_list_append (halves, _("first"));
      gtk_string_list_append (halves, _("second"));

      return halves;
    }

  return gtk_string_list_new (kind == KIND_QUARTER ? quarters : months);
}

/* What does not belong to a kind of period is not there. */
static void
kind_changed_cb (HnReportPeriod *self)
{
  Kind kind = get_kind (self);
  gboolean parted = kind == KIND_HALF || kind == KIND_QUARTER || kind == KIND_MONTH;

  if (parted)
    {
      g_autoptr (GtkStringList) parts = list_parts (kind);

      gtk_drop_down_set_model (self->part_drop_down, G_LIST_MODEL (parts));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->part_drop_down), parted);
  gtk_widget_set_visible (GTK_WIDGET (self->first_year_spin), kind == KIND_TERM);
  gtk_widget_set_visible (GTK_WIDGET (self->year_spin), kind != KIND_RANGE);
  gtk_widget_set_visible (self->dash_label, kind == KIND_TERM || kind == KIND_RANGE);
  gtk_widget_set_visible (GTK_WIDGET (self->from_entry), kind == KIND_RANGE);
  gtk_widget_set_visible (GTK_WIDGET (self->to_entry), kind == KIND_RANGE);
  tell_cb (self);
}

/* (transfer full) (nullable): a day as ISO; what is no day is marked */
static char *
read_day (GtkEditable *entry)
{
  HnDate date;
  gboolean good = hn_date_parse (gtk_editable_get_text (entry), hn_date_today (), &date) && hn_date_is_set (date);

  hn_failure_mark (GTK_WIDGET (entry), NULL,
                   good || *gtk_editable_get_text (entry) == '\0' ? NULL : _("This is no date."));

  return good ? hn_date_to_iso (date) : NULL;
}

static char *
read_range (HnReportPeriod *self)
{
  g_autofree char *from = read_day (self->from_entry), *to = read_day (self->to_entry);

  return from != NULL && to != NULL ? g_strconcat (from, "..", to, NULL) : NULL;
}

static void
hn_report_period_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_REPORT_PERIOD);

  G_OBJECT_CLASS (hn_report_period_parent_class)->dispose (object);
}

static void
hn_report_period_class_init (HnReportPeriodClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_report_period_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-report-period.ui");
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, part_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, first_year_spin);
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, year_spin);
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, dash_label);
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, from_entry);
  gtk_widget_class_bind_template_child (widget_class, HnReportPeriod, to_entry);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tell_cb);
}

static void
hn_report_period_init (HnReportPeriod *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_drop_down (self->kind_drop_down, _("Kind of period"));
  hn_spoken_drop_down (self->part_drop_down, _("Which one of the year"));
  hn_report_period_set_year (self, hn_date_today ().year);
}

/**
 * hn_report_period_get_period:
 *
 * Returns: (transfer full) (nullable): as hn_period_parse() reads it; %NULL while its days are being typed
 */
char *
hn_report_period_get_period (HnReportPeriod *self)
{
  int year;
  guint part;

  g_return_val_if_fail (HN_IS_REPORT_PERIOD (self), NULL);

  year = gtk_spin_button_get_value_as_int (self->year_spin);
  part = gtk_drop_down_get_selected (self->part_drop_down) + 1;
  switch (get_kind (self))
    {
    case KIND_HALF:
      return g_strdup_printf ("%04d-H%u", year, part);
    case KIND_NINE_MONTHS:
      return g_strdup_printf ("%04d-9M", year);
    case KIND_QUARTER:
      return g_strdup_printf ("%04d-Q%u", year, part);
    case KIND_MONTH:
      return g_strdup_printf ("%04d-%02u", year, part);
    case KIND_TERM:
      return g_strdup_printf ("%04d-%04d", gtk_spin_button_get_value_as_int (self->first_year_spin), year);
    case KIND_RANGE:
      return read_range (self);
    case KIND_YEAR:
    default:
      return g_strdup_printf ("%04d", year);
    }
}

/**
 * hn_report_period_set_year:
 * @year: the year that is offered; of several years, the last of five
 */
void
hn_report_period_set_year (HnReportPeriod *self,
                           int             year)
{
  g_return_if_fail (HN_IS_REPORT_PERIOD (self));

  gtk_spin_button_set_value (self->first_year_spin, year - 4);
  gtk_spin_button_set_value (self->year_spin, year);
}

/**
 * hn_report_period_get_kind:
 *
 * Returns: by which name the kind of period can be set again
 */
const char *
hn_report_period_get_kind (HnReportPeriod *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PERIOD (self), NULL);

  return kind_names[get_kind (self)];
}

/**
 * hn_report_period_set_kind:
 * @kind: as hn_report_period_get_kind() names it; an unknown one changes nothing
 * @part: which half, quarter or month of the year, from 1
 */
void
hn_report_period_set_kind (HnReportPeriod *self,
                           const char     *kind,
                           guint           part)
{
  g_return_if_fail (HN_IS_REPORT_PERIOD (self));
  g_return_if_fail (kind != NULL && part > 0);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], kind))
      gtk_drop_down_set_selected (self->kind_drop_down, i);
  if (gtk_widget_get_visible (GTK_WIDGET (self->part_drop_down)))
    gtk_drop_down_set_selected (self->part_drop_down, part - 1);
}
