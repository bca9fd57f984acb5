/* What a page of the guide is made of, as widgets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-help-blocks.h"

#include <glib/gi18n-lib.h>

#include "hn-help-markup.h"
#include "hn-help-row.h"
#include "hn-help-text.h"

/* What is handed down from block to block. */
typedef struct
{
  HnHelpBook *book;
  const HnHelpPage *page;
  HnHelpSectionFunc section;
  gpointer data;
} Maker;

static void add_blocks (Maker           *maker,
                        GtkBox          *box,
                        const GPtrArray *blocks);

static GtkBox *
append_box (GtkBox            *parent,
            GtkOrientation     orientation,
            int                spacing,
            GtkAccessibleRole  role)
{
  GtkWidget *box =
    g_object_new (GTK_TYPE_BOX, "orientation", orientation, "spacing", spacing, "accessible-role", role, NULL);

  gtk_box_append (parent, box);

  return GTK_BOX (box);
}

/* --- links to other pages ------------------------------------------------ */

static void
row_activated_cb (GtkListBox *list,
                  HnHelpRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "help.show", "s", hn_help_row_get_page (row)->id);
}

static void
add_links (GtkBox          *box,
           const char      *name,
           const GPtrArray *pages)
{
  GtkWidget *list;

  if (pages->len == 0)
    return;

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < pages->len; i++)
    {
      const HnHelpPage *page = pages->pdata[i];

      gtk_list_box_append (GTK_LIST_BOX (list), hn_help_row_new (page, page->description));
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  gtk_box_append (box, list);
}

static void
add_topics (Maker      *maker,
            GtkBox     *box,
            const char *name,
            const char *section)
{
  g_autoptr (GPtrArray) topics = hn_help_book_list_topics (maker->book, maker->page->id, section);

  add_links (box, name, topics);
}

static void
add_heading (GtkBox     *box,
             HnHelpBook *book,
             const char *words)
{
  HnHelpSpan span = { HN_HELP_PLAIN, (char *) words, NULL };
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  GtkWidget *heading;

  g_ptr_array_add (spans, &span);
  heading = hn_help_text_new_heading (book, spans, 2);
  gtk_widget_set_margin_top (heading, 18);
  gtk_box_append (box, heading);
}

static void
add_see_also (Maker  *maker,
              GtkBox *box)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  for (guint i = 0; i < maker->page->see_also->len; i++)
    {
      const HnHelpPage *page = hn_help_book_get_page (maker->book, maker->page->see_also->pdata[i]);

      if (page != NULL)
        g_ptr_array_add (pages, (gpointer) page);
    }
  if (pages->len == 0)
    return;

  add_heading (box, maker->book, _("See Also"));
  add_links (box, _("See Also"), pages);
}

/* --- blocks -------------------------------------------------------------- */

static void
add_section (Maker             *maker,
             GtkBox            *box,
             const HnHelpBlock *block)
{
  GtkWidget *heading = hn_help_text_new_heading (maker->book, block->title, 2);
  g_autofree char *title = hn_help_spans_text (block->title);

  gtk_widget_set_margin_top (heading, 18);
  gtk_box_append (box, heading);
  if (block->id != NULL)
    maker->section (block->id, heading, maker->data);
  add_blocks (maker, box, block->children);
  add_topics (maker, box, title, block->id);
}

/* Steps and bullets: what marks an item stands before it. */
static void
add_items (Maker             *maker,
           GtkBox            *box,
           const HnHelpBlock *block)
{
  GtkBox *list = append_box (box, GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_LIST);

  for (guint i = 0; i < block->children->len; i++)
    {
      const HnHelpBlock *item = block->children->pdata[i];
      g_autofree char *mark = block->type == HN_HELP_STEPS ? g_strdup_printf ("%u.", i + 1) : g_strdup ("•");
      GtkWidget *label =
        g_object_new (GTK_TYPE_LABEL, "label", mark, "xalign", 1.0f, "yalign", 0.0f, "width-chars", 3, NULL);
      GtkBox *line = append_box (list, GTK_ORIENTATION_HORIZONTAL, 8, GTK_ACCESSIBLE_ROLE_LIST_ITEM), *words;

      gtk_widget_add_css_class (label, "dimmed");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (line, label);
      words = append_box (line, GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GENERIC);
      gtk_widget_set_hexpand (GTK_WIDGET (words), TRUE);
      add_blocks (maker, words, item->children);
    }
}

static void
add_terms (Maker             *maker,
           GtkBox            *box,
           const HnHelpBlock *block)
{
  GtkBox *list = append_box (box, GTK_ORIENTATION_VERTICAL, 12, GTK_ACCESSIBLE_ROLE_LIST);

  for (guint i = 0; i < block->children->len; i++)
    {
      const HnHelpBlock *item = block->children->pdata[i];
      GtkBox *term = append_box (list, GTK_ORIENTATION_VERTICAL, 3, GTK_ACCESSIBLE_ROLE_LIST_ITEM), *words;
      GtkWidget *title = hn_help_text_new (maker->book, item->title);

      gtk_widget_add_css_class (title, "heading");
      gtk_box_append (term, title);
      words = append_box (term, GTK_ORIENTATION_VERTICAL, 6, GTK_ACCESSIBLE_ROLE_GENERIC);
      gtk_widget_set_margin_start (GTK_WIDGET (words), 18);
      add_blocks (maker, words, item->children);
    }
}

