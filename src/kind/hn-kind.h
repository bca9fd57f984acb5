/* Kinds of record: tables that say what the office keeps. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word in both languages of the program. A workbook takes the Vietnamese one under any locale. */
typedef struct
{
  const char *en;
  const char *vi;
} HnLabel;

typedef enum
{
  HN_TYPE_TEXT,      /* one line */
  HN_TYPE_NAME,      /* a person's name, in Vietnamese order */
  HN_TYPE_NOTE,      /* several lines */
  HN_TYPE_PHONE,     /* text; leading zeros stay */
  HN_TYPE_EMAIL,     /* text */
  HN_TYPE_INTEGER,   /* a count */
  HN_TYPE_DECIMAL,   /* an integer scaled by ten to the field's decimals */
  HN_TYPE_PERCENT,   /* hundredths of a percent, 0 to 10000 */
  HN_TYPE_BOOLEAN,   /* yes, no, or unset */
  HN_TYPE_DATE,      /* ISO text of any precision */
  HN_TYPE_CHOICE,    /* the name of one of the field's choices */
  HN_TYPE_MONEY,     /* the smallest unit of its currency */
  HN_TYPE_CURRENCY,  /* ISO 4217 code */
  HN_TYPE_COUNTRY,   /* ISO 3166 alpha-2 code, a row of kind country */
  HN_TYPE_REFERENCE, /* another record */
  HN_TYPE_BYTES,     /* a file's content */
} HnType;

typedef enum
{
  HN_FIELD_NONE = 0,
  HN_FIELD_REQUIRED = 1 << 0,
  HN_FIELD_MULTIPLE = 1 << 1,  /* several countries or references, in their own table */
  HN_FIELD_FREE_TEXT = 1 << 2, /* a reference that may be words instead */
  HN_FIELD_UNIQUE = 1 << 3,
  HN_FIELD_TREE = 1 << 4,      /* a reference to the own kind that must not lead back to itself */
  HN_FIELD_MAIN = 1 << 5,      /* among the first of the form */
  HN_FIELD_LIST = 1 << 6,      /* a column of the list */
  HN_FIELD_SENSITIVE = 1 << 7, /* NĐ 356/2025, Điều 4: never in a standard export */
  HN_FIELD_FULL_DATE = 1 << 8, /* a day is needed, not only a year or month */
  HN_FIELD_SIGNED = 1 << 9,    /* a number that may be below zero */
  HN_FIELD_KEPT = 1 << 10,     /* the same for a pile of records: it stays in the form for the next one */
  HN_FIELD_FROZEN = 1 << 11, /* once it has a value, it stays: a record of what was done */
  HN_FIELD_OWN = 1 << 12,    /* the program writes it for itself: no form asks for it */
} HnFieldFlags;

typedef struct
{
  const char *name;    /* stored, and used on the command line */
  HnLabel     label;
  const char *aliases; /* other words for it, separated by ; */
} HnChoice;

/* Says how a text must be written, in English and marked for translation, if it is not; NULL if it is. */
typedef const char *(*HnFormatCheck) (const char *text);

typedef struct
{
  const char     *name;
  HnLabel         label;
  HnType          type;
  HnFieldFlags    flags;
  const char     *targets;  /* of a reference: kind names separated by a space; * is any kind */
  const HnChoice *choices;  /* of a choice, ended by a NULL name */
  guint           decimals; /* of a decimal */
  const char     *currency; /* of money: the field with its currency; NULL is VND */
  const char     *when;     /* "form=goods": the field applies only then; several values separated by | */
  const char     *initial;  /* the value of a new record, as it would be typed */
  const char     *aliases;  /* other names, also Vietnamese column heads, separated by ; */
  HnFormatCheck   check;    /* of a text with a form of its own; see hn-format.h */
  HnLabel         reverse;  /* of a reference: what the records with it are called beside what it refers to; their
                             * kind's plural where there is none */
} HnField;

typedef enum
{
  HN_RULE_NOT_AFTER,  /* date field ≤ date other */
  HN_RULE_NOT_MORE,   /* number field ≤ number other */
  HN_RULE_NEEDS,      /* where field is set, other must be */
  HN_RULE_VALUE_NEEDS,/* where field has value, other must be set */
  HN_RULE_ANY_OF,     /* field or other must be set */
  HN_RULE_NOT_LATER,  /* date field, which is other too, or some day of it ≤ today */
} HnRuleType;

typedef struct
{
  HnRuleType  type;
  const char *field;
  const char *other;
  const char *value;
  HnLabel     message; /* a sentence for the user, shown at field other */
} HnRule;

typedef enum
{
  HN_TAB_ASSOCIATIONS,
  HN_TAB_EVENTS,
  HN_TAB_DONATIONS,
  HN_TAB_DIASPORA,
  HN_TAB_NONE,
  HN_N_TABS = HN_TAB_NONE,
} HnTab;

/* Fields that belong together, for a form and for a record seen at the side. */
typedef struct
{
  HnLabel     label;
  const char *fields; /* names separated by a space */
} HnFieldGroup;

typedef struct _HnKind HnKind;

struct _HnKind
{
  const char    *name;
  HnLabel        label;
  HnLabel        plural;
  HnTab          tab;
  const HnField *fields;
  guint          n_fields;
  const HnRule  *rules;
  guint          n_rules;
  const char    *title;  /* what a record is called: field names in braces, "{number} {title}" */
  const char    *order;  /* the order of its list: a field name, - before it is descending */
  const char    *first_order; /* the order that its list begins with, where that is not its own */
  const char    *base;   /* of a view: the kind whose records it shows */
  const char    *columns; /* of a view: the fields that it shows */
  const char    *filter; /* of a view: "kind=abroad", or "country!=VN" where the field must be set */
  const HnFieldGroup *groups; /* of what is not among the first of the form, ended by a NULL label; or NULL */
  const char    *related; /* "KIND.FIELD …": what hangs on a record and is shown beside it even when there is none */
};

const HnKind  *hn_kind_lookup        (const char    *name);
const HnKind  *const *
               hn_kind_list          (guint         *n_kinds);
const HnKind  *hn_kind_stored        (const HnKind  *kind);
const char    *hn_kind_get_label     (const HnKind  *kind);
const char    *hn_kind_get_plural    (const HnKind  *kind);
int            hn_kind_field_index   (const HnKind  *kind,
                                      const char    *name);
const HnField *hn_kind_get_field     (const HnKind  *kind,
                                      const char    *name);
const HnField *hn_kind_find_field    (const HnKind  *kind,
                                      const char    *text);

const char     *hn_field_get_label   (const HnField *field);
gboolean        hn_field_is_number   (const HnField *field);
gboolean        hn_field_is_text     (const HnField *field);
gboolean        hn_field_has_target  (const HnField *field,
                                      const HnKind  *kind);
char          **hn_field_list_targets(const HnField *field);
const HnChoice *hn_field_get_choice  (const HnField *field,
                                      const char    *name);
const HnChoice *hn_field_find_choice (const HnField *field,
                                      const char    *text);

const char *hn_label_get (HnLabel label);

G_END_DECLS
