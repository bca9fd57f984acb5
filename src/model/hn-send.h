/* A report marked as sent, on the thread that writes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-gauge.h"
#include "hn-store.h"
#include "hn-submission.h"

G_BEGIN_DECLS

/* What is likely, before a person has said anything. */
typedef struct
{
  char  *number;  /* the next one */
  char  *sent_to; /* whom the office's profile addresses, or NULL */
  HnDate before;  /* when the same forms of the same period were last sent; unset: never */
} HnSendOffer;

void             hn_send_offer_free        (HnSendOffer              *offer);
void             hn_send_offer_load_async  (HnStore                  *store,
                                            const HnReportOptions    *options,
                                            GCancellable             *cancellable,
                                            GAsyncReadyCallback       callback,
                                            gpointer                  user_data);
HnSendOffer     *hn_send_offer_load_finish (HnStore                  *store,
                                            GAsyncResult             *result,
                                            GError                  **error);

HnReportOptions *hn_report_options_copy    (const HnReportOptions    *options);
void             hn_report_options_free    (HnReportOptions          *options);

void             hn_send_async             (HnStore                  *store,
                                            const char               *title,
                                            const HnReportOptions    *options,
                                            const HnSubmissionFacts  *facts,
                                            HnGauge                  *gauge,
                                            GCancellable             *cancellable,
                                            GAsyncReadyCallback       callback,
                                            gpointer                  user_data);
gint64           hn_send_finish            (HnStore                  *store,
                                            GAsyncResult             *result,
                                            gint64                   *change,
                                            GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportOptions, hn_report_options_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSendOffer, hn_send_offer_free)

G_END_DECLS
