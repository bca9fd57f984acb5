/* Reads the part of Mallard 1.0 that the guide is written in. What is not of that part is an error, so that no page
 * says something that the window would leave out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-private.h"

#include <string.h>

typedef enum
{
  ROLE_PAGE,
  ROLE_INFO,
  ROLE_RELATION,    /* <link type="guide" xref="…"/> */
  ROLE_DESCRIPTION,
  ROLE_SORT,        /* <title type="sort"> */
  ROLE_TITLE,
  ROLE_BLOCK,
  ROLE_PARAGRAPH,
  ROLE_SPAN,
  ROLE_SEQUENCE,    /* of keys or of menus: marks stand between its spans */
  ROLE_TOPICS,      /* where links of topics would stand: they follow every section of a guide */
} Role;

typedef struct
{
  const char *name;
  const char *parents;
  Role        role;
  int         value; /* of a block its HnHelpBlockType, of a span its HnHelpStyle */
} Element;

#define LINES "p title desc"
#define BLOCKS "page section item note td"

static const Element elements[] = {
  { "page", "", ROLE_PAGE, 0 },
  { "info", "page section", ROLE_INFO, 0 },
  { "link", "info", ROLE_RELATION, 0 },
  { "desc", "info", ROLE_DESCRIPTION, 0 },
  { "title", "info", ROLE_SORT, 0 },
  { "title", "page section item note", ROLE_TITLE, 0 },
  { "section", "page", ROLE_BLOCK, HN_HELP_SECTION },
  { "p", BLOCKS, ROLE_PARAGRAPH, 0 },
  { "steps", BLOCKS, ROLE_BLOCK, HN_HELP_STEPS },
  { "list", BLOCKS, ROLE_BLOCK, HN_HELP_BULLETS },
  { "terms", BLOCKS, ROLE_BLOCK, HN_HELP_TERMS },
  { "item", "steps list terms", ROLE_BLOCK, HN_HELP_ITEM },
  { "note", BLOCKS, ROLE_BLOCK, HN_HELP_NOTE },
  { "table", BLOCKS, ROLE_BLOCK, HN_HELP_TABLE },
  { "tr", "table", ROLE_BLOCK, HN_HELP_TABLE_ROW },
  { "td", "tr", ROLE_BLOCK, HN_HELP_TABLE_CELL },
  { "links", "section", ROLE_TOPICS, 0 },
  { "gui", LINES " guiseq", ROLE_SPAN, HN_HELP_STRONG },
  { "em", LINES, ROLE_SPAN, HN_HELP_EMPHASIS },
  { "key", LINES " keyseq", ROLE_SPAN, HN_HELP_KEY },
  { "input", LINES, ROLE_SPAN, HN_HELP_INPUT },
  { "file", LINES, ROLE_SPAN, HN_HELP_FILE },
  { "link", LINES, ROLE_SPAN, HN_HELP_LINK },
  { "guiseq", LINES, ROLE_SEQUENCE, 0 },
  { "keyseq", LINES, ROLE_SEQUENCE, 0 },
};

typedef struct
{
  HnHelpPage *page;
  GPtrArray *blocks; /* of HnHelpBlock, none of them owned: the one that is open, and those it is in */
  GPtrArray *line;   /* where text goes: spans of the page, or of @aside; NULL: nowhere */
  GPtrArray *aside;  /* a line that becomes a text of the page */
  HnHelpStyle style;
  char *target;
} Reader;

/* --- lines --------------------------------------------------------------- */

static gboolean
is_space (char c)
{
  return strchr (" \t\r\n", c) != NULL && c != '\0';
}

static gboolean
ends_in_space (const GPtrArray *line)
{
  const HnHelpSpan *last = line->len > 0 ? line->pdata[line->len - 1] : NULL;
  gsize length = last != NULL ? strlen (last->text) : 0;

  return length == 0 || last->text[length - 1] == ' ';
}

