/* The areas of the register by the old map or the new one: districts until 30/06/2025, communes since. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef enum
{
  HN_MAP_DISTRICTS, /* as they were until 30/06/2025 */
  HN_MAP_COMMUNES,  /* as they are since 01/07/2025 */
} HnMap;

typedef struct _HnAreaMap HnAreaMap;

HnAreaMap  *hn_area_map_load         (HnRegister       *reg,
                                      HnMap             map,
                                      const char       *day,
                                      GError          **error);
void        hn_area_map_free         (HnAreaMap        *self);
gint64      hn_area_map_place        (const HnAreaMap  *self,
                                      gint64            area);
gint64      hn_area_map_province     (const HnAreaMap  *self,
                                      gint64            area);
const char *hn_area_map_get_name     (const HnAreaMap  *self,
                                      gint64            area);
const char *hn_area_map_get_district (const HnAreaMap  *self,
                                      gint64            area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnAreaMap, hn_area_map_free)

G_END_DECLS
