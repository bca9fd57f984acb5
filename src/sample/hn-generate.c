/* Fills a register with as many invented people as asked for, to measure how the program bears them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-inventor.h"
#include "hn-sample.h"

#define SEED 20211214

typedef struct
{
  HnRegister   *reg;
  HnInventor   *inventor;
  GArray       *organizations; /* of gint64: those that have members */
  const HnKind *person;
  const HnKind *organization;
  HnRecord     *membership;    /* as every new one begins */
  HnBatchMode   mode;
  gint64        step;          /* from the ids of one person to those of the next */
} Generator;

static void
generator_clear (Generator *self)
{
  g_clear_pointer (&self->inventor, hn_inventor_free);
  g_clear_pointer (&self->organizations, g_array_unref);
  g_clear_pointer (&self->membership, hn_record_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Generator, generator_clear)

/* Associations and branches by name, since ids are random and the people are not. */
static GArray *
list_organizations (HnRegister  *reg,
                    GError     **error)
{
  static const char *const kinds[] = { "kind=bilateral", "kind=local", "kind=branch" };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *where[] = { kinds[i], NULL };
      HnListing listing = { .kind = hn_kind_lookup ("organization"), .where = where, .sort = "name" };
      g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, error);

      if (ids == NULL)
        return NULL;
      g_array_append_vals (all, ids->data, ids->len);
    }

  return g_steal_pointer (&all);
}

/* Ids at random over 63 bits as all are, but rising: a new register is then written from the front to the back, which
 * is several times as fast as all over the place. One that has a history gives its own. */
static void
set_rising_id (Generator *self,
               HnRecord  *record,
               guint      index)
{
  if (self->mode == HN_BATCH_INITIAL)
    hn_record_set_id (record, 1 + index * self->step + hn_inventor_spread (self->inventor, self->step));
}

static gboolean
add_membership (Generator *self,
                guint      index,
                gint64     person,
                GError   **error)
{
  g_autoptr (HnRecord) membership = hn_record_copy (self->membership);
  guint joins = hn_inventor_below (self->inventor, self->organizations->len);
  g_autofree char *joined = g_strdup_printf ("%u", 2002 + hn_inventor_below (self->inventor, 19));

  hn_record_set_reference (membership, "person", self->person, person);
  hn_record_set_reference (membership, "organization", self->organization,
                           g_array_index (self->organizations, gint64, joins));
  hn_record_set_text (membership, "joined", joined);
  set_rising_id (self, membership, index);

  return hn_register_save (self->reg, membership, error);
}

static gboolean
add_people (Generator *self,
            guint      people,
            GError   **error)
{
  for (guint i = 0; i < people; i++)
    {
      g_autoptr (HnRecord) person = hn_inventor_make_somewhere (self->inventor);

      set_rising_id (self, person, i);
      if (!hn_register_save (self->reg, person, error))
        return FALSE;
      if (self->organizations->len > 0 && hn_inventor_below (self->inventor, 10) < 7
          && !add_membership (self, i, hn_record_get_id (person), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_generate_people:
 * @reg: a register
 * @people: how many
 * @mode: %HN_BATCH_INITIAL for a register that was just made, which cannot be undone; else %HN_BATCH_RECORDED
 *
 * Adds invented people in one batch: names as common as they are, homes, telephone numbers, occupations; seven in ten
 * are members of an association or branch, one in ten lives abroad. Equal numbers give equal people.
 */
gboolean
hn_generate_people (HnRegister   *reg,
                    guint         people,
                    HnBatchMode   mode,
                    GError      **error)
{
  g_auto (Generator) self = { .reg = reg, .mode = mode, .step = G_MAXINT64 / MAX (people, 1) };

  self.person = hn_kind_lookup ("person");
  self.organization = hn_kind_lookup ("organization");
  self.membership = hn_record_new (hn_kind_lookup ("membership"));
  self.inventor = hn_inventor_new (reg, SEED, error);
  if (self.inventor == NULL)
    return FALSE;
  self.organizations = list_organizations (reg, error);
  if (self.organizations == NULL || !hn_register_begin (reg, mode, "generate", error))
    return FALSE;

  if (!add_people (&self, people, error))
    {
      hn_register_rollback (reg);
      return FALSE;
    }

  return hn_register_commit (reg, error);
}
