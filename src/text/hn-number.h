/* Whole and scaled numbers, read and printed as Vietnamese offices write them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HN_NUMBER_ERROR (hn_number_error_quark ())

typedef enum
{
  HN_NUMBER_ERROR_NOT_A_NUMBER,
  HN_NUMBER_ERROR_TOO_LARGE,
  HN_NUMBER_ERROR_TOO_PRECISE,
  HN_NUMBER_ERROR_AMBIGUOUS,
} HnNumberError;

GQuark   hn_number_error_quark (void);
gboolean hn_number_parse       (const char *text,
                                guint       decimals,
                                gint64     *scaled,
                                GError    **error);
char    *hn_number_print       (gint64      scaled,
                                guint       decimals);
char    *hn_number_print_full  (gint64      scaled,
                                guint       decimals);
char    *hn_number_to_c        (gint64      scaled,
                                guint       decimals);

G_END_DECLS
