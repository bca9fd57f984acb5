/* M01: the bilateral associations, as they stand at the end of the period. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-member-ages.h"
#include "hn-number.h"
#include "hn-sql.h"
#include "hn-stated.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_DECISION,
  COLUMN_FOUNDED,
  COLUMN_TERM,
  COLUMN_CHAIR,
  COLUMN_CHAIR_WORK,
  COLUMN_CHAIR_PHONE,
  COLUMN_COMMITTEE,
  COLUMN_LOCALS,
  COLUMN_BRANCHES,
  COLUMN_MEMBERS,
  COLUMN_WOMEN,
  COLUMN_JOINED,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Tên hội", HN_COLUMN_TEXT, NULL, FALSE, 16 },
  { NULL, "Quyết định thành lập (số, ngày)", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Năm thành lập", HN_COLUMN_YEAR, NULL, FALSE, 6 },
  { NULL, "Nhiệm kỳ hiện tại", HN_COLUMN_TEXT, NULL, FALSE, 9.5 },
  { "Chủ tịch hội", "Họ và tên", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { "Chủ tịch hội", "Chức vụ, đơn vị công tác", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { "Chủ tịch hội", "Điện thoại", HN_COLUMN_TEXT, NULL, FALSE, 11.5 },
  { "Tổ chức", "Ủy viên BCH", HN_COLUMN_INTEGER, "người", TRUE, 7 },
  { "Tổ chức", "Hội cấp cơ sở", HN_COLUMN_INTEGER, "hội", TRUE, 6 },
  { "Tổ chức", "Chi hội", HN_COLUMN_INTEGER, "chi hội", TRUE, 6 },
  { "Hội viên", "Tổng số", HN_COLUMN_INTEGER, "người", TRUE, 7 },
  { "Hội viên", "Nữ", HN_COLUMN_INTEGER, "người", TRUE, 7 },
  { "Hội viên", "Kết nạp mới trong kỳ", HN_COLUMN_INTEGER, "người", TRUE, 7 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 12 },
};

/* The newest term that has begun. */
#define TERM_SINCE HN_SQL_FIRST_DAY ("COALESCE (t.\"from\", t.\"congress_date\")")

/* Who leads, for the time being as well; not whom the title honours. */
#define IS_CHAIR \
  "((f.\"title\" LIKE 'Chủ tịch%' OR f.\"title\" LIKE 'CHỦ TỊCH%' OR f.\"title\" LIKE 'Quyền Chủ tịch%'" \
  " OR f.\"title\" LIKE 'Q. Chủ tịch%') AND f.\"title\" NOT LIKE '%danh dự%')"

static const char associations_sql[] =
  HN_SQL_BELOW
  "SELECT o.\"id\", " HN_SQL_NAME_THEN ("o") " AS called, o.\"founding_decision_number\", o.\"founding_decision_date\", o.\"founded\","
  " (SELECT t.\"number\" || char (10) || COALESCE (t.\"from\", t.\"congress_date\", '') || char (10)"
  "   || COALESCE (t.\"to\", '')"
  "  FROM \"term\" AS t WHERE t.\"organization\" = o.\"id\" AND COALESCE (" TERM_SINCE ", '') <= ?2"
  "  ORDER BY COALESCE (" TERM_SINCE ", '') DESC, t.\"id\" LIMIT 1),"
  " (SELECT f.\"id\" FROM \"office\" AS f WHERE f.\"organization\" = o.\"id\" AND " IS_CHAIR
  "  AND " HN_SQL_BEGUN ("f.\"from\"") " AND " HN_SQL_NOT_OVER ("f.\"to\"")
  "  ORDER BY COALESCE (" HN_SQL_FIRST_DAY ("f.\"from\"") ", '') DESC, f.\"id\" LIMIT 1),"
  " (SELECT COUNT (DISTINCT f.\"person\") FROM \"office\" AS f WHERE f.\"organization\" = o.\"id\""
  "  AND " HN_SQL_BEGUN ("f.\"from\"") " AND " HN_SQL_NOT_OVER ("f.\"to\"") "),"
  " (SELECT COUNT (*) FROM below AS b WHERE b.root = o.\"id\" AND b.kind = 'local'),"
  " (SELECT COUNT (*) FROM below AS b WHERE b.root = o.\"id\" AND b.kind = 'branch'),"
  " COALESCE (k.members, 0), COALESCE (k.women, 0), COALESCE (j.joined, 0)"
  " FROM \"organization\" AS o"
  " LEFT JOIN (SELECT b.root AS root, COUNT (DISTINCT m.\"person\") AS members,"
  "   COUNT (DISTINCT CASE WHEN p.\"gender\" = 'female' THEN p.\"id\" END) AS women"
  "  FROM below AS b JOIN \"membership\" AS m ON m.\"organization\" = b.id"
  "  JOIN \"person\" AS p ON p.\"id\" = m.\"person\""
  "  WHERE " HN_SQL_MEMBER_NOW " GROUP BY b.root) AS k ON k.root = o.\"id\""
  " LEFT JOIN (SELECT b.root AS root, COUNT (DISTINCT m.\"person\") AS joined"
  "  FROM below AS b JOIN \"membership\" AS m ON m.\"organization\" = b.id"
  "  WHERE " HN_SQL_IN_PERIOD ("m.\"joined\"") " GROUP BY b.root) AS j ON j.root = o.\"id\""
  " WHERE o.\"id\" IN (SELECT root FROM below)"
  " ORDER BY " HN_SQL_FIRST_DAY ("o.\"founded\"") ", hn_sort_key (called), o.\"id\"";