/* However it is broken in the file, a line has single spaces. */
static char *
join_spaces (const char *text,
             gsize       length,
             gboolean    after_space)
{
  g_autoptr (GString) joined = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      gboolean space = is_space (text[i]);

      if (!space)
        g_string_append_c (joined, text[i]);
      else if (!after_space)
        g_string_append_c (joined, ' ');
      after_space = space;
    }

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static void
add_text (GPtrArray   *line,
          HnHelpStyle  style,
          const char  *target,
          const char  *text,
          gsize        length)
{
  g_autofree char *joined = join_spaces (text, length, ends_in_space (line));
  HnHelpSpan *last = line->len > 0 ? line->pdata[line->len - 1] : NULL;

  if (*joined == '\0' && target == NULL)
    return;
  /* A comment in the file parts what is one span. */
  if (last != NULL && last->style == style && style == HN_HELP_PLAIN)
    {
      g_autofree char *before = g_steal_pointer (&last->text);

      last->text = g_strconcat (before, joined, NULL);
      return;
    }

  last = g_new0 (HnHelpSpan, 1);
  last->style = style;
  last->text = g_steal_pointer (&joined);
  last->target = g_strdup (target);
  g_ptr_array_add (line, last);
}

static void
end_line (GPtrArray *line)
{
  if (line->len > 0)
    g_strchomp (((HnHelpSpan *) line->pdata[line->len - 1])->text);
}

/* --- elements ------------------------------------------------------------ */

static gboolean
lists_name (const char *names,
            const char *name)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  return g_strv_contains ((const char *const *) list, name);
}

/* (nullable) */
static const Element *
find_element (GMarkupParseContext *context,
              const char          *name)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  const char *parent = stack->next != NULL ? stack->next->data : "";

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].name, name)
        && (*parent == '\0' ? *elements[i].parents == '\0' : lists_name (elements[i].parents, parent)))
      return &elements[i];

  return NULL;
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static HnHelpTone
read_tone (const char *style)
{
  if (g_strcmp0 (style, "tip") == 0)
    return HN_HELP_TONE_TIP;
  if (g_strcmp0 (style, "important") == 0)
    return HN_HELP_TONE_IMPORTANT;
  if (g_strcmp0 (style, "warning") == 0)
    return HN_HELP_TONE_WARNING;

  return HN_HELP_TONE_PLAIN;
}

static HnHelpBlock *
open_block (Reader          *reader,
            HnHelpBlockType  type)
{
  HnHelpBlock *block = hn_help_block_new (type), *parent = reader->blocks->pdata[reader->blocks->len - 1];

  g_ptr_array_add (parent->children, block);
  g_ptr_array_add (reader->blocks, block);

  return block;
}

static gboolean
add_relation (Reader      *reader,
              const char  *type,
              const char  *target,
              GError     **error)
{
  if (target != NULL && g_strcmp0 (type, "guide") == 0)
    g_ptr_array_add (reader->page->guides, g_strdup (target));
  else if (target != NULL && g_strcmp0 (type, "seealso") == 0)
    g_ptr_array_add (reader->page->see_also, g_strdup (target));
  else
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "a link of type “%s” to “%s”", type, target);
      return FALSE;
    }

  return TRUE;
}

/* Between the spans of a sequence, before all but the first. */
static void
add_sequence_mark (GMarkupParseContext *context,
                   Reader              *reader)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  const char *parent = stack->next->data;
  const HnHelpSpan *last = reader->line->len > 0 ? reader->line->pdata[reader->line->len - 1] : NULL;

  if (last == NULL || last->style != reader->style)
    return;
  if (g_str_equal (parent, "keyseq"))
    add_text (reader->line, HN_HELP_PLAIN, NULL, "+", 1);
  else if (g_str_equal (parent, "guiseq"))
    add_text (reader->line, HN_HELP_PLAIN, NULL, " ▸ ", strlen (" ▸ "));
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *name,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Reader *reader = user_data;
  const Element *element = find_element (context, name);

  if (element == NULL)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> is not read here", name);
      return;
    }

  switch (element->role)
    {
    case ROLE_PAGE:
      g_set_str (&reader->page->id, find_attribute (names, values, "id"));
      break;
    case ROLE_RELATION:
      add_relation (reader, find_attribute (names, values, "type"), find_attribute (names, values, "xref"), error);
      break;
    case ROLE_DESCRIPTION:
    case ROLE_SORT:
      reader->line = reader->aside;
      break;
    case ROLE_TITLE:
      reader->line = ((HnHelpBlock *) reader->blocks->pdata[reader->blocks->len - 1])->title;
      break;
    case ROLE_BLOCK:
      {
        HnHelpBlock *block = open_block (reader, (HnHelpBlockType) element->value);

        block->id = g_strdup (find_attribute (names, values, "id"));
        block->tone = read_tone (find_attribute (names, values, "style"));
      }
      break;
    case ROLE_PARAGRAPH:
      reader->line = open_block (reader, HN_HELP_PARAGRAPH)->spans;
      break;
    case ROLE_SPAN:
      reader->style = (HnHelpStyle) element->value;
      g_set_str (&reader->target, find_attribute (names, values, "xref"));
      add_sequence_mark (context, reader);
      break;
    case ROLE_INFO:
    case ROLE_SEQUENCE:
    case ROLE_TOPICS:
    default:
      break;
    }
}

