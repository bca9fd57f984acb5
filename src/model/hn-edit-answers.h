/* The answers from which a field's value is chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-edit.h"

G_BEGIN_DECLS

typedef struct
{
  GVariant *value; /* NULL for no answer */
  char     *label;
} HnAnswer;

GPtrArray *hn_edit_list_answers  (HnEdit        *self,
                                  const HnField *field);
int        hn_edit_find_answer   (HnEdit        *self,
                                  const HnField *field,
                                  GPtrArray     *answers);
int        hn_answers_match      (GPtrArray     *answers,
                                  const char    *typed);
gboolean   hn_answers_are_few    (GPtrArray     *answers);

G_END_DECLS
