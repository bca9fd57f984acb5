/* A query that was read; shared by the files that read it and match it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-letter.h"
#include "hn-query.h"

G_BEGIN_DECLS

typedef struct
{
  HnLetter *letters; /* the tone where it was typed */
  gsize     n_letters;
  GString  *folded;
  GString  *marked;
  gboolean  has_marks;
  gboolean  maybe_initials;
  gboolean  maybe_phone;
} HnQueryWord;

struct _HnQuery
{
  GArray *words;        /* of HnQueryWord, the longest first: it is the rarest */
  char   *digits;       /* of what may be a phone number, else NULL */
  char   *number_start; /* the same behind the sign of a phone line, as it is dialled at home, else NULL */
};

G_END_DECLS
