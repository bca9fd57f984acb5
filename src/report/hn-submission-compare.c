/* A report that was sent, beside the same report of today: every figure that differs, and the records that make it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-submission.h"

#include "hn-rule-sets.h"
#include "hn-submission-private.h"

/* One table being compared. */
typedef struct
{
  HnCauseFinder        *finder;
  const HnCountedTable *then;
  const HnCountedTable *now;
  int                  *columns;  /* of then's: the same one of now's, or -1 */
  GArray               *pairs;    /* of HnRowPair */
  GPtrArray            *of_pairs; /* of GPtrArray of HnDifference, one a pair */
} Comparison;

static void
difference_free (HnDifference *difference)
{
  g_free (difference->form);
  g_free (difference->row);
  g_free (difference->column);
  g_free (difference->then);
  g_free (difference->now);
  g_ptr_array_unref (difference->causes);
  g_free (difference);
}

static HnDifference *
difference_new (HnDifferenceType  type,
                const Comparison *comparison,
                const char       *row)
{
  HnDifference *difference = g_new0 (HnDifference, 1);

  difference->type = type;
  difference->form = g_strdup (comparison->now->name);
  difference->row = g_strdup (row);
  difference->causes = hn_causes_new ();

  return difference;
}

static const char *
cell_of (const HnCountedRow *row,
         int                 column)
{
  return column >= 0 && (guint) column < row->cells->len ? g_ptr_array_index (row->cells, (guint) column) : NULL;
}

static gboolean
is_number (const HnCountedRow *row,
           int                 column)
{
  return column >= 0 && column < 64 && (row->numbers >> column & 1) != 0;
}

/* By their heads: a form may have got a column since, and M13's are the areas. */
static int *
map_columns (const HnCountedTable *then,
             const HnCountedTable *now)
{
  int *columns = g_new (int, then->columns->len + 1);

  for (guint i = 0; i < then->columns->len; i++)
    {
      const char *head = g_ptr_array_index (then->columns, i);

      columns[i] = -1;
      if (hn_counted_is_ordinal (then, i))
        continue;
      if (i < now->columns->len && g_str_equal (g_ptr_array_index (now->columns, i), head))
        columns[i] = (int) i;
      for (guint j = 0; columns[i] < 0 && j < now->columns->len; j++)
        if (g_str_equal (g_ptr_array_index (now->columns, j), head))
          columns[i] = (int) j;
    }

  return columns;
}

/* --- rows of records ----------------------------------------------------- */

/* "Thời gian: 06/05/2021; Đại biểu – Tổng số: 30": what a row says in numbers and days beside what it is of. */
static char *
describe_row (const HnCountedTable *table,
              const HnCountedRow   *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len && i < table->columns->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);
      const char *head = g_ptr_array_index (table->columns, i);

      if (cell == NULL || hn_counted_is_ordinal (table, i))
        continue;
      if (is_number (row, (int) i) || g_ascii_isdigit (*cell))
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", head, cell);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
compare_alone (Comparison      *comparison,
               const HnRowPair *pair,
               GPtrArray       *differences)
{
  gboolean added = pair->then == NULL;
  const HnCountedRow *row = added ? pair->now : pair->then;
  HnDifference *difference =
    difference_new (added ? HN_DIFFERENCE_ROW_ADDED : HN_DIFFERENCE_ROW_GONE, comparison, row->label);

  if (added)
    difference->now = describe_row (comparison->now, row);
  else
    difference->then = describe_row (comparison->then, row);
  hn_cause_finder_direct (comparison->finder, pair->then, -1, pair->now, -1, difference->causes);
  g_ptr_array_add (differences, difference);
}

static void
add_causes (GPtrArray          *causes,
            const HnDifference *difference)
{
  for (guint i = 0; i < difference->causes->len; i++)
    hn_causes_add (causes, g_ptr_array_index (difference->causes, i));
}

