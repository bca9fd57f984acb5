/* The register that was opened last, as the desktop's search looks through it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-kind.h"

G_BEGIN_DECLS

/* So many results of a kind are found at most, of three kinds; a desktop shows fewer. */
#define HN_SEARCH_OF_KIND 7

typedef struct _HnSearch HnSearch;

HnSearch   *hn_search_new      (void);
void        hn_search_free     (HnSearch           *self);
void        hn_search_set_path (HnSearch           *self,
                                const char         *path);
const char *hn_search_get_path (HnSearch           *self);
GStrv       hn_search_find     (HnSearch           *self,
                                const char         *text,
                                GCancellable       *cancellable);
GStrv       hn_search_narrow   (HnSearch           *self,
                                const char *const  *results,
                                const char         *text,
                                GCancellable       *cancellable);
GVariant   *hn_search_describe (HnSearch           *self,
                                const char *const  *results);
gboolean    hn_search_parse    (const char         *result,
                                const HnKind      **kind,
                                gint64             *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSearch, hn_search_free)

G_END_DECLS
