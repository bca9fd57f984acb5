/* What people write for a currency. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-currency-name.h"

#include "hn-currency.h"
#include "hn-name-match.h"

typedef struct
{
  const char *names; /* separated by ; */
  const char *code;
} CurrencyName;

static const CurrencyName currency_names[] = {
  { "đ;đồng;đồng Việt Nam;VNĐ;₫", "VND" },
  { "$;US$;USD$;đô la;đô la Mỹ;đô-la;đô-la Mỹ;dollar", "USD" },
  { "€;ơ rô;euro", "EUR" },
  { "£;bảng Anh", "GBP" },
  { "yên;yên Nhật;JP¥", "JPY" },
  { "nhân dân tệ;NDT;tệ;RMB;CN¥", "CNY" },
  { "won;won Hàn Quốc;₩", "KRW" },
  { "rúp;rúp Nga;₽", "RUB" },
  { "kíp;kíp Lào;₭", "LAK" },
  { "bạt;baht;฿", "THB" },
  { "riel;ria;៛", "KHR" },
};

/**
 * hn_currency_name_find:
 * @text: an ISO 4217 code in any case, or a sign or word for a currency
 *
 * Returns: (nullable): the code
 */
const char *
hn_currency_name_find (const char *text)
{
  g_autofree char *upper = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  upper = g_ascii_strup (text, -1);
  if (hn_currency_is_known (upper))
    return g_intern_string (upper);

  folded = hn_name_fold (text);
  for (guint i = 0; i < G_N_ELEMENTS (currency_names); i++)
    {
      if (hn_name_list_matches (currency_names[i].names, folded))
        return currency_names[i].code;
    }

  return NULL;
}
