/* What stands above a table and below it (Decree 30/2020/NĐ-CP, Appendix I, elements 1 to 9b and appendices). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#include "hn-report-words.h"

#define COUNTRY "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO   "Độc lập - Tự do - Hạnh phúc"

/* The sizes of the decree's own sample. */
#define SIZE_COUNTRY    12.0
#define SIZE_MOTTO      13.0
#define SIZE_AGENCY     12.0
#define SIZE_NUMBER     13.0
#define SIZE_DATE       13.0
#define SIZE_TITLE      14.0
#define SIZE_DAYS       13.0
#define SIZE_UNIT       12.0
#define SIZE_SIGNATURE  14.0
#define SIZE_TO         12.0
#define SIZE_RECIPIENTS 11.0

/* Between the two sides. */
#define GAP 14.0

/* Of lines under a text. */
#define THICKNESS 0.75

/* For the signature to stand in: four lines of twelve points. */
#define SIGNATURE_ROOM (4 * 12 * HN_LINE_HEIGHT)

/* A column of lines while it is written from the top. */
typedef struct
{
  HnPen        *pen;
  HnPaperSheet *sheet; /* or NULL, where only its height is wanted */
  GStringChunk *strings;
  double        x;
  double        width;
  double        y;
  double        widest; /* of what was written last */
} Column;

static void
put_lines (Column       *self,
           const GArray *lines,
           HnSide        side,
           double        size,
           HnFace        face)
{
  self->widest = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const HnTextLine *line = &g_array_index (lines, HnTextLine, i);

      if (self->sheet != NULL)
        hn_paper_sheet_add_text (self->sheet, line, self->x, self->y, self->width, side, size, face);
      self->y += size * HN_LINE_HEIGHT;
      self->widest = MAX (self->widest, line->width);
    }
}

static void
put (Column     *self,
     const char *text,
     HnSide      side,
     double      size,
     HnFace      face)
{
  g_autoptr (GArray) lines = hn_pen_break (self->pen, text, size, face, self->width, self->strings);

  put_lines (self, lines, side, size, face);
}

/* Lines as even as words allow. */
static void
put_title (Column     *self,
           const char *text,
           double      size,
           HnFace      face)
{
  g_autoptr (GArray) lines = hn_pen_balance (self->pen, text, size, face, self->width, self->strings);

  put_lines (self, lines, HN_SIDE_CENTER, size, face);
}

static void
put_capitals (Column     *self,
              const char *text,
              double      size,
              HnFace      face)
{
  g_autofree char *capitals = g_utf8_strup (text, -1);

  put_title (self, capitals, size, face);
}

/* A line of that length in the middle. */
static void
put_rule (Column *self,
          double  length)
{
  double middle = self->x + self->width / 2;

  hn_paper_sheet_add_line (self->sheet, middle - length / 2, self->y + 2, middle + length / 2, self->y + 2, THICKNESS);
  self->y += 6;
}

/* The country's name keeps its line; the office gets what is left, but not more than it looks well in. */
static void
split (const Column *page,
       Column       *left,
       Column       *right)
{
  double country = hn_pen_width (page->pen, COUNTRY, SIZE_COUNTRY, HN_FACE_BOLD) + 2;

  *left = *right = *page;
  left->width = MIN (page->width - country - GAP, page->width * 0.45);
  right->width = page->width - left->width - GAP;
  right->x = page->x + left->width + GAP;
}

static void
put_sides (Column         *page,
           const HnReport *report)
{
  const HnLetterhead *head = report->letterhead;
  g_autofree char *number = hn_report_number_line (report);
  g_autofree char *date = hn_report_date_line (report);
  Column left, right;

  split (page, &left, &right);
  if (head->superior != NULL)
    put_capitals (&left, head->superior, SIZE_AGENCY, HN_FACE_UPRIGHT);
  if (head->name != NULL)
    {
      put_capitals (&left, head->name, SIZE_AGENCY, HN_FACE_BOLD);
      /* Between a third and half of the text. */
      put_rule (&left, left.widest * 0.4);
    }

  put (&right, COUNTRY, HN_SIDE_CENTER, SIZE_COUNTRY, HN_FACE_BOLD);
  put (&right, MOTTO, HN_SIDE_CENTER, SIZE_MOTTO, HN_FACE_BOLD);
  put_rule (&right, right.widest);

  left.y = right.y = MAX (left.y, right.y) + 4;
  put (&left, number, HN_SIDE_CENTER, SIZE_NUMBER, HN_FACE_UPRIGHT);
  put (&right, date, HN_SIDE_CENTER, SIZE_DATE, HN_FACE_ITALIC);
  page->y = MAX (left.y, right.y) + 4;
}

/* The last line of a subtitle says which days the figures are of, those before it what they are about. */
static void
put_titles (Column             *page,
            const HnReportForm *form)
{
  g_auto (GStrv) lines = g_strsplit (form->subtitle != NULL ? form->subtitle : "", "\n", -1);

  put_title (page, form->title, SIZE_TITLE, HN_FACE_BOLD);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i + 1] != NULL)
      put_title (page, lines[i], SIZE_TITLE, HN_FACE_BOLD);
    else
      put_title (page, lines[i], SIZE_DAYS, HN_FACE_ITALIC);
}

