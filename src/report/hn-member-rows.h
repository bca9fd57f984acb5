/* The rows of a list of members, read while they are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-member-list.h"

G_BEGIN_DECLS

/* The columns of form M02. The sensitive ones are there only where they were asked for; the note is always the last. */
enum
{
  HN_MEMBER_NUMBER,
  HN_MEMBER_NAME,
  HN_MEMBER_BIRTH,
  HN_MEMBER_GENDER,
  HN_MEMBER_OCCUPATION,
  HN_MEMBER_WORK,
  HN_MEMBER_ADDRESS,
  HN_MEMBER_PHONE,
  HN_MEMBER_ORGANIZATION,
  HN_MEMBER_OFFICE,
  HN_MEMBER_JOINED,
  HN_MEMBER_CARD,
  HN_MEMBER_ETHNIC_GROUP,
  HN_MEMBER_PARTY,
  HN_MEMBER_NOTE,
  HN_MEMBER_N_COLUMNS,
};

HnRowSource *hn_member_rows_new (const HnFormContext *context,
                                 HnMemberList        *list);

G_END_DECLS
