/* A list, and somebody who only listens to what it announces. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model-fixture.h"

G_BEGIN_DECLS

/* What the list has announced, as somebody knows it who only listens. */
typedef struct
{
  HnRecordList *list;
  GArray       *ids;
  guint         n_signals;
  guint         position;
  guint         removed;
  guint         added;
} ListListener;

void          list_listener_start  (ListListener *listener,
                                    HnRecordList *list);
void          list_listener_stop   (ListListener *listener);
void          list_listener_assert (ListListener *listener,
                                    guint         n_signals,
                                    guint         position,
                                    guint         removed,
                                    guint         added);
gint64        list_item_id         (HnRecordList *list,
                                    guint         position);
HnRecordList *list_create          (ModelFixture *fixture);
void          list_assert_name     (HnRecordList *list,
                                    guint         position,
                                    const char   *expected);
void          list_assert_blank    (HnRecordList *list,
                                    guint         position);

G_END_DECLS