/* The records behind each figure of the association ?3. */
#define BELOW_ONE \
  "WITH RECURSIVE line (id, kind, now) AS (SELECT ?3, '', 1 UNION SELECT o.\"id\", o.\"kind\", " \
  HN_SQL_ORGANIZATION_NOW " FROM line AS l" \
  " JOIN \"organization\" AS o ON o.\"parent\" = l.id WHERE o.\"kind\" <> 'bilateral' AND ?1 = ?1)," \
  " below (id, kind) AS (SELECT id, kind FROM line WHERE now) "
#define MEMBERSHIPS(who) \
  BELOW_ONE "SELECT MIN (m.\"id\") FROM below AS b JOIN \"membership\" AS m ON m.\"organization\" = b.id" \
  " JOIN \"person\" AS p ON p.\"id\" = m.\"person\" WHERE " who " GROUP BY m.\"person\""

static const struct
{
  guint       column;
  const char *kind;
  const char *sql;
} behind[] = {
  { COLUMN_COMMITTEE, "office",
    "SELECT MIN (f.\"id\") FROM \"office\" AS f WHERE f.\"organization\" = ?3 AND ?1 = ?1"
    " AND " HN_SQL_BEGUN ("f.\"from\"") " AND " HN_SQL_NOT_OVER ("f.\"to\"") " GROUP BY f.\"person\"" },
  { COLUMN_LOCALS, "organization", BELOW_ONE "SELECT id FROM below WHERE kind = 'local'" },
  { COLUMN_BRANCHES, "organization", BELOW_ONE "SELECT id FROM below WHERE kind = 'branch'" },
  { COLUMN_MEMBERS, "membership", MEMBERSHIPS (HN_SQL_MEMBER_NOW) },
  { COLUMN_WOMEN, "membership", MEMBERSHIPS ("p.\"gender\" = 'female' AND " HN_SQL_MEMBER_NOW) },
  { COLUMN_JOINED, "membership", MEMBERSHIPS (HN_SQL_IN_PERIOD ("m.\"joined\"")) },
};

static const char chair_sql[] =
  "SELECT p.\"name\", COALESCE (p.\"workplace\", p.\"occupation\"), p.\"phone\" FROM \"office\" AS f"
  " JOIN \"person\" AS p ON p.\"id\" = f.\"person\" WHERE f.\"id\" = ?1";

static const char stated_sql[] =
  "SELECT \"members\", \"branches\", \"qualifier\", \"source\", \"as_of\" FROM \"headcount\""
  " WHERE \"organization\" = ?1 AND \"as_of\" ="
  "  (SELECT \"as_of\" FROM \"headcount\" WHERE \"organization\" = ?1"
  "   AND " HN_SQL_FIRST_DAY ("\"as_of\"") " <= date (?2, 'start of month', '+1 month', '-1 day')"
  "   ORDER BY " HN_SQL_FIRST_DAY ("\"as_of\"") " DESC, \"id\" LIMIT 1)"
  " ORDER BY \"members\" IS NULL, \"id\"";

static const char unions_sql[] =
  "SELECT o.\"id\" FROM \"organization\" AS o WHERE o.\"kind\" = 'union' AND ?1 = ?1 AND " HN_SQL_ORGANIZATION_NOW
  " ORDER BY o.\"id\"";

/* One row's answer to a question about one record. */
static gboolean
ask_one (HnRows  **rows,
         gboolean *found,
         GError  **error)
{
  g_autoptr (GError) local = NULL;

  if (*rows == NULL)
    return FALSE;

  *found = hn_rows_next (*rows, &local);

  return hn_sql_done (&local, error);
}

static char *
print_iso (const char *iso)
{
  HnDate date;

  return hn_date_from_iso (iso, &date) ? hn_date_print (date) : NULL;
}