static HnDifference *
compare_cells (Comparison         *comparison,
               const HnCountedRow *then,
               const HnCountedRow *now,
               guint               column)
{
  int other = comparison->columns[column];
  const char *before = cell_of (then, (int) column), *after = cell_of (now, other);
  HnDifference *difference;

  if (other < 0 || g_strcmp0 (before, after) == 0)
    return NULL;

  difference = difference_new (HN_DIFFERENCE_FIGURE, comparison, now->label);
  difference->column = g_strdup (g_ptr_array_index (comparison->then->columns, column));
  difference->then = g_strdup (before);
  difference->now = g_strdup (after);

  return difference;
}

static gboolean
is_explained (GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    if (((const HnDifference *) g_ptr_array_index (differences, i))->causes->len == 0)
      return FALSE;

  return TRUE;
}

/* What has no records of its own is made of what stands beside it, such as a percentage. Most rows differ in
 * nothing. */
static void
fill_causes (Comparison      *comparison,
             const HnRowPair *pair,
             GPtrArray       *differences)
{
  g_autoptr (GPtrArray) beside = NULL;

  if (is_explained (differences))
    return;

  beside = hn_causes_new ();
  for (guint i = 0; i < differences->len; i++)
    add_causes (beside, g_ptr_array_index (differences, i));
  if (beside->len == 0)
    hn_cause_finder_indirect (comparison->finder, pair->then, pair->now, beside);
  if (beside->len == 0)
    hn_cause_finder_common (comparison->finder, beside);

  for (guint i = 0; i < differences->len; i++)
    {
      HnDifference *difference = g_ptr_array_index (differences, i);

      for (guint j = 0; difference->causes->len == 0 && j < beside->len; j++)
        hn_causes_add (difference->causes, g_ptr_array_index (beside, j));
    }
}

static void
compare_pair (Comparison      *comparison,
              const HnRowPair *pair,
              GPtrArray       *differences)
{
  if (pair->then == NULL || pair->now == NULL)
    {
      compare_alone (comparison, pair, differences);
      return;
    }

  for (guint i = 0; i < comparison->then->columns->len; i++)
    {
      HnDifference *difference = compare_cells (comparison, pair->then, pair->now, i);

      if (difference == NULL)
        continue;
      hn_cause_finder_direct (comparison->finder, pair->then, (int) i, pair->now, comparison->columns[i],
                              difference->causes);
      g_ptr_array_add (differences, difference);
    }
  fill_causes (comparison, pair, differences);
}

/* --- rows that sum others ------------------------------------------------ */

/* Which rows a row sums, in both tables; the ends are outside. */
typedef struct
{
  guint then_from;
  guint then_end;
  guint now_from;
  guint now_end;
} Span;

/* Where the rows end that stand under a heading. */
static guint
find_end (const HnCountedTable *table,
          guint                 at)
{
  const HnCountedRow *heading = g_ptr_array_index (table->rows, at);

  for (guint i = at + 1; i < table->rows->len; i++)
    {
      const HnCountedRow *row = g_ptr_array_index (table->rows, i);

      if (row->style == HN_ROW_GROUP && row->level <= heading->level)
        return i;
    }

  return table->rows->len;
}

static Span
find_span (const Comparison *comparison,
           const HnRowPair  *sum)
{
  if (sum->now->style != HN_ROW_GROUP)
    return (Span) { 0, comparison->then->rows->len, 0, comparison->now->rows->len };

  return (Span) { sum->then_at + 1, find_end (comparison->then, sum->then_at), sum->now_at + 1,
                  find_end (comparison->now, sum->now_at) };
}

/* What a summed row does to the figure: of a number, what differs in its column, and what came or went with one there;
 * of words, such as "CỘNG: 12 hoạt động", every row that came or went. */
