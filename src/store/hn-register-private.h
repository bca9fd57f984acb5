/* What the files of the store share about a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "hn-plan.h"
#include "hn-register.h"
#include "hn-statement.h"

G_BEGIN_DECLS

/* A record that a transaction changed. */
typedef struct
{
  const HnKind *kind;
  gint64        id;
  HnChangeType  type;
  gboolean      renamed; /* what others are found and ordered by has changed */
  HnRecord     *record;  /* as it is stored now; NULL: to be read */
} HnTouch;

/* What hangs on one BEGIN: a single save, or a batch of them. */
typedef struct
{
  HnBatchMode      mode;
  char            *title;   /* of a batch that was begun by hn_register_begin(), else NULL */
  gboolean         batch;
  gboolean         failed;  /* a part of an unrecorded batch failed half-way: it cannot be committed */
  sqlite3_session *session; /* NULL in HN_BATCH_INITIAL */
  GArray          *touches; /* of HnTouch: whose search rows are to be remade */
  GPtrArray       *changes; /* of HnRecordChange; NULL: too many to list */
} HnTransaction;

typedef struct _HnRosters HnRosters;

struct _HnRegister
{
  GObject        parent_instance;
  char          *path;
  sqlite3       *db;
  gboolean       read_only;
  GHashTable    *statements;  /* SQL to sqlite3_stmt, those that are not in use */
  GHashTable    *plans;       /* kind to HnPlan */
  GHashTable    *columns;     /* table to GStrv of its columns in their order */
  HnTransaction *transaction; /* NULL outside of one */
  GPtrArray     *changes;     /* of the last commit */
  HnRosters     *rosters;     /* its store's, for its reading thread; else NULL */
  GCancellable  *cancellable; /* of what is being done with it; or NULL */
  void         (*let_save) (gpointer data); /* its store's, while it runs a job; or NULL */
  gpointer       let_save_data;
};

/* --- hn-register-error.c */
void           hn_register_set_error       (HnRegister      *self,
                                            GError         **error);
void           hn_register_set_file_error  (const char      *path,
                                            int              code,
                                            int              system_error,
                                            const char      *detail,
                                            GError         **error);

/* --- hn-register.c */
HnRegister    *hn_register_open_again      (const char      *path,
                                            HnRegisterMode   mode,
                                            GError         **error);
const HnPlan  *hn_register_get_plan        (HnRegister      *self,
                                            const HnKind    *kind);
gboolean       hn_register_execute         (HnRegister      *self,
                                            const char      *sql,
                                            GError         **error);
gboolean       hn_register_get_number      (HnRegister      *self,
                                            const char      *sql,
                                            gint64          *number,
                                            GError         **error);
gboolean       hn_register_get_state       (HnRegister      *self,
                                            gint64          *data_version,
                                            gint64          *number);

/* --- hn-register-read.c */
HnRecord      *hn_register_find            (HnRegister      *self,
                                            const HnKind    *kind,
                                            gint64           id,
                                            GError         **error);
gboolean       hn_register_exists          (HnRegister      *self,
                                            const HnKind    *kind,
                                            gint64           id);

/* --- hn-register-title.c */
void           hn_register_fill_shown_vi   (HnRegister      *self,
                                            HnRecord        *record);
void           hn_register_fill_shown      (HnRegister      *self,
                                            HnRecord        *record);
char          *hn_register_title_words     (HnRegister      *self,
                                            const HnKind    *kind,
                                            gint64           id);
char          *hn_record_title_words       (const HnRecord  *record);
gint64         hn_register_find_country    (HnRegister      *self,
                                            const char      *code);
gboolean       hn_kind_title_uses          (const HnKind    *kind,
                                            const HnField   *field);
gboolean       hn_kind_is_known_by         (const HnKind    *kind,
                                            const HnField   *field);

/* --- hn-saved-list-shown.c */
void           hn_saved_list_fill_shown    (HnRegister      *self,
                                            HnRecord        *record);

/* --- hn-transaction.c */
gboolean       hn_transaction_begin        (HnRegister      *self,
                                            HnBatchMode      mode,
                                            GError         **error);
gboolean       hn_transaction_defer        (HnRegister      *self,
                                            GError         **error);
gboolean       hn_transaction_enter        (HnRegister      *self,
                                            GError         **error);
gboolean       hn_transaction_leave        (HnRegister      *self,
                                            gboolean         good,
                                            const char      *action,
                                            const HnKind    *kind,
                                            gint64           id,
                                            const char      *title,
                                            GError         **error);
gboolean       hn_transaction_commit       (HnRegister      *self,
                                            const char      *action,
                                            const HnKind    *kind,
                                            gint64           id,
                                            const char      *title,
                                            gint64           of,
                                            GError         **error);
void           hn_transaction_rollback     (HnRegister      *self);
GPtrArray     *hn_register_take_changes    (HnRegister      *self);

/* --- hn-transaction-touch.c */
void           hn_transaction_touch        (HnRegister      *self,
                                            const HnKind    *kind,
                                            gint64           id,
                                            HnChangeType     type,
                                            gboolean         renamed,
                                            HnRecord        *record);
gboolean       hn_transaction_remake       (HnRegister      *self,
                                            GError         **error);
HnRecordChange *
               hn_record_change_new        (HnChangeType     type,
                                            const HnKind    *kind,
                                            gint64           id);
void           hn_record_change_free       (HnRecordChange  *change);

/* --- hn-register-write.c */
gboolean       hn_register_write           (HnRegister      *self,
                                            HnRecord        *record,
                                            const HnRecord  *before,
                                            GError         **error);

gboolean       hn_register_save_based      (HnRegister      *self,
                                            HnRecord        *record,
                                            const HnRecord  *base,
                                            GError         **error);

/* --- hn-register-merge.c */
gboolean       hn_register_merge           (HnRegister      *self,
                                            HnRecord        *record,
                                            const HnRecord  *base,
                                            const HnRecord  *stored,
                                            GError         **error);

/* --- hn-register-blockers.c */
GArray        *hn_register_find_blockers   (HnRegister      *self,
                                            gint64           number,
                                            GBytes          *changeset,
                                            gboolean        *fits,
                                            GError         **error);

/* --- hn-register-history.c */
GPtrArray     *hn_register_read_heads      (HnRegister      *self,
                                            GArray          *numbers,
                                            GError         **error);

/* --- hn-search-text.c */
gboolean       hn_search_write             (HnRegister      *self,
                                            HnRecord        *record,
                                            gboolean         fresh,
                                            GError         **error);
gboolean       hn_search_remake            (HnRegister      *self,
                                            const HnKind    *kind,
                                            gint64           id,
                                            GError         **error);
gboolean       hn_search_compare           (HnRegister      *self,
                                            HnRecord        *record,
                                            gboolean        *same,
                                            GError         **error);
gboolean       hn_search_depends_on        (const HnKind    *kind,
                                            const HnField   *field);

G_END_DECLS
