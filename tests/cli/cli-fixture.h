/* Runs the command line in a folder of its own and keeps what it said. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *reg;    /* a path for a register in the folder */
  char *locale; /* LC_ALL of what is run, or NULL: this program's own */
  char *out;    /* standard output of the last run */
  char *err;
  int   status;
} Cli;

void      cli_set_up     (Cli           *cli,
                          gconstpointer  data);
void      cli_tear_down  (Cli           *cli,
                          gconstpointer  data);
void      cli_set_up_new    (Cli        *cli,
                             gconstpointer data);
void      cli_set_up_sample (Cli        *cli,
                             gconstpointer data);
int       cli_run        (Cli           *cli,
                          const char    *first,
                          ...) G_GNUC_NULL_TERMINATED;
int       cli_run_argv   (Cli           *cli,
                          const char    *const *arguments);
JsonNode *cli_json       (Cli           *cli);
JsonArray *cli_json_list (Cli          *cli);
char     *cli_single_id  (Cli           *cli,
                          const char    *kind,
                          const char    *condition);
guint     cli_count_records (Cli        *cli,
                             const char *kind,
                             const char *condition);
char     *cli_path       (Cli           *cli,
                          const char    *name);
void      cli_expect     (Cli           *cli,
                          int            status);

/* The last line of standard error says what a right call looks like where the status is 2. */
#define cli_assert_failed(cli, wanted) \
  G_STMT_START { cli_expect ((cli), (wanted)); g_assert_cmpstr ((cli)->out, ==, ""); cli_assert_one_line ((cli)); } G_STMT_END

void      cli_assert_one_line (Cli *cli);

G_END_DECLS
