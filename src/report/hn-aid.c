/* The money of one aid project: what was committed and what has been paid, never across currencies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-aid.h"

#include <glib/gi18n-lib.h>

#include "hn-currency.h"
#include "hn-number.h"
#include "hn-sql.h"

static const char disbursements_sql[] =
  "SELECT \"amount\", \"currency\", " HN_SQL_IN_PERIOD ("\"date\"") ", \"id\" FROM \"disbursement\""
  " WHERE \"aid_project\" = ?3 AND " HN_SQL_FIRST_DAY ("\"date\"") " <= ?2";

/**
 * hn_aid_money_commit:
 * @column: of the amount in @rows; its currency and rate follow
 *
 * What was committed; into đồng by the record's own rate and no other.
 */
gboolean
hn_aid_money_commit (HnAidMoney   *self,
                     HnRows       *rows,
                     int           column,
                     HnAidCounts  *counts,
                     GError      **error)
{
  const char *currency = hn_rows_text (rows, column + 1);

  if (hn_rows_is_null (rows, column) || currency == NULL)
    {
      counts->without_amount++;
      return TRUE;
    }

  self->has_amount = TRUE;
  self->amount = hn_rows_integer (rows, column);
  g_strlcpy (self->currency, currency, sizeof self->currency);
  if (g_str_equal (currency, "USD"))
    self->committed = (HnAidSum) { TRUE, self->amount };
  else
    counts->without_usd++;

  if (g_str_equal (currency, "VND"))
    {
      self->has_dong = TRUE;
      self->dong = self->amount;
      return TRUE;
    }
  if (hn_rows_is_null (rows, column + 2))
    {
      counts->without_rate++;
      return TRUE;
    }

  self->has_dong = hn_money_to_vnd (self->amount, currency, hn_rows_integer (rows, column + 2), &self->dong);
  if (!self->has_dong)
    g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_TOO_LARGE,
                         _("An amount is too large to be converted into đồng."));

  return self->has_dong;
}

static gboolean
add (HnAidSum  *sum,
     gint64     cents,
     GError   **error)
{
  sum->known = TRUE;

  return hn_add_checked (&sum->cents, cents, error);
}

/**
 * hn_aid_money_disburse:
 * @project: its id
 * @payments: of HnBasis: those that count in so_far are added to it as of column 0, of them those in the period as of 1
 *
 * What was paid by the period's last day. Of a project without any payment that is nothing known, not zero.
 */
gboolean
hn_aid_money_disburse (HnAidMoney           *self,
                       const HnFormContext  *context,
                       gint64                project,
                       GPtrArray            *payments,
                       HnAidCounts          *counts,
                       GError              **error)
{
  g_autoptr (HnRows) rows =
    hn_register_query (context->reg, disbursements_sql, "ssi", error, context->from, context->to, project);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      if (g_strcmp0 (hn_rows_text (rows, 1), "USD") != 0 || hn_rows_is_null (rows, 0))
        {
          self->mixed = TRUE;
          counts->other_disbursements++;
          continue;
        }
      if (!add (&self->so_far, hn_rows_integer (rows, 0), error))
        return FALSE;
      hn_basis_list_add (payments, 0, "disbursement", hn_rows_integer (rows, 3));
      if (hn_rows_integer (rows, 2) == 0)
        continue;
      if (!add (&self->in_period, hn_rows_integer (rows, 0), error))
        return FALSE;
      hn_basis_list_add (payments, 1, "disbursement", hn_rows_integer (rows, 3));
    }

  return hn_sql_done (&local, error);
}

/**
 * hn_aid_money_finish:
 *
 * What is left to be paid, where it can be said.
 */
gboolean
hn_aid_money_finish (HnAidMoney  *self,
                     GError     **error)
{
  if (!self->committed.known || self->mixed)
    return TRUE;

  self->left = self->committed;

  return hn_add_checked (&self->left.cents, -self->so_far.cents, error);
}

/**
 * hn_aid_money_print:
 *
 * Returns: (transfer full) (nullable): the committed amount in its own currency: "50.000 EUR"
 */
char *
hn_aid_money_print (const HnAidMoney *self)
{
  g_autofree char *printed = NULL;

  if (!self->has_amount)
    return NULL;

  printed = hn_number_print (self->amount, hn_currency_decimals (self->currency));

  return g_strdup_printf ("%s %s", printed, self->currency);
}
