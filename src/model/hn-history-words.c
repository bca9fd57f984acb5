/* What was changed, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-history-words.h"

#include <glib/gi18n-lib.h>

#include "hn-clean.h"
#include "hn-number.h"

/* More fields than this are no summary. */
#define MAX_FIELDS 4

/* --- when ---------------------------------------------------------------- */

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * hn_history_day:
 * @day: a time of the day, in local time
 * @now: the time now, in the same zone
 *
 * Returns: (transfer full): "Today", "Yesterday", "12/05/2021"
 */
char *
hn_history_day (GDateTime *day,
                GDateTime *now)
{
  g_autoptr (GDateTime) yesterday = NULL;

  g_return_val_if_fail (day != NULL && now != NULL, NULL);

  if (is_same_day (day, now))
    return g_strdup (_("Today"));

  yesterday = g_date_time_add_days (now, -1);
  if (is_same_day (day, yesterday))
    return g_strdup (_("Yesterday"));

  return g_date_time_format (day, "%d/%m/%Y");
}

/**
 * hn_history_moment:
 * @at: a time, in local time
 * @now: the time now, in the same zone
 *
 * Returns: (transfer full): "14:05" today, "12/05/2021 14:05" on other days
 */
char *
hn_history_moment (GDateTime *at,
                   GDateTime *now)
{
  g_return_val_if_fail (at != NULL && now != NULL, NULL);

  return g_date_time_format (at, is_same_day (at, now) ? "%H:%M" : "%d/%m/%Y %H:%M");
}

/* --- what ---------------------------------------------------------------- */

static char *
act (const char *action,
     const char *title)
{
  if (g_strcmp0 (action, "add") == 0)
    return g_strdup_printf (_("Added %s"), title);
  if (g_strcmp0 (action, "set") == 0)
    return g_strdup_printf (_("Changed %s"), title);
  if (g_strcmp0 (action, "delete") == 0)
    return g_strdup_printf (_("Deleted %s"), title);

  /* A batch says itself what it was. */
  return g_strdup (title);
}

/**
 * hn_change_sentence:
 *
 * Returns: (transfer full): what was done: "Changed Hội hữu nghị Việt Nam – Lào"
 */
char *
hn_change_sentence (const HnChangeHead *head)
{
  const char *title;
  g_autofree char *deed = NULL;

  g_return_val_if_fail (head != NULL, NULL);

  title = head->title != NULL && *head->title != '\0' ? head->title
          : head->kind != NULL                        ? hn_kind_get_label (head->kind)
                                                      : _("Several records");
  deed = act (head->of_action != NULL ? head->of_action : head->action, title);
  if (g_strcmp0 (head->action, "undo") == 0)
    /* Translators: %s is what was taken back, "Changed Hội hữu nghị Việt Nam – Lào" */
    return g_strdup_printf (_("Taken back: %s"), deed);
  if (g_strcmp0 (head->action, "redo") == 0)
    /* Translators: %s is what was made again, "Changed Hội hữu nghị Việt Nam – Lào" */
    return g_strdup_printf (_("Made again: %s"), deed);

  return g_steal_pointer (&deed);
}

/**
 * hn_change_byline:
 *
 * Returns: (transfer full): "14:05 · Organization · Nguyễn Văn An"
 */
char *
hn_change_byline (HnHistoryItem *item)
{
  const HnChangeHead *head;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *hour = NULL;

  g_return_val_if_fail (HN_IS_HISTORY_ITEM (item), NULL);

  head = hn_history_item_get_head (item);
  if (hn_history_item_get_time (item) != NULL)
    {
      hour = g_date_time_format (hn_history_item_get_time (item), "%H:%M");
      g_ptr_array_add (parts, hour);
    }
  if (head->kind != NULL)
    g_ptr_array_add (parts, (gpointer) hn_kind_get_label (head->kind));
  if (head->author != NULL && *head->author != '\0')
    g_ptr_array_add (parts, head->author);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * hn_change_type_label:
 *
 * Returns: what became of a record of a change
 */
const char *
hn_change_type_label (HnChangeType type)
{
  switch (type)
    {
    case HN_CHANGE_ADD:
      return _("Added");
    case HN_CHANGE_DELETE:
      return _("Deleted");
    case HN_CHANGE_SET:
    default:
      return _("Changed");
    }
}

/* "37 organizations", or "37 records" where they are of several kinds. */
static char *
count_records (const HnChangeDetails *details)
{
  g_autofree char *n = hn_number_print (details->n_records, 0);
  g_autofree char *first = NULL;
  const char *plural;

  if (details->kinds->len != 1)
    return g_strdup_printf (ngettext ("%s record", "%s records", details->n_records), n);

  plural = hn_kind_get_plural (g_ptr_array_index (details->kinds, 0));
  first = g_utf8_strdown (plural, (gssize) (g_utf8_next_char (plural) - plural));

  return g_strdup_printf ("%s %s%s", n, first, g_utf8_next_char (plural));
}

static char *
count_type (const HnChangeDetails *details,
            HnChangeType           type)
{
  g_autofree char *n = hn_number_print (details->n_by_type[type], 0);

  switch (type)
    {
    case HN_CHANGE_ADD:
      return g_strdup_printf (_("%s added"), n);
    case HN_CHANGE_DELETE:
      return g_strdup_printf (_("%s deleted"), n);
    case HN_CHANGE_SET:
    default:
      return g_strdup_printf (_("%s changed"), n);
    }
}

/* "2 added, 3 changed" */
static char *
count_types (const HnChangeDetails *details)
{
  GString *sum = g_string_new (NULL);

  for (HnChangeType type = HN_CHANGE_ADD; type <= HN_CHANGE_DELETE; type++)
    {
      g_autofree char *part = count_type (details, type);

      if (details->n_by_type[type] > 0)
        g_string_append_printf (sum, "%s%s", sum->len > 0 ? ", " : "", part);
    }

  return g_string_free_and_steal (sum);
}

static char *
list_fields (const HnChangeDetails *details)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < details->fields->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            hn_field_get_label (g_ptr_array_index (details->fields, i)));

  return g_string_free_and_steal (list);
}

/**
 * hn_change_sum:
 *
 * Returns: (transfer full) (nullable): what a change of several records did: "37 organizations: Area", "12 records:
 *   2 added, 10 changed"; %NULL where it did something to one record
 */
char *
hn_change_sum (const HnChangeDetails *details)
{
  g_autofree char *count = NULL, *rest = NULL;

  g_return_val_if_fail (details != NULL, NULL);

  if (details->n_records <= 1)
    return NULL;

  count = count_records (details);
  if (details->n_by_type[HN_CHANGE_SET] == details->n_records && details->fields->len <= MAX_FIELDS)
    rest = list_fields (details);
  else
    rest = count_types (details);

  return g_strdup_printf ("%s: %s", count, rest);
}

/**
 * hn_text_shorten:
 * @text: some text
 * @n_chars: how long it may be
 *
 * Returns: (transfer full) (nullable): the beginning of the text on one line, ending in "…"; %NULL where nothing has to
 *   be left out
 */
char *
hn_text_shorten (const char *text,
                 gsize       n_chars)
{
  g_autofree char *line = NULL, *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_strlen (text, -1) <= (glong) n_chars)
    return NULL;

  start = g_utf8_substring (text, 0, (glong) n_chars);
  line = hn_text_clean (start, HN_CLEAN_LINE);

  return g_strconcat (line, "…", NULL);
}
