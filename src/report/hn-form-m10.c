/* M10: awards. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include <string.h>

#include "hn-fold.h"
#include "hn-form-text.h"
#include "hn-sql.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_RECIPIENT,
  COLUMN_POSITION,
  COLUMN_FORM,
  COLUMN_LEVEL,
  COLUMN_REASON,
  COLUMN_DECISION,
  COLUMN_DECISION_DATE,
  COLUMN_AMOUNT,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Tập thể, cá nhân", HN_COLUMN_TEXT, NULL, FALSE, 22 },
  { NULL, "Chức vụ, đơn vị công tác", HN_COLUMN_TEXT, NULL, FALSE, 18 },
  { NULL, "Hình thức khen thưởng", HN_COLUMN_TEXT, NULL, FALSE, 15 },
  { NULL, "Cấp khen thưởng", HN_COLUMN_TEXT, NULL, FALSE, 15 },
  { NULL, "Thành tích", HN_COLUMN_TEXT, NULL, FALSE, 22 },
  { "Quyết định", "Số", HN_COLUMN_TEXT, NULL, FALSE, 11 },
  { "Quyết định", "Ngày", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Mức thưởng", HN_COLUMN_MONEY, "đồng", TRUE, 11 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 10 },
};

/* Who received it: a line of the cross table has a column for each, and the form a part. */
typedef enum
{
  RECIPIENT_COLLECTIVE,
  RECIPIENT_PERSON,
  RECIPIENT_WORDS, /* somebody outside of the register: the words do not say which */
  N_RECIPIENTS,
} Recipient;

static const struct
{
  const char *head;
  const char *condition;
} parts[N_RECIPIENTS] = {
  [RECIPIENT_COLLECTIVE] = { "A. TẬP THỂ", "a.\"recipient_organization\" IS NOT NULL" },
  [RECIPIENT_PERSON] = { "B. CÁ NHÂN", "a.\"recipient_person\" IS NOT NULL" },
  [RECIPIENT_WORDS] = { "C. CHƯA PHÂN LOẠI", "a.\"recipient_text\" IS NOT NULL" },
};

enum
{
  CROSS_FORM,
  CROSS_COLLECTIVE,
  CROSS_PERSON,
  CROSS_WORDS,
  CROSS_ALL,
};

static const HnColumn cross_columns[] = {
  { NULL, "Hình thức", HN_COLUMN_TEXT, NULL, FALSE, 26 },
  { NULL, "Tập thể", HN_COLUMN_INTEGER, NULL, TRUE, 12 },
  { NULL, "Cá nhân", HN_COLUMN_INTEGER, NULL, TRUE, 12 },
  { NULL, "Chưa phân loại", HN_COLUMN_INTEGER, NULL, TRUE, 12 },
  { NULL, "Cộng", HN_COLUMN_INTEGER, NULL, TRUE, 12 },
};

#define AWARDS_SQL(condition) \
  "SELECT a.\"id\", COALESCE (" HN_SQL_NAME_THEN ("o") ", p.\"name\", a.\"recipient_text\") AS recipient," \
  " COALESCE (p.\"workplace\", p.\"occupation\"), a.\"form\", a.\"rank\", a.\"given_by\", a.\"reason\"," \
  " a.\"decision_number\", a.\"decision_date\", a.\"amount\", a.\"note\" FROM \"award\" AS a" \
  " LEFT JOIN \"organization\" AS o ON o.\"id\" = a.\"recipient_organization\"" \
  " LEFT JOIN \"person\" AS p ON p.\"id\" = a.\"recipient_person\"" \
  " WHERE a.\"state\" IN ('decided', 'presented') AND " condition \
  " AND " HN_SQL_IN_PERIOD ("COALESCE (a.\"decision_date\", a.\"presented_on\")") \
  " ORDER BY " HN_SQL_FIRST_DAY ("COALESCE (a.\"decision_date\", a.\"presented_on\")") \
  ", hn_sort_key (recipient), a.\"id\""

