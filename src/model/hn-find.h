/* What is typed to find a record of any kind, and the latest answer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-find-job.h"

G_BEGIN_DECLS

typedef enum
{
  HN_FIND_WAITING, /* nothing to show yet */
  HN_FIND_FOUND,
  HN_FIND_NOTHING, /* to the words that were typed */
  HN_FIND_NO_RECENT, /* and nothing was typed */
  HN_FIND_FAILED,
} HnFindState;

#define HN_TYPE_FIND (hn_find_get_type ())
G_DECLARE_FINAL_TYPE (HnFind, hn_find, HN, FIND, GObject)

HnFind       *hn_find_new         (HnStore    *store);
const char   *hn_find_get_text    (HnFind     *self);
void          hn_find_set_text    (HnFind     *self,
                                   const char *text);
HnFindState   hn_find_get_state   (HnFind     *self);
GPtrArray    *hn_find_get_groups  (HnFind     *self);
const char   *hn_find_get_answered(HnFind     *self);
const GError *hn_find_get_error   (HnFind     *self);

G_END_DECLS
