/* How a form is built: its table of columns, and the rows as they are added. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-basis.h"

G_BEGIN_DECLS

/* A question to the register for which a form's own code asks it, over one period. */
typedef struct
{
  HnRegister            *reg;
  const HnReportOptions *options;
  const HnPeriod        *period;
  const char            *from; /* the period's days in ISO, as SQL takes them */
  const char            *to;
  const HnLetterhead    *letterhead;
  GCancellable          *cancellable;
} HnFormContext;

typedef struct
{
  const char     *name;
  const char     *title;      /* as forms.csv has it; {TINH} becomes the office's province */
  gboolean        landscape;
  const HnColumn *columns;
  guint           n_columns;
  const char     *unit_line;  /* the unit of most columns; others stand in their heads */
  gboolean      (*build) (const HnFormContext  *context,
                          HnReportForm         *form,
                          GError              **error);
} HnFormSpec;

extern const HnFormSpec hn_form_m01;
extern const HnFormSpec hn_form_m02;
extern const HnFormSpec hn_form_m03;
extern const HnFormSpec hn_form_m04;
extern const HnFormSpec hn_form_m05;
extern const HnFormSpec hn_form_m06;
extern const HnFormSpec hn_form_m07;
extern const HnFormSpec hn_form_m08;
extern const HnFormSpec hn_form_m09;
extern const HnFormSpec hn_form_m10;
extern const HnFormSpec hn_form_m11;
extern const HnFormSpec hn_form_m12;
extern const HnFormSpec hn_form_m13;

HnReportForm *hn_report_form_new  (const char     *name,
                                   const char     *title,
                                   const HnColumn *columns,
                                   guint           n_columns);
void          hn_report_form_free (HnReportForm   *form);
void          hn_form_set_n_columns
                                  (HnReportForm   *form,
                                   guint           n_columns);
void          hn_form_set_column  (HnReportForm   *form,
                                   guint           column,
                                   const char     *group,
                                   const char     *header,
                                   HnColumnType    type,
                                   const char     *unit,
                                   gboolean        sum,
                                   double          width);
HnReportRow  *hn_form_add_row     (HnReportForm   *form,
                                   HnRowStyle      style);
void          hn_form_add_nothing (HnReportForm   *form);
void          hn_form_add_note    (HnReportForm   *form,
                                   const char     *format,
                                   ...) G_GNUC_PRINTF (2, 3);
gboolean      hn_form_sum_groups  (HnReportForm   *form,
                                   GError        **error);
gboolean      hn_form_add_total   (HnReportForm   *form,
                                   guint           label_column,
                                   const char     *label,
                                   GError        **error);
char         *hn_form_as_of       (const HnPeriod *period);
char         *hn_form_over        (const HnPeriod *period);

HnCell       *hn_row_cell         (HnReportRow    *row,
                                   guint           column);
void          hn_row_set_text     (HnReportRow    *row,
                                   guint           column,
                                   const char     *text);
void          hn_row_set_integer  (HnReportRow    *row,
                                   guint           column,
                                   gint64          number);
void          hn_row_set_decimal  (HnReportRow    *row,
                                   guint           column,
                                   gint64          number,
                                   guint           decimals);
void          hn_row_set_percent  (HnReportRow    *row,
                                   guint           column,
                                   gint64          number,
                                   guint           decimals);
void          hn_row_set_date     (HnReportRow    *row,
                                   guint           column,
                                   const char     *iso);

gboolean      hn_cell_is_number   (const HnCell   *cell);
double        hn_cell_to_double   (const HnCell   *cell);

gboolean      hn_add_checked      (gint64         *sum,
                                   gint64          number,
                                   GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportForm, hn_report_form_free)

G_END_DECLS