/* The bodies that give awards, the highest first; anybody else comes after them. By words of the folded name, behind ^
 * by its first ones: a bank of the State is not the State, nor a committee for non-governmental bodies the
 * government. */
static const char *const levels[] = {
  "chu tich nuoc|^nha nuoc|^quoc hoi|thuong vu quoc hoi",
  "^thu tuong|^chinh phu|pho thu tuong",
  "to chuc huu nghi viet nam|vufo|^bo |ban bi thu|trung uong",
  "ubnd tinh|uy ban nhan dan tinh|chu tich tinh|tinh uy|ubnd thanh pho|uy ban nhan dan thanh pho|mat tran to quoc|mttq",
};

static guint
level_of (const char *given_by)
{
  g_autofree char *folded = given_by != NULL ? hn_text_fold (given_by) : g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_auto (GStrv) words = g_strsplit (levels[i], "|", -1);

      for (guint j = 0; words[j] != NULL; j++)
        if (*words[j] == '^' ? g_str_has_prefix (folded, words[j] + 1) : strstr (folded, words[j]) != NULL)
          return i;
    }

  return G_N_ELEMENTS (levels);
}

static const HnChoice *
find_form (const char *name)
{
  return hn_field_get_choice (hn_kind_get_field (hn_kind_lookup ("award"), "form"), name);
}

static void
fill_row (HnReportRow *row,
          HnRows      *rows)
{
  const HnChoice *form = find_form (hn_rows_text (rows, 3));
  const char *rank = hn_rows_text (rows, 4);
  g_autofree char *text = rank != NULL ? g_strdup_printf ("%s %s", form->label.vi, rank) : g_strdup (form->label.vi);

  hn_row_add_basis (row, "award", hn_rows_integer (rows, 0));
  hn_row_set_text (row, COLUMN_RECIPIENT, hn_rows_text (rows, 1));
  hn_row_set_text (row, COLUMN_POSITION, hn_rows_text (rows, 2));
  hn_row_set_text (row, COLUMN_FORM, text);
  hn_row_set_text (row, COLUMN_LEVEL, hn_rows_text (rows, 5));
  hn_row_set_text (row, COLUMN_REASON, hn_rows_text (rows, 6));
  hn_row_set_text (row, COLUMN_DECISION, hn_rows_text (rows, 7));
  hn_row_set_date (row, COLUMN_DECISION_DATE, hn_rows_text (rows, 8));
  if (!hn_rows_is_null (rows, 9))
    hn_row_set_integer (row, COLUMN_AMOUNT, hn_rows_integer (rows, 9));
  hn_row_set_text (row, COLUMN_NOTE, hn_rows_text (rows, 10));
}

static int
compare_levels (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  guint first = level_of (hn_row_cell (*(HnReportRow **) a, COLUMN_LEVEL)->text);
  guint second = level_of (hn_row_cell (*(HnReportRow **) b, COLUMN_LEVEL)->text);

  return (first > second) - (first < second);
}

typedef struct
{
  gint64     counts[N_RECIPIENTS];
  GPtrArray *basis; /* of the columns of the cross table */
} FormAwards;

static void
form_awards_free (gpointer data)
{
  g_ptr_array_unref (((FormAwards *) data)->basis);
  g_free (data);
}

static void
count_award (GHashTable     *counts,
             const HnChoice *choice,
             Recipient       part,
             gint64          id)
{
  FormAwards *awards = g_hash_table_lookup (counts, choice);

  if (awards == NULL)
    {
      awards = g_new0 (FormAwards, 1);
      awards->basis = hn_basis_list_new ();
      g_hash_table_insert (counts, (gpointer) choice, awards);
    }
  awards->counts[part]++;
  hn_basis_list_add (awards->basis, CROSS_COLLECTIVE + (int) part, "award", id);
  hn_basis_list_add (awards->basis, CROSS_ALL, "award", id);
}