/* "05/QĐ-UBND, 12/10/1998", of which either part may be unknown. */
static void
set_decision (HnReportRow *row,
              const char  *number,
              const char  *date)
{
  g_autofree char *day = print_iso (date);
  g_autofree char *both = NULL;

  if (number != NULL && day != NULL)
    both = g_strdup_printf ("%s, %s", number, day);
  hn_row_set_text (row, COLUMN_DECISION, both != NULL ? both : number != NULL ? number : day);
}

/* "Khóa III (2018 - 2023)" from number, beginning and end on lines of their own. */
static void
set_term (HnReportRow *row,
          const char  *lines)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *term = NULL;

  if (lines == NULL)
    return;

  parts = g_strsplit (lines, "\n", 3);
  if (*parts[1] != '\0' && *parts[2] != '\0')
    term = g_strdup_printf ("Khóa %s (%.4s - %.4s)", parts[0], parts[1], parts[2]);
  else if (*parts[1] != '\0')
    term = g_strdup_printf ("Khóa %s (từ %.4s)", parts[0], parts[1]);
  else
    term = g_strdup_printf ("Khóa %s", parts[0]);
  hn_row_set_text (row, COLUMN_TERM, term);
}

static gboolean
set_chair (const HnFormContext  *context,
           HnReportRow          *row,
           gint64                office,
           GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, chair_sql, "i", error, office);
  gboolean found;

  if (!ask_one (&rows, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  for (guint column = COLUMN_CHAIR; column <= COLUMN_CHAIR_PHONE; column++)
    hn_row_add_basis_of (row, column, "office", office);
  hn_row_set_text (row, COLUMN_CHAIR, hn_rows_text (rows, 0));
  hn_row_set_text (row, COLUMN_CHAIR_WORK, hn_rows_text (rows, 1));
  hn_row_set_text (row, COLUMN_CHAIR_PHONE, hn_rows_text (rows, 2));

  return TRUE;
}

/* "hơn 6.000 hội viên, hơn 80 chi hội" */
static void
print_headcount (HnRows  *rows,
                 GString *text)
{
  g_autofree char *qualifier = hn_qualifier_word (hn_rows_text (rows, 2));
  static const char *const units[] = { "hội viên", "chi hội" };

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *number = hn_number_print (hn_rows_integer (rows, i), 0);

      if (hn_rows_is_null (rows, i))
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      if (qualifier != NULL)
        g_string_append_printf (text, "%s ", qualifier);
      g_string_append_printf (text, "%s %s", number, units[i]);
    }
}

static char *
describe_headcount (const char *figures,
                    const char *source,
                    const char *as_of)
{
  g_autofree char *day = print_iso (as_of);

  if (source == NULL)
    return g_strdup_printf ("%s (tính đến %s)", figures, day);

  return g_strdup_printf ("%s (%s, tính đến %s)", figures, source, day);
}

/* What was last stated of an organization, with its source and day; %NULL where nothing was. Figures of one day may
 * be more or less exact: "gần 6.000 hội viên, 85 chi hội". */
static gboolean
find_headcount (const HnFormContext  *context,
                gint64                organization,
                char                **text,
                GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, stated_sql, "is", error, organization, context->to);
  g_autoptr (GString) figures = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;
  g_autofree char *source = NULL;
  g_autofree char *day = NULL;

  *text = NULL;
  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &failure))
    {
      print_headcount (rows, figures);
      g_set_str (&day, hn_rows_text (rows, 4));
      if (source == NULL)
        source = g_strdup (hn_rows_text (rows, 3));
    }
  if (!hn_sql_done (&failure, error))
    return FALSE;
  if (day != NULL)
    *text = describe_headcount (figures->str, source, day);

  return TRUE;
}