static void
add_summed (Comparison         *comparison,
            const HnRowPair    *pair,
            GPtrArray          *of_pair,
            const HnDifference *sum,
            gboolean            number,
            guint               column,
            GPtrArray          *causes)
{
  for (guint i = 0; i < of_pair->len; i++)
    {
      const HnDifference *difference = g_ptr_array_index (of_pair, i);
      const char *cell =
        pair->then != NULL ? cell_of (pair->then, (int) column) : cell_of (pair->now, comparison->columns[column]);

      if (difference->type == HN_DIFFERENCE_FIGURE ? g_str_equal (difference->column, sum->column)
                                                   : !number || cell != NULL)
        add_causes (causes, difference);
    }
}

/* A row that stands under another heading now, though nothing else in it differs. */
static void
add_moved (Comparison      *comparison,
           const HnRowPair *pair,
           GPtrArray       *causes)
{
  hn_cause_finder_direct (comparison->finder, pair->then, -1, pair->now, -1, causes);
}

static void
find_sum_causes (Comparison   *comparison,
                 const Span   *span,
                 HnDifference *difference,
                 gboolean      number,
                 guint         column)
{
  for (guint i = 0; i < comparison->pairs->len; i++)
    {
      const HnRowPair *pair = &g_array_index (comparison->pairs, HnRowPair, i);
      const HnCountedRow *row = pair->now != NULL ? pair->now : pair->then;
      gboolean then = pair->then != NULL && pair->then_at >= span->then_from && pair->then_at < span->then_end;
      gboolean now = pair->now != NULL && pair->now_at >= span->now_from && pair->now_at < span->now_end;

      if (row->style != HN_ROW_PLAIN || (!then && !now))
        continue;
      if (then != now && pair->then != NULL && pair->now != NULL)
        add_moved (comparison, pair, difference->causes);
      else
        add_summed (comparison, pair, g_ptr_array_index (comparison->of_pairs, i), difference, number, column,
                    difference->causes);
    }
}

static void
add_everything (Comparison   *comparison,
                const Span   *span,
                HnDifference *difference)
{
  for (guint i = 0; i < comparison->pairs->len; i++)
    {
      const HnRowPair *pair = &g_array_index (comparison->pairs, HnRowPair, i);
      GPtrArray *of_pair = g_ptr_array_index (comparison->of_pairs, i);
      gboolean inside = pair->now != NULL ? pair->now_at >= span->now_from && pair->now_at < span->now_end
                                          : pair->then_at >= span->then_from && pair->then_at < span->then_end;

      for (guint j = 0; inside && j < of_pair->len; j++)
        add_causes (difference->causes, g_ptr_array_index (of_pair, j));
    }
}

static void
compare_sum (Comparison      *comparison,
             const HnRowPair *sum,
             GPtrArray       *differences)
{
  const Span span = find_span (comparison, sum);

  for (guint i = 0; i < comparison->then->columns->len; i++)
    {
      HnDifference *difference = compare_cells (comparison, sum->then, sum->now, i);
      gboolean number = is_number (sum->then, (int) i) || is_number (sum->now, comparison->columns[i]);

      if (difference == NULL)
        continue;
      find_sum_causes (comparison, &span, difference, number, i);
      if (difference->causes->len == 0)
        hn_cause_finder_direct (comparison->finder, sum->then, (int) i, sum->now, comparison->columns[i],
                                difference->causes);
      if (difference->causes->len == 0)
        add_everything (comparison, &span, difference);
      hn_causes_sort (difference->causes);
      g_ptr_array_add (differences, difference);
    }
}

/* --- all ----------------------------------------------------------------- */

/* A heading that came or went says no more than the rows under it. */
static void
compare_sums (Comparison *comparison)
{
  for (guint i = 0; i < comparison->pairs->len; i++)
    {
      const HnRowPair *pair = &g_array_index (comparison->pairs, HnRowPair, i);

      if (pair->then != NULL && pair->now != NULL && pair->now->style != HN_ROW_PLAIN
          && pair->now->style != HN_ROW_NOTHING)
        compare_sum (comparison, pair, g_ptr_array_index (comparison->of_pairs, i));
    }
}

