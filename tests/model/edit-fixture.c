/* Records that are edited: begun, saved, and gone when nobody edits them any more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-fixture.h"

typedef struct
{
  gboolean  done;
  gboolean  good;
  gint64    id;
  GError   *error;
} Outcome;

HnEdit *
edit_new (ModelFixture *fixture,
          const char   *kind)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));

  return hn_edit_new (fixture->context, record);
}

/* A question that is still being answered holds it. */
void
edit_assert_goes (HnEdit *edit)
{
  gpointer pointer = edit;

  g_object_add_weak_pointer (G_OBJECT (edit), &pointer);
  g_object_unref (edit);
  while (pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

const HnField *
edit_field (HnEdit     *edit,
            const char *name)
{
  const HnField *field = hn_kind_get_field (hn_edit_get_kind (edit), name);

  g_assert_nonnull (field);

  return field;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->good = hn_edit_save_finish (HN_EDIT (source), result, &outcome->id, &outcome->error);
  outcome->done = TRUE;
}

/* The id, or 0 where something is wrong with the record. */
gint64
edit_save (HnEdit *edit)
{
  Outcome outcome = { 0 };

  hn_edit_save_async (edit, saved_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (hn_edit_get_saving (edit));
  if (!outcome.good)
    g_assert_error (outcome.error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_clear_error (&outcome.error);

  return outcome.good ? outcome.id : 0;
}

HnRecord *
edit_load (ModelFixture *fixture,
           const char   *kind,
           gint64        id)
{
  g_autoptr (GError) error = NULL;
  HnRecord *record = hn_register_load (hn_context_get_reader (fixture->context), hn_kind_lookup (kind), id, &error);

  g_assert_no_error (error);

  return record;
}
