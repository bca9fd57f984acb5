/* Writes JSON as it goes, so that a long list needs no tree in memory. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-output.h"

G_BEGIN_DECLS

/* json-glib keeps numbers as doubles; amounts must come out as they are stored. */
typedef struct
{
  HnOutput *output;
  guint     depth;
  gboolean  inside; /* something stands before in this array or object */
  gboolean  named;  /* a member's name was just written */
} HnJsonWriter;

void hn_json_begin    (HnJsonWriter *json,
                       char          bracket);
void hn_json_end      (HnJsonWriter *json,
                       char          bracket);
void hn_json_name     (HnJsonWriter *json,
                       const char   *name);
void hn_json_string   (HnJsonWriter *json,
                       const char   *text);
void hn_json_number   (HnJsonWriter *json,
                       const char   *number);
void hn_json_integer  (HnJsonWriter *json,
                       gint64        number);
void hn_json_boolean  (HnJsonWriter *json,
                       gboolean      value);
void hn_json_member   (HnJsonWriter *json,
                       const char   *name,
                       const char   *text);
void hn_json_member_integer
                      (HnJsonWriter *json,
                       const char   *name,
                       gint64        number);

G_END_DECLS
