/* What a verb prints: gathered, written in large pieces, and given up when nobody reads on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HnOutput HnOutput;

HnOutput *hn_output_new       (int          fd);
void      hn_output_free      (HnOutput    *output);
void      hn_output_text      (HnOutput    *output,
                               const char  *text);
void      hn_output_printf    (HnOutput    *output,
                               const char  *format,
                               ...) G_GNUC_PRINTF (2, 3);
gboolean  hn_output_is_closed (HnOutput    *output);
gboolean  hn_output_finish    (HnOutput    *output,
                               GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnOutput, hn_output_free)

G_END_DECLS
