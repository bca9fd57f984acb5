/* What a person typed into a search field, and how well a text answers it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* From best to worst; 0 is no match. A text's rank is that of its worst word. */
typedef enum
{
  HN_MATCH_NONE,
  HN_MATCH_EXACT,    /* every word stands in the text with the very marks that were typed */
  HN_MATCH_WORD,     /* whole words, marks ignored where none were typed */
  HN_MATCH_PREFIX,   /* beginnings of words */
  HN_MATCH_INSIDE,   /* somewhere in a word */
  HN_MATCH_INITIALS, /* nvd for Nguyễn Văn Đức */
} HnMatch;

#define HN_TYPE_QUERY (hn_query_get_type ())

typedef struct _HnQuery HnQuery;

GType    hn_query_get_type (void);
HnQuery *hn_query_new      (const char    *text);
void     hn_query_unref    (HnQuery       *query);
gboolean hn_query_is_empty (const HnQuery *query);
HnMatch  hn_query_match    (const HnQuery *query,
                            const char    *folded,
                            const char    *marked);

/* A search over words that stand in many records looks at each of them once; see hn_query_match_part(). */
guint       hn_query_n_words    (const HnQuery *query);
guint       hn_query_n_parts    (const HnQuery *query);
const char *hn_query_part_text  (const HnQuery *query,
                                 guint          part);
HnMatch     hn_query_match_part (const HnQuery *query,
                                 guint          part,
                                 const char    *folded,
                                 const char    *marked);
gboolean    hn_query_narrows    (const char    *wider,
                                 const char    *narrower);

/* The text that a record is found by; see hn_haystack_add(). */
typedef struct _HnHaystack HnHaystack;

HnHaystack *hn_haystack_new       (void);
void        hn_haystack_free      (HnHaystack *haystack);
void        hn_haystack_add       (HnHaystack *haystack,
                                   const char *text);
void        hn_haystack_add_name  (HnHaystack *haystack,
                                   const char *name);
void        hn_haystack_add_phone (HnHaystack *haystack,
                                   const char *phone);
const char *hn_haystack_folded    (HnHaystack *haystack);
const char *hn_haystack_marked    (HnHaystack *haystack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnQuery, hn_query_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnHaystack, hn_haystack_free)

G_END_DECLS
