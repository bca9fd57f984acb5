/* The register file: opened, read, changed, and every change recorded. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-record.h"
#include "hn-value.h"

G_BEGIN_DECLS

/* "HNG1", in the header of every register. */
#define HN_REGISTER_APPLICATION_ID 0x484e4731

#define HN_REGISTER_ERROR (hn_register_error_quark ())

/* The message of an error in this domain is a whole sentence for the user, with what to do next, in the user's
 * language. */
typedef enum
{
  HN_REGISTER_ERROR_NO_PATH,      /* an empty path */
  HN_REGISTER_ERROR_MISSING,      /* no such file */
  HN_REGISTER_ERROR_IS_FOLDER,
  HN_REGISTER_ERROR_EXISTS,       /* would be overwritten */
  HN_REGISTER_ERROR_FOREIGN,      /* not a register */
  HN_REGISTER_ERROR_DAMAGED,
  HN_REGISTER_ERROR_NEWER,        /* made by a newer version of the program */
  HN_REGISTER_ERROR_READ_ONLY,
  HN_REGISTER_ERROR_LOCKED,       /* another program holds it */
  HN_REGISTER_ERROR_FULL,         /* no space left on the disk */
  HN_REGISTER_ERROR_NO_RECORD,
  HN_REGISTER_ERROR_INVALID,      /* the record breaks a rule; see hn_register_check_record() */
  HN_REGISTER_ERROR_POINTED_AT,   /* others refer to the record that is to be deleted */
  HN_REGISTER_ERROR_NOTHING,      /* nothing to undo or redo */
  HN_REGISTER_ERROR_CONFLICT,     /* later changes stand on the one to be undone */
  HN_REGISTER_ERROR_CHANGED,      /* somebody else changed or deleted the record meanwhile */
  HN_REGISTER_ERROR_FAILED,       /* anything else that SQLite or the system said */
} HnRegisterError;

GQuark hn_register_error_quark (void);

typedef enum
{
  HN_REGISTER_READ_WRITE, /* falls back to reading when the file cannot be written */
  HN_REGISTER_READ_ONLY,
  HN_REGISTER_AS_IT_IS,   /* to be read, and refused where it would have to be brought up to date first */
} HnRegisterMode;

#define HN_TYPE_REGISTER (hn_register_get_type ())
G_DECLARE_FINAL_TYPE (HnRegister, hn_register, HN, REGISTER, GObject)

/* --- the file ------------------------------------------------------- */
HnRegister *hn_register_create       (const char      *path,
                                      GError         **error);
HnRegister *hn_register_open         (const char      *path,
                                      HnRegisterMode   mode,
                                      GError         **error);
const char *hn_register_get_path     (HnRegister      *self);
gboolean    hn_register_is_read_only (HnRegister      *self);
GPtrArray  *hn_register_verify       (HnRegister      *self,
                                      GCancellable    *cancellable,
                                      GError         **error);
gboolean    hn_register_copy_to      (HnRegister      *self,
                                      const char      *path,
                                      GError         **error);

/* --- reading (hn-register-read.c) ----------------------------------- */
HnRecord   *hn_register_load         (HnRegister      *self,
                                      const HnKind    *kind,
                                      gint64           id,
                                      GError         **error);
GPtrArray  *hn_register_load_many    (HnRegister      *self,
                                      const HnKind    *kind,
                                      const gint64    *ids,
                                      gsize            n_ids,
                                      GError         **error);
GPtrArray  *hn_register_load_many_vi (HnRegister      *self,
                                      const HnKind    *kind,
                                      const gint64    *ids,
                                      gsize            n_ids,
                                      GError         **error);
const HnKind *
            hn_register_find_kind    (HnRegister      *self,
                                      gint64           id);
GBytes     *hn_register_read_content (HnRegister      *self,
                                      const HnKind    *kind,
                                      gint64           id,
                                      const char      *field,
                                      GError         **error);
char       *hn_register_get_title    (HnRegister      *self,
                                      const HnKind    *kind,
                                      gint64           id);
char       *hn_register_get_title_vi (HnRegister      *self,
                                      const HnKind    *kind,
                                      gint64           id);
GVariant   *hn_register_parse        (HnRegister      *self,
                                      const HnField   *field,
                                      const char      *text,
                                      const char      *currency,
                                      GError         **error);
gboolean    hn_register_set_input    (HnRegister      *self,
                                      HnRecord        *record,
                                      const char      *field,
                                      const char      *text,
                                      GError         **error);

/* --- lists (hn-register-list.c) ------------------------------------- */

/* Which records of a kind, and in which order. */
typedef struct
{
  const HnKind  *kind;       /* or a view */
  const char    *search;     /* as typed, or NULL */
  const char    *const *where; /* conditions as of hn_where_add(), NULL-terminated, or NULL */
  const char    *sort;       /* a field name, - before it is descending; NULL is the kind's own order */
  gint64         limit;      /* 0 is all */
} HnListing;

GArray     *hn_register_list         (HnRegister      *self,
                                      const HnListing *listing,
                                      GCancellable    *cancellable,
                                      GError         **error);
gint64      hn_register_count        (HnRegister      *self,
                                      const HnListing *listing,
                                      GError         **error);
char       *hn_condition_describe    (HnRegister      *self,
                                      const HnKind    *kind,
                                      const char      *condition);

/* --- records that look like one (hn-register-similar.c) ------------- */
typedef struct
{
  gint64  id;
  char   *title;
  char   *reason; /* what is alike, a sentence for the user */
} HnSimilar;

