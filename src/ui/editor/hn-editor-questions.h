/* What a form asks before it closes or saves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the response is called that saves, in every question. */
#define HN_ANSWER_SAVE_NAME "save"

typedef enum
{
  HN_ANSWER_GO_ON, /* with the form as it is */
  HN_ANSWER_SAVE,
  HN_ANSWER_DISCARD,
  HN_ANSWER_OTHER, /* the one that is there already */
} HnEditorAnswer;

typedef void (*HnEditorAnswered) (GtkWidget      *editor,
                                  HnEditorAnswer  answer);

void hn_editor_ask_leave (GtkWidget        *editor,
                          HnEditorAnswered  answered);
void hn_editor_ask_same  (GtkWidget        *editor,
                          const char       *title,
                          const char       *reason,
                          gboolean          nested,
                          HnEditorAnswered  answered);
void hn_editor_ask_gone  (GtkWidget        *editor,
                          HnEditorAnswered  answered);

G_END_DECLS