static const char *
get_tone_name (HnHelpTone tone)
{
  switch (tone)
    {
    case HN_HELP_TONE_TIP:
      return _("Tip");
    case HN_HELP_TONE_IMPORTANT:
      return _("Important");
    case HN_HELP_TONE_WARNING:
      return _("Warning");
    case HN_HELP_TONE_PLAIN:
    default:
      return _("Good to Know");
    }
}

/* What kind of note it is stands above it in words: a colour alone is not seen by everybody. */
static void
add_note (Maker             *maker,
          GtkBox            *box,
          const HnHelpBlock *block)
{
  static const char *const classes[] = { "plain", "tip", "important", "warning" };
  GtkBox *note = append_box (box, GTK_ORIENTATION_VERTICAL, 3, GTK_ACCESSIBLE_ROLE_NOTE);
  GtkWidget *name = gtk_label_new (get_tone_name (block->tone));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (note), "help-note");
  gtk_widget_add_css_class (GTK_WIDGET (note), classes[block->tone]);
  gtk_box_append (note, name);
  add_blocks (maker, note, block->children);
}

/* --- tables -------------------------------------------------------------- */

/* Keys that have a cell for themselves look as they do on the keyboard. */
static GtkWidget *
create_keys (const GPtrArray *spans)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 3);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 3);
  for (guint i = 0; i < spans->len; i++)
    {
      const HnHelpSpan *span = spans->pdata[i];
      GtkWidget *label = gtk_label_new (span->text);

      gtk_widget_add_css_class (label, span->style == HN_HELP_KEY ? "key-cap" : "dimmed");
      adw_wrap_box_append (ADW_WRAP_BOX (box), label);
    }

  return box;
}

static GtkWidget *
create_cell (Maker             *maker,
             const HnHelpBlock *cell)
{
  const HnHelpBlock *first = cell->children->len > 0 ? cell->children->pdata[0] : NULL;
  GtkWidget *box;

  if (first != NULL && first->type == HN_HELP_PARAGRAPH && hn_help_markup_is_keys (first->spans))
    return create_keys (first->spans);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  add_blocks (maker, GTK_BOX (box), cell->children);

  return box;
}

static void
add_table (Maker             *maker,
           GtkBox            *box,
           const HnHelpBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "help-table");
  for (guint i = 0; i < block->children->len; i++)
    {
      const HnHelpBlock *row = block->children->pdata[i];

      for (guint j = 0; j < row->children->len; j++)
        {
          GtkWidget *cell = create_cell (maker, row->children->pdata[j]);

          gtk_widget_set_hexpand (cell, j == row->children->len - 1);
          gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
          gtk_grid_attach (GTK_GRID (grid), cell, (int) j, (int) i, 1, 1);
        }
    }
  gtk_box_append (box, grid);
}

/* --- all of it ----------------------------------------------------------- */

static void
add_block (Maker             *maker,
           GtkBox            *box,
           const HnHelpBlock *block)
{
  switch (block->type)
    {
    case HN_HELP_PARAGRAPH:
      gtk_box_append (box, hn_help_text_new (maker->book, block->spans));
      break;
    case HN_HELP_SECTION:
      add_section (maker, box, block);
      break;
    case HN_HELP_STEPS:
    case HN_HELP_BULLETS:
      add_items (maker, box, block);
      break;
    case HN_HELP_TERMS:
      add_terms (maker, box, block);
      break;
    case HN_HELP_NOTE:
      add_note (maker, box, block);
      break;
    case HN_HELP_TABLE:
      add_table (maker, box, block);
      break;
    case HN_HELP_ITEM:
    case HN_HELP_TABLE_ROW:
    case HN_HELP_TABLE_CELL:
    default:
      /* These stand in lists and tables alone. */
      break;
    }
}

static void
add_blocks (Maker           *maker,
            GtkBox          *box,
            const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    add_block (maker, box, blocks->pdata[i]);
}

/**
 * hn_help_blocks_add:
 * @box: of the page, from top to bottom
 * @book: where links lead
 * @page: what it says
 * @section: (scope call): called for each section that has an id
 *
 * Adds the page with its title, the links of its topics and what else to read. Links ask for help.show.
 */
void
hn_help_blocks_add (GtkBox            *box,
                    HnHelpBook        *book,
                    const HnHelpPage  *page,
                    HnHelpSectionFunc  section,
                    gpointer           data)
{
  Maker maker = { book, page, section, data };

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (HN_IS_HELP_BOOK (book));
  g_return_if_fail (page != NULL && section != NULL);

  gtk_box_append (box, hn_help_text_new_heading (book, page->body->title, 1));
  add_blocks (&maker, box, page->body->children);
  add_topics (&maker, box, page->title, NULL);
  add_see_also (&maker, box);
}
