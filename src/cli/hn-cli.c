/* The table of verbs, the help that it gives, and how a call ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-cli.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "hn-report.h"
#include "hn-verbs.h"

enum
{
  STATUS_DONE = 0,
  STATUS_FAILED = 1,
  STATUS_USAGE = 2,
};

static const HnOption format_options[] = {
  { "format", "table|json", N_("How to print") },
  { NULL, NULL, NULL },
};

static const HnOption list_options[] = {
  { "search", "TEXT", N_("Only records that contain these words, with or without marks, in any order") },
  { "sort", "FIELD", N_("In the order of a field; -FIELD is descending") },
  { "where", "FIELD=VALUE", N_("Only records that meet this condition; may be repeated") },
  { "limit", "N", N_("List at most N records") },
  { "format", "table|csv|json", N_("How to print; csv leaves out what is sensitive by law") },
  { "output", "FILE.xlsx|.csv", N_("Write the columns of the list into a workbook, or into text for a spreadsheet") },
  { NULL, NULL, NULL },
};

/* How --where compares, as hn_where_add() reads it. */
static const struct
{
  const char *form;
  const char *help;
} conditions[] = {
  { "FIELD=VALUE", N_("It is that; of a field that holds several, one of them is") },
  { "FIELD=A|B", N_("It is any of these") },
  { "FIELD!=VALUE", N_("It is filled in, and is not that") },
  { "FIELD= FIELD!=", N_("It is empty; it is filled in") },
  { "FIELD>=VALUE", N_("Also <=, > and <; for numbers and dates") },
  { "FIELD=2021", N_("Within the year; also 2021-05 and 2021-01-15..2021-03-31") },
  { "FIELD~WORDS", N_("It contains the words, with or without marks, in any order") },
  { "FIELD^=VALUE", N_("It is that record or any below it, as communes are below their district") },
  { "has:KIND", N_("A record of that kind refers to it; has:KIND.FIELD, by that field") },
  { "lacks:KIND", N_("No record of that kind refers to it") },
  { "has:KIND@2026", N_("One that is dated within the period does; also with lacks:") },
};

static const HnOption delete_options[] = {
  { "clear", NULL, N_("Empty the fields that refer to it; records that cannot be without it go too") },
  { "along", NULL, N_("Delete the records that refer to it as well") },
  { "replace", "ID", N_("Let what refers to it refer to record ID instead") },
  { NULL, NULL, NULL },
};

static const HnOption history_options[] = {
  { "limit", "N", N_("Only the newest N changes") },
  { "format", "table|json", N_("How to print") },
  { NULL, NULL, NULL },
};

/* What says which report is meant. */
#define WHICH_REPORT                                                                                                   \
  { "period", "PERIOD", N_("2021, 2021-H1, 2021-9M, 2021-Q3, 2021-05, 2016-2021 or 2020-12-15..2021-12-14") },         \
  { "as-of", "DATE", N_("Up to that day, from the beginning of the period or of the day's report year") },             \
  { "rule", "RULES", N_("How periods are cut: ND09, CALENDAR, TT23 …; else as the office's profile says") },           \
  { "form", "FORM", N_("Only this form; may be repeated") },                                                           \
  { "dress", "report|appendix|list", N_("With letterhead and signature, as an appendix, or only the table") },         \
  { "areas", "period|communes|districts", N_("By the areas of the period's end, the new communes or the old "          \
                                             "districts") },                                                           \
  { "organization", "ID", N_("List only the members of this organization and of those below it") },                    \
  { "sensitive", NULL, N_("With personal data that is sensitive by law") },                                            \
  { "basis", NULL, N_("With a sheet of the records behind each figure") },                                             \
  { "charts", NULL, N_("With a sheet of charts") }

static const HnOption report_options[] = {
  WHICH_REPORT,
  { "output", "FILE.xlsx", N_("Where the workbook goes; else into this folder, by its own name") },
  { "each", "FOLDER", N_("A workbook for each form, into that folder") },
  { "pdf", "FILE", N_("also writes the pages; without --output, no workbook") },
  { "format", "xlsx|json", N_("json prints the report and writes no workbook unless --output is given") },
  { NULL, NULL, NULL },
};

static const HnOption send_options[] = {
  WHICH_REPORT,
  { "to", "TEXT", N_("To whom it was sent") },
  { "number", "TEXT", N_("Its number and symbol, such as 05/BC-LHHN; “next” takes the next of the year") },
  { "date", "DATE", N_("When it was sent; today if not given") },
  { "note", "TEXT", N_("A note") },
  { "workbook", "FILE.xlsx", N_("The file that was sent; else the workbook is made now") },
  { NULL, NULL, NULL },
};

static const HnOption sent_options[] = {
  { "output", "FILE.xlsx", N_("Write the workbook again, byte for byte as it was sent") },
  { "compare", NULL, N_("Say what would be counted otherwise today, and which records make it so") },
  { "late", NULL, N_("List the records of its days that were entered after it was sent") },
  { "due", "YEAR", N_("List what is due, sent and late in a year") },
  { "format", "table|json", N_("How to print") },
  { NULL, NULL, NULL },
};

