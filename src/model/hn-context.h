/* What every page and dialog of a window is handed: the store, and what the office has settled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"
#include "hn-tone-marks.h"
#include "hn-words.h"

G_BEGIN_DECLS

#define HN_TYPE_CONTEXT (hn_context_get_type ())
G_DECLARE_FINAL_TYPE (HnContext, hn_context, HN, CONTEXT, GObject)

HnContext    *hn_context_new            (HnStore   *store);
HnStore      *hn_context_get_store      (HnContext *self);
HnRegister   *hn_context_get_reader     (HnContext *self);
GSettings    *hn_context_get_settings   (HnContext *self);
HnWordsFlags  hn_context_get_words      (HnContext *self);
HnToneMarks   hn_context_get_tone_marks (HnContext *self);
const char   *hn_context_get_undo_title (HnContext *self);
const char   *hn_context_get_redo_title (HnContext *self);

G_END_DECLS
