/* What several verbs need: the register, the kind and the record that were named. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-arguments.h"
#include "hn-register.h"

G_BEGIN_DECLS

HnRegister    *hn_cli_open       (const HnArguments  *arguments,
                                  HnRegisterMode      mode,
                                  GError            **error);
const HnKind  *hn_cli_kind       (const HnArguments  *arguments,
                                  guint               index,
                                  GError            **error);
const HnField *hn_cli_field      (const HnKind       *kind,
                                  const char         *name,
                                  GError            **error);
gboolean       hn_cli_id         (const char         *text,
                                  gint64             *id,
                                  GError            **error);
HnRecord      *hn_cli_load       (HnRegister         *reg,
                                  const HnKind       *kind,
                                  const char         *id,
                                  GError            **error);
gboolean       hn_cli_year       (const HnArguments  *arguments,
                                  const char         *option,
                                  gint64             *year,
                                  GError            **error);

G_END_DECLS
