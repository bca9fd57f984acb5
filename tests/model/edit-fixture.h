/* Records that are edited: begun, saved, and gone when nobody edits them any more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-edit.h"
#include "model-fixture.h"

G_BEGIN_DECLS

HnEdit        *edit_new         (ModelFixture *fixture,
                                 const char   *kind);
void           edit_assert_goes (HnEdit       *edit);
const HnField *edit_field       (HnEdit       *edit,
                                 const char   *name);
gint64         edit_save        (HnEdit       *edit);
HnRecord      *edit_load        (ModelFixture *fixture,
                                 const char   *kind,
                                 gint64        id);

G_END_DECLS
