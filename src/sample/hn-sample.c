/* Writes the sample register: public facts from tables, people invented. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sample.h"

#include <glib/gstdio.h>

#include "hn-sample-loader.h"
#include "hn-sample-people.h"

G_DEFINE_QUARK (hn-sample-error-quark, hn_sample_error)

/* A table stands after those that its rows point to. */
static const char *const facts[] = {
  "area", "organization", "partner", "term", "headcount", "stated_figure", "award", "directive", "task", "event",
  "campaign", "donation", "aid_project", "disbursement", "agreement", "greeting", "publication", "delegation",
  "diaspora_count", "remittance", "office_profile", NULL,
};

static const char *const after_people[] = { "participant", "contact_log", NULL };

static gboolean
add_tables (HnSampleLoader    *loader,
            const char *const *kinds,
            GError           **error)
{
  for (; *kinds != NULL; kinds++)
    {
      if (!hn_sample_loader_add (loader, *kinds, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (HnRegister  *reg,
      guint        people,
      GError     **error)
{
  g_autoptr (HnSampleLoader) loader = hn_sample_loader_new (reg);

  if (!add_tables (loader, facts, error))
    return FALSE;
  if (people > 0)
    return TRUE;

  return hn_sample_people_add (loader, error) && add_tables (loader, after_people, error);
}

static gboolean
fill_in_batch (HnRegister  *reg,
               guint        people,
               GError     **error)
{
  if (!hn_register_begin (reg, HN_BATCH_INITIAL, NULL, error))
    return FALSE;

  if (!fill (reg, people, error))
    {
      hn_register_rollback (reg);
      return FALSE;
    }

  return hn_register_commit (reg, error);
}

/* What could not be filled is not left behind. */
static void
discard (HnRegister *reg)
{
  g_autofree char *path = g_strdup (hn_register_get_path (reg));

  g_object_unref (reg);
  g_unlink (path);
}

static HnRegister *
write_register (const char  *path,
                guint        people,
                GError     **error)
{
  HnRegister *reg = hn_register_create (path, error);

  if (reg == NULL)
    return NULL;

  if (!fill_in_batch (reg, people, error) || (people > 0 && !hn_generate_people (reg, people, HN_BATCH_INITIAL, error)))
    {
      discard (reg);
      return NULL;
    }

  return reg;
}

/**
 * hn_sample_write:
 * @path: where; nothing may be there yet
 *
 * Writes the sample register, which shows a newcomer a living office: the public facts of one province in 2021 and
 * 2022, and some 600 people who are all invented. What the facts give as a total only is kept as a stated figure.
 * The content is the same every time, but for the random ids.
 *
 * Returns: (transfer full): the open register, or %NULL with an error of %HN_REGISTER_ERROR or %HN_SAMPLE_ERROR
 */
HnRegister *
hn_sample_write (const char  *path,
                 GError     **error)
{
  return write_register (path, 0, error);
}

/**
 * hn_sample_write_people:
 * @path: where; nothing may be there yet
 * @people: how many, at least 1
 *
 * Writes a register with the organizations and facts of the sample, and @people invented people in the place of the
 * sample's own.
 *
 * Returns: (transfer full): the open register, or %NULL with an error of %HN_REGISTER_ERROR or %HN_SAMPLE_ERROR
 */
HnRegister *
hn_sample_write_people (const char  *path,
                        guint        people,
                        GError     **error)
{
  g_return_val_if_fail (people > 0, NULL);

  return write_register (path, people, error);
}