/* One part of the form; @counts has the FormAwards of each form. */
static gboolean
add_part (const HnFormContext  *context,
          HnReportForm         *form,
          Recipient             part,
          GHashTable           *counts,
          GError              **error)
{
  g_autofree char *sql = g_strdup_printf (AWARDS_SQL ("%s"), parts[part].condition);
  g_autoptr (HnRows) rows = hn_register_query (context->reg, sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;
  g_autofree char *head = NULL;
  guint start = form->rows->len;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      count_award (counts, find_form (hn_rows_text (rows, 3)), part, hn_rows_integer (rows, 0));
      if (form->rows->len == start)
        hn_form_add_row (form, HN_ROW_GROUP);
      fill_row (hn_form_add_row (form, HN_ROW_PLAIN), rows);
    }
  if (!hn_sql_done (&local, error))
    return FALSE;
  if (form->rows->len == start)
    return TRUE;

  /* Sorting keeps the order of days where the level is the same. */
  g_sort_array (form->rows->pdata + start + 1, form->rows->len - start - 1, sizeof (gpointer), compare_levels, NULL);
  head = g_strdup_printf ("%s (%u)", parts[part].head, form->rows->len - start - 1);
  hn_row_set_text (g_ptr_array_index (form->rows, start), COLUMN_RECIPIENT, head);
  for (guint i = start + 1; i < form->rows->len; i++)
    hn_row_set_integer (g_ptr_array_index (form->rows, i), COLUMN_NUMBER, i - start);

  return TRUE;
}

/* How many of each form went to whom. */
static gboolean
add_cross_table (HnReportForm  *form,
                 GHashTable    *counts,
                 GError       **error)
{
  const HnField *field = hn_kind_get_field (hn_kind_lookup ("award"), "form");
  HnReportForm *table =
    hn_report_form_new ("M10", "Tổng hợp theo hình thức", cross_columns, G_N_ELEMENTS (cross_columns));

  form->appended = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  g_ptr_array_add (form->appended, table);
  for (const HnChoice *choice = field->choices; choice->name != NULL; choice++)
    {
      const FormAwards *awards = g_hash_table_lookup (counts, choice);
      const gint64 *count;
      HnReportRow *row;

      if (awards == NULL)
        continue;
      count = awards->counts;
      row = hn_form_add_row (table, HN_ROW_PLAIN);
      for (guint i = 0; i < awards->basis->len; i++)
        {
          const HnBasis *basis = g_ptr_array_index (awards->basis, i);

          hn_basis_list_append (row->basis, basis->column, basis);
        }
      hn_row_set_text (row, CROSS_FORM, choice->label.vi);
      hn_row_set_integer (row, CROSS_COLLECTIVE, count[RECIPIENT_COLLECTIVE]);
      hn_row_set_integer (row, CROSS_PERSON, count[RECIPIENT_PERSON]);
      hn_row_set_integer (row, CROSS_WORDS, count[RECIPIENT_WORDS]);
      hn_row_set_integer (row, CROSS_ALL,
                          count[RECIPIENT_COLLECTIVE] + count[RECIPIENT_PERSON] + count[RECIPIENT_WORDS]);
    }

  return hn_form_add_total (table, CROSS_FORM, "Cộng", error);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, form_awards_free);

  form->subtitle = hn_form_over (context->period);
  for (int part = 0; part < N_RECIPIENTS; part++)
    {
      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      if (!add_part (context, form, (Recipient) part, counts, error))
        return FALSE;
    }
  if (form->rows->len == 0)
    hn_form_add_nothing (form);
  if (!hn_form_sum_groups (form, error) || !hn_form_add_total (form, COLUMN_RECIPIENT, "TỔNG CỘNG", error))
    return FALSE;
  hn_form_set_words (context, form, COLUMN_AMOUNT);

  return g_hash_table_size (counts) == 0 || add_cross_table (form, counts, error);
}

const HnFormSpec hn_form_m10 = {
  .name = "M10",
  .title = "TỔNG HỢP KẾT QUẢ KHEN THƯỞNG",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
