/* Puts the tables of the sample into a register; rows point to each other by keys. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct _HnSampleLoader HnSampleLoader;

HnSampleLoader *hn_sample_loader_new    (HnRegister      *reg);
void            hn_sample_loader_free   (HnSampleLoader  *loader);
HnRegister     *hn_sample_loader_get_register
                                        (HnSampleLoader  *loader);
gboolean        hn_sample_loader_add    (HnSampleLoader  *loader,
                                         const char      *kind,
                                         GError         **error);
gboolean        hn_sample_loader_save   (HnSampleLoader  *loader,
                                         HnRecord        *record,
                                         const char      *key,
                                         GError         **error);
gint64          hn_sample_loader_lookup (HnSampleLoader  *loader,
                                         const char      *key);
const char     *hn_sample_loader_get_key(HnSampleLoader  *loader,
                                         gint64           id);
GPtrArray      *hn_sample_loader_list   (HnSampleLoader  *loader,
                                         const char      *kind,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnSampleLoader, hn_sample_loader_free)

G_END_DECLS