static void
compare_plain (Comparison *comparison)
{
  for (guint i = 0; i < comparison->pairs->len; i++)
    {
      const HnRowPair *pair = &g_array_index (comparison->pairs, HnRowPair, i);
      GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);

      g_ptr_array_add (comparison->of_pairs, differences);
      if ((pair->now != NULL ? pair->now : pair->then)->style == HN_ROW_PLAIN)
        compare_pair (comparison, pair, differences);
    }
}

static void
move_all (GPtrArray *from,
          GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

static void
compare_table (HnCauseFinder        *finder,
               const HnCountedTable *then,
               const HnCountedTable *now,
               GPtrArray            *differences)
{
  g_autofree int *columns = map_columns (then, now);
  g_autoptr (GArray) pairs = hn_rows_match (then, now);
  g_autoptr (GPtrArray) of_pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  Comparison comparison = { finder, then, now, columns, pairs, of_pairs };

  compare_plain (&comparison);
  compare_sums (&comparison);
  if (then->total != NULL && now->total != NULL)
    compare_sum (&comparison, &(HnRowPair) { then->total, now->total, 0, 0 }, totals);
  for (guint i = 0; i < of_pairs->len; i++)
    move_all (g_ptr_array_index (of_pairs, i), differences);
  move_all (totals, differences);
}

/* The window is that of the report that was sent, whatever the rules have become. */
static HnPeriod *
find_period (HnRegister       *reg,
             const HnCounted  *then,
             GError          **error)
{
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_load (reg, then->rules, NULL);
  HnPeriod *period;

  if (rules == NULL)
    rules = hn_period_rules_calendar ();
  period = hn_period_parse (then->period, rules, error);
  if (period == NULL)
    return NULL;

  period->from = then->from;
  period->to = then->to;

  return period;
}

/**
 * hn_submission_count_again:
 * @then: what was sent
 *
 * Returns: (transfer full) (nullable): the same report as it is counted today
 */
HnCounted *
hn_submission_count_again (HnRegister       *reg,
                           const HnCounted  *then,
                           GCancellable     *cancellable,
                           GError          **error)
{
  g_autoptr (HnPeriod) period = find_period (reg, then, error);
  g_autoptr (HnReport) report = NULL;
  HnReportOptions options = {
    .period = period, .forms = (const char *const *) then->forms, .dress = then->dress, .areas = then->areas,
    .organization = then->organization, .sensitive = then->sensitive, .basis = TRUE, .without_late = TRUE,
  };

  if (period == NULL)
    return NULL;
  report = hn_report_build (reg, &options, NULL, NULL, cancellable, error);

  return report != NULL ? hn_counted_new (reg, report, &options, cancellable, error) : NULL;
}

/**
 * hn_submission_compare:
 * @id: of a submission
 * @error: %HN_SUBMISSION_ERROR_NO_FIGURES where none are kept to compare with, or what the register says
 *
 * Counts the report anew, and reads in the history what became of the records behind its figures since it was sent. Not
 * for the main thread.
 *
 * Returns: (transfer full) (nullable): of #HnDifference, in the order of the report; empty where nothing differs
 */
GPtrArray *
hn_submission_compare (HnRegister    *reg,
                       gint64         id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (HnCounted) then = hn_submission_read_figures (reg, id, error);
  g_autoptr (HnCounted) now = then != NULL ? hn_submission_count_again (reg, then, cancellable, error) : NULL;
  g_autoptr (GHashTable) since = now != NULL ? hn_since_load (reg, then->change, cancellable, error) : NULL;
  g_autoptr (HnCauseFinder) finder = NULL;
  GPtrArray *differences;

  if (since == NULL)
    return NULL;

  finder = hn_cause_finder_new (reg, then, since);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  for (guint i = 0; i < then->tables->len; i++)
    {
      const HnCountedTable *before = g_ptr_array_index (then->tables, i);
      const HnCountedTable *after = hn_counted_find_table (now, before->name);

      if (after != NULL)
        compare_table (finder, before, after, differences);
    }

  return differences;
}
