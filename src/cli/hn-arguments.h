/* What was typed after the program's name: a verb, its parameters and its options. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-output.h"

G_BEGIN_DECLS

#define HN_CLI_ERROR (hn_cli_error_quark ())

typedef enum
{
  HN_CLI_ERROR_USAGE,  /* wrongly called: exit status 2 */
  HN_CLI_ERROR_FAILED, /* exit status 1 */
} HnCliError;

GQuark hn_cli_error_quark (void);

typedef struct
{
  const char *name;
  const char *value; /* what follows it, in the help; NULL: nothing */
  const char *help;
} HnOption;

typedef struct _HnArguments HnArguments;

typedef gboolean (*HnVerbFunc) (const HnArguments  *arguments,
                                HnOutput           *output,
                                GError            **error);

typedef struct
{
  const char     *name;
  const char     *parameters; /* in the help; one that ends in "..." may be repeated */
  guint           minimum;    /* how many there must be */
  guint           maximum;
  const HnOption *options;    /* ended by a NULL name; or NULL */
  const char     *summary;
  HnVerbFunc      run;
} HnVerb;

HnArguments       *hn_arguments_parse   (const HnVerb       *verb,
                                         int                 argc,
                                         char              **argv,
                                         GError            **error);
void               hn_arguments_free    (HnArguments        *arguments);
guint              hn_arguments_count   (const HnArguments  *arguments);
const char        *hn_arguments_get     (const HnArguments  *arguments,
                                         guint               index);
const char *const *hn_arguments_from    (const HnArguments  *arguments,
                                         guint               index);
gboolean           hn_arguments_has     (const HnArguments  *arguments,
                                         const char         *option);
const char        *hn_arguments_option  (const HnArguments  *arguments,
                                         const char         *option);
const char *const *hn_arguments_options (const HnArguments  *arguments,
                                         const char         *option);
gboolean           hn_arguments_number  (const HnArguments  *arguments,
                                         const char         *option,
                                         gint64             *number,
                                         GError            **error);
gboolean           hn_arguments_format  (const HnArguments  *arguments,
                                         const char         *allowed,
                                         const char        **format,
                                         GError            **error);
char              *hn_verb_usage        (const HnVerb       *verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnArguments, hn_arguments_free)

G_END_DECLS
