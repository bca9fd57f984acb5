/* The invented members, officers and compatriots of the sample register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-sample-loader.h"

G_BEGIN_DECLS

gboolean hn_sample_people_add (HnSampleLoader  *loader,
                               GError         **error);

G_END_DECLS
