/* Reads a command line by the table of its verb; options may stand anywhere after the verb, "--" ends them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-arguments.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (hn-cli-error-quark, hn_cli_error)

struct _HnArguments
{
  const HnVerb *verb;
  GPtrArray    *parameters; /* of char*, NULL-terminated */
  GHashTable   *options;    /* name to a NULL-terminated GPtrArray of char* */
};

static const HnOption *
find_option (const HnVerb *verb,
             const char   *name)
{
  for (const HnOption *option = verb->options; option != NULL && option->name != NULL; option++)
    {
      if (g_str_equal (option->name, name))
        return option;
    }

  return NULL;
}

static void
add_value (HnArguments    *self,
           const HnOption *option,
           const char     *value)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option->name);

  if (values == NULL)
    {
      values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
      g_hash_table_insert (self->options, (gpointer) option->name, values);
    }

  g_ptr_array_add (values, g_strdup (value));
}

/* "--name", "--name VALUE" or "--name=VALUE"; moves @at past what it took. */
static gboolean
take_option (HnArguments *self,
             char       **argv,
             int          argc,
             int         *at,
             GError     **error)
{
  const char *text = argv[*at] + 2;
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  const HnOption *option = find_option (self->verb, name);
  const char *value = equals != NULL ? equals + 1 : NULL;

  if (option == NULL)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” has no option “%s”."), self->verb->name,
                   argv[*at]);
      return FALSE;
    }
  if (option->value == NULL && value != NULL)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("The option --%s takes no value."), name);
      return FALSE;
    }
  if (option->value != NULL && value == NULL)
    {
      if (*at + 1 >= argc)
        {
          g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("The option --%s needs a value."), name);
          return FALSE;
        }
      value = argv[++*at];
    }

  add_value (self, option, value != NULL ? value : "");
  return TRUE;
}

/* A negative amount is a parameter. */
static gboolean
is_option (const char *text)
{
  return text[0] == '-' && text[1] != '\0' && !g_ascii_isdigit (text[1]);
}

static gboolean
take_all (HnArguments  *self,
          int           argc,
          char        **argv,
          GError      **error)
{
  gboolean options = TRUE;

  for (int i = 2; i < argc; i++)
    {
      if (options && g_str_equal (argv[i], "--"))
        options = FALSE;
      else if (options && g_str_has_prefix (argv[i], "--"))
        {
          if (!take_option (self, argv, argc, &i, error))
            return FALSE;
        }
      else if (options && is_option (argv[i]))
        {
          g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” has no option “%s”."),
                       self->verb->name, argv[i]);
          return FALSE;
        }
      else
        g_ptr_array_add (self->parameters, g_strdup (argv[i]));
    }

  return TRUE;
}

