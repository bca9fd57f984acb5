/* A page of the guide: what its Mallard file says, as a tree that knows nothing of how it is shown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HN_HELP_PLAIN,
  HN_HELP_STRONG, /* a word of the program: a button, a menu, a field */
  HN_HELP_EMPHASIS,
  HN_HELP_KEY,
  HN_HELP_INPUT,  /* what the person types */
  HN_HELP_FILE,
  HN_HELP_LINK,
} HnHelpStyle;

/* A piece of a line in one style. */
typedef struct
{
  HnHelpStyle style;
  char       *text;
  char       *target; /* of a link: "page" or "page#section" */
} HnHelpSpan;

typedef enum
{
  HN_HELP_PARAGRAPH,
  HN_HELP_SECTION,
  HN_HELP_STEPS,
  HN_HELP_BULLETS,
  HN_HELP_TERMS,
  HN_HELP_ITEM,
  HN_HELP_NOTE,
  HN_HELP_TABLE,
  HN_HELP_TABLE_ROW,
  HN_HELP_TABLE_CELL,
} HnHelpBlockType;

typedef enum
{
  HN_HELP_TONE_PLAIN,
  HN_HELP_TONE_TIP,
  HN_HELP_TONE_IMPORTANT,
  HN_HELP_TONE_WARNING,
} HnHelpTone;

typedef struct
{
  HnHelpBlockType type;
  HnHelpTone      tone;     /* of a note */
  char           *id;       /* of a section, or NULL */
  GPtrArray      *title;    /* of HnHelpSpan: of a section, an item of terms, a note; may be empty */
  GPtrArray      *spans;    /* of HnHelpSpan: of a paragraph */
  GPtrArray      *children; /* of HnHelpBlock */
} HnHelpBlock;

typedef struct
{
  char        *id;
  char        *title;
  char        *description;
  char        *sort;     /* its place among the topics of its guide */
  GPtrArray   *guides;   /* of char: where its link stands, "index#enter" */
  GPtrArray   *see_also; /* of char: pages */
  HnHelpBlock *body;     /* a section without a title */
} HnHelpPage;

HnHelpPage *hn_help_page_parse  (const char       *text,
                                 gssize            length,
                                 GError          **error);
void        hn_help_page_free   (HnHelpPage       *page);

char       *hn_help_spans_text  (const GPtrArray  *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnHelpPage, hn_help_page_free)

G_END_DECLS
