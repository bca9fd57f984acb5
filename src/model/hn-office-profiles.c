/* The office's profiles in the order of time: what it was called, where, and who signed, from which day to which. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-office-profiles.h"

#include "hn-letterhead.h"

#define KIND "office_profile"

static void
profile_free (gpointer data)
{
  HnOfficeProfile *profile = data;

  hn_record_unref (profile->record);
  g_free (profile);
}

static HnDate
first_day (const HnRecord *record)
{
  HnDate date = hn_record_get_date (record, "valid_from");

  return hn_date_is_set (date) ? hn_date_first (date) : date;
}

/* A profile without a date was there before all others. */
static int
compare_profiles (gconstpointer a,
                  gconstpointer b)
{
  const HnOfficeProfile *first = *(const HnOfficeProfile *const *) a, *second = *(const HnOfficeProfile *const *) b;

  return hn_date_compare (first->from, second->from);
}

static gboolean
add_profiles (GPtrArray   *profiles,
              HnRegister  *reg,
              GError     **error)
{
  const HnKind *kind = hn_kind_lookup (KIND);
  const HnListing listing = { .kind = kind };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      HnRecord *record = hn_register_load (reg, kind, g_array_index (ids, gint64, i), error);
      HnOfficeProfile *profile;

      if (record == NULL)
        return FALSE;
      profile = g_new0 (HnOfficeProfile, 1);
      profile->record = record;
      profile->from = first_day (record);
      g_ptr_array_add (profiles, profile);
    }

  return ids != NULL;
}

/**
 * hn_office_profiles_list:
 * @today: decides which one is in force
 *
 * Returns: (transfer full) (nullable): of #HnOfficeProfile, the oldest first
 */
GPtrArray *
hn_office_profiles_list (HnRegister  *reg,
                         HnDate       today,
                         GError     **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (profile_free);
  g_autoptr (HnRecord) now = NULL;

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);

  if (!add_profiles (profiles, reg, error) || !hn_letterhead_find_profile (reg, today, &now, error))
    return NULL;

  g_ptr_array_sort (profiles, compare_profiles);
  for (guint i = 0; i < profiles->len; i++)
    {
      HnOfficeProfile *profile = g_ptr_array_index (profiles, i);
      const HnOfficeProfile *next = i + 1 < profiles->len ? g_ptr_array_index (profiles, i + 1) : NULL;

      if (next != NULL && hn_date_is_set (next->from))
        profile->to = hn_date_add_days (next->from, -1);
      profile->in_force = now != NULL && hn_record_get_id (profile->record) == hn_record_get_id (now);
    }

  return g_steal_pointer (&profiles);
}

/**
 * hn_office_profiles_begin_next:
 * @profiles: as hn_office_profiles_list() gives them
 * @today: when the new one begins, if all others began before
 *
 * What a clerk does when the province changes its name: the last profile once more, from a new day on.
 *
 * Returns: (transfer full): a record that was not saved
 */
HnRecord *
hn_office_profiles_begin_next (GPtrArray *profiles,
                               HnDate     today)
{
  const HnOfficeProfile *last;
  g_autofree char *iso = NULL;
  HnRecord *next;

  g_return_val_if_fail (profiles != NULL, NULL);

  if (profiles->len == 0)
    return hn_record_new (hn_kind_lookup (KIND));

  last = g_ptr_array_index (profiles, profiles->len - 1);
  next = hn_record_duplicate (last->record);
  if (hn_date_is_set (last->from) && hn_date_compare (last->from, today) >= 0)
    today = hn_date_add_days (last->from, 1);
  iso = hn_date_to_iso (today);
  hn_record_set_text (next, "valid_from", iso);

  return next;
}

static gpointer
profiles_job (HnRegister    *reg,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return hn_office_profiles_list (reg, hn_date_today (), error);
}

/**
 * hn_office_profiles_load_async:
 *
 * hn_office_profiles_list() of today, on a thread of the store.
 */
void
hn_office_profiles_load_async (HnStore             *store,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, profiles_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * hn_office_profiles_load_finish:
 * @error: return location, as of the store
 *
 * Returns: (transfer full) (nullable) (element-type HnOfficeProfile): the profiles in the order of time
 */
GPtrArray *
hn_office_profiles_load_finish (HnStore       *store,
                                GAsyncResult  *result,
                                GError       **error)
{
  return hn_store_read_finish (store, result, error);
}
