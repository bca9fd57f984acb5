/* The guide in one language: its pages in the order in which they are read, and what is found in them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "hn-help-page.h"

G_BEGIN_DECLS

/* The page that all others are reached from. */
#define HN_HELP_INDEX "index"

#define HN_TYPE_HELP_BOOK (hn_help_book_get_type ())
G_DECLARE_FINAL_TYPE (HnHelpBook, hn_help_book, HN, HELP_BOOK, GObject)

/* A page that answers what was asked. */
typedef struct
{
  const HnHelpPage *page;
  const char       *words; /* of it, the line that answers; the description where that is the title */
} HnHelpHit;

void              hn_help_init             (void);

HnHelpBook       *hn_help_book_new         (const char        *language);
const GPtrArray  *hn_help_book_get_pages   (HnHelpBook        *self);
const HnHelpPage *hn_help_book_get_page    (HnHelpBook        *self,
                                            const char        *target);
GPtrArray        *hn_help_book_list_topics (HnHelpBook        *self,
                                            const char        *page,
                                            const char        *section);
GArray           *hn_help_book_search      (HnHelpBook        *self,
                                            const char        *text);
char             *hn_help_target_section   (const char        *target);

G_END_DECLS
