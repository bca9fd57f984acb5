/* The letterhead above a table and the signatures below it (Decree 30/2020/NĐ-CP, Appendix I, elements 1 to 9b). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-private.h"

#include <string.h>

#include "hn-report-words.h"
#include "hn-text-width.h"

#define COUNTRY "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO   "Độc lập - Tự do - Hạnh phúc"

/* The upper sizes of the decree's ranges: a table that is wider than the page is printed a little smaller, and then
 * the letterhead is still within them. */
#define SIZE_COUNTRY   13
#define SIZE_MOTTO     14
#define SIZE_AGENCY    13
#define SIZE_NUMBER    13
#define SIZE_DATE      14
#define SIZE_TITLE     14
#define SIZE_ADDRESSEE 14
#define SIZE_SIGNATURE 14

/* Lines are drawn by underscores, half as wide as their size and joined without gaps: the one thing that is as long
 * as it should be whatever columns the table has, in every program. */
#define SIZE_RULE 8

/* Rows for the signature to stand in, and how high they are. */
#define SIGNATURE_ROWS   4
#define SIGNATURE_HEIGHT 15

/* One side of the letterhead: what stands in each row from the top. */
typedef struct
{
  char  *text;
  double size;
  HnLook look;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
new_side (void)
{
  GArray *side = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (side, line_clear);

  return side;
}

static void
add_line (GArray     *side,
          const char *text,
          double      size,
          HnLook      look)
{
  Line line = { g_strdup (text), size, look | HN_LOOK_CENTER };

  g_array_append_val (side, line);
}

static void
add_rule (GArray *side,
          double  points)
{
  guint length = (guint) (points / (SIZE_RULE * 0.5) + 0.5);
  g_autofree char *rule = g_strnfill (MAX (length, 1), '_');

  add_line (side, rule, SIZE_RULE, HN_LOOK_TOP);
}

/* Text in capitals, in as many lines as the side is wide; returns the width of the widest. */
static double
add_wrapped (GArray     *side,
             const char *text,
             double      size,
             HnLook      look,
             double      width)
{
  g_autofree char *capitals = g_utf8_strup (text, -1);
  g_auto (GStrv) lines = hn_text_balance (capitals, size, (look & HN_LOOK_BOLD) != 0, width);
  double widest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      add_line (side, lines[i], size, look);
      widest = MAX (widest, hn_text_width (lines[i], size, (look & HN_LOOK_BOLD) != 0));
    }

  return widest;
}

/* The boundary of columns nearest to two fifths of the page that leaves the right side room for the country's name. */
static void
find_split (HnSheet *self)
{
  double wanted = self->total * 0.42, left = 0, nearest = G_MAXDOUBLE;
  double right = hn_text_width (COUNTRY, SIZE_COUNTRY, TRUE) + 8;

  self->split = 1;
  for (guint i = 1; i < self->form->n_columns; i++)
    {
      left += self->widths[i - 1];
      if (ABS (left - wanted) < nearest && self->total - left >= right)
        {
          nearest = ABS (left - wanted);
          self->split = i;
        }
    }
}

static GArray *
make_left (HnSheet *self)
{
  const HnLetterhead *head = self->report->letterhead;
  GArray *side = new_side ();
  double width = hn_sheet_width (self, 0, self->split - 1) - 8;

  if (head->superior != NULL)
    add_wrapped (side, head->superior, SIZE_AGENCY, HN_LOOK_NONE, width);
  if (head->name != NULL)
    {
      double widest = add_wrapped (side, head->name, SIZE_AGENCY, HN_LOOK_BOLD, width);

      /* Between a third and half of the text. */
      add_rule (side, widest * 0.4);
    }

  return side;
}

static GArray *
make_right (void)
{
  GArray *side = new_side ();

  add_line (side, COUNTRY, SIZE_COUNTRY, HN_LOOK_BOLD);
  add_line (side, MOTTO, SIZE_MOTTO, HN_LOOK_BOLD);
  add_rule (side, hn_text_width (MOTTO, SIZE_MOTTO, TRUE));

  return side;
}

static double
put_line (HnSheet *self,
          GArray  *side,
          guint    index,
          guint    first,
          guint    last)
{
  const Line *line;

  if (index >= side->len)
    return 0;

  line = &g_array_index (side, Line, index);
  hn_sheet_put_text (self, self->row, first, last, line->text, line->size, line->look);

  return line->size == SIZE_RULE ? SIZE_RULE * 1.4 : hn_sheet_row_height (line->size, 1);
}

static void
write_sides (HnSheet *self)
{
  g_autoptr (GArray) left = make_left (self);
  g_autoptr (GArray) right = make_right ();
  guint end = self->form->n_columns - 1;
  g_autofree char *number = hn_report_number_line (self->report);
  g_autofree char *date = hn_report_date_line (self->report);

  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      double height = put_line (self, left, i, 0, self->split - 1);
      double other = put_line (self, right, i, self->split, end);

      hn_sheet_set_height (self, self->row, MAX (height, other));
      self->row++;
    }

  hn_sheet_put_text (self, self->row, 0, self->split - 1, number, SIZE_NUMBER, HN_LOOK_CENTER);
  hn_sheet_put_text (self, self->row, self->split, end, date, SIZE_DATE, HN_LOOK_CENTER | HN_LOOK_ITALIC);
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (SIZE_DATE, 1));
  self->row++;
  hn_sheet_skip (self, 4);
}

