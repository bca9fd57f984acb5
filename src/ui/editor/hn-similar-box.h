/* What looks like the record that is typed, above its form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-store.h"

G_BEGIN_DECLS

#define HN_TYPE_SIMILAR_BOX (hn_similar_box_get_type ())
G_DECLARE_FINAL_TYPE (HnSimilarBox, hn_similar_box, HN, SIMILAR_BOX, AdwBin)

/* Signal "show-record" (HnSimilarBox *box, gint64 id): a person wants to see one of them. */

void hn_similar_box_set_similar (HnSimilarBox *self,
                                 GPtrArray    *similar);

G_END_DECLS
