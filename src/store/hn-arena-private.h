/* How an arena is laid out; shared by the files that fill and search it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-arena.h"

G_BEGIN_DECLS

/* Numbers of words are of two bytes. */
#define HN_ARENA_MAX_WORDS 65536

/* Before a literal's text with its marks, where it has any. */
#define HN_ARENA_MARKED '\x03'

typedef struct _HnArenaMaking HnArenaMaking;

struct _HnArena
{
  GString       *folded;         /* the words of the dictionary, each with its NUL */
  GString       *marked;
  GArray        *folded_starts;  /* of guint32 */
  GArray        *marked_starts;
  GArray        *codes;          /* of guint16 */
  GArray        *starts;         /* of guint32: where in codes each row begins, and where the last one ends */
  GArray        *literals;       /* of char */
  GArray        *literal_starts; /* of guint32 */
  HnArenaMaking *making;         /* NULL once it is sealed */
};

/**
 * hn_arena_folded_word:
 *
 * Returns: (transfer none): the word of a code, without marks
 */
static inline const char *
hn_arena_folded_word (const HnArena *self,
                      guint          code)
{
  return self->folded->str + g_array_index (self->folded_starts, guint32, code);
}

/**
 * hn_arena_marked_word:
 *
 * Returns: (transfer none): the word with its marks
 */
static inline const char *
hn_arena_marked_word (const HnArena *self,
                      guint          code)
{
  return self->marked->str + g_array_index (self->marked_starts, guint32, code);
}

G_END_DECLS