static void
put_addressees (Column         *page,
                const HnReport *report)
{
  char **addressees = report->letterhead->addressees;
  guint n = g_strv_length (addressees);
  Column list = *page;

  page->y += 1;
  if (n == 1)
    {
      g_autofree char *line = g_strconcat ("Kính gửi: ", addressees[0], NULL);

      put (page, line, HN_SIDE_CENTER, SIZE_TITLE, HN_FACE_UPRIGHT);
      return;
    }

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autofree char *line = g_strconcat ("- ", addressees[i], i + 1 < n ? ";" : ".", NULL);

      if (i == 0)
        {
          put (page, "Kính gửi:", HN_SIDE_CENTER, SIZE_TITLE, HN_FACE_UPRIGHT);
          list.y = page->y;
          list.x += page->width / 3;
          list.width -= page->width / 3;
        }
      put (&list, line, HN_SIDE_LEFT, SIZE_TITLE, HN_FACE_UPRIGHT);
      page->y = list.y;
    }
}

static void
put_appendix (Column         *page,
              const HnReport *report,
              guint           index)
{
  const HnReportForm *form = g_ptr_array_index (report->forms, index);
  g_autofree char *name = hn_report_appendix (report, form);
  g_autofree char *with = hn_report_goes_with (report);

  put (page, name, HN_SIDE_CENTER, SIZE_TITLE, HN_FACE_BOLD);
  put_titles (page, form);
  put_title (page, with, SIZE_DAYS, HN_FACE_ITALIC);
}

/**
 * hn_paper_put_head:
 * @sheet: the first page of a form
 *
 * Puts what the report's dress has above the table.
 *
 * Returns: where the table begins
 */
double
hn_paper_put_head (const HnReport *report,
                   guint           index,
                   HnPen          *pen,
                   HnPaperSheet   *sheet,
                   double          width)
{
  const HnReportForm *form = g_ptr_array_index (report->forms, index);
  g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
  Column page = { pen, sheet, strings, HN_PAPER_LEFT, width, HN_PAPER_TOP, 0 };

  switch (report->dress)
    {
    case HN_DRESS_REPORT:
      put_sides (&page, report);
      put (&page, HN_REPORT_TYPE, HN_SIDE_CENTER, SIZE_TITLE, HN_FACE_BOLD);
      put_titles (&page, form);
      put_rule (&page, page.widest * 0.4);
      put_addressees (&page, report);
      break;
    case HN_DRESS_APPENDIX:
      put_appendix (&page, report, index);
      break;
    case HN_DRESS_LIST:
    default:
      put_titles (&page, form);
    }
  page.y += 6;
  if (form->unit_line != NULL)
    put (&page, form->unit_line, HN_SIDE_RIGHT, SIZE_UNIT, HN_FACE_ITALIC);

  return page.y + 3;
}

/* --- signatures ---------------------------------------------------------- */

static void
put_office (Column     *column,
            const char *authority,
            const char *title)
{
  if (authority != NULL)
    put_capitals (column, authority, SIZE_SIGNATURE, HN_FACE_BOLD);
  if (title != NULL)
    put_capitals (column, title, SIZE_SIGNATURE, HN_FACE_BOLD);
}

static void
put_name (Column     *column,
          const char *name)
{
  put (column, name != NULL ? name : "", HN_SIDE_CENTER, SIZE_SIGNATURE, HN_FACE_BOLD);
}

static void
put_recipients (Column             *column,
                const HnLetterhead *head)
{
  char **recipients = head->recipients;

  if (*recipients == NULL)
    return;

  put (column, "Nơi nhận:", HN_SIDE_LEFT, SIZE_TO, HN_FACE_BOLD | HN_FACE_ITALIC);
  for (guint i = 0; recipients[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat ("- ", recipients[i], recipients[i + 1] != NULL ? ";" : ".", NULL);

      put (column, line, HN_SIDE_LEFT, SIZE_RECIPIENTS, HN_FACE_UPRIGHT);
    }
}

/* Returns where it ends. */
static double
write_signature (const HnReport *report,
                 HnPen          *pen,
                 HnPaperSheet   *sheet,
                 double          width,
                 double          y)
{
  const HnLetterhead *head = report->letterhead;
  g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
  const Column page = { pen, sheet, strings, HN_PAPER_LEFT, width, y, 0 };
  Column left = page, right = page;

  left.width = right.width = (width - GAP) / 2;
  right.x += left.width + GAP;
  put_office (&left, NULL, "NGƯỜI LẬP BIỂU");
  put_office (&right, head->authority, head->title);
  left.y = right.y = MAX (left.y, right.y) + SIGNATURE_ROOM;
  put_name (&left, head->preparer);
  put_name (&right, head->signatory);
  left.y = MAX (left.y, right.y) + 4;
  put_recipients (&left, head);

  return left.y;
}

/**
 * hn_paper_signature_height:
 *
 * Returns: how high the part of hn_paper_put_signature() is, with the room above it, in points
 */
double
hn_paper_signature_height (const HnReport *report,
                           HnPen          *pen,
                           double          width)
{
  return write_signature (report, pen, NULL, width, 0);
}

/**
 * hn_paper_put_signature:
 *
 * Puts on the page who made the table, who signs, and who gets it.
 */
void
hn_paper_put_signature (const HnReport *report,
                        HnPen          *pen,
                        HnPaperSheet   *sheet,
                        double          width,
                        double          y)
{
  write_signature (report, pen, sheet, width, y);
}
