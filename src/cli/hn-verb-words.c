/* words: an amount as a receipt spells it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-currency.h"
#include "hn-value.h"
#include "hn-words.h"

static HnWordsFlags
read_flags (const HnArguments *arguments)
{
  const struct { const char *option; HnWordsFlags flag; } ways[] = {
    { "le", HN_WORDS_LE }, { "ngan", HN_WORDS_NGAN }, { "bon", HN_WORDS_BON }, { "chan", HN_WORDS_CHAN },
  };
  HnWordsFlags flags = HN_WORDS_DEFAULT;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (hn_arguments_has (arguments, ways[i].option))
        flags |= ways[i].flag;
    }

  return flags;
}

gboolean
hn_verb_words (const HnArguments  *arguments,
               HnOutput           *output,
               GError            **error)
{
  static const HnField amount_field = {
    .name = "amount", .label = { "Amount", "Số tiền" }, .type = HN_TYPE_MONEY, .flags = HN_FIELD_SIGNED,
    .currency = "currency",
  };
  const char *currency = hn_arguments_option (arguments, "currency");
  g_autofree char *code = g_ascii_strup (currency != NULL ? currency : "VND", -1);
  g_autofree char *text = g_strjoinv (" ", (char **) hn_arguments_from (arguments, 0));
  g_autoptr (GError) reason = NULL;
  g_autoptr (GVariant) amount = NULL;
  g_autofree char *words = NULL;

  if (!hn_currency_is_known (code))
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a currency."), currency);
      return FALSE;
    }

  amount = hn_value_parse (&amount_field, text, code, hn_date_today (), &reason);
  if (amount == NULL)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, "%s",
                   reason != NULL ? reason->message : _("The amount is missing."));
      return FALSE;
    }

  g_variant_ref_sink (amount);
  words = hn_words_money (g_variant_get_int64 (amount), code, read_flags (arguments));
  hn_output_printf (output, "%s\n", words);
  return TRUE;
}