static const HnOption periods_options[] = {
  { "year", "YEAR", N_("The report year; this year if not given") },
  { "rule", "RULES", N_("How periods are cut: ND09, CALENDAR, TT23 …; else as the office's profile says") },
  { "format", "table|json", N_("How to print") },
  { NULL, NULL, NULL },
};

static const HnOption words_options[] = {
  { "currency", "CODE", N_("The currency, VND if none is given") },
  { "le", NULL, N_("Say lẻ for linh") },
  { "ngan", NULL, N_("Say ngàn for nghìn") },
  { "bon", NULL, N_("Say bốn for tư") },
  { "chan", NULL, N_("Say chẵn after round amounts") },
  { NULL, NULL, NULL },
};

static const HnOption generate_options[] = {
  { "people", "N", N_("How many") },
  { NULL, NULL, NULL },
};

static gboolean run_help (const HnArguments *arguments, HnOutput *output, GError **error);

static const HnVerb verbs[] = {
  { "new", "REGISTER", 1, 1, NULL, N_("Write an empty register"), hn_verb_new },
  { "copy", "REGISTER FILE", 2, 2, NULL, N_("Save a copy of a register, and check it"), hn_verb_copy },
  { "sample", "REGISTER", 1, 1, NULL, N_("Write the sample register"), hn_verb_sample },
  { "kinds", "", 0, 0, format_options, N_("List the kinds of record and their fields"), hn_verb_kinds },
  { "list", "REGISTER KIND", 2, 2, list_options, N_("List records"), hn_verb_list },
  { "show", "REGISTER KIND ID", 3, 3, format_options, N_("Show a record and what refers to it"), hn_verb_show },
  { "add", "REGISTER KIND FIELD=VALUE...", 3, G_MAXUINT, NULL, N_("Add a record and print its id"), hn_verb_add },
  { "set", "REGISTER KIND ID FIELD=VALUE...", 4, G_MAXUINT, NULL, N_("Change a record; an empty value clears a field"), hn_verb_set },
  { "delete", "REGISTER KIND ID", 3, 3, delete_options, N_("Delete a record"), hn_verb_delete },
  { "undo", "REGISTER", 1, 1, NULL, N_("Undo the last change"), hn_verb_undo },
  { "redo", "REGISTER", 1, 1, NULL, N_("Do again what was undone"), hn_verb_redo },
  { "history", "REGISTER", 1, 1, history_options, N_("Show who changed what"), hn_verb_history },
  { "report", "REGISTER", 1, 1, report_options, N_("Write the workbook of a period"), hn_verb_report },
  { "periods", "[REGISTER]", 0, 1, periods_options, N_("Show what days the periods of a year cover and when reports are due"), hn_verb_periods },
  { "send", "REGISTER", 1, 1, send_options, N_("Mark a report as sent: its workbook and figures are kept as they are"), hn_verb_send },
  { "sent", "REGISTER [ID]", 1, 2, sent_options, N_("List the reports that were sent, or show one"), hn_verb_sent },
  { "words", "AMOUNT", 1, G_MAXUINT, words_options, N_("Spell an amount in Vietnamese"), hn_verb_words },
  { "check", "REGISTER", 1, 1, NULL, N_("Look for damage and broken rules"), hn_verb_check },
  { "generate", "REGISTER", 1, 1, generate_options, N_("Write a large register of invented people, for measuring"), hn_verb_generate },
  { "help", "[VERB]", 0, 1, NULL, N_("Show this help"), run_help },
};

static const HnVerb *
find_verb (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        return &verbs[i];
    }

  return NULL;
}

/* --- help -------------------------------------------------------------- */

static void
print_overview (HnOutput *output)
{
  hn_output_text (output, "huu-nghi [REGISTER]\n");
  hn_output_printf (output, "    %s\n", _("Open the window"));
  hn_output_printf (output, "huu-nghi --restore [COPY]\n    %s\n",
                    _("Open the window and ask what shall become of a copy of a register"));
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *usage = hn_verb_usage (&verbs[i]);

      hn_output_printf (output, "%s\n    %s\n", usage, _(verbs[i].summary));
    }
  hn_output_printf (output, "huu-nghi --version\n    %s\n", _("Show the version"));
}

static void
print_conditions (HnOutput *output)
{
  hn_output_printf (output, "%s\n", _("Conditions:"));
  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    hn_output_printf (output, "  %-28s %s\n", conditions[i].form, _(conditions[i].help));
}

static void
print_help (HnOutput     *output,
            const HnVerb *verb)
{
  g_autofree char *usage = hn_verb_usage (verb);

  hn_output_printf (output, "%s\n%s\n", usage, _(verb->summary));
  for (const HnOption *option = verb->options; option != NULL && option->name != NULL; option++)
    {
      g_autofree char *name = g_strjoin (" ", option->name, option->value, NULL);

      hn_output_printf (output, "  --%-26s %s\n", name, _(option->help));
    }
  if (verb->options == list_options)
    print_conditions (output);
}

