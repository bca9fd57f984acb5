/* The editing of one record, seen by the files that make it up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-edit.h"

G_BEGIN_DECLS

struct _HnEdit
{
  GObject parent_instance;

  HnContext    *context;
  HnWordsFlags  words;
  const HnKind *kind;            /* or the view that it is edited in */
  GPtrArray    *layout;          /* of HnEditSection */
  HnDraft      *draft;
  GPtrArray    *problems;        /* of HnProblem: all that keep it from being saved */
  GPtrArray    *refused;         /* of HnProblem: what the register said at the last try */
  GHashTable   *left;            /* the fields that were left once; a name is new with each letter */
  GHashTable   *looked_up;       /* HnField → the words that the register is being asked about */
  GHashTable   *names;           /* "kind:id" → what a chosen record is called */
  gboolean      tried;           /* to save: every problem is shown from now on */
  gboolean      saving;
  guint         n_tries;         /* of one save, which begins anew where somebody else was faster */

  HnRecord     *saved;           /* the last one, or NULL */
  guint         n_saved;         /* in this form */

  GPtrArray    *similar;         /* of HnSimilar */
  HnRecord     *asked;           /* what the register was last asked about, or NULL */
  gboolean      asking;
  HnSimilar    *same;            /* what the register has already, by all that is known, or NULL */
  gboolean      same_is_another; /* a person said so */

  GPtrArray    *news;            /* of HnField: what somebody else has changed */
  GHashTable   *clashes;         /* HnField → what it was before both changed it, printed */
  guint         reading;         /* the number of the last question about the record as it is stored */
  gboolean      gone;            /* somebody else has deleted it */
};

typedef enum
{
  HN_EDIT_PROP_0,
  HN_EDIT_PROP_DRAFT,
  HN_EDIT_PROP_PROBLEMS,
  HN_EDIT_PROP_SAVING,
  HN_EDIT_PROP_SIMILAR,
  HN_EDIT_PROP_NEWS,
  HN_EDIT_N_PROPS,
} HnEditProperty;

/* --- hn-edit.c */
void hn_edit_notify       (HnEdit         *self,
                           HnEditProperty  property);
void hn_edit_take_draft   (HnEdit         *self,
                           HnDraft        *draft);

/* --- hn-edit-problems.c */
void hn_edit_refuse         (HnEdit        *self,
                             const HnField *field,
                             const char    *message);
void hn_edit_forget_refusal (HnEdit        *self,
                             const HnField *field);

/* --- hn-edit-lookup.c */
void hn_edit_look_up      (HnEdit         *self,
                           const HnField  *field);

/* --- hn-edit-similar.c */
void hn_edit_ask_similar  (HnEdit         *self,
                           const HnField  *field);
void hn_edit_drop_similar (HnEdit         *self);

/* --- hn-edit-watch.c */
void hn_edit_watch        (HnEdit         *self);
void hn_edit_take_theirs  (HnEdit         *self,
                           const HnRecord *theirs);
void hn_edit_forget_news  (HnEdit         *self);
gpointer hn_edit_load_job (HnRegister     *reg,
                           gpointer        record,
                           GCancellable   *cancellable,
                           GError        **error);

G_END_DECLS
