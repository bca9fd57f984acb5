/* The sample register, and registers full of invented people. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

#define HN_SAMPLE_ERROR (hn_sample_error_quark ())

typedef enum
{
  HN_SAMPLE_ERROR_DATA, /* a table of the sample says what the register refuses */
} HnSampleError;

GQuark      hn_sample_error_quark  (void);

HnRegister *hn_sample_write        (const char   *path,
                                    GError      **error);
HnRegister *hn_sample_write_people (const char   *path,
                                    guint         people,
                                    GError      **error);
gboolean    hn_generate_people     (HnRegister   *reg,
                                    guint         people,
                                    HnBatchMode   mode,
                                    GError      **error);

G_END_DECLS