static gboolean
run_help (const HnArguments  *arguments,
          HnOutput           *output,
          GError            **error)
{
  const char *name = hn_arguments_get (arguments, 0);
  const HnVerb *verb = name != NULL ? find_verb (name) : NULL;

  if (name == NULL)
    {
      print_overview (output);
      return TRUE;
    }
  if (verb == NULL)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                   _("“%s” is not a verb; “huu-nghi --help” lists them."), name);
      return FALSE;
    }

  print_help (output, verb);
  return TRUE;
}

/* --- one call ---------------------------------------------------------- */

static gboolean
asks_for_help (int    argc,
               char **argv)
{
  for (int i = 2; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
run_verb (const HnVerb  *verb,
          int            argc,
          char         **argv,
          HnOutput      *output,
          GError       **error)
{
  g_autoptr (HnArguments) arguments = NULL;

  if (asks_for_help (argc, argv))
    {
      print_help (output, verb);
      return TRUE;
    }

  arguments = hn_arguments_parse (verb, argc, argv, error);
  return arguments != NULL && verb->run (arguments, output, error);
}

static gboolean
run (int        argc,
     char     **argv,
     HnOutput  *output,
     GError   **error)
{
  const char *name = argc > 1 ? argv[1] : "--help";
  const HnVerb *verb = find_verb (name);
  g_autofree char *shown = NULL;

  if (verb != NULL)
    return run_verb (verb, argc, argv, output, error);

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    {
      print_overview (output);
      return TRUE;
    }
  if (g_str_equal (name, "--version"))
    {
      hn_output_printf (output, "huu-nghi %s\n", HN_VERSION);
      return TRUE;
    }

  shown = g_utf8_make_valid (name, -1);
  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a verb; “huu-nghi --help” lists them."),
               shown);
  return FALSE;
}

static gboolean
is_wrong_usage (const GError *error)
{
  return g_error_matches (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE)
         || g_error_matches (error, HN_KIND_ERROR, HN_KIND_ERROR_UNKNOWN_FIELD)
         || g_error_matches (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_MALFORMED)
         || g_error_matches (error, HN_REPORT_ERROR, HN_REPORT_ERROR_UNKNOWN_FORM);
}

/* One line for the error; a wrong call is also shown what a right one looks like. */
static int
report_error (const GError *error,
              const HnVerb *verb)
{
  g_autoptr (HnOutput) output = hn_output_new (STDERR_FILENO);
  g_autofree char *line = g_strdelimit (g_strdup (error->message), "\r\n", ' ');
  g_autofree char *usage = NULL;

  hn_output_printf (output, "huu-nghi: %s\n", line);
  if (is_wrong_usage (error))
    {
      usage = verb != NULL ? hn_verb_usage (verb) : g_strdup ("huu-nghi --help");
      hn_output_printf (output, "%s: %s\n", _("Usage"), usage);
    }
  hn_output_finish (output, NULL);

  return is_wrong_usage (error) ? STATUS_USAGE : STATUS_FAILED;
}

/**
 * hn_cli_handles:
 *
 * Tells a call of a verb from one that opens the window. A single word that is neither a verb nor names a file, nor
 * could name one to be made, is a mistyped verb.
 *
 * Returns: whether hn_cli_run() is to answer
 */
gboolean
hn_cli_handles (int    argc,
                char **argv)
{
  const char *first = argc > 1 ? argv[1] : NULL;

  if (first == NULL || g_str_has_prefix (first, "--gapplication-") || g_str_equal (first, "--restore"))
    return FALSE;
  if (first[0] == '-' || find_verb (first) != NULL || argc > 2)
    return TRUE;

  return *first != '\0' && strpbrk (first, "./") == NULL && !g_file_test (first, G_FILE_TEST_EXISTS);
}

/**
 * hn_cli_run:
 *
 * Runs the verb in argv[1], in the language that the caller has set. Results go to standard output and errors, one line
 * each, to standard error. Needs no
 * display. A reader of the output that goes away, such as head, is no error.
 *
 * Returns: the exit status: 0 done, 1 failed, 2 wrongly called
 */
int
hn_cli_run (int    argc,
            char **argv)
{
  g_autoptr (HnOutput) output = hn_output_new (STDOUT_FILENO);
  g_autoptr (GError) error = NULL;
  gboolean done;

  signal (SIGPIPE, SIG_IGN);

  done = run (argc, argv, output, &error);
  if (!hn_output_finish (output, done ? &error : NULL))
    done = FALSE;
  if (done)
    return STATUS_DONE;

  return error != NULL ? report_error (error, argc > 1 ? find_verb (argv[1]) : NULL) : STATUS_FAILED;
}