static void
write_addressees (HnSheet *self)
{
  char **addressees = self->report->letterhead->addressees;
  guint n = g_strv_length (addressees);

  if (n == 1)
    {
      g_autofree char *line = g_strconcat ("Kính gửi: ", addressees[0], NULL);

      hn_sheet_add_line (self, line, SIZE_ADDRESSEE, HN_LOOK_CENTER);
    }
  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autofree char *line = g_strconcat (i == 0 ? "Kính gửi:\n- " : "- ", addressees[i], i + 1 < n ? ";" : ".", NULL);

      hn_sheet_add_line (self, line, SIZE_ADDRESSEE, HN_LOOK_CENTER);
    }
}

/* Between a third and half of the line above it. */
static void
write_title_rule (HnSheet *self)
{
  const char *subtitle = self->form->subtitle != NULL ? self->form->subtitle : self->form->title;
  const char *break_at = strrchr (subtitle, '\n');
  double points = MIN (hn_text_width (break_at != NULL ? break_at + 1 : subtitle, SIZE_TITLE - 1, FALSE), self->total);
  g_autofree char *rule = g_strnfill (MAX ((guint) (points * 0.4 / (SIZE_RULE * 0.5) + 0.5), 1), '_');

  hn_sheet_put_text (self, self->row, 0, self->form->n_columns - 1, rule, SIZE_RULE, HN_LOOK_TOP | HN_LOOK_CENTER);
  hn_sheet_set_height (self, self->row, SIZE_RULE * 1.4);
  self->row++;
}

/**
 * hn_letterhead_write:
 *
 * Writes all that stands above the table but its unit.
 */
void
hn_letterhead_write (HnSheet *self)
{
  find_split (self);
  write_sides (self);
  hn_sheet_add_line (self, HN_REPORT_TYPE, SIZE_TITLE, HN_LOOK_BOLD | HN_LOOK_CENTER);
  hn_dress_write_titles (self);
  write_title_rule (self);
  write_addressees (self);
}

static char *
in_capitals (const char *text)
{
  return text != NULL ? g_utf8_strup (text, -1) : NULL;
}

static void
write_signers (HnSheet *self)
{
  const HnLetterhead *head = self->report->letterhead;
  guint end = self->form->n_columns - 1;
  g_autofree char *authority = in_capitals (head->authority);
  g_autofree char *title = in_capitals (head->title);
  const char *rows[][2] = {
    { "NGƯỜI LẬP BIỂU", authority != NULL ? authority : title },
    { NULL, authority != NULL ? title : NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      for (guint side = 0; side < 2; side++)
        if (rows[i][side] != NULL)
          hn_sheet_put_text (self, self->row, side == 0 ? 0 : self->split, side == 0 ? self->split - 1 : end,
                             rows[i][side], SIZE_SIGNATURE, HN_LOOK_BOLD | HN_LOOK_CENTER);
      hn_sheet_set_height (self, self->row, hn_sheet_row_height (SIZE_SIGNATURE, 1));
      self->row++;
    }

  for (guint i = 0; i < SIGNATURE_ROWS; i++)
    hn_sheet_set_height (self, self->row++, SIGNATURE_HEIGHT);

  if (head->preparer != NULL)
    hn_sheet_put_text (self, self->row, 0, self->split - 1, head->preparer, SIZE_SIGNATURE,
                       HN_LOOK_BOLD | HN_LOOK_CENTER);
  if (head->signatory != NULL)
    hn_sheet_put_text (self, self->row, self->split, end, head->signatory, SIZE_SIGNATURE,
                       HN_LOOK_BOLD | HN_LOOK_CENTER);
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (SIZE_SIGNATURE, 1));
  self->row++;
}

static void
write_recipients (HnSheet *self)
{
  char **recipients = self->report->letterhead->recipients;

  if (*recipients == NULL)
    return;

  hn_sheet_put_text (self, self->row, 0, self->split - 1, "Nơi nhận:", 12,
                     HN_LOOK_BOLD | HN_LOOK_ITALIC | HN_LOOK_LEFT);
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (12, 1));
  self->row++;
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat ("- ", recipients[i], recipients[i + 1] != NULL ? ";" : ".", NULL);
      guint lines = hn_sheet_lines (self, 0, self->split - 1, line, 11, HN_LOOK_NONE);

      hn_sheet_put_text (self, self->row, 0, self->split - 1, line, 11, HN_LOOK_LEFT | HN_LOOK_WRAP);
      hn_sheet_set_height (self, self->row, hn_sheet_row_height (11, lines));
      self->row++;
    }
}

/**
 * hn_signature_write:
 *
 * Writes all that stands below the table and its notes.
 */
void
hn_signature_write (HnSheet *self)
{
  char **recipients = self->report->letterhead->recipients;

  hn_sheet_keep_together (self, hn_sheet_row_height (SIZE_SIGNATURE, 1) * 3 + SIGNATURE_HEIGHT * SIGNATURE_ROWS
                                  + hn_sheet_row_height (12, 1)
                                  + hn_sheet_row_height (11, 1) * g_strv_length (recipients));
  write_signers (self);
  write_recipients (self);
}