void        hn_similar_free          (HnSimilar       *similar);
GPtrArray  *hn_register_find_similar (HnRegister      *self,
                                      const HnRecord  *record,
                                      guint            limit,
                                      GError         **error);

/* --- changing (hn-register-write.c) --------------------------------- */
GPtrArray  *hn_register_check_record (HnRegister      *self,
                                      const HnRecord  *record,
                                      GError         **error);
gboolean    hn_register_begin_read   (HnRegister      *self,
                                      gboolean        *begun,
                                      GError         **error);
void        hn_register_end_read     (HnRegister      *self,
                                      gboolean         begun);
gboolean    hn_register_save         (HnRegister      *self,
                                      HnRecord        *record,
                                      GError         **error);
gboolean    hn_register_save_over    (HnRegister      *self,
                                      HnRecord        *record,
                                      const HnRecord  *base,
                                      GError         **error);

/* A record that could not be given a value, and why. */
typedef struct
{
  gint64  id;
  char   *title;
  char   *message; /* whole sentences for the user */
} HnRefusal;

void        hn_refusal_free          (HnRefusal       *refusal);
gboolean    hn_register_set_fields   (HnRegister      *self,
                                      const HnKind    *kind,
                                      const gint64    *ids,
                                      gsize            n_ids,
                                      const char      *field,
                                      GVariant        *value,
                                      GCancellable    *cancellable,
                                      GPtrArray      **refusals,
                                      GError         **error);

/* What refers to a record by one field. */
typedef struct
{
  const HnKind  *kind;
  const HnField *field;
  guint          n_records;
  gboolean       can_clear; /* the field may be empty */
} HnDependents;

typedef enum
{
  HN_DELETE_ALONE,   /* only if nothing refers to the record */
  HN_DELETE_CLEAR,   /* empty the fields that refer to it; what cannot be without it goes too */
  HN_DELETE_ALONG,   /* delete what refers to it too; a list only loses it */
  HN_DELETE_REPLACE, /* let them refer to another record of its kind */
} HnDeleteMode;

GPtrArray  *hn_register_dependents   (HnRegister      *self,
                                      const HnKind    *kind,
                                      gint64           id,
                                      GError         **error);
gboolean    hn_register_delete       (HnRegister      *self,
                                      const HnKind    *kind,
                                      gint64           id,
                                      HnDeleteMode     mode,
                                      gint64           replacement,
                                      GError         **error);

/* Several saves and deletions as one change, or the first content of a register, which is not recorded. */
typedef enum
{
  HN_BATCH_RECORDED,
  HN_BATCH_INITIAL,
} HnBatchMode;

gboolean    hn_register_begin        (HnRegister      *self,
                                      HnBatchMode      mode,
                                      const char      *title,
                                      GError         **error);
gboolean    hn_register_commit       (HnRegister      *self,
                                      GError         **error);
void        hn_register_rollback     (HnRegister      *self);

/* --- history (hn-register-history.c) -------------------------------- */

/* One field before and after; values are printed, NULL is empty. */
typedef struct
{
  const HnField *field;
  char          *before;
  char          *after;
} HnFieldChange;

typedef enum
{
  HN_CHANGE_ADD,
  HN_CHANGE_SET,
  HN_CHANGE_DELETE,
} HnChangeType;

typedef struct
{
  HnChangeType   type;
  const HnKind  *kind;
  gint64         id;
  GPtrArray     *fields; /* of HnFieldChange */
} HnRecordChange;

typedef struct
{
  gint64      number;
  char       *at;      /* ISO 8601, UTC */
  char       *author;
  char       *action;  /* add, set, delete, batch, undo, redo */
  const HnKind *kind;
  gint64      record;
  char       *title;   /* of the record, or of the batch */
  gint64      of;      /* the change that an undo or redo is about, or 0 */
  gboolean    undone; /* and not made again */
  GPtrArray  *records; /* of HnRecordChange */
} HnChange;

GPtrArray  *hn_register_history      (HnRegister      *self,
                                      gint64           limit,
                                      GError         **error);
GPtrArray  *hn_register_change_blockers
                                     (HnRegister      *self,
                                      gint64           number,
                                      GError         **error);
gboolean    hn_register_undo         (HnRegister      *self,
                                      char           **title,
                                      GError         **error);
gboolean    hn_register_redo         (HnRegister      *self,
                                      char           **title,
                                      GError         **error);
gboolean    hn_register_revert       (HnRegister      *self,
                                      gint64           number,
                                      GError         **error);
gint64      hn_register_last_change  (HnRegister      *self);
char       *hn_register_undo_title   (HnRegister      *self);
char       *hn_register_redo_title   (HnRegister      *self);

/* --- for the report, which asks questions of its own (hn-register-sql.c) */
typedef struct _HnRows HnRows;

HnRows     *hn_register_query        (HnRegister      *self,
                                      const char      *sql,
                                      const char      *types,
                                      GError         **error,
                                      ...);
void        hn_register_set_cancellable
                                     (HnRegister      *self,
                                      GCancellable    *cancellable);
void        hn_register_let_save     (HnRegister      *self);
gboolean    hn_rows_next             (HnRows          *rows,
                                      GError         **error);
gboolean    hn_rows_is_null          (HnRows          *rows,
                                      int              column);
gint64      hn_rows_integer          (HnRows          *rows,
                                      int              column);
const char *hn_rows_text             (HnRows          *rows,
                                      int              column);
void        hn_rows_free             (HnRows          *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnRows, hn_rows_free)

G_END_DECLS