static void
end_aside (Reader  *reader,
           char   **text)
{
  end_line (reader->aside);
  g_free (*text);
  *text = hn_help_spans_text (reader->aside);
  g_ptr_array_set_size (reader->aside, 0);
  reader->line = NULL;
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *name,
                gpointer             user_data,
                GError             **error)
{
  Reader *reader = user_data;
  const Element *element = find_element (context, name);

  /* It was known when it began. */
  g_assert (element != NULL);

  switch (element->role)
    {
    case ROLE_DESCRIPTION:
      end_aside (reader, &reader->page->description);
      break;
    case ROLE_SORT:
      end_aside (reader, &reader->page->sort);
      break;
    case ROLE_TITLE:
      end_line (reader->line);
      reader->line = NULL;
      break;
    case ROLE_PARAGRAPH:
      end_line (reader->line);
      reader->line = NULL;
      g_ptr_array_remove_index (reader->blocks, reader->blocks->len - 1);
      break;
    case ROLE_BLOCK:
      g_ptr_array_remove_index (reader->blocks, reader->blocks->len - 1);
      break;
    case ROLE_SPAN:
      /* A link without words has those of where it leads. */
      if (reader->target != NULL)
        add_text (reader->line, reader->style, reader->target, "", 0);
      reader->style = HN_HELP_PLAIN;
      g_clear_pointer (&reader->target, g_free);
      break;
    case ROLE_PAGE:
    case ROLE_INFO:
    case ROLE_RELATION:
    case ROLE_SEQUENCE:
    case ROLE_TOPICS:
    default:
      break;
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reader *reader = user_data;
  const char *name = g_markup_parse_context_get_element (context);
  gboolean between = reader->line == NULL || g_str_has_suffix (name, "seq");

  if (!between)
    {
      add_text (reader->line, reader->style, reader->target, text, length);
      /* Its words are there. */
      g_clear_pointer (&reader->target, g_free);
      return;
    }
  for (gsize i = 0; i < length; i++)
    if (!is_space (text[i]))
      {
        g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "words in <%s>, which holds none", name);
        return;
      }
}

static gboolean
is_complete (const HnHelpPage  *page,
             GError           **error)
{
  if (page->id != NULL && page->body->title->len > 0)
    return TRUE;

  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_MISSING_ATTRIBUTE, "a page needs an id and a title");
  return FALSE;
}

/**
 * hn_help_page_parse:
 * @text: what stands in a file of the guide
 * @length: of it, or -1
 * @error: return location, of %G_MARKUP_ERROR, for a programmer
 *
 * Returns: (transfer full) (nullable): the page
 */
HnHelpPage *
hn_help_page_parse (const char *text,
                    gssize      length,
                    GError    **error)
{
  const GMarkupParser parser = { .start_element = start_element_cb, .end_element = end_element_cb, .text = text_cb };
  g_autoptr (HnHelpPage) page = hn_help_page_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new (), aside = hn_help_spans_new ();
  Reader reader = { .page = page, .blocks = blocks, .aside = aside };
  g_autoptr (GMarkupParseContext) context = NULL;
  gboolean read;

  g_return_val_if_fail (text != NULL, NULL);

  g_ptr_array_add (blocks, page->body);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  read = g_markup_parse_context_parse (context, text, length, error)
         && g_markup_parse_context_end_parse (context, error) && is_complete (page, error);
  g_free (reader.target);
  if (!read)
    return NULL;

  page->title = hn_help_spans_text (page->body->title);

  return g_steal_pointer (&page);
}