static gboolean
check_count (HnArguments  *self,
             GError      **error)
{
  if (self->parameters->len < self->verb->minimum)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("Something is missing after “%s”."),
                   self->verb->name);
      return FALSE;
    }
  if (self->parameters->len > self->verb->maximum)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” was not expected here."),
                   (char *) g_ptr_array_index (self->parameters, self->verb->maximum));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_text (int       argc,
            char    **argv,
            GError  **error)
{
  for (int i = 1; i < argc; i++)
    {
      if (!g_utf8_validate (argv[i], -1, NULL))
        {
          g_autofree char *shown = g_utf8_make_valid (argv[i], -1);

          g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not UTF-8 text."), shown);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * hn_arguments_parse:
 * @verb: the verb that stands in argv[1]
 *
 * Reads the words after the verb.
 *
 * Returns: (transfer full): what was typed, or %NULL with %HN_CLI_ERROR_USAGE
 */
HnArguments *
hn_arguments_parse (const HnVerb  *verb,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_autoptr (HnArguments) self = g_new0 (HnArguments, 1);

  self->verb = verb;
  self->parameters = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  if (!check_text (argc, argv, error) || !take_all (self, argc, argv, error) || !check_count (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hn_arguments_free:
 *
 * Frees what was parsed; the texts in it are those of `argv` and stay.
 */
void
hn_arguments_free (HnArguments *self)
{
  g_clear_pointer (&self->parameters, g_ptr_array_unref);
  g_clear_pointer (&self->options, g_hash_table_unref);
  g_free (self);
}

/**
 * hn_arguments_count:
 *
 * Returns: how many words were given that are no options
 */
guint
hn_arguments_count (const HnArguments *self)
{
  return self->parameters->len;
}

/**
 * hn_arguments_get:
 *
 * Returns: (nullable): the parameter at @index, 0 being the first after the verb
 */
const char *
hn_arguments_get (const HnArguments *self,
                  guint              index)
{
  return index < self->parameters->len ? g_ptr_array_index (self->parameters, index) : NULL;
}

/**
 * hn_arguments_from:
 *
 * Returns: the parameters from @index on, %NULL-terminated; @index is at most their count
 */
const char *const *
hn_arguments_from (const HnArguments *self,
                   guint              index)
{
  g_assert (index <= self->parameters->len);

  return (const char *const *) self->parameters->pdata + index;
}

/**
 * hn_arguments_has:
 * @option: its name without the dashes
 *
 * Returns: whether it was given
 */
gboolean
hn_arguments_has (const HnArguments *self,
                  const char        *option)
{
  return g_hash_table_contains (self->options, option);
}

/**
 * hn_arguments_option:
 *
 * Returns: (nullable): what was given with an option; of several, the last
 */
const char *
hn_arguments_option (const HnArguments *self,
                     const char        *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values != NULL ? g_ptr_array_index (values, values->len - 1) : NULL;
}

/**
 * hn_arguments_options:
 *
 * Returns: (nullable): everything that was given with an option, %NULL-terminated
 */
const char *const *
hn_arguments_options (const HnArguments *self,
                      const char        *option)
{
  GPtrArray *values = g_hash_table_lookup (self->options, option);

  return values != NULL ? (const char *const *) values->pdata : NULL;
}

/**
 * hn_arguments_number:
 * @number: (inout): stays as it is where the option is not given
 *
 * Reads an option that is a whole number from 0.
 */
gboolean
hn_arguments_number (const HnArguments  *self,
                     const char         *option,
                     gint64             *number,
                     GError            **error)
{
  const char *text = hn_arguments_option (self, option);

  if (text == NULL || g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, number, NULL))
    return TRUE;

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("The option --%s needs a whole number, not “%s”."),
               option, text);
  return FALSE;
}

/**
 * hn_arguments_format:
 * @allowed: names separated by "|"; the first is used where none is given
 * @format: (out) (transfer none): the one that was chosen
 */
gboolean
hn_arguments_format (const HnArguments  *self,
                     const char         *allowed,
                     const char        **format,
                     GError            **error)
{
  g_auto (GStrv) names = g_strsplit (allowed, "|", -1);
  const char *chosen = hn_arguments_option (self, "format");

  if (chosen != NULL && !g_strv_contains ((const char *const *) names, chosen))
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a format of “%s”, which has %s."),
                   chosen, self->verb->name, allowed);
      return FALSE;
    }

  *format = g_intern_string (chosen != NULL ? chosen : names[0]);
  return TRUE;
}

/**
 * hn_verb_usage:
 *
 * Returns: (transfer full): how a verb is called, on one line
 */
char *
hn_verb_usage (const HnVerb *verb)
{
  g_autoptr (GString) line = g_string_new ("huu-nghi ");

  g_string_append (line, verb->name);
  if (*verb->parameters != '\0')
    g_string_append_printf (line, " %s", verb->parameters);
  for (const HnOption *option = verb->options; option != NULL && option->name != NULL; option++)
    g_string_append_printf (line, " [--%s%s%s]", option->name, option->value != NULL ? " " : "",
                            option->value != NULL ? option->value : "");

  return g_string_free_and_steal (g_steal_pointer (&line));
}
