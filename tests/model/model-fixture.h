/* A register of its own for each test of the model, with some campaigns in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-context.h"
#include "hn-record-list.h"

G_BEGIN_DECLS

typedef struct
{
  char         *folder;
  char         *path;
  HnStore      *store;
  HnContext    *context;
  const HnKind *kind; /* of the campaigns */
} ModelFixture;

void      model_fixture_set_up     (ModelFixture  *fixture,
                                    gconstpointer  n_campaigns);
void      model_fixture_tear_down  (ModelFixture  *fixture,
                                    gconstpointer  n_campaigns);
HnRecord *model_fixture_campaign   (const char    *name);
gint64    model_fixture_save       (ModelFixture  *fixture,
                                    HnRecord      *record);
void      model_fixture_delete     (ModelFixture  *fixture,
                                    gint64         id);
void      model_fixture_wait       (HnListQuery   *query);
void      model_fixture_settle     (HnRecordList  *list);

G_END_DECLS
