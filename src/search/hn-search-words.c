/* How the desktop's search shows a record: a line under its title, and a picture.
 *
 * Whoever stands behind the chair may read it: of a person it says where she belongs, and no number, no address, no
 * day of birth.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-search-words.h"

#include "hn-record-summary.h"

#define SEPARATOR " · "

static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/* --- people -------------------------------------------------------------- */

/* (nullable): the organization of the first row */
static char *
ask_organization (HnRegister *reg,
                  const char *sql,
                  gint64      person)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, "i", NULL, person);

  if (rows == NULL || !hn_rows_next (rows, NULL))
    return NULL;

  return hn_register_get_title (reg, hn_kind_lookup ("organization"), hn_rows_integer (rows, 0));
}

/* Where a person has an office, else where she is a member, else where she works: what is not over goes first, then
 * what began last. */
static char *
find_organization (HnRegister     *reg,
                   const HnRecord *person)
{
  static const char *const questions[] = {
    "SELECT \"organization\" FROM \"office\" WHERE \"person\" = ?1"
    " ORDER BY \"to\" IS NOT NULL, \"from\" DESC, \"id\" DESC LIMIT 1",
    "SELECT \"organization\" FROM \"membership\" WHERE \"person\" = ?1"
    " ORDER BY \"left\" IS NOT NULL, \"joined\" DESC, \"id\" DESC LIMIT 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      char *title = ask_organization (reg, questions[i], hn_record_get_id (person));

      if (title != NULL)
        return title;
    }

  return hn_record_print (person, "workplace");
}

static void
add_person (GPtrArray      *parts,
            HnRegister     *reg,
            const HnRecord *person)
{
  add_part (parts, g_strdup (hn_kind_get_label (hn_record_get_kind (person))));
  add_part (parts, find_organization (reg, person));
  /* Who lives abroad is known by that. */
  add_part (parts, hn_record_print (person, hn_record_get (person, "country") != NULL ? "country" : "home_area"));
}

/* --- any record ---------------------------------------------------------- */

/* What tells it from another of its kind that is called the same, in the order of the table. */
static const struct
{
  const char *kind;
  const char *fields[3];
} tellers[] = {
  { "organization", { "parent", "area" } },
  { "event", { "place", "host" } },
};

static void
add_tellers (GPtrArray      *parts,
             const HnRecord *record)
{
  const char *kind = hn_record_get_kind (record)->name;

  for (guint i = 0; i < G_N_ELEMENTS (tellers); i++)
    for (guint j = 0; g_str_equal (tellers[i].kind, kind) && tellers[i].fields[j] != NULL; j++)
      add_part (parts, hn_record_print (record, tellers[i].fields[j]));
}

/**
 * hn_search_words:
 * @reg: the register that the record is of
 * @record: a person, an organization or an event, with the titles of what it refers to
 *
 * Returns: (transfer full): of what kind it is, and what tells it from another of its name: "Người · Hội hữu nghị
 *   Việt Nam – Lào · Huyện Yên Thế"
 */
char *
hn_search_words (HnRegister     *reg,
                 const HnRecord *record)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (g_str_equal (hn_record_get_kind (record)->name, "person"))
    {
      add_person (parts, reg, record);
    }
  else
    {
      add_part (parts, hn_record_summary (record, NULL));
      add_tellers (parts, record);
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (SEPARATOR, (char **) parts->pdata);
}

/**
 * hn_search_icon:
 * @kind: the kind of a result
 *
 * Returns: the name of an icon that every desktop has; it does not see the program's own
 */
const char *
hn_search_icon (const HnKind *kind)
{
  static const struct
  {
    const char *kind;
    const char *icon;
  } icons[] = {
    { "person", "avatar-default-symbolic" },
    { "event", "x-office-calendar-symbolic" },
    { "organization", "system-users-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icons[i].kind, kind->name))
      return icons[i].icon;

  g_return_val_if_reached (icons[0].icon);
}