static gboolean
add_basis (const HnFormContext  *context,
           HnReportRow          *row,
           gint64                organization,
           GError              **error)
{
  for (guint column = COLUMN_NAME; column <= COLUMN_TERM; column++)
    hn_row_add_basis_of (row, column, "organization", organization);
  for (guint i = 0; context->options->basis && i < G_N_ELEMENTS (behind); i++)
    {
      g_autoptr (HnRows) rows =
        hn_register_query (context->reg, behind[i].sql, "ssi", error, context->from, context->to, organization);
      g_autoptr (GError) local = NULL;

      if (rows == NULL)
        return FALSE;

      while (hn_rows_next (rows, &local))
        hn_row_add_basis_of (row, behind[i].column, behind[i].kind, hn_rows_integer (rows, 0));
      if (!hn_sql_done (&local, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_association (const HnFormContext  *context,
                 HnReportForm         *form,
                 HnRows               *rows,
                 GError              **error)
{
  gint64 id = hn_rows_integer (rows, 0);
  HnReportRow *row;
  g_autofree char *stated = NULL;
  HnDate founded;

  if (!find_headcount (context, id, &stated, error))
    return FALSE;

  row = hn_form_add_row (form, HN_ROW_PLAIN);
  hn_row_set_integer (row, COLUMN_NUMBER, form->rows->len);
  hn_row_set_text (row, COLUMN_NAME, hn_rows_text (rows, 1));
  set_decision (row, hn_rows_text (rows, 2), hn_rows_text (rows, 3));
  if (hn_date_from_iso (hn_rows_text (rows, 4), &founded))
    hn_row_set_integer (row, COLUMN_FOUNDED, founded.year);
  set_term (row, hn_rows_text (rows, 5));
  for (int column = COLUMN_COMMITTEE; column <= COLUMN_JOINED; column++)
    hn_row_set_integer (row, (guint) column, hn_rows_integer (rows, column - COLUMN_COMMITTEE + 7));
  if (stated != NULL)
    {
      g_autofree char *note = g_strconcat ("Công bố: ", stated, NULL);

      hn_row_set_text (row, COLUMN_NOTE, note);
    }

  return (hn_rows_is_null (rows, 6) || set_chair (context, row, hn_rows_integer (rows, 6), error))
         && add_basis (context, row, id, error);
}

/* The line under the table, and where its figures are not those of the total row, why. */
static void
add_counts (HnReportForm *form,
            guint         associations,
            gint64        members)
{
  gint64 locals = hn_row_cell (form->total, COLUMN_LOCALS)->number;
  g_autofree char *branches = hn_number_print (hn_row_cell (form->total, COLUMN_BRANCHES)->number, 0);
  g_autofree char *distinct = hn_number_print (members, 0);
  g_autofree char *below = NULL;

  below = locals > 0 ? g_strdup_printf (" Hội cấp cơ sở: %" G_GINT64_FORMAT ".", locals) : g_strdup ("");
  hn_form_add_note (form, "Tổng số: %u hội, %s chi hội, %s hội viên.%s", associations, branches, distinct, below);
  if (members != hn_row_cell (form->total, COLUMN_MEMBERS)->number)
    {
      g_autofree char *sum = hn_number_print (hn_row_cell (form->total, COLUMN_MEMBERS)->number, 0);

      hn_form_add_note (form,
                        "Người là hội viên của nhiều hội được đếm ở từng hội: cộng các hội là %s lượt, "
                        "tính mỗi người một lần là %s người.",
                        sum, distinct);
    }
}

/* The union's own figure beside the counted one: a difference is shown, not hidden. */
static gboolean
add_union_figures (const HnFormContext  *context,
                   HnReportForm         *form,
                   gint64                members,
                   GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, unions_sql, "ss", error, context->from, context->to);
  g_autofree char *counted = hn_number_print (members, 0);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      g_autofree char *stated = NULL;

      if (!find_headcount (context, hn_rows_integer (rows, 0), &stated, error))
        return FALSE;
      if (stated != NULL)
        hn_form_add_note (form, "Số liệu công bố: %s; đếm trong sổ: %s hội viên.", stated, counted);
    }

  return hn_sql_done (&local, error);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autoptr (HnReportForm) ages = hn_member_ages_new (context, form->form, error);
  g_autoptr (HnRows) rows =
    ages != NULL ? hn_register_query (context->reg, associations_sql, "ss", error, context->from, context->to) : NULL;
  g_autoptr (GError) local = NULL;
  guint associations;
  gint64 members;

  if (rows == NULL)
    return FALSE;

  form->subtitle = hn_form_as_of (context->period);
  while (hn_rows_next (rows, &local))
    {
      if (g_cancellable_set_error_if_cancelled (context->cancellable, error)
          || !add_association (context, form, rows, error))
        return FALSE;
    }
  if (!hn_sql_done (&local, error))
    return FALSE;

  associations = form->rows->len;
  if (associations == 0)
    hn_form_add_nothing (form);

  if (!hn_form_add_total (form, COLUMN_NAME, "TỔNG CỘNG", error))
    return FALSE;

  members = hn_member_ages_get_members (ages);
  add_counts (form, associations, members);
  if (members > 0)
    {
      form->appended = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
      g_ptr_array_add (form->appended, g_steal_pointer (&ages));
    }

  return add_union_figures (context, form, members, error);
}

const HnFormSpec hn_form_m01 = {
  .name = "M01",
  .title = "DANH SÁCH HỘI HỮU NGHỊ THÀNH VIÊN",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
