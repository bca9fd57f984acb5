/* The editing of one record, from the first key to the save. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-context.h"
#include "hn-draft.h"

G_BEGIN_DECLS

#define HN_EDIT_ERROR (hn_edit_error_quark ())

/* What a save waits for a person to decide. */
typedef enum
{
  HN_EDIT_ERROR_SAME,  /* hn_edit_get_same() is there already */
  HN_EDIT_ERROR_CLASH, /* hn_edit_list_clashes() were changed by somebody else too */
  HN_EDIT_ERROR_GONE,  /* somebody else has deleted the record */
} HnEditError;

GQuark hn_edit_error_quark (void);

#define HN_TYPE_EDIT (hn_edit_get_type ())
G_DECLARE_FINAL_TYPE (HnEdit, hn_edit, HN, EDIT, GObject)

HnEdit         *hn_edit_new           (HnContext            *context,
                                       const HnRecord       *record);
HnContext      *hn_edit_get_context   (HnEdit               *self);
const HnKind   *hn_edit_get_kind      (HnEdit               *self);
HnDraft        *hn_edit_get_draft     (HnEdit               *self);
GPtrArray      *hn_edit_get_layout    (HnEdit               *self);
gboolean        hn_edit_get_saving    (HnEdit               *self);
void            hn_edit_start_over    (HnEdit               *self);
HnRecord       *hn_edit_begin_other   (HnEdit               *self,
                                       const HnKind         *kind,
                                       const char           *title);

void            hn_edit_set_input     (HnEdit               *self,
                                       const HnField        *field,
                                       const char           *text);
void            hn_edit_set_value     (HnEdit               *self,
                                       const HnField        *field,
                                       GVariant             *value,
                                       const char           *shown);
void            hn_edit_leave         (HnEdit               *self,
                                       const HnField        *field);

const char     *hn_edit_get_problem   (HnEdit               *self,
                                       const HnField        *field);
const HnField  *hn_edit_first_problem (HnEdit               *self);
char           *hn_edit_get_hint      (HnEdit               *self,
                                       const HnField        *field);

/* --- several values (hn-edit-values.c) ------------------------------ */
void            hn_edit_add_value     (HnEdit               *self,
                                       const HnField        *field,
                                       GVariant             *value,
                                       const char           *name);
void            hn_edit_remove_value  (HnEdit               *self,
                                       const HnField        *field,
                                       guint                 index);
GStrv           hn_edit_list_values   (HnEdit               *self,
                                       const HnField        *field);

/* --- what looks like it (hn-edit-similar.c) ------------------------- */
GPtrArray      *hn_edit_get_similar   (HnEdit               *self);
const HnSimilar *
                hn_edit_get_same      (HnEdit               *self);
void            hn_edit_allow_same    (HnEdit               *self);

/* --- what others do to it (hn-edit-watch.c) ------------------------- */

/* A field that two people have changed; values are as they are printed, NULL is empty. */
typedef struct
{
  const HnField *field;
  char          *before;
  char          *theirs;
  char          *mine;
} HnClash;

GPtrArray      *hn_edit_get_news      (HnEdit               *self);
GPtrArray      *hn_edit_list_clashes  (HnEdit               *self);
char           *hn_edit_get_mark      (HnEdit               *self,
                                       const HnField        *field);
void            hn_edit_settle        (HnEdit               *self,
                                       const HnField        *field,
                                       gboolean              take_theirs);
gboolean        hn_edit_is_gone       (HnEdit               *self);
void            hn_edit_make_new      (HnEdit               *self);

/* --- saving (hn-edit-save.c) ---------------------------------------- */
void            hn_edit_save_async    (HnEdit               *self,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean        hn_edit_save_finish   (HnEdit               *self,
                                       GAsyncResult         *result,
                                       gint64               *id,
                                       GError              **error);
const HnRecord *hn_edit_get_saved     (HnEdit               *self);
guint           hn_edit_get_n_saved   (HnEdit               *self);

G_END_DECLS
